"""The store: the one mutable thing. It keeps the board on disk."""

from day12_data.store.backups import Backup
from day12_data.store.documents import Problem
from day12_data.store.errors import Conflict, StoreError, UnreadableBoard
from day12_data.store.history import LogEntry
from day12_data.store.merge import Merged
from day12_data.store.store import Store

__all__ = ["Backup", "Conflict", "LogEntry", "Merged", "Problem", "Store", "StoreError", "UnreadableBoard"]
