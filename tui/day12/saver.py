"""Shows each edit at once, has it written behind the screen's back, and says what became of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

from day12.keys import key_of, keys_now
from day12.save_queue import Dropped, Pending, SaveQueue, Written, sentence
from day12_data.board import Board
from day12_data.store import LogEntry, Store, StoreError, Turn
from day12_data.text import counted

if TYPE_CHECKING:
    from day12.app import Day12App

_FRAME_SECONDS, _SENT_SECONDS = 0.1, 0.005
_LONG_SECONDS, _NOTICE_SECONDS = 12, 8


class Saver:
    """The edits of one app, from the key to the disk."""

    def __init__(self, app: Day12App, store: Store) -> None:
        self._app = app
        self._store = store
        self._queue = SaveQueue(store)
        self._unreadable = False
        """Whether it was said that the file can't be read."""
        self._leaving = False
        """Whether it was said that leaving loses what isn't saved."""

    def log(self, card_id: str) -> list[LogEntry]:
        """What was done to a card, oldest first."""
        return self._queue.log(card_id)

    def keep(self, step: Pending) -> None:
        """Take a step: it is shown at once, and written once it is on the screen."""
        self._queue.put(step)
        self._shown(step)

    def history(self) -> list[LogEntry]:
        """What was done to all cards, the newest first."""
        return self._queue.history()

    def turn(self, *, redo: bool) -> None:
        """Take an undo or a redo of the newest step in the same way, or say why there is none."""
        self._turn(lambda: self._queue.turn(self._app.session.clock(), redo=redo))

    def turn_of(self, change_id: str) -> None:
        """Take the undo of any change in the same way, or its redo where it was undone, or say why that can't be."""
        self._turn(lambda: self._queue.turn_of(change_id, self._app.session.clock()))

    def _turn(self, take: Callable[[], Turn]) -> None:
        try:
            turn = take()
        except StoreError as error:
            self._app.notify(str(error), severity="warning", markup=False)
            return
        self._shown(turn)

    def _shown(self, step: Pending) -> None:
        self._app.show_edited(step.cards)
        self._app.say(sentence(step), done=False)
        # Not after a refresh: a screen that closes before it would take the call along.
        self._app.call_later(self._save_soon)

    def _save_soon(self) -> None:
        self._app.run_worker(self._save_what_is_shown(), group="disk")

    async def _save_what_is_shown(self) -> None:
        await self._frame_sent()
        await self.save_all()

    async def _frame_sent(self) -> None:
        """Wait until the screen shows what was done: a thread that writes thousands of cards would hold that up."""
        shown = asyncio.Event()
        self._app.call_after_refresh(shown.set)
        with suppress(TimeoutError):  # a screen that closes takes the call along
            await asyncio.wait_for(shown.wait(), _FRAME_SECONDS)
        await asyncio.sleep(_SENT_SECONDS)  # another thread sends it

    async def save_all(self) -> None:
        """Write all that waits; that it is done is said only once it is on the disk."""
        app, refused = self._app, []
        try:
            while result := await self._queue.write_next():
                self._show(result.board)
                match result:
                    case Dropped():
                        refused.append(result.sentence)
                        app.hush()
                    case Written(step, _):
                        app.say(self._done(step))
        except StoreError as error:
            app.unsaved = self._queue.pending
            app.hush()
            self._warn(f"Not saved: {error} {key_of(app, 'save')} tries again.")
            self.tell_notices()
            return
        if app.unsaved:
            app.unsaved, self._leaving = (), False
            app.clear_notifications()
            if not refused:
                app.say("Everything is saved again")
        for text in refused:
            self._warn(text)
        self.tell_notices()

    def save_again(self) -> None:
        """Write what couldn't be written before; where nothing waits, have the disk confirm what was."""
        if self._queue.pending:
            self._save_soon()
        else:
            self._app.run_worker(self._sync(), group="disk")

    async def _sync(self) -> None:
        try:
            await self._queue.sync()
        except StoreError as error:
            self._warn(str(error))
        else:
            self._app.say("Everything is saved")
        self.tell_notices()

    @asynccontextmanager
    async def all_saved(self) -> AsyncIterator[None]:
        """All that waited is written, and nothing is being written meanwhile."""
        await self.save_all()
        async with self._queue.at_rest():
            yield

    async def look(self) -> None:
        """Show what another program has changed on disk."""
        try:
            board = await self._queue.look()
        except StoreError as error:
            if not self._unreadable:
                self._warn(str(error))
            self._unreadable = True
            return
        self._unreadable = False
        if board is not None:
            self._show(board)
            self.tell_notices()

    async def may_leave(self) -> bool:
        """Write all that waits; where that can't be done, say so, and answer no the first time."""
        await self.save_all()
        count = len(self._app.unsaved)
        if not count or self._leaving:
            return True
        self._leaving = True
        changes = counted(count, "change is", "changes are")
        again, leave = key_of(self._app, "save"), key_of(self._app, "quit")
        self._warn(f"{changes} not saved: {again} tries again, {leave} once more leaves all the same.")
        return False

    def tell_notices(self) -> None:
        """Say what the store has to tell."""
        for notice in self._store.drain_notices():
            self._app.notify(notice, markup=False, timeout=_NOTICE_SECONDS)

    def _show(self, board: Board) -> None:
        """Show what is on disk, somebody else's changes too, and on top what is still to be written."""
        self._app.calendar.follow(board)
        self._app.show(self._queue.on_top_of(board))

    def _done(self, step: Pending) -> str:
        """What was done, and the key that turns it round."""
        if "undo" not in keys_now(self._app.screen):  # on a letter or a form that opened meanwhile, it is a letter
            return sentence(step)
        if isinstance(step, Turn) and not step.redo:
            return f"{sentence(step)} · {key_of(self._app, 'redo')} does it again"
        archived = sum(bool(each.after.ended and not (each.before and each.before.ended)) for each in step.changes)
        them = "it" if archived == 1 else "them"
        where = f" · {key_of(self._app, 'archived')} shows {them}" if archived else ""
        return f"{sentence(step)}{where} · {key_of(self._app, 'undo')} takes it back"

    def _warn(self, text: str) -> None:
        self._app.notify(text, severity="error", markup=False, timeout=_LONG_SECONDS)
