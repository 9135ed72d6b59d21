"""Days and times as files and mails write them: 2026-03-05, 05.03.2026 14:30, 3/4/26, March 5, 2026 2:30 PM."""

from __future__ import annotations

import datetime as dt
import re

from day12_data.dates.lexicon import MONTH_STARTS

_MONTH = r"(?P<month>[A-Za-zä]{3,9})"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)",
        r"(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?(?P<y>\d{4}|\d\d)?",
        r"(?P<a>\d\d?)[/-](?P<b>\d\d?)[/-](?P<y>\d{4}|\d\d)",
        rf"(?:[a-z]+,? )?(?P<d>\d\d?)(?:st|nd|rd|th|\.)?[- ]{_MONTH}\.?,?(?:[- ](?P<y>\d{{4}}|\d\d))?(?![\d:])",
        rf"(?:[a-z]+,? )?{_MONTH}\.? (?P<d>\d\d?)(?:st|nd|rd|th)?(?:,? (?P<y>\d{{4}}))?",
    )
)
_TIME = re.compile(
    r"(?P<h>\d\d?)(?:[:.h](?P<m>\d\d))?(?::\d\d(?:\.\d+)?)? ?(?P<half>[ap])?\.?(?(half)m\.?)?(?: ?(?:uhr|h))?(?!\d)",
    re.IGNORECASE,
)


def read_day(text: str, *, day_first: bool, year: int | None = None) -> tuple[dt.date, str] | None:
    """The day that the text begins with, and what follows it; a day without a year is in `year`, or none at all."""
    text = text.strip()
    for form in _FORMS:
        found = form.match(text)
        if not found:
            continue
        day = _day(found.groupdict(), day_first=day_first, year=year)
        if day:
            return day, text[found.end() :].lstrip(" ,Tt·–-@")
    return None


def _day(parts: dict[str, str | None], *, day_first: bool, year: int | None) -> dt.date | None:
    said = parts.get("y")
    number = int(said) if said else year
    if number is None:
        return None
    number += 2000 * (number < 100)
    if parts.get("month"):
        month = MONTH_STARTS.get((parts["month"] or "").lower()[:3], 0)
        day = int(parts["d"] or 0)
    elif parts.get("a"):
        first, second = int(parts["a"] or 0), int(parts["b"] or 0)
        day, month = (first, second) if (day_first and second <= 12) or first > 12 else (second, first)
    else:
        day, month = int(parts["d"] or 0), int(parts["m"] or 0)
    try:
        found = dt.date(number, month, day)
    except ValueError:
        return None
    return found if 1970 <= found.year < 2200 else None


def read_time(text: str) -> dt.time | None:
    """The time of day that the text begins with: "14:30", "2:30 PM", "9 am", "14 Uhr"."""
    found = _TIME.match(text.strip().removeprefix("at ").removeprefix("um "))
    if not found or not (found["m"] or found["half"] or re.search(r"uhr|h$", found[0], re.IGNORECASE)):
        return None
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if found["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * (found["half"].lower() == "p")
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None
