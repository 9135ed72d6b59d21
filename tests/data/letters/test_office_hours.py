from __future__ import annotations

import arrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.letters.office_hours import better_moment, moment_note


@pytest.mark.parametrize(
    ("now", "better"),
    [
        ("2026-03-17T08:00", None),
        ("2026-03-17T17:59", None),
        ("2026-03-17T18:00", "2026-03-18T08:00"),
        ("2026-03-17T07:59", "2026-03-17T08:00"),
        ("2026-03-20T18:30", "2026-03-23T08:00"),
        ("2026-03-21T00:00", "2026-03-23T08:00"),
        ("2026-03-22T12:00", "2026-03-23T08:00"),
        ("2026-03-23T03:00", "2026-03-23T08:00"),
        ("2026-03-27T22:00", "2026-03-30T08:00"),
    ],
)
def test_outside_working_hours_the_next_morning_of_work_is_better(now: str, better: str | None) -> None:
    moment = better_moment(arrow.get(now, tzinfo="Europe/Berlin"))
    assert (moment.format("YYYY-MM-DDTHH:mm") if moment else None) == better
    # The night of 29 March has an hour less there: the offset is that of the better moment.
    assert moment is None or moment == arrow.get(str(better), tzinfo="Europe/Berlin")


@given(st.datetimes(min_value=arrow.get("2000-01-01").naive, max_value=arrow.get("2090-01-01").naive))
def test_a_better_moment_is_always_ahead_and_good(now: object) -> None:
    local = arrow.get(now, tzinfo="America/New_York")  # type: ignore[call-overload]
    moment = better_moment(local)
    assert moment is None or (moment > local and better_moment(moment) is None)


def test_the_note_says_what_time_it_is_for_them() -> None:
    saturday = arrow.get("2026-03-21T21:05", tzinfo="America/New_York")
    assert moment_note(saturday) == "It is Saturday, 21:05 where they are: on Monday at 8:00 would be better."
    early = arrow.get("2026-03-17T06:00", tzinfo="America/New_York")
    assert moment_note(early) == "It is Tuesday, 6:00 where they are: today at 8:00 would be better."
    assert moment_note(early.shift(hours=12)).endswith("tomorrow at 8:00 would be better.")
    assert moment_note(early.shift(hours=4)) == ""
