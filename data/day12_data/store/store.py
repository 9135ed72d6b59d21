"""The store: the one mutable thing. What it has said is done is on the disk, and stays there.

Each change is applied to what is on disk now, under a lock, and written whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import shlex
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import msgspec

from day12_data.board import Board, Change
from day12_data.store import backups, files, history
from day12_data.store.documents import CardReader
from day12_data.store.errors import MissingBoard, StoreError, UnreadableBoard, in_plain_words
from day12_data.store.fallen import told_of, with_fallen_named
from day12_data.store.files import ChangedUnderneath, Signature
from day12_data.store.memory import Memory
from day12_data.store.merge import compare, merge, missing_from
from day12_data.store.migrations import SCHEMA
from day12_data.store.schema import as_json, decode
from day12_data.store.storage import BoardFile
from day12_data.store.sync_copies import SyncCopies, tables_of
from day12_data.store.tables import Database, Tables, as_bytes
from day12_data.store.values import Backup, LogEntry, Merged, Problem
from day12_data.text import clean

T = TypeVar("T")
_TRIES = 50
_SKEW = dt.timedelta(minutes=10)


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
        self._state, self._backups = state, state / "backups" / name
        self._memory = Memory(state / "boards", name, self._backups)
        self._file = BoardFile(path, keep=self._before_write, wrote=self._wrote, missing=self._missing)
        self._database = Database(storage=lambda: self._file)
        self._mine: set[str] | None = None
        self._new = False
        self._copies: SyncCopies[Board] = SyncCopies(
            self._file,
            self._memory,
            unite=self._unite_copy,
            put_by=lambda path: backups.take(path, self._backups, self._today),
            note=self._note,
        )
        self._reader = CardReader()
        self._one_at_a_time = threading.RLock()

    def start_new(self) -> None:
        """Let the next change begin a new board, where there was one before whose file is gone or empty."""
        self._new = True

    def missing(self) -> MissingBoard | None:
        """What to say about a board that was here once and whose file is gone; None where nothing is wrong."""
        with self._doing("find"):
            if self._file.seen is None and files.signature(self._file.real) is None:
                try:
                    self._missing(there=False)
                except MissingBoard as error:
                    return error
        return None

    def load(self) -> Board:
        """The board as it is on disk now; empty where there is no file yet.

        Raises:
            UnreadableBoard: it can't be read whole; nothing is changed then.
        """
        with self._doing("read"):
            if self._file.emptied and self._file.tables:
                self._note(f"{self.path} has been emptied: your next change writes it again, whole.")
                return self._board(self._file.tables)
            before = self._file.tables
            board = self._board(self._file.load())
            if self._file.seen is None and self._was_here:
                self._note(f"There is no {self.path}, but there are backups of it: `day12 restore` puts one back.")
            board = self._copies.take_in(again=True) or board
            self._look_for_what_is_gone(before)
            if board.cards:
                self._memory.found(files.identity(self._file.real.parent))
            return board

    def record(self, change: Change) -> Board:
        """Keep the change: it is on the disk when this returns. The board comes back as it is on disk now.

        A card that was changed elsewhere meanwhile takes the change on top, where that one touched something else.

        Raises:
            Conflict: both changed the same field.
            MissingBoard: there was a board here, and its file is gone.
            StoreError: it couldn't be written.
        """
        with self._one_at_a_time:
            board = self._apply(lambda mine: mine.add(history.do(self._database, change)))[1]
            return self._copies.take_in() or board

    def undo(self) -> tuple[Change, Board]:
        """Take back the newest change that was made here; the change comes back as it was made."""
        return self._apply(lambda mine: history.undo(self._database, mine, self._clock()))

    def redo(self) -> tuple[Change, Board]:
        """Make the change again that was undone last."""
        return self._apply(lambda mine: history.redo(self._database, mine, self._clock()))

    def sync(self) -> None:
        """Make durable what was written before, where the disk hadn't confirmed it.

        Raises:
            StoreError: it still doesn't.
        """
        with self._doing("sync"):
            if self._file.unsynced:
                self._file.sync()
            if self._file.unsynced:
                raise self._file.unsynced

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
                if self._file.emptied:
                    self._note(f"{self.path} has been emptied: your next change writes it again, whole.")
                    return None
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
            files.make_folder(self._file.real.parent)
            with self._file.locked():
                if self._file.real.exists():
                    self._keep("before-restore")
                self._memory.begin(name)
                self._memory.looked_at(self._file.put(data))
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
                self._file.forget()
                self._new = True
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

    def _unite_copy(self, theirs: Tables) -> tuple[Merged, Board]:
        self._new = True  # a board whose file is gone lives on in the copy
        return self._apply(lambda _: self._unite(theirs))

    def _unite(self, theirs: Tables) -> Merged:
        mine = as_json(self._file.read())
        united = with_fallen_named(merge(mine, theirs))
        if united != mine:
            self._file.write(decode(as_bytes(united), self.path)[0])
        return compare(mine, united, theirs)

    def _look_for_what_is_gone(self, before: Tables | None) -> None:
        """Say what a program threw away that put an older copy in the place of what was read or written here last."""
        seen, now = self._file.seen, self._file.tables
        if seen is None or now is None or self._memory.written in (None, seen):
            return
        if before is None:
            known = self._memory.last()
        else:
            known = None if before["changes"].keys() <= now["changes"].keys() else as_json(before)
        if known and (gone := missing_from(as_json(now), known)):
            self._put_by_what_is_gone(known, gone)
        self._memory.looked_at(seen)

    def _put_by_what_is_gone(self, known: Tables, gone: int) -> None:
        data = msgspec.json.encode(known)
        with suppress(OSError, StoreError):
            if self._note_once(f"gone {hashlib.blake2b(data, digest_size=8).hexdigest()}"):
                kept = backups.keep_data(data, self._backups, self._today, "thrown-away")
                edits = "1 card or edit" if gone == 1 else f"{gone} cards or edits"
                self._note(
                    f"{self.path.name} was replaced by an older copy: {edits} that were saved here aren't in it. "
                    f"They are kept: `day12 merge {shlex.quote(str(kept))}` brings them back."
                )

    def _apply(self, work: Callable[[set[str]], T]) -> tuple[T, Board]:
        """Do the work on what is on disk now; again, when somebody replaced the file meanwhile."""
        with self._doing("save"):
            tries = _TRIES
            while True:
                try:
                    with self._file.transaction() as tables:
                        result = work(self._own(tables))
                        tables = self._file.read()
                    self._new = False
                    if self._file.unsynced:
                        why = (self._file.unsynced.strerror or "it failed").lower()
                        self._note(
                            f"{self.path.name} is saved, but the disk hasn't confirmed it ({why}): "
                            "ctrl+s or the next change tries again."
                        )
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
        mine = self._own(tables)
        cards, self.problems = self._reader.read(tables["cards"])
        board = Board(cards)
        for key, sentence in told_of(tables["changes"], board) if b'"fell":' in self._file.data else ():
            mine.add(key)
            if self._note_once(key):
                self._note(f"{sentence}; undo (u) brings it back.")
        self._look_at_the_clock()
        return board

    def _look_at_the_clock(self) -> None:
        """Say when a change is dated in the future: some machine's clock is wrong."""
        newest = max(self._reader.fresh, key=lambda card: card.updated, default=None)
        if newest is None or newest.updated <= (now := self._clock()) + _SKEW:
            return
        if self._note_once(f"skew {now.date()}"):
            self._note(
                f"{newest.company} was changed on {newest.updated.astimezone(dt.UTC):%Y-%m-%d at %H:%M} UTC, which is "
                "still to come: the clock of this machine, or of another that writes this board, is wrong. What came "
                "first is told by the history all the same."
            )

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        """One thread at a time, and whatever goes wrong in plain words."""
        with self._one_at_a_time, in_plain_words(what, self.path):
            try:
                yield
            except UnreadableBoard as error:
                self._put_by_the_last()
                error.backup = backups.newest_good(self._backups)
                raise

    def _before_write(self, version: int) -> None:
        """Before the first write of a day, and before a migration, the file goes to the backups."""
        if version < SCHEMA:
            self._keep(f"schema-{version}")
        try:
            if kept := self._keep("later" if self._memory.needs_base else ""):
                self._memory.begin(kept.name)
        except OSError as error:  # the change is worth more than the day's copy
            self._note(f"No backup could be made in {self._backups}: {error.strerror}.")

    def _keep(self, why: str = "") -> Path | None:
        return backups.keep(self._file.real, self._backups, self._today, why)

    def _wrote(self, signature: Signature, changed: Tables) -> None:
        with suppress(OSError):
            files.make_private(self._state)
        self._memory.wrote(signature, changed, files.identity(self._file.real.parent) or (0, 0))

    @property
    def _was_here(self) -> bool:
        return bool(self._memory) or any(self._backups.glob("*.json"))

    def _missing(self, there: bool) -> None:  # noqa: FBT001 - whether there is an empty file
        """Refuse to take a file that is gone, or empty, for a new board where there was one before."""
        if not self._was_here:
            return
        if self._new:
            self._put_by_the_last()
            return
        if there:
            raise UnreadableBoard(self.path, "it is empty, though it had cards")
        folder, known = self._file.real.parent, self._memory.read().folder
        why = ""
        if not folder.is_dir():
            why = ", and its folder is gone, too"
        elif known and (now := files.identity(folder)) and now[0] != known[0]:
            why = ", and another volume is in its place: is it mounted?"
        self._put_by_the_last()
        raise MissingBoard(self.path, why, backups.newest_good(self._backups))

    def _put_by_the_last(self) -> None:
        """Put the board as it was written here last among the backups: it is newer than the day's copy."""
        with suppress(OSError):
            if last := self._memory.last():
                data = msgspec.json.encode(last)
                if self._note_once(f"last {hashlib.blake2b(data, digest_size=8).hexdigest()}"):
                    backups.keep_data(data, self._backups, self._today, "last-saved")

    @property
    def _today(self) -> dt.date:
        return self._clock().date()

    def _note_once(self, key: str) -> bool:
        """Whether this wasn't told on this machine before."""
        if key in self._noted or key in self._memory.read().told:
            return False
        self._noted.add(key)
        self._memory.told(key)
        return True

    def _note(self, text: str) -> None:
        text = clean(text)
        if text not in self._noted:
            self._noted.add(text)
            self._notices.append(text)
