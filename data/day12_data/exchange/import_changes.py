"""The changes that an import makes, by the board's own edits."""

from __future__ import annotations

import datetime as dt
from collections.abc import Container
from dataclasses import dataclass

from day12_data import edits
from day12_data.board import Change, EditError, change
from day12_data.card import Card, Person, Promise, replace, stamp
from day12_data.dates.zones import time_zone
from day12_data.exchange.import_items import digest
from day12_data.kinds import Outcome, ReplyKind


@dataclass(frozen=True, slots=True)
class MailAnswer:
    """What a mail may be: the kind of answer, the words that say so, and the days in it."""

    kind: ReplyKind
    said: str
    promise: Promise | None = None
    answer_by: dt.date | None = None


def moment(at: dt.datetime, zone: str) -> dt.datetime:
    """The moment as a card keeps it, in a zone."""
    return stamp(at.astimezone(time_zone(zone)))


def free_id(taken: Container[str], *parts: str) -> str:
    """A card's id that is the same on every machine for the same thing imported; another one where it is taken."""
    count = 0
    while (found := digest(*parts, *(str(count),) * bool(count))) in taken:
        count += 1
    return found


def added(card: Card, now: dt.datetime) -> Change:
    """The card, new on the board."""
    return change(None, edits.add(card, now), now)


def changed(card: Card, after: Card, now: dt.datetime, what: str) -> Change:
    """The card as `after` has it."""
    return change(card, after, now, what)


def replied(
    card: Card, answer: MailAnswer, at: dt.datetime, now: dt.datetime, people: tuple[Person, ...] = ()
) -> Change:
    """The card with what they answered at a moment, with the people as their mail names them, where any are given."""
    after = edits.reply(
        replace(card, people=people or card.people), answer.kind, at, answer.said, answer.promise, answer.answer_by
    )
    return change(card, after, now)


def missed(card: Card, now: dt.datetime) -> Card:
    """The card of an interview that doesn't take place; one whose people were thanked stays as it is."""
    try:
        return edits.miss(card, now)
    except EditError:
        return card


def archived(before: Card, card: Card, outcome: Outcome, now: dt.datetime) -> Change:
    """The card as `card` has it, off the board."""
    return change(before, edits.archive(card, outcome, now), now)
