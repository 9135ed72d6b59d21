"""The days that are named by a period: "the last Friday of the month", "the 15th of next month", the weekend."""

from __future__ import annotations

from day12_data.dates.days import add_working_days, is_working_day
from day12_data.promise.periods import At
from day12_data.promise.spans import (
    Meaning,
    Scene,
    Span,
    Unsafe,
    clamped,
    days,
    period,
    week,
    weekday_after,
)


def nth_weekday(number: int, weekday: int, at: At) -> Meaning:
    """“the first Monday in April”; 0 is the last one."""

    def meaning(scene: Scene) -> Span:
        month = at(scene)
        if number:
            day = weekday_after(month.first - days(1), weekday) + days(7 * (number - 1))
        else:
            day = weekday_after(month.last, weekday) - days(7)
        if day > month.last:
            raise Unsafe("That month has no such weekday: type the date that is meant.")
        return clamped(day, day, scene)

    return meaning


def working_day_of(number: int, at: At) -> Meaning:
    """“the first working day of April”; 0 is the last one."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        if number:
            day = add_working_days(found.first - days(1), number, scene.days_off)
        else:
            day = next(
                day for day in (found.last - days(back) for back in range(31))
                if is_working_day(day, scene.days_off) or day == found.first
            )  # fmt: skip
        return clamped(day, day, scene)

    return meaning


def day_of(number: int, at: At) -> Meaning:
    """“the 15th of next month”, “the last day of March”; 0 is the last one."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        day = found.first + days(number - 1) if number else found.last
        if day > found.last or number > 31:
            raise Unsafe(f"That {found.kind} has no day {number}: type a day that exists, such as the 15th.")
        return clamped(day, day, scene)

    return meaning


def weekend(later: int = 0) -> Meaning:
    """Saturday and Sunday of this week, or of a later one."""

    def meaning(scene: Scene) -> Span:
        saturday = week(scene.day).first + days(5 + 7 * later)
        return clamped(saturday, saturday + days(1), scene)

    return meaning


def after_weekend(scene: Scene) -> Span:
    """“after the weekend” is an idiom for early next week (C9)."""
    monday = week(scene.day).next().first
    return Span(monday, monday + days(1))


def before_weekend(scene: Scene) -> Span:
    """“before the weekend” is by Friday (C9)."""
    friday = weekday_after(scene.day - days(1), 4)
    return Span(scene.day, friday)


def turn_of(kind: str, later: int = 1) -> Meaning:
    """“the turn of the month”: its last day and the next one's first."""

    def meaning(scene: Scene) -> Span:
        first = period(kind, scene.day).next(later).first
        return Span(max(scene.day, first - days(1)), first)

    return meaning
