"""What a column looks like as lines: its title, its cards from some card on, and the scroll bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.geometry import Offset, Size
from textual.strip import Strip

from day12.board.card_lines import SHORT, TALL, Inks, Line, Styles, card_lines, ink, inks_of
from day12.board.card_list import Look
from day12.board.selected_card import selected_card_lines
from day12.board.strip_cache import StripCache
from day12.board.strip_lines import SHORT_TITLES, strip_texts
from day12.cells import fit
from day12.labels import SIGNS
from day12_data.agenda import Row
from day12_data.kinds import Stage
from day12_data.step import Urgency
from day12_data.text import clean

_STRIP_WIDTH = 12
_TALL_FROM = 26
_LEAST_ROOM = 3


class ColumnLines:
    """Makes a column's lines; a card's are kept for as long as the card looks the same."""

    def __init__(
        self,
        stage: Stage,
        hints: tuple[str, str],
        styles: Callable[[], Styles],
        archive_key: Callable[[], str],
    ) -> None:
        """`hints` are what to say where there are no cards at all, and where a filter hides them all."""
        self.size = Size()
        self.drop = False
        """Whether a card that is being dragged would land here."""
        self._stage, self._archive_key = stage, archive_key
        self._kept = StripCache(hints, styles)
        self._inks: dict[tuple[Urgency, bool, bool], Inks] = {}

    def forget(self) -> None:
        """Make every line anew, in other colours."""
        self._kept.forget()
        self._inks.clear()

    @property
    def in_view(self) -> int:
        """How many cards there is room for."""
        return max(1, (self.size.height - 1) // self._card_height)

    def index_at(self, _look: Look, top: int, y: int) -> int | None:
        """Which card is on this line; there may be fewer."""
        return top + (y - 1) // self._card_height if y > 0 and self.size.width >= _STRIP_WIDTH else None

    def top_for(self, look: Look, top: int) -> int:
        """The first card to show so that the selected one is in view, moving no further than it must."""
        lowest = max(0, len(look.rows) - self.in_view)
        if (index := look.place) is None:
            return min(top, lowest)
        return min(max(top, index - self.in_view + 1, 0), index, lowest)

    def scrolled(self, look: Look, top: int, by: int) -> int:
        """A card further."""
        return max(0, min(top + by, len(look.rows) - self.in_view))

    def place_of_selected(self, look: Look, top: int) -> Offset | None:
        """Where the selected card's name is."""
        index = look.place
        return None if index is None else Offset(2, 1 + (index - top) * self._card_height + self._tall)

    def all(self, look: Look, top: int) -> list[Strip]:
        """Every line, from the title to the bottom."""
        width, height = self.size
        if width < _STRIP_WIDTH:
            return self._strip(look)
        cards: list[Strip] = []
        for place, row in enumerate(look.rows[top : top + self.in_view + 1], top):
            cards += self._card(row, look, width, selected=place == look.place)
        del cards[height - 1 :]
        self._kept.draw_thumb(cards, thumb_of(len(look.rows), self.in_view, top, height - 1))
        more = self._more(look, width, height - 1 - len(cards))
        below = [self._kept.blank(width)] * (height - 1 - len(cards) - len(more))
        if not look.rows and len(below) > 1:
            below[1] = self._kept.hint(look, width)
        return [self._title_line(look, width), *cards, *more, *below]

    @property
    def _tall(self) -> bool:
        return self.size.height >= _TALL_FROM

    @property
    def _card_height(self) -> int:
        return TALL if self._tall else SHORT

    def _card(self, row: Row, look: Look, width: int, *, selected: bool) -> list[Strip]:
        tall = self._tall

        def draw(styles: Styles, marked: bool) -> Sequence[Line]:  # noqa: FBT001 - as StripCache calls it
            kind = row.urgency, selected, marked
            if kind not in self._inks:
                self._inks[kind] = inks_of(styles, row.urgency, selected=selected, marked=marked)
            inks = self._inks[kind]
            return card_lines(row, look.now, width - 1, inks, tall=tall, selected=selected, marked=marked)

        return self._kept.card(row, look, width, (selected, tall), draw)

    def _title_line(self, look: Look, width: int) -> Strip:
        style = self._kept.styles["current" if look.current else "title"]
        if self.drop:
            style += self._kept.styles["drop"]
        titles = [f"{self._stage.position + 1} {title}" for title in (self._stage.title, SHORT_TITLES[self._stage])]
        text = title_text(titles, len(look.rows), look.total, look.late, width - 1)
        return Strip([Segment(text, style), Segment(" ", self._kept.styles["card"])], width)

    def _more(self, look: Look, width: int, room: int) -> list[Strip]:
        """The selected card in more words, where the cards of a narrow terminal leave room for that."""
        if look.about is None or look.place is None or room < _LEAST_ROOM:
            return []
        company = clean(look.about.card.company)
        rule = set_cell_size(f"── {fit(company, min(width - 6, cell_len(company)))} {'─' * width}", width - 2)
        plain, edge = self._kept.styles["card"], self._kept.styles["hint"]
        texts = selected_card_lines(look.about, look.now, self._archive_key(), width - 3)[: room - 2]
        lines = [(rule, edge), *((f"  {text}", plain) for text in texts)]
        return [Strip([Segment(set_cell_size(text, width), style)], width) for text, style in lines]

    def _strip(self, look: Look) -> list[Strip]:
        width, height = self.size
        texts = strip_texts(self._stage, width, len(look.rows), look.late, look.about, look.now)
        plain = self._kept.styles["drop" if self.drop else "title"]
        lines = []
        for text, part in (texts + [("", "")] * height)[:height]:
            style = plain + ink(self._kept.styles[part]) if part else plain
            lines.append(Strip([Segment(fit(text, width), style)], width))
        return lines


def title_text(titles: Sequence[str], shown: int, total: int, late: int, width: int) -> str:
    """The first of the titles that fits, with its counts at the right end, in exactly `width` cells."""
    count = str(shown) if shown == total else f"{shown} of {total}"
    counts = f" {count}{f' {SIGNS[Urgency.OVERDUE]}{late}' if late else ''} "
    room = max(1, width - len(counts) - 1)
    title = next((title for title in titles if cell_len(title) <= room), titles[-1])
    return set_cell_size(f" {fit(title, room)}{counts}", width)


def thumb_of(count: int, visible: int, top: int, lines: int) -> range:
    """The lines that the scroll bar's thumb covers: none where every card is in view, or no line is there."""
    if count <= visible or lines <= 0:
        return range(0)
    size = max(1, lines * visible // count)
    start = (lines - size) * top // max(1, count - visible)
    return range(start, start + size)
