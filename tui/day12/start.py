"""Opens the board in the terminal."""

from __future__ import annotations

from day12.app import Day12App
from day12.commands import Desk
from day12.context import Context
from day12_data.board import Board
from day12_data.paths import config_dir


def make_app(desk: Desk, board: Board) -> Day12App:
    """The application on a desk; the tests open the same one."""
    context = Context(
        desk.clock,
        desk.settings,
        desk.zone,
        desk.store.log,
        desk.env,
        letters=config_dir(desk.env) / "letters",
        outbox=desk.state / "outbox",
    )
    return Day12App(desk.store, board, context, desk.state)


def start(desk: Desk, board: Board) -> int:
    """Open the board, and stay until the user leaves; the answer is the exit code."""
    app = make_app(desk, board)
    app.run()
    return app.return_code or 0
