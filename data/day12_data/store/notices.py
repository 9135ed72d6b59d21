"""The sentences that the store has for the user beside its answers, each told once, and cleaned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from pathlib import Path

from day12_data.card import Card
from day12_data.files import why
from day12_data.store.journal import Memory
from day12_data.text import clean

_SKEW = dt.timedelta(minutes=10)


class Notices:
    """The sentences that weren't told yet."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._waiting: list[str] = []
        self._known: set[str] = set()

    def note(self, text: str, *, again: bool = False) -> None:
        """Tell it, unless this program has told it before; `again` tells it all the same."""
        text = clean(text)
        if text not in (self._waiting if again else self._known):
            self._known.add(text)
            self._waiting.append(text)

    def note_once(self, key: str, text: str) -> None:
        """Tell it, unless this machine has told it before."""
        if self.is_new(key):
            self.note(text)

    def is_new(self, key: str) -> bool:
        """Whether this machine hears of it for the first time."""
        if key in self._known or key in self._memory.read().told:
            return False
        self._known.add(key)
        self._memory.told(key)
        return True

    def drain(self) -> list[str]:
        """What to tell now."""
        told, self._waiting = self._waiting, []
        return told


def clock_skew(cards: Iterable[Card], now: dt.datetime) -> str | None:
    """What to say where a card was changed in the future: some machine's clock is wrong."""
    of_offset: dict[dt.tzinfo | None, Card] = {}  # two moments of one offset are compared in a tenth of the time
    for card in cards:
        other = of_offset.get(card.updated.tzinfo)
        if other is None or card.updated > other.updated:
            of_offset[card.updated.tzinfo] = card
    newest = max(of_offset.values(), key=lambda card: card.updated)
    if newest.updated <= now + _SKEW:
        return None
    return (
        f"{newest.company} was changed on {newest.updated.astimezone(dt.UTC):%Y-%m-%d at %H:%M} UTC, which is "
        "still to come: the clock of this machine, or of another that writes this board, is wrong. What came "
        "first is told by the history all the same."
    )


def not_confirmed(path: Path, error: OSError) -> str:
    """What to say where the board is saved, and its folder couldn't be made durable."""
    return (
        f"{path.name} is saved, but the disk hasn't confirmed it ({why(error)}): ctrl+s or the next change tries again."
    )


def lost_file(path: Path, how: str) -> str:
    """What to say where the file was lost while the board is open."""
    return f"{path} {how}: your next change writes it again, whole."
