"""What was told of a board's cards, in the state folder, so that no two programs tell the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from day12_data.store import files
from day12_data.store.errors import StoreError, in_plain_words
from day12_data.store.lock import BoardLock

Told = Mapping[str, tuple[str, ...]]


class ToldFile:
    """The file of what was told of one board's cards."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Told:
        """What was told, by the cards' ids; nothing where the file can't be read, and then it is told once more.

        Raises:
            StoreError: there can be no such file.
        """
        with in_plain_words("read", self._path):
            return self._read()[0]

    def update(self, tell: Callable[[Told], Told], timeout: float | None = None) -> bool:
        """Have `tell` tell what wasn't told yet, and keep the answer; no other program tells meanwhile.

        False where another one is telling for longer than the timeout.

        Raises:
            StoreError: it can't be kept.
        """
        with in_plain_words("save", self._path):
            files.make_private(self._path.parent)
            with BoardLock(self._path).held(self._path, timeout) as held:
                if not held:
                    return False
                before, was = self._read()
                if (after := tell(before)) != before:
                    files.replace(self._path, msgspec.json.encode(after), was)
        return True

    def _read(self) -> tuple[Told, files.Signature | None]:
        try:
            found = files.read(self._path)
            return msgspec.json.decode(found.data or b"{}", type=dict[str, tuple[str, ...]]), found.signature
        except (OSError, StoreError, msgspec.MsgspecError, ValueError):
            return {}, files.signature(self._path)
