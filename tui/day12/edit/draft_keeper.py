"""Keeps the drafts on the disk: within a second of the last key, and at once when the program ends."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from day12.edit.drafts import FORM, LETTER, Drafts
from day12_data.board import Board
from day12_data.store import DraftFile, StoreError
from day12_data.text import short_text

_SOON_SECONDS = 0.4
_TOLD = 4


class DraftKeeper:
    """The drafts of one board, and their way to its file."""

    def __init__(
        self, file: DraftFile, later: Callable[[float, Callable[[], None]], object], start: Callable[[], object]
    ) -> None:
        """Read the file.

        Args:
            file: Where the drafts of the board are kept.
            later: Calls a function in so many seconds.
            start: Called when it is time to `write`.
        """
        self._file = file
        self._later = later
        self.trouble = ""
        """Why the drafts that were kept can't be read, or those of now can't be kept; in a sentence, or empty."""
        try:
            found, self.trouble = file.read()
        except OSError as error:
            found, self.trouble = [], _why("read", error)
        self.drafts = Drafts(found, self._changed)
        self._writing = asyncio.Lock()
        self._version = self._written = 0
        self._due = False
        self._start = start

    async def write(self) -> str:
        """Write what isn't on the disk yet; the answer is a sentence where that fails for the first time."""
        async with self._writing:
            if self._written == self._version:
                return ""
            version = self._version
            mine, gone = list(self.drafts.to_store()), set(self.drafts.gone)
            try:
                await asyncio.to_thread(self._file.write, mine, self.drafts.by, gone)
            except (OSError, StoreError) as error:
                before, self.trouble = self.trouble, _why("kept", error)
                return "" if before == self.trouble else self.trouble
            self._written, self.trouble = version, ""
            return ""

    def write_now(self) -> None:
        """Write without waiting for anything: the program is about to end.

        Raises:
            OSError: it can't be written.
        """
        try:
            self._file.write(list(self.drafts.to_store()), self.drafts.by, self.drafts.gone)
        except StoreError as error:
            raise OSError(str(error)) from error

    def _changed(self) -> None:
        self._version += 1
        if not self._due:
            self._due = True
            self._later(_SOON_SECONDS, self._now_due)

    def _now_due(self) -> None:
        self._due = False
        self._start()


def told_of(drafts: Drafts, board: Board, keys: dict[str, str], *, mine: bool = False) -> str:
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
    letters = dict.fromkeys(company(about[0]) for about in drafts.about(LETTER, mine=mine))
    told += [f"a letter to {name} ({keys['write']})" for name in letters if name]
    return ", ".join(told[:_TOLD]) + (f", and {len(told) - _TOLD} more" if len(told) > _TOLD else "")


def _why(what: str, error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"What you type can't be {what} until it is saved: {reason.rstrip('.').lower()}."
