"""What comes back from reading a promise: a window, nothing to go by, or a refusal that says what to type instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

from day12_data.card import Promise, stamp


@dataclass(frozen=True, slots=True)
class Window:
    """The local days on which word was promised, both inclusive; `working` where they were given in working days."""

    earliest: date
    latest: date
    working: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """Nothing in the words names a day: the card gets the default schedule."""


@dataclass(frozen=True, slots=True)
class Refused:
    """A day is spoken of and can't be read safely.

    `message` is one sentence: what was not understood, and what to type instead. `at` is where in the typed text that
    stands, as (start, end) for slicing, or None where it is the text as a whole. `offer` is the part of the text that
    does say when, for the person who typed it to confirm, or nothing.
    """

    message: str
    at: tuple[int, int] | None = None
    offer: str = ""


Reading: TypeAlias = Window | Vague | Refused


def promise(said: str, on: datetime, reading: Window | Vague) -> Promise:
    """The promise to keep on a card: what was said, when (`on`, in the interview's zone), and the days, if any."""
    given_at = stamp(on)
    if isinstance(reading, Vague):
        return Promise(said=said, given_at=given_at)
    first, last = reading.earliest, reading.latest
    return Promise(said=said, given_at=given_at, earliest=first, latest=last, working=reading.working)


def spelt(day: date, *, year: bool = False) -> str:
    """A date in words, the same in every locale: “15 March”."""
    return f"{day.day} {MONTHS[day.month - 1]}" + year * f" {day.year}"


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
