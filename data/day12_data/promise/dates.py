"""Single days: today and its neighbours, weekdays, dates in words and in figures, and times of day (C7, C8, C10)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from day12_data.dates.days import add_working_days
from day12_data.promise.reading import DAYS, MONTHS, spelt
from day12_data.promise.spans import (
    Meaning,
    Period,
    Scene,
    Span,
    Unsafe,
    add_months,
    clamped,
    days,
    month_day_after,
    one,
    week,
    weekday_after,
)
from day12_data.promise.tokens import Numeric


def ahead(count: int) -> Meaning:
    """The day that many days after the interview."""
    return lambda scene: one(scene.day + days(count))


def this_morning(scene: Scene) -> Span:
    """Today, as long as it is morning."""
    if scene.on.hour >= NOON:
        raise Unsafe("This morning is past: type a day to come, such as “tomorrow morning”.")
    return one(scene.day)


def weekday(number: int) -> Meaning:
    """A bare weekday: the first one after the interview, or after what was said before it (C8)."""

    def meaning(scene: Scene) -> Span:
        prior = scene.prior
        if prior is None:
            return one(weekday_after(scene.day, number))
        if not scene.inside:
            return one(weekday_after(prior.latest, number))
        first = weekday_after(prior.earliest - days(1), number)
        # Of two such days in a long span, the later one makes less of a nuisance (C12).
        last = weekday_after(prior.latest, number) - days(7)
        if last - first > days(7):
            raise Unsafe(f"Which {DAYS[number]}? Type the day that is meant, such as {spelt(first)}.")
        return one(max(first, last))

    return meaning


def of_week(number: int, at: Callable[[Scene], Period]) -> Meaning:
    """A weekday of a given week: "Friday next week"."""

    def meaning(scene: Scene) -> Span:
        day = at(scene).first + days(number)
        return clamped(day, day, scene)

    return meaning


def this(number: int) -> Meaning:
    """The weekday of “this Friday” is Friday of the interview's own week."""
    return of_week(number, lambda scene: week(scene.day))


def next_(number: int, weeks: int = 1) -> Meaning:
    """“next Friday”: Friday of the next week of the calendar."""
    return of_week(number, lambda scene: week(scene.day).next(weeks))


def plus(day: Meaning, count: int) -> Meaning:
    """That many days after another day: "Monday week"."""
    return lambda scene: one(day(replace(scene, prior=None)).latest + days(count))


def after(number: int | None, day: Meaning) -> Meaning:
    """“the Friday after the 15th”, “the day after Monday”."""

    def meaning(scene: Scene) -> Span:
        start = day(replace(scene, prior=None)).latest
        return one(start + days(1) if number is None else weekday_after(start, number))

    return meaning


def following(number: int | None) -> Meaning:
    """“the following Monday”, “the day after”: counted from what was said just before."""

    def meaning(scene: Scene) -> Span:
        start = scene.prior.latest if scene.prior else scene.day
        return one(start + days(1) if number is None else weekday_after(start, number))

    return meaning


def following_prior(number: int) -> Meaning:
    """“the Monday after”, where something was said that it can come after."""

    def meaning(scene: Scene) -> Span:
        if scene.prior is None:
            raise Unsafe(f"The {DAYS[number]} after what? Type the day that is meant.")
        return following(number)(scene)

    return meaning


def next_working(scene: Scene) -> Span:
    """“the next business day”."""
    return replace(one(add_working_days(scene.day, 1, scene.days_off)), working=True)


def month_day(number: int) -> Meaning:
    """“the 15th”: the first such day after the interview, or on or after what was said before it (C10)."""

    def meaning(scene: Scene) -> Span:
        if not 1 <= number <= 31:
            raise Unsafe(f"No month has a day {number}: type a day that exists, such as the 15th.")
        start = scene.day
        if scene.prior and not (scene.inside and scene.prior.unit):  # “in two weeks, by the 10th” is at odds
            start = max(start, scene.prior.earliest - days(1) if scene.inside else scene.prior.latest)
        found = month_day_after(start, number)
        if scene.prior and not scene.inside and number < start.day and found - start > days(14):
            raise Unsafe('That range runs backwards: type the earlier day first, such as "10-14 March".')
        return one(found)

    return meaning


