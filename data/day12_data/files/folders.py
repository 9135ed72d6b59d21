"""Folders for the user alone, made durable, and names in them that aren't taken."""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def make_folder(folder: Path) -> None:
    """The folder and those above it, for the user alone, and there to stay."""
    if not folder.is_dir():
        if folder.exists():
            raise FileExistsError(errno.EEXIST, "a file has that name", str(folder))
        if folder.parent != folder:
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


def sync(path: Path) -> None:
    """Make the file's content durable, or a folder's entries."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable, where the system has a way to."""
    if os.name != "nt":
        sync(folder)


def names_like(path: Path) -> Iterator[Path]:
    """The path, then "name-2.json" and so on."""
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in itertools.count(2))


def free_name(path: Path) -> Path:
    """The first name like it that isn't taken."""
    return next(each for each in names_like(path) if not (each.exists() or each.is_symlink()))
