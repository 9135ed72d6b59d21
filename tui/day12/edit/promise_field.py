"""The field for what they said: read while it is typed; where that leaves a choice, the times are listed below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label, OptionList, TextArea
from textual.widgets.option_list import Option

from day12.edit.text_box import TextBox
from day12.labels import choice_line
from day12_data.card import Promise
from day12_data.promise import Ask, Choice, Reading, Refused, Window, promise, read_promise
from day12_data.settings import Settings
from day12_data.text import clean_lines
from day12_data.typed.entry import chosen_again

NONE = "0"
_NONE_LINE = f"{NONE}  none of these: keep the words, no day"


class Answer(NamedTuple):
    """What was answered to a question: the words of the choice, or None for the words alone and no day."""

    words: str | None
    asked: tuple[str, ...]
    """What the question was, so that another one is asked anew."""


class SaidBox(TextBox):
    """The words. A paste of several lines stays whole; enter says that they are done, and the arrows lead out."""

    class Submitted(Message):
        """Enter was pressed."""

    marks: tuple[tuple[int, int], ...] = ()
    """Where in the text the words stand that were read."""
    mark_style = "bold underline"

    def mark(self, marks: tuple[tuple[int, int], ...]) -> None:
        """Show which words were read."""
        if marks != self.marks:
            self.marks = marks
            self.notify_style_update()

    def get_line(self, line_index: int) -> Text:
        """A line with the words marked that were read."""
        line = super().get_line(line_index)
        before = sum(len(self.document.get_line(above)) + 1 for above in range(line_index))
        for start, end in self.marks:
            if end > before and start - before < len(line):
                line.stylize(self.mark_style, max(0, start - before), end - before)
        return line

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        self.replace(clean_lines(event.text), *self.selection, maintain_selection_offset=False)
        self.focus()

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go down a line, or from the last one out of the box."""
        if self.cursor_at_last_line and not select:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go up a line, or from the first one out of the box."""
        if self.cursor_at_first_line and not select:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)


class ChoiceList(OptionList):
    """The times that were found, each chosen by its digit, with enter or the mouse; up from the first leads out."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        if event.character and event.character.isdecimal():
            event.stop()
            if any(option.id == event.character for option in self.options):
                self.highlighted = self.get_option_index(event.character)
                self.action_select()

    def action_cursor_up(self) -> None:
        """Go up, or from the first one back to the words."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to the words without an answer."""
        self.screen.focus_previous()


