"""A card's page: everything about one interview, in the order in which one asks for it."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from day12 import help_texts
from day12.board.footer import Footer
from day12.card.text import Line, page
from day12.edit.actions import CardActions
from day12.edit.screen import EditingScreen
from day12.keys import CARD_KEYS, SHARED_KEYS, key_of


class CardScreen(CardActions):
    """One card, read only but for its keys; it redraws when the card changes, and closes when it is gone."""

    HELP = help_texts.CARD

    BINDINGS: ClassVar[list[BindingType]] = [*CARD_KEYS, *SHARED_KEYS]

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self.set_reactive(CardActions.card_id, card_id)

    def compose(self) -> ComposeResult:
        """The page, scrolling, and the keys."""
        with VerticalScroll():
            yield Static(id="page")
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
        rules, keys = self.session.settings.rules, {name: key_of(self.app, name) for name in ("edit", "archive")}
        lines = page(self.card, self.board, self.now, rules, self.day12.log_of, keys)
        linking = self.session.env.get("TERM") not in _WITHOUT_LINKS
        self.query_one("#page", Static).update(Content("\n").join(_drawn(line, linking=linking) for line in lines))


def _drawn(line: Line, *, linking: bool) -> Content:
    """A line in its style; an address in it is a link that the terminal opens, where it knows links (OSC 8)."""
    content = Content.styled(line.text, _STYLES.get(line.kind, ""))
    for link in line.links:
        url = link.url if linking else ""
        content = content.stylize(Style(link=url or None, underline=True), link.start, link.end)
    return content


_WITHOUT_LINKS = ("dumb", "linux")


_STYLES = {
    "title": "bold $primary",
    "heading": "bold $secondary",
    "dim": "$text-muted",
    "gauge": "$accent",
    "overdue": "bold $error",
    "due": "bold $warning",
}
