"""The archive: every interview that has ended, the newest first; x brings one back to the board."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from day12 import help_texts
from day12.agenda.card_list import AgendaList
from day12.agenda.lines import Drawing
from day12.board.archive_rows import archive_height, archive_strips
from day12.board.browsing import Cards
from day12.board.footer import Footer
from day12.board.marking import MarkingScreen
from day12.edit.screen import EditingScreen
from day12.keys import ARCHIVE_KEYS, ARCHIVE_MARK_KEYS, COLUMN_KEYS, SHARED_KEYS, key_of
from day12_data.agenda import Row, row_for
from day12_data.agenda_heads import Section
from day12_data.board import matches
from day12_data.card import Card
from day12_data.dates.lexicon import MONTHS
from day12_data.text import clean, counted

_LIST = "archive"


class ArchiveScreen(MarkingScreen):
    """The cards with an outcome, under the months in which they ended."""

    HELP = help_texts.ARCHIVE

    BINDINGS: ClassVar[list[BindingType]] = [*COLUMN_KEYS, *ARCHIVE_KEYS, *SHARED_KEYS]

    def compose(self) -> ComposeResult:
        """The title, the list, the line for finding, and the keys."""
        yield Static("", id="form-title", markup=False)
        hint = f"nothing here: {key_of(self.app, 'archive')} on the board archives a card"
        filtered = f"none here · {key_of(self.app, 'archive_back')} shows all"
        self._list = AgendaList(hint=hint, filtered=filtered, id=_LIST, drawing=Drawing(archive_height, archive_strips))
        yield self._list
        yield Footer([*ARCHIVE_KEYS, *SHARED_KEYS], ARCHIVE_MARK_KEYS)

    def on_mount(self) -> None:
        """Fill the list."""
        self.show()

    def has_place_for(self, card: Card) -> bool:
        """The cards with an outcome are here."""
        return not card.deleted and card.ended is not None

    async def action_close(self) -> None:
        """Unmark what is marked, show all again, or go back to the board."""
        if self.marked and not self.query("#find"):
            self.unmark()
        elif self.wanted or self.query("#find"):
            self.wanted = ""
            await self.stop_finding()
        else:
            self.leave()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Fill the list, the card that ended last on top."""
        rows = [row_for(card, self.now, self.session.settings.rules) for card in self.board.archived]
        rows.sort(key=_ended_at, reverse=True)
        shown = [row for row in rows if matches(row.card, self.wanted)]
        self._list.sections = _months(shown, self.now)
        count = counted(len(rows), "interview") if len(shown) == len(rows) else f"{len(shown)} of {len(rows)}"
        found = f" · find: {clean(self.wanted)}" if self.wanted else ""
        self.query_one("#form-title", Static).update(f"The archive · {count}{found}")
        self.show_cards({_LIST: Cards(shown, len(rows))})
        self.draw_cards()


def _months(rows: Sequence[Row], now: dt.datetime) -> list[Section[str]]:
    """The months in which the cards ended, and where the cards of each begin and end."""
    parts, start = [], 0
    for month, found in groupby(rows, key=lambda row: _month(row, now)):
        end = start + sum(1 for _ in found)
        parts.append(Section(month, start, end))
        start = end
    return parts


def _month(row: Row, now: dt.datetime) -> str:
    day = _ended_at(row).astimezone(now.tzinfo)
    return f"{MONTHS[day.month - 1]} {day.year}"


def _ended_at(row: Row) -> dt.datetime:
    ended = row.card.ended
    return ended.at if ended else row.card.updated
