"""A card's page: everything about one interview, in the order in which one asks for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from day12.board.footer import Footer
from day12.card.text import page
from day12.context import Context
from day12.edit.actions import EditingScreen
from day12.keys import CARD_KEYS, SHARED_KEYS
from day12_data.board import Board
from day12_data.card import Card
from day12_data.store import LogEntry, StoreError


class CardScreen(EditingScreen):
    """One card, read only but for its keys; it redraws when the card changes, and closes when it is gone."""

    BINDINGS: ClassVar[list[BindingType]] = [*CARD_KEYS, *SHARED_KEYS]

    def __init__(self, context: Context, board: Board, now: dt.datetime, card_id: str) -> None:
        super().__init__(context, board, now)
        self._card_id = card_id

    @property
    def card(self) -> Card | None:
        """The card of this page, unless it was removed meanwhile."""
        card = self.board.cards.get(self._card_id)
        return None if card is None or card.deleted else card

    def compose(self) -> ComposeResult:
        """The page, scrolling, and the keys."""
        with VerticalScroll():
            yield Static(id="page")
        yield Footer([*CARD_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Draw the page, now and whenever the card or the time changes."""
        self.show_when_changed("board", "now")

    def show(self) -> None:
        """Draw the page."""
        if self.card is None:
            if self.app.screen is self:  # else it would be the dialog on top that closes
                self.leave()
            return
        lines = page(self.card, self.board, self.now, self.context.settings.rules, self._log)
        content = Content("\n").join(Content.styled(line.text, _STYLES.get(line.kind, "")) for line in lines)
        self.query_one("#page", Static).update(content)

    def _log(self, card_id: str) -> Sequence[LogEntry]:
        """What was done to a card, as far as the file can be read; where it can't, the app itself says so."""
        try:
            return self.context.log(card_id)
        except StoreError:
            return ()


_STYLES = {
    "title": "bold $primary",
    "heading": "bold $secondary",
    "dim": "$text-muted",
    "gauge": "$accent",
    "overdue": "bold $error",
    "due": "bold $warning",
}
