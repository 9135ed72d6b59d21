"""One file, read whole, and replaced so that a kill, a power cut or a full disk leaves the old one or the new one."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from day12_data.files.errors import ChangedUnderneath, UnreadableFileError
from day12_data.files.folders import make_folder, names_like, sync_folder
from day12_data.files.lock import lock_file, unlocked_file

LARGEST = 512 * 1024 * 1024
_TEMPORARY = ".day12-tmp"

Signature = tuple[int, int, int]


class Snapshot(Struct, frozen=True):
    """What a file held, and which file it was: its inode, size and time of change, or None when there was none."""

    data: bytes
    signature: Signature | None


def signature(path: Path) -> Signature | None:
    """Which file is there now; None when there is none."""
    try:
        return _signature(path.stat())
    except FileNotFoundError:
        return None


def _signature(found: os.stat_result) -> Signature:
    return found.st_ino, found.st_size, found.st_mtime_ns


def read(path: Path) -> Snapshot:
    """All of the file, which must be a plain one: opening a pipe would wait for ever.

    Raises:
        UnreadableFileError: it is a folder, a pipe, or far too big.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return Snapshot(b"", None)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableFileError(path, "is a folder" if stat.S_ISDIR(found.st_mode) else "is not a plain file")
        if found.st_size > LARGEST:
            raise UnreadableFileError(path, f"is too big ({found.st_size >> 20} MB)")
        with open(handle, "rb", closefd=False) as file:
            return Snapshot(file.read(), _signature(found))
    finally:
        os.close(handle)


class Written(Struct, frozen=True):
    """Which file was written; `unsynced` says why the folder couldn't be made durable after it, if so."""

    signature: Signature
    unsynced: OSError | None


def replace(
    path: Path,
    data: bytes,
    was: Signature | None,
    keep: Callable[[], None] = lambda: None,
    *,
    one_of_many: bool = False,
) -> Written:
    """Put the data in the file's place: it is on the disk when this returns, whole, or the old file still is.

    `keep` is called when the new file is ready and the old one is about to go. For `one_of_many` the folder is not
    made durable: whoever wrote them all does that once.

    Raises:
        ChangedUnderneath: the file is no longer the one that `was` there.
    """
    make_folder(path.parent)
    with _in_place_of(path) as file:
        file.write(data)
        file.flush()
        _same_owner(file.fileno(), path)
        os.fsync(file.fileno())
        written = _signature(os.fstat(file.fileno()))
        if signature(path) != was:
            raise ChangedUnderneath(path)
        if was and not os.access(path, os.W_OK):  # the folder alone decides whether it can be replaced
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        keep()
    if not one_of_many:
        try:
            sync_folder(path.parent)
        except OSError as error:  # the new file is in its place all the same
            return Written(written, error)
    return Written(written, None)


def for_me(name: str, flags: int) -> int:
    """Opens a file for the user alone, whatever the umask."""
    handle = os.open(name, flags, 0o600)
    if os.name != "nt":
        os.fchmod(handle, 0o600)
    return handle


@contextmanager
def _in_place_of(path: Path) -> Iterator[BinaryIO]:
    """A new file to write, which takes the file's place once it is written, and goes where that fails."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        with open(temporary, "xb", opener=for_me) as file:
            lock_file(file.fileno())
            yield file
            file.flush()
            if os.name == "nt":  # where nothing is moved that is open
                file.close()
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def put_unsynced(path: Path, data: bytes) -> None:
    """Put the data in the file's place, whole or not at all, without waiting for the disk."""
    with _in_place_of(path) as file:
        file.write(data)


def create(path: Path, data: bytes) -> Path:
    """Write a file that wasn't there, and return its path: "name-2" where "name" is taken.

    It is on the disk when this returns; where it can't be, nothing of it is left behind.
    """
    make_folder(path.parent)
    return next(free for free in names_like(path) if _write_new(free, data))


def _write_new(path: Path, data: bytes) -> bool:
    """Write the file; False where there is one."""
    try:
        handle = for_me(str(path), os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0))
    except FileExistsError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise
    with suppress(OSError):  # the file is there all the same
        sync_folder(path.parent)
    return True


def copy(source: Path, target: Path) -> None:
    """Copy the file under a name that isn't taken: it is on the disk when this returns."""
    with _in_place_of(target) as file:
        file.write(source.read_bytes())
        file.flush()
        os.fsync(file.fileno())


def leftovers(folder: Path, of: str = "") -> Iterator[Path]:
    """What writers that were killed left of this file, or of any: one that is at work holds a lock on its own."""
    start = f".{of}." if of else "."
    for name in os.listdir(folder):  # noqa: PTH208 - many times as fast as a glob, and done for each write
        if not (name.startswith(start) and name.endswith(_TEMPORARY)):
            continue
        found = folder / name
        if found.is_file() and not found.is_symlink() and unlocked_file(found):
            yield found


def _same_owner(handle: int, path: Path) -> None:
    """Leave the file to whom it belonged, when root edits somebody's board."""
    if os.name != "nt" and os.geteuid() == 0:
        with suppress(OSError):
            owner = path.stat()
            os.fchown(handle, owner.st_uid, owner.st_gid)
