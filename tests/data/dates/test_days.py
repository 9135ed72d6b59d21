"""Working days, and how days are written."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.dates.days import add_working_days, day_text, is_working_day, short_day, window_text, working_day_from

days = st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31))
some_days_off = st.frozensets(st.dates(dt.date(2025, 1, 1), dt.date(2025, 2, 1)), max_size=10)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


CHRISTMAS = frozenset({day("2026-12-24"), day("2026-12-25")})


@pytest.mark.parametrize(
    ("start", "count", "reached"),
    [
        ("2026-03-05", 0, "2026-03-05"),
        ("2026-03-05", 1, "2026-03-06"),
        ("2026-03-05", 2, "2026-03-09"),
        ("2026-03-05", 5, "2026-03-12"),
        ("2026-03-06", 1, "2026-03-09"),
        ("2026-03-07", 1, "2026-03-09"),
        ("2026-03-08", 1, "2026-03-09"),
        ("2026-03-09", 10, "2026-03-23"),
        ("2026-12-23", 1, "2026-12-28"),
        ("2026-12-23", 2, "2026-12-29"),
    ],
)
def test_working_days_are_counted_from_the_next_day_on(start: str, count: int, reached: str) -> None:
    assert add_working_days(day(start), count, CHRISTMAS) == day(reached)


@pytest.mark.parametrize(
    ("start", "first"),
    [
        ("2026-03-06", "2026-03-06"),
        ("2026-03-07", "2026-03-09"),
        ("2026-03-08", "2026-03-09"),
        ("2026-12-24", "2026-12-28"),
    ],
)
def test_a_day_rolls_forward_to_a_working_day_and_a_working_day_stays(start: str, first: str) -> None:
    assert working_day_from(day(start), CHRISTMAS) == day(first)


@given(days, st.integers(1, 30), some_days_off)
def test_so_many_working_days_later_is_a_working_day_with_so_many_on_the_way(
    start: dt.date, count: int, off: frozenset[dt.date]
) -> None:
    reached = add_working_days(start, count, off)
    between = (start + dt.timedelta(days=by + 1) for by in range((reached - start).days))
    assert is_working_day(reached, off)
    assert sum(is_working_day(each, off) for each in between) == count


def test_days_are_written_short_with_the_year_only_where_it_is_another() -> None:
    assert day_text(day("2026-03-15")) == day_text(day("2026-03-15"), 2026) == "Sun 15 Mar"
    assert day_text(day("2026-03-05"), 2025) == "Thu 5 Mar 2026"
    assert short_day(day("2026-12-01")) == "1 Dec"


@pytest.mark.parametrize(
    ("earliest", "latest", "text"),
    [
        ("2026-03-15", "2026-03-15", "Sun 15 Mar"),
        ("2026-03-12", "2026-03-15", "Thu 12 – Sun 15 Mar"),
        ("2026-03-30", "2026-04-02", "Mon 30 Mar – Thu 2 Apr"),
        ("2026-03-30", "2027-03-30", "Mon 30 Mar 2026 – Tue 30 Mar 2027"),
        ("2026-12-30", "2027-01-04", "Wed 30 Dec 2026 – Mon 4 Jan 2027"),
        ("2027-01-04", "2027-01-05", "Mon 4 – Tue 5 Jan 2027"),
    ],
)
def test_a_window_says_each_thing_once(earliest: str, latest: str, text: str) -> None:
    assert window_text(day(earliest), day(latest), 2026) == text
