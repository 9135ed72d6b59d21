"""Keys that come in one burst are taken one after the other: each finds the screen that the one before it has opened.

Textual hands a key to whatever has the focus at that moment, also while the key before it is still on its way to open
a screen: of `aContoso⇥Analyst` written in one go the first letters were lost, and the Tab went to the wrong field.
"""

from __future__ import annotations

import asyncio
from collections import deque
from itertools import takewhile
from typing import TypeVar

from textual import events
from textual.app import App
from textual.dom import DOMNode

T = TypeVar("T")

_PATIENCE_SECONDS = 1.0
_ROUNDS = 8


class KeysInTurn(App[T]):
    """An app that gives out a key or a paste once the one before it has done all that it does."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: deque[events.Key | events.Paste] = deque()
        self._turns: asyncio.Task[None] | None = None

    async def on_event(self, event: events.Event) -> None:
        """Take in what happens; a key waits until it is its turn."""
        if not isinstance(event, (events.Key, events.Paste)) or event.is_forwarded:
            await super().on_event(event)
        elif self._turns is not None and not self._turns.done():
            self._waiting.append(event)
        elif path := await self._give_out(event):
            self._turns = asyncio.create_task(self._take_turns(path))

    @property
    def typed_ahead(self) -> int:
        """How many letters and blanks have come already after the key that is dealt with now."""
        typed = (each.character or "" if isinstance(each, events.Key) else "" for each in self._waiting)
        return sum(1 for _ in takewhile(lambda char: char.isalpha() or char == " ", typed))

    def on_unmount(self) -> None:
        """Keys that come when the app closes are nobody's."""
        if self._turns is not None:
            self._turns.cancel()

    async def keys_taken(self) -> None:
        """Wait until every key that has come has done all that it does."""
        if self._turns is not None:
            await asyncio.wait({self._turns})

    async def _give_out(self, event: events.Key | events.Paste) -> list[DOMNode]:
        """Give out a key; the answer is the path that it takes, or nothing where it ends in a field at once."""
        path = self._path()
        await super().on_event(event)
        return [] if _is_typed_into(path[0], event) else path

    async def _take_turns(self, path: list[DOMNode]) -> None:
        await self._settle(path)
        while self._waiting:
            # In the app's own queue, as Textual gives out keys.
            if not (path := await self._give_next()):
                continue
            await self._settle(path)

    async def _give_next(self) -> list[DOMNode]:
        given: asyncio.Future[list[DOMNode]] = asyncio.get_running_loop().create_future()

        async def give() -> None:
            path: list[DOMNode] = []
            while self._waiting and not path:
                path = await self._give_out(self._waiting.popleft())
            if not given.done():
                given.set_result(path)

        if not self.call_later(give):  # the app is closing
            self._waiting.clear()
            return []
        return await given

    async def _settle(self, path: list[DOMNode]) -> None:
        """Follow a key on its path, from the focus up to the app, until it leads nowhere else any more.

        The second round is for what its action has sent along the same path, the others are for screens that it opened.
        """
        for number in range(_ROUNDS):
            for node in path:
                if not await _has_caught_up(node):
                    return
            now = self._path()
            if number and now == path:
                return
            path = now

    def _path(self) -> list[DOMNode]:
        """The widgets that a key passes, from the one with the focus to the screen, and the app."""
        if not self.screen_stack:  # closing
            return [self]
        return [*(self.focused or self.screen).ancestors_with_self]


def _is_typed_into(target: DOMNode, event: events.Key | events.Paste) -> bool:
    """Whether this goes into a field and so leads nowhere else: the next key needn't wait for it."""
    return isinstance(event, events.Key) and target.check_consume_key(event.key, event.character)


async def _has_caught_up(node: DOMNode) -> bool:
    """Wait until the node has dealt with all that it has been sent, or is gone; False where that takes too long."""
    done = asyncio.Event()
    if not node.call_later(done.set):
        return True
    waiting = asyncio.create_task(done.wait())
    pump = node._task  # noqa: SLF001 - how else would one know that a widget is gone
    finished, _ = await asyncio.wait(
        {waiting} | ({pump} if pump else set()), timeout=_PATIENCE_SECONDS, return_when=asyncio.FIRST_COMPLETED
    )
    waiting.cancel()
    return bool(finished)
