"""A column of the board: one widget that draws its own lines, so that thousands of cards cost no more than twenty."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from day12.board.column_lines import PARTS, ColumnLines, Look, full_text
from day12.board.dragging import Hold
from day12_data.agenda import Row

__all__ = ["Column", "Look"]

_DOUBLE = 2


class Column(Widget):
    """A list of cards under a title.

    It shows what it is told to, keeps the selected card in view and scrolls with the wheel. Narrower than twelve
    cells it shows only its number, initials and counts.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"column--{part}" for part in PARTS}

    class Opened(Message):
        """The card under the cursor was double-clicked."""

    class Pressed(Message):
        """A card, or the column beside its cards, was pressed with the mouse."""

        def __init__(self, column: Column, card_id: str | None) -> None:
            super().__init__()
            self.column = column
            self.card_id = card_id
            """The card under the mouse, if there is one."""

        @property
        def control(self) -> Column:
            """The column."""
            return self.column

    def __init__(
        self,
        title: str,
        number: int = 0,
        *,
        hint: str = "no cards here",
        filtered: str,
        id: str,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._look = Look((), 0, 0, dt.datetime.min.replace(tzinfo=dt.UTC), None, current=False)
        self._lines = ColumnLines(title, number, (hint, filtered), self._style)
        self._shown: list[Strip] | None = None
        """The lines as they were drawn last; None where all have to be drawn anew."""
        self._styles: dict[str, Style] = {}
        self._theme = ""
        self._top = 0
        self._hold = Hold(self)

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
        self._draw_changes()

    def offer_drop(self, *, offered: bool) -> None:
        """Show whether the card that is being dragged would land here."""
        if offered != self.has_class("-drop"):
            self.set_class(offered, "-drop")
            self._draw_changes()

    def on_resize(self) -> None:
        """The selected card stays in view."""
        self._fit()

    def notify_style_update(self) -> None:
        """Other colours are drawn anew."""
        super().notify_style_update()
        if self.app.theme != self._theme:  # a class that is set comes here too, and changes no colour of ours
            self._theme = self.app.theme
            self._styles.clear()
            self._lines.forget()
            self._shown = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the column; they may be asked for before its new size is told."""
        self._fit()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the column."""
        if self._shown is None:
            self._shown = self._made()
        return self._shown[y] if y < len(self._shown) else Strip.blank(self._lines.size.width)

    def _fit(self) -> None:
        if self._lines.size != self.size:
            self._lines.size, self._shown = self.size, None
            self._keep_in_view()

    def _made(self) -> list[Strip]:
        return self._lines.all(self._look, self._top, drop=self.has_class("-drop"))

    def _draw_changes(self) -> None:
        """Have the lines drawn that differ from those on the screen, neighbours as one region."""
        if self._shown is None:
            self.refresh()
            return
        before, self._shown = self._shown, self._made()
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

    def _keep_in_view(self) -> None:
        self._top = self._lines.top_for(self._look, self._top)
        place = self._lines.place_of_selected(self._look, self._top)
        if place is not None:
            # Where a screen reader looks.
            self.app.cursor_position = self.region.offset + place

    def _style(self, part: str) -> Style:
        if part not in self._styles:
            self._styles[part] = self.get_component_rich_style(f"column--{part}")
        return self._styles[part]

    # What the mouse does.

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll down by a card."""
        event.stop()
        self._scroll(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll up by a card."""
        event.stop()
        self._scroll(-1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Select the card under the mouse, and take hold of it."""
        row = self._row_at(event.y)
        if event.button == 1:
            self.post_message(self.Pressed(self, row.card.id if row else None))
            if row:
                self._hold.take(row.card.id, event.screen_offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the card that is held, or show in full what is under the mouse."""
        if not self._hold.move(event.screen_offset):
            row = self._row_at(event.y)
            self.tooltip = full_text(row, self._look.now) if row else None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the card where the mouse is."""
        self._hold.drop(event.screen_offset)

    def on_mouse_release(self) -> None:
        """Let go of the card where it was, when a dialog has taken the mouse."""
        self._hold.lose()

    def on_click(self, event: events.Click) -> None:
        """A second click on a card opens it."""
        if event.chain == _DOUBLE and self._row_at(event.y):
            self.post_message(self.Opened())

    def _row_at(self, y: int) -> Row | None:
        index = self._lines.index_at(y, self._top)
        return self._look.rows[index] if index is not None and index < len(self._look.rows) else None

    def _scroll(self, by: int) -> None:
        self._top = max(0, min(self._top + by, len(self._look.rows) - self._lines.in_view))
        self._draw_changes()
