"""What comes back from reading a promise: a window, a question, nothing to go by, or why a time can't be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TypeAlias

from day12_data.card import Promise, stamp


@dataclass(frozen=True, slots=True)
class Choice:
    """A time that the text names: the words that name it, as typed, and the local days that they mean.

    `spans` is where the words stand in the typed text. `working` says that the time was given in working days. `until`
    is the hour that was named, on the clocks of the interview's zone: a promise for today lapses at it.
    """

    words: str
    spans: tuple[tuple[int, int], ...]
    earliest: date
    latest: date
    working: bool = False
    until: time | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which word was promised, where the text says nothing else: read at once."""

    choice: Choice

    @property
    def earliest(self) -> date:
        """The first of the days."""
        return self.choice.earliest

    @property
    def latest(self) -> date:
        """The last of the days."""
        return self.choice.latest


@dataclass(frozen=True, slots=True)
class Ask:
    """The times that the text names, the likeliest first, for the user to keep one of; `message` is the question."""

    choices: tuple[Choice, ...]
    message: str


@dataclass(frozen=True, slots=True)
class Vague:
    """Nothing in the text names a time: the card gets the default schedule."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A time is named and can't be read safely.

    `message` is one sentence: the reason, then what to type instead. `at` is where the time stands in the typed text.
    """

    message: str
    at: tuple[int, int] | None = None


Reading: TypeAlias = Window | Ask | Vague | Refused


def promise(said: str, on: datetime, choice: Choice | None) -> Promise:
    """The promise to keep on a card: what was said, when, and the days of the choice; None keeps the words alone."""
    given_at = stamp(on)
    if choice is None:
        return Promise(said=said, given_at=given_at)
    return Promise(
        said=said,
        given_at=given_at,
        words=choice.words,
        earliest=choice.earliest,
        latest=choice.latest,
        until=choice.until,
        working=choice.working,
    )
