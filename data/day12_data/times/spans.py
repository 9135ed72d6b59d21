"""What times are made of: the moment of speaking, spans of days, and what can be wrong with a time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Protocol

from day12_data.dates.calendar import Period
from day12_data.dates.lexicon import spelt


class Unsafe(Exception):  # noqa: N818  (it is an answer on its way out, not a fault)
    """A time is named and can't be read safely; the message is for the person who typed it."""


class Past(Unsafe):
    """The time lies behind: it is never offered."""


class Loose(Unsafe):
    """The words name no time of their own, or two that are no one window."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of local days, both ends inclusive, and what its words tell about how to go on from it."""

    earliest: date
    latest: date
    by: date | None = None  # the day that "by" means, where that is not the last one
    working: bool = False
    unit: str = ""  # the unit of a count: "a week, two at most" counts the two in weeks too
    ranged: bool = False  # two pieces joined, so "at the latest" leaves the earlier one alone (C11)
    stated: bool = False  # both ends were counted out, so "within" leaves the earlier one alone
    period: Period | None = None  # "this week or next": the next what?
    until: time | None = None  # the hour that was named


@dataclass(frozen=True, slots=True)
class Scene:
    """What a time is read against: the moment of speaking, the settings, and what was said before it.

    `prior` is the piece of the same time that was just read ("Tuesday or Wednesday"), `before` another time, named
    earlier in the text ("final round on the 10th, an answer by the end of that week").
    """

    on: datetime
    day_first: bool = False
    days_off: frozenset[date] = frozenset()
    prior: Span | None = None
    inside: bool = False  # the prior span is being made narrower, not added to
    before: Span | None = None
    named: frozenset[str] = frozenset()  # the words that stand with it, without their plural's s

    @property
    def day(self) -> date:
        return self.on.date()


class Time(Protocol):
    """A time as its words say it."""

    def span(self, scene: Scene) -> Span:
        """The days that it means; raises Unsafe where there are none."""


class Calendar(Protocol):
    """A week, month, quarter, half or year as its words say it."""

    def period(self, scene: Scene) -> Period:
        """The one that it means."""


def start_of(day: Time | None, scene: Scene) -> date:
    """The day that something is counted from, today where none is named: it is no piece of a time before it."""
    return day.span(replace(scene, prior=None, before=scene.prior or scene.before)).latest if day else scene.day


def clamped(first: date, last: date, scene: Scene, by: date | None = None, at: Period | None = None) -> Span:
    """A span of the calendar, from the interview's own day on; one that lies before it is past."""
    if last < scene.day:
        raise past(last)
    return Span(max(first, scene.day), last, by=by, period=at)


def past(day: date) -> Past:
    """What is said of a day that lies behind."""
    return Past(f"{spelt(day, year=True)} is past: type a day to come, such as “next Friday” or “in two weeks”.")
