"""The lines of a list's cards, each kept for as long as its card looks the same, and those where there is no card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Sequence

from rich.segment import Segment
from textual.strip import Strip

from day12.board.card_lines import Line, Styles
from day12.board.card_list import Look
from day12.cells import fit
from day12_data.agenda import Row


class StripCache:
    """Has the lines of a card drawn when it looks different than before. The scroll bar has the last cell of each."""

    def __init__(self, hints: tuple[str, str], styles: Callable[[], Styles]) -> None:
        """`hints` are what to say where there are no cards at all, and where a filter hides them all."""
        self._hints, self._styles_now = hints, styles
        self._styles: Styles = {}
        self._kept: dict[str, tuple[Row, dt.datetime, Hashable, list[Strip]]] = {}

    def forget(self) -> None:
        """Make every line anew, in other colours."""
        self._kept.clear()
        self._styles = {}

    @property
    def styles(self) -> Styles:
        """The styles of the list's parts."""
        self._styles = self._styles or self._styles_now()
        return self._styles

    def card(
        self, row: Row, look: Look, width: int, shape: Hashable, draw: Callable[[Styles, bool], Sequence[Line]]
    ) -> list[Strip]:
        """The card's lines; `draw` makes them in these styles, a cell narrower, for a card that is marked or not.

        `shape` is what they depend on beside the card, the moment, the width and the mark.
        """
        marked = row.card.id in look.marked
        kept = self._kept.get(row.card.id)
        if kept is None or kept[0] is not row or kept[1] is not look.now or kept[2] != (marked, width, shape):
            strips = [self.beside_bar(line, width) for line in draw(self.styles, marked)]
            self._kept[row.card.id] = kept = (row, look.now, (marked, width, shape), strips)
        return kept[3]

    def beside_bar(self, line: Line, width: int) -> Strip:
        """A line with the last cell left free for the scroll bar."""
        return Strip([*line, Segment(" ", self.styles["thumb"])], width)

    def draw_thumb(self, strips: list[Strip], thumb: range) -> None:
        """Put the scroll bar's thumb into the last cell of these lines."""
        bar = Segment("┃", self.styles["thumb"])
        for y in range(thumb.start, min(thumb.stop, len(strips))):
            strips[y] = Strip([*list(strips[y])[:-1], bar], strips[y].cell_length)

    def blank(self, width: int) -> Strip:
        """An empty line."""
        return Strip([Segment(" " * width, self.styles["card"])], width)

    def hint(self, look: Look, width: int) -> Strip:
        """What to say where there is no card."""
        return Strip([Segment(f" {fit(self._hints[look.total > 0], width - 1)}", self.styles["hint"])], width)
