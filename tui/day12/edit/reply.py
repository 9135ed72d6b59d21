"""They answered, or didn't do as they had said: when, in which words, and what kind of answer it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import OptionList

from day12 import help_texts
from day12.commands.session import Session
from day12.edit.drafts import REPLY, Drafts
from day12.edit.promise_field import PromiseField
from day12.edit.said_dialog import SaidDialog
from day12.edit.when_field import WhenField
from day12.keys import REPLY_KEYS
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


class ReplyScreen(SaidDialog[Answer]):
    """Their words, read as a promise while they are typed, when they said them, and the kinds of answer."""

    BINDINGS: ClassVar[list[BindingType]] = list(REPLY_KEYS)
    HELP = help_texts.REPLY
    no_day = "No day in that: enter records it as no news yet."

    def __init__(self, session: Session, drafts: Drafts, card: Card) -> None:
        super().__init__(session, drafts, card, REPLY)
        # The kind that was chosen while a question about their words was open, and those words.
        self._wanted = (AnswerKind.PROMISE, "")

    def compose(self) -> ComposeResult:
        """When, the words with how they are read, the kinds of answer."""
        kinds = kinds_for(self._card)
        yield from self.fields(
            f"{clean(self._card.company)} replied",
            "↑ when · ↓ what kind of answer",
            "such as: another week",
            {key: words for key, (kind, words) in KEYS.items() if kind in kinds},
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

    @on(OptionList.OptionSelected, "#answers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(KEYS[event.option_id or "p"][0])

    def _choose(self, kind: AnswerKind) -> None:
        at, field = self.moment(), self.said
        if at is None:
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
