"""A column of the board: one widget that draws its own rows, so that thousands of cards cost no more than twenty."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from day12.board.card_lines import SHORT, TALL, card_strips, fit, ink
from day12.board.column_text import narrow_texts, thumb_of, title_text, told_in_full
from day12.keys import COLUMN_KEYS
from day12_data.agenda import Row

_STRIP_WIDTH = 12
_TALL_FROM = 26
_PARTS = (
    "card",
    "selected",
    "border",
    "cursor",
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


class Column(Widget, can_focus=True):
    """A list of cards under a title.

    It keeps its own cursor (`selected`, a card's id) and keeps it in view. Narrower than twelve cells it shows only
    its number, initials and counts.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"column--{part}" for part in _PARTS}
    BINDINGS: ClassVar[list[BindingType]] = list(COLUMN_KEYS)

    selected: reactive[str | None] = reactive(None)
    """The id of the card under the cursor."""
    current: reactive[bool] = reactive(default=False)
    """Whether the keys are about this column."""

    class Opened(Message):
        """The card under the cursor was double-clicked."""

    class Entered(Message):
        """The column took the focus, by key or by mouse."""

        def __init__(self, column: Column) -> None:
            super().__init__()
            self.column = column

        @property
        def control(self) -> Column:
            """The column."""
            return self.column

    class Dragged(Message):
        """A card is being dragged, or was dropped, at a place on the screen."""

        def __init__(self, column: Column, card_id: str, place: Offset, *, dropped: bool) -> None:
            super().__init__()
            self.column = column
            self.card_id = card_id
            """The card that is held, wherever the cursor is by now."""
            self.place = place
            """Where the mouse is, in cells of the screen."""
            self.dropped = dropped
            """Whether the button was let go."""

    def __init__(
        self,
        title: str,
        number: int = 0,
        *,
        hint: str = "no cards here",
        id: str | None = None,  # noqa: A002 - Textual's own name
        current: bool = False,
    ) -> None:
        super().__init__(id=id)
        self.set_reactive(Column.current, current)
        self.rows: Sequence[Row] = ()
        """The cards shown, in order."""
        self._now = dt.datetime.min.replace(tzinfo=dt.UTC)
        self._theme = ""
        self._shown_size = Size()
        self._total = self._late = 0
        self.title = title
        self.number = number
        """The digit that leads here, 0 for none."""
        self.hint = hint
        """What is said where there are no cards at all."""
        self._top = 0
        self._strips: dict[str, tuple[Row, tuple[bool, int, bool], list[Strip]]] = {}
        self._styles: dict[str, Style] = {}
        self._grabbed: tuple[str, Offset] | None = None
        """The card that the mouse holds, and where it took hold."""
        self._dragging = False

    @property
    def row(self) -> Row | None:
        """The row under the cursor."""
        index = self._index
        return None if index is None else self.rows[index]

    def select(self, card_id: str) -> bool:
        """Put the cursor on a card; False where it isn't shown here."""
        if not any(row.card.id == card_id for row in self.rows):
            return False
        self.selected = card_id
        self._keep_in_view()
        return True

    # What the keys and the mouse do.

    def action_cursor(self, by: int) -> None:
        """Move the cursor by some cards."""
        if self.rows:
            index = self._index or 0
            self.selected = self.rows[max(0, min(len(self.rows) - 1, index + by))].card.id
            self._keep_in_view()

    def action_page(self, by: int) -> None:
        """Move the cursor by some pages."""
        self.action_cursor(by * max(1, self._visible))

    def on_focus(self) -> None:
        """Say so, and put the terminal's own cursor where a screen reader looks for it."""
        self.post_message(self.Entered(self))
        self._place_cursor()

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
        if row and event.button == 1:
            self.selected = row.card.id
            self._place_cursor()
            self._grabbed = row.card.id, event.screen_offset
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show in full what is under the mouse; drag the card that is held."""
        if self._grabbed is not None:
            card_id, start = self._grabbed
            if event.screen_offset != start:
                self._dragging = True
                self.post_message(self.Dragged(self, card_id, event.screen_offset, dropped=False))
            return
        row = self._row_at(event.y)
        self.tooltip = told_in_full(row, self._now) if row else None

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the card where the mouse is."""
        if self._grabbed and self._dragging:
            self.post_message(self.Dragged(self, self._grabbed[0], event.screen_offset, dropped=True))
        self._grabbed, self._dragging = None, False
        self.release_mouse()

    def on_mouse_release(self) -> None:
        """Let go of the card where it was, when a dialog has taken the mouse."""
        if self._grabbed and self._dragging:
            self.post_message(self.Dragged(self, self._grabbed[0], self.region.offset, dropped=False))
        self._grabbed, self._dragging = None, False

    def on_click(self, event: events.Click) -> None:
        """A second click on a card opens it."""
        if event.chain == _DOUBLE and self._row_at(event.y):
            self.post_message(self.Opened())

    # How it is drawn.

    def show(self, rows: Sequence[Row], now: dt.datetime, *, total: int, late: int = 0) -> None:
        """Show these cards as of a moment; the cursor stays on its card, or near where that stood.

        `total` is how many cards stand here when nothing is filtered out, `late` how many of them are overdue.
        """
        if (rows, now, total, late) == (self.rows, self._now, self._total, self._late):
            return
        before, self.rows, self._now, self._total, self._late = self._index or 0, rows, now, total, late
        if self._index is None:
            self.selected = rows[min(before, len(rows) - 1)].card.id if rows else None
        self._keep_in_view()
        self.refresh()

    def on_resize(self) -> None:
        """The cursor's card stays in view."""
        self._shown_size = self.size
        self._keep_in_view()

    def notify_style_update(self) -> None:
        """Other colours are drawn anew."""
        super().notify_style_update()
        if self.app.theme != self._theme:  # the focus comes here too, and changes no colour of ours
            self._theme = self.app.theme
            self._strips.clear()
            self._styles.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines of the column; its size is asked for once for all of them."""
        self._shown_size = self.size
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One line of the column."""
        width = self._shown_size.width
        if width < _STRIP_WIDTH:
            return self._narrow_line(y, width)
        if y == 0:
            return self._title_line(width)
        index, line = divmod(y - 1, self._card_height)
        index += self._top
        if index >= len(self.rows):
            return self._empty_line(y, width)
        inner = width - 1
        strip = self._card(index, inner)[line]
        return Strip([*strip, self._thumb_at(y)], width)

    @property
    def _index(self) -> int | None:
        return next((n for n, row in enumerate(self.rows) if row.card.id == self.selected), None)

    @property
    def _tall(self) -> bool:
        return self._shown_size.height >= _TALL_FROM

    @property
    def _card_height(self) -> int:
        return TALL if self._tall else SHORT

    @property
    def _visible(self) -> int:
        return max(1, (self._shown_size.height - 1) // self._card_height)

    def _style(self, part: str) -> Style:
        if part not in self._styles:
            self._styles[part] = self.get_component_rich_style(f"column--{part}")
        return self._styles[part]

    def _card(self, index: int, width: int) -> list[Strip]:
        row, tall = self.rows[index], self._tall
        looks = (row.card.id == self.selected and self.current, width, tall)
        kept = self._strips.get(row.card.id)
        if kept is None or kept[0] is not row or kept[1] != looks:
            styles = {part: self._style(part) for part in _PARTS}
            kept = (row, looks, card_strips(row, self._now, width, styles, tall=tall, selected=looks[0]))
            self._strips[row.card.id] = kept
        return kept[2]

    def _title_line(self, width: int) -> Strip:
        style = self._style("current" if self.current else "title")
        if self.has_class("-drop"):
            style += self._style("drop")
        number = f"{self.number} " if self.number else ""
        text = title_text(f"{number}{self.title}", len(self.rows), self._total, self._late, width - 1)
        return Strip([Segment(text, style), Segment(" ", self._style("card"))], width)

    def _narrow_line(self, y: int, width: int) -> Strip:
        lines = narrow_texts(self.number, self.title, self._total, self._late)
        text = lines[y] if y < len(lines) else ""
        style = self._style("drop" if self.has_class("-drop") else "title")
        if text.startswith("‼"):
            style += ink(self._style("overdue"))
        return Strip([Segment(fit(text.center(width), width), style)], width)

    def _empty_line(self, y: int, width: int) -> Strip:
        if self.rows or y != 2:
            return Strip([Segment(" " * width, self._style("card"))], width)
        hint = "none here · esc shows all" if self._total else self.hint
        return Strip([Segment(fit(f" {hint}", width), self._style("hint"))], width)

    def _thumb_at(self, y: int) -> Segment:
        thumb = thumb_of(len(self.rows), self._visible, self._top, self._shown_size.height - 1)
        return Segment("┃" if y - 1 in thumb else " ", self._style("thumb"))

    def _row_at(self, y: int) -> Row | None:
        index = self._top + (y - 1) // self._card_height
        return self.rows[index] if y > 0 and index < len(self.rows) and self._shown_size.width >= _STRIP_WIDTH else None

    def _scroll(self, by: int) -> None:
        self._top = max(0, min(self._top + by, len(self.rows) - self._visible))
        self.refresh()

    def _keep_in_view(self) -> None:
        index, top = self._index or 0, self._top
        lowest = max(0, len(self.rows) - self._visible)
        self._top = min(max(top, index - self._visible + 1, 0), index, lowest)
        self._place_cursor()
        if self._top != top:
            self.refresh()

    def _place_cursor(self) -> None:
        if self.has_focus and self._index is not None:
            line = 1 + (self._index - self._top) * self._card_height
            self.app.cursor_position = self.region.offset + Offset(2, line + self._tall)
