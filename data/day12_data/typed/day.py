"""The day on which an interview was or will be, as people type it: "tue", "5 mar", "thursday next week", "in 3 days".

The words are those of every time (times/wordings.py), and what looks back. Where they leave a choice an interview is
usually just past: a bare weekday is the most recent one, today included; a day of the month is the nearest one; a date
without a year is the most recent one, unless that is more than half a year ago. Where something is to come, all of
them look forward.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import cast

from day12_data.dates.lexicon import DAYS, MONTHS, spelt
from day12_data.times.counts import Count
from day12_data.times.days import Agreeing, Ahead, Dated, InFigures, MonthDay, Weekday, WeekdayOf
from day12_data.times.grammar import Grammar, Reader, Rows
from day12_data.times.periods import Coming
from day12_data.times.spans import Scene, Time, Unsafe
from day12_data.times.tokens import Figures, tokens
from day12_data.times.wordings import TIMES

HINT = "type it like “today 14:30”, “tue 10am”, “5 mar 2pm” or “2026-03-05 14:30”"
_HALF_A_YEAR = dt.timedelta(days=183)


@dataclass(frozen=True, slots=True)
class _Ago:
    """So much time before today."""

    count: Count


@dataclass(frozen=True, slots=True)
class _Last:
    """“last Friday”: the one before today."""

    weekday: int


_ROWS: dict[str, Rows] = {
    "when": (
        ("this? coming {weekday}", lambda number: Weekday(number, Ahead(0))),
        "{core_day} ; in {count} ; {counted}",
        ("earlier today", lambda: Ahead(0)),
        ("yesterday", lambda: Ahead(-1)),
        ("day before yesterday", lambda: Ahead(-2)),
        ("{count} ago", _Ago),
        ("last {weekday}", _Last),
        ("{weekday} last week ; last week {weekday}", lambda number: WeekdayOf(number, Coming("week", -1))),
        ("{number} - {number}", lambda a, b: InFigures(Figures(int(a), int(b), None))),
        ("{weekday} {number} - {number}", lambda day, a, b: Agreeing(day, InFigures(Figures(int(a), int(b), None)))),
    ),
}


@cache
def _grammar() -> Grammar:
    return Grammar({**TIMES, **_ROWS})


def read_day(words: str, today: dt.date, *, day_first: bool, forward: bool = False) -> dt.date:
    """The day that the words name; `forward` where it is to come.

    Raises:
        ValueError: they name none that can be read, or none that exists.
    """
    typed = [word for word in tokens(words) if word.text != ","]
    named = [value for end, value in Reader(_grammar(), typed).read("when", 0) if end == len(typed)]
    if not named:
        raise ValueError(f"I can't read “{words}” as a day: {HINT}.")
    scene = Scene(dt.datetime.combine(today, dt.time(), dt.UTC), day_first)
    try:
        day = _day(named[0], scene, forward=forward)
    except Unsafe as unsafe:
        raise ValueError(str(unsafe)) from None
    except OverflowError:
        raise ValueError(f"That is no year of an interview: {HINT}.") from None
    if not 1970 <= day.year < 2200:
        raise ValueError(f"{day.year} is no year of an interview: {HINT}.")
    return day


def _day(named: object, scene: Scene, *, forward: bool) -> dt.date:
    today = scene.day
    match named:
        case Weekday(number, None):
            ahead = (number - today.weekday()) % 7
            return today + dt.timedelta(days=ahead - 7 * (ahead > 0 and not forward))
        case _Last(number):
            return today - dt.timedelta(days=(today.weekday() - number) % 7 or 7)
        case WeekdayOf(number, Coming() as week):
            return week.period(scene).first + dt.timedelta(days=number)
        case _Ago(count):
            return today - (count.span(scene).latest - today)
        case Agreeing(number, day):
            return _agreeing(number, day, scene, forward=forward)
        case MonthDay(number):
            return _month_day(number, None, today, forward=forward)
        case InFigures():
            return _day(named.dated(day_first=scene.day_first), scene, forward=forward)
        case Dated(number, month, year):
            return _dated(number, month, year, today, forward=forward)
    return cast("Time", named).span(scene).latest


def _agreeing(weekday: int, named: Time, scene: Scene, *, forward: bool) -> dt.date:
    """A weekday and a date must agree; the weekday can settle which of several dates is meant."""
    if isinstance(named, MonthDay):
        day = _month_day(named.number, weekday, scene.day, forward=forward)
    else:
        day = _day(named, scene, forward=forward)
    if day.weekday() != weekday:
        raise ValueError(f"{spelt(day, year=True)} is a {DAYS[day.weekday()]}: type the day or the date that is meant.")
    return day


def _month_day(number: int, weekday: int | None, today: dt.date, *, forward: bool) -> dt.date:
    """The nearest such day of a month, of the weekday where there is one."""
    near = [today + dt.timedelta(days=ahead) for ahead in range(0 if forward else -61, 62)]
    days = [day for day in near if day.day == number]
    if not days:
        raise ValueError(f"No month has a day {number}: type a day that exists.")
    fitting = [day for day in days if weekday in (None, day.weekday())]
    return min(fitting or days, key=lambda day: (abs(day - today), day))


def _dated(number: int, month: int, year: int | None, today: dt.date, *, forward: bool) -> dt.date:
    if year is None:
        years = (today.year - 1, today.year, today.year + 1)
        days = [day for day in (_existing(each, month, number) for each in years) if day]
        past = [day for day in days if day <= today and today - day <= _HALF_A_YEAR and not forward]
        coming = [day for day in days if day > today or (forward and day == today)]
        if past or coming:
            return max(past) if past else min(coming)
        year = today.year
    day = _existing(year, month, number)
    if day is None:
        name = MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
        raise ValueError(f"There is no {number} {name} {year}: type a day that exists.")
    return day


def _existing(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None
