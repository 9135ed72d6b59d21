"""Opens the board in the terminal."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from day12.commands import DONE, Desk, Wrong
from day12_data.board import Board
from day12_data.paths import config_dir
from day12_data.store import UnreadableBoard

if TYPE_CHECKING:
    from day12.app import Day12App


def open_board(_: argparse.Namespace, desk: Desk) -> int:
    """Open the board, and stay until the user leaves."""
    in_terminal = sys.stdin.isatty() and sys.stderr.isatty()
    try:
        board = desk.load(quiet=True)
    except UnreadableBoard as trouble:
        if not in_terminal:
            raise
        board = _rescued(desk, trouble)
    if not in_terminal:
        raise Wrong("the board needs a terminal: in a script, use `day12 list` or `day12 due`.")
    try:
        app = make_app(desk, board)
    except ValueError as error:
        raise Wrong(f"in the settings, {error}") from None
    app.run()
    return app.return_code or DONE


def _rescued(desk: Desk, trouble: UnreadableBoard) -> Board:
    """The board that the user goes on with; the file that can't be read is set aside under another name."""
    from day12.rescue import BACKUP, EMPTY, RescueApp

    choice = RescueApp(trouble).run()
    if choice not in (BACKUP, EMPTY):
        raise trouble
    desk.store.set_aside()
    return desk.store.restore(trouble.backup.name) if choice == BACKUP and trouble.backup else desk.load()


def make_app(desk: Desk, board: Board) -> Day12App:
    """The application on a desk; the tests open the same one.

    Raises:
        ValueError: the settings' keys can't be used.
    """
    from day12.app import Day12App  # only for a terminal: a script is told so without waiting for Textual
    from day12.context import Context
    from day12.keys import keymap

    context = Context(
        desk.clock,
        desk.settings,
        desk.zone,
        desk.store.log,
        desk.env,
        letters=config_dir(desk.env) / "letters",
        outbox=desk.state / "outbox",
    )
    return Day12App(desk.store, board, context, desk.state, keymap(desk.settings.keys))
