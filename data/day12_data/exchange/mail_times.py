"""The times of an interview in a mail's words: "Thursday, October 1 · 2:30 PM – 3:15 PM EDT – Dana Reyes"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from day12_data.exchange.calendar_zones import is_city, zone_named
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.file_dates import read_time
from day12_data.exchange.links import way_in
from day12_data.exchange.mail_days import Days, day_in, names_a_date, near_day_in
from day12_data.exchange.mail_file import Mail
from day12_data.exchange.subject import is_about_interview
from day12_data.text import clean
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
_BARE = re.compile(r"(?:\bat|\bum|@)\s*(?P<start>\d{1,2})\b(?![:.%]?\d| ?(?:min|hour|people|of us))", re.IGNORECASE)
_ZONE = re.compile(
    r"\s*[,(]?\s*((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?|[A-Z][A-Za-z]+/[A-Za-z_/]+|[A-Z]{2,5}\b|"
    r"(?:[A-Z][a-z]+ ){1,3}[Tt]ime(?: \(US & Canada\))?)\)?"
)
_LENGTH = re.compile(r"\b(\d{1,3})[ -]?(?:min(?:ute)?s?)\b|\b(one|1|an|1\.5|2|two)[ -]?hours?\b", re.IGNORECASE)
_OFFERED = re.compile(
    r"\b(?:are you (?:available|free)|your availability|which of|works? (?:best )?for you|let (?:me|"
    r"us) know (?:which|what|if|when)|"
    r"pick a|choose a|book a|following (?:slots|options|times)|one of these)\b",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"\b(?:lunch|break|pause|mittagessen|coffee break)\b", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:interview|call|chat|meet(?:ing)?|speak|talk|conversation|screen|onsite|gespräch|termin)\w*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Slot:
    day: Days
    start: dt.datetime
    end: dt.datetime | None
    zone: str
    said: str
    rest: str


def events_in_words(mail: Mail, now: dt.datetime, *, day_first: bool, near: bool) -> list[Event]:
    """The interview that the mail sets, a talk an event; none where it only asks when one could be.

    Where the day isn't sure, an event has the days that may be meant: since the weekday is another one on that date, or
    with `near` since there is a weekday and no date.
    """
    text = mail.text
    about = is_about_interview(mail.subject) or bool(_ABOUT.search(text))
    if not about or _OFFERED.search(text):
        return []
    written = mail.at or now
    read = (_slots(each, written, day_first=day_first, near=near) for each in (text, mail.subject))
    ahead = ([slot for slot in slots if slot.start.date() >= written.date()] for slots in read)
    slots = next(filter(None, ahead), [])
    zone = next(((slot.zone, slot.said) for slot in slots if slot.zone or slot.said), ("", ""))
    link = way_in((), text)
    events = []
    for slot in slots[:20]:
        found, said = (slot.zone, slot.said) if slot.zone or slot.said else zone
        guests = tuple(_people(slot.rest))
        events.append(
            Event(
                uid="",
                sequence=0,
                stamp=mail.at,
                start=slot.start,
                end=slot.end,
                zone=found,
                zone_said=said,
                summary=mail.subject,
                location=_place(text),
                description=text,
                links=(link,) if link else (),
                guests=guests,
                possible_days=() if slot.day.sure else slot.day.days,
                day_said=slot.day.said,
            )
        )
    return events


def _slots(text: str, written: dt.datetime, *, day_first: bool, near: bool) -> Iterator[_Slot]:
    day: Days | None = None
    seen: set[dt.datetime] = set()
    for line in text.split("\n"):
        here = day_in(line, written, day_first=day_first)
        dated = names_a_date(line)
        if near and not dated:
            here = near_day_in(line, written)
        if here and here.days:
            day = here
        if day is None or (here is None and (dated or (not day.sure and len(line) > _HEAD))):
            continue
        for slot in _times(line, here, day):
            if slot.start not in seen:
                seen.add(slot.start)
                yield slot


_HEAD = 80  # a talk on a line of its own is shorter


def _times(line: str, here: Days | None, day: Days) -> Iterator[_Slot]:
    """The hours in a line, behind the day that it names, or before it in the same sentence."""
    place, before = (here.end, here.start) if here else (0, 0)
    begun = max((end.end() for end in _SENTENCE_END.finditer(line, 0, before)), default=0)
    found = _AT.search(line, max(0, place - 1)) or _BEHIND.match(line, place)
    spans = list(_spans(line, place, len(line))) or ([] if found else list(_spans(line, begun, before)))
    if spans and not _PAUSE.search(line):
        ends = [*(span.start() for span, _ in spans[1:]), len(line)]
        for (span, (start, end)), upto in zip(spans, ends, strict=True):
            zone, said, rest = _zone_and_rest(line[span.end() : upto])
            rest = rest or (line[: span.start()] if not place else "")
            begins = dt.datetime.combine(day.days[0], start)
            yield _Slot(day, begins, _ending(day.days[0], start, end), zone, said, rest)
    if spans:
        return
    if here and not found:
        found = _AT.search(line, begun, before) or (None if day.sure else _bare(line, begun, place))
    hour = found and _hour(found["start"], bare=found.re is _BARE)
    if found and hour:
        zone, said, rest = _zone_and_rest(line[found.end() :])
        length = _length(line)
        begins = dt.datetime.combine(day.days[0], hour)
        yield _Slot(day, begins, begins + length if length else None, zone, said, rest)


_SENTENCE_END = re.compile(r"(?<!\.m)[.!?]\s")


def _spans(line: str, begun: int, end: int) -> Iterator[tuple[re.Match[str], tuple[dt.time, dt.time]]]:
    for span in _SPAN.finditer(line, begun, end):
        if both := _both(span["start"], span["end"]):
            yield span, both


def _bare(line: str, begun: int, place: int) -> re.Match[str] | None:
    """An hour without its half of the day, in the sentence that names the day."""
    end = _SENTENCE_END.search(line, place)
    return _BARE.search(line, place, end.start() if end else len(line)) or _BARE.search(line, begun, place)


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


def _ending(day: dt.date, start: dt.time, end: dt.time) -> dt.datetime | None:
    return dt.datetime.combine(day, end) if end > start else None


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


def _people(rest: str) -> Iterator[Guest]:
    """The people whom the rest of a line names: "- Dana Reyes (Head of Data)", "with Sam Okafor, Staff engineer"."""
    rest = re.sub(r"https?://\S+", " ", clean(rest)).strip(" -–—:·|,().")
    rest = re.sub(r"^(?:.*\b(?:with|mit|interviewers?:?|meet)\b)\s*", "", rest, flags=re.IGNORECASE)
    parts = [part for part in re.split(r"\s+(?:and|und|&)\s+|;\s*|\s+/\s+|\s[-–—·]\s|\s*\|\s*", rest) if part]
    for part, following in zip(parts, [*parts[1:], ""], strict=False):
        name, _, title = part.partition("(") if "(" in part else part.partition(",")
        name, title = clean(name), clean(title).rstrip(") ").strip(" ,")
        if _is_name(name.split()) and not _ABOUT.search(name) and not is_about_interview(name) and not is_city(name):
            after = following if len(parts) == 2 and part == parts[0] and not _is_name(following.split()) else ""
            yield Guest(name, "", title=title or clean(after))


def _is_name(words: list[str]) -> bool:
    return 2 <= len(words) <= 4 and all(re.match(r"[^\W\d_][\w.'’-]*$", word) and word[0].isupper() for word in words)


def _place(text: str) -> str:
    found = re.search(
        r"^\W*(?:location|where|address|place|ort|adresse)\s*:\s*(.{3,150})$", text, re.IGNORECASE | re.MULTILINE
    )
    return clean(found[1]) if found else ""
