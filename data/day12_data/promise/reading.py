"""What comes back from reading a promise: a window, nothing to go by, or a refusal that says what to type instead."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import arrow

from day12_data.card import Promise


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
    stands, as (start, end) for slicing, or None where it is the text as a whole.
    """

    message: str
    at: tuple[int, int] | None = None


Reading: TypeAlias = Window | Vague | Refused


def promise(said: str, on: arrow.Arrow, window: Window | None) -> Promise:
    """The promise to keep on a card: what was said, when (`on`, in the interview's zone), and the days, if any."""
    given_at = on.datetime
    if window is None:
        return Promise(said=said, given_at=given_at)
    return Promise(said=said, given_at=given_at, earliest=window.earliest, latest=window.latest, working=window.working)


def echo(window: Window, on: arrow.Arrow) -> str:
    """The window as a person reads it, “Sun 15 Mar”; a year is shown where it is not the interview's own."""
    first, last = window.earliest, window.latest
    if first == last:
        return _day(first, month=True, year=first.year != on.year)
    years = first.year != last.year
    year = last.year != on.year
    start = _day(first, month=years or first.month != last.month, year=years)
    return f"{start} \N{EN DASH} {_day(last, month=True, year=years or year)}"


def spelt(day: date, *, year: bool = False) -> str:
    """A date in words, the same in every locale: “15 March”."""
    return f"{day.day} {MONTHS[day.month - 1]}" + year * f" {day.year}"


def _day(day: date, *, month: bool, year: bool) -> str:
    return f"{DAYS[day.weekday()][:3]} {day.day}" + month * f" {MONTHS[day.month - 1][:3]}" + year * f" {day.year}"


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
