"""What steps that wait to be written will make of the board: worked out in memory, where nobody waits for a lock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Sequence

from tinydb.storages import MemoryStorage

from day12_data.store import entries, history, undoing
from day12_data.store.errors import StoreError
from day12_data.store.steps import Edit, Turn
from day12_data.store.tables import Database, Tables
from day12_data.store.values import LogEntry


class Ahead:
    """What was read or written last, with steps on top that aren't written yet."""

    def __init__(self, tables: Tables, mine: Collection[str], steps: Sequence[Edit | Turn]) -> None:
        self._memory = MemoryStorage()  # type: ignore[no-untyped-call]  # TinyDB has no types for it
        self._memory.write(dict(tables))
        self._database = Database(storage=lambda: self._memory)
        self._mine = set(mine)
        for step in steps:
            before = dict(self._memory.read() or {})
            try:
                self._apply(step)
            except StoreError:  # said when it comes to be written
                self._memory.write(before)

    def _apply(self, step: Edit | Turn) -> None:
        if isinstance(step, Edit):
            self._mine.update(history.do(self._database, step.changes))
        else:
            undoing.turn(self._database, step.ids, self._mine, step.at, redo=step.redo)

    def turn(self, at: dt.datetime, *, redo: bool) -> Turn:
        """The next undo or redo of what was done here.

        Raises:
            StoreError: there is nothing that could be turned.
        """
        changes = (undoing.redo if redo else undoing.undo)(self._database, self._mine, at)
        after = {change.after.id: change.after for change in changes}
        cards = (history.card_of(self._database, name) or card for name, card in after.items())
        return Turn(changes, tuple(cards), at, redo)

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first."""
        return entries.log((self._memory.read() or {})["changes"], card_id)
