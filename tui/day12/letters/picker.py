"""The choices that a letter is made from: its occasion, its recipient, the template and the anchor."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Label, Select

from day12.commands.session import Session
from day12.edit.drafts import REFERENCE, Drafts
from day12.edit.inputs import LineInput
from day12.keys import key_of
from day12.letters.compose import OCCASIONS, Chosen, asked_for, letter_to_start_with, needs_anchor
from day12_data.anchors import in_turn
from day12_data.card import Anchor, Card, Person
from day12_data.dates.days import moment_text
from day12_data.kinds import Occasion
from day12_data.letters.letter import Letter
from day12_data.letters.library import Library, letters_for
from day12_data.letters.occasions import occasions, other_ways
from day12_data.recipients import STAGES, next_person, sent_for
from day12_data.text import clean

_LABELS = {"occasion": "For", "person": "To", "letter": "Letter", "anchor": "Anchor"}
_REFERENCE = "a detail from the meeting: “I keep thinking about …”"
_ANCHOR = "or type what connects you"


class LetterChoice(Vertical):
    """One line a choice. A choice offers what goes with those above it, with a good one chosen already."""

    class Changed(Message):
        """Something else was chosen, or typed."""

    def __init__(self, session: Session, drafts: Drafts, library: Library, card: Card, occasion: Occasion) -> None:
        super().__init__()
        self._session = session
        self._drafts = drafts
        self.card = card
        """The card that is written about."""
        self._library = library
        self._at_first = occasion

    @property
    def chosen(self) -> Chosen | None:
        """What is chosen; None where there is no letter for the occasion."""
        letter = self._library.named(self._value("letter"))
        if letter is None:
            return None
        anchor = next((each for each in self.card.anchors if each.text == self._value("anchor")), None)
        return Chosen(self.card, self._person, self._occasion, letter, anchor, self.query_one(Input).value)

    def compose(self) -> ComposeResult:
        """The choices, and the line for what was said in the meeting."""
        for name, label in _LABELS.items():
            with Horizontal(classes="field", id=f"{name}-field"):
                yield Label(label)
                yield Select[str]([("", "")], id=name, allow_blank=False, compact=True)
        with Horizontal(classes="field", id="thread-field"):
            yield Label("About")
            yield LineInput(id="thread", compact=True)

    def on_mount(self) -> None:
        """Start with the occasion at hand."""
        self.start(self.card, self._at_first, next_person(self.card, self._at_first))

    def start(self, card: Card, occasion: Occasion, person: Person | None) -> None:
        """Offer what there is for this card, with these chosen."""
        self.card = card
        done = {each for each, stage in STAGES.items() if (mark := card.mark(stage)) and not mark.skipped}
        words = [(f"{OCCASIONS[each]}{' ✓' * (each in done)}", each.value) for each in occasions(card)]
        self._offer("occasion", words, occasion.value)
        self._offer_people(person)

    def next_person(self) -> None:
        """Choose the next person on the card."""
        names = [person.name for person in self.card.people]
        if names:
            place = names.index(self._person.name) + 1 if self._person else 0
            self.query_one("#person", Select).value = names[place % len(names)]

    def another_way(self) -> bool:
        """Go on to the next way by which the person can be reached; whether there is one."""
        person, ways = self._person, tuple[Occasion, ...]()
        if person:
            ways = other_ways(self.card, person, self._occasion)
        if not ways:
            return False
        order = list(Occasion)
        here = order.index(self._occasion)
        self.start(self.card, min(ways, key=lambda each: (order.index(each) - here) % len(order)), person)
        return True

    @property
    def _occasion(self) -> Occasion:
        return Occasion(self._value("occasion"))

    @property
    def _person(self) -> Person | None:
        return next((person for person in self.card.people if person.name == self._value("person")), None)

    def _value(self, name: str) -> str:
        return str(self.query_one(f"#{name}", Select).value)

    def _offer(self, name: str, options: Iterable[tuple[str, str]], value: str) -> None:
        """Refill one choice, without that being taken for the user's own."""
        select = self.query_one(f"#{name}", Select)
        offered = [(Content(clean(words)), key) for words, key in options]
        with select.prevent(Select.Changed):
            # Textual draws a choice anew only when its value changes, and here its words may, too.
            select.set_options([("", "\0")])
            select.set_options(offered)
            if value in {key for _, key in offered}:
                select.value = value

    def _offer_people(self, person: Person | None) -> None:
        people = [(self._person_words(each), each.name) for each in self.card.people]
        nobody = [(f"nobody yet: {key_of(self.app, 'edit')} on the card adds the people you met", "")]
        self._offer("person", people or nobody, person.name if person else "")
        self._offer_letters()

    def _offer_letters(self) -> None:
        """The letters for the occasion, the one that lacks least chosen."""
        now, me = self._session.clock(), self._session.settings.name
        best = letter_to_start_with(self._library, self.card, self._person, self._occasion, now, me)
        letters = letters_for(self._library.letters, self._occasion)
        self._offer(
            "letter",
            [(f"{each.title} ({each.via.value})", each.name) for each in letters] or [("none", "")],
            _name(best),
        )
        self._offer_anchors()

    def _offer_anchors(self, chosen: str = "") -> None:
        """The anchors, the freshest first; where none is chosen, that one for a letter that can't go without."""
        letter = self._library.named(self._value("letter"))
        asked = asked_for(letter) if letter else set()
        anchors = in_turn(self.card.anchors, self.card.local(self._session.clock()))
        words = [*((_anchor_words(each), each.text) for each in anchors), ("none", "")]
        if not chosen and anchors and letter and needs_anchor(letter):
            chosen = anchors[0].text
        self._offer("anchor", words, chosen)
        self.query_one("#anchor-field").display = bool(asked and anchors)
        self.query_one("#thread-field").display = bool(asked)
        thread = self.query_one(Input)
        thread.placeholder = _REFERENCE if "reference" in asked else _ANCHOR
        with thread.prevent(Input.Changed):
            thread.value = self._drafts.get(REFERENCE, *self._thread_key) or ""
        self.post_message(self.Changed())

    @property
    def _thread_key(self) -> tuple[str, str]:
        return self.card.id, self._value("person")

    def _person_words(self, person: Person) -> str:
        sent = sent_for(person, self.card, self._occasion)
        when = f"  ✓ {moment_text(self.card.local(sent.at), self._session.clock())}" if sent else ""
        return f"{person.name}{f', {person.title}' if person.title else ''}{when}"

    @on(Select.Changed)
    def _something_chosen(self, event: Select.Changed) -> None:
        """Offer anew what goes with the choice; a message about what was chosen before that is out of date."""
        event.stop()
        if event.value != event.select.value:
            return
        match event.select.id:
            case "occasion":
                self._offer_people(next_person(self.card, self._occasion))
            case "anchor":
                self.post_message(self.Changed())
            case _:
                self._offer_anchors(self._value("anchor"))

    @on(Input.Changed)
    def _thread_typed(self, event: Input.Changed) -> None:
        event.stop()
        self._drafts.put(REFERENCE, *self._thread_key, draft=event.value)
        self.post_message(self.Changed())


def _name(letter: Letter | None) -> str:
    return letter.name if letter else ""


def _anchor_words(anchor: Anchor) -> str:
    used = len(anchor.used)
    times = "not used yet" if not used else "used once" if used == 1 else f"used {used} times"
    return f"{anchor.kind.value}: {anchor.text} ({times})"
