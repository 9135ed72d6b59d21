"""What the board and a card's page have in common: the edits of one card, each from a key to a change."""

from __future__ import annotations

import asyncio
import datetime as dt
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import asdict
from textual.reactive import var
from textual.screen import Screen

from day12.board.footer import Footer
from day12.context import Context
from day12.labels import YOUR_PART
from day12.messages import LetterWanted, Opened
from day12_data.board import Board, Change, EditError, change
from day12_data.card import Card, Outcome, Person, ReplyKind, Stage
from day12_data.edits import add, archive, bring_back, check_in, edit, move, skip
from day12_data.edits import reply as replied
from day12_data.letters.linkedin import linkedin_url
from day12_data.schedule import next_step
from day12_data.text import clean

_VIA = {"p": ("by phone", "phone"), "m": ("by mail", "email"), "o": ("in another way", "")}

if TYPE_CHECKING:
    from day12.board.find import FindLine


class EditingScreen(Screen[None]):
    """A screen about cards: its subclass says which one is meant."""

    board: var[Board] = var(Board())
    """All cards, as the app has them."""
    now: var[dt.datetime] = var(dt.datetime.min.replace(tzinfo=dt.UTC))
    """The moment that is shown; edits ask the clock themselves."""
    wanted: var[str] = var("")
    """The words that are looked for."""

    def __init__(self, context: Context, board: Board, now: dt.datetime) -> None:
        super().__init__()
        self.context = context
        # The app binds these to its own; handed in as well, so that the first paint has them.
        self.set_reactive(EditingScreen.board, board)
        self.set_reactive(EditingScreen.now, now)
        self._stale = self.left = False

    @property
    def card(self) -> Card | None:
        """The card that the keys are about."""
        raise NotImplementedError

    def show_when_changed(self, *names: str) -> None:
        """Draw now, and once after any of these reactives has changed; many change in one go."""
        for name in names:
            self.watch(self, name, self._show_soon, init=False)
        self.show()

    def show(self) -> None:
        """Draw what the screen is about."""
        raise NotImplementedError

    def leave(self) -> None:
        """Close, once: the screen stays for a moment, in which more may change."""
        if not self.left:
            self.left = True
            self.dismiss(None)

    def on_screen_resume(self) -> None:
        """A screen under a dialog can't close, so one whose card went meanwhile does it now."""
        self._show_soon()

    def _show_soon(self) -> None:
        if not self._stale:
            self._stale = True
            self.call_next(self._show)

    def _show(self) -> None:
        self._stale = False
        if self.is_mounted:
            self.show()

    def edit_card(self, make: Callable[[dt.datetime], Change]) -> Change | None:
        """Make an edit of the card and hand it on; an edit that makes no sense says so instead."""
        try:
            made = make(self.context.clock())
        except EditError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None
        self.context.keep(made)
        return made

    def action_move(self, by: int) -> None:
        """Move the card to the next column on a side."""
        if card := self._card_or_say_so():
            position = card.stage.position + by
            if 0 <= position < len(Stage):
                self.edit_card(lambda now: change(card, move(card, list(Stage)[position], now), now))
            elif by > 0:
                self.notify("That is the last column: c logs one more check-in.", markup=False)

    async def action_find(self) -> None:
        """Type words that a card must have."""
        from day12.board.find import FindLine  # not needed before the first paint

        await self.query(FindLine).remove()
        line = FindLine(self.wanted)
        await self.mount(line, before=self.query_one(Footer))
        line.focus()

    async def on_find_line_wanted(self, event: FindLine.Wanted) -> None:
        """Show the cards with these words, while they are typed."""
        self.wanted = event.words
        if event.settled:
            await self.stop_finding()

    async def stop_finding(self) -> None:
        """Give the keys back to the cards."""
        await self.query("#find").remove()

    def action_open(self) -> None:
        """Open the card's page."""
        if card := self._card_or_say_so():
            self.post_message(Opened(card.id))

    def action_add(self) -> None:
        """Add an interview."""
        from day12.edit.form import FormScreen

        self.app.push_screen(FormScreen(self.context), self._added)

    def action_edit(self) -> None:
        """Edit the card."""
        from day12.edit.form import FormScreen

        if card := self._card_or_say_so():

            def edited(after: Card | None) -> None:
                if after and after != card:
                    self._edited(card, after)

            self.app.push_screen(FormScreen(self.context, card), edited)

    def action_check_in(self) -> None:
        """Log one more check-in, and which way it was made."""
        from day12.edit.choice import Choice, ChoiceScreen

        if card := self._card_or_say_so():

            def answered(key: str | None) -> None:
                if key:
                    self._checked_in(card, _VIA[key][1])

            question = f"How did you {'keep in touch' if card.ended else 'check in'} with {clean(card.company)}?"
            self.app.push_screen(
                ChoiceScreen(question, [Choice(key, words) for key, (words, _) in _VIA.items()]), answered
            )

    def action_write(self) -> None:
        """Write the letter that the next step needs, or any other."""
        if card := self._card_or_say_so():
            self.post_message(LetterWanted(card.id))

    def action_profile(self) -> None:
        """Open the LinkedIn profile of the person, or of one of several."""
        from day12.edit.choice import Choice, ChoiceScreen

        card = self._card_or_say_so()
        if card is None:
            return
        if not card.people:
            self.notify("Nobody is on this card yet: e adds the people you met.", severity="warning", markup=False)
        elif len(card.people) == 1:
            self._open_profile(card.people[0], card)
        else:
            keys = [*"123456789"]
            people = dict(zip(keys, card.people, strict=False))

            def chosen(key: str | None) -> None:
                if key:
                    self._open_profile(people[key], card)

            choices = [Choice(key, clean(f"{each.name}  {each.title}")) for key, each in people.items()]
            self.app.push_screen(ChoiceScreen("Whose profile?", choices), chosen)

    def action_skip(self) -> None:
        """Skip the step that is open."""
        if card := self._card_or_say_so():
            step = next_step(card, self.context.clock(), self.context.settings.rules)
            if step is None or step.stage is Stage.CHECKED_IN:
                self.notify("Nothing here can be skipped: x archives the card.", severity="warning", markup=False)
            else:
                self.edit_card(lambda now: change(card, skip(card, step.stage, now), now))

    def action_reply(self) -> None:
        """Record that they replied."""
        from day12.edit.reply import Answer, ReplyScreen

        if card := self._card_or_say_so():

            def answered(answer: Answer | None) -> None:
                if answer is None:
                    return
                self.edit_card(
                    lambda now: change(card, replied(card, answer.kind, now, answer.said, answer.promise), now)
                )
                if answer.kind is ReplyKind.NEXT_ROUND:
                    self._next_round(card)
                if answer.kind is ReplyKind.NO and card.people:
                    self.post_message(LetterWanted(card.id))

            self.app.push_screen(ReplyScreen(self.context, card), answered)

    def action_archive(self) -> None:
        """Archive the card with an outcome, or bring it back."""
        from day12.edit.outcome import OutcomeScreen

        if card := self._card_or_say_so():
            if card.ended:
                self.edit_card(lambda now: change(card, bring_back(card), now))
                return

            def ended(outcome: Outcome | None) -> None:
                if outcome:
                    self.edit_card(lambda now: change(card, archive(card, outcome, now), now))

            self.app.push_screen(OutcomeScreen(card), ended)

    def _edited(self, card: Card, after: Card) -> None:
        """Keep what the form made of the card; what others did to its other fields while it was open stays."""
        now = asdict(self.board.cards.get(card.id, card))
        was = asdict(card)
        typed = {name: value for name, value in asdict(after).items() if value != was[name]}
        if not now["deleted"] and all(now[name] == was[name] for name in typed):
            card = self.board.cards.get(card.id, card)
        else:
            # It will be refused: what was typed is there again when the form is opened on what they made of it.
            from day12_data.typed.entry import entry_of

            self.context.drafts[card.id] = entry_of(after, self.context.local_zone)
        self.edit_card(lambda at: change(card, edit(card, at, **typed), at))

    def _checked_in(self, card: Card, via: str) -> None:
        done = self.edit_card(lambda now: change(card, check_in(card, now, via), now))
        if done:
            self.tell_if_quiet(done.after)

    def tell_if_quiet(self, card: Card) -> None:
        """Say kindly that nothing is left to do, where that is so."""
        if not card.ended and next_step(card, self.context.clock(), self.context.settings.rules) is None:
            self.notify(YOUR_PART, markup=False, timeout=8)

    def _open_profile(self, person: Person, card: Card) -> None:
        """Open the profile without holding up the board: the browser may take its time to refuse."""
        from day12.letters.desktop import open_address

        async def opening() -> None:
            address = linkedin_url(person, card.company)
            opened = await asyncio.to_thread(open_address, address, self.context.env, sys.platform)
            self.notify(opened.sentence, markup=False, timeout=3 if opened.opened else 12)

        self.run_worker(opening())

    def _added(self, card: Card | None) -> None:
        if card:
            self.edit_card(lambda now: change(None, add(card, now), now))

    def _next_round(self, card: Card) -> None:
        from day12.edit.form import FormScreen

        self.app.push_screen(FormScreen(self.context, next_round_of=card), self._added)

    def _card_or_say_so(self) -> Card | None:
        if self.card is None:
            self.notify("No card is selected: a adds one, esc shows all.", markup=False)
        return self.card
