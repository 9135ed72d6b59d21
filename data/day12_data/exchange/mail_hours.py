"""The hours that a line of a mail names: "2:30 PM – 3:15 PM EDT", "at 10 or 11", "um 14 Uhr"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import NamedTuple

from day12_data.exchange.calendar_zones import zone_named
from day12_data.exchange.file_dates import read_time
from day12_data.typed.zone_names import without_zone

_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)?"
_SPAN = re.compile(
    rf"(?P<start>{_CLOCK})\s*(?:uhr\s*)?(?:-|–|—|to|until|till|bis)\s*(?P<end>{_CLOCK})(?:\s*uhr)?", re.IGNORECASE
)
_AT = re.compile(
    r"(?:\bat|\bum|@|[·|,–—-]|\btime:|\buhrzeit:)\s*(?P<start>\d{1,2}:\d\d\s*(?:[ap]\.?m\b\.?|uhr)?|"
    r"\d{1,2}\s*[ap]\.?m\b\.?|\d{1,2}(?:[:.]\d\d)? uhr)",
    re.IGNORECASE,
)
# Right behind the day: "Thursday 2pm".
_BEHIND = re.compile(r"\s*,?\s*(?P<start>\d{1,2}:\d\d\s*(?:[ap]\.?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?)", re.IGNORECASE)
# Without its half of the day, which is only believed of a day that is asked about.
_BARE = re.compile(
    r"(?:\bat|\bum|@)\s*(?P<start>\d{1,2})\b(?![:.%]?\d| ?(?:[ap]\.?m\b|uhr|min|hour|people|of us))", re.IGNORECASE
)
_OR_AT = re.compile(rf",?\s*\b(?:or|oder)\s+(?:at |um |@ ?)?(?P<start>{_CLOCK})(?:\s*uhr)?(?![\w/:-])", re.IGNORECASE)
_OR = re.compile(r"\W*(?:or|oder)\b[^.!?\d]*", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*[,(]?\s*((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?|[A-Z][A-Za-z]+/[A-Za-z_/]+|[A-Z]{2,5}\b|"
    r"(?:[A-Z][a-z]+ ){1,3}[Tt]ime(?: \(US & Canada\))?)\)?"
)
_LENGTH = re.compile(r"\b(\d{1,3})[ -]?(?:min(?:ute)?s?)\b|\b(one|1|an|1\.5|2|two)[ -]?hours?\b", re.IGNORECASE)
_PAUSE = re.compile(r"\b(?:lunch|break|pause|mittagessen|coffee break)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<!\.m)[.!?]\s")


class Hours(NamedTuple):
    """When a talk begins, at one of `starts`; how long it takes, its zone, what is said for one, and what follows."""

    starts: tuple[dt.time, ...]
    length: dt.timedelta | None
    zone: str
    zone_said: str
    rest: str


def hours_in(line: str, begins: int, ends: int, *, bare: bool) -> Iterator[Hours]:
    """The hours in a line, behind its day, which stands from `begins` to `ends`, or before it in the same sentence.

    Args:
        line: The line.
        begins: Where the day begins; 0 where the line has none.
        ends: Where it ends.
        bare: Whether an hour is believed without its half of the day.
    """
    begun = max((end.end() for end in _SENTENCE_END.finditer(line, 0, begins)), default=0)
    found = _AT.search(line, max(0, ends - 1)) or _BEHIND.match(line, ends)
    spans = list(_spans(line, ends, len(line))) or ([] if found else list(_spans(line, begun, begins)))
    if spans:
        if not _PAUSE.search(line):
            yield from _talks(line, spans, has_day=ends > 0)
        return
    if ends and not found:
        found = _AT.search(line, begun, begins) or (_bare(line, begun, ends) if bare else None)
    hour = found and _hour(found["start"], bare=found.re is _BARE)
    if found and hour:
        others, end = _other_hours(line, found, hour)
        zone, said, rest = _zone_and_rest(line[end:])
        yield Hours((hour, *others), _length(line), zone, said, rest)


def _talks(line: str, spans: list[tuple[re.Match[str], tuple[dt.time, dt.time]]], *, has_day: bool) -> Iterator[Hours]:
    """A talk for each span; spans with “or” between them are one talk."""
    ends = [*(span.start() for span, _ in spans[1:]), len(line)]
    starts: tuple[dt.time, ...] = ()
    for (span, (start, end)), upto in zip(spans, ends, strict=True):
        starts = (*starts, start)
        if _OR.fullmatch(line, span.end(), upto):
            continue
        zone, said, rest = _zone_and_rest(line[span.end() : upto])
        rest = rest or ("" if has_day else line[: span.start()])
        yield Hours(starts, _between(start, end), zone, said, rest)
        starts = ()


def _spans(line: str, begun: int, end: int) -> Iterator[tuple[re.Match[str], tuple[dt.time, dt.time]]]:
    for span in _SPAN.finditer(line, begun, end):
        if both := _both(span["start"], span["end"]):
            yield span, both


def _bare(line: str, begun: int, place: int) -> re.Match[str] | None:
    """An hour without its half of the day, in the sentence that names the day."""
    end = _SENTENCE_END.search(line, place)
    return _BARE.search(line, place, end.start() if end else len(line)) or _BARE.search(line, begun, place)


def _other_hours(line: str, found: re.Match[str], first: dt.time) -> tuple[list[dt.time], int]:
    """The hours that “or” joins to the one that was found, and where the last of them ends."""
    others: list[dt.time] = []
    end = found.end()
    while joined := _OR_AT.match(line, end):
        end = joined.end()
        said = joined["start"].strip()
        if other := _hour(said, bare=said.isdecimal()):
            others += [other] if other not in (first, *others) else []
    return others, end


def _hour(said: str, *, bare: bool) -> dt.time | None:
    """The time of day; a bare hour is one at which people work."""
    if not bare:
        return read_time(re.sub(r"\.(?=m)", "", said))
    hour = int(said)
    return dt.time(hour + 12 * (hour < 7)) if 1 <= hour <= 18 else None


def _both(start: str, end: str) -> tuple[dt.time, dt.time] | None:
    """The start and the end of a span; the half of the day may stand behind the end only."""
    start, end = (re.sub(r"[.\s]", "", each) for each in (start, end))
    last = read_time(end)
    if last is None:
        return None
    first = read_time(start)
    if first is None or not re.search(r"[ap]m", start, re.IGNORECASE):
        half = re.search(r"[ap]m", end, re.IGNORECASE)
        guess = read_time(start + half[0]) if half else first
        if half and guess and guess > last:
            guess = read_time(start + ("am" if half[0].lower() == "pm" else "pm"))
        first = guess
    return (first, last) if first else None


def _between(start: dt.time, end: dt.time) -> dt.timedelta | None:
    day = dt.date.min
    return dt.datetime.combine(day, end) - dt.datetime.combine(day, start) if end > start else None


def _length(line: str) -> dt.timedelta | None:
    found = _LENGTH.search(line)
    if not found:
        return None
    hours = {"one": 1.0, "1": 1.0, "an": 1.0, "1.5": 1.5, "2": 2.0, "two": 2.0}
    return dt.timedelta(minutes=int(found[1])) if found[1] else dt.timedelta(hours=hours[found[2].lower()])


def _zone_and_rest(text: str) -> tuple[str, str, str]:
    """The zone that the text begins with, what it says where that isn't known, and what follows."""
    found = _ZONE.match(text)
    if not found:
        return "", "", text
    said = found[1]
    try:
        zone = without_zone(f"2 pm {said}", "")[1] or zone_named(said)
    except ValueError:
        zone = ""
    if not zone and not re.search(r"[Tt]ime$|/|^[A-Z]{3,4}T$", said):
        return "", "", text
    return zone, "" if zone else said, text[found.end() :]
