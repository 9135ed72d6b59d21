"""The line at the top: how many cards ask for something, what is filtered, what isn't saved, and the time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from day12.keys import key_of
from day12.labels import SIGNS
from day12_data.dates.days import moment_text
from day12_data.step import Urgency


class Summary(Struct, frozen=True):
    """What the header tells."""

    counts: Mapping[Urgency, int] = {}
    chips: tuple[str, ...] = ()


class Header(Widget):
    """One line; a click on it shows only the overdue cards, or all again."""

    summary: reactive[Summary] = reactive(Summary())
    now: reactive[dt.datetime] = reactive(dt.datetime.min.replace(tzinfo=dt.UTC))
    unsaved: reactive[int] = reactive(0)
    """How many edits are not on disk yet; one that is just being written is not worth a word."""

    class Pressed(Message):
        """The header was clicked."""

    def on_click(self, event: events.Click) -> None:
        """Tell the board."""
        event.stop()
        self.post_message(self.Pressed())

    def render(self) -> Content:
        """The counts on the left, the time on the right, as much of it as there is room for."""
        width = self.size.width
        counts = self.summary.counts
        words = width >= 70
        parts: list[Content] = [Content.styled(" day12 ", "bold")]
        parts += [
            Content.styled(f" ✗ {self.unsaved} not saved · {key_of(self.app, 'save')} ", "bold reverse $error")
        ] * bool(self.unsaved)
        parts += [Content.styled(f" {chip} ", "bold reverse") for chip in self.summary.chips]
        for urgency, style in ((Urgency.OVERDUE, "bold $error"), (Urgency.DUE, "$warning"), (Urgency.WAITING, "")):
            word = f" {urgency.value}" if words else ""
            count = counts.get(urgency, 0)
            parts.append(Content.styled(f"{SIGNS[urgency]} {count}{word}", style if count else "dim"))
        left = Content("  ").join(parts)
        right = Content.styled(f"{moment_text(self.now, self.now)} ", "dim")
        room = width - left.cell_length - right.cell_length
        return Content.assemble(left, " " * room, right) if room > 0 else left
