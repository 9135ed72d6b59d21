"""What the store is asked to write: an edit, or an undo or a redo that was worked out ahead."""

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
