"""Reads a calendar's file into events: the one place that imports icalendar."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from day12_data.exchange.calendar_moments import is_yearly, plain_moment, whole_days
from day12_data.exchange.encoding import unfolded
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.own_zones import MALFORMED, Zones, value_of
from day12_data.exchange.page_text import page_text
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.text import clean, clean_lines

if TYPE_CHECKING:
    import icalendar

_MOST_EVENTS = 2_000
_LONGEST = 200_000
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_PROPERTY = re.compile(r"[A-Za-z][A-Za-z0-9-]*[;:]")
_ZONE = re.compile(r";TZID=(\"[^\"]*\"|[^:;]*)", re.IGNORECASE)
_LINKS = (
    "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL", "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK", "CONFERENCE",
    "X-ZOOM-JOIN-URL", "URL",
)  # fmt: skip


def read_calendar(data: bytes, name: str) -> list[Event]:
    """The events of a file.

    Raises:
        ImportRefusedError: it breaks off, has no event in it, or none that can be read.
    """
    import icalendar  # 50 ms, that only an import waits for
    from icalendar.timezone import tzp

    tzp.use_zoneinfo()  # or the zones of the file before would still hold
    lines = _lines(unfolded(data))
    blocks = list(_blocks(lines, "VEVENT"))
    zones = Zones(icalendar, list(_blocks(lines, "VTIMEZONE")), value_of(lines, "X-WR-TIMEZONE"))
    method = value_of(lines, "METHOD").upper()
    if any(not closed for _, closed in blocks):
        raise ImportRefusedError(f"{name} breaks off in the middle: save or download it again.")
    if not blocks:
        what = "a list of tasks" if any(line.upper() == "BEGIN:VTODO" for line in lines) else "a calendar with no event"
        raise ImportRefusedError(f"{name} is {what} in it: save the invitation itself.")
    if len(blocks) > _MOST_EVENTS:
        raise ImportRefusedError(f"{name} is a whole calendar: save the one invitation as a file of its own.")
    events = [event for block, _ in blocks if (event := _event(icalendar, block, method, zones))]
    if not events:
        raise ImportRefusedError(f"{name} names no time at which its event starts: ask for the invitation again.")
    return events


def _lines(text: str) -> list[str]:
    """The file's lines, one for each property: what no property's name begins belongs to the line before."""
    lines: list[str] = []
    for line in _CONTROL.sub("", text).split("\n"):
        if _PROPERTY.match(line) or not lines:
            lines.append(line.rstrip())
        elif line.strip():
            lines[-1] += f"\\n{line.strip()}" if ":" in lines[-1] else line.strip()
    return lines


def _blocks(lines: Iterable[str], kind: str) -> Iterator[tuple[list[str], bool]]:
    """Each part of a kind, with whether its end is there; what stands inside its own parts (alarms) is left out."""
    block: list[str] | None = None
    inner = ""
    for line in lines:
        mark = line.strip().upper()
        if mark == f"BEGIN:{kind}":
            if block is not None:
                yield block, False
            block, inner = [], ""
        elif block is None:
            continue
        elif mark == f"END:{kind}":
            yield block, True
            block = None
        elif kind == "VEVENT" and mark.startswith("BEGIN:"):
            inner = inner or mark[6:]
        elif inner:
            inner = "" if mark == f"END:{inner}" else inner
        else:
            block.append(line)
    if block is not None:
        yield block, False


def _event(reader: Any, block: list[str], method: str, zones: Zones) -> Event | None:
    """The event of a block; None where it doesn't say when it starts."""
    component = reader.Event()
    said: dict[str, str] = {}
    for line in block:
        name = re.split("[;:]", line, maxsplit=1)[0].upper()
        if zone := _ZONE.search(line.partition(":")[0] if '"' not in line else line):
            if name in ("DTSTART", "DTEND"):
                said[name] = zone[1].strip('"')
            line = line.replace(zone[0], "", 1) if name in _MOMENTS else line
        if name in ("DTSTART", "DTEND"):
            line = plain_moment(line)
        try:
            part = reader.Event.from_ical(f"BEGIN:VEVENT\r\n{line}\r\nEND:VEVENT")
        except MALFORMED:
            continue
        for key, value in part.property_items(recursive=False):
            if key not in ("BEGIN", "END") and key not in component:
                component[key] = value
            elif key == "ATTENDEE":
                component.setdefault("ATTENDEES", []).append(value)
    return _of_component(component, said, method, zones)


_MOMENTS = frozenset({"DTSTART", "DTEND", "DTSTAMP", "LAST-MODIFIED", "CREATED", "RECURRENCE-ID"})


