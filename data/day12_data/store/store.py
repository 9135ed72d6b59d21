"""The store: the one mutable thing. What it has said is done is on the disk, and stays there.

Each change is applied to what is on disk now, under a lock, and written whole or not at all.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from day12_data import files
from day12_data.board import Board, Change
from day12_data.store.board_reader import BoardReader
from day12_data.store.errors import MissingBoard, UnreadableBoard, in_plain_words
from day12_data.store.journal import Memory, places_of
from day12_data.store.notices import Notices, lost_file, not_confirmed
from day12_data.store.recovery import Recovery
from day12_data.store.storage import BoardFile
from day12_data.store.sync_copies import SyncCopies
from day12_data.store.values import Backup, Edit, LogEntry, Merged, Problem, Turn

if TYPE_CHECKING:
    from day12_data.store.ahead import Ahead
    from day12_data.store.draft_file import DraftFile
    from day12_data.store.tables import Database

T = TypeVar("T")


class Store:
    """One board's file: it touches nothing on disk before it is asked to, and imports late what only writing needs.

    `machine` is this one's name, kept with each change. `told_path` remembers which reminders were told.
    """

    def __init__(self, path: Path, *, clock: Callable[[], dt.datetime], state: Path, machine: str = "") -> None:
        self.path, self._clock, self._machine = path, clock, machine
        self._places = places_of(path, state)
        self._memory, self.told_path = Memory(self._places), self._places.told
        self._notices = Notices(self._memory)
        self._recovery = Recovery(path, state, self._memory, self._notices, lambda: clock().date())
        self._file = BoardFile(
            path,
            keep=lambda version: self._recovery.before_write(self._file.real, version),
            wrote=lambda signature, changed: self._recovery.wrote(self._file.real, signature, changed),
            missing=lambda there: self._recovery.check_missing(self._file.real, there=there),
        )
        self._copies = SyncCopies(self._file, self._memory, self._recovery, self._notices.note, self._apply)
        self._reader = BoardReader(self._file, self._notices, clock)
        self._one_at_a_time = threading.RLock()

    @cached_property
    def drafts(self) -> DraftFile:
        """What was typed for this board and isn't saved."""
        from day12_data.store.draft_file import DraftFile

        return DraftFile(self._places.drafts)

    @property
    def _database(self) -> Database:
        from day12_data.store.tables import Database

        return Database(storage=lambda: self._file)

    @property
    def problems(self) -> list[Problem]:
        """The cards that couldn't be read; they stay in the file as they are."""
        return self._reader.problems

    def start_new(self) -> None:
        """Let the next change begin a new board, where there was one before whose file is gone or empty."""
        self._recovery.new = True

    def missing(self) -> MissingBoard | None:
        """What to say about a board that was here once and whose file is gone; None where nothing is wrong."""
        with self._doing("find"):
            return self._recovery.missing(self._file)

    def load(self) -> Board:
        """The board as it is on disk now; empty where there is no file yet.

        Raises:
            UnreadableBoard: it can't be read whole; nothing is changed then.
        """
        with self._doing("read"):
            if self._file.emptied and self._file.tables:
                self._notices.note(lost_file(self.path, "has been emptied"))
                return self._reader.read(self._file.tables)
            before = self._file.tables
            board = self._reader.read(self._file.load())
            if self._file.seen is None and self._recovery.was_here:
                self._notices.note(
                    f"There is no {self.path}, but there are backups of it: `day12 restore` puts one back."
                )
            board = self._copies.take_in(again=True) or board
            if self._file.seen and self._file.tables:
                self._recovery.look(self._file.tables, self._file.seen, before)
            if board.cards:
                self._memory.found(files.identity(self._file.real.parent))
            return board

    def record(self, *changes: Change) -> Board:
        """Keep the changes, all or none: they are on the disk when this returns. The board comes back as it is now.

        Several are undone as one. A card that was changed elsewhere meanwhile takes the change on top, where that one
        touched something else.

        Raises:
            Conflict: both changed the same field.
            MissingBoard: there was a board here, and its file is gone.
            StoreError: it couldn't be written.
        """
        from day12_data.store import history

        return self._change(lambda mine: mine.update(history.do(self._database, changes, self._machine)))[1]

    def undo(self) -> tuple[tuple[Change, ...], Board]:
        """Take back the newest change that was made here, with all that were recorded with it, or none; they come back.

        Raises:
            TurnRefused: there is nothing to undo, or one of the cards was changed elsewhere since.
        """
        from day12_data.store import undoing

        return self._change(lambda mine: undoing.turn_last(self._database, mine, self._clock(), again=False))

    def redo(self) -> tuple[tuple[Change, ...], Board]:
        """Make the changes again that were undone last."""
        from day12_data.store import undoing

        return self._change(lambda mine: undoing.turn_last(self._database, mine, self._clock(), again=True))

    def turn(self, turn: Turn) -> Board:
        """Write an undo or a redo that was worked out ahead. The board comes back as it is now.

        Raises:
            TurnRefused: one of the cards was changed elsewhere since.
            StoreError: it couldn't be written.
        """
        from day12_data.store import undoing

        return self._change(lambda mine: mine.update(undoing.turn(self._database, turn, mine)))[1]

    def ahead(self, steps: Sequence[Edit | Turn]) -> Ahead:
        """What was read or written last, with these steps on top that wait to be written.

        It asks neither the disk nor a lock, so any thread may call it while another one writes. Only a store that has
        read nothing yet reads the board first.
        """
        from day12_data.store.ahead import Ahead

        if self._file.tables is None:
            self.load()
        tables = self._file.tables or {"cards": {}, "changes": {}, "meta": {}}
        return Ahead(tables, self._reader.mine(tables), steps, self._machine)

    def sync(self) -> None:
        """Make durable what was written before, where the disk hadn't confirmed it; raises where it still doesn't."""
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
            with self._doing("read"):
                now = files.signature(self._file.real)
                if now is None and self._file.seen:
                    self._notices.note(lost_file(self.path, "has vanished"))
                elif now != self._file.seen:
                    if self._file.emptied:
                        self._notices.note(lost_file(self.path, "has been emptied"))
                        return None
                    return self.load()
                return self._copies.take_in()
        finally:
            self._one_at_a_time.release()

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first, as of the last load, refresh or change; like `ahead`, never waits."""
        return self.ahead(()).log(card_id)

    def drain_notices(self) -> list[str]:
        """What to tell the user, one line each; each is told once."""
        return self._notices.drain()

    def backups(self) -> list[Backup]:
        """The copies that can be restored, newest first."""
        with self._doing("read the backups of"):
            return self._recovery.listed()

    def restore(self, name: str) -> Board:
        """Put a backup in the board's place; the board as it was becomes a backup first."""
        with self._doing("restore"):
            self._recovery.restore(self._file, name)
            self._reader.forget_mine()
            return self._reader.read(self._file.load())

    def set_aside(self) -> Path:
        """Move a file that can't be read out of the way, under a name that says so, and return where it is."""
        with self._doing("move"):
            return self._recovery.set_aside(self._file)

    def merge_file(self, path: Path, *, dry_run: bool = False) -> Merged:
        """Unite any other board with this one; the dry run only says what that would do."""
        from day12_data.store.merge_file import merge_into, tables_of, would_merge

        with self._doing(f"merge {path} into"):
            theirs = tables_of(path)
            if dry_run:
                return would_merge(self._file.peek(), theirs)
            return self._apply(lambda _: merge_into(self._file, theirs))[0]

    def _change(self, work: Callable[[set[str]], T]) -> tuple[T, Board]:
        """Do the work, then look at what other programs did meanwhile."""
        with self._one_at_a_time:
            before = self._file.tables
            result, board = self._apply(work)
            replaced = self._file.replaced
            board = self._copies.take_in() or board
            if replaced and before and self._file.tables:
                self._recovery.compare(self._file.tables, before)
            return result, board

    def _apply(self, work: Callable[[set[str]], T]) -> tuple[T, Board]:
        """Do the work on what is on disk now."""
        with self._doing("save"):
            result, tables = self._file.transact(lambda tables: work(self._reader.mine(tables)))
            if self._file.unsynced:
                self._notices.note(not_confirmed(self.path, self._file.unsynced), again=True)
            return result, self._reader.read(tables)

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        """One thread at a time, and whatever goes wrong in plain words."""
        with self._one_at_a_time, in_plain_words(what, self.path):
            try:
                yield
            except UnreadableBoard as error:
                error.backup = self._recovery.newest
                raise
