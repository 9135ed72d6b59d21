"""The edits on their way to the disk: written one after another, each in a thread, in the order they were made."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from msgspec import Struct

from day12_data.board import Board, told
from day12_data.card import Card
from day12_data.store import Conflict, Edit, LogEntry, Store, Turn, TurnRefused

Pending = Edit | Turn
"""An edit, an undo or a redo, of one card or of several."""


class Written(Struct, frozen=True):
    """A step that is on the disk now, and the board as it is there."""

    step: Pending
    board: Board


class Dropped(Struct, frozen=True):
    """Steps that were dropped, since a card of the first was changed elsewhere; and the board without them."""

    steps: Sequence[Pending]
    board: Board
    mine: Card
    """The card as the first step would have left it."""
    theirs: Card | None
    """The card as it is on the disk; None where it isn't there any more."""

    @property
    def sentence(self) -> str:
        """What the card is now, and all that was not saved."""
        theirs = self.theirs
        if theirs is None or theirs.deleted:
            now = "deleted elsewhere meanwhile"
        elif theirs.outcome:
            now = f"changed elsewhere meanwhile: it is archived as {theirs.outcome.value} now"
        else:
            now = f"changed elsewhere meanwhile: it stands in {theirs.stage.title} now"
        whats = "; ".join(map(_what, self.steps))
        return f"{self.mine.company} was {now}. Yours was not saved: {whats}."


def sentence(step: Pending) -> str:
    """What was done, with the company's name, or with how many cards it was."""
    if isinstance(step, Turn):
        return f"{'Did again' if step.redo else 'Undid'}: {told(step.changes)}"
    text = told(step.changes)
    return text if len(step.changes) == 1 else text[0].upper() + text[1:]


def _what(step: Pending) -> str:
    what = step.changes[0].what if len(step.changes) == 1 else told(step.changes)
    if isinstance(step, Turn):
        return f"“{what}” {'done again' if step.redo else 'taken back'}"
    return what


class SaveQueue:
    """The steps that are shown but not on the disk yet, oldest first, and the one place that writes them.

    Every method that touches the disk is awaited, and at most one of them runs at a time.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._disk = asyncio.Lock()
        self.pending: tuple[Pending, ...] = ()
        """What isn't on the disk yet."""

    def put(self, step: Pending) -> None:
        """Take a step, to be written after those that wait already."""
        self.pending = (*self.pending, step)

    def turn(self, at: dt.datetime, *, redo: bool) -> Turn:
        """Take an undo or a redo of the newest step that was made here; a StoreError says why there is none."""
        turn = self._store.ahead(self.pending).turn(at, redo=redo)
        self.put(turn)
        return turn

    def turn_of(self, change_id: str, at: dt.datetime) -> Turn:
        """Take the undo of any change, or its redo where it was undone; a StoreError says why it can't be turned."""
        turn = self._store.ahead(self.pending).turn_of(change_id, at)
        self.put(turn)
        return turn

    def history(self) -> list[LogEntry]:
        """What was done to all cards, the newest first, with what still waits; the disk isn't touched."""
        return self._store.ahead(self.pending).history()

    def on_top_of(self, board: Board) -> Board:
        """A board from the disk with what still waits."""
        return board.with_cards(*(card for step in self.pending for card in step.cards))

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first, with what still waits; the disk isn't touched."""
        return self._store.ahead(self.pending).log(card_id)

    async def write_next(self) -> Written | Dropped | None:
        """Write the oldest step; None where nothing waits.

        Raises:
            StoreError: it couldn't be written, and still waits.
        """
        async with self._disk:
            if not self.pending:
                return None
            step = self.pending[0]
            try:
                if isinstance(step, Turn):
                    board = await asyncio.to_thread(self._store.turn, step)
                else:
                    board = await asyncio.to_thread(self._store.record, *step.changes)
            except (Conflict, TurnRefused) as refusal:
                board = await asyncio.to_thread(self._store.load)
                return self._drop(board, refusal)
            self.pending = self.pending[1:]
            return Written(step, board)

    def _drop(self, board: Board, refusal: Conflict | TurnRefused) -> Dropped:
        """Give up the oldest step, and what was done to its cards since, which hangs on it; edits of others don't."""
        step = self.pending[0]
        if isinstance(refusal, Conflict):
            mine, theirs = refusal.mine.after, refusal.theirs
        else:
            mine = next((card for card in step.cards if card.id == refusal.card_id), step.cards[0])
            theirs = board.cards.get(mine.id)
        touched = {card.id for card in step.cards}
        fell, kept = [], []
        for each in self.pending:
            ids = {card.id for card in each.cards}
            if ids & touched:
                touched |= ids
                fell.append(each)
            else:
                kept.append(each)
        self.pending = tuple(kept)
        return Dropped(fell, board, mine, theirs)

    async def sync(self) -> None:
        """Have the disk confirm what was written; a StoreError says that it doesn't."""
        async with self._disk:
            await asyncio.to_thread(self._store.sync)

    async def look(self) -> Board | None:
        """The board on the disk where another program has changed it; None where nothing did, or we are writing."""
        if self._disk.locked() or self.pending:
            return None
        async with self._disk:
            return await asyncio.to_thread(self._store.refresh)

    @asynccontextmanager
    async def at_rest(self) -> AsyncIterator[None]:
        """Nothing is being written meanwhile."""
        async with self._disk:
            yield
