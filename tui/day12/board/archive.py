"""The archive: every interview that has ended, the newest first; x brings one back to the board."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from day12.board.column import Column
from day12.board.footer import Footer
from day12.edit.actions import EditingScreen
from day12.keys import ARCHIVE_KEYS, SHARED_KEYS
from day12_data.agenda import row_for
from day12_data.board import matches
from day12_data.card import Card


class ArchiveScreen(EditingScreen):
    """One column of cards with an outcome."""

    BINDINGS: ClassVar[list[BindingType]] = [*ARCHIVE_KEYS, *SHARED_KEYS]
    AUTO_FOCUS = "Column"

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        row = self.query_one(Column).row
        return self.board.cards.get(row.card.id) if row else None

    def compose(self) -> ComposeResult:
        """The column, the line for finding, and the keys."""
        yield Column("The archive", hint="nothing here: x on the board archives a card", current=True)
        yield Footer([*ARCHIVE_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Fill the column, now and whenever something changes."""
        self.show_when_changed("board", "now", "wanted")

    async def action_close(self) -> None:
        """Show all again, or go back to the board."""
        if self.wanted or self.query("#find"):
            self.wanted = ""
            await self.stop_finding()
        else:
            self.dismiss(None)

    async def stop_finding(self) -> None:
        """Give the keys back to the cards."""
        await super().stop_finding()
        self.query_one(Column).focus()

    @on(Column.Opened)
    def _card_opened(self) -> None:
        self.action_open()

    def show(self) -> None:
        """Fill the column, the card that ended last on top."""
        rows = [row_for(card, self.now, self.context.settings.rules) for card in self.board.archived]
        rows.sort(key=lambda row: row.card.ended.at if row.card.ended else row.card.updated, reverse=True)
        shown = [row for row in rows if matches(row.card, self.wanted)]
        self.query_one(Column).show(shown, self.now, total=len(rows))
