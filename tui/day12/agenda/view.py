"""Shows the agenda in the place of the board's columns: its list, what stands in it, and where the cursor goes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from textual.app import App

from day12.agenda.card_list import AgendaList
from day12.board.browsing import AGENDA
from day12.keys import key_of
from day12_data.agenda import Row
from day12_data.agenda_heads import Listed, listed


class AgendaView:
    """The agenda of a board."""

    def __init__(self, app: App[Any]) -> None:
        self._edited_at: int | None = None
        self.listed = Listed()
        """What is shown, where it is shown."""
        add, clear = key_of(app, "add"), key_of(app, "clear")
        hints = f"no cards yet: {add} adds one", f"none here · {clear} shows all"
        self.list = AgendaList(hint=hints[0], filtered=hints[1], id=AGENDA)
        """The widget, which the board's body shows."""

    def forget(self) -> None:
        """Forget what was shown."""
        self.listed, self._edited_at = Listed(), None

    def take(self, rows: Iterable[Row], now: dt.datetime, card_id: str | None) -> str | None:
        """Take other rows, or the same later; the answer is the card for the cursor, which is on `card_id`.

        A card that was edited under the cursor and sinks under a later head leaves the cursor to the next one.
        """
        before, edited_at = self.listed, self._edited_at
        self.listed, self._edited_at = listed(rows, now), None
        self.list.sections = self.listed.sections
        here = self.listed.place(card_id)
        if edited_at is None or here is None:
            return card_id
        sank = self.listed.head_at(here).position > before.head_at(edited_at).position
        return self.listed.rows[edited_at].card.id if sank else card_id

    def edited(self, card_id: str) -> None:
        """The card under the cursor was edited."""
        self._edited_at = self.listed.place(card_id)

    def beside(self, card_id: str | None, by: int) -> str | None:
        """The first card under the head before or after that of a card."""
        here = self.listed.place(card_id)
        return None if here is None else self.listed.rows[self.listed.beside(here, by)].card.id

    def first_under(self, number: int) -> str | None:
        """The first card under a head, by its number from 0 on; None where there is none."""
        start = self.listed.start_of(number)
        return None if start is None else self.listed.rows[start].card.id
