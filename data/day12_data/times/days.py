"""Single days: today and its neighbours, weekdays, dates in words and in figures, times of day (C7, C8, C10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

from day12_data.dates.calendar import month_day_after, near_year, weekday_after
from day12_data.dates.days import days
from day12_data.dates.lexicon import DAYS, MONTHS, spelt
from day12_data.times.spans import Calendar, Loose, Past, Scene, Span, Time, Unsafe, past, start_of
from day12_data.times.tokens import Figures

NOON = time(12)
_EVENING = time(23, 59)


def _one(day: date) -> Span:
    return Span(day, day)


class Ahead(NamedTuple):
    """So many days after the interview's day, or after another day: “tomorrow”, “Monday week”."""

    days: int
    day: Time | None = None

    def span(self, scene: Scene) -> Span:
        return _one(start_of(self.day, scene) + days(self.days))


class Weekday(NamedTuple):
    """A weekday: the first one after the interview, or after a day or what was said before it (C8)."""

    number: int
    day: Time | None = None

    def span(self, scene: Scene) -> Span:
        prior = scene.prior
        if prior is None or self.day:
            return _one(weekday_after(start_of(self.day, scene), self.number))
        if not scene.inside:
            return _one(weekday_after(prior.latest, self.number))
        first = weekday_after(prior.earliest - days(1), self.number)
        # Of two such days in a long span, the later one makes less of a nuisance (C12).
        last = weekday_after(prior.latest, self.number) - days(7)
        if last - first > days(7):
            raise Unsafe(f"Which {DAYS[self.number]}? Type its date, such as {spelt(first)}.")
        return _one(max(first, last))


class WeekdayOf(NamedTuple):
    """The weekday of a week: “Friday next week”, “this Friday”, “next Tuesday” (C8)."""

    number: int
    week: Calendar

    def span(self, scene: Scene) -> Span:
        day = self.week.period(scene).first + days(self.number)
        if day < scene.day:
            raise past(day)
        return _one(day)


class MonthDay(NamedTuple):
    """“the 15th”: the first such day after the interview, or on or after what was said before it (C10)."""

    number: int

    def span(self, scene: Scene) -> Span:
        start = scene.day
        if scene.prior and not (scene.inside and scene.prior.unit):  # “in two weeks, by the 10th” is at odds
            start = max(start, scene.prior.earliest - days(1) if scene.inside else scene.prior.latest)
        found = month_day_after(start, self.number) if 1 <= self.number <= 31 else None
        if found is None:
            raise Unsafe(f"No month has a day {self.number}: type a day that exists, such as the 15th.")
        if scene.prior and not scene.inside and self.number < start.day and found - start > days(14):
            raise Unsafe("That range runs backwards: type the earlier day first, such as “10-14 March”.")
        return _one(found)


class Dated(NamedTuple):
    """A day of a named month. Without a year it is this year's, or next year's where that is nearer."""

    number: int
    month: int
    year: int | None = None
    swapped: bool = False  # in figures whose order could be the other one

    def span(self, scene: Scene) -> Span:
        year = self.year or near_year(date(scene.day.year, self.month, 1), 1, scene.day)
        try:
            day = date(year, self.month, self.number)
        except ValueError:
            name = MONTHS[self.month - 1]
            raise Unsafe(
                f"There is no {self.number} {name} {year}: type a day that exists, such as 15 {name}."
            ) from None
        if day >= scene.day:
            return _one(day)
        if self.swapped and self.number <= 12:
            other = date(scene.day.year, self.number, self.month)
            if other > scene.day:
                raise Past(f"{spelt(day, year=True)} is past: type {spelt(other)} if that is meant.")
        raise past(day)


class InFigures(NamedTuple):
    """A date in figures: month first unless the setting says day first, or only one order makes a date (C10)."""

    figures: Figures

    def span(self, scene: Scene) -> Span:
        return self.dated(day_first=scene.day_first).span(scene)

    def dated(self, *, day_first: bool) -> Dated:
        """The date, its day told from its month."""
        first, second, year, order = self.figures
        number, month = (first, second) if day_first or order == "dm" else (second, first)
        if month > 12 >= number and not order:
            number, month = month, number
        if not 1 <= month <= 12:
            raise Unsafe("There is no such date: type it with the month in letters, such as “15 March”.")
        return Dated(number, month, year, swapped=not order)


class Agreeing(NamedTuple):
    """A weekday and a date given together must agree (C10); the weekday can settle the order of figures."""

    weekday: int
    day: Time

    def span(self, scene: Scene) -> Span:
        span = self._settled(scene)
        if span.earliest.weekday() != self.weekday:
            real, said = DAYS[span.earliest.weekday()], DAYS[self.weekday]
            raise Unsafe(f"{spelt(span.earliest, year=True)} is a {real}, not a {said}: type one of the two.")
        return span

    def _settled(self, scene: Scene) -> Span:
        if isinstance(self.day, InFigures):
            for day_first in (scene.day_first, not scene.day_first):
                try:
                    span = self.day.span(replace(scene, day_first=day_first))
                except Unsafe:
                    continue
                if span.earliest.weekday() == self.weekday:
                    return span
        return self.day.span(scene)


class Clock(NamedTuple):
    """A time of day: the hour where it names one, and the zone that was named with it; else when it is over."""

    at: time | None = None
    zone: str = ""
    bare: bool = False  # neither am nor pm was said
    over: time = _EVENING

    def local(self, day: date, scene: Scene) -> time | None:
        """What the clocks of the interview's zone show then."""
        if self.at is None or not self.zone:
            return self.at
        moment = datetime.combine(day, self.at, ZoneInfo(self.zone)).astimezone(scene.on.tzinfo)
        return moment.time() if moment.date() == day else None


class Timed(NamedTuple):
    """A day with a time of day: the time only names the day (C7), and the hour at which a promise for today lapses."""

    day: Time
    clock: Clock

    def span(self, scene: Scene) -> Span:
        span = self.day.span(scene)
        until = self.clock.local(span.latest, scene)
        over = until is not None and span.latest == scene.day and until <= scene.on.time()
        if until and over and self.clock.bare and until.hour < 12:  # “tonight at 8”
            until, over = until.replace(hour=until.hour + 12), False
        if over:
            raise Past("That hour is past: type a time to come, such as “tomorrow morning”.")
        return replace(span, until=until)


class NextTime(NamedTuple):
    """A time of day by itself: today (C7), or tomorrow where today's is past."""

    clock: Clock

    def span(self, scene: Scene) -> Span:
        over = self.clock.local(scene.day, scene) or self.clock.over
        day = scene.day + days(scene.on.hour >= over.hour and over != _EVENING)
        return replace(_one(day), until=self.clock.local(day, scene))


class Prior(NamedTuple):
    """“that day”: what was named before. Where nothing was, it is today, or, where it is `needed`, no time at all."""

    needed: bool = True

    def span(self, scene: Scene) -> Span:
        before = scene.prior or scene.before
        if before is None and self.needed:
            raise Loose("Which day?")
        return _one(before.latest if before else scene.day)
