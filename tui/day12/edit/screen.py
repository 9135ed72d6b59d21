"""What the screens about cards have in common: they are drawn again when something changed, and they edit cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.message import Message
from textual.screen import Screen

from day12.labels import YOUR_PART
from day12_data.board import Board, Change, EditError, change
from day12_data.card import Card
from day12_data.schedule import next_step

if TYPE_CHECKING:
    from day12.app import Day12App
    from day12.commands.session import Session

_REASONS_TOLD = 3


class StyledOnce:
    """A screen whose styles are worked out once when it opens: Textual does it again when it comes to the front."""

    _was_in_front = False

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Under another screen the styles may have become others."""
        event.refresh_styles = self._was_in_front
        self._was_in_front = True


class EditingScreen(StyledOnce, Screen[None]):
    """A screen about the app's cards; it asks the app for them, and keeps none of its own."""

    class Outdated(Message, bubble=False):
        """What the screen shows has changed: it has to be drawn again."""

        def can_replace(self, message: Message) -> bool:
            """Several changes in one go are drawn once."""
            return isinstance(message, EditingScreen.Outdated)

    left = False
    """Whether the screen is being closed; it stays for a moment, in which more may change."""

    @property
    def day12(self) -> Day12App:
        """The app."""
        return cast("Day12App", self.app)

    @property
    def session(self) -> Session:
        """The clock, the settings, the local zone and the paths."""
        return self.day12.session

    @property
    def board(self) -> Board:
        """All cards, as they are shown."""
        return self.day12.board

    @property
    def now(self) -> dt.datetime:
        """The minute that is shown; edits ask the clock themselves."""
        return self.day12.now

    def draw_soon(self) -> None:
        """Draw once all that is changing now has changed."""
        self.post_message(self.Outdated())

    def on_screen_resume(self, _: events.ScreenResume) -> None:
        """A screen under a dialog can't close, so one whose card went meanwhile does it now."""
        self.draw_soon()

    def action_leave(self) -> None:
        """Close."""
        self.leave()

    def leave(self) -> None:
        """Close, once."""
        if not self.left:
            self.left = True
            self.dismiss(None)

    def edit_card(self, *makes: Callable[[dt.datetime], Change]) -> Change | None:
        """Make an edit, or several as one, and have it kept; the first comes back. One that makes no sense says so."""
        now = self.session.clock()
        try:
            made = [make(now) for make in makes]
        except EditError as error:
            self.notify(str(error), severity="warning", markup=False)
            return None
        self.day12.keep(*made)
        return made[0]

    def edit_cards(self, cards: Sequence[Card], edit: Callable[[Card, dt.datetime], Card]) -> None:
        """Make an edit of each card, as one change; those for which it makes no sense stay, and it is said why."""
        now, made, refusals = self.session.clock(), [], []
        for card in cards:
            try:
                made.append(change(card, edit(card, now), now))
            except EditError as error:
                refusals.append(str(error))
        if made:
            self.day12.keep(*made)
        if refusals:
            self.notify(_refused(refusals, len(cards)), severity="warning", markup=False)

    def tell_if_quiet(self, card: Card) -> None:
        """Say that nothing is left to do, where that is so."""
        if not card.ended and next_step(card, self.session.clock(), self.session.settings.rules) is None:
            self.notify(YOUR_PART, markup=False, timeout=8)


def _refused(reasons: Sequence[str], number: int) -> str:
    """Why some of so many cards stay as they are."""
    if number == 1:
        return reasons[0]
    told = "; ".join(reason.rstrip(".") for reason in reasons[:_REASONS_TOLD])
    more = f"; and {len(reasons) - _REASONS_TOLD} more" if len(reasons) > _REASONS_TOLD else ""
    stay = "stays as it is" if len(reasons) == 1 else "stay as they are"
    return f"{len(reasons)} of {number} {stay}: {told}{more}."
