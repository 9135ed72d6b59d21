"""The application: it holds the board, keeps every edit through the store, and tells the screens the time."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from day12.board.footer import Footer
from day12.board.screen import BoardScreen
from day12.commands.session import Session
from day12.edit.drafts import Drafts
from day12.edit.screen import EditingScreen
from day12.keys import APP_KEYS, BOARD_KEYS, SHARED_KEYS, key_name, key_of, keys_now
from day12.memory import free_closed_screens, settle_memory
from day12.navigation import open_help
from day12.saving import Refused, SaveQueue, Written, frame_sent
from day12.terminal.app import TerminalApp
from day12.themes import DARK, LIGHT, read_theme, remember_theme
from day12_data.board import Board, Change
from day12_data.store import LogEntry, StoreError

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
    unsaved: var[tuple[Change, ...]] = var((), init=False)
    """Edits that are shown but couldn't be written, oldest first."""

    def __init__(self, session: Session, board: Board, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.session = session
        """The clock, the settings, the local zone and the paths: what every screen needs."""
        self.drafts = Drafts()
        """What was typed and not saved."""
        self._queue = SaveQueue(session.store)
        self._keymap_wanted = keymap
        self._warned = False
        self._leaving = False
        self.theme = read_theme(session.state, self.available_themes, DARK.name)
        self.set_reactive(Day12App.board, board)
        self.set_reactive(Day12App.now, session.clock().replace(second=0, microsecond=0))

    def get_default_screen(self) -> BoardScreen:
        """The board is the screen at the bottom."""
        self._board_screen = BoardScreen()
        return self._board_screen

    def on_mount(self) -> None:
        """Show the board, in the looks that were chosen last."""
        self.watch(self, "theme", self._theme_changed, init=False)
        for shown in ("board", "now", "unsaved"):
            self.watch(self, shown, self._draw_screens, init=False)
        self.set_keymap(self._keymap_wanted)
        self.set_interval(_TICK_SECONDS, self.tick)
        self.set_interval(_LOOK_SECONDS, self.look)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.screen_change_signal.subscribe(self, lambda _: free_closed_screens())
        self.set_timer(_SETTLED_SECONDS, settle_memory)
        self._tell_notices()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do, each with its key, and the looks."""
        yield from (command for command in super().get_system_commands(screen) if command.title in _KEPT_COMMANDS)
        if isinstance(screen, BoardScreen):
            keys = keys_now(screen)
            for key in (*BOARD_KEYS, *SHARED_KEYS):
                if key.id and not key.id.startswith("column_"):
                    what = f"{key.tooltip} · {' '.join(keys[key.id])}"
                    run = partial(self.call_later, self.run_action, key.action, screen)
                    yield SystemCommand(key.description.capitalize(), what, run)

    def get_key_display(self, binding: Binding) -> str:
        """A key as it is written everywhere here: "ctrl+s", "esc"."""
        return binding.key_display or key_name(binding.key)

    def action_keys(self) -> None:
        """Show the help."""
        open_help(self, keys_now(self.screen_stack[0]))

    # What the screens show.

    def log_of(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first."""
        return self._queue.log(card_id)

    def say(self, text: str, *, done: bool = True) -> None:
        """Say in the line of keys what was just done, or is being done."""
        for screen in self.screen_stack:
            for line in screen.query(Footer):
                line.say(text, done=done)

    def _draw_screens(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, EditingScreen):
                screen.draw_soon()

    # Keeping edits.

    def keep(self, change: Change) -> None:
        """Show the edit at once, and write it in order behind the screen's back.

        It is a call and no message: of two quick keys, the second must find what the first has done.
        """
        self._queue.put(change)
        self._board_screen.follow(change.after.id)
        self.board = self.board.with_card(change.after)
        self.say(change.sentence, done=False)
        self.call_later(self.save)

    def save(self) -> None:
        """Write what isn't on disk yet, once it is on the screen."""
        self.run_worker(self._save_what_is_shown(), group="disk")

    async def _save_what_is_shown(self) -> None:
        await frame_sent(self)
        await self._save()

    async def _save(self) -> None:
        """Write all that waits; that it is done is said only once it is on the disk."""
        refused = []
        try:
            while result := await self._queue.write_next():
                match result:
                    case Refused(mine, theirs):
                        self._show(self.board.with_card(theirs) if theirs else self.board.without(mine.after.id))
                        refused.append(result.sentence)
                    case Written(change, board):
                        self._show(board)
                        self.say(f"{change.sentence} · {key_of(self, 'undo')} takes it back")
        except StoreError as error:
            self.unsaved = self._queue.pending
            self._warn(f"Not saved: {error} {key_of(self, 'save')} tries again.")
            return
        if self.unsaved:
            self.unsaved, self._leaving = (), False
            self.clear_notifications()
            if not refused:
                self.say("Everything is saved again")
        for text in refused:
            self._warn(text)
        self._tell_notices()

    async def action_undo(self) -> None:
        """Take back the last change, even one from before a restart."""
        await self._step_back("Undid", "redo", "does it again", self._queue.undo)

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        await self._step_back("Did again", "undo", "takes it back", self._queue.redo)

    def action_save(self) -> None:
        """Try again to write what couldn't be written."""
        if self._queue.pending:
            self.save()

    async def _step_back(self, did: str, other: str, does: str, step: Callable[[], Awaitable[Written]]) -> None:
        await self._save()
        if self._queue.pending:
            text = f"The last change isn't saved yet: {key_of(self, 'save')} tries again."
            self.notify(text, severity="warning", markup=False)
            return
        try:
            change, board = await step()
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
        else:
            self._board_screen.follow(change.after.id)
            self._show(board)
            self.say(f"{did}: {change.sentence} · {key_of(self, other)} {does}")

    def _show(self, board: Board) -> None:
        """Show what is on disk, somebody else's changes too, and on top what is still to be written."""
        board = self._queue.on_top_of(board)
        if board != self.board:
            self.board = board

    # Time and other programs.

    def tick(self) -> None:
        """Show the present minute: a card turns overdue while one looks."""
        now = self.session.clock().replace(second=0, microsecond=0)
        if now != self.now:
            self.now = now

    async def look(self) -> None:
        """Show what another program has changed on disk."""
        try:
            board = await self._queue.look()
        except StoreError as error:
            if not self._warned:
                self._warn(str(error))
            self._warned = True
            return
        self._warned = False
        if board is not None:
            self._show(board)
            self._tell_notices()

    # Leaving, and the rest.

    async def action_quit(self) -> None:
        """Leave once everything is on disk; where it can't be, say so first."""
        await self._save()
        if self.unsaved and not self._leaving:
            self._leaving = True
            changes = "1 change is" if len(self.unsaved) == 1 else f"{len(self.unsaved)} changes are"
            again, leave = key_of(self, "save"), key_of(self, "quit")
            self._warn(f"{changes} not saved: {again} tries again, {leave} once more leaves all the same.")
            return
        self.exit()

    async def end(self) -> None:
        """Leave without a question: the system asks for it, or the terminal is gone."""
        await self._save()
        self.exit()

    def _theme_changed(self, name: str) -> None:
        self.run_worker(asyncio.to_thread(remember_theme, self.session.state, name))

    def _warn(self, text: str) -> None:
        self.notify(text, severity="error", markup=False, timeout=12)

    def _tell_notices(self) -> None:
        for notice in self.session.store.drain_notices():
            self.notify(notice, markup=False, timeout=8)
