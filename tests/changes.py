"""The edits of a card as the changes that the store keeps."""

from __future__ import annotations

import datetime as dt
from typing import Any

from day12_data import edits
from day12_data.board import Change as Change  # for the tests that name it
from day12_data.board import change
from day12_data.card import Card
from day12_data.kinds import Outcome, ReplyKind, Stage


def add(card: Card, now: dt.datetime) -> Change:
    """The card as a new one."""
    return change(None, edits.add(card, now), now)


def edit(card: Card, now: dt.datetime, what: str = "", **fields: Any) -> Change:
    """The card with other values in some fields."""
    return change(card, edits.edit(card, now, **fields), now, what)


def move(card: Card, stage: Stage, now: dt.datetime) -> Change:
    """The card in another column."""
    return change(card, edits.move(card, stage, now), now)


def skip(card: Card, stage: Stage, now: dt.datetime) -> Change:
    """The stage will not be done."""
    return change(card, edits.skip(card, stage, now), now)


def check_in(card: Card, now: dt.datetime, via: str = "") -> Change:
    """One more check-in."""
    return change(card, edits.check_in(card, now, via), now)


def reply(card: Card, kind: ReplyKind, now: dt.datetime, said: str = "") -> Change:
    """They answered."""
    return change(card, edits.reply(card, kind, now, said), now)


def archive(card: Card, outcome: Outcome, now: dt.datetime) -> Change:
    """The card with an outcome."""
    return change(card, edits.archive(card, outcome, now), now)


def remove(card: Card, now: dt.datetime) -> Change:
    """The card's tombstone."""
    return change(card, edits.remove(card), now)
