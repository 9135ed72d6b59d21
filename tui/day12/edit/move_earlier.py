"""The dialog that asks when a step was really done, before the card moves."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label

from day12.commands.session import Session
from day12.edit.screen import StyledOnce
from day12.edit.when_field import WhenField
from day12.keys import DIALOG_KEYS
from day12_data.card import Card
from day12_data.kinds import Stage
from day12_data.text import clean


class MoveEarlierScreen(StyledOnce, ModalScreen[dt.datetime | None]):
    """The question for one step of one card."""

    BINDINGS: ClassVar[list[BindingType]] = list(DIALOG_KEYS)

    def __init__(self, session: Session, card: Card, stage: Stage) -> None:
        super().__init__()
        self._session = session
        self._card = card
        self._stage = stage

    def compose(self) -> ComposeResult:
        """The question and the line."""
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = Content(f"{clean(self._card.company)} → {self._stage.title}")
            yield Label("When was that? enter moves the card.", markup=False)
            yield WhenField(self._session, self._card.zone)

    def on_mount(self) -> None:
        """Start in the line."""
        self.query_one(WhenField).focus()

    @on(WhenField.Submitted)
    def _done(self) -> None:
        self.dismiss(self.query_one(WhenField).moment)

    def action_close(self) -> None:
        """Leave the card where it is."""
        self.dismiss(None)
