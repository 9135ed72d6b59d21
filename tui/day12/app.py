"""The application: it holds the board, keeps every edit through the store, and tells the screens the time."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.reactive import var
from textual.screen import Screen

from day12.board.footer import Footer
from day12.board.screen import BoardScreen
from day12.commands.session import Session
from day12.edit.draft_keeper import DraftKeeper
from day12.edit.screen import EditingScreen
from day12.garbage import free_closed_screens, settle_memory
from day12.keys import APP_KEYS, key_name, key_of, keys_now
from day12.navigation import open_help
from day12.palette import board_commands
from day12.saving import Dropped, SaveQueue, Step, Written, frame_sent, sentence
from day12.terminal.app import TerminalApp
from day12.themes import DARK, LIGHT, read_theme, remember_theme
from day12_data.board import Board, Change
from day12_data.store import Edit, LogEntry, StoreError, Turn

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
    unsaved: var[tuple[Step, ...]] = var((), init=False)
    """Edits that are shown but couldn't be written, oldest first."""

    def __init__(self, session: Session, board: Board, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self.session = session
        """The clock, the settings, the local zone and the paths: what every screen needs."""
        self._keeper = DraftKeeper(self, session.store.drafts)
        self.drafts = self._keeper.drafts
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
        self._keeper.tell()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do, each with its key, and the looks."""
        yield from (command for command in super().get_system_commands(screen) if command.title in _KEPT_COMMANDS)
        if isinstance(screen, BoardScreen):
            yield from board_commands(self, screen)

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

    def _hush(self) -> None:
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
        edit = Edit(changes)
        self._queue.put(edit)
        self._shown(edit)

    def _shown(self, step: Step) -> None:
        """Show a step at once, which is written later."""
        self._board_screen.follow([card.id for card in step.cards])
        self.board = self.board.with_cards(*step.cards)
        self.say(sentence(step), done=False)
        self.call_later(self.save)  # not after a refresh: a screen that closes before it would take the call along

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
                self._show(result.board)
                match result:
                    case Dropped():
                        refused.append(result.sentence)
                        self._hush()
                    case Written(step, _):
                        self.say(self._done(step))
        except StoreError as error:
            self.unsaved = self._queue.pending
            self._hush()
            self._warn(f"Not saved: {error} {key_of(self, 'save')} tries again.")
            self._tell_notices()
            return
        if self.unsaved:
            self.unsaved, self._leaving = (), False
            self.clear_notifications()
            if not refused:
                self.say("Everything is saved again")
        for text in refused:
            self._warn(text)
        self._tell_notices()

    def action_undo(self) -> None:
        """Take back the last change, even one from before a restart."""
        self._turn(redo=False)

    def action_redo(self) -> None:
        """Do again what was taken back."""
        self._turn(redo=True)

    def action_save(self) -> None:
        """Try again to write what couldn't be written, and have the disk confirm what was."""
        if self._queue.pending:
            self.save()
        else:
            self.run_worker(self._sync(), group="disk")

    async def _sync(self) -> None:
        try:
            await self._queue.sync()
        except StoreError as error:
            self._warn(str(error))
        else:
            self.say("Everything is saved")
        self._tell_notices()

    async def action_background(self) -> None:
        """Go into the background once everything is on the disk."""
        await self._keeper.keep()
        await self._save()
        async with self._queue.at_rest():
            self.action_suspend_process()

    def _turn(self, *, redo: bool) -> None:
        """Show an undo or a redo at once, and write it in its turn."""
        try:
            turn = self._queue.turn(self.session.clock(), redo=redo)
        except StoreError as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self._shown(turn)

    def _done(self, step: Step) -> str:
        """What was done, and the key that turns it round."""
        if isinstance(step, Turn) and not step.redo:
            return f"{sentence(step)} · {key_of(self, 'redo')} does it again"
        return f"{sentence(step)} · {key_of(self, 'undo')} takes it back"

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
        if await self._keeper.may_leave():
            self.exit()

    async def end(self) -> None:
        """Leave without a question: the system asks for it, or the terminal is gone."""
        await self._keeper.keep()
        await self._save()
        self.exit()

    def keep_what_is_typed(self) -> None:
        """Put the drafts on the disk at once."""
        self._keeper.keep_now()

    def _theme_changed(self, name: str) -> None:
        self.run_worker(asyncio.to_thread(remember_theme, self.session.state, name))

    def _warn(self, text: str) -> None:
        self.notify(text, severity="error", markup=False, timeout=12)

    def _tell_notices(self) -> None:
        for notice in self.session.store.drain_notices():
            self.notify(notice, markup=False, timeout=8)
