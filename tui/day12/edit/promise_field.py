"""The field for what they said: read while it is typed; where that leaves a choice, the times are listed below it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Label, TextArea

from day12.edit.choice_list import ChoiceList
from day12.edit.said import Known, Said, answer_of, heard_line, promise_of, read_anew
from day12.edit.said_box import SaidBox
from day12_data.card import Promise
from day12_data.promise import Ask, Choice
from day12_data.settings import Settings
from day12_data.text import clean_lines, without_controls

_LOW = 16


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
        takes_unread: bool = False,
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
            takes_unread: Whether enter takes words whose time can't be read; else it says first why.
            id: The widget's id; the box with the words is `#said` in it.
        """
        super().__init__(id=id)
        self._settings = settings
        self._on = on
        self._echo = echo
        self._known = Known(known, answer_of(known, settings)) if known else None
        self._first_said = said if said is not None else (known.said if known else "")
        self._placeholder = placeholder
        self._takes_unread = takes_unread
        self._read = Said()
        self._asked_once = False
        """Whether `settle` has led to the question that is open."""

    def compose(self) -> ComposeResult:
        """The words, how they are read, the list."""
        yield SaidBox(clean_lines(self._first_said), placeholder=self._placeholder, id="said")
        yield Label("", markup=False, id="heard", classes="echo")
        yield ChoiceList()

    def on_mount(self) -> None:
        """Say how the first words are read, and go on behind them."""
        self._box.move_cursor(self._box.document.end)
        self._read_anew()

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
        return self._read.choice

    @property
    def is_open(self) -> bool:
        """Whether a question is open: times to choose from, or words that can't be read."""
        return self._read.is_open

    @property
    def names_no_day(self) -> bool:
        """Whether there are words, and none of them is a day, can be read as one, or was kept as one."""
        return bool(self.said) and not self._read.listed and self._read.choice is None

    @property
    def promise(self) -> Promise | None:
        """What to keep on the card; None for no words. While a question is open it is the words alone."""
        if not self.said:
            return None
        return promise_of(self._read, self.said, self._on, self._known)

    def said_at(self, on: dt.datetime) -> None:
        """Count from another moment; an answer stands where the same words are still among the choices."""
        if on != self._on:
            self._on = on
            self._read_anew()

    def focus(self, scroll_visible: bool = True) -> PromiseField:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go to the words."""
        self._box.focus(scroll_visible)
        return self

    def fit(self, rows: int) -> None:
        """Fit into a screen of so many rows: in few, the words and the times in them leave each other room."""
        self.set_class(rows < _LOW, "-low")

    def type(self, text: str) -> None:
        """Go to the words, and type behind them."""
        self._box.focus()
        self._box.move_cursor(self._box.document.end)
        self._box.insert(without_controls(text))

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
        if self._read.listed:
            self._list.focus()
        else:
            self._box.focus()
        return False

    def take_first(self) -> None:
        """Keep the likeliest choice; where one was kept already, ask again."""
        if self._read.listed:
            self._answered(self._read.listed[0])
        elif isinstance(self._read.reading, Ask):
            self._set(Said(self._read.reading))
            self._list.focus()

    def keep(self, choice: Choice | None) -> None:
        """Keep this choice, or the words alone."""
        self._set(self._read.answered(choice))

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
        self._read_anew()

    @on(SaidBox.Submitted)
    def _submitted(self, event: SaidBox.Submitted) -> None:
        event.stop()
        if (self._takes_unread and not self._read.listed) or self.settle():
            self.post_message(self.Submitted())

    @on(ChoiceList.LookedAt)
    def _looked_at(self, event: ChoiceList.LookedAt) -> None:
        event.stop()
        self._box.show(event.choice.spans[0])

    @on(ChoiceList.TypedOn)
    def _typed_on(self, event: ChoiceList.TypedOn) -> None:
        event.stop()
        self.type(event.text)

    @on(ChoiceList.Chosen)
    def _chosen(self, event: ChoiceList.Chosen) -> None:
        event.stop()
        self._answered(event.choice)

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

    def _read_anew(self) -> None:
        self._set(read_anew(self._read, self._box.text, self._on, self._settings, self._known))

    def _set(self, said: Said) -> None:
        self._read = said
        self._show()
        self.post_message(self.Changed())

    def _show(self) -> None:
        """Mark the words that were read, and say below them how."""
        heard = self.query_one("#heard", Label)
        self._list.offer(self._read.listed, self._on)
        self._box.mark(self._read.marks)
        kept = self.promise
        heard.update(
            heard_line(
                self._read,
                self._echo(kept) if kept else "",
                choosing=self._list.has_focus,
                asked_again=self._asked_once,
            )
        )
        heard.display = self._read.reading is not None
        heard.set_class(self.is_open, "-open")
        heard.set_class(self.is_open and not self._read.listed, "-refused")
