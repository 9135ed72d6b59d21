"""When an interview was over, as people type it: "45", "1h30", "until 4pm", or with its start, "2-3pm"."""

from __future__ import annotations

import datetime as dt
import re

from day12_data.dates.lexicon import MONTH_NUMBERS, WEEKDAYS
from day12_data.typed.time_of_day import existing, read_time

_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2}(?:\.\d+)?) ?(?:h|hrs?|hours?)(?: ?(?:and )?(?P<rest>\d{1,2}) ?(?:m|mins?|minutes?)?)?"
    r"|(?P<minutes>\d{1,4}) ?(?:m|mins?|minutes?)?)",
    re.ASCII,
)
_LENGTHS = {"half an hour": 30, "half hour": 30, "an hour": 60, "one hour": 60, "an hour and a half": 90}
_DAY_LONG = dt.timedelta(hours=24)
_WORKING_DAY = 8  # hours; “3-2pm” is a slip
_ENDS_AFTER = "An interview ends after it begins, within a day: type its length in minutes, such as 45."


def read_end(text: str, start: dt.datetime) -> dt.datetime:
    """Read when an interview that began at `start` was over: a length ("45", "1h30") or a time of day ("3:15pm").

    Raises:
        ValueError: it can't be read, or is not within 24 hours of the start; one sentence that says what to type.
    """
    words = " ".join(text.lower().split()).removeprefix("for ")
    if re.fullmatch(r"[-−] ?\d+", words, re.ASCII):  # no time of day, but a length that was typed wrong
        raise ValueError(_ENDS_AFTER)
    match = _LENGTH.fullmatch(words)
    if words in _LENGTHS or match:
        end = _after(start, dt.timedelta(minutes=_LENGTHS.get(words) or _minutes(match)))
    else:
        end = _end_time(re.sub(r"^(?:until|till|to|at|-) ?", "at ", words), start)
    lasted = end.astimezone(dt.UTC) - start.astimezone(dt.UTC)  # by the clock on the wall, an hour may come twice
    if not dt.timedelta(0) < lasted <= _DAY_LONG:
        raise ValueError(_ENDS_AFTER)
    return end


_CLOCK = r"\d{1,2}(?:[:.h]\d\d)?"
_HALF = r" ?[ap]\.?m\.?"
_RANGE = re.compile(
    rf"(?:^|(?<= ))(?P<from>from |between )?(?:at )?(?P<start>{_CLOCK})(?P<half>{_HALF})?"
    rf"(?: ?[-–—] ?| (?:to|until|till|and) )(?P<end>(?P<last>{_CLOCK})(?P<endhalf>{_HALF})?|noon|midnight)(?= |$)",
    re.ASCII,
)
_FOR = re.compile(
    r" for (?P<length>(?:\d|an? |half |one ).*)$"
    r"|(?<=[\dm]) (?P<bare>\d{1,2}(?:\.\d+)? ?(?:h|hrs?|hours?)(?: ?\d{1,2} ?m?)?|\d{1,3} ?(?:m|mins?|minutes?))$",
    re.ASCII,
)
_MONTHS = "|".join(MONTH_NUMBERS)
_DAYS = re.compile(
    rf"(?:^| )(?:today|yesterday|tomorrow|tonight|morning|afternoon|evening|{'|'.join(WEEKDAYS)}|\d+(?:st|nd|rd|th)"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|(?:{_MONTHS}) \d{{1,2}}|\d{{1,2}} (?:{_MONTHS})) $",
    re.ASCII,
)


def without_end(words: str) -> tuple[str, str]:
    """The words without what they say of the end, and that for `read_end`: "today 2-3pm" is "today 2pm", "until 3pm".

    "5-3" alone is a date: hours need a colon, am or pm, or "from" before them.
    """
    lasting = _FOR.search(words)
    if lasting:
        return words[: lasting.start()], lasting["length"] or lasting["bare"]
    match = _RANGE.search(words)
    if match is None:
        return words, ""
    marked = match["from"] or re.search("[:hap]", match["start"] + (match["half"] or "") + match["end"])
    if not marked and not _DAYS.search(words[: match.start()]):
        return words, ""
    half = match["half"] or _shared(match) or ""
    colon = "" if half or re.search("[:h]", match["start"]) else ":00"
    start = f"{match['start'].replace('.', ':')}{colon}{half}"
    return f"{words[: match.start()]}{start}{words[match.end() :]}", f"until {match['end']}"


def _shared(match: re.Match[str]) -> str | None:
    """The am or pm of the end, where it is the start's as well: “2-3pm”, not “11-1pm”."""
    if not match["endhalf"]:
        return None
    first, last = (int(re.split("[:.h]", match[name])[0]) % 12 for name in ("start", "last"))
    if first <= last:
        return match["endhalf"]
    return ("am" if "p" in match["endhalf"] else "pm") if last + 12 - first <= _WORKING_DAY else None


def _minutes(match: re.Match[str] | None) -> float:
    if match is None:
        return 0
    if match["hours"]:
        return float(match["hours"]) * 60 + int(match["rest"] or 0)
    return int(match["minutes"])


def _after(start: dt.datetime, span: dt.timedelta) -> dt.datetime:
    return (start.astimezone(dt.UTC) + span).astimezone(start.tzinfo)


_NIGHT = dt.timedelta(hours=8)  # an interview that runs past midnight is over by then


def _end_time(words: str, start: dt.datetime) -> dt.datetime:
    rest, time = read_time(words if words.startswith("at ") else f"at {words}")
    if rest or time is None:
        raise ValueError("That is no end: type a length in minutes, such as 45, or a time such as 15:15.")
    tzinfo, day = start.tzinfo or dt.UTC, start.date()
    hours = (0, 12) if "m" not in words and time.hour < 12 else (0,)
    for shift in (*hours, 24):
        naive = dt.datetime.combine(day, time) + dt.timedelta(hours=shift)
        end = existing(naive, tzinfo, str(tzinfo))
        if end > start and (shift < 24 or end - start <= _NIGHT):
            return end
    return start
