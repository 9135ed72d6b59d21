"""What a calendar's file says about one meeting, as plain values."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody, or a room, that an invitation names."""

    name: str
    email: str
    room: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """One meeting of a calendar's file.

    `start` and `end` are the clock on the wall; `zone` is the zone's name, empty where it isn't known: `zone_said` is
    what the file says instead, and `zones` are the ones that its other parts make likely. `all_day` says that no hour
    is given, `days` how many whole days it takes, and `yearly` that it comes back on that date. `method` says what the
    file is for (REQUEST, CANCEL), `stamp` when this word about it was written. `links` are the addresses that the file
    marks as the way in. Where the day or the hour isn't sure, `possible_starts` are those that may be meant by
    `day_said`, `start` is the first of them, and `day_trouble` says why.
    """

    uid: str
    sequence: int
    stamp: dt.datetime | None
    start: dt.datetime
    end: dt.datetime | None
    zone: str
    zone_said: str = ""
    zones: tuple[str, ...] = ()
    all_day: bool = False
    summary: str = ""
    description: str = ""
    location: str = ""
    links: tuple[str, ...] = ()
    organizer: Guest | None = None
    guests: tuple[Guest, ...] = ()
    cancelled: bool = False
    repeats: bool = False
    days: int = 1
    yearly: bool = False
    method: str = ""
    possible_starts: tuple[dt.datetime, ...] = ()
    day_said: str = ""
    day_trouble: str = ""
