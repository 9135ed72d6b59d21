"""What the command palette offers: what the keys of the board do, each with its key, and what has none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from day12.edit.actions import CardActions
from day12.keys import BOARD_KEYS, SHARED_KEYS, keys_now
from day12.navigation import open_codes

if TYPE_CHECKING:
    from day12.app import Day12App


def board_commands(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands of the board, which is in front."""
    keys = keys_now(screen)
    for key in (*BOARD_KEYS, *SHARED_KEYS):
        if key.id and not key.id.startswith("column_"):
            what = f"{key.tooltip} · {' '.join(keys[key.id])}"
            run = partial(app.call_later, app.run_action, key.action, screen)
            yield SystemCommand(key.description.capitalize(), what, run)


def card_commands(app: Day12App, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands about the card of the screen in front that no key gives."""
    if isinstance(screen, CardActions) and (card := screen.card):
        what = "Show a phone's camera this card's events, numbers and contacts"
        yield SystemCommand("QR codes", what, partial(app.call_later, open_codes, app, card))
