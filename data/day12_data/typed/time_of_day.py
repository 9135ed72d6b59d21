"""Times of day as people type them: "2:30pm", "14h30", "at 3", "half past 2", "noon"."""

from __future__ import annotations

import datetime as dt
import re

from day12_data.dates.days import time_text
from day12_data.dates.lexicon import spelt

_TIME = re.compile(
    r"(?:^| )(?:at |from )?(?:(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::\d\d)?)? ?(?P<half>[ap])\.?m?\.?"
    r"|(?P<hour24>\d{1,2})[:h](?P<minute24>\d\d)(?::\d\d)?"
    r"|(?P<oclock>\d{1,2}) ?o'?clock"
    r"|(?P<past>half past|quarter past|quarter to) (?P<pasthour>\d{1,2})(?: ?(?P<pasthalf>[ap])\.?m\.?)?"
    r"|(?P<name>noon|midday|midnight))(?= |$)",
    re.ASCII,
)
# Without a colon it is a time only where nothing else can be meant: "at 3", "today 1430", "tue 2.15".
_BARE = re.compile(
    r"(?:(?:(?:^| )(?:at|from)|(?<=today)|(?<=tomorrow)|(?<=yesterday)|(?<=morning)|(?<=afternoon)|(?<=evening)"
    r"|(?<=night)) (?P<hour>\d{1,2})(?:\.?(?P<minute>\d\d))?"
    r"|(?:^| )(?P<dotted>\d{1,2})\.(?P<rest>1[3-9]|[2-5]\d))(?= |$)",
    re.ASCII,
)
_NAMED = {"noon": dt.time(12), "midday": dt.time(12), "midnight": dt.time(0)}
_PAST = {"half past": 30, "quarter past": 15, "quarter to": -15}
_MORNING = re.compile(r"\bmorning\b")
_EVENING = re.compile(r"\b(?:evening|night|tonight)\b")


def read_time(text: str) -> tuple[str, dt.time | None]:
    """The text without its time of day, and that time; None where it holds none.

    Hours 1 to 7 without am or pm are in the afternoon, unless they are written with a zero, "02:30", or the words say
    "morning"; with "evening" or "night" in the words, hours up to 11 are.

    Raises:
        ValueError: it holds a time that no clock shows.
    """
    match = _TIME.search(text) or _BARE.search(text)
    if match is None:
        return text, None
    rest = f"{text[: match.start()]} {text[match.end() :]}".strip()
    found = {name: each or "" for name, each in match.groupdict().items()}
    if found.get("name"):
        return rest, _NAMED[found["name"]]
    figures = _first(found, "hour", "hour24", "oclock", "pasthour", "dotted")
    half = _first(found, "half", "pasthalf")
    hour, minute = int(figures), int(_first(found, "minute", "minute24", "rest") or 0)
    if minute > 59 or hour > 23 or (half and not 1 <= hour <= 12):
        raise ValueError(f"No clock shows “{match[0].strip().removeprefix('at ')}”: type a time like 14:30 or 2:30 pm.")
    if half:
        hour = hour % 12 + 12 * (half == "p")
    elif 1 <= hour < _turn(text) and not figures.startswith("0"):
        hour += 12
    minutes = (hour * 60 + minute + _PAST.get(found.get("past", ""), 0)) % (24 * 60)
    return rest, dt.time(minutes // 60, minutes % 60)


def _first(found: dict[str, str], *names: str) -> str:
    return next((found[name] for name in names if found.get(name)), "")


def _turn(text: str) -> int:
    """The first hour that, without am or pm, is no hour of the afternoon."""
    if _EVENING.search(text):
        return 12
    return 1 if _MORNING.search(text) else 8


def existing(naive: dt.datetime, tzinfo: dt.tzinfo, zone: str) -> dt.datetime:
    """The moment at which the clocks of a zone show that; the first of two, when the clocks go back.

    Raises:
        ValueError: they never do, since they go forward just then.
    """
    aware = naive.replace(tzinfo=tzinfo)
    back = aware.astimezone(dt.UTC).astimezone(tzinfo)
    if back.replace(tzinfo=None) != naive:
        raise ValueError(
            f"There is no {time_text(naive)} on {spelt(naive.date(), year=True)} in {zone}, "
            f"where the clocks go forward: type {time_text(back)}."
        )
    return aware
