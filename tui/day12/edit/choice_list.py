"""The times in what they said: a list in which one of them is chosen, or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input, OptionList, TextArea
from textual.widgets.option_list import Option

from day12.labels import choice_line
from day12_data.promise import Choice
from day12_data.text import clean, without_controls

_NONE = "0"
_NONE_LINE = f"{_NONE}  none of these: keep the words, no day"


class ChoiceList(OptionList):
    """The times that were found, each chosen by its digit, with enter or the mouse; up from the first leads out.

    Who goes on typing is typing into the next field of the form, or else into the words above: no letter is lost here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    class Chosen(Message):
        """One of the times was chosen, or none of them."""

        def __init__(self, choice: Choice | None) -> None:
            super().__init__()
            self.choice = choice

    class LookedAt(Message):
        """The cursor has come to one of the times."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    class TypedOn(Message):
        """Something was typed that chooses nothing, or pasted, and no field for it follows in the form."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self) -> None:
        super().__init__(id="choices", markup=False)
        self.display = False
        self._offered: Sequence[Choice] = ()

    def offer(self, choices: Sequence[Choice], said_at: dt.datetime) -> None:
        """List the times of words that were said at a moment; without any the list isn't shown."""
        self._offered = choices
        self.display = bool(choices)
        lines = [f"{number}  {choice_line(each, said_at)}" for number, each in enumerate(choices, 1)]
        if lines and lines != [str(option.prompt) for option in self.options[:-1]]:
            self.set_options(Option(line, id=line[0]) for line in [*lines, _NONE_LINE])
            self.highlighted = 0

    def on_resize(self) -> None:
        """Keep the time that the cursor is on in sight."""
        self.scroll_to_highlight()

    def on_key(self, event: events.Key) -> None:
        """A digit chooses."""
        if event.character and event.character.isdecimal():
            event.stop()
            if any(option.id == event.character for option in self.options):
                self.highlighted = self.get_option_index(event.character)
                self.action_select()
        elif event.character and event.is_printable and not event.character.isspace():
            event.stop()
            event.prevent_default()
            self._type_on(event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted goes where what is typed goes."""
        event.stop()
        self._type_on(event.text)

    def _type_on(self, text: str) -> None:
        """Type into the field behind the list, where there is one."""
        chain = self.screen.focus_chain
        behind = chain[(chain.index(self) + 1) % len(chain)]
        match behind:
            case TextArea():
                behind.focus()
                behind.insert(without_controls(text))
            case Input():
                behind.focus()
                behind.insert_text_at_cursor(clean(text))
            case _:
                self.post_message(self.TypedOn(text))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self._offered:
            self.post_message(self.Chosen(None if event.option_id == _NONE else self._offered[event.option_index]))

    @on(OptionList.OptionHighlighted)
    def _highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if self.has_focus and event.option_index < len(self._offered):
            self.post_message(self.LookedAt(self._offered[event.option_index]))

    def action_cursor_up(self) -> None:
        """Go up, or from the first one back to the words."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Go back to the words without an answer."""
        self.screen.focus_previous()
