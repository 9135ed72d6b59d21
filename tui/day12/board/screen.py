"""The board: five columns, or the agenda in their place, what is filtered, and every key that edits a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import var

from day12 import help_texts
from day12.board.body import Body
from day12.board.browsing import AGENDA, Cards
from day12.board.column import Column
from day12.board.dragging import Dragged, show_target
from day12.board.filtering import chips, filtered
from day12.board.footer import Footer
from day12.board.header import Header, Summary
from day12.board.marking import MarkingScreen
from day12.edit.screen import EditingScreen
from day12.keys import BOARD_FOOTER, BOARD_KEYS, COLUMN_KEYS, MARK_KEYS, SHARED_KEYS
from day12.navigation import open_dropped
from day12.saved_choices import read_choice
from day12_data.agenda import Agenda, counts_of
from day12_data.edits import move
from day12_data.kinds import Stage
from day12_data.settings import ALL, Filter
from day12_data.step import Urgency

if TYPE_CHECKING:
    from day12.agenda.view import AgendaView

_VIEW = "view"
_VIEWS = ("board", AGENDA)


class BoardScreen(MarkingScreen):
    """Five columns side by side; in a narrow terminal the one in use is wide and the others are strips.

    In their place stands the agenda where it was chosen, and where a filter would leave a narrow terminal nearly empty.
    """

    HELP = help_texts.BOARD

    BINDINGS: ClassVar[list[BindingType]] = [
        *COLUMN_KEYS,
        *BOARD_KEYS,
        *SHARED_KEYS,
        Binding("tab", "column(1)", show=False),
        Binding("shift+tab", "column(-1)", show=False),
    ]

    overdue_only: var[bool] = var(default=False, init=False)
    stage_only: var[Stage | None] = var(None, init=False)
    agenda_chosen: var[bool] = var(default=False, init=False)

    def __init__(self) -> None:
        super().__init__()
        self.set_reactive(BoardScreen.agenda_chosen, read_choice(self.session.state, _VIEW, _VIEWS, "board") == AGENDA)
        self._agenda = Agenda(self.session.settings.rules)
        self._view: AgendaView | None = None
        self._listing = False
        """Whether the agenda is what is shown now."""
        self._fresh = True
        # Cards edited while a filter is on stay visible, so that nothing vanishes from under the hand.
        self._held: set[str] = set()

    def compose(self) -> ComposeResult:
        """The header, the columns, the line for finding, and the keys."""
        yield Header()
        self._body = Body(self.day12, self._agenda_view().list if self.agenda_chosen else None)
        yield self._body
        yield Footer(BOARD_FOOTER, MARK_KEYS)

    def on_mount(self) -> None:
        """Fill the columns."""
        self.show()

    # Finding one's way.

    def action_column(self, by: int) -> None:
        """Go to the next column on a side; in the agenda to the next head."""
        if self._listing and self._view:
            self._go_to_card(self._view.beside(self.card_id, by))
        else:
            self._go_to_stage(max(0, min(len(Stage) - 1, Stage(self.column_id).position + by)))

    def action_to_column(self, number: int) -> None:
        """Go to a column by its number; in the agenda to a head."""
        if self._listing and self._view:
            self._go_to_card(self._view.first_under(number - 1))
        else:
            self._go_to_stage(number - 1)

    async def action_agenda(self) -> None:
        """Show the agenda, or the board again; that choice is remembered."""
        self.agenda_chosen = not self.listing
        self.day12.remember(_VIEW, _VIEWS[self.agenda_chosen])
        if self.listing and not self.agenda_chosen:  # a filter would keep the list
            await self._show_all()

    @property
    def listing(self) -> bool:
        """Whether the agenda stands in the columns' place."""
        return self.agenda_chosen or (self.only != ALL and not self.has_class("-wide"))

    def on_resize(self) -> None:
        """In a terminal that became narrow or wide, a filtered board may become a list or columns again."""
        if self._cards and self.listing != self._listing:
            self.draw_soon()

    @on(Header.Pressed)
    def action_overdue(self) -> None:
        """Show only the overdue cards, or all again."""
        self._held.clear()
        self.overdue_only = not self.overdue_only
        self._fresh = self.overdue_only

    async def action_clear(self) -> None:
        """Unmark what is marked, or show all cards again."""
        if self.marked and not self.query("#find"):
            self.unmark()
        else:
            await self._show_all()

    async def _show_all(self) -> None:
        self.show_only(ALL)
        await self.stop_finding()

    @property
    def only(self) -> Filter:
        """Which cards are shown."""
        return Filter(find=self.wanted, overdue=self.overdue_only, stage=self.stage_only)

    def show_only(self, only: Filter) -> None:
        """Show only the cards that a filter lets through."""
        self._held.clear()
        self.wanted, self.overdue_only, self.stage_only = only.find, only.overdue, only.stage
        self._fresh = only != ALL

    def watch_overdue_only(self) -> None:
        """Other cards are shown."""
        self.draw_soon()

    watch_stage_only = watch_agenda_chosen = watch_overdue_only

    def watch_wanted(self) -> None:
        """Other words, other cards."""
        self._held.clear()
        super().watch_wanted()

    def on_paste(self, event: events.Paste) -> None:
        """A file that is dropped on the terminal is pasted as its path."""
        self.run_worker(open_dropped(self.day12, event.text), group="drop", exclusive=True)

    def _go_to_stage(self, position: int) -> None:
        self.set_focus(None)
        self.go_to(list(Stage)[position].value)

    def _go_to_card(self, card_id: str | None) -> None:
        if card_id:
            self.set_focus(None)
            self.go_to(AGENDA, card_id)

    # Moving cards.

    @on(Dragged)
    def _card_dragged(self, event: Dragged) -> None:
        other, card = show_target(self.query(Column), event), self.board.cards.get(event.card_id)
        if event.dropped and card and other:
            cards = self.chosen_or_say_so() if card.id in self.marked else [card]
            self.edit_cards(cards, lambda card, now: move(card, Stage(other.id), now))

    def follow(self, card_ids: Sequence[str]) -> None:
        """Put the cursor on one of these cards, unless it is on one or they are marked; no filter hides them.

        In the agenda, where the cursor's card sinks under a later head, it stays in its place, at the next card.
        """
        if self.card_id not in card_ids:
            if not self.marked.issuperset(card_ids):
                self.card_id = card_ids[0]
        elif self._listing and self._view and self.card_id:
            self._view.edited(self.card_id)
        if self.only != ALL:
            self._held.update(card_ids)

    # Showing the board.

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Fill the header, and the columns or the agenda."""
        cards, counts, only = {}, Counter[Urgency](), self.only
        self._agenda.rules = self.session.settings.rules
        for stage, rows in self._agenda.columns(self.board, self.now).items():
            shown = filtered(rows, self._held, only, stage)
            urgencies = counts_of(shown)
            counts.update(urgencies)
            cards[stage.value] = Cards(shown, len(rows), urgencies[Urgency.OVERDUE])
        header = self.query_one(Header)
        header.now, header.summary, header.unsaved = self.now, Summary(counts, chips(only)), len(self.day12.unsaved)
        footer = self.query_one(Footer)
        footer.filtered, footer.in_agenda = only != ALL, self.listing
        shown_cards = self._as_agenda(cards) if self.listing else cards
        if self._view and self.listing != self._listing:
            self._listing = self.listing
            self._body.show_agenda(self._view.list, shown=self._listing)
            if not self._listing:
                self._view.forget()
        self.show_cards(shown_cards)
        if self._fresh or (self.wanted and self.card_id is None):
            self._fresh = False
            self.start_where_it_matters()
        self._body.say_how_to_begin(empty=all(card.deleted for card in self.board.cards.values()))
        self.draw_cards()

    def draw_cards(self) -> None:
        """Have each column draw what changed in it, and the page beside them once the cursor has rested."""
        super().draw_cards()
        self._body.follow(self.card_id)

    def _as_agenda(self, cards: Mapping[str, Cards]) -> Mapping[str, Cards]:
        """The cards of all columns as the one list of the agenda."""
        view, rows = self._agenda_view(), chain.from_iterable(each.rows for each in cards.values())
        self.card_id = view.take(rows, self.now, self.card_id)
        total, late = sum(each.total for each in cards.values()), sum(each.late for each in cards.values())
        return {AGENDA: Cards(view.listed.rows, total, late)}

    def _agenda_view(self) -> AgendaView:
        """The agenda, which is made when it is first needed."""
        if self._view is None:
            from day12.agenda.view import AgendaView

            self._view = AgendaView(self.app)
        return self._view
