"""A card's page beside the board or a letter: drawn once the cursor has rested, so that no key waits for it."""

from __future__ import annotations

import asyncio
from importlib import import_module
from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.timer import Timer

if TYPE_CHECKING:
    from day12.app import Day12App
    from day12.card.page import CardPage

_REST_SECONDS = 0.06  # a key that is held down repeats faster


class SidePage(Vertical):
    """The page of the card under the cursor; it takes no keys, the wheel scrolls it."""

    def __init__(self, app: Day12App) -> None:
        super().__init__(id="side")
        self._day12 = app
        self._card_id: str | None = None
        self._rest: Timer | None = None
        self._page: CardPage | None = None
        self._drawing = asyncio.Lock()

    def follow(self, card_id: str | None) -> None:
        """The cursor is on this card, or the card has changed: draw it when nothing moves any more."""
        self._card_id = card_id
        if self._rest:
            self._rest.stop()
        self._rest = self.set_timer(_REST_SECONDS, self.draw)

    async def draw(self) -> None:
        """Draw the page now, where it is in view."""
        if not self.display:
            return
        async with self._drawing:
            if self._page is None:
                await asyncio.to_thread(import_module, "day12.card.page")  # not needed before the first paint
                from day12.card.page import CardPage

                self._day12.read_all_styles()
                self._page = CardPage(can_focus=False)
                await self.mount(self._page)
            card = self._day12.board.cards.get(self._card_id or "")
            self._page.display = card is not None
            if card:
                self._page.show(card, self._day12)
