"""A card as a person types it: plain text for every field, read into values and written back.

The form and the command line both go through here, so both understand the same words.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields
from functools import partial
from typing import TypeVar

from day12_data.board import EditError
from day12_data.card import Card, Promise, new_id, replace, stamp
from day12_data.promise import Ask, Choice, Reading, Refused, Window, promise, read_promise
from day12_data.settings import Settings
from day12_data.text import clean, clean_lines, fold
from day12_data.typed.anchors import read_anchors
from day12_data.typed.end_time import read_end
from day12_data.typed.people import read_people
from day12_data.typed.person import person_text
from day12_data.typed.when import read_when

LINE_LIMIT = 200
TEXT_LIMIT = 20_000
NOT_KNOWN = "not known yet"
_NOT_KNOWN = {
    *(NOT_KNOWN, "not yet known", "not known", "unknown", "don't know yet", "don't know", "dont know yet", "dont know"),
    *("tbd", "t.b.d.", "tba", "t.b.a.", "tbc", "to be decided", "to be announced", "no idea", "no time yet"),
    *("not yet", "not set", "not set yet", "not scheduled", "not scheduled yet", "none yet"),
}


class EntryError(EditError):
    """A field that can't be read; `field` is its name in `Entry`, `offer` what may be meant instead, or nothing."""

    def __init__(self, field: str, message: str, offer: str = "") -> None:
        super().__init__(message)
        self.field = field
        self.offer = offer


@dataclass(frozen=True, slots=True)
class Entry:
    """The text of each field. Several lines are allowed in people, promised, anchors and notes.

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
        when=f"{starts.isoformat(' ', 'minutes')}{zone}" if card.time_known else NOT_KNOWN,
        length=f"{(card.ends_at - card.starts_at) // dt.timedelta(minutes=1)} min",
        where=clean(card.where),
        people=clean_lines("\n".join(map(person_text, card.people))),
        promised=clean_lines(card.promise.said) if card.promise else "",
        anchors="\n".join(f"{anchor.kind.value}: {clean(anchor.text)}" for anchor in card.anchors),
        notes=clean_lines(card.notes),
    )


def sure(reading: Reading) -> Choice | None:
    """The time that was read without asking, or None where none was named.

    Raises:
        EntryError: a time is named, and it can't be taken without asking.
    """
    match reading:
        case Refused(message=message):
            raise EntryError("promised", message)
        case Ask(choices=(choice, *_), message=message):
            raise EntryError("promised", message, choice.words)
        case Window(choice=choice):
            return choice
    return None


def read_entry(
    entry: Entry,
    now: dt.datetime,
    local_zone: str,
    settings: Settings,
    card: Card | None = None,
    *,
    forward: bool = False,
) -> Card:
    """The card that the entry describes: a new one, or `card` with the fields whose text was changed.

    Args:
        entry: What was typed.
        now: The moment of typing.
        local_zone: The user's own zone.
        settings: The user's settings.
        card: The card that is edited; None for a new one.
        forward: Whether the interview is to come: weekdays look forward then, and no time means that none is known.

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
    base = card or Card(id=new_id(), company=company, starts_at=stamp(now), ends_at=stamp(now), updated=stamp(now))
    base_start = base.starts_at
    if changed("when", "length"):
        base = _timed(base, entry, now, card.zone if card else local_zone, settings, changed, forward=forward)
    people = _in_field("people", lambda: read_people(entry.people, base.people)) if changed("people") else base.people
    read = replace(
        base,
        company=company,
        role=clean(entry.role),
        where=clean(entry.where),
        people=people,
        anchors=read_anchors(entry.anchors, base.anchors) if changed("anchors") else base.anchors,
        notes=clean_lines(entry.notes),
    )
    if changed("promised") or read.starts_at != base_start:
        on = promise_moment(read, card)
        kept = card.promise if card and not changed("promised") else None
        choose = partial(chosen_again, kept, settings) if kept else sure
        read = replace(read, promise=promise_given(entry.promised, on, settings, choose))
    return read


