"""The periods of the calendar: weeks from Monday to Friday, months, quarters, halves, years; and days found by them."""

from __future__ import annotations

import calendar
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from day12_data.dates.days import days


class Period(NamedTuple):
    """A week (Monday to Friday), weekend, month, quarter, half or year of the calendar."""

    kind: str
    first: date
    last: date

    def next(self, count: int = 1) -> Period:
        """The period of the same kind that many later."""
        if self.kind in _MONTHS:
            return months_of(self.kind, add_months(self.first, count * _MONTHS[self.kind]))
        return Period(self.kind, self.first + days(7 * count), self.last + days(7 * count))


_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def add_months(day: date, count: int) -> date:
    """The same day of a later month, clamped to that month's end."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def months_of(kind: str, day: date) -> Period:
    """The month, quarter, half or year that holds the day."""
    length = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(kind, first, add_months(first, length) - days(1))


def period_of(kind: str, day: date) -> Period:
    """The period of that kind which holds the day; a weekend belongs to the week before it."""
    if kind in _MONTHS:
        return months_of(kind, day)
    working = week(day)
    return working if kind == "week" else Period("weekend", working.last + days(1), working.last + days(2))


def week(day: date) -> Period:
    """The working week that holds the day, Monday to Friday."""
    monday = day - days(day.weekday())
    return Period("week", monday, monday + days(4))


def rounded(count: Fraction) -> int:
    """Half days round up."""
    return -(-count.numerator // count.denominator)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day."""
    return day + days((weekday - day.weekday() - 1) % 7 + 1)


def month_day_after(day: date, number: int) -> date | None:
    """The first such day of a month strictly after a day; months that have no such day are passed over."""
    for ahead in range(13):
        first = add_months(day.replace(day=1), ahead)
        if number <= calendar.monthrange(first.year, first.month)[1] and first.replace(day=number) > day:
            return first.replace(day=number)
    return None


def near_year(first: date, months: int, today: date) -> int:
    """The year that a month or quarter without a year means: next year's where this year's is over, and near."""
    coming = add_months(first, 12)
    return coming.year if add_months(first, months) <= today and coming - today <= _NOT_FAR else first.year


_NOT_FAR = days(245)  # eight months: "in January" said in June is the next one; said in March it is a slip
