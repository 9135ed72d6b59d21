"""How did it end? One key, and the card is in the archive."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from day12.keys import OUTCOME_KEYS
from day12_data.card import Card, Outcome
from day12_data.text import clean

_WORDS = {
    Outcome.ACCEPTED: "a  they made an offer, and I accepted",
    Outcome.DECLINED: "d  they made an offer, and I declined",
    Outcome.REJECTED: "r  rejected: kept warm, for the runner-up can end up with the crown",
    Outcome.WITHDREW: "w  I withdrew",
    Outcome.SILENT: "s  they never answered",
}


class OutcomeScreen(ModalScreen[Outcome | None]):
    """The outcomes, by letter, arrows or mouse."""

    BINDINGS: ClassVar[list[BindingType]] = list(OUTCOME_KEYS)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card = card

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="dialog"):
            yield Label(f"How did it end with {clean(self._card.company)}?", markup=False, classes="question")
            yield OptionList(*(Option(words, id=outcome.value) for outcome, words in _WORDS.items()), markup=False)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(Outcome(event.option_id))

    def action_outcome(self, value: str) -> None:
        """Choose an outcome by its letter."""
        self.dismiss(Outcome(value))

    def action_close(self) -> None:
        """Leave the card where it is."""
        self.dismiss(None)
