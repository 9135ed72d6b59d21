"""What the store has to tell the user beside its answers: each thing once, and cleaned."""

from __future__ import annotations

from day12_data.store.memory import Memory
from day12_data.text import clean


class Notices:
    """The sentences that weren't told yet."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._waiting: list[str] = []
        self._known: set[str] = set()

    def note(self, text: str) -> None:
        """Tell it, unless this program has told it before."""
        text = clean(text)
        if text not in self._known:
            self._known.add(text)
            self._waiting.append(text)

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
