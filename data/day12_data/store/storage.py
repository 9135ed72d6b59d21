"""The TinyDB storage that loses nothing: a transaction reads once under the lock, and writes once, durably."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tinydb.storages import Storage

from day12_data.store import files
from day12_data.store.errors import StoreError, UnreadableBoard
from day12_data.store.files import Signature, Snapshot
from day12_data.store.migrations import SCHEMA
from day12_data.store.schema import decode, encode
from day12_data.store.tables import Tables

if TYPE_CHECKING:
    from filelock import FileLock

LOCK_TIMEOUT = 10


class BoardFile(Storage):
    """One board's file, written whole or not at all.

    `keep` is told the schema of the file that is about to be replaced, and may put the file by. `lost` says whether
    an empty file is one that has lost its cards.
    """

    def __init__(self, path: Path, lock: Path, *, keep: Callable[[int], None], lost: Callable[[], bool]) -> None:
        self.path, self._lock_path, self._keep, self._lost = path, lock, keep, lost
        self._lock: FileLock | None = None
        self._tables: Tables | None = None
        self._dirty = False
        self._data = b""
        self._known: tuple[Tables, int] | None = None
        self.seen: Signature | None = None

    @property
    def real(self) -> Path:
        """The file itself, where the path is a link to it."""
        return Path(os.path.realpath(self.path))

    def load(self) -> Tables:
        """What is on disk now. Reading takes no lock."""
        found = files.read(self.real)
        self.seen = found.signature
        known = self._decoded(found)
        self._data, self._known = found.data, known
        return known[0]

    @property
    def tables(self) -> Tables | None:
        """What was read or written last, without a look at the disk; None before the first time.

        Nothing in them changes any more: a write makes new ones.
        """
        known = self._known
        return known[0] if known else None

    def peek(self) -> Tables:
        """What is on disk now, without taking note of it."""
        return self._decoded(files.read(self.real))[0]

    def _decoded(self, found: Snapshot) -> tuple[Tables, int]:
        if found.signature and not found.data.strip() and self._lost():
            raise UnreadableBoard(self.path, "it is empty, though it had cards")
        return decode(found.data, self.path)

    def read(self) -> Tables:
        """The transaction's tables."""
        if self._tables is None:
            msg = "read outside a transaction"
            raise RuntimeError(msg)
        return self._tables

    def write(self, data: Tables) -> None:
        """Take the tables for the write at the transaction's end."""
        if self._tables is None:
            msg = "write outside a transaction"
            raise RuntimeError(msg)
        self._tables, self._dirty = data, True

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Nobody else writes meanwhile, and what a killed writer left is gone."""
        files.make_folder(self._lock_path.parent)
        import filelock  # not needed to look at a board, and slow to import

        self._lock = self._lock or filelock.FileLock(self._lock_path, mode=0o600)
        try:
            self._lock.acquire(timeout=LOCK_TIMEOUT, poll_interval=0.005)
        except filelock.Timeout:
            msg = f"{self.path.name} is busy: another day12 has been writing for {LOCK_TIMEOUT} seconds; "
            raise StoreError(msg + "close it, then try again.") from None
        try:
            for leftover in files.leftovers(self.real):
                leftover.unlink(missing_ok=True)
            yield
        finally:
            self._lock.release()

    @contextmanager
    def transaction(self) -> Iterator[Tables]:
        """The tables, read once; if anything was written to them, one durable write at the end.

        A file that has vanished since it was read is written again from what was read last.

        Raises:
            ChangedUnderneath: a program that knows no lock replaced the file meanwhile; run it again.
        """
        with self.locked():
            found = files.read(self.real)
            known = found
            if self.seen and not found.signature:
                if not self.real.parent.is_dir():
                    raise StoreError(f"The folder {self.real.parent} is gone: bring it back, then try again.")
                known = Snapshot(self._data, None)
            tables, version = self._known if self._known and known.data == self._data else self._decoded(known)
            self._tables, self._dirty = dict(tables), False
            try:
                yield self._tables
                if self._dirty:
                    data = encode(self._tables)
                    known, version = Snapshot(data, self._put(data, found.signature, version)), SCHEMA
                (self._data, self.seen), self._known = known, (self._tables, version)
            finally:
                self._tables = None

    def put(self, data: bytes) -> None:
        """Put other contents in the file's place, whatever it holds now."""
        self._put(data, files.signature(self.real), SCHEMA)

    def _put(self, data: bytes, was: Signature | None, version: int) -> Signature:
        return files.replace(self.real, data, was, lambda: self._keep(version) if was else None)
