"""The board: five columns, what is filtered, and every key that edits a card."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.reactive import var

from day12.board.browsing import BrowsingScreen, Cards
from day12.board.column import Column
from day12.board.dragging import Dragged
from day12.board.footer import Footer
from day12.board.header import Header, Summary
from day12.edit.screen import EditingScreen
from day12.keys import BOARD_KEYS, COLUMN_KEYS, MARK_KEYS, SHARED_KEYS, key_of
from day12.navigation import open_archive, open_import
from day12_data.agenda import Agenda, Row, counts_of
from day12_data.board import matches
from day12_data.edits import move
from day12_data.kinds import Stage
from day12_data.step import Urgency


class BoardScreen(BrowsingScreen):
    """Five columns side by side; in a narrow terminal the one in use is wide and the others are strips."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *COLUMN_KEYS,
        *BOARD_KEYS,
        *SHARED_KEYS,
        Binding("tab", "column(1)", show=False),
        Binding("shift+tab", "column(-1)", show=False),
    ]

    overdue_only: var[bool] = var(default=False, init=False)

    def __init__(self) -> None:
        super().__init__()
        self._agenda = Agenda(self.session.settings.rules)
        self._fresh = True
        # Cards edited while a filter is on stay visible, so that nothing vanishes from under the hand.
        self._held: set[str] = set()

    def compose(self) -> ComposeResult:
        """The header, the columns, the line for finding, and the keys."""
        yield Header()
        with Horizontal(id="columns"):
            for stage in Stage:
                filtered = f"none here · {key_of(self.app, 'clear')} shows all"
                yield Column(stage.title, stage.position + 1, filtered=filtered, id=stage.value)
        yield Footer([*COLUMN_KEYS, *BOARD_KEYS, *SHARED_KEYS], MARK_KEYS)

    def on_mount(self) -> None:
        """Fill the columns."""
        self.show()

    # Finding one's way.

    def action_column(self, by: int) -> None:
        """Go to the next column on a side."""
        self._go_to_stage(max(0, min(len(Stage) - 1, Stage(self.column_id).position + by)))

    def action_to_column(self, number: int) -> None:
        """Go to a column by its number."""
        self._go_to_stage(number - 1)

    def action_overdue(self) -> None:
        """Show only the overdue cards, or all again."""
        self._held.clear()
        self.overdue_only = not self.overdue_only
        self._fresh = self.overdue_only

    async def action_clear(self) -> None:
        """Unmark what is marked, or show all cards again."""
        if self.marked and not self.query("#find"):
            self.unmark()
            return
        self.overdue_only, self.wanted = False, ""
        await self.stop_finding()

    def watch_overdue_only(self) -> None:
        """Other cards are shown."""
        self.draw_soon()

    def watch_wanted(self) -> None:
        """Other words, other cards."""
        self._held.clear()
        super().watch_wanted()

    def action_archived(self) -> None:
        """Show the archive."""
        open_archive(self.day12)

    def action_import_file(self) -> None:
        """Import a file."""
        open_import(self.day12)

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped on the terminal is pasted as its path."""
        self.run_worker(self._open_dropped(event.text), group="drop", exclusive=True)

    async def _open_dropped(self, text: str) -> None:
        from day12_data.exchange.files import dropped_files  # not needed before the first paint

        files = await asyncio.to_thread(dropped_files, text, Path.home())
        if files and self.is_current:
            open_import(self.day12, files)

    @on(Header.Pressed)
    def _header_pressed(self) -> None:
        self.action_overdue()

    def _go_to_stage(self, position: int) -> None:
        self.set_focus(None)
        self.go_to(list(Stage)[position].value)

    # Moving cards.

    @on(Dragged)
    def _card_dragged(self, event: Dragged) -> None:
        target = next((column for column in self.query(Column) if column.region.contains_point(event.place)), None)
        other = target if target is not event.column else None
        for column in self.query(Column):
            column.offer_drop(offered=column is other and not event.dropped)
        card = self.board.cards.get(event.card_id)
        if event.dropped and card and other:
            cards = self.chosen_or_say_so() if card.id in self.marked else [card]
            self.edit_cards(cards, lambda card, now: move(card, Stage(other.id), now))

    def follow(self, card_ids: Sequence[str]) -> None:
        """Put the cursor on one of these cards wherever the next board has it, and keep them visible past any filter.

        Where it stands on one of them, or they are marked, it stays where it is.
        """
        if self.card_id not in card_ids and not self.marked.issuperset(card_ids):
            self.card_id = card_ids[0]
        if self.overdue_only or self.wanted:
            self._held.update(card_ids)

    # Showing the board.

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Fill the header and the columns."""
        chips = (*(["overdue only"] * self.overdue_only), *([f"find: {self.wanted}"] * bool(self.wanted)))
        cards, counts = {}, Counter[Urgency]()
        for stage, rows in self._agenda.columns(self.board, self.now).items():
            urgencies = counts_of(rows)
            counts.update(urgencies)
            cards[stage.value] = Cards(self._shown(rows), len(rows), urgencies[Urgency.OVERDUE])
        header = self.query_one(Header)
        header.now, header.summary, header.unsaved = self.now, Summary(counts, chips), len(self.day12.unsaved)
        self.show_cards(cards)
        if self._fresh or (self.wanted and self.card_id is None):
            self._fresh = False
            self._start_where_it_matters()
        self.draw_cards()

    def _shown(self, rows: Sequence[Row]) -> Sequence[Row]:
        """Those of a column's cards that are shown: the overdue ones are the first."""
        if not self.overdue_only and not self.wanted:
            return rows
        late = counts_of(rows)[Urgency.OVERDUE] if self.overdue_only else len(rows)
        shown, others, held = rows[:late], rows[late:], self._held
        if self.wanted:
            shown = [row for row in shown if row.card.id in held or matches(row.card, self.wanted)]
        return [*shown, *(row for row in others if row.card.id in held)] if held else shown

    def _start_where_it_matters(self) -> None:
        """Put the cursor on the most urgent card that is shown."""
        first = [cards.rows[0] for cards in self._cards.values() if cards.rows]
        if first:
            row = min(first, key=attrgetter("order"))
            self.column_id, self.card_id = row.stage.value, row.card.id
