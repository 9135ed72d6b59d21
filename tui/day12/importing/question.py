"""A question of an import: its choices, each with a key, and a line for other words where those can be an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from day12.edit.inputs import LineInput
from day12.edit.keyed_list import KeyedList
from day12.importing.items import all_told
from day12_data.exchange.import_items import Question, answers_for_all
from day12_data.text import clean


class QuestionPanel(Vertical):
    """One question at a time; without one it isn't shown."""

    class Answered(Message):
        """The question was answered, and with it others that are like it."""

        def __init__(self, answers: Mapping[str, str]) -> None:
            super().__init__()
            self.answers = answers
            """The answer of each question, by the questions' keys."""

    def __init__(self) -> None:
        super().__init__(id="question")
        self.question: Question | None = None
        self._answers: dict[str, dict[str, str]] = {}

    def compose(self) -> ComposeResult:
        """What is asked, the choices, the line for other words."""
        with VerticalScroll(can_focus=False, id="asked"):
            yield Static(Content(""), id="asked-text")
        yield KeyedList({}, id="choices")
        yield LineInput(placeholder="or other words, then enter", id="other-words", compact=True, select_on_focus=False)

    def ask(self, questions: Sequence[Question]) -> None:
        """Ask the first of the open questions, or none."""
        self.question = question = questions[0] if questions else None
        self.display = question is not None
        if question is None:
            return
        self._say(question.text)
        line, choices = self.query_one(LineInput), self.query_one(KeyedList)
        line.display = question.typed
        line.value = ""
        choices.beside_words = question.typed
        self._answers = {
            _key(number): {question.key: choice} for number, choice in enumerate(question.choices, 1)
        } | answers_for_all(questions)
        told = {key: _told(answers) for key, answers in self._answers.items()}
        choices.show(told)

    def refuse(self, typed: str) -> None:
        """Say that what was typed is no answer; it stays."""
        if self.question:
            self._say(f"“{typed}” can't be read. {self.question.text}", refused=True)
            line = self.query_one(LineInput)
            line.value = typed
            line.focus()

    def focus_answer(self) -> None:
        """Go to the choices; to the line for words where those are what is wanted."""
        question = self.question
        words = question and question.typed and len(question.choices) < 2  # the one says that there is no answer
        self.query_one(LineInput if words else KeyedList).focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Answered(self._answers[event.option_id or ""]))

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        typed, question = clean(event.value), self.question
        if question and typed:
            self.post_message(self.Answered(self._answers.get(typed, {question.key: typed})))

    def on_key(self, event: events.Key) -> None:
        """Words that are typed at the choices go to the line for them."""
        line, choices, char = self.query_one(LineInput), self.query_one(KeyedList), event.character
        if line.display and not line.has_focus and char and event.is_printable:
            typed = choices.typed_on(char)
            if typed.isspace():  # that leaves out what is selected
                return
            event.stop()
            line.focus()
            line.insert_text_at_cursor(typed)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted at the choices goes to the line, too."""
        line = self.query_one(LineInput)
        if line.display and not line.has_focus:
            event.stop()
            line.focus()
            line.insert_text_at_cursor(clean(event.text))

    def _say(self, text: str, *, refused: bool = False) -> None:
        asked = self.query_one("#asked-text", Static)
        asked.update(Content(clean(text)))
        asked.set_class(refused, "-refused")
        self.query_one("#asked", VerticalScroll).scroll_home(animate=False)


def _key(number: int) -> str:
    """The key of a choice; those after the tenth have none, and the arrows lead to them."""
    return "0" if number == 10 else str(number)


def _told(answers: Mapping[str, str]) -> str:
    words = clean(next(iter(answers.values())))
    return words if len(answers) == 1 else all_told(answers)
