"""They replied: with a new promise, the next round, an offer, a no, or no news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from day12.context import Context
from day12.edit.inputs import LineInput
from day12.keys import REPLY_KEYS
from day12.labels import echo, refusal
from day12_data.card import Card, Promise, ReplyKind
from day12_data.text import clean
from day12_data.typed.entry import EntryError, promise_given

_WORDS = {
    ReplyKind.PROMISE: "a new promise: the words above start a new window",
    ReplyKind.NO_NEWS: "no news yet",
    ReplyKind.NEXT_ROUND: "the next round: a new card for the same people",
    ReplyKind.OFFER: "an offer",
    ReplyKind.NO: "a no",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What they answered; the promise is there only with a new promise."""

    kind: ReplyKind
    said: str
    promise: Promise | None = None


class ReplyScreen(ModalScreen[Answer | None]):
    """Their words, read as a promise while they are typed, and what kind of answer it is."""

    BINDINGS: ClassVar[list[BindingType]] = list(REPLY_KEYS)

    def __init__(self, context: Context, card: Card) -> None:
        super().__init__()
        self.context = context
        self._card = card
        self._offer = ""

    def compose(self) -> ComposeResult:
        """The words, how they are read, and the kinds of answer."""
        with Vertical(classes="dialog"):
            yield Label(f"{clean(self._card.company)} replied", markup=False, classes="question")
            yield LineInput(placeholder="what they said, such as: another week", id="said", compact=True)
            yield Label("", markup=False, id="echo")
            yield OptionList(*(Option(words, id=kind.value) for kind, words in _WORDS.items()), markup=False)

    @on(Input.Changed)
    def _read(self, event: Input.Changed) -> None:
        shown = self.query_one("#echo", Label)
        self._offer = ""
        try:
            promise = self._promise(event.value)
        except EntryError as error:
            self._offer = error.offer
            shown.update(refusal(str(error), error.offer))
            shown.add_class("-refused")
        else:
            day = self._card.starts_at.date()
            shown.update(_heard(promise, echo(promise, day, self.context.settings.rules)) if promise else "")
            shown.remove_class("-refused")

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._choose(ReplyKind.PROMISE)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self._choose(ReplyKind(event.option_id))

    def action_close(self) -> None:
        """Record nothing."""
        self.dismiss(None)

    def _choose(self, kind: ReplyKind) -> None:
        said = clean(self.query_one("#said", Input).value)
        if kind is not ReplyKind.PROMISE:
            self.dismiss(Answer(kind, said))
            return
        try:
            promise = self._promise(said)
        except EntryError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        if promise is None:
            self.notify("Type what they said, such as “another week”.", severity="warning", markup=False)
            self.query_one("#said").focus()
            return
        # Words without a day are no new promise: the one that they gave before still stands.
        self.dismiss(Answer(kind, said, promise) if promise.latest else Answer(ReplyKind.NO_NEWS, said))

    def action_take_offer(self) -> None:
        """Keep only the part of their words that says when."""
        if self._offer:
            self.query_one("#said", Input).value = self._offer

    def action_kinds(self) -> None:
        """Go from the words to the kinds of answer."""
        self.query_one(OptionList).focus()

    def _promise(self, said: str) -> Promise | None:
        now = self._card.local(self.context.clock())
        return promise_given(said, now, self.context.settings)


def _heard(promise: Promise, reading: str) -> str:
    return reading if promise.latest else "No day in that: enter records it as no news yet."
