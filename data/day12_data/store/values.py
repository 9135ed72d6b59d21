"""What the store is asked to write, and what it tells about a board beside its cards."""

from __future__ import annotations

import datetime as dt

import msgspec

from day12_data.board import Change
from day12_data.card import Card


class Edit(msgspec.Struct, frozen=True):
    """One change, or several that are made as one, and are undone as one."""

    changes: tuple[Change, ...]

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards as the edit leaves them."""
        return tuple(change.after for change in self.changes)


class Turn(msgspec.Struct, frozen=True):
    """An undo, or a redo: of which changes, when, and the cards as it leaves them."""

    changes: tuple[Change, ...]
    cards: tuple[Card, ...]
    at: dt.datetime
    redo: bool

    @property
    def ids(self) -> list[str]:
        """The ids of the changes."""
        return [change.id for change in self.changes]


class Backup(msgspec.Struct, frozen=True):
    """One copy. `cards` counts those not removed; None when the copy can't be read."""

    name: str
    date: dt.date
    cards: int | None
    size: int


class LogEntry(msgspec.Struct, frozen=True):
    """One thing that was done to a card. `machine` is where, if that was another one and is known.

    `before` and `after` differ in what it changed; they are None where that isn't asked for, or isn't kept any more.
    `can_turn` says whether it is kept in full, so that it could be taken back.
    """

    at: dt.datetime
    what: str
    undone: bool
    id: str = ""
    card_id: str = ""
    machine: str = ""
    before: Card | None = None
    after: Card | None = None
    can_turn: bool = False


class Merged(msgspec.Struct, frozen=True):
    """How many of the other board's cards were new here, newer here, or said nothing new."""

    added: int
    updated: int
    unchanged: int


class Problem(msgspec.Struct, frozen=True):
    """A card that can't be shown: it is kept as it is in the file. `field` is where, `sentence` says what."""

    card_id: str
    field: str
    sentence: str
