"""The store: the one mutable thing. What it has said is done is on the disk, and stays there.

Each change is applied to what is on disk now, under a lock, and written whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from day12_data.board import Board, Change
from day12_data.store import backups, files, history
from day12_data.store.documents import CardReader
from day12_data.store.errors import StoreError, UnreadableBoard, in_plain_words
from day12_data.store.fallen import with_fallen_named
from day12_data.store.files import ChangedUnderneath
from day12_data.store.merge import compare, merge
from day12_data.store.migrations import SCHEMA
from day12_data.store.schema import as_json, decode
from day12_data.store.storage import BoardFile
from day12_data.store.sync_copies import SyncCopies, tables_of
from day12_data.store.tables import Database, Tables, as_bytes
from day12_data.store.values import Backup, LogEntry, Merged, Problem

T = TypeVar("T")
_TRIES = 50


class Store:
    """One board's file. It touches nothing on disk before it is asked to.

    `problems` are the cards that couldn't be read; they stay in the file as they are.
    """

    def __init__(self, path: Path, *, clock: Callable[[], dt.datetime], state: Path) -> None:
        self.path, self._clock = path, clock
        self.problems: list[Problem] = []
        self._notices: list[str] = []
        self._noted: set[str] = set()
        with in_plain_words("find", path):
            place = os.path.realpath(path).encode(errors="surrogateescape")
        name = f"{path.stem[:40]}-{hashlib.blake2b(place, digest_size=8).hexdigest()}"
        self._backups = state / "backups" / name
        self._file = BoardFile(path, state / "locks" / f"{name}.lock", keep=self._before_write, lost=self._lost)
        self._database = Database(storage=lambda: self._file)
        self._mine: set[str] | None = None
        self._copies: SyncCopies[Board] = SyncCopies(
            self._file,
            unite=lambda theirs: self._apply(lambda _: self._unite(theirs)),
            put_by=lambda path: backups.take(path, self._backups, self._today),
            note=self._note,
        )
        self._reader = CardReader()
        self._one_at_a_time = threading.RLock()

    def load(self) -> Board:
        """The board as it is on disk now; empty where there is no file yet.

        Raises:
            UnreadableBoard: it can't be read whole; nothing is changed then.
        """
        with self._doing("read"):
            board = self._board(self._file.load())
            if self._file.seen is None and self._lost():
                self._note(f"There is no {self.path}, but there are backups of it: `day12 restore` puts one back.")
            return self._copies.take_in(again=True) or board

    def record(self, change: Change) -> Board:
        """Keep the change: it is on the disk when this returns. The board comes back as it is on disk now.

        Raises:
            Conflict: the card was changed elsewhere since the change was made.
            StoreError: it couldn't be written.
        """
        board = self._apply(lambda mine: mine.add(history.do(self._database, change)))[1]
        with self._one_at_a_time:
            return self._copies.take_in() or board

    def undo(self) -> tuple[Change, Board]:
        """Take back the newest change that was made here; the change comes back as it was made."""
        return self._apply(lambda mine: history.undo(self._database, mine, self._clock()))

    def redo(self) -> tuple[Change, Board]:
        """Make the change again that was undone last."""
        return self._apply(lambda mine: history.redo(self._database, mine, self._clock()))

    def refresh(self) -> Board | None:
        """The board, if the file is no longer the one that was last read or written. It never waits for a write."""
        if not self._one_at_a_time.acquire(blocking=False):
            return None
        try:
            return self._refresh()
        finally:
            self._one_at_a_time.release()

    def _refresh(self) -> Board | None:
        with self._doing("read"):
            now = files.signature(self._file.real)
            if now is None and self._file.seen:
                self._note(f"{self.path} has vanished: your next change writes it again, whole.")
            elif now != self._file.seen:
                return self.load()
            return self._copies.take_in()

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first, as of the last load, refresh or change.

        It asks neither the disk nor a lock, so any thread may call it while another one writes. Only a store that has
        read nothing yet reads the board first.
        """
        if self._file.tables is None:
            self.load()
        return history.log((self._file.tables or {"changes": {}})["changes"], card_id)

    def drain_notices(self) -> list[str]:
        """What to tell the user, one line each; each is told once."""
        told, self._notices = self._notices, []
        return told

    def backups(self) -> list[Backup]:
        """The copies that can be restored, newest first."""
        with self._doing("read the backups of"):
            return backups.listed(self._backups)

    def restore(self, name: str) -> Board:
        """Put a backup in the board's place; the board as it was becomes a backup first."""
        with self._doing("restore"):
            data = backups.read(self._backups, name)
            with self._file.locked():
                if self._file.real.exists():
                    self._keep("before-restore")
                self._file.put(data)
            self._mine = None
            return self._board(self._file.load())

    def set_aside(self) -> Path:
        """Move a file that can't be read out of the way, under a name that says so, and return where it is."""
        with self._doing("move"), self._file.locked():
            try:
                self._file.peek()
            except UnreadableBoard:
                real = self._file.real
                aside = files.free_name(real.with_name(f"{real.stem}.unreadable-{self._today}{real.suffix}"))
                real.rename(aside)
                files.sync_folder(real.parent)
                return aside
            raise StoreError(f"{self.path.name} can be read: there is nothing to set aside.")

    def merge_file(self, path: Path, *, dry_run: bool = False) -> Merged:
        """Unite any other board with this one; the dry run only says what that would do."""
        with self._doing(f"merge {path} into"):
            theirs = tables_of(path)
            if dry_run:
                mine = as_json(self._file.peek())
                return compare(mine, merge(mine, theirs), theirs)
            return self._apply(lambda _: self._unite(theirs))[0]

    def _unite(self, theirs: Tables) -> Merged:
        mine = as_json(self._file.read())
        united = with_fallen_named(merge(mine, theirs))
        if united != mine:
            self._file.write(decode(as_bytes(united), self.path)[0])
        return compare(mine, united, theirs)

    def _apply(self, work: Callable[[set[str]], T]) -> tuple[T, Board]:
        """Do the work on what is on disk now; again, when somebody replaced the file meanwhile."""
        with self._doing("save"):
            tries = _TRIES
            while True:
                try:
                    with self._file.transaction() as tables:
                        result = work(self._own(tables))
                        tables = self._file.read()
                    return result, self._board(tables)
                except ChangedUnderneath:
                    tries -= 1
                    if not tries:
                        raise

    def _own(self, tables: Tables) -> set[str]:
        """The changes made here: those that were there when this store first looked, and its own since."""
        if self._mine is None:
            self._mine = set(tables["changes"])
        return self._mine

    def _board(self, tables: Tables) -> Board:
        self._own(tables)
        cards, self.problems = self._reader.read(tables["cards"])
        return Board(cards)

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        """One thread at a time, and whatever goes wrong in plain words."""
        with self._one_at_a_time, in_plain_words(what, self.path):
            try:
                yield
            except UnreadableBoard as error:
                error.backup = backups.newest_good(self._backups)
                raise

    def _before_write(self, version: int) -> None:
        """Before the first write of a day, and before a migration, the file goes to the backups."""
        if version < SCHEMA:
            self._keep(f"schema-{version}")
        try:
            self._keep()
        except OSError as error:  # the change is worth more than the day's copy
            self._note(f"No backup could be made in {self._backups}: {error.strerror}.")

    def _keep(self, why: str = "") -> None:
        backups.keep(self._file.real, self._backups, self._today, why)

    def _lost(self) -> bool:
        return any(self._backups.glob("*.json"))

    @property
    def _today(self) -> dt.date:
        return self._clock().date()

    def _note(self, text: str) -> None:
        if text not in self._noted:
            self._noted.add(text)
            self._notices.append(text)
