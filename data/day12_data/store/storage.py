"""The TinyDB storage that loses nothing: a transaction reads once under the lock, and writes once, durably."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Raw

from day12_data import files
from day12_data.files import ChangedUnderneath, FileLock, Signature, Snapshot
from day12_data.store.errors import StoreError, busy
from day12_data.store.raw_documents import META, SCHEMA, RawDocument, Tables, as_bytes
from day12_data.store.schema import decode, encode

T = TypeVar("T")

_HIGHEST = 2**53
_TRIES = 50


class BoardFile:
    """One board's file, written whole or not at all: what TinyDB reads from and writes to.

    `keep` is told the schema of the file that is about to be replaced, and may put the file by; `wrote` is told which
    file is there now, and which documents are new in it. `missing` raises where a file that is empty, or isn't there,
    is one that has lost its cards.
    """

    def __init__(
        self,
        path: Path,
        *,
        keep: Callable[[int], None],
        wrote: Callable[[Signature, Tables], None],
        missing: Callable[[bool], None],
    ) -> None:
        self.path, self._keep, self._wrote, self._missing = path, keep, wrote, missing
        self._lock = FileLock()
        self._tables: Tables | None = None
        self._dirty = False
        self._data = b""
        self._known: tuple[Tables, int] | None = None
        self._counted = False
        self._held: Path | None = None
        self.replaced = False
        self._folder: tuple[int, int] | None = None
        self.seen: Signature | None = None
        self.unsynced: OSError | None = None

    @property
    def real(self) -> Path:
        """The file itself, where the path is a link to it."""
        return self._held or Path(os.path.realpath(self.path))

    def load(self) -> Tables:
        """What is on disk now. Reading takes no lock."""
        found = files.read(self.real)
        known = self._decoded(found)
        self.seen, self._data, self._known = found.signature, found.data, known
        self._counted, self._folder = False, files.identity(self.real.parent)
        return known[0]

    def forget(self) -> None:
        """Hold nothing any more: the file was taken away on purpose."""
        self.seen, self._data, self._known = None, b"", None

    @property
    def data(self) -> bytes:
        """The bytes that were read or written last."""
        return self._data

    @property
    def emptied(self) -> bool:
        """Whether the file is gone or empty now, though what was read or written last was not."""
        return bool(self.seen and self._data.strip()) and not files.read(self.real).data.strip()

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
        if found.signature and not found.data.strip():
            self._missing(True)  # noqa: FBT003 - whether the file is there
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
        """Nobody else writes meanwhile, and what a killed writer left is gone.

        Raises:
            StoreError: somebody else has been writing for too long.
        """
        with self.locked_within(None) as locked:
            if not locked:
                raise busy(self.path)
            yield

    @contextmanager
    def locked_within(self, timeout: float | None) -> Iterator[bool]:
        """The same, but False where it would take longer."""
        real = self.real
        with self._lock.held(real, timeout) as locked:
            if locked:
                for leftover in files.leftovers(real.parent, real.name):
                    leftover.unlink(missing_ok=True)
            yield locked

    def transact(self, work: Callable[[Tables], T]) -> tuple[T, Tables]:
        """What work in a transaction gives, with the tables; done anew when somebody replaced the file meanwhile."""
        tries = _TRIES
        while True:
            try:
                with self.transaction() as tables:
                    result = work(tables)
                    tables = self.read()
            except ChangedUnderneath:
                tries -= 1
                if not tries:
                    raise
            else:
                return result, tables

    @contextmanager
    def transaction(self) -> Iterator[Tables]:
        """The tables, read once; if anything was written to them, one durable write at the end.

        A file that has vanished or was emptied since it was read is written again from what was read last.

        Raises:
            ChangedUnderneath: a program that knows no lock replaced the file meanwhile; run it again.
            MissingBoard: there was a board here, and nothing of it is known any more.
        """
        self._held = self.real
        try:
            self._find_folder()
            with self.locked():
                yield from self._transacted()
        finally:
            self._tables = self._held = None

    def _transacted(self) -> Iterator[Tables]:
        """Read, let the work be done, and write."""
        found = known = files.read(self.real)
        if not found.data.strip():
            if self.seen and self._data.strip():
                known = Snapshot(self._data, None)
            else:
                self._missing(found.signature is not None)
        self.replaced = known.data != self._data
        tables, version = self._known if self._known and known.data == self._data else self._decoded(known)
        self._tables, self._dirty = dict(tables), False
        if not self._counted or self.replaced:
            _count(self._tables, known.data)
        yield self._tables
        if self._dirty:
            data = encode(self._tables)
            known, version = Snapshot(data, self._put(data, found.signature, version)), SCHEMA
            self._wrote(known.signature or (0, 0, 0), _changed(tables, self._tables))
        elif self.unsynced:
            self.sync()
        self._data, self.seen, self._known, self._counted = known.data, known.signature, (self._tables, version), True
        self._folder = files.identity(self.real.parent)

    def _find_folder(self) -> None:
        """Make the folder of a new board; one that is gone, or isn't the one that it was, is no place to write to."""
        folder = self.real.parent
        if not folder.is_dir():
            if self.seen:
                raise StoreError(f"The folder {folder} is gone: bring it back, then try again.")
            self._missing(False)  # noqa: FBT003 - whether the file is there
            files.make_folder(folder)
        elif self.seen and self._folder and files.signature(self.real) is None:
            there = files.identity(folder)
            if there and there[0] != self._folder[0]:
                raise StoreError(f"The volume of {folder} isn't there any more: mount it again, then try again.")

    def put(self, data: bytes) -> Signature:
        """Put other contents in the file's place, whatever it holds now."""
        files.make_folder(self.real.parent)
        return self._put(data, files.signature(self.real), SCHEMA)

    def _put(self, data: bytes, was: Signature | None, version: int) -> Signature:
        written = files.replace(self.real, data, was, lambda: self._keep(version) if was else None)
        self.unsynced = written.unsynced
        return written.signature

    def sync(self) -> None:
        """Make what was written durable, where that failed before."""
        try:
            files.sync_folder(self.real.parent)
        except OSError as error:
            self.unsynced = error
        else:
            self.unsynced = None


def _changed(before: Tables, after: Tables) -> Tables:
    """The documents that aren't the ones that they were."""
    changed: Tables = {}
    for name in ("cards", "changes", "meta"):
        was = before[name]
        if was is after[name]:
            continue
        differ = [(key, now) for key, now in after[name].items() if was.get(key) is not now]
        changed[name] = {key: now.stored for key, now in differ if key not in was or was[key].stored != now.stored}
    return changed


def _count(tables: Tables, data: bytes) -> None:
    """Have the next number come after all that the history has, whatever the file says that the last one was."""
    numbers = (int(number) for number in re.findall(rb'"turn":\s*(\d{1,16})\b', data))
    highest = max((number for number in numbers if number < _HIGHEST), default=0)
    there = msgspec.json.decode(as_bytes(tables["meta"][META]), type=dict[str, Raw]) if META in tables["meta"] else {}
    if highest > msgspec.json.decode(there.get("clock", Raw(b"0"))):
        fields = {"schema": SCHEMA, **there, "clock": highest}
        tables["meta"] = {**tables["meta"], META: RawDocument(Raw(msgspec.json.encode(fields)))}
