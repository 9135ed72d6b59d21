"""When an interview was or will be, as people type it: "today 14:30", "tue 10-11am", "5 mar 2pm PST", "in 2 hours".

`read_past` reads when something was really done. Where the words leave a choice, an interview is usually just past
(day.py). A day without a time is noon, its morning is ten, its afternoon two and its evening six o'clock. Of a time
that comes twice, when the clocks go back, it is the first.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

import arrow

from day12_data.dates.days import local_text
from day12_data.dates.lexicon import NEAR, NUMBERS
from day12_data.dates.zones import time_zone
from day12_data.typed.day import HINT, read_day
from day12_data.typed.end_time import without_end
from day12_data.typed.time_of_day import existing, read_time
from day12_data.typed.zone_names import without_zone


@dataclass(frozen=True, slots=True)
class When:
    """A moment, and the name of the zone that it was meant in: an IANA name, or an offset such as "+02:00".

    `length` is what the same words say about the end, to be read by `read_end`: "until 3pm", "45 min", or nothing.
    """

    moment: dt.datetime
    zone: str
    length: str = ""


def read_when(text: str, now: dt.datetime, zone: str, *, day_first: bool = False, forward: bool = False) -> When:
    """Read when an interview is.

    Args:
        text: What was typed.
        now: The moment of typing, which "today" and "in 2 hours" are counted from.
        zone: The zone that is meant where the text names none.
        day_first: Whether 5/3 is the 5th of March, not the 3rd of May.
        forward: Whether it is to come, as a next round is: "tue" is then the next Tuesday, not the last.

    Raises:
        ValueError: it can't be read, or there is no such time; one sentence that says what to type instead.
    """
    typed = " ".join(re.sub("[⋅·•|]", " ", text).split())
    if len(typed) > _LONGEST:
        raise ValueError(f"That is too long for a time: {HINT}.")
    iso = _ISO.fullmatch(typed)
    if iso and not _is_hours(typed):
        return _iso(iso, zone)
    words, zone = without_zone(re.sub(r"^(\d{4}-\d\d-\d\d)[Tt](?=\d)", r"\1 ", typed), zone)
    tzinfo = time_zone(zone)
    here, today = now.astimezone(tzinfo), now.date()  # “today” is where it is typed
    words = re.sub(r"[\s,]+", " ", words.lower().replace("@", " at ")).strip()
    words = " ".join(NEAR.get(word, word) for word in words.split())
    words = re.sub(r"(?:\b(?:around|about|approx|roughly|circa)\b|~) ?(?=\d)", "at ", words)
    words = re.sub(r"(?<=\d)ish\b", "", words).replace("at at ", "at ")
    words, length = without_end(words)
    moved = _moved(words, here)
    if moved is not None and not 1970 <= moved.year < 2200:
        raise ValueError(f"{moved.year} is no year of an interview: {HINT}.")
    if moved is not None:
        return When(moved, zone, length)
    day, time = _day_and_time(words, today, day_first=day_first, forward=forward)
    return When(existing(dt.datetime.combine(day, time), tzinfo, zone), zone, length)


def read_past(text: str, now: dt.datetime, zone: str, *, day_first: bool = False) -> dt.datetime:
    """The moment that is meant: now where nothing is typed; “today” without a time is now, too.

    Raises:
        ValueError: it can't be read, or is still to come; one sentence.
    """
    if not text.strip():
        return now
    at = read_when(text, now, zone, day_first=day_first).moment
    if at.astimezone(dt.UTC) <= now:
        return at
    if at.date() == now.astimezone(at.tzinfo).date() and not re.search(r"\d|noon|midnight", text, re.IGNORECASE):
        return now
    raise ValueError(f"{local_text(at, zone, now)} is still to come: type when it really was.")


_LONGEST = 100
# A day and its hours, where the second is later than the first; with a T, with seconds or with a blank before the sign
# it is an offset.
_HOURS = re.compile(r"\d{4}-\d\d-\d\d (\d\d:\d\d)-(\d\d:\d\d)", re.ASCII)
_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)? ?([Zz]|[+-]\d\d:?\d\d)", re.ASCII
)  # fmt: skip


def _is_hours(typed: str) -> bool:
    match = _HOURS.fullmatch(typed)
    return match is not None and match[1] < match[2]


def _iso(match: re.Match[str], zone: str) -> When:
    """A time with its offset: in the zone at hand where that has the same offset then, or where it was written in Z."""
    day, hour, minute, second, offset = match.groups()
    try:
        moment = arrow.get(f"{day}T{hour}:{minute}:{second or '00'}{offset.upper()}").datetime
    except ValueError:
        raise ValueError(f"There is no {match[0]}: type a day and a time that exist.") from None
    if not 1970 <= moment.year < 2200:
        raise ValueError(f"{moment.year} is no year of an interview: {HINT}.")
    local = moment.astimezone(time_zone(zone))
    if offset in "Zz" or local.utcoffset() == moment.utcoffset():
        return When(local, zone)
    name = offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return When(moment.astimezone(time_zone(name)), name)


_COUNTS = {"a": 1, "an": 1, "half a": 0.5, "half an": 0.5, "a couple of": 2} | NUMBERS
_NOON = dt.time(12)
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_MOVE = re.compile(
    rf"(?P<in>in )?(?P<count>\d{{1,4}}(?:\.\d+)?|{'|'.join(sorted(_COUNTS, key=len, reverse=True))}) ?"
    r"(?P<unit>m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?)(?P<ago> ago)?",
    re.ASCII,
)


def _moved(words: str, here: dt.datetime) -> dt.datetime | None:
    """“now”, “in 2 hours”, “an hour ago”; days and weeks keep the time of day."""
    if words in ("now", "just now", "right now"):
        return here
    match = _MOVE.fullmatch(words)
    if match is None or bool(match["in"]) == bool(match["ago"]):
        return None
    count = _COUNTS[match["count"]] if match["count"] in _COUNTS else float(match["count"])
    unit = _UNITS[match["unit"][0]]
    span = dt.timedelta(**{unit: -count if match["ago"] else count})
    if unit in ("days", "weeks"):
        return here + span
    return (here.astimezone(dt.UTC) + span).astimezone(here.tzinfo)


_PARTS = {"morning": dt.time(10), "afternoon": dt.time(14), "evening": dt.time(18), "night": dt.time(18)}
_PART = re.compile(r"\b(?:this )?(morning|afternoon|evening)\b|\bto(night)\b")


def _day_and_time(words: str, today: dt.date, *, day_first: bool, forward: bool) -> tuple[dt.date, dt.time]:
    if not words:
        raise ValueError(f"No time was given: {HINT}.")
    rest, time = read_time(words)
    rest = re.sub(r"\b(?:on|at|the|of)\b", " ", rest.replace("last night", "yesterday evening"))
    part = _PART.search(rest)
    if part:
        rest = f"{rest[: part.start()]} {rest[part.end() :]}"
        time = time or _PARTS[part[1] or part[2]]
    if part and part[2] and time == dt.time(0):
        today += dt.timedelta(days=1)  # “tonight at midnight”
    rest = " ".join(rest.split())
    if not rest and time is None:
        raise ValueError(f"I can't read “{words}” as a time: {HINT}.")
    return (read_day(rest, today, day_first=day_first, forward=forward) if rest else today), time or _NOON
