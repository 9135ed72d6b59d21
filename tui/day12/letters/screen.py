"""The screen for writing a letter, which is filled in while one chooses, and can be changed."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from day12 import help_texts
from day12.board.footer import Footer
from day12.board.side_page import SidePage
from day12.card.page import WITH_ROOMY
from day12.edit.drafts import LETTER, REFERENCE, REPLACED_LETTER, Drafts
from day12.edit.inputs import LineInput
from day12.edit.screen import EditingScreen
from day12.edit.text_box import TextBox
from day12.keys import COMPOSE_KEYS, key_of
from day12.letters.compose import Chosen, Words, change_for, filled, missing, obstacle, thoughts, what_is_left
from day12.letters.delivery_dialog import ask_way
from day12.letters.external_editor import edit_outside
from day12.letters.picker import LetterChoice
from day12_data.card import Card, Person
from day12_data.kinds import Via
from day12_data.letters.draft import length_note
from day12_data.letters.library import load_letters
from day12_data.letters.occasions import next_occasion, occasions
from day12_data.recipients import next_person, still_to_write
from day12_data.schedule import next_step
from day12_data.text import clean


class ComposeScreen(EditingScreen):
    """One letter at a time. What you wrote yourself is kept for each person and letter until it went out."""

    HELP = help_texts.LETTER

    BINDINGS: ClassVar[list[BindingType]] = list(COMPOSE_KEYS)
    HORIZONTAL_BREAKPOINTS = WITH_ROOMY  # there the card's page stands beside the letter

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._first = card
        self._library = load_letters(self.session.letters)
        self._chosen: Chosen | None = None
        self._filled = Words("", "")
        self._next: Person | None = None
        self._fresh = True

    @property
    def card(self) -> Card:
        """The card as it is now; as it was when it has been removed meanwhile."""
        return self.board.cards.get(self._first.id, self._first)

    def compose(self) -> ComposeResult:
        """What can be chosen, the words, what to think of, and the keys."""
        title = " · ".join(filter(None, (clean(self._first.company), clean(self._first.role))))
        yield Static(f"Write to {title}", markup=False, id="form-title")
        step = next_step(self._first, self.session.clock(), self.session.settings.rules)
        occasion = next_occasion(self._first, step)
        with Horizontal(id="writing"):
            with VerticalScroll(can_focus=False):
                yield LetterChoice(self.session, self.day12.drafts, self._library, self._first, occasion)
                with Horizontal(classes="field", id="subject-field"):
                    yield Label("Subject")
                    yield LineInput(id="subject", compact=True)
                yield TextBox(id="body")
            yield SidePage(self.day12)
        yield Label("", markup=False, id="thoughts")
        yield Label("", markup=False, id="problem")
        yield Footer(COMPOSE_KEYS)

    def on_mount(self) -> None:
        """Start with what the card's next step needs written."""
        self._fill_in()
        self.query_one(SidePage).follow(self._first.id)
        for problem in self._library.problems:
            self.notify(problem, severity="warning", markup=False, timeout=12)

    def action_next_person(self) -> None:
        """Go on to the next person on the card."""
        self._choice.next_person()

    def action_another_way(self) -> None:
        """Write to the same person by the next way in which they can be reached."""
        if not self._choice.another_way():
            self.notify("Nobody here can be reached in another way.", severity="warning", markup=False)

    def action_again(self) -> None:
        """Fill the letter in again, in place of the user's own words; once more, and those are back."""
        if self._chosen is None:
            return
        key = self._chosen.key
        if self._words != self._filled:
            self._drafts.put(REPLACED_LETTER, *key, draft=self._words)
            self._put(self._filled)
            self.notify("Filled in again: ctrl+r once more brings your words back.", markup=False)
        elif words := self._drafts.discard(REPLACED_LETTER, *key):
            self._put(words)

    def action_editor(self) -> None:
        """Open the words in the user's own editor."""
        edited = edit_outside(self.app, self._words.body, self.session.env)
        if edited.changed:
            self._put(Words(self._words.subject, edited.text))
        self.notify(edited.sentence, markup=False, severity="information" if edited.changed else "warning")

    def action_ready(self) -> None:
        """Let the letter go, unless something is in its way."""
        chosen, words = self._chosen, self._words
        if chosen is None:
            return
        if obstacle(chosen, words):
            # The reason stands on the screen: what is left is to go where it can be mended.
            self.app.bell()
            self._focus_what_is_missing()
        else:
            ask_way(self, chosen, words, lambda everybody: self._went_out(chosen, words, everybody=everybody))

    def action_close(self) -> None:
        """Back to where you were; your own words stay for the next time."""
        self._keep()
        if self._chosen and self._drafts.get(LETTER, *self._chosen.key):
            self.notify(f"Your words are kept: {key_of(self.app, 'write')} shows them again.", markup=False)
        self.leave()

    @property
    def _drafts(self) -> Drafts:
        return self.day12.drafts

    @property
    def _choice(self) -> LetterChoice:
        return self.query_one(LetterChoice)

    @property
    def _words(self) -> Words:
        return Words(self.query_one("#subject", Input).value, self.query_one("#body", TextArea).text)

    @on(LetterChoice.Changed)
    def _fill_in(self) -> None:
        """Fill the letter in anew; words of the user's own stay as they are."""
        self._keep()
        self._chosen = chosen = self._choice.chosen
        if chosen is None:
            self._tell("problem", "✗ There is no letter for this: put one into your letters folder.")
            return
        self._filled = filled(chosen, self.session.clock(), self.session.settings.name)
        self.query_one("#subject-field").display = chosen.letter.via is Via.EMAIL
        self._put(self._drafts.get(LETTER, *chosen.key) or self._filled)
        if self._fresh:
            self._fresh = False
            self._focus_what_is_missing()

    def _put(self, words: Words) -> None:
        subject, body = self.query_one("#subject", Input), self.query_one("#body", TextArea)
        with self.prevent(Input.Changed, TextArea.Changed):
            subject.value = words.subject
            if body.text != words.body:
                body.text = words.body
        self._keep()
        self._say()

    @on(Input.Changed, "#subject")
    @on(TextArea.Changed, "#body")
    def _written(self) -> None:
        self._keep()
        self._say()

    def _keep(self) -> None:
        """Keep what the user wrote, under the person and the letter that it was written for."""
        if self._chosen is None:
            return
        if self._words != self._filled:
            self._drafts.put(LETTER, *self._chosen.key, draft=self._words)
        else:
            self._drafts.discard(LETTER, *self._chosen.key)

    def _say(self) -> None:
        """Say how long it is, what to think of, and what is in its way."""
        if self._chosen is None:
            return
        chosen, words = self._chosen, self._words
        own = ""
        if words != self._filled:
            own = " · your own words: ctrl+r fills it in again"
        elif self._drafts.get(REPLACED_LETTER, *chosen.key):
            own = " · ctrl+r brings back your words of before"
        said = [length_note(chosen.letter, words.body) + own]
        said += thoughts(chosen, words, self.session.clock(), self.session.settings, key_of(self.app, "letter_way"))
        self._tell("thoughts", "\n".join(said))
        in_the_way = obstacle(chosen, words)
        self._tell("problem", in_the_way and f"✗ {in_the_way}")

    def _tell(self, name: str, text: str) -> None:
        """Show a text below the letter; the same one again costs no new layout."""
        label = self.query_one(f"#{name}", Label)
        if label.content != text:
            label.update(text)
            label.display = bool(text)

    def _focus_what_is_missing(self) -> None:
        """Start where something has to be typed, else in the letter."""
        asked = self._chosen and {"reference", "anchor"} & set(missing(self._chosen, self._words))
        self.query_one("#thread" if asked else "#body").focus()

    def _went_out(self, chosen: Chosen, words: Words, *, everybody: bool) -> None:
        """Record it, and go on to the next who waits for one."""
        change = self.edit_card(lambda now: change_for(self.card, chosen, words, now, everybody=everybody))
        if change is None:
            return
        self.tell_if_quiet(change.after)
        for text in what_is_left(change.after, chosen.occasion, key_of(self.app, "write"), key_of(self.app, "archive")):
            self.notify(text, markup=False, timeout=8)
        if own := self._drafts.discard(LETTER, *chosen.key):
            # Within reach still: it may be undone, or not be saved because the card was changed elsewhere.
            self._drafts.put(REPLACED_LETTER, *chosen.key, draft=own)
        self._drafts.discard(REFERENCE, *chosen.key[:2])
        # What stands in the fields has gone out, and isn't kept a second time.
        self._chosen = None
        others = () if everybody else still_to_write(change.after, chosen.occasion)
        if others:
            self._next = others[0]
        else:
            self.leave()

    @on(EditingScreen.Outdated)
    def show(self) -> None:
        """Go on with the card and the time as they are now."""
        if self.left or self.app.screen is not self:  # under a dialog it can neither close nor ask
            return
        card, chosen = self.card, self._choice.chosen
        self.query_one(SidePage).follow(card.id)
        if card.deleted:
            self.leave()
        elif card != self._choice.card:
            step = next_step(card, self.session.clock(), self.session.settings.rules)
            occasion = chosen.occasion if chosen else next_occasion(card, step)
            if occasion not in occasions(card):
                occasion = next_occasion(card, step)
            person = self._next or (chosen and chosen.person) or next_person(card, occasion)
            self._next = None
            self._choice.start(card, occasion, person)
            self._fresh = True
        else:
            self._say()
