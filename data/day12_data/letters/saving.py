"""Drafts as files: private, whole, and never over a file that is there."""

from __future__ import annotations

import re
from pathlib import Path

from day12_data import files
from day12_data.text import clean

_MOST_BYTES = 120


class SaveError(OSError):
    """A draft that couldn't be saved; its text says why and what to do instead."""


def save_new(path: Path, data: bytes) -> Path:
    """Write a new file that only its owner can read, and return its path: "name-2" where "name" is taken.

    Raises:
        SaveError: it couldn't be written; nothing of it is left behind.
    """
    try:
        return files.create(path, data)
    except (OSError, ValueError) as error:
        sentence = f"The draft couldn't be saved as {path} ({files.why(error)}): choose another folder."
        raise SaveError(sentence) from None


def file_name(*words: str, suffix: str) -> str:
    """A file name made of words, letters and digits of any script, such as "acme-jane-doe-thank-you.eml"."""
    stem = re.sub(r"[\W_]+", "-", clean(" ".join(words)).lower()).strip("-")
    short = stem.encode()[:_MOST_BYTES].decode(errors="ignore").strip("-")
    return f"{short or 'draft'}{suffix}"
