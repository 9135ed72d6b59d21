"""The dialogs about what they said: when it was, their words with how these are read, and below them a list of keys."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Label

from day12.commands.session import Session
from day12.edit.dialog import Dialog
from day12.edit.drafts import Drafts, Kind
from day12.edit.keyed_list import KeyedList
from day12.edit.promise_field import PromiseField
from day12.edit.when_field import WhenField
from day12.keys import SAID_KEYS
from day12.labels import echo
from day12_data.card import Card, Promise

T = TypeVar("T")


class SaidDialog(Dialog[T]):
    """What the dialogs have in common. Their words are kept as a draft until they are recorded."""

    BINDINGS: ClassVar[list[BindingType]] = list(SAID_KEYS)

    no_day = ""
    """What is said below words that name no day."""
    takes_unread = False
    """Whether enter takes words whose time can't be read: the dialog asks itself what they mean."""

    def __init__(self, session: Session, drafts: Drafts, card: Card, kind: Kind[str]) -> None:
        super().__init__()
        self._session = session
        self._drafts = drafts
        self._card = card
        self._kind = kind

    def fields(self, title: str, hint: str, placeholder: str, keys: Mapping[str, str]) -> ComposeResult:
        """When, the words, and what each key of the list means."""
        card, session = self._card, self._session
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = Content(title)
            dialog.border_subtitle = hint
            yield WhenField(session, card.zone)
            with Horizontal(classes="field"):
                yield Label("Said")
                yield PromiseField(
                    session.settings,
                    card.local(session.clock()),
                    self.heard,
                    said=self._drafts.get(self._kind, card.id) or "",
                    placeholder=placeholder,
                    takes_unread=self.takes_unread,
                    id="promised",
                )
            yield KeyedList(keys, beside_words=True, id="answers")

    def on_resize(self) -> None:
        """Leave room for what has to be answered."""
        self.said.fit(self.size.height)

    def heard(self, promise: Promise) -> str:
        """How the words are read."""
        if promise.latest is None:
            return self.no_day
        return echo(promise, self._card.starts_at.date(), self._session.settings.rules)

    @property
    def when(self) -> WhenField:
        """When it was."""
        return self.query_one(WhenField)

    @property
    def said(self) -> PromiseField:
        """Their words."""
        return self.query_one(PromiseField)

    def moment(self) -> dt.datetime | None:
        """When it was; where that can't be read, the cursor goes there, and it is None."""
        return self.when.moment if self.when.settle() else None

    def on_key(self, event: events.Key) -> None:
        """Words that are typed at the list go to their field."""
        answers = self.query_one(KeyedList)
        if answers.has_focus and event.character and event.is_printable:
            event.stop()
            event.prevent_default()
            self.said.type(answers.typed_on(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted at the list goes to the words."""
        if self.query_one(KeyedList).has_focus:
            event.stop()
            self.said.type(event.text)

    @on(WhenField.Changed)
    def _when_typed(self) -> None:
        at = self.when.moment
        if at is not None:
            self.said.said_at(self._card.local(at))

    @on(PromiseField.Changed)
    def _words_typed(self) -> None:
        self._drafts.put(self._kind, self._card.id, draft=self.said.said)

    def action_record(self) -> None:
        """Record what was typed with the answer that is selected in the list, wherever the cursor is."""
        self.query_one(KeyedList).action_select()

    def action_take_offer(self) -> None:
        """Keep the likeliest of the times that could be meant."""
        self.said.take_first()
