"""The archive: every interview that has ended, the newest first; x brings one back to the board."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from day12 import help_texts
from day12.board.browsing import Cards
from day12.board.column import Column
from day12.board.footer import Footer
from day12.board.marking import MarkingScreen
from day12.edit.screen import EditingScreen
from day12.keys import ARCHIVE_KEYS, ARCHIVE_MARK_KEYS, COLUMN_KEYS, SHARED_KEYS, key_of
from day12_data.agenda import row_for
from day12_data.board import matches
from day12_data.card import Card

_COLUMN = "archive"


class ArchiveScreen(MarkingScreen):
    """One column of cards with an outcome."""

    HELP = help_texts.ARCHIVE

    BINDINGS: ClassVar[list[BindingType]] = [*COLUMN_KEYS, *ARCHIVE_KEYS, *SHARED_KEYS]

    def compose(self) -> ComposeResult:
        """The column, the line for finding, and the keys."""
        with Horizontal(id="columns"):
            hint = f"nothing here: {key_of(self.app, 'archive')} on the board archives a card"
            filtered = f"none here · {key_of(self.app, 'archive_back')} shows all"
            yield Column("The archive", hint=hint, filtered=filtered, id=_COLUMN)
        yield Footer([*ARCHIVE_KEYS, *SHARED_KEYS], ARCHIVE_MARK_KEYS)

    def on_mount(self) -> None:
        """Fill the column."""
        self.show()

    def has_place_for(self, card: Card) -> bool:
        """The cards with an outcome are here."""
        return not card.deleted and card.ended is not None

    async def action_close(self) -> None:
        """Unmark what is marked, show all again, or go back to the board."""
        if self.marked and not self.query("#find"):
            self.unmark()
        elif self.wanted or self.query("#find"):
            self.wanted = ""
            await self.stop_finding()
        else:
            self.leave()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Fill the column, the card that ended last on top."""
        rows = [row_for(card, self.now, self.session.settings.rules) for card in self.board.archived]
        rows.sort(key=lambda row: row.card.ended.at if row.card.ended else row.card.updated, reverse=True)
        shown = [row for row in rows if matches(row.card, self.wanted)]
        self.show_cards({_COLUMN: Cards(shown, len(rows))})
        self.draw_cards()
