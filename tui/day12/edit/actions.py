"""The keys that edit one card, on the board, in the archive and on the card's own page."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import asdict
from textual.reactive import var

from day12.edit.drafts import CHECK_IN, FORM, REPLY
from day12.edit.screen import EditingScreen
from day12.keys import key_of
from day12.navigation import ask, ask_check_in, ask_moved, ask_outcome, ask_reply, open_form, open_letter
from day12_data.answers import AnswerKind, answer, checked_in
from day12_data.board import Change, EditError, change
from day12_data.card import Card, Person
from day12_data.edits import add, archive, bring_back, edit, move, remove, skip
from day12_data.kinds import Stage
from day12_data.schedule import next_step
from day12_data.text import clean

if TYPE_CHECKING:
    from day12.edit.check_in import CheckedIn
    from day12.edit.outcome import Ended
    from day12.edit.reply import Answer


class CardActions(EditingScreen):
    """A screen whose keys edit the card that `card_id` names."""

    card_id: var[str | None] = var(None, init=False)
    """The card that the keys are about: on the board it is where the cursor stands."""

    @property
    def card(self) -> Card | None:
        """The card that the keys are about, unless there is none, or it was removed meanwhile."""
        card = self.board.cards.get(self.card_id or "")
        return None if card is None or card.deleted else card

    def action_move(self, by: int) -> None:
        """Move the cards to the next column on a side."""

        def moved(card: Card, now: dt.datetime) -> Card:
            position = card.stage.position + by
            if position < 0:
                raise EditError(f"{card.company} stands in the first column.")
            if position == len(Stage):
                key = key_of(self.app, "check_in")
                raise EditError(f"{card.company} stands in the last column: {key} logs one more check-in.")
            return move(card, list(Stage)[position], now)

        self.edit_cards(self.chosen_or_say_so(), moved)

    def action_move_earlier(self) -> None:
        """Move the card to the next column on the right, for the moment at which that was really done."""
        if card := self.card_or_say_so():
            position = card.stage.position + 1
            if position == len(Stage):
                self.action_check_in()
                return
            stage = list(Stage)[position]

            def moved(at: dt.datetime) -> None:
                self.edit_card(lambda now: change(card, move(card, stage, at), now))

            ask_moved(self.day12, card, stage, moved)

    def action_edit(self) -> None:
        """Edit the card."""
        if card := self.card_or_say_so():
            open_form(self.day12, lambda after: self._edited(card, after), card=card)

    def action_check_in(self) -> None:
        """Log one more check-in: which way it was made, when, and what they said."""
        if card := self.card_or_say_so():

            def answered(done: CheckedIn) -> None:
                made = self.edit_card(lambda now: checked_in(card, done.via, done.at, now, done.said, done.promise))
                if made:
                    self.day12.drafts.discard(CHECK_IN, card.id)
                    self.tell_if_quiet(made.after)

            ask_check_in(self.day12, card, answered)

    def action_write(self) -> None:
        """Write the letter that the next step needs, or any other."""
        if card := self.card_or_say_so():
            open_letter(self.day12, card)

    def action_profile(self) -> None:
        """Open the LinkedIn profile of the person, or of one of several."""
        card = self.card_or_say_so()
        if card is None:
            return
        if not card.people:
            key = key_of(self.app, "edit")
            text = f"Nobody is on this card yet: {key} adds the people you met."
            self.notify(text, severity="warning", markup=False)
        elif len(card.people) == 1:
            self._open_profile(card.people[0], card)
        else:
            people = dict(zip("123456789", card.people, strict=False))
            answers = {key: clean(f"{each.name}  {each.title}") for key, each in people.items()}
            ask(self.day12, "Whose profile?", answers, lambda key: self._open_profile(people[key], card))

    def action_skip(self) -> None:
        """Skip the step that is open."""

        def skipped(card: Card, now: dt.datetime) -> Card:
            step = next_step(card, now, self.session.settings.rules)
            if step is None or step.stage is Stage.CHECKED_IN:
                key = key_of(self.app, "archive")
                raise EditError(f"{card.company} has nothing that can be skipped: {key} archives the card.")
            return skip(card, step.stage, now)

        self.edit_cards(self.chosen_or_say_so(), skipped)

    def action_reply(self) -> None:
        """Record that they replied. The next round's form comes before anything is recorded."""
        if card := self.card_or_say_so():

            def answered(given: Answer) -> None:
                if given.kind is AnswerKind.NEXT_ROUND:
                    open_form(self.day12, lambda added: self._next_round(card, given, added), next_round_of=card)
                    return
                made = self._replied(card, given)
                if made and given.kind is AnswerKind.NO and card.people:
                    open_letter(self.day12, made.after)

            ask_reply(self.day12, card, answered)

    def action_archive(self) -> None:
        """Archive the cards that have no outcome; where all have one, bring them back."""
        if cards := self.chosen_or_say_so():
            running = [card for card in cards if not card.ended]

            def ended(end: Ended) -> None:
                self.edit_cards(running, lambda card, _: archive(card, end.outcome, end.at))

            if running:
                ask_outcome(self.day12, running, ended)
            else:
                self.edit_cards(cards, lambda card, _: bring_back(card))

    def action_delete(self) -> None:
        """Delete the cards; the line of keys says how to take that back."""
        self.edit_cards(self.chosen_or_say_so(), lambda card, _: remove(card))

    def add_card(self, card: Card) -> None:
        """Keep a new card, and point out another one for the same interview."""
        if self.edit_card(lambda now: change(None, add(card, now), now)):
            self._tell_of_twin(card)

    def _tell_of_twin(self, card: Card) -> None:
        if twin := self.board.twin(card):
            text = (
                f"There is another card for {twin.company} on that day: {key_of(self.app, 'delete')} deletes this one."
            )
            self.notify(text, severity="warning", markup=False, timeout=12)

    def chosen_or_say_so(self) -> Sequence[Card]:
        """The cards that moving, skipping, archiving and deleting are about; where there is none, say what to do."""
        card = self.card_or_say_so()
        return [card] if card else []

    def card_or_say_so(self) -> Card | None:
        """The card that the keys are about; where there is none, say what to do."""
        card = self.card
        if card is None:
            add_key, all_key = key_of(self.app, "add"), key_of(self.app, "clear")
            text = f"No card is selected: {add_key} adds one, {all_key} shows all."
            self.notify(text, markup=False)
        return card

    def _replied(self, card: Card, given: Answer, *with_it: Callable[[dt.datetime], Change]) -> Change | None:
        made = self.edit_card(lambda now: answer(card, given.kind, given.at, now, given.said, given.promise), *with_it)
        if made:
            self.day12.drafts.discard(REPLY, card.id)
        return made

    def _next_round(self, card: Card, given: Answer, added: Card) -> None:
        """They asked for another round, and here it is; the card may have changed while its form was open."""
        card = self.board.cards.get(card.id, card)
        if self._replied(card, given, lambda now: change(None, add(added, now), now)):
            self._tell_of_twin(added)

    def _edited(self, card: Card, after: Card) -> None:
        """Keep what the form made of the card; what others did to its other fields while it was open stays."""
        if after == card:
            return
        now = asdict(self.board.cards.get(card.id, card))
        was = asdict(card)
        typed = {name: value for name, value in asdict(after).items() if value != was[name]}
        if not now["deleted"] and all(now[name] == was[name] for name in typed):
            card = self.board.cards.get(card.id, card)
        else:
            # It will be refused: what was typed is there again when the form is opened on what they made of it.
            from day12_data.typed.entry import entry_of

            self.day12.drafts.put(FORM, card.id, draft=entry_of(after, self.session.zone))
        self.edit_card(lambda at: change(card, edit(card, at, **typed), at))

    def _open_profile(self, person: Person, card: Card) -> None:
        """Open the profile without holding up the board: the browser may take its time to refuse."""
        from day12.letters.desktop import open_address
        from day12_data.letters.linkedin import linkedin_url

        async def opening() -> None:
            address = linkedin_url(person, card.company)
            opened = await asyncio.to_thread(open_address, address, self.session.env, sys.platform)
            self.notify(opened.sentence, markup=False, timeout=3 if opened.opened else 12)

        self.run_worker(opening())
