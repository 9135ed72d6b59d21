"""The dialog for a check-in: by which way, when, and what they said, if anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from day12.commands.session import Session
from day12.edit.drafts import CHECK_IN, Drafts
from day12.edit.keyed_list import KeyedList
from day12.edit.promise_field import PromiseField
from day12.edit.said_dialog import SaidDialog
from day12.edit.when_field import WhenField
from day12_data.card import Card, Promise
from day12_data.text import clean

WAYS = {"p": ("by phone", "phone"), "m": ("by mail", "email"), "o": ("in another way", "")}


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """By which way and when; what they said, and what that promises."""

    via: str
    at: dt.datetime
    said: str
    promise: Promise | None


class CheckInScreen(SaidDialog[CheckedIn]):
    """The ways; above them when it was and what they said, for who has something to say about it."""

    no_day = "No day in that: no news yet."

    def __init__(self, session: Session, drafts: Drafts, card: Card) -> None:
        super().__init__(session, drafts, card, CHECK_IN)
        # The way that was chosen while a question about their words was open.
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """When, what they said, the ways."""
        card = self._card
        yield from self.fields(
            f"You {'kept in touch' if card.ended else 'checked in'} with {clean(card.company)}",
            "enter on a way records · ↑ what they said, when",
            "↑ to type what they said, if anything",
            {key: words for key, (words, _) in WAYS.items()},
        )

    def on_mount(self) -> None:
        """Start with the ways, since most of the time nobody said anything; with the words where there are any."""
        (self.said if self.said.said else self.query_one(KeyedList)).focus()

    @on(WhenField.Submitted)
    def _when_done(self) -> None:
        self.query_one(KeyedList).focus()

    @on(PromiseField.Submitted)
    def _words_done(self) -> None:
        if self._wanted:
            self._choose(self._wanted)
        else:
            self.query_one(KeyedList).focus()

    @on(OptionList.OptionSelected, "#answers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_id or "p")

    def heard(self, promise: Promise) -> str:
        """How the words are read; on a card that has ended no day is promised any more."""
        return "" if self._card.ended else super().heard(promise)

    def _choose(self, way: str) -> None:
        at, field = self.moment(), self.said
        if at is None:
            return
        self._wanted = way
        if self._card.ended:
            self.dismiss(CheckedIn(WAYS[way][1], at, field.said, None))
        elif field.settle():
            self.dismiss(CheckedIn(WAYS[way][1], at, field.said, field.promise))
