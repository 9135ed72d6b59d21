"""The changes that an import makes, by the board's own edits."""

from __future__ import annotations

import datetime as dt

from day12_data import edits
from day12_data.board import Board, Change, change
from day12_data.card import Card, Outcome, Promise, ReplyKind, stamp
from day12_data.dates.zones import time_zone
from day12_data.exchange.found import digest


def moment(at: dt.datetime, zone: str) -> dt.datetime:
    """The moment as a card keeps it, in a zone."""
    return stamp(at.astimezone(time_zone(zone)))


def free_id(board: Board, *parts: str) -> str:
    """A card's id that is the same on every machine for the same thing imported; another one where it is taken."""
    count = 0
    while (found := digest(*parts, *(str(count),) * bool(count))) in board.cards:
        count += 1
    return found


def added(card: Card, now: dt.datetime) -> Change:
    """The card, new on the board."""
    return change(None, edits.add(card, now), now)


def changed(card: Card, after: Card, now: dt.datetime, what: str) -> Change:
    """The card as `after` has it."""
    return change(card, after, now, what)


def replied(
    card: Card, at: dt.datetime, now: dt.datetime, kind: ReplyKind, said: str, promise: Promise | None = None
) -> Change:
    """The card with what they answered at a moment."""
    return change(card, edits.reply(card, kind, at, said, promise), now)


def archived(before: Card, card: Card, outcome: Outcome, now: dt.datetime) -> Change:
    """The card as `card` has it, off the board."""
    return change(before, edits.archive(card, outcome, now), now)
