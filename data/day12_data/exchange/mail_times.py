"""The times of an interview in a mail's words: "Thursday, October 1 · 2:30 PM – 3:15 PM EDT – Dana Reyes"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from day12_data.exchange.calendar_zones import is_city, zone_named
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.file_dates import read_day, read_time
from day12_data.exchange.links import way_in
from day12_data.exchange.mail_file import Mail
from day12_data.exchange.subject import is_about_interview
from day12_data.text import clean
from day12_data.typed.zone_names import without_zone

_MONTHS = "jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez"
_DAY = re.compile(
    rf"(?:\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|"
    rf"sonntag)[a-z]*\.?,?\s+"
    rf"(?:the |den )?)?(?P<day>(?:{_MONTHS})[a-zä]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}}\b)?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.)?\s+(?:of )?(?:{_MONTHS})[a-zä]*\.?,?(?:\s+\d{{4}}\b)?|"
    r"\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.(?:\d{4}|\d\d)?|\d{1,2}/\d{1,2}/(?:\d{4}|\d\d))",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}(?:[:.]\d\d)?\s*(?:[ap]\.?m\b\.?)?"
_SPAN = re.compile(
    rf"(?P<start>{_CLOCK})\s*(?:uhr\s*)?(?:-|–|—|to|until|till|bis)\s*(?P<end>{_CLOCK})(?:\s*uhr)?", re.IGNORECASE
)
_AT = re.compile(
    r"(?:\bat|\bum|@|[·|,–—-]|\btime:|\buhrzeit:)\s*(?P<start>\d{1,2}:\d\d\s*(?:[ap]\.?m\b\.?|uhr)?|"
    r"\d{1,2}\s*[ap]\.?m\b\.?|\d{1,2}(?:[:.]\d\d)? uhr)",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\s*[,(]?\s*((?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?|[A-Z][A-Za-z]+/[A-Za-z_/]+|[A-Z]{2,5}\b|"
    r"(?:[A-Z][a-z]+ ){1,3}[Tt]ime(?: \(US & Canada\))?)\)?"
)
_LENGTH = re.compile(r"\b(\d{1,3})[ -]?(?:min(?:ute)?s?)\b|\b(one|1|an|1\.5|2|two)[ -]?hours?\b", re.IGNORECASE)
_NOT_THEN = re.compile(
    r"\b(?:by|before|until|no later than|deadline|reply|respond|hear|let you know|get back|decision|expires?|"
    r"sent|wrote|"
    r"posted|received|applied|spätestens|bis zum)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
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


_FARTHEST = 300  # days ahead: without a year, a day further off is one that has passed


@dataclass(frozen=True, slots=True)
class _Slot:
    start: dt.datetime
    end: dt.datetime | None
    zone: str
    said: str
    rest: str


def events_in_words(mail: Mail, now: dt.datetime, *, day_first: bool) -> list[Event]:
    """The interview that the mail sets, a talk an event; none where it only asks when one could be."""
    text = mail.text
    about = is_about_interview(mail.subject) or bool(_ABOUT.search(text))
    if not about or _OFFERED.search(text):
        return []
    written = mail.at or now
    slots = [slot for slot in _slots(text, written, day_first=day_first) if slot.start.date() >= written.date()]
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
            )
        )
    return events


def _slots(text: str, written: dt.datetime, *, day_first: bool) -> Iterator[_Slot]:
    day: dt.date | None = None
    seen: set[dt.datetime] = set()
    for line in text.split("\n"):
        place = 0
        days = [found for found in _DAY.finditer(line) if not _NOT_THEN.search(line[: found.start()])]
        if days:
            day = _day(days[0], written, day_first=day_first) or day
            place = days[0].end()
        if day is None or (not days and _DAY.search(line)):
            continue
        for slot in _times(line, place, day):
            if slot.start not in seen:
                seen.add(slot.start)
                yield slot


def _day(found: re.Match[str], written: dt.datetime, *, day_first: bool) -> dt.date | None:
    """The day that is named; without a year the next one, with the weekday that goes with it."""
    text = found["day"].replace(" of ", " ")
    weekday = _WEEKDAYS.get((found["weekday"] or "")[:2].lower())
    for year in (written.year, written.year + 1):
        read = read_day(text, day_first=day_first, year=year)
        if read is None:
            return None
        ahead = (read[0] - written.date()).days
        if (weekday is None or read[0].weekday() == weekday) and -1 <= ahead < _FARTHEST:
            return read[0]
    return None


_WEEKDAYS = {"mo": 0, "tu": 1, "di": 1, "we": 2, "mi": 2, "th": 3, "do": 3, "fr": 4, "sa": 5, "su": 6, "so": 6}


def _times(line: str, place: int, day: dt.date) -> Iterator[_Slot]:
    read = [(span, both) for span in _SPAN.finditer(line, place) if (both := _both(span["start"], span["end"]))]
    for number, (span, (start, end)) in enumerate(read):
        if _PAUSE.search(line):
            continue
        upto = read[number + 1][0].start() if number + 1 < len(read) else len(line)
        zone, said, rest = _zone_and_rest(line[span.end() : upto])
        rest = rest or (line[: span.start()] if not place else "")
        yield _Slot(dt.datetime.combine(day, start), _ending(day, start, end), zone, said, rest)
    if read:
        return
    if found := _AT.search(line, max(0, place - 1)):
        hour = read_time(re.sub(r"\.(?=m)", "", found["start"]))
        if hour is not None:
            zone, said, rest = _zone_and_rest(line[found.end() :])
            length = _length(line)
            begins = dt.datetime.combine(day, hour)
            yield _Slot(begins, begins + length if length else None, zone, said, rest)


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
    rest = re.sub(r"https?://\S+", " ", clean(rest)).strip(" -–—:·|,()")
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
