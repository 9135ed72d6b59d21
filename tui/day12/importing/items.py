"""What an import found, in words: for the command line and for the preview on the board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from day12.labels import echo, interview_text
from day12_data.card import Card, Person
from day12_data.exchange.import_items import Does, Item
from day12_data.rules import Rules
from day12_data.text import clean


def card_line(card: Card, now: dt.datetime) -> str:
    """The interview as an import has it: company, role, when, where, and the way in."""
    when = interview_text(card, now)
    return clean(" · ".join(filter(None, (card.company, card.role, when, card.where, card.link))))


def details(item: Item, rules: Rules) -> Iterator[str]:
    """What there is to know besides the card: why, the promise as it is read, and the people."""
    yield clean(item.why)
    promise = item.card.promise if item.card and item.change else None
    if promise and item.card and promise.latest and item.does in (Does.ADD, Does.REPLY):
        yield clean(f"They said “{promise.said}”: {echo(promise, item.card.starts_at.date(), rules)}")
    if item.change and item.change.before and item.does is Does.REPLY:
        known = [person for person in item.people if person not in item.change.before.people]
        yield from (f"now known: {clean(_person_line(person))}" for person in known)
    if item.people and item.does in (Does.ADD, Does.UPDATE, Does.PEOPLE, Does.ASK):
        yield clean(f"with {', '.join(map(_person_line, item.people))}")


def _person_line(person: Person) -> str:
    """A name, and how they can be reached."""
    told = ", ".join(filter(None, (person.email, person.phone)))
    return f"{person.name} ({told})" if told else person.name


def all_told(answers: Mapping[str, str]) -> str:
    """An answer to several questions: how many, and what."""
    return clean(f"all {len(answers)} such: {next(iter(answers.values()))}")
