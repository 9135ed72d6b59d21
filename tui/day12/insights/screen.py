"""The insights: what the board tells of the past, in figures, and company by company."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from day12 import help_texts
from day12.board.footer import Footer
from day12.edit.screen import EditingScreen
from day12.insights.page import InsightsPage
from day12.insights.tables import summary
from day12.keys import INSIGHTS_KEYS, SHARED_KEYS
from day12.navigation import ask, open_card
from day12_data.board import Board
from day12_data.card import Card
from day12_data.dates.days import day_text
from day12_data.insights.figures import insights
from day12_data.text import clean


class InsightsScreen(EditingScreen):
    """The figures, drawn anew whenever a card changes; enter opens the card of a company."""

    AUTO_FOCUS = ""
    HELP = help_texts.INSIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [*INSIGHTS_KEYS, *SHARED_KEYS]

    _counted: tuple[Board, dt.datetime] | None = None
    """What was counted last."""

    def compose(self) -> ComposeResult:
        """How many interviews there were, the page, and the keys."""
        yield Static(id="insights-title", markup=False)
        yield InsightsPage()
        yield Footer([*INSIGHTS_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Draw the page."""
        self.show()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Count what the board tells, unless it is what was counted: coming back from a card changes nothing."""
        if self._counted and self._counted[0] is self.board and self._counted[1] == self.now:
            return
        self._counted = self.board, self.now
        rules = self.session.settings.rules
        # The clock's own moment: what was done within the minute that is shown has happened, too.
        told = insights(self.board, self.session.clock(), rules)
        self.query_one("#insights-title", Static).update(f"Insights · {summary(told)}")
        self._page.show(told, rules)

    @property
    def _page(self) -> InsightsPage:
        return self.query_one(InsightsPage)

    def action_cursor(self, by: int) -> None:
        """Go some companies or lines on."""
        self._page.move(by)

    def action_page(self, by: int) -> None:
        """Go some pages on."""
        self._page.turn(by)

    def action_first(self) -> None:
        """Go to the beginning of the page."""
        self._page.to_top()

    def action_last(self) -> None:
        """Go to the last company."""
        self._page.to_end()

    def action_close(self) -> None:
        """Go back to the board."""
        self.leave()

    @on(InsightsPage.Opened)
    def action_open(self) -> None:
        """Open the card of the company, or ask which of several."""
        company = self._page.company
        if company is None:
            self._page.select_first()
        elif len(company.cards) == 1:
            open_card(self.day12, company.cards[0])
        else:
            cards = dict(zip("123456789", company.cards, strict=False))
            answers = {key: _told_apart(card) for key, card in cards.items()}
            ask(self.day12, f"{company.name}: which interview?", answers, lambda key: open_card(self.day12, cards[key]))


def _told_apart(card: Card) -> str:
    stands = card.outcome.value if card.outcome else card.stage.title
    return clean(" · ".join(filter(None, (day_text(card.starts_at.date()), card.role, stands))))
