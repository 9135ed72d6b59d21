"""The times of an interview in a mail's words: "Thursday, October 1 · 2:30 PM – 3:15 PM EDT – Dana Reyes"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, product, zip_longest

from day12_data.exchange.calendar_zones import is_city
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.links import way_in
from day12_data.exchange.mail_days import Days, days_in, names_a_date
from day12_data.exchange.mail_file import Mail
from day12_data.exchange.mail_hours import Hours, hours_in
from day12_data.exchange.promises_in_mail import sentences
from day12_data.exchange.subject import is_about_interview
from day12_data.text import clean

_OFFERED = re.compile(
    r"\b(?:are you (?:available|free)|your availability|which of|works? (?:best )?for you|let (?:me|"
    r"us) know (?:which|what|if|when)|"
    r"pick a|choose a|book a|following (?:slots|options|times)|one of these)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:interview|call|chat|meet(?:ing)?|speak|talk|conversation|screen|onsite|gespräch|termin)\w*", re.IGNORECASE
)
# A sentence with one of these sets a day for an interview, even without an hour.
_SETS = re.compile(
    r"\b(?:interviews?|on-?site|(?:next|second|third|final|last) (?:round|stage|step)|(?:invite|meet|see) you|"
    r"(?:speak|talk|meet) (?:with|to) (?:you|us)|come in|\w*gespräch|(?:nächste|zweite) runde)\b",
    re.IGNORECASE,
)
_HEAD = 80  # a talk on a line of its own is shorter
_MOST = 20


@dataclass(frozen=True, slots=True)
class _Slot:
    """A talk that begins at one of `starts`; without `hours` at no hour that is known."""

    days: Days
    starts: tuple[dt.datetime, ...]
    hours: Hours | None = None


def events_in_words(
    mail: Mail, now: dt.datetime, *, day_first: bool, near: bool, without_hour: bool = False, offered: bool = False
) -> list[Event]:
    """The interview that the mail sets, a talk an event.

    Where the day or the hour isn't sure, an event has the moments that may be meant: since the weekday is another one
    on that date, since they say “Thursday or Friday”, or with `near` since there is a weekday and no date.

    Args:
        mail: The mail.
        now: When it was written, where it doesn't say so.
        day_first: Whether 3/4 is the third of April.
        near: Whether a weekday without a date counts.
        without_hour: Whether a day counts that has no hour, where the mail has nothing else.
        offered: Whether times count of which the mail asks whether they fit.
    """
    text = mail.text
    about = is_about_interview(mail.subject) or _ABOUT.search(text) or _SETS.search(text)
    if not about or (not offered and _OFFERED.search(text)):
        return []
    written = mail.at or now
    read = [list(_slots(each, written, day_first=day_first, near=near)) for each in (text, mail.subject)]
    if without_hour:
        read.append(_day_set(mail, written, day_first=day_first, near=near)[1])
    ahead = ([slot for slot in slots if slot.starts[0].date() >= written.date()] for slots in read)
    slots = next(filter(None, ahead), [])
    told = (slot.hours for slot in slots if slot.hours)
    zone = next(((hours.zone, hours.zone_said) for hours in told if hours.zone or hours.zone_said), ("", ""))
    link = way_in((), text)
    first = Event(
        uid="",
        sequence=0,
        stamp=mail.at,
        start=written,
        end=None,
        zone="",
        summary=mail.subject,
        location=_place(text),
        description=text,
        links=(link,) if link else (),
    )
    return [_with_slot(first, slot, zone) for slot in slots[:_MOST]]


def _with_slot(event: Event, slot: _Slot, zone: tuple[str, str]) -> Event:
    hours, days = slot.hours, slot.days
    trouble = days.trouble or ("more than one hour" if len(slot.starts) > 1 else "")
    event = replace(
        event,
        start=slot.starts[0],
        all_day=hours is None,
        possible_starts=slot.starts if trouble else (),
        day_said=days.said,
        day_trouble=trouble,
    )
    if hours is None:
        return event
    found, said = (hours.zone, hours.zone_said) if hours.zone or hours.zone_said else zone
    end = slot.starts[0] + hours.length if hours.length else None
    return replace(event, end=end, zone=found, zone_said=said, guests=tuple(_people(hours.rest)))


def _slots(text: str, written: dt.datetime, *, day_first: bool, near: bool) -> Iterator[_Slot]:
    days: Days | None = None
    seen: set[dt.datetime] = set()
    for line in text.split("\n"):
        here = days_in(line, written, day_first=day_first, near=near)
        if here and here.each[0].dates:
            days = here
        if days is None or (here is None and (names_a_date(line) or (days.trouble and len(line) > _HEAD))):
            continue
        for slot in _talks(line, here, days):
            if slot.starts[0] not in seen:
                seen.add(slot.starts[0])
                yield slot


def _talks(line: str, here: Days | None, days: Days) -> Iterator[_Slot]:
    """The talks in a line, on its day, or on one of several: each of those may have an hour of its own."""
    bare = bool(days.trouble)
    each = days.each
    own: list[Hours | None] = [None] * len(each)
    if here is days:
        own[:-1] = [
            next(hours_in(line[: after.start], day.start, day.end, bare=bare), None) for day, after in pairwise(each)
        ]
    for hours in hours_in(line, here.start if here else 0, here.end if here else 0, bare=bare):
        moments = [
            [dt.datetime.combine(*both) for both in product(day.dates, (at or hours).starts)]
            for day, at in zip(each, own, strict=True)
        ]
        yield _Slot(days, _in_turn(moments), hours)


def day_sentence(mail: Mail, now: dt.datetime, *, day_first: bool) -> str:
    """The sentence that names a day for an interview, whatever the hour; empty where there is none."""
    sentence, _ = _day_set(mail, mail.at or now, day_first=day_first, near=True)
    return sentence


def _day_set(mail: Mail, written: dt.datetime, *, day_first: bool, near: bool) -> tuple[str, list[_Slot]]:
    """The first sentence that names a day for an interview, and that day, or the days one of which it is."""
    for sentence in (*sentences(mail.text), mail.subject):
        days = days_in(sentence, written, day_first=day_first, near=near) if _SETS.search(sentence) else None
        if days and days.each[0].dates:
            starts = [[dt.datetime.combine(date, dt.time()) for date in day.dates] for day in days.each]
            return sentence, [_Slot(days, _in_turn(starts))]
    return "", []


def _in_turn(each: Sequence[Sequence[dt.datetime]]) -> tuple[dt.datetime, ...]:
    """The first of each, then the second of each, and so on; none twice."""
    return tuple(dict.fromkeys(one for turn in zip_longest(*each) for one in turn if one is not None))


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
