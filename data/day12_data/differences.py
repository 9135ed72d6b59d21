"""What a change did to a card, field by field, from what to what, in words that a person reads."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from day12_data.card import Anchor, Card, CheckIn, Mark, Offer, Person, Promise, Reply
from day12_data.dates.days import day_text, local_text, time_text, window_text
from day12_data.kinds import Stage
from day12_data.text import short_text

T = TypeVar("T")
_Tell = Callable[[Card, Card, dt.datetime], Iterator[str]]


def differences(before: Card, after: Card, now: dt.datetime) -> list[str]:
    """A line for each thing that is other on the card after than before: "role: “Analyst” → “Data engineer”".

    Moments are told by the reader's clock, whose zone `now` carries; days that were promised stay those of the
    interview's zone. A new card and a removed one have no lines: that is what was done to them.
    """
    return _all_of((_texts, _when, _promised, _steps, _people, _anchors, _notes), before, after, now)


def edited_fields(before: Card, after: Card, now: dt.datetime) -> list[str]:
    """The same without the steps, the check-ins, the replies and the outcome: what one types into the form."""
    return _all_of((_texts, _when, _promised, _people, _anchors, _notes), before, after, now)


def _all_of(tellers: Iterable[_Tell], before: Card, after: Card, now: dt.datetime) -> list[str]:
    if before.deleted or after.deleted:
        return []
    return [line for tell in tellers for line in tell(before, after, now)]


def _texts(before: Card, after: Card, _: dt.datetime) -> Iterator[str]:
    for name, was, becomes in (
        ("company", before.company, after.company),
        ("role", before.role, after.role),
        ("where", before.where, after.where),
        ("link", before.link, after.link),
    ):
        yield from _turned(name, _quoted(was), _quoted(becomes))


def _when(before: Card, after: Card, now: dt.datetime) -> Iterator[str]:
    yield from _turned("when", _time(before, now), _time(after, now))
    yield from _turned("how long", _length(before), _length(after))


def _promised(before: Card, after: Card, now: dt.datetime) -> Iterator[str]:
    yield from _turned("promise", _promise(before.promise, now), _promise(after.promise, now))
    yield from _turned("offer", _offer(before.offer, now), _offer(after.offer, now))


def _steps(before: Card, after: Card, now: dt.datetime) -> Iterator[str]:
    for stage in Stage:
        yield from _turned(stage.title, *(_mark(card, card.mark(stage), now) for card in (before, after)))
    yield from _lines("check-in", before.check_ins, after.check_ins, lambda each: _check_in(after, each, now))
    yield from _lines("reply", before.replies, after.replies, lambda each: _reply(after, each, now))
    yield from _turned("outcome", *(card.outcome.value if card.outcome else "" for card in (before, after)))


def _people(before: Card, after: Card, _: dt.datetime) -> Iterator[str]:
    was, becomes = ({person.name: person for person in card.people} for card in (before, after))
    yield from (f"people: without {short_text(name)}" for name in was if name not in becomes)
    for name, person in becomes.items():
        other = was.get(name)
        if other is None:
            yield f"people: with {short_text(name)}"
            continue
        for field in ("title", "email", "phone", "linkedin", "address"):
            pair = _quoted(getattr(other, field)), _quoted(getattr(person, field))
            yield from _turned(f"{short_text(name)}, {field}", *pair)
        yield from _letters(other, person)


def _letters(before: Person, after: Person) -> Iterator[str]:
    return _lines(f"letter to {short_text(after.name)}", before.sent, after.sent, lambda sent: short_text(sent.letter))


def _anchors(before: Card, after: Card, _: dt.datetime) -> Iterator[str]:
    was, becomes = ({_anchor(each): each for each in card.anchors} for card in (before, after))
    yield from _lines("anchor", list(was), list(becomes), str)
    for text in becomes.keys() & was.keys():
        yield from _turned(f"{text}, used", *(f"{len(each[text].used)}×" for each in (was, becomes)))


def _notes(before: Card, after: Card, _: dt.datetime) -> Iterator[str]:
    was, becomes = (card.notes.splitlines() for card in (before, after))
    yield from _lines("note", was, becomes, _quoted)


def _turned(name: str, was: str, becomes: str) -> Iterator[str]:
    """The line for a value that is another one."""
    if was != becomes:
        yield f"{name}: {was or 'none'} → {becomes or 'none'}"


def _lines(name: str, was: Sequence[T], becomes: Sequence[T], words: Callable[[T], str]) -> Iterator[str]:
    """A line for each thing that was taken out of several, and for each that was put in."""
    yield from (f"{name}: − {words(each)}" for each in _without(was, becomes) if words(each))
    yield from (f"{name}: + {words(each)}" for each in _without(becomes, was) if words(each))


def _without(these: Iterable[T], those: Iterable[T]) -> Iterator[T]:
    there: set[Hashable] = set(those)
    return (each for each in these if each not in there)


def _quoted(text: str) -> str:
    return f"“{short_text(text)}”" if text.strip() else ""


def _time(card: Card, now: dt.datetime) -> str:
    if not card.time_known:
        return "not known yet"
    return f"{local_text(card.starts_at, card.zone, now)}{', it did not take place' if card.missed_at else ''}"


def _length(card: Card) -> str:
    return f"{(card.ends_at - card.starts_at) // dt.timedelta(minutes=1)} min" if card.time_known else ""


def _promise(promise: Promise | None, now: dt.datetime) -> str:
    if promise is None:
        return ""
    days = ", no day"
    if promise.earliest and promise.latest:
        hour = f" {time_text(promise.until)}" if promise.until else ""
        days = f", {window_text(promise.earliest, promise.latest, now.year)}{hour}"
    return f"{_quoted(promise.said) or 'no words'}{days}{', not kept' if promise.broken_at else ''}"


def _offer(offer: Offer | None, now: dt.datetime) -> str:
    if offer is None:
        return ""
    by = f", answer by {day_text(offer.answer_by, now.year)}" if offer.answer_by else ""
    return f"{_quoted(offer.said) or 'made'}{by}"


def _mark(card: Card, mark: Mark | None, now: dt.datetime) -> str:
    if mark is None:
        return "open"
    return "skipped" if mark.skipped else f"done {local_text(mark.at, card.zone, now)}"


def _check_in(card: Card, check_in: CheckIn, now: dt.datetime) -> str:
    told = (local_text(check_in.at, card.zone, now), short_text(check_in.via), _quoted(check_in.said))
    return " ".join(filter(None, told))


def _reply(card: Card, reply: Reply, now: dt.datetime) -> str:
    told = (local_text(reply.at, card.zone, now), reply.kind.words, _quoted(reply.said))
    return " ".join(filter(None, told))


def _anchor(anchor: Anchor) -> str:
    return f"{anchor.kind.value}: {short_text(anchor.text)}"
