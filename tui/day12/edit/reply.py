"""The dialog for what they answered: when, in which words, and what kind of answer it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.widgets import OptionList

from day12 import help_texts
from day12.commands.session import Session
from day12.edit.drafts import REPLY, Drafts
from day12.edit.keyed_list import KeyedList
from day12.edit.promise_field import PromiseField
from day12.edit.said_dialog import SaidDialog
from day12.edit.when_field import WhenField
from day12_data.answers import AnswerKind, kinds_for, kinds_without_day
from day12_data.card import Card, Promise
from day12_data.text import clean

KEYS = {
    "p": AnswerKind.PROMISE,
    "w": AnswerKind.NO_NEWS,
    "r": AnswerKind.NEXT_ROUND,
    "o": AnswerKind.OFFER,
    "n": AnswerKind.NO,
    "k": AnswerKind.NOT_KEPT,
    "m": AnswerKind.MISSED,
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


class ReplyScreen(SaidDialog[Answer]):
    """Their words, read as a promise while they are typed, when they said them, and the kinds of answer."""

    HELP = help_texts.REPLY
    takes_unread = True
    no_day = "No day in that: what does it mean?"

    def __init__(self, session: Session, drafts: Drafts, card: Card) -> None:
        super().__init__(session, drafts, card, REPLY)
        # The kind that was chosen while a question about their words was open, and those words.
        self._wanted = (AnswerKind.PROMISE, "")
        self._without_day = False
        """Whether the kinds of answer are those of words that name no day."""

    def compose(self) -> ComposeResult:
        """When, the words with how they are read, the kinds of answer."""
        yield from self.fields(
            f"{clean(self._card.company)} replied",
            "↑ when · ↓ what kind · enter records",
            "such as: another week",
            self._answers(),
        )

    def on_mount(self) -> None:
        """Start with their words."""
        self.said.focus()

    @on(WhenField.Submitted)
    def _when_done(self) -> None:
        self.said.focus()

    @on(PromiseField.Submitted)
    def _words_done(self) -> None:
        kind, said = self._wanted
        self._choose(kind if said == self.said.said else AnswerKind.PROMISE)

    @on(PromiseField.Changed)
    def _words_read(self) -> None:
        if self._without_day != self.said.names_no_day:
            self._without_day = self.said.names_no_day
            self.query_one(KeyedList).show(self._answers())

    @on(OptionList.OptionSelected, "#answers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(KEYS[event.option_id or "p"])

    def _answers(self) -> dict[str, str]:
        """The kinds of answer by their keys: a promise first, but for words that name no day."""
        kinds = kinds_without_day(self._card) if self._without_day else kinds_for(self._card)
        return {key: kind.words for key, kind in KEYS.items() if kind in kinds}

    def _choose(self, kind: AnswerKind) -> None:
        at, field = self.moment(), self.said
        if at is None:
            return
        if kind is AnswerKind.PROMISE and not field.said:
            self.notify("Type what they said, such as “another week”.", severity="warning", markup=False)
            field.focus()
            return
        if kind is AnswerKind.PROMISE and field.names_no_day:
            self.query_one(KeyedList).focus()
            return
        self._wanted = (kind, field.said)
        if kind not in _WITH_DAY:
            self.dismiss(Answer(kind, at, field.said))
        elif field.settle():
            self.dismiss(Answer(kind, at, field.said, field.promise))
