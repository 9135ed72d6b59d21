"""The day on which an interview was or will be, as people type it: "tue", "5 mar", "the 5th", "next tue", "3/5".

A bare weekday is the most recent one, today included; a day of the month is the nearest one; a date without a year is
the most recent one, unless that is more than half a year ago. "next tue" is Tuesday of the next week of the calendar,
as in promises (C8).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

from day12_data.dates.lexicon import DAYS, MONTH_NUMBERS, MONTHS, WEEKDAYS, spelt

HINT = "type it like “today 14:30”, “tue 10am”, “5 mar 2pm” or “2026-03-05 14:30”"

_COUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3}
_DAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})\.?"
_MONTH = rf"(?P<month>{'|'.join(MONTH_NUMBERS)})\.?"
_NUMBER = r"(?P<number>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:[ -](?P<year>\d{4}))?"
_NEAR = {
    "today": 0, "earlier today": 0, "yesterday": -1, "yday": -1, "tomorrow": 1, "day before yesterday": -2,
    "day after tomorrow": 2,
}  # fmt: skip


def read_day(words: str, today: dt.date, *, day_first: bool) -> dt.date:
    """The day that the words name.

    Raises:
        ValueError: they name none that can be read, or none that exists.
    """
    if words in _NEAR:
        return today + dt.timedelta(days=_NEAR[words])
    for pattern, read in _PATTERNS:
        match = pattern.fullmatch(words)
        if match:
            return read(match, today, day_first)
    raise ValueError(f"I can't read “{words}” as a day: {HINT}.")


def _weekday(match: re.Match[str], today: dt.date, _: bool) -> dt.date:  # noqa: FBT001
    number = WEEKDAYS[match["weekday"]]
    back = (today.weekday() - number) % 7
    monday = today - dt.timedelta(days=today.weekday())
    which = match["which"]
    if which == "next":
        return monday + dt.timedelta(days=7 + number)
    if which == "this":
        return monday + dt.timedelta(days=number)
    if which == "coming":
        return today + dt.timedelta(days=7 - back)
    return today - dt.timedelta(days=back or 7 * (which == "last"))


def _ago(match: re.Match[str], today: dt.date, _: bool) -> dt.date:  # noqa: FBT001
    count = _COUNTS[match["count"]] if match["count"] in _COUNTS else int(match["count"])
    return today - dt.timedelta(days=count * (7 if match["unit"] == "week" else 1))


def _month_day(match: re.Match[str], today: dt.date, _: bool) -> dt.date:  # noqa: FBT001
    number = int(match["number"])
    near = [today - dt.timedelta(days=back) for back in range(-31, 62)]
    days = [day for day in near if day.day == number]
    if not days:
        raise ValueError(f"No month has a day {number}: type a day that exists.")
    fitting = [day for day in days if match["weekday"] is None or WEEKDAYS[match["weekday"]] == day.weekday()]
    return _agreeing(match, min(fitting or days, key=lambda day: (abs(day - today), day)))


def _named_date(match: re.Match[str], today: dt.date, _: bool) -> dt.date:  # noqa: FBT001
    month = MONTH_NUMBERS[match["month"]]
    year = match["year"]
    return _agreeing(match, _date(int(match["number"]), month, int(year) if year else None, today))


def _figures(match: re.Match[str], today: dt.date, day_first: bool) -> dt.date:  # noqa: FBT001
    first, second, year = int(match["a"]), int(match["b"]), match["year"]
    number, month = (first, second) if day_first or match["mark"] == "." else (second, first)
    if month > 12 >= number:
        number, month = month, number
    return _agreeing(match, _date(number, month, int(year) + 2000 * (len(year) == 2) if year else None, today))


def _iso_date(match: re.Match[str], today: dt.date, _: bool) -> dt.date:  # noqa: FBT001
    return _agreeing(match, _date(int(match["d"]), int(match["m"]), int(match["y"]), today))


def _agreeing(match: re.Match[str], day: dt.date) -> dt.date:
    weekday = match["weekday"]
    if weekday and WEEKDAYS[weekday] != day.weekday():
        raise ValueError(f"{spelt(day, year=True)} is a {DAYS[day.weekday()]}: type the day or the date that is meant.")
    return day


def _date(number: int, month: int, year: int | None, today: dt.date) -> dt.date:
    if year is None:
        years = (today.year - 1, today.year, today.year + 1)
        days = [day for day in (_existing_date(each, month, number) for each in years) if day]
        past = [day for day in days if dt.timedelta(0) <= today - day <= _HALF_A_YEAR]
        coming = [day for day in days if day > today]
        if past or coming:
            return max(past) if past else min(coming)
        year = today.year
    if not 1970 <= year < 2200:
        raise ValueError(f"{year} is no year of an interview: {HINT}.")
    day = _existing_date(year, month, number)
    if day is None:
        name = MONTHS[month - 1] if 1 <= month <= 12 else f"month {month}"
        raise ValueError(f"There is no {number} {name} {year}: type a day that exists.")
    return day


_HALF_A_YEAR = dt.timedelta(days=183)


def _existing_date(year: int, month: int, number: int) -> dt.date | None:
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None


_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], dt.date, bool], dt.date]], ...] = tuple(
    (re.compile(pattern, re.ASCII), read)
    for pattern, read in (
        (rf"(?:(?P<which>next|last|this|coming) )?{_DAY}", _weekday),
        (r"(?P<count>\d{1,3}|an?|one|two|three) (?P<unit>day|week)s? ago", _ago),
        (rf"(?:{_DAY} )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)", _month_day),
        (rf"(?:{_DAY} )?{_NUMBER}[ -]?{_MONTH}{_YEAR}", _named_date),
        (rf"(?:{_DAY} )?{_MONTH}[ -]?{_NUMBER}{_YEAR}", _named_date),
        (rf"(?:{_DAY} )?(?P<y>\d{{4}})[-/](?P<m>\d{{1,2}})[-/](?P<d>\d{{1,2}})t?", _iso_date),
        (rf"(?:{_DAY} )?(?P<a>\d{{1,2}})(?P<mark>[-/.])(?P<b>\d{{1,2}})(?:[-/.](?P<year>\d{{4}}|\d\d)?)?", _figures),
    )
)
