"""Marks cards on the board, in the agenda and the archive, so that a key moves, skips, archives or deletes them all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from textual import on

from day12.board.browsing import BrowsingScreen, Cards
from day12.board.card_list import CardList
from day12.board.footer import Footer, Marks
from day12_data.agenda import on_board, row_for
from day12_data.card import Card


class MarkingScreen(BrowsingScreen):
    """Lists of cards that can be marked; the footer says how many are."""

    @on(CardList.Pressed)
    def _card_marked(self, event: CardList.Pressed) -> None:
        if event.mark and event.card_id:
            self.mark({event.card_id})

    def action_mark(self) -> None:
        """Mark the card, or no longer, and go on to the next one."""
        if card := self.card_or_say_so():
            self.mark({card.id})
            self.action_cursor(1)

    def action_mark_all(self) -> None:
        """Mark all cards that are shown, or none of them where all are marked."""
        shown = frozenset(row.card.id for cards in self._cards.values() for row in cards.rows)
        self.mark(shown if shown <= self.marked else shown - self.marked)

    def unmark(self) -> None:
        """Mark none any more."""
        self.mark(self.marked)

    def chosen_or_say_so(self) -> Sequence[Card]:
        """The cards that are marked; where none is, the one under the cursor."""
        if not (marked := self.marked):
            return super().chosen_or_say_so()
        return [card for card in self.board.cards.values() if card.id in marked] or super().chosen_or_say_so()

    def mark(self, others: Collection[str]) -> None:
        """Mark these cards, and those of them no longer that were marked."""
        self.marked ^= frozenset(others)
        self.query_one(Footer).hush()
        self.draw_cards()

    def _unmark_gone(self) -> None:
        """A card that has gone to the archive, or from there, or is removed, is marked no longer."""
        cards = (self.board.cards.get(card_id) for card_id in self.marked)
        self.marked = frozenset(card.id for card in cards if card and self.has_place_for(card))

    def has_place_for(self, card: Card) -> bool:
        """Whether the card may be shown here: on the board those without an outcome are, and those to be kept warm."""
        running = card.ended is None
        return not card.deleted and (running or on_board(row_for(card, self.now, self.session.settings.rules)))

    def show_cards(self, cards: Mapping[str, Cards]) -> None:
        """Show these cards; one that has no place among them any more isn't marked either."""
        if self.marked:
            self._unmark_gone()
        super().show_cards(cards)

    def draw_cards(self) -> None:
        """Have each column draw what changed in it, and the footer say how many are marked."""
        super().draw_cards()
        self.query_one(Footer).marked = self._marks()

    def _marks(self) -> Marks:
        """How many cards are marked, and how many of them aren't shown."""
        if not self.marked:
            return Marks()
        shown = sum(row.card.id in self.marked for cards in self._cards.values() for row in cards.rows)
        return Marks(len(self.marked), len(self.marked) - shown)
