"""The store: the one mutable thing. It keeps the board on disk."""

from day12_data.store.errors import Conflict, MissingBoard, StoreError, TurnRefused, UnreadableBoard
from day12_data.store.store import Store
from day12_data.store.values import Backup, Edit, LogEntry, Merged, Problem, Turn

__all__ = [
    "Backup",
    "Conflict",
    "Edit",
    "LogEntry",
    "Merged",
    "MissingBoard",
    "Problem",
    "Store",
    "StoreError",
    "Turn",
    "TurnRefused",
    "UnreadableBoard",
]
