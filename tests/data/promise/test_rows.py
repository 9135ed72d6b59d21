"""Each row of the tables of talk, in its shortest and its longest form: it hides no day, and adds none."""

from __future__ import annotations

import pytest

from day12_data.promise import Refused, asides, read_promise, small_talk
from day12_data.promise.meant import Meant
from day12_data.promise.pattern import elements
from kit import at

ON = at("2026-03-05T14:30", "America/New_York")
SLOTS = {
    "number": "four",
    "many": "four",
    "talk": "said",
    "go": "see",
    "nth": "third",
    "unit": "weeks",
    "weekday": "Monday",
    "clock": "9am",
    "month": "June",
    "year": "2026",
    "possessive": "'s",
    "season": "Summer",
    "unknown": "Zzyx",
}
LEFT_OUT = {Meant.TALK, Meant.THROUGH, Meant.ENDING, Meant.IDIOM}


def spoken(pattern: str, *, whole: bool) -> str:
    """The pattern as somebody says it: without what may be left out, or with all of it, and other words."""
    said = [
        SLOTS[element.slot] if element.slot else sorted(element.words)[-1 if whole else 0]
        for element in elements(pattern)
        if whole or not element.optional
    ]
    return " ".join(said).replace(" 's", "'s")


@pytest.mark.parametrize("whole", [False, True])
def test_what_says_nothing_of_when_changes_no_promise(whole: bool) -> None:
    patterns = [*small_talk.PHRASES, *(pattern for pattern, meant in asides.ROWS if meant in LEFT_OUT)]
    texts = [f"{spoken(pattern, whole=whole)}, two weeks" for pattern in patterns]
    texts += [f"{spoken(pattern, whole=whole)} two weeks" for pattern, meant in asides.ROWS if meant is Meant.WAITING]
    assert [text for text in texts if read_promise(text, ON) != read_promise("two weeks", ON)] == []


@pytest.mark.parametrize("whole", [False, True])
def test_what_is_no_promise_is_asked_back(whole: bool) -> None:
    ends = {Meant.SEEING: " Monday"}
    texts = [
        spoken(pattern, whole=whole) + ends.get(meant, ", two weeks")
        for pattern, meant in asides.ROWS
        if meant not in LEFT_OUT | {Meant.WAITING}
    ]
    assert [text for text in texts if not isinstance(read_promise(text, ON), Refused)] == []


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("pattern", small_talk.AFTER_COUNT)
def test_a_count_may_be_counted_from_the_interview(pattern: str, whole: bool) -> None:
    assert read_promise(f"two weeks {spoken(pattern, whole=whole)}", ON) == read_promise("two weeks", ON)
