"""The day that a line of a mail names for an interview; where that isn't sure, the days that may be meant."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from day12_data.dates.lexicon import DAYS, GERMAN_DAYS, GERMAN_NEAR, MONTH_STARTS, NEAR, WEEKDAYS
from day12_data.exchange.file_dates import read_day

_MONTHS = "|".join(MONTH_STARTS)
_WEEKDAYS = "|".join((*(day[:3] for day in DAYS), *GERMAN_DAYS))
_DAY = re.compile(
    rf"(?:\b(?P<weekday>{_WEEKDAYS})[a-z]*\.?,?\s+"
    rf"(?:the |den )?)?(?P<day>(?:{_MONTHS})[a-zä]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of )?(?:{_MONTHS})[a-zä]*\.?,?(?:\s+\d{{4}}\b)?|"
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|"
    r"(?(weekday)(?:\d{1,2}/\d{1,2}|\d{1,2}(?:st|nd|rd|th))\b|(?!)))",  # only behind their weekday
    re.IGNORECASE,
)
_DAYS_AHEAD = {"today": 0, "tonight": 0, "tomorrow": 1, "day after tomorrow": 2}
_AHEAD = {word: _DAYS_AHEAD[name] for word, name in (NEAR | GERMAN_NEAR).items() if name in _DAYS_AHEAD}
# A day without its date, which is only ever asked about; "Morgen" with a capital is a greeting.
_NEAR_DAY = re.compile(
    r"\b(?:(?P<next>next|nächsten|kommenden) |this |coming |diesen )?"
    rf"(?!(?-i:M)orgen)(?P<weekday>{'|'.join((*WEEKDAYS, *GERMAN_DAYS, *_AHEAD))})\b",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:by|before|until|no later than|deadline|reply|respond|hear|let you know|get back|decision|expires?|"
    r"sent|wrote|"
    r"posted|received|applied|spätestens|bis zum)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
# Two letters tell the days of both languages from each other.
_WEEKDAY_STARTS = {day[:2].lower(): at for names in (DAYS, GERMAN_DAYS) for at, day in enumerate(names)}
_FARTHEST = 300  # days ahead: without a year, a day further off is one that has passed


class Days(NamedTuple):
    """The day that is named, or where that isn't `sure` those that may be meant; the words, and where they stand."""

    days: tuple[dt.date, ...]
    sure: bool
    said: str
    start: int
    end: int


def names_a_date(line: str) -> bool:
    """Whether a date stands in the line, whatever for."""
    return _DAY.search(line) is not None


def day_in(line: str, written: dt.datetime, *, day_first: bool) -> Days | None:
    """The first date in a line on which something may take place; no days where it is too far off, or past."""
    found = next((each for each in _DAY.finditer(line) if not _NOT_THEN.search(line[: each.start()])), None)
    if found is None:
        return None
    days = _dates(found, written, day_first=day_first)
    weekday = _WEEKDAY_STARTS.get((found["weekday"] or "")[:2].lower())
    sure = len(days) == 1 and weekday in (None, days[0].weekday())
    return Days(days, sure, found[0].strip(" ,."), found.start(), found.end())


def near_day_in(line: str, written: dt.datetime) -> Days | None:
    """A day without its date: "Thursday", "next Thursday", "tomorrow"; two days may be meant by a weekday."""
    found = next((each for each in _NEAR_DAY.finditer(line) if not _NOT_THEN.search(line[: each.start()])), None)
    if found is None:
        return None
    word, on = found["weekday"].lower(), written.date()
    if word in _AHEAD:
        days: tuple[dt.date, ...] = (on + dt.timedelta(days=_AHEAD[word]),)
    else:
        first = on + dt.timedelta(days=(_WEEKDAY_STARTS[word[:2]] - on.weekday()) % 7)
        days = (first, first + dt.timedelta(days=7))
        if found["next"] and first.isocalendar()[:2] == on.isocalendar()[:2]:
            days = days[::-1]
    return Days(days, sure=False, said=found[0], start=found.start(), end=found.end())


def _dates(found: re.Match[str], written: dt.datetime, *, day_first: bool) -> tuple[dt.date, ...]:
    """The day that is named; without a year the next one. Where the weekday doesn't fit, the days that may be meant."""
    text = found["day"].replace(" of ", " ")
    weekday = _WEEKDAY_STARTS.get((found["weekday"] or "")[:2].lower())
    near: list[dt.date] = []
    for year in (written.year, written.year + 1):
        read = _read(text, written, year, day_first=day_first)
        if read is None or not -1 <= (read - written.date()).days < _FARTHEST:
            continue
        if weekday is None or read.weekday() == weekday:
            return (read,)
        near.append(read)
    # With the day and the month the other way round, where the weekday says so.
    other = _read(text, written, written.year, day_first=not day_first)
    turned = [other] if other and other.weekday() == weekday else []
    if not near:
        return tuple(day for day in turned if day >= written.date())
    around = [near[0] + dt.timedelta(days=days) for days in (-1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)]
    days = (*turned, near[0], *(day for day in around if day.weekday() == weekday))
    return tuple(day for day in dict.fromkeys(days) if day >= written.date())


def _read(text: str, written: dt.datetime, year: int, *, day_first: bool) -> dt.date | None:
    """A date, in a year where it names none: "Oct 2", "10/2", "the 2nd" of the month that it is next in."""
    if re.fullmatch(r"\d{1,2}/\d{1,2}", text):
        text = f"{text}/{year}"
    elif found := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)", text, re.IGNORECASE):
        ahead = (written.date() + dt.timedelta(days=days) for days in range(62))
        return next((day for day in ahead if day.day == int(found[1])), None)
    read = read_day(text, day_first=day_first, year=year)
    return read[0] if read else None
