"""The store: the one mutable thing. What it has said is done is on the disk, and stays there.

Each change is applied to what is on disk now, under a lock, and written whole or not at all.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

import arrow

from day12_data.board import Board, Change
from day12_data.card import Card
from day12_data.store import history
from day12_data.store.disk import BoardFile, ChangedUnderneath, Database, Tables, as_bytes
from day12_data.store.documents import Problem, read_card
from day12_data.store.errors import Conflict, StoreError, UnreadableBoard, in_plain_words
from day12_data.store.history import LogEntry

__all__ = ["Conflict", "LogEntry", "Problem", "Store", "StoreError", "UnreadableBoard"]

T = TypeVar("T")


class Store:
    """One board's file. It touches nothing on disk before it is asked to."""

    def __init__(self, path: Path, *, clock: Callable[[], arrow.Arrow], state: Path) -> None:
        self.path, self._clock = path, clock
        self.problems: list[Problem] = []
        self._notices: list[str] = []
        name = hashlib.blake2b(str(path.resolve()).encode(errors="surrogateescape"), digest_size=8).hexdigest()
        self._file = BoardFile(path, state / "locks" / f"{name}.lock")
        self._database = Database(storage=lambda: self._file)
        self._mine: set[str] | None = None
        self._cards: dict[str, tuple[bytes, Card | Problem]] = {}
        self._one_at_a_time = threading.RLock()

    def load(self) -> Board:
        """The board as it is on disk now; empty where there is no file yet."""
        with self._one_at_a_time, in_plain_words("read", self.path):
            return self._board(self._file.load())

    def record(self, change: Change) -> Board:
        """Keep the change: it is on the disk when this returns. The board comes back as it is on disk now.

        Raises:
            Conflict: the card was changed elsewhere since the change was made.
            StoreError: it couldn't be written.
        """
        return self._apply(lambda mine: mine.add(history.do(self._database, change)))[1]

    def undo(self) -> tuple[Change, Board]:
        """Take back the newest change that was made here; the change comes back as it was made."""
        return self._apply(lambda mine: history.undo(self._database, mine, self._clock().datetime))

    def redo(self) -> tuple[Change, Board]:
        """Make the change again that was undone last."""
        return self._apply(lambda mine: history.redo(self._database, mine, self._clock().datetime))

    def refresh(self) -> Board | None:
        """The board, if the file is no longer the one that was last read or written."""
        with self._one_at_a_time, in_plain_words("read", self.path):
            return self.load() if self._file.changed() else None

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first."""
        with self._one_at_a_time, in_plain_words("read", self.path), self._file.transaction():
            return history.log(self._database.changes, card_id)

    def drain_notices(self) -> list[str]:
        """What to tell the user, one line each; told once."""
        told, self._notices = self._notices, []
        return told

    def _apply(self, work: Callable[[set[str]], T]) -> tuple[T, Board]:
        """Do the work on what is on disk now; again, when somebody replaced the file meanwhile."""
        with self._one_at_a_time, in_plain_words("save", self.path):
            while True:
                with suppress(ChangedUnderneath):
                    with self._file.transaction() as tables:
                        result = work(self._own(tables))
                    return result, self._board(tables)

    def _own(self, tables: Tables) -> set[str]:
        """The changes made here: those that were there when this store first looked, and its own since."""
        if self._mine is None:
            self._mine = set(tables["changes"])
        return self._mine

    def _board(self, tables: Tables) -> Board:
        self._own(tables)
        cards = {}
        for key, document in tables["cards"].items():
            data = as_bytes(document)
            known = self._cards.get(key)
            cards[key] = known if known and known[0] == data else (data, read_card(data))
        self._cards = cards
        found = [card for _, card in cards.values()]
        self.problems = [card for card in found if isinstance(card, Problem)]
        return Board({card.id: card for card in found if isinstance(card, Card)})
