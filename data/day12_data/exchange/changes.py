"""The changes that an import makes, by the board's own edits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from day12_data import board as edits
from day12_data.board import Board, Change
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
    return edits.add(card, now)


def edited(card: Card, now: dt.datetime, what: str, **fields: Any) -> Change:
    """The card with other values in some fields."""
    return edits.edit(card, now, what, **fields)


def replied(card: Card, now: dt.datetime, kind: ReplyKind, said: str, promise: Promise | None = None) -> Change:
    """The card with their answer on it."""
    return edits.reply(card, kind, now, said, promise)


def archived(before: Card, card: Card, outcome: Outcome, now: dt.datetime) -> Change:
    """The card as `card` has it, off the board."""
    change = edits.archive(card, outcome, now)
    return Change(id=change.id, at=change.at, what=change.what, before=before, after=change.after)
