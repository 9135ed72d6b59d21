"""The page of figures: one widget that draws its own lines, the companies' as they come into view."""

from __future__ import annotations

from textwrap import wrap
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from day12.insights.lines import COMPANIES, Spans, company_spans, table_lines
from day12.insights.tables import tables
from day12_data.insights.figures import Company, Insights
from day12_data.rules import Rules

_KINDS = ("text", "heading", "dim", "name", "bar", "kept", "late", "forgotten", "open", "selected")
_BESIDE_FROM = 116
_BETWEEN = 3
_DOUBLE = 2
_NOTHING = "Nothing to tell yet: once an interview is on the board, it is counted here."


class InsightsPage(ScrollView):
    """The tables, and the companies below them or, in a wide terminal, beside them; a cursor goes over the companies.

    It scrolls by the wheel, and by `move` and `turn`, for which the screen has keys.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"insights--{kind}" for kind in _KINDS}

    class Opened(Message):
        """A company was double-clicked."""

    def __init__(self) -> None:
        super().__init__()
        self.can_focus = False  # the keys are the screen's
        self._told: tuple[Insights, Rules] | None = None
        self._companies: tuple[Company, ...] = ()
        self._cursor: int | None = None
        """Which company is selected."""
        self._styles: dict[str, Style] = {}
        self._tables: list[Spans] = []
        self._width = 0
        """How wide the tables are."""
        self._beside = False
        self._first = 0
        """The line of the first company."""

    @property
    def company(self) -> Company | None:
        """The company under the cursor."""
        return None if self._cursor is None else self._companies[self._cursor]

    # What it shows.

    def show(self, told: Insights, rules: Rules) -> None:
        """Show these figures; the cursor stays on its company."""
        name = self.company.name if self.company else None
        self._told, self._companies = (told, rules), told.companies
        self._cursor = next((at for at, each in enumerate(told.companies) if each.name == name), None)
        self._lay_out()

    def on_resize(self) -> None:
        """The tables have another width."""
        self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._told is None or width == 0:
            return
        self._beside = width >= _BESIDE_FROM
        self._width = (width - _BETWEEN) // 2 if self._beside else width
        self._tables = []
        for table in tables(*self._told):
            self._tables += [*table_lines(table, self._width), []]
        if not self._companies:
            self._tables = [[(line, "dim")] for line in wrap(_NOTHING, width)]
        self._first = 1 if self._beside else len(self._tables) + 1
        last = self._first + max(1, len(self._companies))
        self.virtual_size = Size(width, max(len(self._tables) - 1, last))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        line, width = y + round(self.scroll_y), self.scrollable_content_region.width
        table = self._tables[line] if line < len(self._tables) else []
        if not self._beside:
            return self._strip(table, width) if line < len(self._tables) else self._company_line(line, width)
        gap = Strip([Segment(" " * _BETWEEN, self._style("text"))], _BETWEEN)
        right = self._company_line(line, width - self._width - _BETWEEN)
        return Strip.join([self._strip(table, self._width), gap, right])

    def _company_line(self, line: int, width: int) -> Strip:
        at = line - self._first
        if at == -1 and self._companies:
            return self._strip([(COMPANIES, "heading")], width)
        if 0 <= at < len(self._companies):
            return self._strip(company_spans(self._companies[at], width), width, selected=at == self._cursor)
        return self._strip([], width)

    def _strip(self, spans: Spans, width: int, *, selected: bool = False) -> Strip:
        back = self._style("selected") if selected else Style()
        if selected:
            (name, kind), *others = spans
            spans = [(f"▸{name[1:]}", kind), *others]
        segments = [Segment(text, self._style(kind) + back) for text, kind in spans]
        return Strip(segments).adjust_cell_length(width, self._style("text") + back)

    def _style(self, kind: str) -> Style:
        if kind not in self._styles:
            self._styles[kind] = self.get_component_rich_style(f"insights--{kind}")
        return self._styles[kind]

    def notify_style_update(self) -> None:
        """Other colours are drawn anew."""
        super().notify_style_update()
        self._styles.clear()

    # What the keys and the mouse do.

    def move(self, by: int) -> None:
        """Go some companies on; where none is selected, some lines, until the first company is in sight."""
        if self._cursor is None:
            top = round(self.scroll_y)
            if by > 0 and self._companies and self._first < top + self.size.height:
                self._select(max(0, top - self._first))
            else:
                self.scroll_to(y=top + by, animate=False)
        elif self._cursor + by < 0:
            self._cursor = None
            self.scroll_relative(y=-1, animate=False)
            self.refresh()
        else:
            self._select(self._cursor + by)

    def turn(self, pages: int) -> None:
        """Go some pages on."""
        lines = pages * max(1, self.size.height - 1)
        if self._cursor is None:
            self.scroll_relative(y=lines, animate=False)
        else:
            self.move(lines)

    def to_top(self) -> None:
        """Go to the beginning; no company is selected then."""
        self._cursor = None
        self.scroll_home(animate=False)
        self.refresh()

    def select_first(self) -> None:
        """Go to the first company."""
        self._select(0)

    def to_end(self) -> None:
        """Go to the last company."""
        self._select(len(self._companies) - 1)

    def _select(self, at: int) -> None:
        if self._companies:
            self._cursor = max(0, min(len(self._companies) - 1, at))
            line = self._first + self._cursor
            # The heading of the companies comes into sight with the first of them.
            region = Region(0, line - (self._cursor == 0), 1, 1 + (self._cursor == 0))
            self.scroll_to_region(region, animate=False)
            self.app.cursor_position = self.region.offset + Offset(2, line - round(self.scroll_y))
            self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Select the company under the mouse; a second click opens it."""
        at = event.y + round(self.scroll_y) - self._first
        if 0 <= at < len(self._companies) and (not self._beside or event.x >= self._width):
            self._select(at)
            if event.chain == _DOUBLE:
                self.post_message(self.Opened())