def _exists(year: int, month: int, number: int) -> date:
    try:
        return date(year, month, number)
    except ValueError:
        name = MONTHS[month - 1]
        raise Unsafe(f"There is no {number} {name} {year}: type a day that exists, such as 15 {name}.") from None


def dated(number: int, month: int, year: int | None = None, hint: str = "") -> Meaning:
    """A day of a named month. Without a year it is this year's, or next year's where that is nearer."""

    def meaning(scene: Scene) -> Span:
        if year is not None:
            day = _exists(year, month, number)
        else:
            day = _exists(near_year(date(scene.day.year, month, 1), scene), month, number)
        if day < scene.day:
            other = _swapped(number, month, scene) if hint else ""
            better = other or f"{spelt(scene.day + days(7))}"
            raise Unsafe(f"{spelt(day, year=True)} is past: type a later day, such as {better}.")
        return one(day)

    return meaning


def near_year(first: date, scene: Scene) -> int:
    """The year that a month without a year means: next year's where this year's is over and that one is not far off."""
    coming = add_months(first, 12)
    over = add_months(first, 1) <= scene.day
    return coming.year if over and coming - scene.day <= NOT_FAR else first.year


NOT_FAR = days(245)  # eight months: "in January" said in June is the next one; said in March it is a slip


def _swapped(number: int, month: int, scene: Scene) -> str:
    try:
        other = date(scene.day.year, number, month)
    except ValueError:
        return ""
    return f"{spelt(other)}" if other > scene.day else ""


def figures(numeric: Numeric) -> Meaning:
    """A date in figures: month first unless the setting says day first, or only one order makes a date (C10)."""

    def meaning(scene: Scene) -> Span:
        day_first = scene.day_first or bool(numeric.order)
        number, month = (numeric.first, numeric.second) if day_first else (numeric.second, numeric.first)
        if month > 12 and number <= 12 and not numeric.order:
            number, month = month, number
        if not 1 <= month <= 12:
            raise Unsafe('There is no such date: type it with the month in letters, such as "15 March".')
        return dated(number, month, numeric.year, hint="swap")(scene)

    return meaning


def agreeing(number: int, day: Meaning) -> Meaning:
    """A weekday and a date given together must agree (C10)."""

    def meaning(scene: Scene) -> Span:
        span = day(scene)
        if span.earliest.weekday() != number:
            real = DAYS[span.earliest.weekday()]
            raise Unsafe(
                f"{spelt(span.earliest, year=True)} is a {real}, not a {DAYS[number]}: type one of the two, such as"
                f" {spelt(span.earliest)}."
            )
        return span

    return meaning


def agreeing_next(number: int, day: Meaning) -> Meaning:
    """“next Tuesday, the 10th”: the two must be the same day."""

    def meaning(scene: Scene) -> Span:
        span, other = agreeing(number, day)(scene), next_(number)(scene)
        if span != other:
            raise Unsafe(
                f"Next {DAYS[number]} is {spelt(other.earliest)}, not {spelt(span.earliest)}:"
                " type the one that is meant."
            )
        return span

    return meaning


def run(first: int, last: int, month: int, year: int | None = None) -> Meaning:
    """“March 10-14”."""

    def meaning(scene: Scene) -> Span:
        start, end = dated(first, month, year)(scene), dated(last, month, year)(scene)
        if end.latest <= start.earliest:
            raise Unsafe('That range runs backwards: type the earlier day first, such as "10-14 March".')
        return Span(start.earliest, end.latest)

    return meaning


def run_figures(numeric: Numeric, last: int) -> Meaning:
    """“3/10-14”."""

    def meaning(scene: Scene) -> Span:
        start = figures(numeric)(scene).earliest
        return run(start.day, last, start.month, start.year)(scene)

    return meaning


ALL_DAY = 24
NOON = 12
EARLY = 9  # “first thing”: tomorrow's, unless it was said in the night


def next_time(hour: int) -> Meaning:
    """A time of day by itself names today (C7), or tomorrow where today's is past."""
    return lambda scene: one(scene.day + days(scene.on.hour >= hour))
