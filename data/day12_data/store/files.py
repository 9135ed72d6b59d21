"""One file, read whole, and replaced so that a kill, a power cut or a full disk leaves the old one or the new one."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from day12_data.store.errors import StoreError
from day12_data.store.lock import lock_file, unlocked_file

LARGEST = 512 * 1024 * 1024
_TEMPORARY = ".day12-tmp"

Signature = tuple[int, int, int]


class Snapshot(NamedTuple):
    """What a file held, and which file it was: its inode, size and time of change, or None when there was none."""

    data: bytes
    signature: Signature | None


class ChangedUnderneath(StoreError):  # noqa: N818 - no error at first: the transaction is run again
    """Somebody replaced the file between the read and the write."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is being rewritten by another program: try again when it is done.")


def signature(path: Path) -> Signature | None:
    """Which file is there now; None when there is none."""
    try:
        return _signature(path.stat())
    except FileNotFoundError:
        return None


def _signature(found: os.stat_result) -> Signature:
    return found.st_ino, found.st_size, found.st_mtime_ns


def read(path: Path) -> Snapshot:
    """All of the file, which must be a plain one: opening a pipe would wait for ever."""
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return Snapshot(b"", None)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            kind = "a folder" if stat.S_ISDIR(found.st_mode) else "not a plain file"
            raise StoreError(f"{path} is {kind}: name the board's file with --board or DAY12_BOARD.")
        if found.st_size > LARGEST:
            raise StoreError(f"{path} is too big for a board ({found.st_size >> 20} MB): name another with --board.")
        with open(handle, "rb", closefd=False) as file:
            return Snapshot(file.read(), _signature(found))
    finally:
        os.close(handle)


class Written(NamedTuple):
    """Which file was written; `unsynced` says why the folder couldn't be made durable after it, if so."""

    signature: Signature
    unsynced: OSError | None


def replace(path: Path, data: bytes, was: Signature | None, keep: Callable[[], None] = lambda: None) -> Written:
    """Put the data in the file's place: it is on the disk when this returns, whole, or the old file still is.

    `keep` is called when the new file is ready and the old one is about to go.

    Raises:
        ChangedUnderneath: the file is no longer the one that `was` there.
    """
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        with open(temporary, "xb", opener=for_me) as file:
            lock_file(file.fileno())
            file.write(data)
            file.flush()
            _same_owner(file.fileno(), path)
            os.fsync(file.fileno())
            written = _signature(os.fstat(file.fileno()))
            if signature(path) != was:
                raise ChangedUnderneath(path)
            keep()
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
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


def put_unsynced(path: Path, data: bytes) -> None:
    """Put the data in the file's place, whole or not at all, without waiting for the disk."""
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        with open(temporary, "xb", opener=for_me) as file:
            lock_file(file.fileno())
            file.write(data)
            file.flush()
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def copy(source: Path, target: Path) -> None:
    """Copy the file under a name that isn't taken: it is on the disk when this returns."""
    temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}{_TEMPORARY}")
    try:
        with open(temporary, "xb", opener=for_me):
            import shutil  # loads every compressor there is, and most runs copy nothing

            shutil.copyfile(source, temporary)
        sync(temporary)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Make the file's content durable."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def leftovers(path: Path) -> Iterator[Path]:
    """The temporary files of writers that were killed: one that is at work holds a lock on its own."""
    for name in os.listdir(path.parent):  # noqa: PTH208 - many times as fast as a glob, and done for each write
        if not (name.startswith(f".{path.name}.") and name.endswith(_TEMPORARY)):
            continue
        found = path.with_name(name)
        if found.is_file() and not found.is_symlink() and unlocked_file(found):
            yield found


def make_folder(folder: Path) -> None:
    """The folder and those above it, for the user alone, and there to stay."""
    if not folder.is_dir():
        make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
        folder.chmod(0o700)  # whatever the umask
        with suppress(OSError):
            sync_folder(folder.parent)


def make_private(folder: Path) -> None:
    """The folder, for the user alone even where it was there before."""
    make_folder(folder)
    if os.name != "nt" and folder.stat().st_mode & 0o077:
        with suppress(OSError):
            folder.chmod(0o700)


def identity(folder: Path) -> tuple[int, int] | None:
    """Which folder is there: its device and inode."""
    with suppress(OSError):
        found = folder.stat()
        return found.st_dev, found.st_ino
    return None


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable, where the system has a way to."""
    if os.name != "nt":
        sync(folder)


def free_name(path: Path) -> Path:
    """The path, or the first one like it, "name-2.json" and so on, that isn't taken."""
    number, free = 1, path
    while free.exists() or free.is_symlink():
        number += 1
        free = path.with_stem(f"{path.stem}-{number}")
    return free


def _same_owner(handle: int, path: Path) -> None:
    """Leave the file to whom it belonged, when root edits somebody's board."""
    if os.name != "nt" and os.geteuid() == 0:
        with suppress(OSError):
            owner = path.stat()
            os.fchown(handle, owner.st_uid, owner.st_gid)
