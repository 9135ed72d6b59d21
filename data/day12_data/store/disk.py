"""The TinyDB storage that loses nothing: a transaction reads once under the lock, and writes once, durably.

Documents stay the bytes they were in the file until somebody touches them, so that a change to one card costs no
decoding of the others, and what this version doesn't know goes back to the disk as it came.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NamedTuple, cast

import msgspec
from filelock import FileLock
from msgspec import Raw
from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Document, Table

from day12_data.store.errors import StoreError, UnreadableBoard

KNOWN = ("meta", "cards", "changes")
LOCK_TIMEOUT = 10

Signature = tuple[int, int, int]
Tables = dict[str, Any]


class Snapshot(NamedTuple):
    """What a file held, and which file it was; None when there was none."""

    data: bytes
    signature: Signature | None


class ChangedUnderneath(Exception):  # noqa: N818 - not an error: the transaction is run again
    """Somebody replaced the file between the read and the write."""


class Kept(MutableMapping[str, Any]):
    """A document as the file's own bytes, taken apart, one level deep, when it is first touched."""

    __slots__ = ("_fields", "_raw")

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._fields: dict[str, Any] | None = None

    def stored(self) -> Raw | dict[str, Any]:
        """What to write."""
        return self._raw if self._fields is None else self._fields

    def _touched(self) -> dict[str, Any]:
        if self._fields is None:
            self._fields = msgspec.json.decode(self._raw, type=dict[str, Raw])
        return self._fields

    def __getitem__(self, name: str) -> Any:
        return self._touched()[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._touched()[name] = value

    def __delitem__(self, name: str) -> None:
        del self._touched()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._touched())

    def __len__(self) -> int:
        return len(self._touched())


class Documents(Table):
    """A table whose ids stay as they are written in the file, and whose queries are never answered from a cache."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB means int, but needs no more than str gives
    default_query_cache_capacity = 0

    def find(self, key: str) -> dict[str, Any] | None:
        """The document's fields, each as its bytes."""
        found = self.get(doc_id=key)  # type: ignore[call-overload]
        return dict(found) if found is not None else None

    def put(self, key: str, fields: Mapping[str, Any]) -> None:
        """Set these fields, and leave the document's others alone."""
        self.upsert(Document(fields, key))  # type: ignore[arg-type]

    def raw(self) -> dict[str, bytes]:
        """Every document as its bytes in the file."""
        return {key: as_bytes(document) for key, document in self._read_table().items()}


class Database(TinyDB):
    """TinyDB with such tables."""

    table_class = Documents

    @property
    def cards(self) -> Documents:
        """The cards, tombstones included."""
        return cast("Documents", self.table("cards"))

    @property
    def changes(self) -> Documents:
        """The history."""
        return cast("Documents", self.table("changes"))

    @property
    def meta(self) -> Documents:
        """The schema's version and the history's last number."""
        return cast("Documents", self.table("meta"))


class BoardFile(Storage):
    """One board's file, written whole or not at all."""

    def __init__(self, path: Path, lock: Path) -> None:
        self.path, self._lock_path = path, lock
        self._lock = FileLock(lock, timeout=LOCK_TIMEOUT, poll_interval=0.005, mode=0o600)
        self._tables: Tables | None = None
        self._dirty = False
        self.seen: Signature | None = None

    @property
    def real(self) -> Path:
        """The file itself, where the path is a link to it."""
        return Path(os.path.realpath(self.path))

    def load(self) -> Tables:
        """What is on disk now. Reading takes no lock."""
        data, self.seen = read_bytes(self.real)
        return decode(data, self.path)

    def changed(self) -> bool:
        """Whether the file is no longer the one that was last read or written here."""
        return signature(self.real) != self.seen

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
        """Nobody else writes meanwhile."""
        self._lock_path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._lock:
            yield

    @contextmanager
    def transaction(self) -> Iterator[Tables]:
        """The tables, read once; if anything was written to them, one durable write at the end.

        Raises:
            ChangedUnderneath: a program that knows no lock replaced the file meanwhile; run it again.
        """
        with self.locked():
            self._tables, self._dirty = self.load(), False
            try:
                yield self._tables
                if self._dirty:
                    self.seen = replace_file(self.real, encode(self._tables), self.seen)
            finally:
                self._tables = None


def signature(path: Path) -> Signature | None:
    """The file's inode, size and time of change; None when there is no file."""
    try:
        return _signature(path.stat())
    except FileNotFoundError:
        return None


def _signature(found: os.stat_result) -> Signature:
    return found.st_ino, found.st_size, found.st_mtime_ns


def read_bytes(path: Path) -> Snapshot:
    """All of the file, which must be a plain one."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return Snapshot(b"", None)
    with open(handle, "rb") as file:  # noqa: PTH123 - a handle, not a path
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
            raise StoreError(f"{path} is {kind}: name the board's file with --board or DAY12_BOARD.")
        return Snapshot(file.read(), _signature(found))


def decode(data: bytes, path: Path) -> Tables:
    """The tables, each known one with its documents as `Kept`, the unknown ones as bytes."""
    try:
        data.decode()
        tables: Tables = msgspec.json.decode(data, type=dict[str, Raw]) if data else {}
        for name in KNOWN:
            table = msgspec.json.decode(tables.get(name, b"{}"), type=dict[str, Raw])
            tables[name] = {key: Kept(raw) for key, raw in table.items()}
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise UnreadableBoard(path, str(error)) from None
    return tables


def encode(tables: Tables) -> bytes:
    """The tables as JSON that stock TinyDB reads."""
    return msgspec.json.encode(tables, enc_hook=Kept.stored)


def as_bytes(document: Any) -> bytes:
    """One document as it is written."""
    return msgspec.json.encode(document, enc_hook=Kept.stored)


def replace_file(path: Path, data: bytes, was: Signature | None) -> Signature:
    """Put the data in the file's place: it is on the disk when this returns, whole, or the old file still is."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.day12-tmp")
    temporary.unlink(missing_ok=True)
    try:
        with open(temporary, "xb", opener=_private) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            written = _signature(os.fstat(file.fileno()))
        if signature(path) != was:
            raise ChangedUnderneath
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return written


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable, where the system has a way to."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
