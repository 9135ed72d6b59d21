"""What the command palette offers: what the keys of the board do, each with its key."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from day12.keys import BOARD_KEYS, SHARED_KEYS, keys_now


def board_commands(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands of the board, which is in front."""
    keys = keys_now(screen)
    for key in (*BOARD_KEYS, *SHARED_KEYS):
        if key.id and not key.id.startswith("column_"):
            what = f"{key.tooltip} · {' '.join(keys[key.id])}"
            run = partial(app.call_later, app.run_action, key.action, screen)
            yield SystemCommand(key.description.capitalize(), what, run)