def _of_component(component: icalendar.Event, said: dict[str, str], method: str, zones: Zones) -> Event | None:
    start = _moment(component, "DTSTART")
    if start is None:
        return None
    end = _end(component, start)
    all_day = not isinstance(start, dt.datetime)
    wall = start if isinstance(start, dt.datetime) else dt.datetime.combine(start, dt.time())
    zone = "UTC" if wall.tzinfo else zones.name(said.get("DTSTART", ""), wall)
    stamps = [each for name in ("LAST-MODIFIED", "DTSTAMP") if (each := _utc(_moment(component, name)))]
    return Event(
        uid=_text(component, "UID")[:500],
        sequence=_whole(component),
        stamp=max(stamps, default=None),
        start=wall.replace(tzinfo=None),
        end=end.replace(tzinfo=None) if isinstance(end, dt.datetime) else None,
        zone=zone,
        zone_said=said.get("DTSTART", ""),
        zones=zones.likely,
        all_day=all_day,
        summary=_text(component, "SUMMARY")[:500],
        description=_description(component),
        location=clean(", ".join(_raw(component, "LOCATION").splitlines()))[:500],
        links=tuple(link for name in _LINKS if (link := _text(component, name)).startswith("http")),
        organizer=_guest(component.get("ORGANIZER")),
        guests=tuple(guest for each in _attendees(component) if (guest := _guest(each))),
        cancelled=method == "CANCEL" or _text(component, "STATUS").upper() == "CANCELLED",
        repeats="RRULE" in component,
        days=whole_days(start, end),
        yearly=is_yearly(component.get("RRULE")),
        method=method,
    )


def _moment(component: icalendar.Event, name: str) -> dt.datetime | dt.date | None:
    try:
        moment = getattr(_first(component.get(name)), "dt", None)
    except ValueError:  # icalendar says so only when it is looked at
        return None
    return moment if isinstance(moment, dt.date) and 1970 <= moment.year < 2200 else None


def _end(component: icalendar.Event, start: dt.date) -> dt.date | None:
    end = _moment(component, "DTEND")
    if end is not None:
        if (
            isinstance(end, dt.datetime)
            and isinstance(start, dt.datetime)
            and (end.tzinfo is None) != (start.tzinfo is None)
        ):
            return None
        return end
    try:
        length = getattr(_first(component.get("DURATION")), "dt", None)
    except ValueError:
        return None
    return start + length if isinstance(length, dt.timedelta) and abs(length) < dt.timedelta(days=60) else None


def _utc(moment: dt.date | None) -> dt.datetime | None:
    if not isinstance(moment, dt.datetime):
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=dt.UTC)).astimezone(dt.UTC)


def _whole(component: icalendar.Event) -> int:
    try:
        return min(max(int(_first(component.get("SEQUENCE")) or 0), 0), 2**62)
    except (ValueError, TypeError):
        return 0


def _attendees(component: icalendar.Event) -> list[Any]:
    first = component.get("ATTENDEE")
    return [*(first if isinstance(first, list) else [first]), *component.get("ATTENDEES", [])]


def _guest(value: Any) -> Guest | None:
    value = _first(value)
    if value is None:
        return None
    parameters = getattr(value, "params", {})
    email = re.sub(r"^mailto:", "", str(value).strip(), flags=re.IGNORECASE)
    if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", email):
        email = str(parameters.get("EMAIL", ""))
    kind = str(parameters.get("CUTYPE", "")).upper()
    name = clean(str(parameters.get("CN", "")).strip("\"'"))
    return Guest(name=name[:200], email=clean(email)[:254], room=kind in ("RESOURCE", "ROOM") or _is_room(name, email))


def _is_room(name: str, email: str) -> bool:
    return email.lower().endswith("@resource.calendar.google.com") or bool(
        re.match(r"(?:(?:conf(?:erence)?|meeting)[ .-]?room|room|raum|salle|sala)\b", name, re.IGNORECASE)
    )


def _description(component: icalendar.Event) -> str:
    plain = _raw(component, "DESCRIPTION")
    if re.search(r"<(?:br|p|a|b|div|span|html|table)\b", plain, re.IGNORECASE):
        plain = page_text(plain)
    if not plain.strip():
        plain = page_text(_raw(component, "X-ALT-DESC"))
    return clean_lines(plain)[:20_000]


def _text(component: icalendar.Event, name: str) -> str:
    return clean(_raw(component, name))


def _raw(component: icalendar.Event, name: str) -> str:
    value = _first(component.get(name))
    return "" if value is None else str(value)[:_LONGEST].replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")


def _first(value: Any) -> Any:
    return (value[0] if value else None) if isinstance(value, list) else value
