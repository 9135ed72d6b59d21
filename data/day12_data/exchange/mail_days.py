"""The day that a line of a mail names for an interview; where that isn't sure, the days that may be meant."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import islice
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
# What stands between two days one of which is meant, with an hour of the first: "Thursday at 10 a.m. or on Friday".
_OR = re.compile(r"(?:[^.!?]|\.(?=m\b|\d)|(?<=m)\.){0,50}\b(?:or|oder)\b[^.!?\d]{0,20}", re.IGNORECASE)
_AND = re.compile(r"\s*(?:and|und|to|bis|[-–—])\s*(?:on |am )?", re.IGNORECASE)
_COMMA = re.compile(
    r"\s*(?:,?\s*(?:at |um |@ ?)?\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|uhr)?)?\s*[,/]\s*", re.IGNORECASE
)
_NUMBER = rf"(?:(?P<weekday>{_WEEKDAYS})[a-z]*\.?,?\s+)?(?:the |den )?(?P<number>\d{{1,2}})(?:st|nd|rd|th|\.)?"
_NUMBER_BEFORE = re.compile(rf"(?P<all>\b{_NUMBER})(?:\s+(?:or|oder)(?:\s+on)?\s+|\s*/\s*)$", re.IGNORECASE)
_NUMBER_BEHIND = re.compile(
    rf"(?:\s+(?:or|oder)(?:\s+on)?\s+|\s*/\s*)(?P<all>{_NUMBER})(?![\w:.]*\d|\s*(?:[ap]\.?m\b|uhr))\b",
    re.IGNORECASE,
)
# "Thanks for coming in on Thursday": no day to come.
_WENT = re.compile(
    r"\b(?:thank\w*|enjoyed|was|were|met|spoke|talked|came|last|danke|war|(?:great|good|nice|lovely) \w+ing)\b",
    re.IGNORECASE,
)
# Two letters tell the days of both languages from each other.
_WEEKDAY_STARTS = {day[:2].lower(): at for names in (DAYS, GERMAN_DAYS) for at, day in enumerate(names)}
_BEFORE = 100  # characters before a day in which it may say what the day is for
_MOST = 7  # days one of which is meant
_FARTHEST = 300  # days ahead: without a year, a day further off is one that has passed


class Day(NamedTuple):
    """A day that is named: the dates that may be meant, the likeliest first, and where its words stand."""

    dates: tuple[dt.date, ...]
    start: int
    end: int


class Days(NamedTuple):
    """The days that words name, one of which is meant; why it isn't sure which, or nothing where it is."""

    each: tuple[Day, ...]
    said: str
    trouble: str

    @property
    def start(self) -> int:
        """Where the last of them begins."""
        return self.each[-1].start

    @property
    def end(self) -> int:
        """Where the last of them ends."""
        return self.each[-1].end


def names_a_date(line: str) -> bool:
    """Whether a date stands in the line, whatever for."""
    return _DAY.search(line) is not None


def days_in(line: str, written: dt.datetime, *, day_first: bool, near: bool) -> Days | None:
    """The first date in a line on which something may take place, with those that are joined to it.

    With `near` also a day without its date: "Thursday", "next Thursday", "tomorrow"; two dates may be meant by a
    weekday. A day without any dates is too far off, or past.
    """
    found = _joined((each for each in _DAY.finditer(line) if not _NOT_THEN.search(_before(line, each))), line)
    if found:
        return _of_dates(line, found, written, day_first=day_first)
    if near and not names_a_date(line):
        found = _joined((each for each in _NEAR_DAY.finditer(line) if _is_to_come(_before(line, each))), line)
        if found:
            each = tuple(_near_day(day, written.date()) for day in found)
            return Days(each, _said(line, each), _SEVERAL if len(each) > 1 else "without a date")
    return None


_SEVERAL = "more than one day"


def _of_dates(line: str, found: list[re.Match[str]], written: dt.datetime, *, day_first: bool) -> Days:
    each = tuple(
        Day(_dates(day["weekday"], day["day"], written, day_first=day_first), day.start(), day.end()) for day in found
    )
    if len(each) == 1:
        each = _with_number_beside(line, found[0], each[0], written, day_first=day_first)
    dates, weekday = each[0].dates, _weekday(found[0]["weekday"])
    misfit = len(dates) != 1 or weekday not in (None, dates[0].weekday())
    trouble = "and the weekday doesn't fit the date" if misfit else ""
    return Days(each, _said(line, each), _SEVERAL if len(each) > 1 else trouble)


def _with_number_beside(
    line: str, found: re.Match[str], day: Day, written: dt.datetime, *, day_first: bool
) -> tuple[Day, ...]:
    """The day, and the one in its month that stands beside it as a number: "March 26 or 27", "26 or 27 March"."""
    number = re.search(r"\d{1,2}", found["day"].replace(" of ", " "))
    for beside, is_before in (
        (_NUMBER_BEFORE.search(line, 0, found.start()), True),
        (_NUMBER_BEHIND.match(line, found.end()), False),
    ):
        if beside and number and re.search(_MONTHS, found["day"], re.IGNORECASE):
            text = found["day"][: number.start()] + beside["number"] + found["day"][number.end() :]
            dates = _dates(beside["weekday"], text, written, day_first=day_first)
            other = Day(dates, beside.start("all"), beside.end("all"))
            return ((other, day) if is_before else (day, other)) if dates else (day,)
    return (day,)


def _said(line: str, each: tuple[Day, ...]) -> str:
    return " ".join(line[each[0].start : each[-1].end].split()).strip(" ,.")


def _before(line: str, day: re.Match[str]) -> str:
    return line[max(0, day.start() - _BEFORE) : day.start()]


def _joined(found: Iterator[re.Match[str]], line: str) -> list[re.Match[str]]:
    """The first of the days, with those that are joined to it: "Monday, Tuesday or Wednesday"."""
    run = list(islice(found, 1))
    chosen = run
    for day in islice(found, _MOST - 1):
        between = line[run[-1].end() : day.start()]
        if _OR.fullmatch(between) or _AND.fullmatch(between):
            run, chosen = [*run, day], [*run, day]
        elif _COMMA.fullmatch(between):
            run = [*run, day]
        else:
            break
    return chosen


def _is_to_come(before: str) -> bool:
    clause = re.split(r"[,;:.!?–—]", before)[-1]
    return not (_NOT_THEN.search(before) or _WENT.search(clause))


def _near_day(found: re.Match[str], on: dt.date) -> Day:
    word = found["weekday"].lower()
    if word in _AHEAD:
        dates: tuple[dt.date, ...] = (on + dt.timedelta(days=_AHEAD[word]),)
    else:
        first = on + dt.timedelta(days=(_WEEKDAY_STARTS[word[:2]] - on.weekday()) % 7)
        dates = (first, first + dt.timedelta(days=7))
        if found["next"] and first.isocalendar()[:2] == on.isocalendar()[:2]:
            dates = dates[::-1]
    return Day(dates, found.start(), found.end())


def _weekday(said: str | None) -> int | None:
    return _WEEKDAY_STARTS.get((said or "")[:2].lower())


def _dates(named: str | None, said: str, written: dt.datetime, *, day_first: bool) -> tuple[dt.date, ...]:
    """The day that is named; without a year the next one. Where the weekday doesn't fit, the days that may be meant."""
    text, weekday = said.replace(" of ", " "), _weekday(named)
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
