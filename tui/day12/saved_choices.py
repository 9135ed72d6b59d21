"""Keeps the theme and the view that were chosen last, a file each in the state folder."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from day12_data import files


def read_choice(state: Path, name: str, known: Container[str], default: str) -> str:
    """What was chosen last, or the default where that isn't known."""
    with suppress(OSError, UnicodeDecodeError):
        choice = (state / name).read_text("utf-8").strip()
        if choice in known:
            return choice
    return default


def remember_choice(state: Path, name: str, choice: str) -> None:
    """Keep the choice; a folder that can't be written to is no reason to complain about it."""
    with suppress(OSError):
        files.make_folder(state)
        files.put_unsynced(state / name, choice.encode())
