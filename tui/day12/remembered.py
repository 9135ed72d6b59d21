"""What the app remembers by itself between runs: the looks. It is state, not a setting; losing it loses nothing."""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress
from pathlib import Path

_FILE = "theme"


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
        state.mkdir(parents=True, exist_ok=True, mode=0o700)
        (state / _FILE).write_text(name, "utf-8")
