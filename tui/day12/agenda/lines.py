"""What the agenda looks like as lines: a line for each head, one or two for each card, and the scroll bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Size
from textual.strip import Strip

from day12.agenda.row_lines import MARK, height_for, row_strips
from day12.board.card_lines import Line, Styles, ink
from day12.board.card_list import Look
from day12.board.column_lines import thumb_of
from day12.board.strip_cache import StripCache
from day12_data.agenda import Row
from day12_data.agenda_heads import Head, Section

_WHEEL = 2
_NOTES = {Head.WAITING: "leave them alone", Head.QUIET: "nothing left to do"}


class Drawing(NamedTuple):
    """How the cards of a list are drawn."""

    height: Callable[[int], int]
    """How many lines a card takes in a list so wide."""
    strips: Callable[..., Sequence[Line]]
    """The lines of a card."""


AS_AGENDA = Drawing(height_for, row_strips)


class AgendaLines:
    """Makes the lines of the agenda, or of another list under heads; a card's are kept while it looks the same."""

    def __init__(self, hints: tuple[str, str], styles: Callable[[], Styles], drawing: Drawing = AS_AGENDA) -> None:
        """`hints` are what to say where there are no cards at all, and where a filter hides them all."""
        self.size = Size()
        self.sections: Sequence[Section[Head]] | Sequence[Section[str]] = ()
        """The parts of what is shown."""
        self._kept, self._drawing = StripCache(hints, styles), drawing

    def forget(self) -> None:
        """Make every line anew, in other colours."""
        self._kept.forget()

    @property
    def in_view(self) -> int:
        """How many cards there is room for, a head above them."""
        return max(1, (self.size.height - 1) // self._card_height)

    def index_at(self, _look: Look, top: int, y: int) -> int | None:
        """Which card is on this line, where it is no head's."""
        return self._card_on(top + y)[0] if y > 0 or not self._hides_head(top) else None

    def top_for(self, look: Look, top: int) -> int:
        """The first line with which the selected card is in view, and a head above it."""
        height, lowest = self.size.height, self._lowest(look)
        if look.place is None:
            return min(top, lowest)
        line = self._line_of(look.place)
        return max(0, min(max(top, line + self._card_height - height), line - 1, lowest))

    def scrolled(self, look: Look, top: int, by: int) -> int:
        """Two lines further."""
        return max(0, min(top + by * _WHEEL, self._lowest(look)))

    def place_of_selected(self, look: Look, top: int) -> Offset | None:
        """Where the selected card's name is."""
        return None if look.place is None else Offset(MARK, self._line_of(look.place) - top)

    def all(self, look: Look, top: int) -> list[Strip]:
        """Every line, the first one always a head's."""
        width, height = self.size
        if not self.sections:
            return self._empty(look)
        count = self._count(look)
        lines = [self._line(look, line, width) for line in range(top, min(top + height, count))]
        if lines and self._hides_head(top):
            lines[0] = self._head(self._section_on(top), width)
        self._kept.draw_thumb(lines, thumb_of(count, height, top, height))
        return lines + [self._kept.blank(width)] * (height - len(lines))

    # Where things are.

    @property
    def _card_height(self) -> int:
        return self._drawing.height(self.size.width - 1)

    def _count(self, look: Look) -> int:
        return len(self.sections) + self._card_height * len(look.rows)

    def _lowest(self, look: Look) -> int:
        return max(0, self._count(look) - self.size.height)

    def _line_of(self, index: int) -> int:
        """The first line of a card, counted from the list's beginning."""
        return sum(section.start <= index for section in self.sections) + index * self._card_height

    def _start_of(self, place: int) -> int:
        """The line of a head."""
        return place + self.sections[place].start * self._card_height

    def _section_on(self, line: int) -> int:
        """Which part a line of the list is in."""
        return max(place for place in range(len(self.sections)) if self._start_of(place) <= line)

    def _hides_head(self, top: int) -> bool:
        """Whether the first line would be a card's, and is the head's of its part instead."""
        return self._card_on(top)[0] is not None

    def _card_on(self, line: int) -> tuple[int | None, int]:
        """The card on a line of the list, and which of its lines that is; no card where it is a head's."""
        if not self.sections:
            return None, 0
        place = self._section_on(line)
        below = line - self._start_of(place) - 1
        index, which = divmod(below, self._card_height)
        return (None, 0) if below < 0 else (self.sections[place].start + index, which)

    # What they look like.

    def _line(self, look: Look, line: int, width: int) -> Strip:
        index, which = self._card_on(line)
        if index is None:
            return self._head(self._section_on(line), width)
        return self._card(look.rows[index], look, width, selected=index == look.place)[which]

    def _head(self, place: int, width: int) -> Strip:
        head, start, end = self.sections[place]
        style = self._kept.styles["title"]
        strong = style + Style(bold=True) + (ink(self._kept.styles["overdue"]) if head is Head.OVERDUE else Style())
        title = f" {head.value if isinstance(head, Head) else head}  {end - start} "
        note = f"· {_NOTES[head]}" if isinstance(head, Head) and head in _NOTES else ""
        room = max(0, width - 1)
        cells = set_cell_size(title + note, room)
        return self._kept.beside_bar([Segment(cells[: len(title)], strong), Segment(cells[len(title) :], style)], width)

    def _empty(self, look: Look) -> list[Strip]:
        width, height = self.size
        return [self._kept.hint(look, width) if y == 1 else self._kept.blank(width) for y in range(height)]

    def _card(self, row: Row, look: Look, width: int, *, selected: bool) -> list[Strip]:
        def draw(styles: Styles, marked: bool) -> Sequence[Line]:  # noqa: FBT001 - as StripCache calls it
            return self._drawing.strips(row, look.now, width - 1, styles, selected=selected, marked=marked)

        return self._kept.card(row, look, width, selected, draw)
