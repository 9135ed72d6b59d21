"""What the store tells about a board beside its cards."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Backup(NamedTuple):
    """One copy. `cards` counts those not removed; None when the copy can't be read."""

    name: str
    date: dt.date
    cards: int | None
    size: int


class LogEntry(NamedTuple):
    """One thing that was done to a card."""

    at: dt.datetime
    what: str
    undone: bool


class Merged(NamedTuple):
    """How many of the other board's cards were new here, newer here, or said nothing new."""

    added: int
    updated: int
    unchanged: int


class Problem(NamedTuple):
    """A card that can't be shown: it is kept as it is in the file. `field` is where, `sentence` says what."""

    card_id: str
    field: str
    sentence: str
