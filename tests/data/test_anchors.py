from __future__ import annotations

import pytest

from day12_data.anchors import anchor_warning, in_turn
from day12_data.card import Anchor
from kit import at, later

NOW = at("2026-03-17T14:00+01:00")


def used(text: str, *days_ago: int) -> Anchor:
    return Anchor(text=text, used=tuple(later(NOW, days=-days) for days in days_ago))


@pytest.mark.parametrize(
    ("anchors", "picked"),
    [
        ((), []),
        ((used("a", 100), used("b")), ["b"]),
        ((used("a", 100), used("b", 200)), ["b"]),
        ((used("a", 300, 70), used("b", 90)), ["b"]),
        ((used("a", 100, 400), used("b", 300, 200)), ["b"]),
        ((used("resting", 5), used("rested", 400, 300)), ["rested"]),
        ((used("a"), used("b")), ["a"]),
        ((used("only", 1),), ["only"]),
    ],
)
def test_the_thread_used_least_and_longest_ago_is_offered_and_one_that_rests_comes_last(
    anchors: tuple[Anchor, ...], picked: list[str]
) -> None:
    assert [each.text for each in in_turn(anchors, NOW)][:1] == picked


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (used("a"), None),
        (used("a", 60), None),
        (used("a", 400, 300), None),
        (used("a", 59), "You used “a” 59 days ago: let it rest until 18 March, or pick another."),
        (used("a", 0), "You used “a” today: let it rest until 16 May, or pick another."),
        (used("a", 300, 1), "You used “a” yesterday: let it rest until 15 May, or pick another."),
        (used("a", 500, 400, 300), "You have used “a” 3 times: a new thread would be better."),
    ],
)
def test_a_thread_used_lately_or_more_than_twice_is_warned_about(anchor: Anchor, words: str | None) -> None:
    assert anchor_warning(anchor, NOW) == words
