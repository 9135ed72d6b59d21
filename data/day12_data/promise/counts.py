"""Counts of time: "7-10 days", "a couple of weeks", "a week and a half", "48 hours"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, timedelta
from fractions import Fraction
from typing import NamedTuple

from day12_data.dates.days import add_working_days
from day12_data.promise.pattern import Rows
from day12_data.promise.spans import Meaning, Scene, Span, Unsafe, add_months, days, whole

HALF = Fraction(1, 2)
ONE = Fraction(1)


class Amount(NamedTuple):
    """How many: a number, or a word whose number hangs on the unit that follows it (C5)."""

    number: Fraction | None = None
    word: str = ""

    def ends(self, unit: str) -> tuple[Fraction, Fraction]:
        """The least and the most of that unit that the amount stands for."""
        if self.number is not None:
            return self.number, self.number
        small, large = FUZZY[self.word]
        low, high = small if unit in ("minute", "hour", "day", "working day") else large
        return Fraction(low), Fraction(high)


# C5: of minutes, hours and days; of weeks and what is longer
FUZZY = {"few": ((3, 5), (3, 4)), "several": ((4, 7), (4, 6))}


class Count(NamedTuple):
    """A count of time before it is counted out from a day."""

    low: Fraction
    high: Fraction
    unit: str
    high_unit: str = ""
    stated: bool = False


def counted(count: Count) -> Meaning:
    """The count, from the interview on."""

    def meaning(scene: Scene) -> Span:
        return count_from(count, scene, scene.day)

    return meaning


def count_from(count: Count, scene: Scene, day: date) -> Span:
    """The count, from a day on; hours are elapsed time from the interview's own moment (C7)."""
    if count.low <= 0 or count.high <= 0:
        raise Unsafe('A count of 0 names no day to come: type at least 1, such as "1 day".')
    last = count.high_unit or count.unit
    earliest = _ahead(day, count.low, count.unit, scene)
    latest = _ahead(day, count.high, last, scene)
    if latest < earliest:
        raise Unsafe('That range runs backwards: type the smaller number first, such as "7-10 days".')
    working = "working" in last
    return Span(earliest, latest, working=working, unit=last, stated=count.stated)


def _ahead(day: date, number: Fraction, unit: str, scene: Scene) -> date:
    if number > LIMITS[unit]:
        raise Unsafe('That is more than a year ahead: type a nearer day, such as "two weeks".')
    if unit in MINUTES:
        start = scene.on.astimezone(UTC) if day == scene.day else scene.on.astimezone(UTC) + (day - scene.day)
        return (start + timedelta(minutes=float(number * MINUTES[unit]))).astimezone(scene.on.tzinfo).date()
    if unit in DAYS:
        return day + days(whole(number * DAYS[unit]))
    if unit in WORKING:
        return add_working_days(day, whole(number * WORKING[unit]), scene.days_off)
    months = number * MONTHS[unit]
    rest = months - int(months)
    return add_months(day, int(months)) + days(whole(rest * 30))


MINUTES = {"minute": 1, "hour": 60}
DAYS = {"day": 1, "week": 7, "fortnight": 14}
WORKING = {"working day": 1, "working week": 5}
MONTHS = {"month": 1, "year": 12}
WIDEST = 4  # times: an "or" between counts that lie farther apart joins two timelines
_LENGTHS: dict[str, Fraction | int] = {
    "minute": Fraction(1, 1440),
    "hour": Fraction(1, 24),
    **DAYS,
    "working day": 1,
    "working week": 7,
    "month": 30,
    "year": 365,
}
LIMITS = {
    "minute": 530_000, "hour": 8_900, "day": 366, "week": 53, "fortnight": 27, "working day": 270, "working week": 53,
    "month": 12, "year": 1,
}  # fmt: skip


def nothing() -> str:
    """What words that only join or bound are worth: they are all in their row."""
    return ""


def _amount(number: Fraction) -> Amount:
    return Amount(number)


def single(amount: Amount, unit: str) -> Count:
    """So many of one unit."""
    low, high = amount.ends(unit)
    return Count(low, high, unit)


def _range(first: Amount, _to: object, last: Amount, unit: str) -> Count:
    return Count(first.ends(unit)[0], last.ends(unit)[1], unit, stated=True)


def _range_back(count: Count, _to: object, last: Amount) -> Count:
    return Count(count.low, last.ends(count.unit)[1], count.unit, stated=True)


def _range_of(first: Count, to: object, last: Count) -> Count | None:
    """“a week to ten days”; “two days or two weeks” are two timelines."""
    if to == "or" and last.high * _LENGTHS[last.unit] > WIDEST * first.low * _LENGTHS[first.unit]:
        return None
    return Count(first.low, last.high, first.unit, last.high_unit or last.unit, stated=True)


