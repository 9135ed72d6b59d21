"""Opens the board in the terminal."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from day12.commands.session import DONE, CommandError, Session
from day12.lean_imports import import_asyncio
from day12_data.board import Board
from day12_data.store import MissingBoard, UnreadableBoard

if TYPE_CHECKING:
    from day12.app import Day12App


def open_board(_: SimpleNamespace, session: Session) -> int:
    """Open the board, and stay until the user leaves."""
    in_terminal = sys.stdin.isatty() and sys.stderr.isatty()
    import_asyncio()
    try:
        board = session.load(quiet=True)
        if in_terminal and (missing := session.store.missing()):
            board = _rescued(session, missing)
    except UnreadableBoard as trouble:
        if not in_terminal:
            raise
        board = _rescued(session, trouble)
    if not in_terminal:
        raise CommandError("the board needs a terminal: in a script, use `day12 list` or `day12 due`.")
    app = make_app(session, board)
    app.run_to_the_end()
    return app.return_code or DONE


def _rescued(session: Session, trouble: UnreadableBoard | MissingBoard) -> Board:
    """The board that the user goes on with; the file that can't be read is set aside under another name."""
    from day12.rescue import BACKUP, EMPTY, RescueApp

    choice = RescueApp(trouble).run_to_the_end()
    if choice not in (BACKUP, EMPTY):
        raise trouble
    if isinstance(trouble, MissingBoard):
        session.store.start_new()
    else:
        session.store.set_aside()
    return session.store.restore(trouble.backup.name) if choice == BACKUP and trouble.backup else session.load()


def make_app(session: Session, board: Board) -> Day12App:
    """The application on a session; the tests open the same one."""
    from day12.app import Day12App  # only for a terminal: a script is told so without waiting for Textual

    keys: dict[str, str] = {}
    problems: list[str] = []
    if session.settings.keys:
        from day12.key_settings import keymap

        keys, problems = keymap(session.settings.keys)
    app = Day12App(session, board, keys)
    app.to_say = (*session.problems, *(f"In the settings, {each}" for each in problems))
    return app
