"""The form: an interview as one types it, each field read and echoed while it is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.screen import Screen
from textual.widgets import Input, Label, Static, TextArea

from day12.board.footer import Footer
from day12.context import Context
from day12.edit.inputs import LineInput
from day12.keys import FORM_KEYS
from day12.labels import echo, refusal
from day12_data.board import EditError
from day12_data.card import Card
from day12_data.card import replace as with_fields
from day12_data.dates.days import moment_text, time_text
from day12_data.letters.linkedin import facebook_advice
from day12_data.text import clean
from day12_data.typed.anchors import read_anchors
from day12_data.typed.entry import Entry, EntryError, entry_of, read_entry

_LINES = {
    "company": ("Company", "Northwind Traders"),
    "role": ("Role", "Data engineer"),
    "when": ("When", "today 14:30 · tue 10-11am · 2026-03-05 14:30"),
    "length": ("How long", "45 min · 1h30 · until 15:15"),
    "promised": ("They said", "what they said about when you'd hear: 7-10 days · by Friday"),
    "where": ("Where", "an address, or a video call"),
}
_ECHOED = ("when", "length", "promised")
_WORTH_FILLING = ("company", "role", "when", "promised")
_AREAS = {
    "people": ("People", "one a line: Dana Reyes, Head of Data <dana@northwind.example> linkedin.com/in/dana"),
    "anchors": ("Anchors", "one a line: book: The Goal"),
    "notes": ("Notes", ""),
}


class FormScreen(Screen[Card | None]):
    """Add an interview, or edit one. Closed with esc it keeps what was typed for the next time."""

    BINDINGS: ClassVar[list[BindingType]] = list(FORM_KEYS)

    def __init__(self, context: Context, card: Card | None = None, next_round_of: Card | None = None) -> None:
        super().__init__()
        self.context = context
        self._card = card
        self._round_of = next_round_of
        self._offer = ""

    def compose(self) -> ComposeResult:
        """A line or an area for each field, with what was understood below it."""
        entry = self._entry_at_first()
        yield Static(self._title(), markup=False, id="form-title")
        with VerticalScroll(can_focus=False):
            for name, (label, example) in _LINES.items():
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield LineInput(getattr(entry, name), placeholder=example, id=name, compact=True)
                if name in _ECHOED:
                    yield Label("", markup=False, id=f"{name}-echo", classes="echo")
            for name, (label, example) in _AREAS.items():
                with Horizontal(classes="field"):
                    yield Label(label)
                    yield TextArea(
                        getattr(entry, name), placeholder=example, id=name, compact=True, tab_behavior="focus"
                    )
                if name == "people":
                    yield Label("", markup=False, id="people-echo", classes="echo")
        yield Label("", markup=False, id="problem")
        yield Footer(FORM_KEYS)

    def on_mount(self) -> None:
        """Start with the first field that is worth filling and empty, and say how the others are read."""
        lines = [self.query_one(f"#{name}", Input) for name in _WORTH_FILLING]
        next((line for line in lines if not line.value), lines[0]).focus()
        self._echo()

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        self.query_one("#problem", Label).update("")
        self._echo()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Hand the card back; where a field can't be read, say why and go there."""
        try:
            card = self._read(self._entry())
        except EditError as error:
            field = error.field if isinstance(error, EntryError) else ""
            self.query_one("#problem", Label).update("" if field in _ECHOED else f"✗ {error}")
            if field:
                self.query_one(f"#{field}").focus()
            return
        self.context.drafts.pop(self._draft_name, None)
        self.dismiss(card)

    def action_take_offer(self) -> None:
        """Keep only the part of their words that says when."""
        if self._offer:
            self.query_one("#promised", Input).value = self._offer

    def action_close(self) -> None:
        """Close; what was typed comes back when the form is opened again."""
        entry = self._entry()
        if entry != self._entry_of_card():
            self.context.drafts[self._draft_name] = entry
            self.notify("What you typed is kept for the next time you open this form.", markup=False)
        else:
            self.context.drafts.pop(self._draft_name, None)
        self.dismiss(None)

    @property
    def _draft_name(self) -> str:
        return self._card.id if self._card else f"new {self._round_of.id if self._round_of else ''}"

    def _title(self) -> str:
        if self._card:
            return f"Edit {clean(self._card.company)}"
        return f"Next round with {clean(self._round_of.company)}" if self._round_of else "Add an interview"

    def _entry_at_first(self) -> Entry:
        return self.context.drafts.get(self._draft_name) or self._entry_of_card()

    def _entry_of_card(self) -> Entry:
        if self._card:
            return entry_of(self._card, self.context.local_zone)
        if self._round_of:
            return replace(entry_of(self._round_of, self.context.local_zone), when="", promised="", notes="")
        return Entry()

    def _entry(self) -> Entry:
        lines = {name: self.query_one(f"#{name}", Input).value for name in _LINES}
        areas = {name: self.query_one(f"#{name}", TextArea).text for name in _AREAS}
        return Entry(**lines, **areas)

    def _read(self, entry: Entry) -> Card:
        context = self.context
        card = read_entry(entry, context.clock(), context.local_zone, context.settings, self._card)
        if self._round_of:
            # How often an anchor was used counts on: they remember it too.
            anchors = read_anchors(entry.anchors, self._round_of.anchors)
            return with_fields(card, round_of=self._round_of.id, anchors=anchors)
        return card

    def _echo(self) -> None:
        """Say below the time and the promise how they are read; a refusal says why."""
        typed = self._entry()
        self._say("people", facebook_advice(typed.people) or "", refused=True)
        for name in _ECHOED:
            self._say(name, "")
        self._offer = ""
        now = self.context.clock()
        try:
            card = self._read(replace(typed, company="-", promised="", people=""))
        except EntryError as error:
            about = error.field if error.field in _ECHOED else "promised"
            self._say(about, str(error), refused=True)
            return
        ends = time_text(card.local(card.ends_at))
        self._say("when", f"{moment_text(card.local(card.starts_at), now)} – {ends}, {card.zone}" if typed.when else "")
        try:
            said = self._read(replace(typed, company="-", people=""))
        except EntryError as error:
            self._offer = error.offer
            self._say("promised", refusal(str(error), error.offer), refused=True)
            return
        promise = said.promise
        rules = self.context.settings.rules
        self._say("promised", echo(promise, said.starts_at.date(), rules) if promise else "")

    def _say(self, name: str, text: str, *, refused: bool = False) -> None:
        label = self.query_one(f"#{name}-echo", Label)
        label.update(text)
        label.display = bool(text)
        label.set_class(refused, "-refused")
