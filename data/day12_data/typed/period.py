"""Periods as people type them: a day, a month, a quarter or a year."""

from __future__ import annotations

import datetime as dt
import re

from day12_data.dates.calendar import Period, months_of
from day12_data.dates.lexicon import MONTH_NUMBERS
from day12_data.typed.day import read_day

_IN_FIGURES = re.compile(r"(\d{4})(?:-(\d\d?))?")
_IN_WORDS = re.compile(r"(this|last)?\s*([a-z]+)\s*(\d{4})?", re.IGNORECASE)


def read_period(words: str, today: dt.date, *, day_first: bool) -> tuple[dt.date, dt.date]:
    """The first and the last day of the month or the year that the words name; of a day that day, twice.

    Raises:
        ValueError: they name none, with a sentence that says what to type.
    """
    if period := _period(words, today):
        return period.first, period.last
    day = _day(words, today, day_first=day_first)
    return day, day


def _day(words: str, today: dt.date, *, day_first: bool) -> dt.date:
    try:
        return read_day(words, today, day_first=day_first)
    except ValueError as error:
        if str(error).startswith("I can't read"):
            hint = "type it like 2026-03-01, “1 mar”, “march”, “2026-03” or “last monday”"
            raise ValueError(f"I can't read “{words[:40]}” as a day: {hint}.") from None
        raise


def _period(words: str, today: dt.date) -> Period | None:
    """The month or the year that the words are; a month without a year is the last one that has begun."""
    words = words.strip()
    if found := _IN_FIGURES.fullmatch(words):
        year, month = int(found[1]), int(found[2] or 1)
        if 1970 <= year < 2200 and 1 <= month <= 12:
            return months_of("month" if found[2] else "year", dt.date(year, month, 1))
        return None
    if found := _IN_WORDS.fullmatch(words):
        which, name, said = (found[1] or "").lower(), found[2].lower(), found[3]
        if which and name in ("month", "year", "quarter") and not said:
            period = months_of(name, today)
            return period if which == "this" else period.next(-1)
        number = MONTH_NUMBERS.get(name)
        if number and not which and (said is None or 1970 <= int(said) < 2200):
            year = int(said) if said else today.year - (number > today.month)
            return months_of("month", dt.date(year, number, 1))
    return None
