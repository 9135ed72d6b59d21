"""What stands between the board's header and its keys, and how it fits the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from day12.board.column import Column
from day12.keys import key_of
from day12_data.kinds import Stage

if TYPE_CHECKING:
    from day12.app import Day12App
    from day12.board.side_page import SidePage

_SIDE_FROM = 160


class Body(Horizontal):
    """The columns or the agenda, and in a wide terminal the selected card's page beside them.

    Where the board has no card at all, what to do first stands in the place of all that.
    """

    def __init__(self, app: Day12App, agenda: Widget | None) -> None:
        """`agenda` stands in the columns' place from the beginning."""
        super().__init__(id="body")
        self._day12 = app
        self._agenda = agenda
        self._columns: list[Column] = []
        self._first: Widget | None = None
        self._side: SidePage | None = None
        self._card_id: str | None = None

    def compose(self) -> ComposeResult:
        """The columns, the agenda, the page."""
        none_here = f"none here · {key_of(self.app, 'clear')} shows all"
        for stage in Stage:
            column = Column(stage, filtered=none_here)
            column.display = self._agenda is None
            self._columns.append(column)
        yield from self._columns
        if self._agenda:
            yield self._agenda
        if self._side_fits:
            yield self._new_side()

    def render_lines(self, _: Region) -> list[Strip]:
        """Nothing: what it holds covers it, and behind it is the screen's background."""
        return []

    def on_resize(self) -> None:
        """The page goes where there is no room for it, and comes where there is."""
        if self._side is None and self._side_fits:
            self.mount(self._new_side())
        if self._side:
            self._side.display = self._side_fits
            self.follow(self._card_id)

    def _new_side(self) -> SidePage:
        from day12.board.side_page import SidePage  # few terminals are so wide

        self._side = SidePage(self._day12)
        return self._side

    @property
    def _side_fits(self) -> bool:
        return self.app.size.width >= _SIDE_FROM and self._day12.session.settings.side_page

    def follow(self, card_id: str | None) -> None:
        """Show this card's page, once the cursor has rested."""
        self._card_id = card_id
        if self._side and self._side.display:
            self._side.follow(card_id)

    def show_agenda(self, agenda: Widget, *, shown: bool) -> None:
        """Show the agenda in the columns' place, or the columns again."""
        if not agenda.is_attached:
            self.mount(agenda, after=self._columns[-1])
        agenda.display = shown
        for column in self._columns:
            column.display = not shown

    def say_how_to_begin(self, *, empty: bool) -> None:
        """Show the cards, or where there are none at all, what to do first."""
        if empty and self._first is None:
            from day12.board.first_start import FirstStart  # most boards have cards

            self._day12.read_all_styles()
            self._first = FirstStart()
            self.screen.mount(self._first, after=self)
        if self._first:
            self.display, self._first.display = not empty, empty
