"""What a line of the agenda says: what to do, when, in whose words, and whom it takes with which number or address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from day12.labels import SIGNS
from day12.state_words import SHORT_NAMES, own_time, state
from day12_data.agenda import ASKING, Row, to_come
from day12_data.card import Card, Person
from day12_data.dates.days import day_text, short_day
from day12_data.dates.lexicon import DAYS
from day12_data.letters.occasions import next_occasion
from day12_data.recipients import next_person
from day12_data.step import Action, Urgency
from day12_data.text import clean

_WEEK_DAYS = 7


class RowWords(NamedTuple):
    """The words of a line; of `what`, `when` and `who` the first that fits is shown."""

    mark: str
    what: Sequence[str]
    when: Sequence[str]
    said: str
    who: Sequence[str]
    to_come: bool = False
    """Whether it is an interview still to come."""


def words_of(row: Row, now: dt.datetime) -> RowWords:
    """What the agenda says about a card."""
    card, said = row.card, f"“{clean(row.card.promise.said)}”" if row.card.promise else ""
    if to_come(row, now):
        return RowWords(" ", ("interview",), _interview_times(card, now), said, (_way_in(card),), to_come=True)
    long, short = state(row, now, day_text), state(row, now)
    when: tuple[str, ...] = (long.when, short.when)
    if row.step and row.urgency is Urgency.DUE and row.step.action is Action.CHECK_IN:
        due = row.step.due.date()  # the day on which it is time to call; the window has passed already
        when = (f"by {day_text(due)}", f"by {short_day(due)}")
    elif row.step and row.urgency is Urgency.WAITING and row.step.opens.astimezone(now.tzinfo).date() == now.date():
        when = (f"from {own_time(row.step.opens, card, now)}",)
    less = SHORT_NAMES.get(row.step.action, "") if row.step else long.short
    whats = (long.what, less) if less else (long.what,)
    asking = row.urgency in ASKING
    return RowWords(SIGNS[row.urgency], whats, when, said, whom(row) if asking else ())


def whom(row: Row) -> tuple[str, ...]:
    """The person whom the step takes, with the number or address that it needs, and the same in less room."""
    person = _person(row)
    if person is None:
        return ()
    name, address = clean(person.name), _address(person, row)
    if not address:
        return (name,)
    first = name.partition(" ")[0]
    return (f"{name}  {address}", f"{name} {address}", f"{first} {address}", address)


def _person(row: Row) -> Person | None:
    """Who of the card's people is meant: to whom its letter goes; for a check-in somebody with a phone."""
    card, step = row.card, row.step
    if step is None:
        return None
    called = next((each for each in card.people if clean(each.phone)), None) if step.action in _CHECK_INS else None
    return called or next_person(card, next_occasion(card, step))


_CHECK_INS = (Action.CHECK_IN, Action.CHECK_IN_AGAIN)


def _address(person: Person, row: Row) -> str:
    match row.step.action if row.step else None:
        case Action.THANK:
            kinds: tuple[str, ...] = (person.email,)
        case Action.MAIL:
            kinds = (", ".join(clean(line) for line in person.address.splitlines() if line.strip()),)
        case Action.CONNECT:
            kinds = (person.linkedin.rpartition("://")[2].removeprefix("www."),)
        case Action.CHECK_IN | Action.CHECK_IN_AGAIN:
            kinds = (person.phone, person.email)
        case _:
            kinds = (person.email, person.phone)
    return clean(next(filter(None, kinds), ""))


def _way_in(card: Card) -> str:
    """Where the interview is, or how one gets in."""
    if card.where:
        return clean(card.where)
    return "video call, enter shows the link" if card.link else ""


def _interview_times(card: Card, now: dt.datetime) -> tuple[str, ...]:
    here = card.starts_at.astimezone(now.tzinfo)
    days = (here.date() - now.date()).days
    times = own_time(card.starts_at, card, now), own_time(card.starts_at, card, now).partition(" ")[0]
    if days == 0:
        return times
    weekday = DAYS[here.weekday()][:3]
    day = weekday if days < _WEEK_DAYS else day_text(here.date(), now.year)
    return tuple(f"{day} {time}" for time in times)
