from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.letters.office_hours import better_moment, moment_note
from kit import at, later


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
    moment = better_moment(at(now, "Europe/Berlin"))
    assert (f"{moment:%Y-%m-%dT%H:%M}" if moment else None) == better
    # The night of 29 March has an hour less there: the offset is that of the better moment.
    assert moment is None or moment == at(str(better), "Europe/Berlin")


@given(st.integers(0, 90 * 365 * 24 * 60))
def test_a_better_moment_is_always_ahead_and_good(minutes: int) -> None:
    local = later(at("2000-01-01"), minutes=minutes)
    moment = better_moment(local)
    assert moment is None or (moment > local and better_moment(moment) is None)


def test_the_note_says_what_time_it_is_for_them() -> None:
    saturday = at("2026-03-21T21:05", "America/New_York")
    assert moment_note(saturday) == "It is Saturday, 21:05 where they are: on Monday at 8:00 would be better."
    early = at("2026-03-17T06:00", "America/New_York")
    assert moment_note(early) == "It is Tuesday, 6:00 where they are: today at 8:00 would be better."
    assert moment_note(later(early, hours=12)).endswith("tomorrow at 8:00 would be better.")
    assert moment_note(later(early, hours=4)) == ""


def test_a_holiday_is_no_working_day_for_them_either() -> None:
    days = {dt.date(2026, 11, 26): "Thanksgiving Day", dt.date(2026, 11, 27): "Day After Thanksgiving"}
    thursday = at("2026-11-26T10:05", "America/New_York")
    note = "It is Thursday, 10:05 where they are, Thanksgiving Day: on Monday at 8:00 would be better."
    assert moment_note(thursday, frozenset(days), days) == note
    assert "where they are: on Monday" in moment_note(thursday, frozenset(days))
