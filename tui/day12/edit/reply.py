"""They answered, or didn't do as they had said: when, in which words, and what kind of answer it is."""

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

from day12 import help_texts
from day12.commands.session import Session
from day12.edit.drafts import REPLY, Drafts
from day12.edit.keyed_list import KeyedList
from day12.edit.promise_field import PromiseField
from day12.edit.when_field import WhenField
from day12.keys import REPLY_KEYS
from day12.labels import echo
from day12_data.answers import AnswerKind, kinds_for
from day12_data.card import Card, Promise
from day12_data.text import clean

KEYS = {
    "p": (AnswerKind.PROMISE, "a new promise"),
    "w": (AnswerKind.NO_NEWS, "no news yet"),
    "r": (AnswerKind.NEXT_ROUND, "the next round"),
    "o": (AnswerKind.OFFER, "an offer, to answer by then"),
    "n": (AnswerKind.NO, "a no"),
    "k": (AnswerKind.NOT_KEPT, "they didn't do as they said"),
    "m": (AnswerKind.MISSED, "the interview didn't happen"),
}
# In these the day counts that their words name.
_WITH_DAY = (AnswerKind.PROMISE, AnswerKind.OFFER)


@dataclass(frozen=True, slots=True)
class Answer:
    """What they answered and when; the promise is what their words were read as, with an offer the day to answer by."""

    kind: AnswerKind
    at: dt.datetime
    said: str
    promise: Promise | None = None


class ReplyScreen(ModalScreen[Answer | None]):
    """Their words, read as a promise while they are typed, when they said them, and the kinds of answer."""

    HELP = help_texts.REPLY

    BINDINGS: ClassVar[list[BindingType]] = list(REPLY_KEYS)

    def __init__(self, session: Session, drafts: Drafts, card: Card) -> None:
        super().__init__()
        self._session = session
        self._drafts = drafts
        self._card = card
        # The kind that was chosen while a question about their words was open, and those words.
        self._wanted = (AnswerKind.PROMISE, "")

    def compose(self) -> ComposeResult:
        """When, the words with how they are read, the kinds of answer."""
        card, session = self._card, self._session
        kinds = kinds_for(card)
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = Content(f"{clean(card.company)} replied")
            dialog.border_subtitle = "↑ when · ↓ what kind of answer"
            yield WhenField(session, card.zone)
            with Horizontal(classes="field"):
                yield Label("Said")
                yield PromiseField(
                    session.settings,
                    card.local(session.clock()),
                    self._heard,
                    said=self._drafts.get(REPLY, card.id) or "",
                    placeholder="such as: another week",
                    id="promised",
                )
            yield KeyedList({key: words for key, (kind, words) in KEYS.items() if kind in kinds}, id="kinds")

    def on_mount(self) -> None:
        """Start with their words."""
        self.query_one(PromiseField).focus()

    @on(WhenField.Changed)
    def _when_typed(self) -> None:
        at = self.query_one(WhenField).moment
        if at is not None:
            self.query_one(PromiseField).said_at(self._card.local(at))

    @on(WhenField.Submitted)
    def _when_done(self) -> None:
        self.query_one(PromiseField).focus()

    @on(PromiseField.Changed)
    def _words_typed(self) -> None:
        self._drafts.put(REPLY, self._card.id, draft=self.query_one(PromiseField).said)

    @on(PromiseField.Submitted)
    def _words_done(self) -> None:
        kind, said = self._wanted
        self._choose(kind if said == self.query_one(PromiseField).said else AnswerKind.PROMISE)

    @on(OptionList.OptionSelected, "#kinds")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(KEYS[event.option_id or "p"][0])

    def action_take_offer(self) -> None:
        """Keep the likeliest of the times that could be meant."""
        self.query_one(PromiseField).take_first()

    def action_close(self) -> None:
        """Record nothing; the words are there again the next time."""
        self.dismiss(None)

    def _choose(self, kind: AnswerKind) -> None:
        when, field = self.query_one(WhenField), self.query_one(PromiseField)
        at = when.moment
        if at is None:
            when.settle()
            return
        if kind is AnswerKind.PROMISE and not field.said:
            self.notify("Type what they said, such as “another week”.", severity="warning", markup=False)
            field.focus()
            return
        self._wanted = (kind, field.said)
        if kind not in _WITH_DAY:
            self.dismiss(Answer(kind, at, field.said))
        elif field.settle():
            self.dismiss(Answer(kind, at, field.said, field.promise))

    def _heard(self, promise: Promise) -> str:
        if promise.latest is None:
            return "No day in that: enter records it as no news yet."
        return echo(promise, self._card.starts_at.date(), self._session.settings.rules)
