"""The board: five columns, what is filtered, and every key that edits a card."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from operator import attrgetter
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.reactive import Reactive, var
from textual.widget import Widget

from day12.board.column import Column
from day12.board.footer import Footer
from day12.board.header import Header, Summary
from day12.context import Context
from day12.edit.actions import EditingScreen
from day12.keys import BOARD_KEYS, COLUMN_KEYS, SHARED_KEYS
from day12.messages import ArchiveWanted
from day12_data.agenda import Agenda, Row
from day12_data.board import Board, Change, change, matches
from day12_data.card import Card, Stage
from day12_data.edits import move
from day12_data.step import Urgency


class BoardScreen(EditingScreen):
    """Five columns side by side; in a narrow terminal the focused one is wide and the others are strips."""

    BINDINGS: ClassVar[list[BindingType]] = [*BOARD_KEYS, *SHARED_KEYS]
    AUTO_FOCUS = ""  # the most urgent card takes it

    # A change of focus draws the two columns anew, not the whole screen.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    unsaved: var[tuple[Change, ...]] = var(())
    overdue_only: var[bool] = var(default=False)

    def __init__(self, context: Context, board: Board, now: dt.datetime) -> None:
        super().__init__(context, board, now)
        self._agenda = Agenda(context.settings.rules)
        self._stage = Stage.ASKED
        self._follow: str | None = None
        self._fresh = True
        # Cards edited while a filter is on stay visible, so that nothing vanishes from under the hand.
        self._held: set[str] = set()

    def compose(self) -> ComposeResult:
        """The header, the columns, the line for finding, and the keys."""
        yield Header()
        with Horizontal(id="columns"):
            for stage in Stage:
                yield Column(stage.title, stage.position + 1, id=stage.value)
        yield Footer([*COLUMN_KEYS, *BOARD_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Fill the columns, now and whenever something changes."""
        self.show_when_changed("board", "now", "overdue_only", "wanted")
        self.watch(self, "unsaved", self._show_unsaved, init=False)

    @property
    def card(self) -> Card | None:
        """The card under the cursor."""
        row = self._column(self._stage).row
        return self.board.cards.get(row.card.id) if row else None

    # Finding one's way.

    def action_column(self, by: int) -> None:
        """Go to the next column on a side."""
        self._go_to(max(0, min(len(Stage) - 1, self._stage.position + by)))

    def action_to_column(self, number: int) -> None:
        """Go to a column by its number."""
        self._go_to(number - 1)

    def action_overdue(self) -> None:
        """Show only the overdue cards, or all again."""
        self._held.clear()
        self.overdue_only = not self.overdue_only
        self._fresh = self.overdue_only

    async def action_clear(self) -> None:
        """Show all cards again."""
        self.overdue_only, self.wanted = False, ""
        await self.stop_finding()

    async def stop_finding(self) -> None:
        """Give the keys back to the cards."""
        await super().stop_finding()
        self._column(self._stage).focus()

    def watch_wanted(self) -> None:
        """Other words, other cards."""
        self._held.clear()

    def action_archived(self) -> None:
        """Show the archive."""
        self.post_message(ArchiveWanted())

    @on(Header.Pressed)
    def _header_pressed(self) -> None:
        self.action_overdue()

    @on(Column.Entered)
    def _column_entered(self, event: Column.Entered) -> None:
        self._enter(event.column)

    @on(Column.Opened)
    def _card_opened(self) -> None:
        self.action_open()

    # Moving cards.

    @on(Column.Dragged)
    def _card_dragged(self, event: Column.Dragged) -> None:
        target = next((column for column in self.query(Column) if column.region.contains_point(event.place)), None)
        for column in self.query(Column):
            column.set_class(column is target and target is not event.column and not event.dropped, "-drop")
        card = self.board.cards.get(event.card_id)
        if event.dropped and card and target and target is not event.column:
            self.edit_card(lambda now: change(card, move(card, Stage(target.id), now), now))

    def follow(self, card_id: str) -> None:
        """Put the cursor on this card wherever the next board has it, and keep it visible past any filter."""
        self._follow = card_id
        if self.overdue_only or self.wanted:
            self._held.add(card_id)

    # Showing the board.

    def show(self) -> None:
        """Fill the header and the columns."""
        rows = self._agenda.rows(self.board, self.now)
        counts = Counter(map(attrgetter("urgency"), rows))
        chips = (*(["overdue only"] * self.overdue_only), *([f"find: {self.wanted}"] * bool(self.wanted)))
        header = self.query_one(Header)
        header.now, header.summary = self.now, Summary(counts, chips)
        columns: dict[Stage, list[Row]] = {stage: [] for stage in Stage}
        for row in rows:
            columns[row.stage].append(row)
        for column in self.query(Column):
            all_rows = columns[Stage(column.id)]
            late = sum(row.urgency is Urgency.OVERDUE for row in all_rows)
            shown = [row for row in all_rows if self._shown(row)] if chips else all_rows
            column.show(shown, self.now, total=len(all_rows), late=late)
        if self._fresh or (self.wanted and self.card is None):
            self._fresh = False
            self._start_where_it_matters()
        self._follow_card()

    def _show_unsaved(self) -> None:
        self.query_one(Header).unsaved = len(self.unsaved)

    def _shown(self, row: Row) -> bool:
        if row.card.id in self._held:
            return True
        return (not self.overdue_only or row.urgency is Urgency.OVERDUE) and (
            not self.wanted or matches(row.card, self.wanted)
        )

    def _follow_card(self) -> None:
        if self._follow is None:
            return
        for column in self.query(Column):
            if column.select(self._follow):
                self._enter(column)
                if isinstance(self.focused, Column):
                    column.focus()
        self._follow = None

    def _start_where_it_matters(self) -> None:
        """Put the cursor on the most urgent card that is shown."""
        rows = [column.rows[0] for column in self.query(Column) if column.rows]
        column = self._column(self._stage)
        if rows:
            most_urgent = min(rows, key=attrgetter("order"))
            column = self._column(most_urgent.stage)
            column.select(most_urgent.card.id)
        self._enter(column)
        if self.focused is None or self.focused.id != "find":
            column.focus()

    def _column(self, stage: Stage) -> Column:
        return self.query_one(f"#{stage.value}", Column)

    def _go_to(self, position: int) -> None:
        column = self._column(list(Stage)[position])
        self._enter(column)
        column.focus()

    def _enter(self, column: Column) -> None:
        if column.current:
            return
        self._stage = Stage(column.id)
        for each in self.query(Column):
            each.current = each is column
        self.on_resize()

    def on_screen_resume(self) -> None:
        """The terminal may have been resized under another screen."""
        super().on_screen_resume()
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """In a narrow terminal the current column is the wide one; in a wide one there is nothing to restyle."""
        narrow = not self.has_class("-wide")
        for each in self.query(Column):
            each.set_class(each.current and narrow, "-current")
