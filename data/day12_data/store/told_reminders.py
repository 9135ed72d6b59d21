"""What was told of a board's cards, in the state folder, so that no two programs tell the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

import msgspec

from day12_data import files
from day12_data.store.errors import StoreError

Told = Mapping[str, tuple[str, ...]]


class ToldReminders:
    """The file of what was told of one board's cards."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Told:
        """What was told, by the cards' ids; nothing where that can't be read, and then it is told once more."""
        return self._read()[0]

    def update(self, tell: Callable[[Told], Told], timeout: float | None = None) -> bool:
        """Have `tell` tell what wasn't told yet, and keep the answer; no other program tells of this board meanwhile.

        False where another one is telling for longer than the timeout. What `tell` raises is passed on.

        Raises:
            StoreError: it was told, and can't be kept: the next time it is told again, which is better than not at all.
        """
        with ExitStack() as stack:
            trouble = None
            try:
                files.make_private(self._path.parent)
                if not stack.enter_context(files.FileLock().held(self._path, timeout)):
                    return False
            except OSError as error:
                trouble = error
            before, was = self._read()
            if (after := tell(before)) != before:
                try:
                    if trouble:
                        raise trouble
                    files.replace(self._path, msgspec.json.encode(after), was)
                except OSError as error:
                    where = f"{self._path.parent} ({files.why(error)})"
                    raise StoreError(
                        f"What was told can't be kept in {where}: until it can, it is told again."
                    ) from error
        return True

    def _read(self) -> tuple[Told, files.Signature | None]:
        try:
            found = files.read(self._path)
        except OSError:
            return {}, None
        try:
            return msgspec.json.decode(found.data or b"{}", type=dict[str, tuple[str, ...]]), found.signature
        except (msgspec.MsgspecError, ValueError):
            return {}, found.signature
