"""When an interview was over, as people type it: "45", "1h30", "until 4pm"."""

from __future__ import annotations

import datetime as dt
import re

import arrow

from day12_data.when import existing, read_time

_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d+)?) ?(?:h|hrs?|hours?)(?: ?(?:and )?(?P<rest>\d{1,2}) ?(?:m|mins?|minutes?)?)?"
    r"|(?P<minutes>\d{1,4}) ?(?:m|mins?|minutes?)?)",
    re.ASCII,
)
_LENGTHS = {"half an hour": 30, "half hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90}
_DAY_LONG = dt.timedelta(hours=24)


def read_end(text: str, start: arrow.Arrow) -> arrow.Arrow:
    """Read when an interview that began at `start` was over: a length ("45", "1h30") or a time of day ("3:15pm").

    Raises:
        ValueError: it can't be read, or is not within 24 hours of the start; one sentence that says what to type.
    """
    words = " ".join(text.lower().split()).removeprefix("for ")
    match = _LENGTH.fullmatch(words)
    if words in _LENGTHS or match:
        end = _after(start, dt.timedelta(minutes=_LENGTHS.get(words) or _minutes(match)))
    else:
        end = _end_time(re.sub(r"^(?:until|till|to|at|-) ?", "at ", words), start)
    if not dt.timedelta(0) < end - start <= _DAY_LONG:
        raise ValueError("An interview ends after it begins, within a day: type its length in minutes, such as 45.")
    return end


def _minutes(match: re.Match[str] | None) -> float:
    if match is None:
        return 0
    if match["hours"]:
        return float(match["hours"]) * 60 + int(match["rest"] or 0)
    return int(match["minutes"])


def _after(start: arrow.Arrow, span: dt.timedelta) -> arrow.Arrow:
    return (start.to("utc") + span).to(start.tzinfo)


_NIGHT = dt.timedelta(hours=8)  # an interview that runs past midnight is over by then


def _end_time(words: str, start: arrow.Arrow) -> arrow.Arrow:
    rest, time = read_time(words if words.startswith("at ") else f"at {words}")
    if rest or time is None:
        raise ValueError("That is no end: type a length in minutes, such as 45, or a time such as 15:15.")
    zone = str(start.tzinfo)
    day = start.date()
    hours = (0, 12) if "m" not in words and time.hour < 12 else (0,)
    for shift in (*hours, 24):
        naive = dt.datetime.combine(day, time) + dt.timedelta(hours=shift)
        end = existing(naive, start.tzinfo, zone)
        if end > start and (shift < 24 or end - start <= _NIGHT):
            return end
    return start
