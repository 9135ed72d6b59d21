"""The application: it holds the board, keeps every edit through the store, and tells the screens the time."""

from __future__ import annotations

import asyncio
import datetime as dt
import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, ClassVar, TypeVar

from textual.app import SystemCommand
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen

from day12.board.footer import Footer
from day12.board.screen import BoardScreen
from day12.context import Context
from day12.keys import APP_KEYS, BOARD_KEYS, SHARED_KEYS
from day12.messages import LetterWanted, Opened
from day12.terminal.app import TerminalApp
from day12.themes import DARK, LIGHT, read_theme, remember_theme
from day12_data.board import Board, Change
from day12_data.store import Conflict, Store, StoreError

T = TypeVar("T")

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

    board: var[Board] = var(Board())
    """All cards as the user sees them: what is on disk, and on top what is being written."""
    now: var[dt.datetime] = var(dt.datetime.min.replace(tzinfo=dt.UTC))
    """The minute that is shown."""
    unsaved: var[tuple[Change, ...]] = var(())
    """Edits that are shown but couldn't be written, oldest first."""

    def __init__(self, store: Store, board: Board, context: Context, state: Path, keymap: Mapping[str, str]) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        self._store = store
        self.context = replace(context, keep=self.keep)
        self._state = state
        self._disk = asyncio.Lock()
        self._keys = keymap
        self._pending: list[Change] = []
        self._warned = False
        self._leaving = False
        self.theme = read_theme(state, self.available_themes, DARK.name)
        self.set_reactive(Day12App.board, board)
        self.set_reactive(Day12App.now, context.clock().replace(second=0, microsecond=0))

    def get_default_screen(self) -> BoardScreen:
        """The board is the screen at the bottom."""
        screen = BoardScreen(self.context, self.board, self.now)
        return screen.data_bind(Day12App.board, Day12App.now, Day12App.unsaved)

    def on_mount(self) -> None:
        """Show the board, in the looks that were chosen last."""
        self.watch(self, "theme", self._theme_changed, init=False)
        self.set_keymap(self._keys)
        self.set_interval(_TICK_SECONDS, self.tick)
        self.set_interval(_LOOK_SECONDS, self.look)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        self.set_timer(_SETTLED_SECONDS, _settle_memory)
        self._tell_notices()

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette offers what the keys do, and the looks."""
        yield from (command for command in super().get_system_commands(screen) if command.title in _KEPT_COMMANDS)
        if isinstance(screen, BoardScreen):
            for key in (*BOARD_KEYS, *SHARED_KEYS):
                if key.id and not key.id.startswith("column_"):
                    yield SystemCommand(key.description.capitalize(), key.tooltip, self._runner(screen, key.action))

    def on_opened(self, event: Opened) -> None:
        """Show a card's page."""
        from day12.card.screen import CardScreen  # not needed before the first paint

        self.push_screen(
            CardScreen(self.context, self.board, self.now, event.card_id).data_bind(Day12App.board, Day12App.now)
        )

    def on_letter_wanted(self, event: LetterWanted) -> None:
        """Write what the card's next step needs."""
        from day12.letters.screen import ComposeScreen

        if card := self.board.cards.get(event.card_id):
            screen = ComposeScreen(self.context, self.board, self.now, card)
            self.push_screen(screen.data_bind(Day12App.board, Day12App.now))

    def on_archive_wanted(self) -> None:
        """Show the archive."""
        from day12.board.archive import ArchiveScreen

        self.push_screen(ArchiveScreen(self.context, self.board, self.now).data_bind(Day12App.board, Day12App.now))

    def say(self, text: str) -> None:
        """Say in the line of keys what was just done."""
        for screen in self.screen_stack:
            for line in screen.query(Footer):
                line.say(text)

    # Keeping edits.

    def keep(self, change: Change) -> None:
        """Show the edit at once, and write it in order behind the screen's back."""
        self._follow(change)
        self.board = self.board.with_card(change.after)
        self._pending.append(change)
        self.say(f"{change.sentence} · u takes it back")
        self.call_later(self.save)  # not after a refresh: a screen that closes before it would take the call along

    def save(self) -> None:
        """Write what isn't on disk yet."""
        self.run_worker(self._save(), group="disk")

    async def _save(self) -> None:
        conflicts = []
        async with self._disk:
            while self._pending:
                change = self._pending[0]
                try:
                    board = await asyncio.to_thread(self._store.record, change)
                except Conflict as conflict:
                    # What was done to this card since hangs on this change; edits of other cards don't.
                    card_id = change.after.id
                    self._pending = [each for each in self._pending if each.after.id != card_id]
                    theirs = conflict.theirs
                    self._show(self.board.with_card(theirs) if theirs else self.board.without(card_id))
                    conflicts.append(_both_facts(conflict))
                except StoreError as error:
                    self.unsaved = tuple(self._pending)
                    self.notify(f"Not saved: {error} ctrl+s tries again.", severity="error", markup=False, timeout=12)
                    return
                else:
                    self._pending.pop(0)
                    self._show(board)
        if self.unsaved:
            self.unsaved, self._leaving = (), False
            self.clear_notifications()
            if not conflicts:
                self.say("Everything is saved again")
        for text in conflicts:
            self.notify(text, severity="error", markup=False, timeout=12)
        self._tell_notices()

    async def action_undo(self) -> None:
        """Take back the last change, even one from before a restart."""
        await self._step_back("Undid", "U does it again", self._store.undo)

    async def action_redo(self) -> None:
        """Do again what was taken back."""
        await self._step_back("Did again", "u takes it back", self._store.redo)

    def action_save(self) -> None:
        """Try again to write what couldn't be written."""
        if self._pending:
            self.save()

    async def _step_back(self, did: str, hint: str, step: Callable[[], tuple[Change, Board]]) -> None:
        await self._save()
        async with self._disk:
            if self._pending:
                self.notify("The last change isn't saved yet: ctrl+s tries again.", severity="warning", markup=False)
                return
            try:
                change, board = await asyncio.to_thread(step)
            except StoreError as error:
                self.notify(str(error), severity="warning", markup=False)
            else:
                self._follow(change)
                self._show(board)
                self.say(f"{did}: {change.sentence} · {hint}")

    def _show(self, board: Board) -> None:
        """Show what is on disk, somebody else's changes too, and on top what is still to be written."""
        for change in self._pending:
            board = board.with_card(change.after)
        if board != self.board:
            self.board = board

    def _follow(self, change: Change) -> None:
        """Have the board's cursor go where the card goes, whichever screen the edit was made on."""
        for screen in self.screen_stack:
            if isinstance(screen, BoardScreen):
                screen.follow(change.after.id)

    # Time and other programs.

    def tick(self) -> None:
        """Show the present minute: a card turns overdue while one looks."""
        now = self.context.clock().replace(second=0, microsecond=0)
        if now != self.now:
            self.now = now

    async def look(self) -> None:
        """Show what another program has changed on disk."""
        if self._disk.locked() or self._pending:
            return
        async with self._disk:
            try:
                board = await asyncio.to_thread(self._store.refresh)
            except StoreError as error:
                if not self._warned:
                    self.notify(str(error), severity="error", markup=False, timeout=12)
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
            text = f"{changes} not saved: ctrl+s tries again, q once more leaves all the same."
            self.notify(text, severity="error", markup=False, timeout=12)
            return
        self.exit()

    async def end(self) -> None:
        """Leave without a question: the system asks for it, or the terminal is gone."""
        await self._save()
        self.exit()

    def action_keys(self) -> None:
        """Show the help."""
        from day12.help import HelpScreen

        self.push_screen(HelpScreen())

    def _theme_changed(self, name: str) -> None:
        remember_theme(self._state, name)

    def _tell_notices(self) -> None:
        for notice in self._store.drain_notices():
            self.notify(notice, markup=False, timeout=8)

    def _runner(self, screen: Screen[Any], action: str) -> Callable[[], object]:
        return lambda: self.call_later(self.run_action, action, screen)


def _both_facts(conflict: Conflict) -> str:
    theirs = conflict.theirs
    if theirs is None or theirs.deleted:
        now = "removed elsewhere meanwhile"
    elif theirs.outcome:
        now = f"changed elsewhere meanwhile: it is archived as {theirs.outcome.value} now"
    else:
        now = f"changed elsewhere meanwhile: it stands in {theirs.stage.title} now"
    return f"{conflict.mine.after.company} was {now}. Yours was not saved: {conflict.mine.what}."


def _settle_memory() -> None:
    """Start the garbage collector again, past everything that was made for the first paint.

    The command line switches it off before the imports: together that starts sooner and keeps keys from waiting.
    """
    gc.collect()
    gc.freeze()
    gc.enable()
