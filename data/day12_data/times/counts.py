"""Counts of time: "7-10 days", "a couple of weeks", "a week and a half", "48 hours" (C2, C5, C6, C7)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, timedelta
from fractions import Fraction
from typing import NamedTuple

from day12_data.dates.calendar import add_months, rounded
from day12_data.dates.days import add_working_days, days
from day12_data.times.spans import Loose, Past, Scene, Span, Time, Unsafe, start_of
from day12_data.times.spellings import listed

HALF = Fraction(1, 2)
WIDEST = 4  # times: an "or" between counts that lie farther apart joins two timelines

# C5: of minutes, hours and days; of weeks and what is longer
_FUZZY = {"few": ((3, 5), (3, 4)), "several": ((4, 7), (4, 6))}
_SHORT = ("minute", "hour", "day", "working day")
_MINUTES = {"minute": 1, "hour": 60}
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_WORKING = {"working day": 1, "working week": 5}
_MONTHS = {"month": 1, "year": 12}
_LENGTHS: dict[str, Fraction | int] = {
    "minute": Fraction(1, 1440), "hour": Fraction(1, 24), **_DAYS, "working day": 1, "working week": 7, "month": 30,
    "year": 365,
}  # fmt: skip


class Amount(NamedTuple):
    """How many: a number, or a word whose number depends on the unit that follows it (C5)."""

    number: Fraction = Fraction(1)
    word: str = ""

    def of(self, unit: str) -> tuple[Fraction, Fraction]:
        """The least and the most of that unit that it stands for."""
        if not self.word:
            return self.number, self.number
        low, high = _FUZZY[self.word][unit not in _SHORT]
        return Fraction(low), Fraction(high)


class Count(NamedTuple):
    """So much time, from the moment of speaking on."""

    low: Fraction
    high: Fraction
    unit: str
    high_unit: str = ""
    stated: bool = False  # as a range: "within 5 to 7 days" keeps its start (C3)

    def span(self, scene: Scene) -> Span:
        return self.counted(scene, scene.day)

    def counted(self, scene: Scene, day: date) -> Span:
        """Counted from a day on; hours are elapsed time from the interview's own moment (C7)."""
        if self.low <= 0 or self.high <= 0:
            raise Unsafe("A count of 0 names no day to come: type at least 1, such as “1 day”.")
        last = self.high_unit or self.unit
        earliest = _ahead(day, self.low, self.unit, scene)
        latest = _ahead(day, self.high, last, scene)
        if latest < earliest:
            raise Unsafe("That range runs backwards: type the smaller number first, such as “7-10 days”.")
        return Span(earliest, latest, working="working" in last, unit=last, stated=self.stated)


def _ahead(day: date, number: Fraction, unit: str, scene: Scene) -> date:
    if number * _LENGTHS[unit] > 366:
        raise Unsafe("That is more than a year ahead: type a nearer day, such as “two weeks”.")
    if unit in _MINUTES:
        start = scene.on.astimezone(UTC) + (day - scene.day)
        return (start + timedelta(minutes=float(number * _MINUTES[unit]))).astimezone(scene.on.tzinfo).date()
    if unit in _DAYS:
        return day + days(rounded(number * _DAYS[unit]))
    if unit in _WORKING:
        return add_working_days(day, rounded(number * _WORKING[unit]), scene.days_off)
    months = number * _MONTHS[unit]
    return add_months(day, int(months)) + days(rounded((months - int(months)) * 30))


class CountFrom(NamedTuple):
    """A count from another day: "two weeks from Monday", "within 48 hours of that", "a week later"."""

    much: Count
    day: Time

    def span(self, scene: Scene) -> Span:
        try:
            return self.much.counted(scene, start_of(self.day, scene))
        except Loose:
            raise Unsafe(
                "That is counted from a day that isn't named: type the day itself, such as “by Friday”."
            ) from None


class Event(NamedTuple):
    """Something that happens: the talk itself is today, anything else the time named with it before in the text."""

    name: str

    def span(self, scene: Scene) -> Span:
        if self.name in _TALK:
            return Span(scene.day, scene.day)
        if scene.before and self.name.rstrip("s") in scene.named:
            return scene.before
        raise Unsafe("That is counted from something whose day isn't given: type the day itself, such as “by Friday”.")


_TALK = listed("interview interviews meeting call conversation chat talk today")


@dataclass(frozen=True, slots=True)
class Gone:
    """A time that lies behind: "two days ago", "since Monday"."""

    def span(self, scene: Scene) -> Span:
        raise Past("That speaks of the past: type a day to come, such as “next Friday” or “in two weeks”.")


class Elliptic(NamedTuple):
    """“a week, two at the most”: the two are weeks as well."""

    amount: Amount

    def span(self, scene: Scene) -> Span:
        if scene.prior is None or not scene.prior.unit:
            raise Loose("How many what?")
        return single(self.amount, scene.prior.unit).span(scene)


def single(amount: Amount, unit: str) -> Count:
    """So many of one unit."""
    return Count(*amount.of(unit), unit)


def ranged(first: Amount, last: Amount, unit: str) -> Count:
    """“7 to 10 days”."""
    return Count(first.of(unit)[0], last.of(unit)[1], unit, stated=True)


def range_back(count: Count, last: Amount) -> Count:
    """“a week or two”."""
    return Count(count.low, last.of(count.unit)[1], count.unit, stated=True)


def range_of(first: Count, last: Count, *, alternatives: bool = False) -> Count | None:
    """“a week to ten days”; “two days or two weeks” are two timelines."""
    unit = last.high_unit or last.unit
    if alternatives and last.high * _LENGTHS[unit] > WIDEST * first.low * _LENGTHS[first.unit]:
        return None
    return Count(first.low, last.high, first.unit, unit, stated=True)


def added(amount: Amount, unit: str, more: Amount, smaller: str) -> Count | None:
    """“a week and two days” is nine days."""
    if unit == smaller or unit not in _DAYS or smaller not in _DAYS or amount.word:
        return None
    number = amount.number * _DAYS[unit] + more.of(smaller)[0] * _DAYS[smaller]
    return Count(number, number, "day")


def working(unit: str) -> str | None:
    """The working kind of a unit: business days, working weeks."""
    return f"working {unit}" if unit in ("day", "week") else None
