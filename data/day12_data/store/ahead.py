"""What steps that wait to be written will make of the board: worked out in memory, where nobody waits for a lock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence
from contextlib import suppress
from typing import NamedTuple

from tinydb.storages import MemoryStorage

from day12_data.board import Change
from day12_data.card import Card
from day12_data.store import entries, history
from day12_data.store.errors import StoreError
from day12_data.store.tables import Database, Tables
from day12_data.store.values import LogEntry


class Turn(NamedTuple):
    """An undo, or a redo: of which change, when, and the card as it leaves it."""

    change: Change
    card: Card
    at: dt.datetime
    redo: bool


class Ahead:
    """What was read or written last, with steps on top that aren't written yet."""

    def __init__(self, tables: Tables, mine: Collection[str], steps: Sequence[Change | Turn]) -> None:
        self._memory = MemoryStorage()  # type: ignore[no-untyped-call]  # TinyDB has no types for it
        self._memory.write(dict(tables))
        self._database = Database(storage=lambda: self._memory)
        self._mine = set(mine)
        for step in steps:
            with suppress(StoreError):  # said when it comes to be written
                self._apply(step)

    def _apply(self, step: Change | Turn) -> None:
        if isinstance(step, Change):
            self._mine.add(history.do(self._database, step))
        else:
            history.turn(self._database, step.change.id, self._mine, step.at, redo=step.redo)

    def turn(self, at: dt.datetime, *, redo: bool) -> Turn:
        """The next undo or redo of what was done here.

        Raises:
            StoreError: there is nothing that could be turned.
        """
        change = (history.redo if redo else history.undo)(self._database, self._mine, at)
        card = history.card_of(self._database, change.after.id)
        return Turn(change, card or change.after, at, redo)

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first."""
        return entries.log((self._memory.read() or {})["changes"], card_id)
