"""The line that says when something really was: empty it is now; what is typed is read and shown below it."""

from __future__ import annotations

import datetime as dt

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Label

from day12.commands.session import Session
from day12.edit.inputs import LineInput
from day12_data.dates.days import local_text
from day12_data.typed.when import read_past


class WhenField(Vertical):
    """When it was."""

    class Changed(Message):
        """Something else was typed."""

    class Submitted(Message):
        """Enter was pressed, and what is typed can be read."""

    def __init__(self, session: Session, zone: str, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        """A line for a moment.

        Args:
            session: The clock, and how days are written.
            zone: The interview's zone, whose time is shown too where it differs.
            id: The widget's id; the line in it is `#when`.
        """
        super().__init__(id=id)
        self._session = session
        self._zone = zone

    def compose(self) -> ComposeResult:
        """The line, and how it is read."""
        with Horizontal(classes="field"):
            yield Label("When")
            yield LineInput(placeholder="now, or: yesterday 4pm", id="when", compact=True)
        yield Label("", markup=False, id="when-echo", classes="echo")

    def on_mount(self) -> None:
        """Nothing is typed yet."""
        self.query_one("#when-echo").display = False

    @property
    def moment(self) -> dt.datetime | None:
        """When it was; None where what is typed can't be read."""
        try:
            return self._read()
        except ValueError:
            return None

    def settle(self) -> bool:
        """Whether what is typed can be read; where it can't, go there, where the reason stands."""
        if self.moment is None:
            self.query_one(Input).focus()
            return False
        return True

    def focus(self, scroll_visible: bool = True) -> WhenField:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go to the line."""
        self.query_one(Input).focus(scroll_visible)
        return self

    def on_key(self, event: events.Key) -> None:
        """The arrows lead out of the line."""
        if event.key in ("up", "down"):
            event.stop()
            event.prevent_default()
            if event.key == "down":
                self.screen.focus_next()
            else:
                self.screen.focus_previous()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        echo = self.query_one("#when-echo", Label)
        try:
            text, refused = local_text(self._read(), self._zone, self._session.clock()), False
        except ValueError as error:
            text, refused = str(error), True
        echo.update(text)
        echo.display = bool(event.value.strip())
        echo.set_class(refused, "-refused")
        self.post_message(self.Changed())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.settle():
            self.post_message(self.Submitted())

    def _read(self) -> dt.datetime:
        session = self._session
        return read_past(
            self.query_one(Input).value, session.clock(), session.zone, day_first=session.settings.day_first
        )
