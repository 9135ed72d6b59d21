"""Keeps the calendar's folder in step with the board after a command."""

from __future__ import annotations

from day12.commands.output import say
from day12.commands.session import Session
from day12_data.exchange.calendar_folder import CalendarFolder


def keep_calendar(session: Session) -> None:
    """Bring the folder in step with the board as it is on disk now; what is wrong with it is said."""
    settings = session.settings
    folder = CalendarFolder(settings.calendar.folder, session.store.path, session.state, settings.rules)
    if trouble := folder.sync(session.load(quiet=True), session.clock()):
        say(trouble)