def chosen_again(kept: Promise, settings: Settings, reading: Reading) -> Choice | None:
    """The time that was kept of these words before, also where they are counted from another moment now."""
    match reading:
        case Window(choice=choice):
            return choice
        case Ask(choices=choices) if kept.latest:
            words = {kept.words} if kept.words else _words_of(kept, settings)
            return next((each for each in choices if each.words in words), None)
    return None


def _is_not_known(when: str) -> bool:
    """Whether these words say that no time is known yet."""
    words = fold(when).replace("’", "'").strip(" .!")
    return words in _NOT_KNOWN or (bool(when.strip()) and not when.strip(" ?"))


def promise_moment(card: Card, before: Card | None) -> dt.datetime:
    """When they said it, for a card as it is read now: at the interview, or with the reply that brought it."""
    if before is None or before.promise is None or before.promise.given_at == before.starts_at:
        return card.local(card.starts_at)
    return card.local(before.promise.given_at)


def promise_given(
    said: str, on: dt.datetime, settings: Settings, choose: Callable[[Reading], Choice | None] = sure
) -> Promise | None:
    """What they said, read as of the moment at which they said it; None for no words at all.

    Raises:
        EntryError: a time is named, and `choose` doesn't take it without asking.
    """
    said = clean_lines(said)
    if not said:
        return None
    reading = read_promise(said, on, day_first=settings.day_first, days_off=settings.rules.days_off)
    return promise(said, on, choose(reading))


def _timed(
    card: Card,
    entry: Entry,
    now: dt.datetime,
    zone: str,
    settings: Settings,
    changed: Callable[..., bool],
    *,
    forward: bool,
) -> Card:
    """The card with the time that was typed; another time is that of an interview that can still take place."""
    known = bool(entry.when.strip() or not forward) and not _is_not_known(entry.when)
    text = "now" if not known or not entry.when.strip() else entry.when
    when = _in_field("when", lambda: read_when(text, now, zone, day_first=settings.day_first, forward=forward))
    moment = when.moment
    if not known and not card.time_known:
        moment = card.local(card.starts_at)  # since when no time is known
    typed = entry.length if changed("length") else ""
    length = typed or when.length or entry.length or f"{settings.minutes} min"
    told = "when" if when.length and not typed else "length"
    ends = _in_field(told, lambda: read_end(length, moment))
    return replace(
        card,
        starts_at=stamp(moment),
        ends_at=stamp(ends),
        zone=when.zone,
        time_known=known,
        missed_at=None if changed("when") else card.missed_at,
    )


def _words_of(kept: Promise, settings: Settings) -> set[str]:
    """The words that a promise was read from, where an older day12 didn't keep them: those with the same days."""
    before = read_promise(kept.said, kept.given_at, day_first=settings.day_first, days_off=settings.rules.days_off)
    choices = before.choices if isinstance(before, Ask) else ()
    return {each.words for each in choices if (each.earliest, each.latest) == (kept.earliest, kept.latest)}


def _check_lengths(entry: Entry) -> None:
    for field in fields(entry):
        limit = TEXT_LIMIT if field.name in {"people", "promised", "anchors", "notes"} else LINE_LIMIT
        if len(getattr(entry, field.name)) > limit:
            words = _IN_WORDS.get(field.name, f"the {field.name}")
            raise EntryError(field.name, f"That is too long: keep {words} under {limit:,} characters.")


_IN_WORDS = {"when": "the time", "promised": "what they said", "where": "the place"}


T = TypeVar("T")


def _in_field(field: str, read: Callable[[], T]) -> T:
    """What was read; where it couldn't be, the sentence with the field that it is about."""
    try:
        return read()
    except ValueError as error:
        raise EntryError(field, str(error)) from None
