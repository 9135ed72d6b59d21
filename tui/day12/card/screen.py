"""A card's page: everything about one interview, in the order in which one asks for it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from day12 import help_texts
from day12.board.footer import Footer
from day12.card.page import WITH_ROOMY, CardPage
from day12.edit.actions import CardActions
from day12.edit.screen import EditingScreen
from day12.keys import CARD_KEYS, SHARED_KEYS


class CardScreen(CardActions):
    """One card, read only but for its keys; it redraws when the card changes, and closes when it is gone."""

    HELP = help_texts.CARD

    BINDINGS: ClassVar[list[BindingType]] = [*CARD_KEYS, *SHARED_KEYS]
    HORIZONTAL_BREAKPOINTS = WITH_ROOMY

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self.set_reactive(CardActions.card_id, card_id)

    def compose(self) -> ComposeResult:
        """The page, scrolling, and the keys."""
        yield CardPage()
        yield Footer([*CARD_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Draw the page."""
        self.show()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Draw the page."""
        if self.card is None:
            if self.app.screen is self:  # else it would be the dialog on top that closes
                self.leave()
            return
        self.query_one(CardPage).show(self.card, self.day12)
