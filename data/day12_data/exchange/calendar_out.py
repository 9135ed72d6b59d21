"""Writes events as iCalendar (RFC 5545): moments in UTC, or whole days, so that no time zone need be described.

It is written here and not by icalendar, which takes 50 ms to load: a calendar's folder is kept after each command.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from day12_data.board import Board
from day12_data.exchange.calendar_events import CalendarEvent, board_events
from day12_data.rules import Rules
from day12_data.text import without_controls

PRODUCT = "-//day12//day12//EN"
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN")
_MOST_OCTETS = 75
_COUNTED_FROM = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def calendar_text(
    board: Board, now: dt.datetime, rules: Rules, since: dt.date | None = None, until: dt.date | None = None
) -> str:
    """All events of a board as one calendar, or those of some days, which both count."""
    first, last = since or dt.date.min, until or dt.date.max
    events = (event for event in board_events(board, now, rules) if first <= event.day(now.tzinfo) <= last)
    lines = [line for event in events for line in _event(event, sequence_of(event))]
    return _text(*_HEAD, "X-WR-CALNAME:day12", *lines)


def event_text(event: CalendarEvent, sequence: int) -> str:
    """One event as a calendar of its own."""
    return _text(*_HEAD, *_event(event, sequence))


def sequence_of(event: CalendarEvent) -> int:
    """The number of its revision, which rises with every edit of its card, on whatever machine: in seconds."""
    return max(0, int((event.revised - _COUNTED_FROM).total_seconds()))


def small_event(event: CalendarEvent, *, place: bool = True) -> str:
    """The event in as few letters as a camera needs."""
    lines = ["BEGIN:VEVENT", f"SUMMARY:{_escaped(event.summary)}", *_when(event)]
    if place and event.place:
        lines.append(f"LOCATION:{_escaped(event.place)}")
    return "\n".join([*lines, "END:VEVENT"])


def _event(event: CalendarEvent, sequence: int) -> Iterator[str]:
    stamp = _moment(event.revised)
    yield from ("BEGIN:VEVENT", f"UID:{event.uid}", f"DTSTAMP:{stamp}", f"SEQUENCE:{sequence}")
    yield from _when(event)
    yield f"SUMMARY:{_escaped(event.summary)}"
    yield f"DESCRIPTION:{_escaped(event.description)}"
    if event.place:
        yield f"LOCATION:{_escaped(event.place)}"
    if event.link:
        yield f"URL:{event.link}"
    yield from ("CATEGORIES:day12", "CLASS:PRIVATE", f"TRANSP:{'OPAQUE' if event.busy else 'TRANSPARENT'}")
    yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{_escaped(event.summary)}")
    yield from (f"TRIGGER:{_duration(event.alarm)}", "END:VALARM", "END:VEVENT")


def _when(event: CalendarEvent) -> Iterator[str]:
    for name, value in (("DTSTART", event.start), ("DTEND", event.end)):
        yield f"{name}:{_moment(value)}" if isinstance(value, dt.datetime) else f"{name};VALUE=DATE:{value:%Y%m%d}"


def _moment(moment: dt.datetime) -> str:
    return f"{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


def _duration(length: dt.timedelta) -> str:
    return f"{'-' * (length < dt.timedelta())}PT{abs(length) // dt.timedelta(minutes=1)}M"


def _escaped(text: str) -> str:
    text = without_controls(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return text.replace("\n", "\\n").replace("\t", " ")


def _text(*lines: str) -> str:
    return "".join(f"{part}\r\n" for line in (*lines, "END:VCALENDAR") for part in _folded(line))


def _folded(line: str) -> Iterator[str]:
    """The line in parts of at most 75 octets, each but the first after a blank; no letter is cut in two."""
    if line.isascii() and len(line) <= _MOST_OCTETS:
        yield line
        return
    start, octets = 0, 0
    for at, letter in enumerate(line):
        length = len(letter.encode())
        if octets + length > _MOST_OCTETS:
            yield " " * (start > 0) + line[start:at]
            start, octets = at, 1
        octets += length
    yield " " * (start > 0) + line[start:]
