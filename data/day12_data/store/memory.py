"""What this machine remembers of a board, in its state folder: where it was, what it held, what was said about it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import msgspec

from day12_data.store import files
from day12_data.store.files import Signature

TOLD_KEPT = 500


class Remembered(msgspec.Struct, frozen=True):
    """`folder` is the device and inode of the board's folder, `written` the file as it was written here last.

    `told` are the things that the user was told once, `doubted` the files beside the board that were looked into.
    """

    folder: tuple[int, int] | None = None
    written: Signature | None = None
    told: tuple[str, ...] = ()
    doubted: dict[str, Signature] = {}


class Memory:
    """Kept beside a copy of the board as it was written last; what can't be kept is forgotten."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self._path, self.copy = folder / f"{name}.json", folder / f"{name}.last"

    def __bool__(self) -> bool:
        """Whether the board was ever here."""
        return self.read().folder is not None

    def read(self) -> Remembered:
        """What is remembered."""
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Remembered)
        except (OSError, msgspec.MsgspecError):
            return Remembered()

    def wrote(self, data: bytes, signature: Signature, folder: tuple[int, int] | None) -> None:
        """The board was written."""
        self._put(msgspec.structs.replace(self.read(), written=signature, folder=folder))
        with suppress(OSError):
            files.put_unsynced(self.copy, data)
            for leftover in (*files.leftovers(self._path), *files.leftovers(self.copy)):
                leftover.unlink(missing_ok=True)

    def found(self, folder: tuple[int, int] | None) -> None:
        """The board was read here; where that is the first time, its folder is remembered."""
        before = self.read()
        if before.folder is None:
            self._put(msgspec.structs.replace(before, folder=folder))

    def told(self, *keys: str) -> None:
        """The user was told these things."""
        before = self.read()
        self._put(msgspec.structs.replace(before, told=(*before.told, *keys)[-TOLD_KEPT:]))

    def doubted(self, name: str, signature: Signature) -> None:
        """A file beside the board was looked into."""
        before = self.read()
        self._put(msgspec.structs.replace(before, doubted={**before.doubted, name: signature}))

    def _put(self, remembered: Remembered) -> None:
        with suppress(OSError):
            files.make_private(self._folder)
            files.put_unsynced(self._path, msgspec.json.encode(remembered))
