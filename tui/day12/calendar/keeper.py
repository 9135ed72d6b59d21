"""Keeps the calendar's folder in step with the board while that is open: in a thread, one time after the other."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING

from day12_data.board import Board

if TYPE_CHECKING:
    from day12.app import Day12App
    from day12_data.exchange.calendar_folder import CalendarFolder

_LONG_SECONDS = 12


class CalendarKeeper:
    """The calendar of one app; without a folder in the settings it does nothing."""

    def __init__(self, app: Day12App, board: Board) -> None:
        self._app = app
        self._folder = _folder(app)
        self._board = board
        self._kept: Board | None = None
        self._trouble = ""
        """What was said to be wrong."""
        self._writing = asyncio.Lock()

    def follow(self, board: Board) -> None:
        """Take the board as it is on disk now, and have the calendar follow it."""
        self._board = board
        self.start()

    def start(self) -> None:
        """Have the calendar follow the board."""
        if self._folder:
            self._app.run_worker(self.keep(), group="calendar")

    def start_anew(self) -> None:
        """Have the calendar follow the board by other rules."""
        self._folder, self._kept = _folder(self._app), None
        self.start()

    def tick(self, now: dt.datetime) -> None:
        """Look whether time alone has changed something, or what was wrong is well again."""
        if self._folder and (self._trouble or now >= self._folder.until):
            self._kept = None
            self.start()

    async def keep(self) -> None:
        """Bring the folder in step with the board; what is wrong with it is said once."""
        async with self._writing:
            while self._folder and self._kept is not self._board:
                board = self._board
                trouble = await asyncio.to_thread(self._folder.sync, board, self._app.session.clock())
                self._kept = board
                if trouble and trouble != self._trouble:
                    self._app.notify(trouble, severity="error", markup=False, timeout=_LONG_SECONDS)
                self._trouble = trouble


def _folder(app: Day12App) -> CalendarFolder | None:
    session = app.session
    if not session.settings.calendar.folder:
        return None
    from day12_data.exchange.calendar_folder import CalendarFolder  # most people have none, and wait for the board

    return CalendarFolder(session.settings.calendar.folder, session.store.path, session.state, session.settings.rules)
