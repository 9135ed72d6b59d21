"""The form: an interview as one types it, each field read and echoed while it is typed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from day12 import help_texts
from day12.board.footer import Footer
from day12.commands.session import Session
from day12.edit.drafts import FORM, Drafts
from day12.edit.echoes import people_echo, when_echo
from day12.edit.form_field import AREAS, FIELDS, TO_COME, WORTH_FILLING, FormField
from day12.edit.inputs import LineInput
from day12.edit.promise_field import PromiseField
from day12.edit.screen import StyledOnce
from day12.edit.text_box import TextBox
from day12.keys import FORM_KEYS, key_of
from day12.labels import echo
from day12_data.board import EditError
from day12_data.card import Card, Promise
from day12_data.card import replace as with_fields
from day12_data.text import clean
from day12_data.typed.anchors import read_anchors
from day12_data.typed.entry import Entry, EntryError, entry_of, promise_moment, read_entry


class FormScreen(StyledOnce, Screen[Card | None]):
    """Add an interview, or edit one. What is typed is a draft until it is saved or thrown away."""

    HELP = help_texts.FORM

    BINDINGS: ClassVar[list[BindingType]] = list(FORM_KEYS)

    def __init__(self, session: Session, drafts: Drafts, card: Card | None, next_round_of: Card | None) -> None:
        super().__init__()
        self._session = session
        self._drafts = drafts
        self._card = card
        self._round_of = next_round_of
        self._at_first = self._entry_of_card()
        self._thrown_away: Entry | None = None
        self._echoed: Entry | None = None
        self._starts_at: dt.datetime | None = None
        self._fields: dict[str, FormField] = {}

    def compose(self) -> ComposeResult:
        """A line or an area for each field, with what was understood below it."""
        yield Static(self._title(), markup=False, id="form-title")
        with VerticalScroll(can_focus=False):
            yield from self._compose_fields(self._draft or self._at_first)
        yield Label("", markup=False, id="problem")
        yield Footer(FORM_KEYS)

    def on_mount(self) -> None:
        """Start with the first field that is worth filling and empty, and say how the others are read."""
        if self._draft:
            keep, throw = key_of(self.app, "form_close"), key_of(self.app, "form_throw_away")
            title = f"{self._title()} · your draft is back: {keep} keeps it, {throw} throws it away"
            self.query_one("#form-title", Static).update(title)
        for area in self.query(TextArea):
            area.move_cursor(area.document.end)
        self._focus_first()
        self._echo()

    def on_resize(self) -> None:
        """Lay out the fields anew, with what has to be answered in sight."""
        self._promised.fit(self.size.height)
        for field in self._fields.values():
            field.keep_in_sight()

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(PromiseField.Changed)
    def _typed(self) -> None:
        self.query_one("#problem", Label).update("")
        self._echo()
        self._keep_draft()

    @on(Input.Submitted)
    @on(PromiseField.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Hand the card back; where a field can't be read, say why and go there, and to a question that is open."""
        try:
            card = self._read(self._entry())
        except EditError as error:
            if isinstance(error, EntryError):
                self._fields[error.field].say(str(error), refused=True)
                self.query_one(f"#{error.field}").focus()
            self.query_one("#problem", Label).update(f"✗ Not saved: {error}")
            return
        if self._promised.settle():
            self._drafts.discard(FORM, self._draft_name)
            self.dismiss(with_fields(card, promise=self._promised.promise))

    def action_take_offer(self) -> None:
        """Keep the likeliest of the times that they named, or ask about them again."""
        self._promised.take_first()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave ctrl+y to the boxes for text, where it does again what was undone, while nothing is asked."""
        if action == "take_offer" and isinstance(self.focused, TextBox):
            return self._promised.is_open or self.focused in self._promised.query(TextArea)
        return super().check_action(action, parameters)

    def action_close(self) -> None:
        """Close; what was typed comes back when the form is opened again."""
        self._keep_draft()
        if self._draft:
            self.notify("What you typed is kept for the next time you open this form.", markup=False)
        self.dismiss(None)

    def action_throw_away(self) -> None:
        """Throw away what was typed, and bring it back the next time."""
        typed = self._entry()
        back, self._thrown_away = self._thrown_away, typed
        if typed == self._at_first:
            if back is None:
                return
            entry, said = back, "What you typed is back."
        else:
            entry, said = self._at_first, f"Thrown away: {key_of(self.app, 'form_throw_away')} brings it back."
        self._put(entry)
        self.query_one("#form-title", Static).update(self._title())
        self.notify(said, markup=False)

    @property
    def _draft_name(self) -> str:
        return self._card.id if self._card else f"new {self._round_of.id if self._round_of else ''}"

    @property
    def _draft(self) -> Entry | None:
        return self._drafts.get(FORM, self._draft_name)

    @property
    def _promised(self) -> PromiseField:
        return self.query_one("#promised", PromiseField)

    @property
    def _forward(self) -> bool:
        """Whether the interview is to come: a next round, one whose time isn't known, one that didn't take place."""
        card = self._card
        return bool(self._round_of) if card is None else not card.time_known or card.missed_at is not None

    def _title(self) -> str:
        if self._card:
            return f"Edit {clean(self._card.company)}"
        return f"Next round with {clean(self._round_of.company)}" if self._round_of else "Add an interview"

    def _compose_fields(self, entry: Entry) -> Iterator[Widget]:
        for name, (label, example) in FIELDS.items():
            text = getattr(entry, name)
            content: Widget
            if name == "promised":
                content = self._compose_promised(text, example)
            elif name in AREAS:
                content = TextBox(text, placeholder=example, id=name)
            else:
                example_now = TO_COME if name == "when" and self._forward else example
                content = LineInput(text, placeholder=example_now, id=name, compact=True)
            self._fields[name] = FormField(label, content)
            yield self._fields[name]

    def _compose_promised(self, said: str, example: str) -> PromiseField:
        card = self._card
        known = card.promise if card else None
        return PromiseField(
            self._session.settings,
            promise_moment(card, card) if card else self._session.clock(),
            self._echo_promise,
            known=known,
            said=said,
            placeholder=example,
            id="promised",
        )

    def _focus_first(self) -> None:
        entry = self._entry()
        name = next((name for name in WORTH_FILLING if not getattr(entry, name)), WORTH_FILLING[0])
        self.query_one(f"#{name}").focus()

    def _put(self, entry: Entry) -> None:
        """Fill the fields with other text."""
        for name, field in self._fields.items():
            field.text = getattr(entry, name)

    def _entry_of_card(self) -> Entry:
        if self._card:
            return entry_of(self._card, self._session.zone)
        if self._round_of:
            return replace(entry_of(self._round_of, self._session.zone), when="", promised="", notes="")
        return Entry()

    def _entry(self) -> Entry:
        return Entry(**{name: field.text for name, field in self._fields.items()})

    def _keep_draft(self) -> None:
        entry = self._entry()
        if entry != self._at_first:
            self._drafts.put(FORM, self._draft_name, draft=entry)
        else:
            self._drafts.discard(FORM, self._draft_name)

    def _read(self, entry: Entry) -> Card:
        """The card as typed, with the promise that it had: the field for that reads its own words."""
        session = self._session
        entry = replace(entry, promised=self._at_first.promised)
        card = read_entry(entry, session.clock(), session.zone, session.settings, self._card, forward=self._forward)
        if self._round_of:
            # How often an anchor was used counts on: they remember it too.
            anchors = read_anchors(entry.anchors, self._round_of.anchors)
            return with_fields(card, round_of=self._round_of.id, anchors=anchors)
        return card

    def _echo(self) -> None:
        """Say below each field how it is read; a refusal says why."""
        typed = self._entry()
        self._fields["promised"].keep_in_sight()  # it says itself how it is read
        if typed == self._echoed:
            return
        self._echoed = typed
        self._fields["people"].say(*people_echo(typed.people))
        for name in ("company", "when", "length"):
            self._fields[name].say("")
        try:
            card = self._read(replace(typed, company=typed.company or "-", people=""))
        except EntryError as error:
            self._fields[error.field].say(str(error), refused=True)
            return
        self._starts_at = card.starts_at
        self._promised.said_at(promise_moment(card, self._card))
        self._fields["when"].say(*when_echo(typed.when, card, self._session.clock()))

    def _echo_promise(self, promise: Promise) -> str:
        day = self._starts_at or (self._card.starts_at if self._card else promise.given_at)
        return echo(promise, day.date(), self._session.settings.rules)
