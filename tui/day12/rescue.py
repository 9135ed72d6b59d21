"""The one screen for a board that can't be read: what happened, and the ways out, before anything changes."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from day12.keys import RESCUE_KEYS
from day12.terminal.app import TerminalApp
from day12.themes import DARK
from day12_data.dates.days import day_text
from day12_data.store import MissingBoard, UnreadableBoard
from day12_data.text import clean, counted

BACKUP, EMPTY, LEAVE = "backup", "empty", "leave"


class RescueApp(TerminalApp[str]):
    """Asks one question; the answer is `BACKUP`, `EMPTY` or `LEAVE`."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["day12.tcss", "screens.tcss"]
    TITLE = "day12"
    BINDINGS: ClassVar[list[BindingType]] = list(RESCUE_KEYS)

    def __init__(self, trouble: UnreadableBoard | MissingBoard) -> None:
        super().__init__()
        self.register_theme(DARK)
        self._trouble = trouble

    def on_mount(self) -> None:
        """In day12's own looks."""
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        """What happened, and the ways out."""
        backup = self._trouble.backup
        with Vertical(classes="dialog rescue"):
            yield Label("Your board can't be read", markup=False, classes="question")
            yield Label(clean(f"{self._trouble.path}: {self._trouble.why}."), markup=False)
            yield Label("Nothing has been changed. Whatever you choose, the file itself is kept.", markup=False)
            options = []
            if backup:
                day = f"{day_text(backup.date)} {backup.date.year}"
                options.append(
                    Option(f"b  go on with the backup of {day}, {counted(backup.cards or 0, 'card')}", id=BACKUP)
                )
            options.append(Option("e  start with an empty board", id=EMPTY))
            options.append(Option("q  leave everything as it is", id=LEAVE))
            yield OptionList(*options, markup=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.exit(event.option_id)

    def action_choose(self, choice: str) -> None:
        """Take a way out by its letter."""
        if choice != BACKUP or self._trouble.backup:
            self.exit(choice)
