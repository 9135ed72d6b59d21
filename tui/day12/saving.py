"""The edits on their way to the disk: written one after another, each in a thread, in the order they were made."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any, NamedTuple

from textual.app import App

from day12_data.board import Board, Change
from day12_data.card import Card
from day12_data.store import Conflict, LogEntry, Store

_FRAME_SECONDS, _SENT_SECONDS = 0.1, 0.005


async def frame_sent(app: App[Any]) -> None:
    """Wait until the screen shows what was done: a thread that writes thousands of cards would hold that up."""
    shown = asyncio.Event()
    app.call_after_refresh(shown.set)
    with suppress(TimeoutError):  # a screen that closes takes the call along
        await asyncio.wait_for(shown.wait(), _FRAME_SECONDS)
    await asyncio.sleep(_SENT_SECONDS)  # another thread sends it


class Written(NamedTuple):
    """A change that is on the disk now, and the board as it is there."""

    change: Change
    board: Board


class Refused(NamedTuple):
    """A change that was dropped, since its card was changed elsewhere; later changes of that card went with it."""

    mine: Change
    theirs: Card | None
    """The card as it is on the disk; None where it isn't there any more."""

    @property
    def sentence(self) -> str:
        """What the card is now, and what was not saved."""
        theirs = self.theirs
        if theirs is None or theirs.deleted:
            now = "removed elsewhere meanwhile"
        elif theirs.outcome:
            now = f"changed elsewhere meanwhile: it is archived as {theirs.outcome.value} now"
        else:
            now = f"changed elsewhere meanwhile: it stands in {theirs.stage.title} now"
        return f"{self.mine.after.company} was {now}. Yours was not saved: {self.mine.what}."


class SaveQueue:
    """The changes that are shown but not on the disk yet, oldest first, and the one place that writes them.

    Every method that touches the disk is awaited, and at most one of them runs at a time.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._disk = asyncio.Lock()
        self.pending: tuple[Change, ...] = ()
        """What isn't on the disk yet."""

    def put(self, change: Change) -> None:
        """Take a change, to be written after those that wait already."""
        self.pending = (*self.pending, change)

    def on_top_of(self, board: Board) -> Board:
        """A board from the disk with what still waits."""
        for change in self.pending:
            board = board.with_card(change.after)
        return board

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first, with what still waits; the disk isn't touched."""
        waiting = [change for change in self.pending if change.after.id == card_id]
        return [*self._store.log(card_id), *(LogEntry(each.at, each.what, undone=False) for each in waiting)]

    async def write_next(self) -> Written | Refused | None:
        """Write the oldest change; None where nothing waits.

        Raises:
            StoreError: it couldn't be written, and still waits.
        """
        async with self._disk:
            if not self.pending:
                return None
            change = self.pending[0]
            try:
                board = await asyncio.to_thread(self._store.record, change)
            except Conflict as conflict:
                # What was done to this card since hangs on this change; edits of other cards don't.
                self.pending = tuple(each for each in self.pending if each.after.id != change.after.id)
                return Refused(conflict.mine, conflict.theirs)
            self.pending = self.pending[1:]
            return Written(change, board)

    async def undo(self) -> Written:
        """Take back the newest change that was made here; a StoreError says why not."""
        return await self._alone(self._store.undo)

    async def redo(self) -> Written:
        """Make the change again that was undone last; a StoreError says why not."""
        return await self._alone(self._store.redo)

    async def look(self) -> Board | None:
        """The board on the disk where another program has changed it; None where nothing did, or we are writing."""
        if self._disk.locked() or self.pending:
            return None
        async with self._disk:
            return await asyncio.to_thread(self._store.refresh)

    async def _alone(self, step: Callable[[], tuple[Change, Board]]) -> Written:
        async with self._disk:
            return Written(*await asyncio.to_thread(step))
