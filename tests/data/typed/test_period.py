"""Periods as people type them."""

from __future__ import annotations

import datetime as dt

import pytest

from day12_data.typed.period import read_period

TODAY = dt.date(2026, 4, 2)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-03-05", "2026-03-05", "2026-03-05"),
        ("5 mar", "2026-03-05", "2026-03-05"),
        ("yesterday", "2026-04-01", "2026-04-01"),
        ("march", "2026-03-01", "2026-03-31"),
        ("April", "2026-04-01", "2026-04-30"),
        ("dec", "2025-12-01", "2025-12-31"),  # the last one that has begun
        ("Feb 2024", "2024-02-01", "2024-02-29"),
        ("2026-2", "2026-02-01", "2026-02-28"),
        ("2025", "2025-01-01", "2025-12-31"),
        ("this month", "2026-04-01", "2026-04-30"),
        ("last month", "2026-03-01", "2026-03-31"),
        ("last quarter", "2026-01-01", "2026-03-31"),
        ("last year", "2025-01-01", "2025-12-31"),
    ],
)
def test_a_month_or_a_year_is_all_of_its_days(typed: str, first: str, last: str) -> None:
    days = read_period(typed, TODAY, day_first=False)
    assert [day.isoformat() for day in days] == [first, last]


@pytest.mark.parametrize("typed", ["", "quux", "2026-13", "0007", "this december", "last 2025", "march 9999"])
def test_what_is_no_day_is_said_with_what_to_type(typed: str) -> None:
    with pytest.raises(ValueError, match=r"type it like|type a day"):
        read_period(typed, TODAY, day_first=False)
