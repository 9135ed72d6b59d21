"""You checked in: by which way, when, and what they said, if anything."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList

from day12.commands.session import Session
from day12.edit.drafts import CHECK_IN, Drafts
from day12.edit.keyed_list import KeyedList
from day12.edit.promise_field import PromiseField
from day12.edit.when_field import WhenField
from day12.keys import CHECK_IN_KEYS
from day12.labels import echo
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


class CheckInScreen(ModalScreen[CheckedIn | None]):
    """The ways, each a key; above them when it was and what they said, for who has something to say about it."""

    BINDINGS: ClassVar[list[BindingType]] = list(CHECK_IN_KEYS)

    def __init__(self, session: Session, drafts: Drafts, card: Card) -> None:
        super().__init__()
        self._session = session
        self._drafts = drafts
        self._card = card
        # The way that was chosen while a question about their words was open.
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """When, what they said, the ways."""
        card, session = self._card, self._session
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = "↑ what they said, and when"
            dialog.border_title = Content(
                f"You {'kept in touch' if card.ended else 'checked in'} with {clean(card.company)}"
            )
            yield WhenField(session, card.zone)
            with Horizontal(classes="field"):
                yield Label("Said")
                yield PromiseField(
                    session.settings,
                    card.local(session.clock()),
                    self._heard,
                    said=self._drafts.get(CHECK_IN, card.id) or "",
                    placeholder="what they said, if anything",
                    id="promised",
                )
            yield KeyedList({key: words for key, (words, _) in WAYS.items()}, id="ways")

    def on_mount(self) -> None:
        """Start with the ways, since most of the time nobody said anything; with the words where there are any."""
        said = self.query_one(PromiseField)
        (said if said.said else self.query_one(KeyedList)).focus()

    @on(WhenField.Changed)
    def _when_typed(self) -> None:
        at = self.query_one(WhenField).moment
        if at is not None:
            self.query_one(PromiseField).said_at(self._card.local(at))

    @on(WhenField.Submitted)
    def _when_done(self) -> None:
        self.query_one(KeyedList).focus()

    @on(PromiseField.Changed)
    def _words_typed(self) -> None:
        self._drafts.put(CHECK_IN, self._card.id, draft=self.query_one(PromiseField).said)

    @on(PromiseField.Submitted)
    def _words_done(self) -> None:
        if self._wanted:
            self._choose(self._wanted)
        else:
            self.query_one(KeyedList).focus()

    @on(OptionList.OptionSelected, "#ways")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(event.option_id or "p")

    def action_take_offer(self) -> None:
        """Keep the likeliest of the times that could be meant."""
        self.query_one(PromiseField).take_first()

    def action_close(self) -> None:
        """Record nothing; the words are there again the next time."""
        self.dismiss(None)

    def _choose(self, way: str) -> None:
        when, field = self.query_one(WhenField), self.query_one(PromiseField)
        at = when.moment
        if at is None:
            when.settle()
            return
        self._wanted = way
        if self._card.ended:  # no day is promised any more
            self.dismiss(CheckedIn(WAYS[way][1], at, field.said, None))
        elif field.settle():
            self.dismiss(CheckedIn(WAYS[way][1], at, field.said, field.promise))

    def _heard(self, promise: Promise) -> str:
        if self._card.ended:
            return ""
        if promise.latest is None:
            return "No day in that: no news yet."
        return echo(promise, self._card.starts_at.date(), self._session.settings.rules)
