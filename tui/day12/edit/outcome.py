"""The dialog that asks how an interview ended, and when, before its card goes to the archive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from day12.commands.session import Session
from day12.edit.dialog import Dialog
from day12.edit.keyed_list import KeyedList
from day12.edit.when_field import WhenField
from day12_data.card import Card
from day12_data.kinds import Outcome
from day12_data.text import clean

_WORDS = {
    "a": (Outcome.ACCEPTED, "I accepted their offer"),
    "d": (Outcome.DECLINED, "I declined their offer"),
    "r": (Outcome.REJECTED, "they said no: it is kept warm"),
    "w": (Outcome.WITHDREW, "I withdrew"),
    "s": (Outcome.SILENT, "they never answered"),
}


class Ended(NamedTuple):
    """How it ended, and when."""

    outcome: Outcome
    at: dt.datetime


class OutcomeScreen(Dialog[Ended]):
    """The outcomes, by letter, arrows or mouse, and above them when it was."""

    def __init__(self, session: Session, cards: Sequence[Card]) -> None:
        super().__init__()
        self._session = session
        self._cards = cards

    def compose(self) -> ComposeResult:
        """When, and the answers."""
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            whom = clean(self._cards[0].company) if len(self._cards) == 1 else f"these {len(self._cards)}"
            dialog.border_title = Content(f"How did it end with {whom}?")
            dialog.border_subtitle = "↑ when"
            yield WhenField(self._session, self._cards[0].zone)
            yield KeyedList({key: words for key, (_, words) in _WORDS.items()})

    def on_mount(self) -> None:
        """Start with the answers."""
        self.query_one(KeyedList).focus()

    @on(WhenField.Submitted)
    def _when_done(self) -> None:
        self.query_one(KeyedList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        when = self.query_one(WhenField)
        if when.moment is None:
            when.settle()
        else:
            self.dismiss(Ended(_WORDS[event.option_id or ""][0], when.moment))
