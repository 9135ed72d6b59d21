"""A card that the mouse holds, from the press of the button until it is let go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.geometry import Offset
from textual.message import Message

if TYPE_CHECKING:
    from day12.board.column import Column


class Dragged(Message):
    """A card is being dragged, or was dropped, at a place on the screen."""

    def __init__(self, column: Column, card_id: str, place: Offset, *, dropped: bool) -> None:
        super().__init__()
        self.column = column
        """Where the card comes from."""
        self.card_id = card_id
        """The card that is held, wherever the cursor is by now."""
        self.place = place
        """Where the mouse is, in cells of the screen."""
        self.dropped = dropped
        """Whether the button was let go."""


def show_target(columns: Iterable[Column], event: Dragged) -> Column | None:
    """The other column over which the card is held, or was dropped; while it is held, that one shows it."""
    target = None
    for column in columns:
        over = column is not event.column and column.region.contains_point(event.place)
        column.offer_drop(offered=over and not event.dropped)
        target = column if over else target
    return target


class Hold:
    """The mouse's hold of one card of a column."""

    def __init__(self, column: Column) -> None:
        self._column = column
        self._held: tuple[str, Offset] | None = None
        self._moved = False

    def take(self, card_id: str, place: Offset) -> None:
        """Take hold of a card; the mouse's events come to the column until it is let go."""
        self._held = card_id, place
        self._column.capture_mouse()

    def move(self, place: Offset) -> bool:
        """Drag the card here; False where none is held."""
        if self._held is None:
            return False
        card_id, start = self._held
        if place != start:
            self._moved = True
            self._tell(card_id, place, dropped=False)
        return True

    def drop(self, place: Offset) -> None:
        """Let go of the card here."""
        if self._held and self._moved:
            self._tell(self._held[0], place, dropped=True)
        self._held, self._moved = None, False
        self._column.release_mouse()

    def lose(self) -> None:
        """Let go of the card where it was, when a dialog has taken the mouse."""
        if self._held and self._moved:
            self._tell(self._held[0], self._column.region.offset, dropped=False)
        self._held, self._moved = None, False

    def _tell(self, card_id: str, place: Offset, *, dropped: bool) -> None:
        self._column.post_message(Dragged(self._column, card_id, place, dropped=dropped))
