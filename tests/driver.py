"""Running the real app in a test: the app that the command line opens, on a session of the test's own."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import filterfalse
from typing import Any

from rich.cells import cell_len
from textual import events
from textual.keys import REPLACED_KEYS, _character_to_key, _get_unicode_name_from_key
from textual.message_pump import MessagePump
from textual.pilot import Pilot
from textual.screen import Screen

from day12.app import Day12App
from day12.board.column import Column
from day12.board.footer import Footer
from day12.board.screen import BoardScreen
from day12.board.side_page import SidePage
from day12.card.page import CardPage
from day12.card.paragraphs import Paragraphs
from day12.commands.open_board import make_app
from day12.commands.session import Session
from day12.keys import APP_KEYS, BOARD_KEYS, COLUMN_KEYS, SHARED_KEYS, key_name
from day12_data.kinds import Stage
from headless import paint

WIDE = (140, 40)
NARROW = (80, 24)
TINY = (40, 12)
_QUIET_ROUNDS, _MOST_ROUNDS, _MOST_TURNS = 2, 50, 100


def app_on(session: Session) -> Day12App:
    """The app on a session, without animations."""
    app = make_app(session, session.load())
    app.animation_level = "none"
    return app


def keys_at_first() -> dict[str, list[str]]:
    """The keys of each action of the board where the settings name no others."""
    keys = (*BOARD_KEYS, *COLUMN_KEYS, *SHARED_KEYS, *APP_KEYS)
    return {key.id or "": [key_name(name) for name in key.key.split(",")] for key in keys}


async def _draw_beside(app: Day12App) -> None:
    """Draw the page beside the board at once, as it would be when the cursor has rested."""
    for widget in [*app._registry]:
        if isinstance(widget, SidePage) and widget.screen is app.screen:
            await widget.draw()


def key_event(key: str) -> events.Key:
    """A key by its name, as the terminal tells of it."""
    named = REPLACED_KEYS.get(key, key)
    try:
        return events.Key(key, unicodedata.lookup(_get_unicode_name_from_key(named)))
    except KeyError:
        char = key if len(key) == 1 else None
        return events.Key(_character_to_key(key) if char else key, char)


def _is_moving(screen: Screen[Any]) -> bool:
    """Whether something on the screen is still to be laid out, drawn or called."""
    return bool(
        screen._layout_required
        or screen._repaint_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def _is_idle(pump: MessagePump) -> bool:
    """Whether it waits for a message, or is gone and takes none."""
    ready: asyncio.Event = pump._message_queue.ready_event
    return pump._closed or (bool(ready._waiters) and not ready.is_set())


class Driver:
    """A user at the keyboard."""

    def __init__(self, app: Day12App, pilot: Pilot[None]) -> None:
        self.app, self.pilot = app, pilot

    async def press(self, *keys: str) -> None:
        """Press keys, each when everything that the one before started is done and on disk, and look at the screen."""
        for key in keys:
            self.app.post_message(key_event(key))
            await self._settle()
        paint(self.app)

    async def left_unpainted(self, key: str) -> list[str]:
        """Press a key, and look for lines that it changes where the screen isn't painted after it."""
        before = self.text().split("\n")
        self.app.post_message(key_event(key))
        await self._settle()
        regions = [*self.app.screen._compositor._dirty_regions]
        both = zip(before, self.text().split("\n"), strict=True)
        found = [
            new
            for y, (old, new) in enumerate(both)
            if any(
                a != b and not any(region.contains(cell_len(new[:x]), y) for region in regions)
                for x, (a, b) in enumerate(zip(old, new, strict=False))
            )
        ]
        paint(self.app)
        return found

    async def type(self, text: str) -> None:
        """Type a text so fast that its last key is down before the first has been dealt with."""
        for char in text:
            self.app.post_message(events.Key(_character_to_key(char), char))
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste a text, which costs a test no more than a key: for words whose typing isn't what is tried."""
        self.app.post_message(events.Paste(text))
        await self.settle()

    async def settle(self) -> None:
        """Wait until nothing moves any more, and look at the screen."""
        await self._settle()
        paint(self.app)

    async def _settle(self) -> None:
        """Wait until nothing moves any more.

        Textual's own pause sleeps until the processor is idle, which takes most of a test's time, and on a busy machine
        a second for each key.
        """
        quiet = 0
        for _ in range(_MOST_ROUNDS):
            await self.app.keys_taken()
            await self.app.workers.wait_for_complete()
            await _draw_beside(self.app)
            await self._messages_taken()
            working = any(not worker.is_finished for worker in self.app.workers)
            quiet = 0 if working or _is_moving(self.app.screen) else quiet + 1
            if quiet == _QUIET_ROUNDS:
                return
            with self.app._context():
                self.app.screen._on_timer_update()
        await self.pilot.pause()

    async def _messages_taken(self) -> None:
        """Wait until no widget has a message to deal with.

        Textual's own wait sends each widget one more, several times for each key.
        """
        busy: MessagePump = self.app
        for _ in range(_MOST_TURNS):
            await asyncio.sleep(0)
            if _is_idle(busy):
                others = filterfalse(_is_idle, (self.app, *self.app._registry))
                if (found := next(others, None)) is None:
                    return
                busy = found
        await self.pilot._wait_for_screen()

    @property
    def board(self) -> BoardScreen:
        """The board's screen."""
        return next(screen for screen in self.app.screen_stack if isinstance(screen, BoardScreen))

    @property
    def on_the_board(self) -> bool:
        """Whether the board is the screen in front."""
        return isinstance(self.app.screen, BoardScreen)

    def column(self, stage: Stage) -> Column:
        """A column."""
        return self.board.query_one(f"#{stage.value}", Column)

    def companies(self, stage: Stage) -> list[str]:
        """The companies shown in a column, in order."""
        return [row.card.company for row in self.column(stage).rows]

    @property
    def selected(self) -> str | None:
        """The company under the cursor."""
        return self.board.card.company if self.board.card else None

    @property
    def stage(self) -> Stage:
        """The column that the cursor is in."""
        return Stage(self.board.column_id)

    @property
    def toasts(self) -> list[str]:
        """What the app has said, in the line of keys and in its toasts."""
        said = [line.notice[2:] for line in self.app.screen.query(Footer) if line.notice]
        return [*(note.message for note in self.app._notifications), *said]

    @property
    def page(self) -> str:
        """Everything on the card's page, even what is scrolled out of view."""
        return "\n".join(part.text for part in self.app.screen.query_one(CardPage).query(Paragraphs))

    def text(self) -> str:
        """What is on the screen, as text."""
        width, height = self.app.size
        lines = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in line)[:width] for line in lines[:height])

    def picture(self) -> str:
        """What is on the screen, with its colours."""
        return self.app.export_screenshot(simplify=True)


@asynccontextmanager
async def opened(session: Session, size: tuple[int, int] = WIDE) -> AsyncIterator[Driver]:
    """The app, running in a terminal of this size."""
    app = app_on(session)
    async with app.run_test(size=size, notifications=True) as pilot:
        driver = Driver(app, pilot)
        await driver.settle()
        yield driver
