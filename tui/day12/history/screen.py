"""The history: every change of the board that is kept, the newest first, with what it changed from what to what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from day12 import help_texts
from day12.board.footer import Footer
from day12.edit.screen import EditingScreen
from day12.keys import HISTORY_KEYS, SHARED_KEYS, key_of
from day12.navigation import open_card
from day12_data.dates.days import day_text, moment_text, time_text
from day12_data.differences import differences
from day12_data.store import LogEntry
from day12_data.text import clean, counted


class ChangeList(OptionList):
    """The changes, a line each under their days; enter opens the card of the one that is selected."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "cursor_up", show=False),
        Binding("j", "cursor_down", show=False),
        *(replace(key, action=f"screen.{key.action}") for key in HISTORY_KEYS if key.key == "enter"),
    ]


class HistoryScreen(EditingScreen):
    """The list of changes, and beside or below it what the selected one has changed."""

    HELP = help_texts.HISTORY
    BINDINGS: ClassVar[list[BindingType]] = [*HISTORY_KEYS, *SHARED_KEYS]

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, LogEntry] = {}

    def compose(self) -> ComposeResult:
        """The list, the details, the keys."""
        yield Static("", id="form-title", markup=False)
        with Container(id="history"):
            yield ChangeList(id="changes", markup=False)
            with VerticalScroll(id="details", can_focus=False):
                yield Static(id="detail", markup=False)
        yield Footer([*HISTORY_KEYS, *SHARED_KEYS])

    def on_mount(self) -> None:
        """Show the changes."""
        self.show()
        self.query_one(ChangeList).focus()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Fill the list; the cursor stays on its change, and on the newest one where it was that."""
        changes = self.query_one(ChangeList)
        before, newest = self._selected, next(iter(self._entries), None)
        self._entries = {entry.id: entry for entry in self.day12.saver.history()}
        changes.set_options(self._options())
        if self._entries:
            stays = before is not None and before.id != newest and before.id in self._entries
            changes.highlighted = changes.get_option_index(before.id if before and stays else next(iter(self._entries)))
        count = len(self._entries)
        what = counted(count, "change", "changes, the newest first")
        title = f"What was done · {what}" if count else "Nothing was done yet"
        self.query_one("#form-title", Static).update(title)
        self._show_details()

    @on(OptionList.OptionHighlighted)
    def _show_details(self) -> None:
        changes = self.query_one(ChangeList)
        if changes.highlighted == 1:  # the first change's day stands above it
            changes.scroll_home(animate=False)
        detail = self.query_one("#detail", Static)
        entry = self._selected
        detail.update("\n".join(self._details(entry)) if entry else "")

    def action_open(self) -> None:
        """Open the page of the change's card."""
        card = self.board.cards.get(self._selected.card_id) if self._selected else None
        if card is None or card.deleted:
            self.notify("That card is deleted: take that back to see it.", severity="warning", markup=False)
        else:
            open_card(self.day12, card)

    def action_turn(self) -> None:
        """Take the selected change back, or make it again."""
        if entry := self._selected:
            self.day12.saver.turn_of(entry.id)

    @property
    def _selected(self) -> LogEntry | None:
        changes = self.query_one(ChangeList)
        index = changes.highlighted
        key = None if index is None or index >= changes.option_count else changes.get_option_at_index(index).id
        return self._entries.get(key or "")

    def _options(self) -> Iterator[Option]:
        """The changes under the days on which they were made."""
        for day, entries in groupby(self._entries.values(), key=lambda entry: self._at(entry).date()):
            today = " · today" if day == self.now.date() else ""
            yield Option(Content.styled(f"{day_text(day, self.now.year)}{today}", "bold $secondary"), disabled=True)
            yield from (Option(self._line(entry), id=entry.id) for entry in entries)

    def _at(self, entry: LogEntry) -> dt.datetime:
        return entry.at.astimezone(self.now.tzinfo)

    def _line(self, entry: LogEntry) -> Content:
        where = f" · on {entry.machine}" if entry.machine else ""
        line = Content(f"  {time_text(self._at(entry))}  {self._told(entry)}{where}")
        return (line + " · taken back").stylize("dim") if entry.undone else line

    def _told(self, entry: LogEntry) -> str:
        card = self.board.cards.get(entry.card_id)
        return clean(f"{card.company if card else 'a card'}: {entry.what}")

    def _details(self, entry: LogEntry) -> list[str]:
        """What the change has changed, and what can be done about it."""
        of_card = self.day12.saver.log(entry.card_id)
        whole = next((each for each in of_card if each.id == entry.id), entry)
        card = self.board.cards.get(entry.card_id)
        when = moment_text(self._at(entry), self.now)
        where = f" on {entry.machine}" if entry.machine else ""
        lines = [self._told(entry), *([clean(card.role)] if card and card.role else []), f"{when}{where}", ""]
        if whole.before and whole.after:
            lines += differences(whole.before, whole.after, self.now) or ["Nothing that is shown on the card."]
        elif not entry.can_turn:
            lines.append("It is too old for what it changed to be known.")
        key = key_of(self.app, "history_turn")
        state = "It was taken back: {} makes it again." if entry.undone else "{} takes it back."
        return [*lines, "", state.format(key)] if entry.can_turn else lines
