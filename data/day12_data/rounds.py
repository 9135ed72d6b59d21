"""Finds the rounds of interviews that belong together: each card names the round before it."""

from __future__ import annotations

from day12_data.board import Board
from day12_data.card import Card


def other_rounds(card: Card, board: Board) -> list[Card]:
    """The other rounds of the interview that the card is about, oldest first."""
    story, found = {card.id}, True
    while found:
        before = {board.cards[one].round_of for one in story}
        linked = {
            other.id
            for other in board.cards.values()
            if not other.deleted and (other.round_of in story or other.id in before)
        }
        found = not linked <= story
        story |= linked
    return sorted((board.cards[one] for one in story - {card.id}), key=lambda each: each.starts_at)
