"""A list of cards that draws its own lines: one widget for thousands of cards costs no more than for twenty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from day12.board.card_lines import Styles, full_text
from day12.keys import key_of
from day12_data.agenda import Row

if TYPE_CHECKING:
    from day12.board.browsing import BrowsingScreen

PARTS = (
    "card",
    "selected",
    "border",
    "cursor",
    "marked",
    "title",
    "current",
    "thumb",
    "hint",
    "drop",
    "overdue",
    "due",
    "waiting",
    "quiet",
)
_DOUBLE = 2


class Look(NamedTuple):
    """Everything that a list shows."""

    rows: Sequence[Row]
    total: int
    """How many cards stand here when nothing is filtered out."""
    late: int
    """How many of those that are shown are overdue."""
    now: dt.datetime
    place: int | None
    """Where the card under the cursor is among the rows, if it is here."""
    current: bool
    """Whether the cursor is in this list."""
    marked: frozenset[str]
    """The ids of the cards that are marked, wherever they are."""
    about: Row | None
    """In a narrow terminal the row of the card under the cursor, wherever that is: every column speaks of it."""

    def same_as(self, other: Look) -> bool:
        """Whether it is certainly the same; two equal lists of rows are not compared."""
        return self.rows is other.rows and self[1:] == other[1:]


class Lines(Protocol):
    """What a list looks like as lines, from its top on: `top` is what stands first below its title."""

    size: Size

    @property
    def in_view(self) -> int:
        """How many cards there is room for."""

    def forget(self) -> None:
        """Make every line anew, in other colours."""

    def all(self, look: Look, top: int) -> list[Strip]:
        """Every line, from the title to the bottom."""

    def index_at(self, look: Look, top: int, y: int) -> int | None:
        """Which card is on this line; there may be fewer."""

    def top_for(self, look: Look, top: int) -> int:
        """The top with which the selected card is in view, moving no further than it must."""

    def scrolled(self, look: Look, top: int, by: int) -> int:
        """The top after a turn of the wheel, by -1 or 1."""

    def place_of_selected(self, look: Look, top: int) -> Offset | None:
        """Where the selected card's name is."""


class CardList(Widget):
    """Cards, one of which is selected.

    It shows what it is told to, keeps the selected card in view and scrolls with the wheel. It stands on a
    `BrowsingScreen`, which works out the styles of its parts once for all its lists.
    """

    class Opened(Message):
        """The card under the cursor was double-clicked."""

    class Pressed(Message):
        """A card, or the list beside its cards, was pressed with the mouse."""

        def __init__(self, list_: CardList, card_id: str | None, *, mark: bool) -> None:
            super().__init__()
            self.list = list_
            self.card_id = card_id
            """The card under the mouse, if there is one."""
            self.mark = mark
            """Whether it is to be marked, or no longer."""

        @property
        def control(self) -> CardList:
            """The list."""
            return self.list

    def __init__(self, lines: Lines, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._look = Look(
            (), 0, 0, dt.datetime.min.replace(tzinfo=dt.UTC), None, current=False, marked=frozenset(), about=None
        )
        self._lines = lines
        self._shown: list[Strip] | None = None
        """The lines as they were drawn last; None where all have to be drawn anew."""
        self._top = 0

    @property
    def rows(self) -> list[Row]:
        """The cards shown, in order."""
        return list(self._look.rows)

    @property
    def cards_in_view(self) -> int:
        """How many cards there is room for."""
        return self._lines.in_view

    # What it shows.

    def show(self, look: Look) -> None:
        """Show this, drawing only the lines that differ from those drawn before."""
        before, self._look = self._look, look
        if look.same_as(before):
            return
        if look.place != before.place or look.rows is not before.rows:
            self._keep_in_view()
        self.draw_changes()

    def draw_changes(self) -> None:
        """Have the lines drawn that differ from those on the screen, neighbours as one region."""
        if self._shown is None:
            self.refresh()
            return
        before, self._shown = self._shown, self._lines.all(self._look, self._top)
        width, regions = self._lines.size.width, list[Region]()
        for y, (old, new) in enumerate(zip(before, self._shown, strict=True)):
            if old is new or old == new:
                continue
            if regions and regions[-1].bottom == y:
                regions[-1] = Region(0, regions[-1].y, width, regions[-1].height + 1)
            else:
                regions.append(Region(0, y, width, 1))
        if regions:
            self.refresh(*regions)

    def on_resize(self) -> None:
        """The selected card stays in view."""
        self._fit()

    def forget(self) -> None:
        """Make every line anew, in other colours."""
        self._lines.forget()
        self._shown = None
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the list; they may be asked for before its new size is told."""
        # Textual would look at each line for borders, padding and opacity: that takes longer than making the lines.
        self._fit()
        return [self.render_line(y).crop(crop.x, crop.right) for y in crop.line_range]

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        if self._shown is None:
            self._shown = self._lines.all(self._look, self._top)
        return self._shown[y] if y < len(self._shown) else Strip.blank(self._lines.size.width)

    def _fit(self) -> None:
        if self._lines.size != self.size:
            self._lines.size, self._shown = self.size, None
            self._keep_in_view()

    def _keep_in_view(self) -> None:
        self._top = self._lines.top_for(self._look, self._top)
        place = self._lines.place_of_selected(self._look, self._top)
        if place is not None:
            # Where a screen reader looks.
            self.app.cursor_position = self.region.offset + place

    def part_styles(self) -> Styles:
        """The styles of its parts in the theme of the moment: the screen's, the same for all its lists."""
        return cast("BrowsingScreen", self.screen).part_styles

    # What the mouse does.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up."""
        event.stop()
        self._scroll(-1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Select the card under the mouse; with ctrl mark it."""
        if event.button == 1:
            row = self.row_at(event.y)
            self.post_message(self.Pressed(self, row.card.id if row else None, mark=event.ctrl))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show in full what is under the mouse."""
        row = self.row_at(event.y)
        self.tooltip = full_text(row, self._look.now, key_of(self.app, "archive")) if row else None

    def on_click(self, event: events.Click) -> None:
        """A second click on a card opens it."""
        if event.chain == _DOUBLE and not event.ctrl and self.row_at(event.y):
            self.post_message(self.Opened())

    def row_at(self, y: int) -> Row | None:
        """The card on a line."""
        index = self._lines.index_at(self._look, self._top, y)
        return self._look.rows[index] if index is not None and index < len(self._look.rows) else None

    def _scroll(self, by: int) -> None:
        self._top = self._lines.scrolled(self._look, self._top, by)
        self.draw_changes()
