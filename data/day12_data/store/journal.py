"""What this machine remembers of a board, in its state folder.

Where the board was, which file was written here last, and what the user was told once; and a journal of what was
written since the last backup, which together make the board as it was saved here last. Nothing of it is waited for:
what the disk has lost of it is forgotten.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from day12_data import files
from day12_data.files import Signature
from day12_data.store.document_ids import name_of
from day12_data.store.errors import StoreError, in_plain_words
from day12_data.store.raw_documents import Tables
from day12_data.store.schema import as_json, read_other

_TOLD_KEPT = 500
_LONGEST_JOURNAL = 2**20


class Remembered(msgspec.Struct, frozen=True):
    """`folder` is the device and inode of the board's folder.

    `told` are the things that the user was told once, `doubted` the files beside the board that were looked into.
    """

    folder: tuple[int, int] | None = None
    told: tuple[str, ...] = ()
    doubted: dict[str, Signature] = {}


class _Line(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one write put into the board; the first line of a journal names the backup that it begins with."""

    base: str = ""
    tables: dict[str, dict[str, Any]] = {}


class Places(msgspec.Struct, frozen=True):
    """Where in the state folder what belongs to one board is."""

    name: str
    drafts: Path
    told: Path
    """The file that remembers which reminders were told, in a folder of its own, which is locked while they are."""
    backups: Path
    """A folder."""
    boards: Path
    """The folder with what is remembered of every board, by its name."""


def places_of(board: Path, state: Path) -> Places:
    """The places of this board: a name of its own, whatever else is called board.json."""
    with in_plain_words("find", board):
        real = os.path.realpath(board).encode(errors="surrogateescape")
    name = f"{board.stem[:40]}-{name_of(real)}"
    file = f"{name}.json"
    return Places(
        name, state / "drafts" / file, state / "told" / name / "told.json", state / "backups" / name, state / "boards"
    )


class Memory:
    """What is remembered of one board."""

    def __init__(self, places: Places) -> None:
        self.backups, folder, name = places.backups, places.boards, places.name
        self._folder = folder
        self._path, self._written = folder / f"{name}.json", folder / f"{name}.written"
        self._journal = folder / f"{name}.journal"
        self._long = False
        self._found: tuple[int, int] | None = None

    def __bool__(self) -> bool:
        """Whether the board was ever here."""
        return self._path.exists()

    def read(self) -> Remembered:
        """What is remembered."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Remembered)
        except (OSError, msgspec.MsgspecError):
            return Remembered()

    @property
    def written(self) -> Signature | None:
        """The file as it was written here last."""
        try:
            found: Signature = msgspec.json.decode(self._written.read_bytes(), type=Signature)
        except (OSError, msgspec.MsgspecError):
            return None
        return found

    @property
    def needs_base(self) -> bool:
        """Whether the journal has grown so long that another backup should be made for it to begin with."""
        return self._long

    def begin(self, base: str) -> None:
        """The board is what this backup holds: the journal begins anew."""
        with suppress(OSError):
            files.make_private(self._folder)
            files.put_unsynced(self._journal, msgspec.json.encode(_Line(base=base)) + b"\n")
            self._long = False

    def wrote(self, signature: Signature, changed: Mapping[str, Mapping[str, Any]], folder: tuple[int, int]) -> None:
        """The board was written, with these documents new or changed in it."""
        with suppress(OSError):
            files.make_private(self._folder)
            line = msgspec.json.encode(_Line(tables={name: dict(table) for name, table in changed.items()})) + b"\n"
            with open(self._journal, "ab", opener=files.for_me) as file:
                file.write(line)
                self._long = file.tell() > _LONGEST_JOURNAL
            self.looked_at(signature)
        self.found(folder)

    def looked_at(self, signature: Signature) -> None:
        """Remember that the file holds all that was written here."""
        with suppress(OSError):
            handle = files.for_me(str(self._written), os.O_WRONLY | os.O_CREAT)
            try:  # in its place, since renaming may wait for the disk; half of it is taken for nothing
                os.truncate(handle, os.write(handle, msgspec.json.encode(signature)))
            finally:
                os.close(handle)

    def last(self) -> Tables | None:
        """The board as it was saved here last; None where it was never saved here."""
        try:
            lines = self._journal.read_bytes().splitlines()
        except OSError:
            return None
        tables: Tables = {"cards": {}, "changes": {}, "meta": {}}
        for data in lines:
            with suppress(msgspec.MsgspecError, StoreError, OSError):  # a line that isn't whole, a backup that is gone
                line = msgspec.json.decode(data, type=_Line)
                if line.base:
                    tables = as_json(read_other(self.backups / line.base))
                for name, documents in line.tables.items():
                    tables.setdefault(name, {}).update(documents)
        return tables if tables["cards"] else None

    def found(self, folder: tuple[int, int] | None) -> None:
        """The board was seen in this folder."""
        if folder == self._found:
            return
        self._found, before = folder, self.read()
        if before.folder != folder:
            self._put(msgspec.structs.replace(before, folder=folder))

    def told(self, *keys: str) -> None:
        """The user was told these things."""
        before = self.read()
        self._put(msgspec.structs.replace(before, told=(*before.told, *keys)[-_TOLD_KEPT:]))

    def doubted(self, name: str, signature: Signature) -> None:
        """A file beside the board was looked into."""
        before = self.read()
        self._put(msgspec.structs.replace(before, doubted={**before.doubted, name: signature}))

    def _put(self, remembered: Remembered) -> None:
        with suppress(OSError):
            files.make_private(self._folder)
            files.put_unsynced(self._path, msgspec.json.encode(remembered))
