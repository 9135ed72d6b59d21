"""What the command palette offers: what the keys of the board do, each with its key, and what has none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.markup import escape
from textual.screen import Screen

from day12.board.screen import BoardScreen
from day12.edit.actions import CardActions
from day12.keys import BOARD_KEYS, SHARED_KEYS, keys_now
from day12.navigation import open_codes

if TYPE_CHECKING:
    from day12.app import Day12App
    from day12_data.settings import Filter


def commands(app: Day12App, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """What is offered on a screen."""
    if isinstance(screen, BoardScreen):
        yield from _board_commands(app, screen)
        yield from _filter_commands(app, screen)
    yield from _card_commands(app, screen)


def _board_commands(app: App[Any], screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands of the board, which is in front."""
    keys = keys_now(screen)
    for key in (*BOARD_KEYS, *SHARED_KEYS):
        if key.id and not key.id.startswith("column_"):
            what = f"{key.tooltip} · {' '.join(keys[key.id])}"
            run = partial(app.call_later, app.run_action, key.action, screen)
            yield SystemCommand(key.description.capitalize(), what, run)


def _filter_commands(app: Day12App, board: BoardScreen) -> Iterator[SystemCommand]:
    """The filters of the settings, by their names."""
    for name, only in app.session.settings.filters.items():
        what = f"Show only what is {', '.join(filter(None, _told(only)))}"
        yield SystemCommand(escape(f"Filter: {name}"), escape(what), partial(app.call_later, board.show_only, only))


def _told(only: Filter) -> Iterator[str]:
    yield "overdue" * only.overdue
    yield f"in {only.stage.title}" if only.stage else ""
    yield f"found by “{only.find}”" * bool(only.find)


def _card_commands(app: Day12App, screen: Screen[Any]) -> Iterator[SystemCommand]:
    """The commands about the card of the screen in front that no key gives."""
    if isinstance(screen, CardActions) and (card := screen.card):
        what = "Show a phone's camera this card's events, numbers and contacts"
        yield SystemCommand("QR codes", what, partial(app.call_later, open_codes, app, card))
