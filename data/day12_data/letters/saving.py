"""Drafts as files: private, whole, and never over a file that is there."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from day12_data.text import clean

_MOST_COPIES = 1000
_MOST_BYTES = 120


class SaveError(OSError):
    """A draft that couldn't be saved; its text says why and what to do instead."""


def save_new(path: Path, data: bytes) -> Path:
    """Write a new file that only its owner can read, and return its path: "name-2" where "name" is taken.

    Raises:
        SaveError: it couldn't be written; nothing of it is left behind.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(1, _MOST_COPIES):
            free = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
            try:
                handle = os.open(free, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
            except FileExistsError:
                continue
            _write(handle, free, data)
            return free
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a file name"
        raise SaveError(f"The draft couldn't be saved as {path} ({reason}): choose another folder.") from None
    raise SaveError(f"There are too many drafts called {path.name} in {path.parent}: clear some away.")


def file_name(*words: str, suffix: str) -> str:
    """A file name made of words, letters and digits of any script, such as "acme-jane-doe-thank-you.eml"."""
    stem = re.sub(r"[\W_]+", "-", clean(" ".join(words)).lower()).strip("-")
    short = stem.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")
    return f"{short or 'draft'}{suffix}"


def _write(handle: int, path: Path, data: bytes) -> None:
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        with contextlib.suppress(OSError):
            path.unlink()
        raise
