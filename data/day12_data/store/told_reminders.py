"""What was told of a board's cards, in the state folder, so that no two programs tell the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
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
        """What was told, by the cards' ids; nothing where the file can't be read, and then it is told once more.

        Raises:
            StoreError: there can be no such file.
        """
        with self._in_plain_words():
            return self._read()[0]

    def update(self, tell: Callable[[Told], Told], timeout: float | None = None) -> bool:
        """Have `tell` tell what wasn't told yet, and keep the answer; no other program tells of this board meanwhile.

        False where another one is telling for longer than the timeout. What `tell` raises is passed on.

        Raises:
            StoreError: it can't be kept.
        """
        with ExitStack() as stack:
            with self._in_plain_words():
                files.make_private(self._path.parent)
                if not stack.enter_context(files.FileLock().held(self._path, timeout)):
                    return False
                before, was = self._read()
            if (after := tell(before)) != before:
                with self._in_plain_words():
                    files.replace(self._path, msgspec.json.encode(after), was)
        return True

    @contextmanager
    def _in_plain_words(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            sentence = f"What was told can't be kept in {self._path.parent}: {files.why(error)}."
            raise StoreError(sentence) from error

    def _read(self) -> tuple[Told, files.Signature | None]:
        try:
            found = files.read(self._path)
            return msgspec.json.decode(found.data or b"{}", type=dict[str, tuple[str, ...]]), found.signature
        except (OSError, msgspec.MsgspecError, ValueError):
            return {}, files.signature(self._path)