class PromiseField(Vertical):
    """What they said: the words, below them how they are read, and a list where they have to be asked about."""

    class Changed(Message):
        """The words changed, or a question was answered: the field's `promise` and `is_open` say how it stands."""

    class Submitted(Message):
        """The user is done with the field: enter in words that leave nothing open, or an answer after `settle`."""

    def __init__(
        self,
        settings: Settings,
        on: dt.datetime,
        echo: Callable[[Promise], str],
        *,
        known: Promise | None = None,
        said: str | None = None,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        """A field for words that are said at a moment.

        Args:
            settings: How days are written, and which are off.
            on: The moment at which it is said, in the interview's zone; `said_at` sets another.
            echo: How the promise is told below the words.
            known: A promise that was kept before: while its words stay, nothing is asked again.
            said: The words to start with, where they are others than those of `known`.
            placeholder: What stands in the empty field.
            id: The widget's id; the box with the words is `#said` in it.
        """
        super().__init__(id=id)
        self._settings = settings
        self._on = on
        self._echo = echo
        self._known = known
        self._first_said = said if said is not None else (known.said if known else "")
        self._placeholder = placeholder
        self._reading: Reading | None = None
        self._answer: Answer | None = None
        self._known_answer = self._answer_of(known) if known else None
        self._asked_once = False
        """Whether `settle` has led to the question that is open."""

    def compose(self) -> ComposeResult:
        """The words, how they are read, the list."""
        yield SaidBox(clean_lines(self._first_said), placeholder=self._placeholder, id="said")
        yield Label("", markup=False, id="heard", classes="echo")
        choices = ChoiceList(id="choices", markup=False)
        choices.display = False
        yield choices

    def on_mount(self) -> None:
        """Say how the first words are read."""
        self._read()

    # What the screen asks.

    @property
    def said(self) -> str:
        """What was typed, whole."""
        return clean_lines(self._box.text)

    @said.setter
    def said(self, text: str) -> None:
        self._box.text = text

    @property
    def choice(self) -> Choice | None:
        """The time that counts, or None where there is none, or none was kept, or it is still open."""
        match self._reading:
            case Window(choice=choice):
                return choice
            case Ask(choices=choices) if self._answer:
                return next((each for each in choices if each.words == self._answer.words), None)
        return None

    @property
    def is_open(self) -> bool:
        """Whether a question is open: times to choose from, or words that can't be read."""
        return isinstance(self._reading, Ask | Refused) and self._answer is None

    @property
    def promise(self) -> Promise | None:
        """What to keep on the card; None for no words. While a question is open it is the words alone."""
        if not self.said:
            return None
        made, known = promise(self.said, self._on, self.choice), self._known
        as_before = known and (known.said, known.given_at) == (made.said, made.given_at)
        # A card of an older day12 may have been read otherwise: its window stays while its words do.
        return known if as_before and self._answer == self._known_answer else made

    def said_at(self, on: dt.datetime) -> None:
        """Count from another moment; an answer stands where the same words are still among the choices."""
        if on != self._on:
            self._on = on
            self._read()

    def focus(self, scroll_visible: bool = True) -> PromiseField:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go to the words."""
        self._box.focus(scroll_visible)
        return self

    def settle(self) -> bool:
        """Whether what was typed can be kept: where a question is open go there, and the second time keep the words.

        After an answer to a question that this has led to, the field is `Submitted`.
        """
        if not self.is_open:
            return True
        if self._asked_once:
            self.keep(None)
            return True
        self._asked_once = True
        self._show()
        if isinstance(self._reading, Ask):
            self._list.focus()
        else:
            self._box.focus()
        return False

    def take_first(self) -> None:
        """Keep the likeliest choice; where one was kept already, ask again."""
        if not isinstance(self._reading, Ask):
            return
        if self._answer is None:
            self._answered(self._reading.choices[0])
        else:
            self._answer = None
            self._show()
            self._list.focus()
            self.post_message(self.Changed())

    def keep(self, choice: Choice | None) -> None:
        """Keep this choice, or the words alone."""
        self._answer = Answer(choice.words if choice else None, _asked(self._reading))
        self._show()
        self.post_message(self.Changed())

    # What happens in the field.

    @property
    def _box(self) -> SaidBox:
        return self.query_one(SaidBox)

    @property
    def _list(self) -> ChoiceList:
        return self.query_one(ChoiceList)

    @on(TextArea.Changed)
    def _typed(self, event: TextArea.Changed) -> None:
        event.stop()
        self._asked_once = False
        self._read()

    @on(SaidBox.Submitted)
    def _submitted(self, event: SaidBox.Submitted) -> None:
        event.stop()
        if self.settle():
            self.post_message(self.Submitted())

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if isinstance(self._reading, Ask):
            self._answered(None if event.option_id == NONE else self._reading.choices[event.option_index])

    def on_descendant_focus(self) -> None:
        """The keys that are said are those of where one is."""
        self._show()

    def on_descendant_blur(self) -> None:
        """See above."""
        self._show()

    def _answered(self, choice: Choice | None) -> None:
        done, self._asked_once = self._asked_once, False
        self._box.focus()
        self.keep(choice)
        if done:
            self.post_message(self.Submitted())

    def _answer_of(self, known: Promise) -> Answer | None:
        """The answer that was given when a promise was kept."""
        reading = self._read_text(known.said, known.given_at)
        if known.latest is None:
            return Answer(None, _asked(reading))
        choice = chosen_again(known, self._settings, reading) if isinstance(reading, Ask) else None
        return Answer(choice.words, _asked(reading)) if choice else None

    def _read_text(self, text: str, on: dt.datetime) -> Reading | None:
        if not text.strip():
            return None
        days_off = self._settings.rules.days_off
        return read_promise(text, on, day_first=self._settings.day_first, days_off=days_off)

    def _read(self) -> None:
        self._reading = self._read_text(self._box.text, self._on)
        if self._answer and not self._still(self._answer):
            self._answer = None
        if self._answer is None and self._known and self.said == clean_lines(self._known.said):
            self._answer = self._known_answer
        self._show()
        self.post_message(self.Changed())

    def _still(self, answer: Answer) -> bool:
        """Whether an answer stands for the words as they are now."""
        asked = _asked(self._reading)
        return answer.words in asked if answer.words else answer.asked == asked

    def _show(self) -> None:
        """Mark the words that were read, and say below them how."""
        reading, box, choices = self._reading, self._box, self._list
        listed = reading.choices if isinstance(reading, Ask) and self._answer is None else ()
        lines = [f"{number}  {choice_line(each, self._on)}" for number, each in enumerate(listed, 1)]
        if lines and lines != [str(option.prompt) for option in choices.options[:-1]]:
            options = (Option(line, id=line[0]) for line in [*lines, _NONE_LINE])
            choices.clear_options()
            choices.add_options(options)
            choices.highlighted = 0
        choices.display = bool(lines)
        box.mark(self._marks())
        heard = self.query_one("#heard", Label)
        heard.update(self._words())
        heard.display = reading is not None
        heard.set_class(self.is_open, "-open")
        heard.set_class(isinstance(reading, Refused) and self.is_open, "-refused")

    def _marks(self) -> tuple[tuple[int, int], ...]:
        if self.choice:
            return self.choice.spans
        match self._reading:
            case Ask(choices=choices) if self._answer is None:
                return tuple(span for each in choices for span in each.spans)
            case Refused(at=(start, end)) if self._answer is None:
                return ((start, end),)
        return ()

    def _words(self) -> str:
        """How the words are read, or what is asked about them, with the keys."""
        kept = self.promise
        match self._reading:
            case Ask(message=message) if self._answer is None:
                keys = "Digit or enter keeps one." if self._list.has_focus else "ctrl+y: 1 · enter: choose"
                return f"{message} {keys}"
            case Refused(message=message) if self._answer is None:
                return f"{message} Once more keeps the words, no day." if self._asked_once else message
            case Ask() if kept:
                return f"{self._echo(kept)} · ctrl+y asks again"
        return self._echo(kept) if kept else ""


def _asked(reading: Reading | None) -> tuple[str, ...]:
    """What a reading asks: the words of its choices, or why it is refused."""
    match reading:
        case Ask(choices=choices):
            return tuple(each.words for each in choices)
        case Refused(message=message):
            return (message,)
    return ()
