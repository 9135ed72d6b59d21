"""The application: it holds the board, keeps every edit through the store, and tells the screens the time."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from day12.board.footer import Footer
from day12.board.screen import BoardScreen
from day12.calendar.keeper import CalendarKeeper
from day12.commands.session import Session
from day12.edit.draft_keeper import DraftKeeper
from day12.edit.screen import EditingScreen
from day12.garbage import free_closed_screens, settle_memory
from day12.keys import APP_KEYS, key_name
from day12.navigation import load_screens, open_help
from day12.save_queue import Pending
from day12.saved_choices import read_choice, remember_choice
from day12.saver import Saver
from day12.terminal.app import TerminalApp
from day12.themes import DARK, LIGHT, usual_theme, without_color
from day12_data.board import Board, Change
from day12_data.card import Card
from day12_data.store import Edit

_TICK_SECONDS = 5
_LOOK_SECONDS = 1.0
_SETTLED_SECONDS = 1.0
_KEPT_COMMANDS = {"Theme", "Quit", "Screenshot"}  # Textual's others are about widgets, which nobody came for


class Day12App(TerminalApp[None]):
    """One board on one file."""

    TITLE = "day12"
    CSS_PATH = "day12.tcss"
    BINDINGS: ClassVar[list[BindingType]] = list(APP_KEYS)
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (50, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own type
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-high")]  # noqa: RUF012 - Textual's own type

    board: var[Board] = var(Board(), init=False)
    """All cards as the user sees them: what is on disk, and on top what is being written."""
    now: var[dt.datetime] = var(dt.datetime.min.replace(tzinfo=dt.UTC), init=False)
    """The minute that is shown."""
    unsaved: var[tuple[Pending, ...]] = var((), init=False)
    """Edits that are shown but couldn't be written, oldest first."""

    def __init__(self, session: Session, board: Board, keymap: Mapping[str, str]) -> None:
        super().__init__()
        for theme in (DARK, LIGHT):
            self.register_theme(without_color(theme) if self.no_color else theme)
        self.session = session
        """The clock, the settings, the local zone and the paths: what every screen needs."""
        self._keeper = DraftKeeper(self, session.store.drafts)
        self.drafts = self._keeper.drafts
        """What was typed and not saved."""
        self.calendar = CalendarKeeper(self, board)
        """The calendar that follows what is on disk."""
        self.saver = Saver(self, session.store)
        """What was done, and its way to the disk."""
        self._keymap_wanted = keymap
        self.theme = read_choice(session.state, "theme", self.available_themes, usual_theme(session.env))
        self.set_reactive(Day12App.board, board)
        self.set_reactive(Day12App.now, session.clock().replace(second=0, microsecond=0))

    def get_default_screen(self) -> BoardScreen:
        """The board is the screen at the bottom."""
        self._board_screen = BoardScreen()
        self.fit(self._board_screen)
        return self._board_screen

    def fit(self, screen: Screen[Any]) -> None:
        """Give a new screen the classes of the terminal's size: Textual would draw it first, and then again."""
        for breakpoints, room in (
            (screen.HORIZONTAL_BREAKPOINTS or self.HORIZONTAL_BREAKPOINTS, self.size.width),
            (self.VERTICAL_BREAKPOINTS, self.size.height),
        ):
            screen.add_class(*[name for least, name in breakpoints if least <= room][-1:], update=False)

    def read_all_styles(self) -> None:
        """Read the styles of the screens that open over the board, once: the first paint doesn't wait for them."""
        path = Path(__file__).with_name("screens.tcss")
        if not self.stylesheet.has_source(str(path)):
            self.stylesheet.add_source(path.read_text("utf-8"), (str(path), ""))
            self.stylesheet.parse()

    def on_mount(self) -> None:
        """Show the board, in the looks that were chosen last."""
        self.watch(self, "theme", self._theme_changed, init=False)
        for shown in ("board", "now", "unsaved"):
            self.watch(self, shown, self._draw_screens, init=False)
        self.set_keymap(self._keymap_wanted)
        self.set_interval(_TICK_SECONDS, self.tick)
        self.set_interval(_LOOK_SECONDS, partial(self._meanwhile, self.look))
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.screen_change_signal.subscribe(self, lambda _: free_closed_screens())
        self.set_timer(_SETTLED_SECONDS, partial(self._meanwhile, self._get_ready))
        self.saver.tell_notices()
        self._keeper.tell()

    def _meanwhile(self, work: Callable[[], Awaitable[None]]) -> None:
        """Begin what may take long, unless it is being done: a timer's own call would hold up the keys meanwhile."""
        if not any(worker.group == work.__name__ for worker in self.workers):
            self.run_worker(work, group=work.__name__)

    async def _get_ready(self) -> None:
        """Get the screens ready that a key may open next, and have the collector leave alone what stays."""
        await asyncio.to_thread(load_screens)
        self.read_all_styles()
        if self.session.settings.notify.terminal:
            from day12.reminders.on_board import start_telling

            start_telling(self)
        settle_memory()
        self.calendar.start()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do, each with its key, and the looks."""
        yield from (command for command in super().get_system_commands(screen) if command.title in _KEPT_COMMANDS)
        from day12.palette import commands  # not needed before the first paint

        yield from commands(self, screen)

    def get_css_variables(self) -> dict[str, str]:
        """The theme's colours. Textual asks first for those of its own theme, in which nothing is ever drawn."""
        return super().get_css_variables() if DARK.name in self.available_themes else {}

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written everywhere here: "ctrl+s", "esc"."""
        return binding.key_display or key_name(binding.key)

    def action_command_palette(self) -> None:
        """Open the palette, which is Textual's own, in our looks."""
        self.read_all_styles()
        super().action_command_palette()

    def action_keys(self) -> None:
        """Show the help."""
        open_help(self)

    def show(self, board: Board) -> None:
        """Show these cards, if they are others than those that are shown."""
        if board != self.board:
            self.board = board

    def show_edited(self, cards: Sequence[Card]) -> None:
        """Show cards as an edit left them, with the cursor on one of them, a new one if there is any."""
        ids = [card.id for card in cards]
        self._board_screen.follow([each for each in ids if each not in self.board.cards] or ids)
        self.board = self.board.with_cards(*cards)

    def say(self, text: str, *, done: bool = True) -> None:
        """Say in the line of keys what was just done, or is being done."""
        for screen in self.screen_stack:
            for line in screen.query(Footer):
                line.say(text, done=done)

    def hush(self) -> None:
        """Say no more that something is being done: it was not."""
        for screen in self.screen_stack:
            for line in screen.query(Footer):
                line.hush()

    def _draw_screens(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, EditingScreen):
                screen.draw_soon()

    # Keeping edits.

    def keep(self, *changes: Change) -> None:
        """Show the changes at once, and write them in order behind the screen's back; several are undone as one.

        It is a call and no message: of two quick keys, the second must find what the first has done.
        """
        self.saver.keep(Edit(changes))

    def action_undo(self) -> None:
        """Take back the last change, even one from before a restart."""
        self.saver.turn(redo=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self.saver.turn(redo=True)

    def action_save(self) -> None:
        """Try again to write what couldn't be written, and have the disk confirm what was."""
        self.saver.save_again()

    async def action_background(self) -> None:
        """Go into the background once everything is on the disk."""
        await self._keeper.keep()
        async with self.saver.all_saved():
            self.action_suspend_process()

    # Time and other programs.

    def tick(self) -> None:
        """Show the present minute: a card turns overdue while one looks."""
        now = self.session.clock().replace(second=0, microsecond=0)
        if now != self.now:
            self.now = now
            self.calendar.tick(now)

    async def look(self) -> None:
        """Show what another program has changed on disk: cards, and the days off of an imported calendar."""
        await self.saver.look()
        if found := await asyncio.to_thread(self.session.days_off.read_again, self.now.year):
            rules, problems = found
            self.session = self.session.with_rules(rules)
            self.calendar.start_anew()
            self._draw_screens()
            for each in problems:
                self.notify(each, severity="warning", markup=False)

    # Leaving.

    async def action_quit(self) -> None:
        """Leave once everything is on disk; where it can't be, say so first."""
        if await self.saver.may_leave() and await self._keeper.may_leave():
            await self.calendar.keep()
            self.exit()

    async def end(self) -> None:
        """Leave without a question: the system asks for it, or the terminal is gone."""
        await self._keeper.keep()
        await self.saver.save_all()
        await self.calendar.keep()
        self.exit()

    def keep_what_is_typed(self) -> None:
        """Put the drafts on the disk at once."""
        self._keeper.keep_now()

    def _theme_changed(self, name: str) -> None:
        self.remember("theme", name)

    def remember(self, what: str, choice: str) -> None:
        """Keep a small choice for the next start, without holding up the screen."""
        self.run_worker(asyncio.to_thread(remember_choice, self.session.state, what, choice))
