"""A first promise reader: counts of days and weeks, "by" a weekday, next week, and ISO dates; the rest is refused."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TypeAlias

import arrow

from day12_data.days import add_working_days

_NUMBERS = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_COUNT = re.compile(r"(\w+)(?:\s*(?:-|–|to|or)\s*(\w+))?\s+((?:business|working) days?|days?|weeks?)")


@dataclass(frozen=True, slots=True)
class Window:
    """The local days on which word was promised, both inclusive."""

    earliest: dt.date
    latest: dt.date
    working: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """Nothing in the words names a day."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A day may be meant and can't be read safely; `message` says what to type instead."""

    message: str


Reading: TypeAlias = Window | Vague | Refused


def read_promise(
    said: str, on: arrow.Arrow, *, day_first: bool = False, days_off: frozenset[dt.date] = frozenset()
) -> Reading:
    """The window that the words mean when they are said at `on`."""
    text, today = said.casefold().strip(" .!"), on.date()
    if text in {"soon", "we'll be in touch"}:
        return Vague()
    by = text.startswith(("by ", "within "))
    rest = re.sub(r"^(by|within|in) ", "", text)
    found = _count(rest, today, days_off) or _named(rest, today)
    if found is None or found.latest < today:
        return Refused(f"I can't read “{said[:60]}”: type it like 7-10 days, by Friday or 2026-03-20.")
    return Window(today, found.latest, found.working) if by else found


def _count(text: str, today: dt.date, days_off: frozenset[dt.date]) -> Window | None:
    match = _COUNT.fullmatch(text)
    if match is None:
        return None
    counts = [_number(word) for word in (match[1], match[2] or match[1])]
    if None in counts:
        return None
    first, last = sorted(count for count in counts if count is not None)
    if "week" in match[3]:
        first, last = 7 * first, 7 * last
    if match[3].startswith(("business", "working")):
        return Window(add_working_days(today, first, days_off), add_working_days(today, last, days_off), working=True)
    return Window(today + dt.timedelta(days=first), today + dt.timedelta(days=last))


def _named(text: str, today: dt.date) -> Window | None:
    if text in _WEEKDAYS:
        day = today + dt.timedelta(days=(_WEEKDAYS.index(text) - today.weekday() - 1) % 7 + 1)
        return Window(day, day)
    if text == "next week":
        monday = today + dt.timedelta(days=7 - today.weekday())
        return Window(monday, monday + dt.timedelta(days=4))
    days = re.findall(r"\d{4}-\d\d-\d\d", text)
    try:
        read = sorted(dt.date.fromisoformat(day) for day in days)
    except ValueError:
        return None
    return Window(read[0], read[-1]) if read else None


def _number(word: str) -> int | None:
    if word.isdecimal() and len(word) < 3:
        return int(word)
    return max(1, _NUMBERS.index(word)) if word in _NUMBERS else None
