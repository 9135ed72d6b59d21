"""The board as a value, read from the tables of its file, and which of the changes in them were made here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from day12_data.board import Board
from day12_data.store.documents import CardReader
from day12_data.store.notices import Notices, clock_skew
from day12_data.store.raw_documents import Tables
from day12_data.store.storage import BoardFile
from day12_data.store.values import Problem


class BoardReader:
    """Reads one file's tables; what is odd about them goes to the notices.

    `problems` are the cards that couldn't be read the last time.
    """

    def __init__(self, file: BoardFile, notices: Notices, clock: Callable[[], dt.datetime]) -> None:
        self._file, self._notices, self._clock = file, notices, clock
        self._cards = CardReader()
        self._mine: set[str] | None = None
        self.problems: list[Problem] = []

    def mine(self, tables: Tables) -> set[str]:
        """The changes made here: those that were there at the first look, and those that were added to it since."""
        if self._mine is None:
            self._mine = set(tables["changes"])
        return self._mine

    def forget_mine(self) -> None:
        """Take the changes of the next tables for those made here."""
        self._mine = None

    def read(self, tables: Tables) -> Board:
        """The board that these tables hold."""
        mine = self.mine(tables)
        cards, self.problems = self._cards.read(tables["cards"])
        board = Board(cards)
        if self._anything_fell:
            from day12_data.store.lost_values import told_of  # only where two machines wrote

            for key, sentence in told_of(tables["changes"], board):
                mine.add(key)
                self._notices.note_once(key, f"{sentence}; undo (u) brings it back.")
        if self._cards.fresh and (skewed := clock_skew(self._cards.fresh, now := self._clock())):
            self._notices.note_once(f"skew {now.date()}", skewed)
        return board

    @property
    def _anything_fell(self) -> bool:
        """Whether the history may name a value that fell; from its end a text is searched in half the time."""
        return self._file.data.rfind(b'"fell":') >= 0
