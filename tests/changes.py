"""The edits of a card as the changes that the store keeps."""

from __future__ import annotations

import datetime as dt
from typing import Any

from day12_data import edits
from day12_data.board import Change as Change  # for the tests that name it
from day12_data.board import change
from day12_data.card import Card, Stage


def add(card: Card, now: dt.datetime) -> Change:
    """The card as a new one."""
    return change(None, edits.add(card, now), now)


def edit(card: Card, now: dt.datetime, what: str = "", **fields: Any) -> Change:
    """The card with other values in some fields."""
    return change(card, edits.edit(card, now, **fields), now, what)


def move(card: Card, stage: Stage, now: dt.datetime) -> Change:
    """The card in another column."""
    return change(card, edits.move(card, stage, now), now)


def remove(card: Card, now: dt.datetime) -> Change:
    """The card's tombstone."""
    return change(card, edits.remove(card), now)
