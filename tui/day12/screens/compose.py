"""Write a letter: to whom, which one, what it hangs on; filled in while you choose, and yours to change."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from typing import ClassVar

import arrow
from textual import on
from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Footer, Input, Label, Select, Static, TextArea

from day12.context import Context
from day12.editor import Edited, edit_text
from day12.keys import COMPOSE_KEYS
from day12.screens.choice import Choice, ChoiceScreen
from day12.screens.editing import EditingScreen
from day12.ways import QUESTIONS, WAYS, Left, Parcel, leave
from day12.wording import moment_text
from day12.writing import (
    OCCASIONS,
    Chosen,
    Words,
    asked_for,
    draft_of,
    filled,
    letter_to_start_with,
    needs_anchor,
    obstacle,
    sent_now,
    thoughts,
)
from day12_data.card import Anchor, Card, Person
from day12_data.letters.anchors import in_turn
from day12_data.letters.choosing import STAGES, next_occasion, next_person, occasions, sent_for, still_to_write
from day12_data.letters.draft import length_note
from day12_data.letters.letter import Letter, Occasion
from day12_data.letters.sending import send
from day12_data.letters.shelf import letters_for, load_letters
from day12_data.schedule import next_step
from day12_data.text import clean

_FIELDS = {"occasion": "For", "person": "To", "letter": "Letter", "anchor": "Anchor"}


class ComposeScreen(EditingScreen):
    """One letter at a time. What you wrote yourself is kept for each person and letter until it went out."""

    BINDINGS: ClassVar[list[BindingType]] = list(COMPOSE_KEYS)

    def __init__(self, context: Context, card: Card) -> None:
        super().__init__(context)
        self._first = card
        self._shelf = load_letters(context.letters)
        self._choices: Chosen | None = None
        self._filled = Words("", "")
        self._next: Person | None = None

    @property
    def card(self) -> Card:
        """The card as it is now; as it was when it has been removed meanwhile."""
        return self.board.cards.get(self._first.id, self._first)

    def compose(self) -> ComposeResult:
        """What can be chosen, the words, what to think of, and the keys."""
        title = " · ".join(filter(None, (clean(self._first.company), clean(self._first.role))))
        yield Static(f"Write to {title}", markup=False, id="form-title")
        with VerticalScroll(can_focus=False):
            for name, label in _FIELDS.items():
                with Horizontal(classes="field", id=f"{name}-field"):
                    yield Label(label)
                    yield Select[str]([("", "")], id=name, allow_blank=False, compact=True)
            with Horizontal(classes="field", id="thread-field"):
                yield Label("About")
                yield Input(id="thread", compact=True)
            with Horizontal(classes="field", id="subject-field"):
                yield Label("Subject")
                yield Input(id="subject", compact=True)
            yield TextArea(id="body", compact=True, tab_behavior="focus", soft_wrap=True)
        yield Label("", markup=False, id="thoughts")
        yield Label("", markup=False, id="problem")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Start with what the card's next step needs written."""
        card, now = self.card, self.context.clock()
        step = next_step(card, now, self.context.settings.rules)
        self._offer_occasions(next_occasion(card, step))
        self._start_person(next_person(card, self._occasion))
        for problem in self._shelf.problems:
            self.notify(problem, severity="warning", markup=False, timeout=12)
        self.watch(self, "board", self._board_changed, init=False)
        self.watch(self, "now", self._say, init=False)

    # What is chosen.

    @property
    def _occasion(self) -> Occasion:
        return Occasion(self._value("occasion"))

    @property
    def _person(self) -> Person | None:
        name = self._value("person")
        return next((person for person in self.card.people if person.name == name), None)

    @property
    def _letter(self) -> Letter | None:
        return self._shelf.named(self._value("letter"))

    @property
    def _anchor(self) -> Anchor | None:
        text = self._value("anchor")
        return next((anchor for anchor in self.card.anchors if anchor.text == text), None)

    def _value(self, name: str) -> str:
        return str(self.query_one(f"#{name}", Select).value)

    @property
    def _words(self) -> Words:
        return Words(self.query_one("#subject", Input).value, self.query_one("#body", TextArea).text)

    def _offer(self, name: str, options: Iterable[tuple[str, str]], value: str) -> None:
        """Refill one choice, without that being taken for the user's own."""
        select = self.query_one(f"#{name}", Select)
        offered = list(options)
        with select.prevent(Select.Changed):
            select.set_options([(Content(clean(words)), key) for words, key in offered])
            if value in {key for _, key in offered}:
                select.value = value

    def _offer_occasions(self, value: Occasion) -> None:
        done = {occasion for occasion, stage in STAGES.items() if (mark := self.card.mark(stage)) and not mark.skipped}
        self._offer(
            "occasion",
            [(f"{OCCASIONS[each]}{' ✓' * (each in done)}", each.value) for each in occasions(self.card)],
            value.value,
        )

    def _start_person(self, person: Person | None) -> None:
        """Offer the people, this one chosen, and go on to the letter."""
        people = [(self._person_words(each), each.name) for each in self.card.people]
        nobody = [("nobody yet: e on the card adds the people you met", "")]
        self._offer("person", people or nobody, person.name if person else "")
        self._start_letter()

    def _person_words(self, person: Person) -> str:
        sent = sent_for(person, self.card, self._occasion)
        when = f"  ✓ {moment_text(arrow.get(sent.at).to(self.card.tzinfo), self.now)}" if sent else ""
        return f"{person.name}{f', {person.title}' if person.title else ''}{when}"

    def _start_letter(self) -> None:
        """Offer the letters for the occasion, the one that lacks least chosen, and go on to the anchor."""
        letters = letters_for(self._shelf.letters, self._occasion)
        now, me = self.context.clock(), self.context.settings.name
        best = letter_to_start_with(self._shelf, self.card, self._person, self._occasion, now, me)
        self._offer("letter", [(f"{each.title} ({each.via.value})", each.name) for each in letters], _name(best))
        self._start_anchor()

    def _start_anchor(self) -> None:
        """Offer the anchors, the freshest first; one is chosen only where the letter can't go without."""
        letter, now = self._letter, self.context.clock()
        anchors = in_turn(self.card.anchors, now)
        words = [(_anchor_words(each), each.text) for each in anchors]
        first = anchors[0].text if anchors and letter and needs_anchor(letter) else ""
        self._offer("anchor", [*words, ("none of them", "")], first)
        asked = asked_for(letter) if letter else set()
        self.query_one("#anchor-field").display = bool(asked and anchors)
        self.query_one("#thread-field").display = bool(asked)
        self.query_one("#subject-field").display = bool(letter and list(letter.subject.lines) != [()])
        thread = self.query_one("#thread", Input)
        meeting = "something from the meeting itself, as it goes on after “I keep thinking about”"
        thread.placeholder = meeting if "reference" in asked else "or type what connects you"
        with thread.prevent(Input.Changed):
            thread.value = self.context.threads.get(self._thread_key, "")
        self._show()

    @property
    def _thread_key(self) -> tuple[str, str]:
        return self._first.id, self._value("person")

    @on(Select.Changed, "#occasion")
    def _occasion_chosen(self) -> None:
        self._start_person(next_person(self.card, self._occasion))

    @on(Select.Changed, "#person")
    def _person_chosen(self) -> None:
        letter = self._value("letter")
        self._start_anchor() if self._shelf.named(letter) else self._start_letter()

    @on(Select.Changed, "#letter")
    def _letter_chosen(self) -> None:
        self._start_anchor()

    @on(Select.Changed, "#anchor")
    def _anchor_chosen(self) -> None:
        self._show()

    @on(Input.Changed, "#thread")
    def _thread_typed(self, event: Input.Changed) -> None:
        self.context.threads[self._thread_key] = event.value
        self._show()

    def action_next_person(self) -> None:
        """Go on to the next person on the card."""
        names = [person.name for person in self.card.people]
        if names:
            place = names.index(self._value("person")) + 1 if self._value("person") in names else 0
            self.query_one("#person", Select).value = names[place % len(names)]

    # The words.

    @on(Input.Changed, "#subject")
    @on(TextArea.Changed, "#body")
    def _written(self) -> None:
        self._keep()
        self._say()

    def _keep(self) -> None:
        """Keep what the user wrote, under the person and the letter it was written for."""
        if self._choices is None:
            return
        if self._words != self._filled:
            self.context.words[self._choices.key] = self._words
        else:
            self.context.words.pop(self._choices.key, None)

    def _show(self) -> None:
        """Fill the letter in anew; words of the user's own stay as they are."""
        letter = self._letter
        if letter is None:
            self.query_one("#problem", Label).update("There is no letter for this: put one into your letters folder.")
            return
        self._keep()
        choices = Chosen(
            self.card, self._person, self._occasion, letter, self._anchor, self.query_one("#thread", Input).value
        )
        self._choices = choices
        self._filled = filled(choices, self.context.clock(), self.context.settings.name)
        self._put(self.context.words.get(choices.key, self._filled))

    def _put(self, words: Words) -> None:
        subject, body = self.query_one("#subject", Input), self.query_one("#body", TextArea)
        with self.prevent(Input.Changed, TextArea.Changed):
            subject.value = words.subject
            if body.text != words.body:
                body.load_text(words.body)
        self._say()

    def _say(self) -> None:
        """Say how long it is, what to think of, and what is in its way."""
        if self._choices is None:
            return
        choices, words = self._choices, self._words
        own = ["your own words: ctrl+r fills it in again"] if words != self._filled else []
        said = [" · ".join([length_note(choices.letter, words.body), *own])]
        said += thoughts(choices, words, self.context.clock(), self.context.settings.rules)
        self.query_one("#thoughts", Label).update("\n".join(said))
        in_the_way = obstacle(choices, words)
        self.query_one("#problem", Label).update(f"✗ {in_the_way}" if in_the_way else "")

    def action_again(self) -> None:
        """Fill the letter in again, in place of the user's own words; once more, and those are back."""
        if self._choices is None:
            return
        key = self._choices.key
        if self._words != self._filled:
            self.context.put_by[key] = self._words
            self.context.words.pop(key, None)
            self._put(self._filled)
            self.notify("Filled in again: ctrl+r once more brings your words back.", markup=False)
        elif key in self.context.put_by:
            self._put(self.context.put_by.pop(key))
            self._keep()

    def action_editor(self) -> None:
        """Open the words in the user's own editor."""
        edited = Edited("", changed=False, sentence="No editor can take over this terminal.")
        try:
            with self.app.suspend():
                # Whatever is raised in here would leave the terminal to nobody.
                try:
                    edited = edit_text(self._words.body, self.context.env)
                except Exception as error:  # noqa: BLE001 - see above
                    edited = Edited("", changed=False, sentence=f"The editor didn't start: {error}")
        except SuspendNotSupported:
            pass
        if edited.changed:
            self.query_one("#body", TextArea).text = edited.text
        self.notify(edited.sentence, markup=False, severity="information" if edited.changed else "warning")

    # Out of the house.

    def action_ready(self) -> None:
        """Ask by which way it goes, unless something is in its way."""
        choices, words = self._choices, self._words
        if choices is None:
            return
        if in_the_way := obstacle(choices, words):
            self.notify(in_the_way, severity="warning", markup=False)
            return

        def chosen(key: str | None) -> None:
            if key:
                self.run_worker(self._leave(key, choices, words), exclusive=True)

        answers = [Choice(*way) for way in WAYS[choices.letter.via]]
        self.app.push_screen(ChoiceScreen("How does it go?", answers), chosen)

    async def _leave(self, key: str, choices: Chosen, words: Words) -> None:
        context, app = self.context, self.app

        def to_clipboard(text: str) -> None:
            app.call_from_thread(app.copy_to_clipboard, text)

        person = choices.person or Person(name="")
        draft = draft_of(choices, words)
        parcel = Parcel(draft, choices.card, person, context.settings, context.outbox, context.env, to_clipboard)
        left = await asyncio.to_thread(leave, key, parcel)
        if left.gone:
            self._ask(left, choices, words)
        else:
            self.notify(left.sentence, severity="warning", markup=False, timeout=12)

    def _ask(self, left: Left, choices: Chosen, words: Words) -> None:
        """Ask, on coming back, whether it went out."""
        sent = sent_now(choices, words, self.context.clock())
        now, name = self.context.clock(), choices.person.name if choices.person else ""
        others = still_to_write(send(choices.card, name, sent, choices.occasion, now).after, choices.occasion)
        answers = [Choice("y", "yes"), Choice("n", "not yet: keep my words")]
        if others:
            names = ", ".join(clean(person.name) for person in others)
            answers[0] = Choice("y", f"yes; next: {names}")
            answers.insert(1, Choice("d", "yes, and that was everybody"))

        def answered(key: str | None) -> None:
            if key in ("y", "d"):
                self._went_out(choices, words, done=key == "d")

        draft = draft_of(choices, words)
        head = " · ".join(filter(None, (draft.to and f"To {draft.to}", draft.subject and f"Subject: {draft.subject}")))
        note = "\n".join(filter(None, (left.sentence, head)))
        self.app.push_screen(ChoiceScreen(QUESTIONS[choices.letter.via], answers, note=note), answered)

    def _went_out(self, choices: Chosen, words: Words, *, done: bool) -> None:
        name = choices.person.name if choices.person else ""
        change = self.edit_card(
            lambda now: send(
                self.card,
                name,
                sent_now(choices, words, now),
                choices.occasion,
                now,
                anchor=choices.anchor_used,
                done=done,
            )
        )
        if change is None:
            return
        for kept in (self.context.words, self.context.put_by):
            kept.pop(choices.key, None)
        self.context.threads.pop((choices.key[0], choices.key[1]), None)
        others = () if done else still_to_write(change.after, choices.occasion)
        if not others:
            self.dismiss(None)
            return
        self._choices, self._next = None, others[0]

    def action_close(self) -> None:
        """Back to where you were; your own words stay for the next time."""
        self._keep()
        self.dismiss(None)

    def _board_changed(self) -> None:
        """Go on with the card as it is now: its people and anchors may be others."""
        if not self.handed_down:
            return
        if self.card.deleted:
            self.dismiss(None)
        elif self._next:
            self._next, person = None, self._next
            self._offer_occasions(self._occasion)
            self._start_person(person)


def _name(letter: Letter | None) -> str:
    return letter.name if letter else ""


def _anchor_words(anchor: Anchor) -> str:
    used = len(anchor.used)
    times = "not used yet" if not used else "used once" if used == 1 else f"used {used} times"
    return f"{anchor.kind.value}: {anchor.text} ({times})"
