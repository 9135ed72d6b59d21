"""Makes backups before a board is overwritten, and notices when its file is gone or replaced by an older copy."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec

from day12_data import files
from day12_data.files import Signature, why
from day12_data.store import backups
from day12_data.store.document_ids import name_of
from day12_data.store.errors import MissingBoard, StoreError, UnreadableBoard
from day12_data.store.journal import Memory
from day12_data.store.notices import Notices
from day12_data.store.raw_documents import SCHEMA, Tables
from day12_data.store.schema import as_json
from day12_data.store.storage import BoardFile
from day12_data.store.values import Backup
from day12_data.text import counted


class Recovery:
    """The backups of one board, and what this machine remembers of it.

    `new` says that a board may begin where there was one before.
    """

    def __init__(self, path: Path, state: Path, memory: Memory, notices: Notices, today: Callable[[], dt.date]) -> None:
        self.path, self.memory, self.folder = path, memory, memory.backups
        self._state, self._notices, self._today = state, notices, today
        self.new = False

    @property
    def was_here(self) -> bool:
        """Whether there was a board at this path before."""
        return bool(self.memory) or any(self.folder.glob("*.json"))

    def listed(self) -> list[Backup]:
        """The copies that can be restored, newest first."""
        return backups.listed(self.folder)

    @property
    def newest(self) -> Backup | None:
        """The newest backup that is good; what was saved here last is made one, where it isn't yet."""
        with suppress(OSError):
            if last := self.memory.last():
                self._put_by(last, "last", "last-saved")
        return backups.newest_good(self.folder)

    def keep(self, real: Path, why: str = "") -> Path | None:
        """Make a backup of the board's file."""
        return backups.keep(real, self.folder, self._today(), why)

    def take(self, path: Path) -> None:
        """Move a copy that was taken in to the backups."""
        backups.take(path, self.folder, self._today())

    def before_write(self, real: Path, version: int) -> None:
        """Before the first write of a day, and before a migration, the file goes to the backups."""
        if version < SCHEMA:
            self.keep(real, f"schema-{version}")
        try:
            if kept := self.keep(real, "later" if self.memory.needs_base else ""):
                self.memory.begin(kept.name)
        except OSError as error:  # the change is worth more than the day's copy
            self._notices.note(f"No backup could be made in {self.folder}: {why(error)}.")

    def wrote(self, real: Path, signature: Signature, changed: Tables) -> None:
        """The board was written."""
        with suppress(OSError):
            files.make_private(self._state)
        self.memory.wrote(signature, changed, files.identity(real.parent) or (0, 0))
        self.new = False

    def restore(self, file: BoardFile, name: str) -> None:
        """Put a backup in the board's place; the board as it was becomes a backup first."""
        data = backups.read(self.folder, name)
        files.make_folder(file.real.parent)
        with file.locked():
            if file.real.exists():
                self.keep(file.real, "before-restore")
            self.memory.begin(name)
            self.memory.looked_at(file.put(data))

    def set_aside(self, file: BoardFile) -> Path:
        """Move a file that can't be read out of the way; a new board may begin in its place."""
        with file.locked():
            try:
                file.peek()
            except UnreadableBoard:
                real = file.real
                aside = files.free_name(real.with_name(f"{real.stem}.unreadable-{self._today()}{real.suffix}"))
                real.rename(aside)
                files.sync_folder(real.parent)
                file.forget()
                self.new = True
                return aside
            raise StoreError(f"{self.path.name} can be read: there is nothing to set aside.")

    def check_missing(self, real: Path, *, there: bool) -> None:
        """Refuse to take a file that is gone, or is there but empty, for a new board where there was one before.

        Raises:
            MissingBoard: the file is gone.
            UnreadableBoard: it is empty.
        """
        if not self.was_here:
            return
        newest = self.newest
        if self.new:
            return
        if there:
            raise UnreadableBoard(self.path, "it is empty, though it had cards")
        known, now, why = self.memory.read().folder, files.identity(real.parent), ""
        if now is None:
            why = ", and its folder is gone, too"
        elif known and now[0] != known[0]:
            why = ", and another volume is in its place: is it mounted?"
        raise MissingBoard(self.path, why, newest)

    def missing(self, file: BoardFile) -> MissingBoard | None:
        """What to say about a file that is gone and was here once; None where nothing is wrong."""
        if file.seen is None and files.signature(file.real) is None:
            try:
                self.check_missing(file.real, there=False)
            except MissingBoard as error:
                return error
        return None

    def look(self, now: Tables, seen: Signature, before: Tables | None) -> None:
        """Compare the board that was just read with what was read or saved here last."""
        if self.memory.written not in (None, seen):
            self.compare(now, before)
            self.memory.looked_at(seen)

    def compare(self, now: Tables, before: Tables | None) -> None:
        """Make a backup of changes that another program has overwritten with an older copy, and say how to merge it."""
        if before is None:
            known = self.memory.last()
        else:
            known = None if before["changes"].keys() <= now["changes"].keys() else as_json(before)
        if known is None:
            return
        from shlex import quote  # only where another program wrote

        from day12_data.store.merge_boards import missing_from

        gone = missing_from(as_json(now), known)
        with suppress(OSError, StoreError):
            if gone and (kept := self._put_by(known, "gone", "thrown-away")):
                edits = counted(gone, "card or edit", "cards or edits")
                self._notices.note(
                    f"{self.path.name} was replaced by an older copy: {edits} that were saved here aren't in it. "
                    f"They are kept: `day12 merge {quote(str(kept))}` brings them back."
                )

    def _put_by(self, tables: Tables, key: str, why: str) -> Path | None:
        """Make these tables a backup; None where that was done before."""
        data = msgspec.json.encode(tables)
        if not self._notices.is_new(f"{key} {name_of(data)}"):
            return None
        return backups.keep_data(data, self.folder, self._today(), why)
