"""Keeps the drafts on the disk: within a second of the last key, and at once when the program ends."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING

from day12.edit.drafts import CHECK_IN, FORM, LETTER, REPLY, Drafts
from day12.keys import key_of
from day12_data.board import Board
from day12_data.files import unreadable, why
from day12_data.store import StoreError
from day12_data.store.draft_file import DraftFile
from day12_data.text import short_text

if TYPE_CHECKING:
    from day12.app import Day12App

_SOON_SECONDS = 0.4
_TOLD = 4


class DraftKeeper:
    """The drafts of one board, and their way to its file."""

    def __init__(self, app: Day12App, file: DraftFile) -> None:
        self._app = app
        self._file = file
        self._trouble = ""
        """Why the drafts that were kept can't be read, or those of now can't be kept; in a sentence, or empty."""
        try:
            found, self._trouble = file.read()
        except OSError as error:
            found, self._trouble = [], f"{unreadable('What you typed before', error)}."
        self.drafts = Drafts(found, self._changed)
        """What was typed and not saved."""
        self._writing = asyncio.Lock()
        self._version = self._written = 0
        self._due = False
        self._told = False
        """Whether it was said that something isn't saved."""

    def tell(self) -> None:
        """Say what is still here from before."""
        if self._trouble:
            self._app.notify(self._trouble, severity="error", timeout=12)
        if drafts := self._told_of(mine=False):
            self._app.notify(f"What you typed before is still here: {drafts}.", timeout=8)

    async def may_leave(self) -> bool:
        """Whether the user knows of what isn't saved; where not, say it, once."""
        await self.keep()
        drafts = "" if self._told else self._told_of(mine=True)
        if drafts:
            self._told = True
            again = f"{key_of(self._app, 'quit')} once more leaves."
            text = f"Not saved, and kept for the next time: {drafts}. {again}"
            self._app.notify(text, severity="warning", timeout=8)
        return not drafts

    async def keep(self) -> None:
        """Put on the disk what isn't there yet."""
        async with self._writing:
            if self._written == self._version:
                return
            version = self._version
            mine, gone = list(self.drafts.to_store()), set(self.drafts.gone)
            try:
                await asyncio.to_thread(self._file.write, mine, self.drafts.by, gone)
            except (OSError, StoreError) as error:
                before, self._trouble = (
                    self._trouble,
                    f"What you type can't be kept until it is saved: {why(error)}.",
                )
                if before != self._trouble:
                    self._app.notify(self._trouble, severity="error", timeout=12)
            else:
                self._written, self._trouble = version, ""

    def keep_now(self) -> None:
        """Put them on the disk at once: the program is about to end.

        Raises:
            OSError: it can't be written.
        """
        if self._written == self._version:
            return
        try:
            self._file.write(list(self.drafts.to_store()), self.drafts.by, self.drafts.gone)
        except StoreError as error:
            raise OSError(str(error)) from error

    def _changed(self) -> None:
        self._version += 1
        if not self._due:
            self._due = True
            self._app.set_timer(_SOON_SECONDS, self._keep_soon)

    def _keep_soon(self) -> None:
        self._due = False
        keep: Callable[[], Awaitable[None]] = self.keep  # begun by the worker, which the app's end may come before
        self._app.run_worker(keep)

    def _told_of(self, *, mine: bool) -> str:
        if not self.drafts:
            return ""
        keys = {ident: key_of(self._app, ident) for ident in ("add", "edit", "reply", "check_in", "write")}
        return told_of(self.drafts, self._app.board, keys, mine=mine)


def told_of(drafts: Drafts, board: Board, keys: Mapping[str, str], *, mine: bool = False) -> str:
    """Which drafts there are, and the key that opens each: "a new interview (a), Northwind (e)"; empty for none."""

    def company(card_id: str) -> str:
        card = board.cards.get(card_id)
        return short_text(card.company, 30) if card and not card.deleted else ""

    told = []
    for (name,) in drafts.about(FORM, mine=mine):
        entry = drafts.get(FORM, name)
        is_new, _, before = name.partition(" ") if name.startswith("new ") else ("", "", "")
        if before and company(before):
            told.append(f"the next round with {company(before)} ({keys['reply']})")
        elif is_new:
            typed = short_text(entry.company, 30) if entry else ""
            told.append(f"a new interview{typed and f' with {typed}'} ({keys['add']})")
        elif company(name):
            told.append(f"changes to {company(name)} ({keys['edit']})")
    for kind, key in ((REPLY, "reply"), (CHECK_IN, "check_in")):
        names = filter(None, (company(card_id) for (card_id,) in drafts.about(kind, mine=mine)))
        told += [f"what {name} said ({keys[key]})" for name in names]
    letters = dict.fromkeys(company(about[0]) for about in drafts.about(LETTER, mine=mine))
    told += [f"a letter to {name} ({keys['write']})" for name in letters if name]
    return ", ".join(told[:_TOLD]) + (f", and {len(told) - _TOLD} more" if len(told) > _TOLD else "")
