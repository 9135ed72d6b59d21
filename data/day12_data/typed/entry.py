"""A card as a person types it: plain text for every field, read into values and written back.

The form and the command line both go through here, so both understand the same words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import TypeVar

from day12_data.board import EditError
from day12_data.card import Card, Promise, new_id, replace, stamp
from day12_data.promise import Refused, promise, read_promise
from day12_data.settings import Settings
from day12_data.text import clean, clean_lines
from day12_data.typed.anchors import read_anchors
from day12_data.typed.end_time import read_end
from day12_data.typed.people import read_people
from day12_data.typed.person import person_text
from day12_data.typed.when import read_when

LINE_LIMIT = 200
TEXT_LIMIT = 20_000


class EntryError(EditError):
    """A field that can't be read; `field` is its name in `Entry`, `offer` what may be meant instead, or nothing."""

    def __init__(self, field: str, message: str, offer: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.offer = offer


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of each field. Several lines are allowed in people, anchors and notes.

    A person is a line `Name, title <email> linkedin.com/in/name`, with the postal address in indented lines below
    it. An anchor is a line, `book: The Goal` or any words at all.
    """

    company: str = ""
    role: str = ""
    when: str = ""
    length: str = ""
    where: str = ""
    people: str = ""
    promised: str = ""
    anchors: str = ""
    notes: str = ""


def entry_of(card: Card, local_zone: str) -> Entry:
    """The card as clean text that reads back as the same card; the zone is written where it isn't the local one."""
    starts = card.local(card.starts_at).replace(tzinfo=None)
    zone = "" if card.zone == local_zone else f" {card.zone}"
    return Entry(
        company=clean(card.company),
        role=clean(card.role),
        when=f"{starts.isoformat(' ', 'minutes')}{zone}",
        length=f"{(card.ends_at - card.starts_at) // dt.timedelta(minutes=1)} min",
        where=clean(card.where),
        people=clean_lines("\n".join(map(person_text, card.people))),
        promised=clean(card.promise.said) if card.promise else "",
        anchors="\n".join(f"{anchor.kind.value}: {clean(anchor.text)}" for anchor in card.anchors),
        notes=clean_lines(card.notes),
    )


def read_entry(entry: Entry, now: dt.datetime, local_zone: str, settings: Settings, card: Card | None = None) -> Card:
    """The card that the entry describes: a new one, or `card` with the fields whose text was changed.

    Raises:
        EntryError: a field can't be read; nothing else was looked at that came after it.
    """
    was = entry_of(card, local_zone) if card else None

    def changed(*names: str) -> bool:
        return was is None or any(getattr(entry, name) != getattr(was, name) for name in names)

    _check_lengths(entry)
    company = clean(entry.company)
    if not company:
        raise EntryError("company", "A card needs a company: type its name.")
    if card is None or changed("when", "length"):
        zone = card.zone if card else local_zone
        when = _in_field("when", lambda: read_when(entry.when or "now", now, zone, day_first=settings.day_first))
        typed = entry.length if changed("length") else ""
        length = typed or when.length or entry.length or f"{settings.minutes} min"
        told = "when" if when.length and not typed else "length"
        ends = _in_field(told, lambda: read_end(length, when.moment))
        starts_at, ends_at, zone = stamp(when.moment), stamp(ends), when.zone
    else:
        starts_at, ends_at, zone = card.starts_at, card.ends_at, card.zone
    base = card or Card(id=new_id(), company=company, starts_at=starts_at, ends_at=ends_at, updated=stamp(now))
    people = _in_field("people", lambda: read_people(entry.people, base.people)) if changed("people") else base.people
    read = replace(
        base,
        company=company,
        role=clean(entry.role),
        starts_at=starts_at,
        ends_at=ends_at,
        zone=zone,
        where=clean(entry.where),
        people=people,
        anchors=read_anchors(entry.anchors, base.anchors) if changed("anchors") else base.anchors,
        notes=clean_lines(entry.notes),
    )
    if changed("promised") or starts_at != base.starts_at:
        read = replace(read, promise=_read_said(entry.promised, read, base, settings))
    return read


def promise_given(said: str, on: dt.datetime, settings: Settings) -> Promise | None:
    """What they said, read as of the moment at which they said it; None for no words at all.

    Raises:
        EntryError: there is date content, and it can't be read safely.
    """
    said = clean(said)
    if not said:
        return None
    reading = read_promise(said, on, day_first=settings.day_first, days_off=settings.rules.days_off)
    if isinstance(reading, Refused):
        raise EntryError("promised", reading.message, reading.offer)
    return promise(said, on, reading)


def _check_lengths(entry: Entry) -> None:
    for field in fields(entry):
        limit = TEXT_LIMIT if field.name in {"people", "anchors", "notes"} else LINE_LIMIT
        if len(getattr(entry, field.name)) > limit:
            raise EntryError(field.name, f"That is too long: keep “{field.name}” under {limit:,} characters.")


T = TypeVar("T")


def _in_field(field: str, read: Callable[[], T]) -> T:
    """What was read; where it couldn't be, the sentence with the field that it is about."""
    try:
        return read()
    except ValueError as error:
        raise EntryError(field, str(error)) from None


def _read_said(said: str, card: Card, before: Card, settings: Settings) -> Promise | None:
    """The promise as of when it was given: the interview, or the reply that brought it."""
    given = before.promise.given_at if before.promise else before.starts_at
    on = card.local(card.starts_at if given == before.starts_at else given)
    return promise_given(said, on, settings)
