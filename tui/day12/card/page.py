"""A card's page as a widget: on a screen of its own, and beside the board."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.style import Style

from day12.card.paragraphs import Paragraphs
from day12.card.text import GAUGE_WIDTH, Line, page
from day12.keys import key_of
from day12_data.card import Card

if TYPE_CHECKING:
    from day12.app import Day12App

# For screens on which two texts may stand side by side.
WITH_ROOMY = [(0, "-tiny"), (50, "-narrow"), (100, "-wide"), (120, "-roomy")]
_MARGINS = 6
_PAST = ("Notes", "Other rounds", "What happened", "Letters")


class CardPage(VerticalScroll):
    """Everything about one interview, scrolling: what is next, and below it two parts that may stand side by side."""

    def __init__(self, *, can_focus: bool = True) -> None:
        super().__init__(can_focus=can_focus)
        self._card_id = ""
        self._lines: Sequence[Line] = ()

    def compose(self) -> ComposeResult:
        """What is next, who and how, and what happened."""
        yield Paragraphs(id="next")
        with Horizontal(id="parts"):
            yield Paragraphs(id="facts")
            yield Paragraphs(id="past")

    def show(self, card: Card, app: Day12App) -> None:
        """Show a card as it is now, another one from its top on."""
        keys = {name: key_of(app, name) for name in ("edit", "archive")}
        rules, width = app.session.settings.rules, min(GAUGE_WIDTH, app.size.width - _MARGINS)
        lines = list(page(card, app.board, app.session.clock(), rules, app.saver.log, keys, width))
        if card.id != self._card_id:
            self._card_id = card.id
            self.scroll_home(animate=False)
        if lines != self._lines:
            self._lines = lines
            linking = app.session.env.get("TERM") not in _WITHOUT_LINKS
            for name, part in _parts(lines).items():
                self.query_one(f"#{name}", Paragraphs).show([_drawn(line, linking=linking) for line in part])


def _parts(lines: Iterable[Line]) -> dict[str, list[Line]]:
    """The lines by the part of the page that they stand in; a section begins with a blank line, then its heading."""
    parts: dict[str, list[Line]] = {"next": [], "facts": [], "past": []}
    now = "next"
    for line in lines:
        if line.kind == "heading":
            before, now = now, "past" if line.text in _PAST else "facts"
            if before != now:
                parts[now].append(parts[before].pop())
        parts[now].append(line)
    return parts


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
    "dim": "$foreground 65%",
    "overdue": "bold $error",
    "due": "bold $warning",
}
