"""Days: which of them people work on, and how days and moments are written."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache
from typing import Annotated

import msgspec

from day12_data.dates.lexicon import DAYS, MONTHS
from day12_data.dates.zones import time_zone, zone_city

# How many, where a person may set it: within what a calendar holds.
Count = Annotated[int, msgspec.Meta(ge=0, le=999)]

_SATURDAY = 5


# A board of thousands asks for the same few hundred days, and making a timedelta takes longer than adding it.
@lru_cache
def days(count: int) -> dt.timedelta:
    """So many days."""
    return dt.timedelta(days=count)


_SECOND = dt.timedelta(seconds=1)


def is_working_day(day: dt.date, days_off: frozenset[dt.date] = frozenset()) -> bool:
    """Monday to Friday, and not a day off."""
    return day.weekday() < _SATURDAY and day not in days_off


def add_working_days(day: dt.date, count: int, days_off: frozenset[dt.date] = frozenset()) -> dt.date:
    """The working day that lies `count` working days after a day, counted from the next day on."""
    while count > 0:
        day += days(1)
        count -= is_working_day(day, days_off)
    return day


def working_day_from(day: dt.date, days_off: frozenset[dt.date] = frozenset()) -> dt.date:
    """The day itself where it is a working day, else the next one that is."""
    while not is_working_day(day, days_off):
        day += days(1)
    return day


@lru_cache(maxsize=4096)
def start_of_day(day: dt.date, zone: str) -> dt.datetime:
    """The first moment of a day in a zone, in UTC; it is later than 0:00 where the clocks go forward at midnight."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=time_zone(zone)).astimezone(dt.UTC)


@lru_cache(maxsize=4096)
def end_of_day(day: dt.date, zone: str) -> dt.datetime:
    """The last second before the next day, in UTC: another 23:59:59 where the clocks go back at midnight."""
    return start_of_day(day + days(1), zone) - _SECOND


def in_utc(moment: dt.datetime) -> dt.datetime:
    """The moment in UTC, in which moments are compared: two of different offsets take ten times as long."""
    return moment if moment.tzinfo is dt.UTC else moment.astimezone(dt.UTC)


def day_text(day: dt.date, year: int | None = None) -> str:
    """A day as it is shown, "Sun 15 Mar"; with its year where that isn't the one handed in."""
    text = f"{DAYS[day.weekday()][:3]} {short_day(day)}"
    return text if year in (None, day.year) else f"{text} {day.year}"


def short_day(day: dt.date) -> str:
    """A day where there is little room, "15 Mar"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def window_text(earliest: dt.date, latest: dt.date, year: int | None = None) -> str:
    """A window of days, "Thu 12 – Sun 15 Mar", shortened where the months agree."""
    if earliest == latest:
        return day_text(latest, year)
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return f"{DAYS[earliest.weekday()][:3]} {earliest.day} – {day_text(latest, year)}"
    return f"{day_text(earliest, latest.year)} – {day_text(latest, year)}"


def time_text(moment: dt.datetime | dt.time) -> str:
    """The time of day, or what the clocks show at a moment, "14:02"."""
    return f"{moment.hour:02}:{moment.minute:02}"


def moment_text(moment: dt.datetime, now: dt.datetime) -> str:
    """A moment as it is shown, "Tue 17 Mar 14:02"; with its year where that isn't the present one."""
    return f"{day_text(moment.date(), now.year)} {time_text(moment)}"


def by_own_clock(moment: dt.datetime, now: dt.datetime) -> dt.datetime:
    """The moment by the reader's clock, whose zone `now` carries; at the very edge of the calendar as it is."""
    try:
        return moment.astimezone(now.tzinfo)
    except OverflowError:
        return moment


def other_clock(
    start: dt.datetime, zone: str, now: dt.datetime, *, end: dt.datetime | None = None, with_day: bool = True
) -> str:
    """What the clocks of another zone show, in brackets behind a blank, with the day where that differs, too.

    Empty where the reader's own show the same: " (10:00 London)", " (Wed 18 Mar 09:00–09:45 Tokyo)".
    """
    try:
        here, there = start.astimezone(now.tzinfo), start.astimezone(time_zone(zone))
        until = f"–{time_text(end.astimezone(time_zone(zone)))}" if end else ""
    except OverflowError:  # at the very edge of the calendar no other clock shows it
        return ""
    if here.replace(tzinfo=None) == there.replace(tzinfo=None):
        return ""
    day = f"{day_text(there.date(), now.year)} " if with_day and here.date() != there.date() else ""
    return f" ({day}{time_text(there)}{until} {zone_city(zone)})"


def local_text(moment: dt.datetime, zone: str, now: dt.datetime) -> str:
    """A moment by the reader's own clock, with that of another zone in brackets where it shows another time.

    `now` carries the reader's zone: "Wed 18 Mar 06:00 (10:00 London)", "Tue 17 Mar 20:00 (Wed 18 Mar 09:00 Tokyo)".
    """
    return f"{moment_text(by_own_clock(moment, now), now)}{other_clock(moment, zone, now)}"


def span_text(start: dt.datetime, end: dt.datetime, zone: str, now: dt.datetime) -> str:
    """The same from a moment to another: "Thu 5 Mar 14:30–15:15 (20:30–21:15 Berlin)"."""
    until = time_text(by_own_clock(end, now))
    return f"{moment_text(by_own_clock(start, now), now)}–{until}{other_clock(start, zone, now, end=end)}"
