"""A dialog with one question and a key for each answer."""

from __future__ import annotations

from collections.abc import Mapping

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from day12.edit.dialog import Dialog
from day12.edit.keyed_list import KeyedList


class ChoiceScreen(Dialog[str]):
    """The question with its answers; the first is chosen with enter, and esc chooses none."""

    def __init__(self, question: str, answers: Mapping[str, str], *, note: str = "") -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        self._note = note

    def compose(self) -> ComposeResult:
        """What there is to know, the question, the answers."""
        with Vertical(classes="dialog"):
            if self._note:
                with VerticalScroll(classes="note", can_focus=False):
                    yield Static(Content(self._note))
            yield Static(Content(self._question), classes="question")
            yield KeyedList(self._answers)

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option_id)
