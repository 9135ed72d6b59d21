"""The archive: every interview that has ended, the newest first; x brings one back to the board."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import reactive
from textual.widgets import Footer, Input

from day12.keys import ARCHIVE_KEYS, SHARED_KEYS
from day12.screens.editing import EditingScreen
from day12.widgets.column import Column
from day12.widgets.find import FindLine
from day12_data.agenda import row_for
from day12_data.board import matches
from day12_data.card import Card


class ArchiveScreen(EditingScreen):
    """One column of cards with an outcome."""

    BINDINGS: ClassVar[list[BindingType]] = [*ARCHIVE_KEYS, *SHARED_KEYS]
    AUTO_FOCUS = "Column"

    wanted: reactive[str] = reactive("")
    """The words that are looked for."""

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        row = self.query_one(Column).row
        return row.card if row else None

    def compose(self) -> ComposeResult:
        """The column, the line for finding, and the keys."""
        yield Column("The archive", hint="nothing here: x on the board archives a card", classes="-current")
        yield FindLine()
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Fill the column, now and whenever something changes."""
        for name in ("board", "now", "wanted"):
            self.watch(self, name, self._fill, init=False)

    def action_find(self) -> None:
        """Type words that a card must have."""
        self.query_one(FindLine).open()

    def action_close(self) -> None:
        """Show all again, or go back to the board."""
        if self.wanted:
            self.query_one(FindLine).clear_and_hide()
            self.query_one(Column).focus()
        else:
            self.dismiss(None)

    @on(Input.Changed, "#find")
    def _look_for(self, event: Input.Changed) -> None:
        self.wanted = event.value

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.query_one(Column).focus()

    @on(Column.Opened)
    def _card_opened(self) -> None:
        self.action_open()

    def _fill(self) -> None:
        if not self.handed_down:
            return
        rows = [row_for(card, self.now, self.context.settings.rules) for card in self.board.archived]
        rows.sort(key=lambda row: row.card.ended.at if row.card.ended else row.card.updated, reverse=True)
        column = self.query_one(Column)
        column.now, column.total = self.now, len(rows)
        column.rows = [row for row in rows if matches(row.card, self.wanted)]
