"""Which cards are rounds of one story."""

from __future__ import annotations

from day12_data.card import replace
from day12_data.rounds import other_rounds
from kit import at, board, card


def test_rounds_are_one_story_however_they_are_linked() -> None:
    first = card("Acme", id="01")
    second = card("Acme", at("2026-03-10 10:00"), id="02", round_of="01")
    third = card("Acme", at("2026-03-15 10:00"), id="03", round_of="02")
    other, lost = card("Globex", id="04"), card("Acme", id="05", round_of="99")
    gone = replace(card("Acme", id="06", round_of="01"), deleted=True)
    library = board(third, other, lost, gone, second, first)
    assert other_rounds(first, library) == [second, third]
    assert other_rounds(second, library) == [first, third]
    assert other_rounds(third, library) == [first, second]
    assert other_rounds(other, library) == other_rounds(lost, library) == []