def _and_a_half(amount: Amount, unit: str) -> Count | None:
    if amount.number is None:
        return None
    return Count(amount.number + HALF, amount.number + HALF, unit)


def _sum(amount: Amount, unit: str, more: Amount, other: str) -> Count | None:
    """“a week and two days” is nine days."""
    if amount.number is None or more.number is None or unit == other or unit not in DAYS or other not in DAYS:
        return None
    number = amount.number * DAYS[unit] + more.number * DAYS[other]
    return Count(number, number, "day")


def _business(unit: str) -> str | None:
    return {"day": "working day", "week": "working week", "working day": "working day"}.get(unit)


def _of_day(count: Count, day: Meaning) -> Meaning:
    def meaning(scene: Scene) -> Span:
        start = day(replace(scene, prior=None)).latest
        return count_from(count, scene, start)

    return meaning


def elliptic(amount: Amount) -> Meaning:
    """“a week, two at the most”: the two are weeks as well."""

    def meaning(scene: Scene) -> Span:
        if scene.prior is None or not scene.prior.unit:
            number = amount.number if amount.number is not None else amount.word
            raise Unsafe(
                f'{number} what? Type the unit too: "{number} days", "{number} business days" or "{number} weeks".'
            )
        unit = scene.prior.unit
        low, high = amount.ends(unit)
        return count_from(Count(low, high, unit), scene, scene.day)

    return meaning


def _constant(value: Amount) -> Callable[..., Amount]:
    return lambda *_: value


ROWS: dict[str, Rows] = {
    "amount": (
        ("{number}", _amount),
        ("a {number}", _amount),
        ("another|further {number}", _amount),
        ("a further {number}", _amount),
        ("{number} and a? half", lambda number: Amount(number + HALF)),
        ("{number} {number}", lambda number, part: Amount(number + part) if part == HALF and number >= 1 else None),
        ("{number} , {number} ,?", lambda spelt, figure: Amount(figure) if spelt == figure else None),
        ("a|another", _constant(Amount(ONE))),
        ("half a?", _constant(Amount(HALF))),
        ("a half", _constant(Amount(HALF))),
        ("a|another couple of?", _constant(Amount(Fraction(2)))),
        ("couple of?", _constant(Amount(Fraction(2)))),
        ("a? few", _constant(Amount(word="few"))),
        ("another few", _constant(Amount(word="few"))),
        ("several", _constant(Amount(word="several"))),
        ("another several", _constant(Amount(word="several"))),
    ),
    "units": (
        ("{unit}", lambda unit: unit),
        ("more|full|whole|additional|further|solid of? {units}", lambda unit: unit),
        ("business|working {unit}", _business),
    ),
    "to": (("to|-|through|until|/|..", nothing), ("up to", nothing), ("or to?", lambda: "or")),
    "single": (
        ("{amount} {units}", single),
        ("{amount} {units} and a half", _and_a_half),
        ("{units} and a half", lambda unit: Count(3 * HALF, 3 * HALF, unit)),
        ("{amount} {units} and {amount} {units}", _sum),
        ("{number} {units} {number} {units}", lambda a, unit, b, other: _sum(Amount(a), unit, Amount(b), other)),
        ("{amount} {units} more", single),
        (
            "{amount} {unit} ,? business|working {unit}?",
            lambda amount, unit, _: single(amount, _business(unit) or unit),
        ),
    ),
    "count": (
        ("{single}", lambda count: count),
        ("{amount} {to} {amount} {units}", _range),
        (
            "{amount} {to} {amount} {unit} business|working",
            lambda a, to, b, unit: _range(a, to, b, _business(unit) or unit),
        ),
        ("{amount} {comma} {amount} {units}", _range),
        ("{amount} {to} {amount} {units} {comma} {amount}", lambda a, _, b, unit, __, c: _range(a, "", c, unit)),
        ("{single} {to} {amount} {comma} {amount}", lambda count, _, b, __, c: _range_back(count, "", c)),
        ("{single} {to} {amount}", _range_back),
        ("{single} {comma} {amount}", _range_back),
        ("{single} {to} {single}", _range_of),
        ("between|from {amount} {and} {amount} {units}", _range),
        ("between|from {single} {and} {single}", _range_of),
        ("between {single} {and} {amount}", _range_back),
    ),
    "comma": ((",", nothing), ("maybe", nothing)),
    "and": (("and|to|-|or|until|through", nothing), ("up to", nothing)),
    "counted": (
        ("the? {count}", counted),
        ("{count} time? from now|today|hence", counted),
        ("{count} hence|out", counted),
        ("{count} time", counted),
        ("{count} after|of today|now", counted),
        ("{count} time? from|after|of|on|following {day}", _of_day),
        ("{count} {near_day}", _of_day),
    ),
}
