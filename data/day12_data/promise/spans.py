"""The values that the grammar's rows are made of: days, spans of days, and the periods of the calendar."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from day12_data.promise.reading import spelt


class Unsafe(Exception):  # noqa: N818  (it is an answer on its way out, not a fault)
    """A day is spoken of and can't be read safely; the message is for the person who typed it."""


class Period(NamedTuple):
    """A week (Monday to Friday), month, quarter, half or year of the calendar."""

    kind: str
    first: date
    last: date

    def next(self, count: int = 1) -> Period:
        """The period of the same kind that many later."""
        if self.kind == "week":
            return week(self.first + timedelta(weeks=count))
        return months_of(self.kind, add_months(self.first, count * _MONTHS[self.kind]))


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of local days, both ends inclusive, and what its words tell about how to go on from it."""

    earliest: date
    latest: date
    by: date | None = None  # the day that "by" means, where that is not the last one
    working: bool = False
    unit: str = ""  # the unit of a count: "a week, two at most" counts the two in weeks too
    ranged: bool = False  # two pieces joined, so "at the latest" leaves the earlier one alone (C11)
    stated: bool = False  # both ends were counted out, so "within" leaves the earlier one alone
    period: Period | None = None  # "this week or next": the next what?


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase is read against: the moment it was said, the settings, and what was said just before it."""

    on: datetime
    day_first: bool = False
    days_off: frozenset[date] = frozenset()
    prior: Span | None = None
    inside: bool = False  # the prior span is being made narrower, not added to
    day: date = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "day", self.on.date())


Meaning: TypeAlias = Callable[[Scene], Span]

_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def one(day: date) -> Span:
    """A single day."""
    return Span(day, day)


def days(count: int) -> timedelta:
    """That many days."""
    return timedelta(days=count)


def add_months(day: date, count: int) -> date:
    """The same day of a later month, clamped to that month's end (C13)."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def week(day: date) -> Period:
    """The working week that holds the day, Monday to Friday (C9)."""
    monday = day - days(day.weekday())
    return Period("week", monday, monday + days(4))


def months_of(kind: str, day: date) -> Period:
    """The month, quarter, half or year that holds the day."""
    length = _MONTHS[kind]
    first = date(day.year, (day.month - 1) // length * length + 1, 1)
    return Period(kind, first, add_months(first, length) - days(1))


def period(kind: str, day: date) -> Period:
    """The period of that kind which holds the day."""
    return week(day) if kind == "week" else months_of(kind, day)


def whole(count: Fraction) -> int:
    """Half days round up (C2)."""
    return -(-count.numerator // count.denominator)


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day (C8)."""
    return day + days((weekday - day.weekday() - 1) % 7 + 1)


def month_day_after(day: date, number: int) -> date:
    """The first such day of a month strictly after a day; months that have no such day are passed over (C10)."""
    for ahead in range(13):
        first = add_months(day.replace(day=1), ahead)
        try:
            found = first.replace(day=number)
        except ValueError:
            continue
        if found > day:
            return found
    raise Unsafe(f"No month has a day {number}: type a day that exists, such as the 15th.")


def clamped(span_first: date, span_last: date, scene: Scene, by: date | None = None, at: Period | None = None) -> Span:
    """A span of the calendar, from the interview's own day on; one that lies before it is refused."""
    if span_last < scene.day:
        raise Unsafe(
            f"That is past ({spelt(span_last, year=True)} is before the interview's day): type a later day, such as"
            f" {spelt(scene.day + days(7))}."
        )
    return Span(max(span_first, scene.day), span_last, by=by, period=at)
