"""The dialog that asks when a step was really done, before the card moves."""

from __future__ import annotations

import datetime as dt

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Label

from day12.commands.session import Session
from day12.edit.dialog import Dialog
from day12.edit.when_field import WhenField
from day12_data.card import Card
from day12_data.kinds import Stage
from day12_data.text import clean


class MoveEarlierScreen(Dialog[dt.datetime]):
    """The question for one step of one card."""

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
