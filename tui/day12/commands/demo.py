"""`--demo`: sample cards in a copy of their own, so that nothing you try there touches your board."""

from __future__ import annotations

from pathlib import Path

import msgspec

from day12.commands.session import Session
from day12_data.demo import demo_changes
from day12_data.settings import Calendar
from day12_data.store import Store


def demo_session(session: Session, path: Path | None) -> Session:
    """A session on the demo's copy: made today, kept for the day so that undo can be tried across a restart.

    A file that was named with `--board` is filled only where there is none yet.
    """
    now = session.clock()
    folder = session.state / "demo"
    if path is None:
        path = folder / f"{now.date()}.json"
        for old in folder.glob("*.json"):
            if old != path:
                old.unlink(missing_ok=True)
    store = Store(path, clock=session.clock, state=session.state)
    if not path.exists():
        store.start_new()
        for change in demo_changes(now, session.zone):
            store.record(change)
        store = Store(path, clock=session.clock, state=session.state)
    settings = msgspec.structs.replace(session.settings, calendar=Calendar())  # which is of your own board
    return session._replace(store=store, settings=settings, state=folder)  # your own board keeps its looks
