"""The themes: a dark and a light one beside Textual's own, and which one was chosen last."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress
from pathlib import Path

from textual.theme import Theme

from day12_data.store import files

_FILE = "theme"  # in the state folder: losing it loses nothing

DARK = Theme(
    name="day12-dark",
    primary="#7aa2d6",
    secondary="#9a8ec2",
    accent="#e0b15c",
    warning="#e0b15c",
    error="#ef6f6c",
    success="#7fb785",
    foreground="#dcdfe4",
    background="#16181d",
    surface="#1d2027",
    panel="#262a33",
    dark=True,
)

LIGHT = Theme(
    name="day12-light",
    primary="#2f5f9e",
    secondary="#6a5aa0",
    accent="#9a5b00",
    warning="#8a5600",
    error="#b3261e",
    success="#2f7040",
    foreground="#22252b",
    background="#faf8f4",
    surface="#f1eee7",
    panel="#e6e1d6",
    dark=False,
)


def read_theme(state: Path, known: Container[str], default: str) -> str:
    """The theme chosen last, or the default where there is none that is known."""
    with suppress(OSError, UnicodeDecodeError):
        name = (state / _FILE).read_text("utf-8").strip()
        if name in known:
            return name
    return default


def remember_theme(state: Path, name: str) -> None:
    """Keep the choice; a folder that can't be written to is no reason to complain about colours."""
    with suppress(OSError):
        files.make_folder(state)
        files.put_unsynced(state / _FILE, name.encode())
