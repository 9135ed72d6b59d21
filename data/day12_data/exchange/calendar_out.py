"""Writes events as iCalendar (RFC 5545): moments in UTC, or whole days, so that no time zone need be described.

It is written here and not by icalendar, which takes 50 ms to load: a calendar's folder is kept after each command.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from day12_data.board import Board
from day12_data.exchange.calendar_events import CalendarEvent, board_events
from day12_data.exchange.content_lines import content_lines, escaped
from day12_data.rules import Rules

PRODUCT = "-//day12//day12//EN"
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
_END = "END:VCALENDAR"
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def calendar_text(
    board: Board, now: dt.datetime, rules: Rules, since: dt.date | None = None, until: dt.date | None = None
) -> str:
    """All events of a board as one calendar, or those of some days, which both count."""
    first, last = since or dt.date.min, until or dt.date.max
    events = (event for event in board_events(board, now, rules) if first <= event.day(now.tzinfo) <= last)
    lines = [line for event in events for line in _event(event, sequence_of(event))]
    return content_lines([*_HEAD, "X-WR-CALNAME:day12", *lines, _END])


def event_text(event: CalendarEvent, sequence: int) -> str:
    """One event as a calendar of its own."""
    return content_lines([*_HEAD, *_event(event, sequence), _END])


def sequence_of(event: CalendarEvent) -> int:
    """The number of its revision, which rises with every edit of its card, on whatever machine: in seconds."""
    return max(0, int((event.revised - _COUNTED_FROM).total_seconds()))


def small_event(event: CalendarEvent) -> str:
    """The event in as few letters as a camera needs; one that ends when it starts has no end."""
    lines = ["BEGIN:VEVENT", f"SUMMARY:{escaped(event.summary)}", *_when(event)]
    if event.end == event.start:
        del lines[-1]
    if event.place:
        lines.append(f"LOCATION:{escaped(event.place)}")
    return "\n".join([*lines, "END:VEVENT"])


def _event(event: CalendarEvent, sequence: int) -> Iterator[str]:
    stamp = _moment(event.revised)
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}")
    yield from _when(event)
    yield f"SUMMARY:{escaped(event.summary)}"
    yield f"DESCRIPTION:{escaped(event.description)}"
    if event.place:
        yield f"LOCATION:{escaped(event.place)}"
    if event.link:
        yield f"URL:{event.link}"
    yield from ("CATEGORIES:day12", "CLASS:PRIVATE", f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}")
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{escaped(event.summary)}")
    yield from (f"TRIGGER:{_duration(event.alarm)}", "END:VALARM", "END:VEVENT")


def _when(event: CalendarEvent) -> Iterator[str]:
    for name, value in (("DTSTART", event.start), ("DTEND", event.end)):
        yield f"{name}:{_moment(value)}" if isinstance(value, dt.datetime) else f"{name};VALUE=DATE:{value:%Y%m%d}"


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _duration(length: dt.timedelta) -> str:
    return f"{'-' * (length < dt.timedelta())}PT{abs(length) // dt.timedelta(minutes=1)}M"
