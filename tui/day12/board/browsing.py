"""Lists of cards with a cursor, and finding cards: what the board, the agenda and the archive have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from rich.segment import Segment
from rich.style import Style
from textual import events, on
from textual.geometry import Region
from textual.reactive import var
from textual.strip import Strip

from day12.board.card_lines import Styles
from day12.board.card_list import PARTS, CardList, Look
from day12.board.footer import Footer
from day12.edit.actions import CardActions
from day12.navigation import open_card, open_form, open_screen
from day12_data.agenda import Row, place_of

if TYPE_CHECKING:
    from day12.board.find import FindLine


_STRIPS = ((72, 9), (50, 6), (36, 5), (0, 4))
"""How wide a strip is in a narrow terminal, from which width of the terminal on."""


AGENDA = "agenda"
"""The id of the list of all cards, which may stand in the place of the columns."""


class Cards(Struct, frozen=True):
    """The cards of a list in order, how many there are unfiltered, and how many of those shown are overdue."""

    rows: Sequence[Row] = ()
    total: int = 0
    late: int = 0


class BrowsingScreen(CardActions):
    """A screen whose cursor, `card_id` in the column `column_id`, goes from card to card.

    What the columns show as selected and which of them is in use is told to them from here.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"cards--{part}" for part in PARTS}
    AUTO_FOCUS = ""  # the keys are the screen's own; only the line for finding takes the focus

    column_id: var[str] = var("", init=False)
    """The column that the cursor is in, which may be an empty one."""
    wanted: var[str] = var("", init=False)
    """The words that are looked for."""
    marked: var[frozenset[str]] = var(frozenset(), init=False)
    """The ids of the cards that are marked; one that a filter hides stays marked."""

    def __init__(self) -> None:
        super().__init__()
        self._lists: dict[str, CardList] = {}
        self._styles: Styles = {}
        self._theme = ""
        self._widths: dict[CardList, int | str] = {}
        self._cards: Mapping[str, Cards] = {}
        self._places: tuple[Sequence[Row], Mapping[str, int]] = ((), {})
        """The rows that the cursor is among, and where each card is in them, which is asked for at every key."""
        # The card on which the cursor was last, by column: coming back to the column, it is there again.
        self._last: dict[str, str] = {}

    # The cursor.

    def action_cursor(self, by: int) -> None:
        """Move the cursor by some cards."""
        rows = self._rows
        if rows:
            index = max(0, min(len(rows) - 1, (self._here or 0) + by))
            self.go_to(self.column_id, rows[index].card.id)

    def action_page(self, by: int) -> None:
        """Move the cursor by some pages."""
        self.action_cursor(by * self._lists[self.column_id].cards_in_view)

    def go_to(self, column_id: str, card_id: str | None = None) -> None:
        """Put the cursor on a card of a column; without a card, where it was last in that column."""
        rows = self._cards[column_id].rows
        if card_id is None:
            last = self._last.get(column_id)
            found = place_of(rows, last) is not None
            card_id = last if found else rows[0].card.id if rows else None
        self.column_id, self.card_id = column_id, card_id
        self.draw_cards()

    def start_where_it_matters(self) -> None:
        """Put the cursor on the most urgent card that is shown."""
        first = [(cards.rows[0], name) for name, cards in self._cards.items() if cards.rows]
        if first:
            row, self.column_id = min(first, key=lambda found: found[0].order)
            self.card_id = row.card.id

    @on(CardList.Pressed)
    def _card_pressed(self, event: CardList.Pressed) -> None:
        self.set_focus(None)
        name = event.list.id or ""
        if name in self._cards:  # or else a key has brought other lists since
            self.go_to(name, event.card_id)

    @on(CardList.Opened)
    def _card_opened(self) -> None:
        self.action_open()

    @property
    def _rows(self) -> Sequence[Row]:
        return self._cards[self.column_id].rows

    @property
    def _here(self) -> int | None:
        """Where the card under the cursor is among its rows."""
        rows = self._rows
        if self._places[0] is not rows:
            self._places = rows, {row.card.id: place for place, row in enumerate(rows)}
        return self._places[1].get(self.card_id or "")

    # Showing cards.

    def show_cards(self, cards: Mapping[str, Cards]) -> None:
        """Show these cards, by column; the cursor stays on its card, or near where that stood."""
        if self._lists.keys() != cards.keys():
            self._lists = {each.id or "": each for each in self.query(CardList) if each.id in cards}
        before, self._cards = self._cards, cards
        if self.column_id not in cards:
            self.column_id = next(iter(cards))
        if (here := self._column_of(self.card_id)) is not None:
            self.column_id = here
            return
        last = self._last.get(self.column_id)
        if last is None or place_of(self._rows, last) is None:
            index = place_of(before[self.column_id].rows, last) if self.column_id in before else 0
            last = self._rows[min(index or 0, len(self._rows) - 1)].card.id if self._rows else None
        self.card_id = last

    def draw_cards(self) -> None:
        """Have each column draw what changed in it."""
        if self.card_id:
            self._last[self.column_id] = self.card_id
        now, narrow = self.now, not self.has_class("-wide")
        here = self._here
        about = self._rows[here] if narrow and here is not None else None
        for name, column in self._lists.items():
            current, cards = name == self.column_id, self._cards[name]
            place = here if current else None
            self._give_width(column, current=current)
            column.show(Look(cards.rows, cards.total, cards.late, now, place, current, self.marked, about))

    def _give_width(self, column: CardList, *, current: bool) -> None:
        """In a narrow terminal the column in use is the wide one, the others are strips."""
        room = self.app.size.width
        strip = next((width for least, width in _STRIPS if room >= least))
        width = "1fr" if current or self.has_class("-wide") else strip
        if self._widths.get(column) != width:
            column.styles.width = self._widths[column] = width

    def on_resize(self) -> None:
        """Columns may become strips, or strips columns."""
        if self._cards:
            self.draw_cards()

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """The terminal may have been resized under another screen."""
        self.call_after_refresh(self.on_resize)

    @property
    def part_styles(self) -> Styles:
        """The styles of the parts of a list in the theme of the moment, as the terminal is to show them."""
        if not self._styles:
            segments = [Segment("", self.get_component_rich_style(f"cards--{part}")) for part in PARTS]
            for each in self.get_line_filters():  # here once, instead of in every line that is drawn
                segments = each.apply(segments, self.background_colors[1])
            self._styles = {part: style or Style() for part, (_, style, _) in zip(PARTS, segments, strict=True)}
        return self._styles

    def notify_style_update(self) -> None:
        """Have the lists drawn in the colours of another theme."""
        super().notify_style_update()
        if self.app.theme != self._theme:  # a class that is set comes here too, and changes no colour of theirs
            self._theme = self.app.theme
            self._styles = {}
            for each in self.query(CardList):
                each.forget()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The background alone: Textual would make each line of it anew, with borders and padding, to be covered."""
        _, background = self.background_colors
        line = Strip([Segment(" " * crop.width, Style.from_color(bgcolor=background.rich_color))], crop.width)
        for each in self.get_line_filters():
            line = line.apply_filter(each, background)
        return [line] * crop.height

    def _column_of(self, card_id: str | None) -> str | None:
        """The column in which a card is shown: its stage's, or the archive."""
        card = self.board.cards.get(card_id or "")
        names = [card.stage.value] if card and card.stage.value in self._cards else self._cards
        return next((name for name in names if place_of(self._cards[name].rows, card_id) is not None), None)

    # Finding, opening and adding.

    def watch_wanted(self) -> None:
        """Other words, other cards."""
        self.draw_soon()

    async def action_find(self) -> None:
        """Type words that a card must have."""
        from day12.board.find import FindLine  # not needed before the first paint

        self.day12.read_all_styles()
        await self.query(FindLine).remove()
        line = FindLine(self.wanted)
        await self.mount(line, before=self.query_one(Footer))
        line.focus()

    async def on_find_line_wanted(self, event: FindLine.Wanted) -> None:
        """Show the cards with these words, while they are typed."""
        self.wanted = event.words
        if event.settled:
            await self.stop_finding()

    async def stop_finding(self) -> None:
        """Give the keys back to the cards."""
        self.set_focus(None)
        await self.query("#find").remove()

    def action_open(self) -> None:
        """Open the card's page."""
        if card := self.card_or_say_so():
            open_card(self.day12, card)

    def action_open_screen(self, name: str) -> None:
        """Open the archive, the history, the insights, or the dialog for files to import."""
        open_screen(self.day12, name)

    def action_add(self) -> None:
        """Add an interview."""
        open_form(self.day12, self.add_card)
