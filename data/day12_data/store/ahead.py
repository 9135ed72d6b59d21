"""Works out in memory, without a lock, what edits that wait to be written will make of the board and its history."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import msgspec
from tinydb.storages import MemoryStorage

from day12_data.store import entries, history, undoing
from day12_data.store.errors import StoreError
from day12_data.store.raw_documents import Tables
from day12_data.store.tables import Database
from day12_data.store.values import Edit, LogEntry, Turn


class Ahead:
    """What was read or written last, with steps on top that aren't written yet."""

    def __init__(self, tables: Tables, mine: Collection[str], steps: Sequence[Edit | Turn], machine: str) -> None:
        self._memory = MemoryStorage()  # type: ignore[no-untyped-call]  # TinyDB has no types for it
        self._memory.write(dict(tables))
        self._mine = set(mine)
        self._machine = machine
        for step in steps:
            before = dict(self._memory.read() or {})
            try:
                self._apply(step)
            except StoreError:  # said when it comes to be written
                self._memory.write(before)

    @property
    def _database(self) -> Database:
        return Database(storage=lambda: self._memory)

    def _apply(self, step: Edit | Turn) -> None:
        if isinstance(step, Edit):
            self._mine.update(history.do(self._database, step.changes, self._machine))
        else:
            self._mine.update(undoing.turn(self._database, step, self._mine))

    def turn(self, at: dt.datetime, *, redo: bool) -> Turn:
        """The next undo or redo of what was done here.

        Raises:
            StoreError: there is nothing that could be turned.
        """
        return (undoing.redo if redo else undoing.undo)(self._database, self._mine, at)

    def turn_of(self, change_id: str, at: dt.datetime) -> Turn:
        """The undo of this change, or its redo where it was taken back, and of those that were made with it.

        Raises:
            StoreError: a later change hangs on it.
        """
        return undoing.turn_back(self._database, change_id, self._mine, at)

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first, with the card before and after each change."""
        _, document, _ = history.find_card(self._database.cards, card_id)
        then, told = dict(document or {}), []
        for change in reversed(entries.of_card(self._changes, card_id)):
            told.append(self._told(change, then))
            if change.before and not change.undone:  # what older changes left alone was then as this one found it
                then |= change.before
        return told[::-1]

    def history(self) -> list[LogEntry]:
        """What was done to all cards, the newest first, as far as it is kept in full."""
        return [entries.log_entry(change, self._machine) for change in entries.newest(self._changes)]

    @property
    def _changes(self) -> Mapping[str, Any]:
        changes: Mapping[str, Any] = (self._memory.read() or {})["changes"]
        return changes

    def _told(self, change: entries.StoredChange, document: Mapping[str, Any]) -> LogEntry:
        entry = entries.log_entry(change, self._machine)
        if not change.before or not change.after:
            return entry
        was, becomes = (history.read_document({**document, **fields}) for fields in (change.before, change.after))
        return msgspec.structs.replace(entry, before=was, after=becomes)
