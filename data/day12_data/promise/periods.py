"""Weeks, months, quarters, halves and years of the calendar, and the parts of them (C9, C13)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from day12_data.promise.dates import NOT_FAR, near_year
from day12_data.promise.reading import MONTHS
from day12_data.promise.spans import (
    Meaning,
    Period,
    Scene,
    Span,
    Unsafe,
    add_months,
    clamped,
    days,
    months_of,
    period,
    week,
)

At: TypeAlias = Callable[[Scene], Period]


def current(kind: str) -> At:
    """The week, month, quarter, half or year."""
    return lambda scene: period(kind, scene.day)


def coming(kind: str, count: int = 1) -> At:
    """The one that many after this."""
    return lambda scene: period(kind, scene.day).next(count)


def after_prior(kind: str) -> At:
    """“the following week”: after what was said just before, or after this one."""

    def at(scene: Scene) -> Period:
        day = scene.prior.latest if scene.prior else scene.day
        return period(kind, day).next()

    return at


def holding(day: Meaning, later: int = 0) -> At:
    """“the week of the 16th”."""
    return lambda scene: week(day(replace(scene, prior=None)).earliest).next(later)


def named_month(month: int, year: int | None = None) -> At:
    """A month by name: this year's, or next year's where this one's is over."""

    def at(scene: Scene) -> Period:
        first = date(scene.day.year, month, 1)
        return months_of("month", first.replace(year=year or near_year(first, scene)))

    return at


def next_month(month: int) -> At:
    """“next April”: this year's and the next year's are both meant by it, so it is read only where one is left."""

    def at(scene: Scene) -> Period:
        first = date(scene.day.year, month, 1)
        if scene.day < first:
            raise Unsafe(f"“next” could be this {MONTHS[month - 1]} or the one after: type the year too.")
        return months_of("month", add_months(first, 12))

    return at


def numbered(kind: str, number: int, year: int | None = None) -> At:
    """Q2, H1: of this year, or of the next where this one's is over."""

    def at(scene: Scene) -> Period:
        length = 12 // {"quarter": 4, "half": 2}[kind]
        first = date(year or scene.day.year, (number - 1) * length + 1, 1)
        found = months_of(kind, first)
        ahead = add_months(first, 12) - scene.day
        if year is None and found.last < scene.day and ahead <= NOT_FAR:
            return found.next(12 // length)
        return found

    return at


def whole(at: At) -> Meaning:
    """The period as a whole. "by April" is the first of it (C13); "by next week" its end (C12)."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        if found.kind == "week" and found.last < scene.day <= found.last + days(2):
            raise Unsafe(
                'This week has no working day left: type the day that is meant, such as "Tuesday" or "next week".'
            )
        return clamped(found.first, found.last, scene, at=found)

    return meaning


def named(at: At) -> Meaning:
    """A period by its name, where "by" means its first day: "by April", "by Q2"."""

    def meaning(scene: Scene) -> Span:
        return replace(whole(at)(scene), by=at(scene).first)

    return meaning


class Part(NamedTuple):
    """Which part of a period: its first and last day for each kind of period that has such a part."""

    name: str

    def of(self, found: Period) -> tuple[date, date]:
        """The part's first and last day."""
        cut = PARTS.get((found.kind, self.name))
        if cut is None:
            raise Unsafe(
                f'"{self.name}" of a {found.kind} is too wide to wait for: type the month, such as "by mid-April".'
            )
        return cut(found)


def _weekdays(first: int, last: int) -> Callable[[Period], tuple[date, date]]:
    return lambda week: (week.first + days(first), week.first + days(last))


def _days_of_month(first: int, last: int) -> Callable[[Period], tuple[date, date]]:
    return lambda month: (month.first + days(first - 1), month.first + days(last - 1) if last else month.last)


def _last_days(count: int) -> Callable[[Period], tuple[date, date]]:
    return lambda period: (period.last - days(count - 1), period.last)


def _months(first: int, count: int) -> Callable[[Period], tuple[date, date]]:
    def cut(period: Period) -> tuple[date, date]:
        start = add_months(period.first, first)
        return start, add_months(start, count) - days(1)

    return cut


PARTS: dict[tuple[str, str], Callable[[Period], tuple[date, date]]] = {
    ("week", "early"): _weekdays(0, 1),
    ("week", "beginning"): _weekdays(0, 1),
    ("week", "mid"): _weekdays(2, 2),
    ("week", "late"): _weekdays(3, 4),
    ("week", "end"): _weekdays(3, 4),
    ("week", "first half"): _weekdays(0, 2),
    ("week", "second half"): _weekdays(2, 4),
    ("week of a month", "early"): _weekdays(0, 1),
    ("week of a month", "beginning"): _weekdays(0, 1),
    ("week of a month", "mid"): _weekdays(3, 3),
    ("week of a month", "late"): _weekdays(5, 6),
    ("week of a month", "end"): _weekdays(5, 6),
    ("month", "early"): _days_of_month(1, 10),
    ("month", "mid"): _days_of_month(11, 20),
    ("month", "late"): _days_of_month(21, 0),
    ("month", "beginning"): _days_of_month(1, 7),
    ("month", "end"): _last_days(7),
    ("month", "first half"): _days_of_month(1, 15),
    ("month", "second half"): _days_of_month(16, 0),
    ("quarter", "early"): _months(0, 1),
    ("quarter", "beginning"): _months(0, 1),
    ("quarter", "mid"): _months(1, 1),
    ("quarter", "late"): _months(2, 1),
    ("quarter", "end"): _last_days(7),
    ("quarter", "first half"): lambda quarter: (quarter.first, add_months(quarter.first, 1) + days(14)),
    ("quarter", "second half"): lambda quarter: (add_months(quarter.first, 1) + days(15), quarter.last),
    ("half", "early"): _months(0, 2),
    ("half", "beginning"): _months(0, 1),
    ("half", "end"): _last_days(7),
    ("year", "early"): _months(0, 1),
    ("year", "beginning"): _months(0, 1),
    ("year", "end"): _last_days(7),
    ("year", "first half"): _months(0, 6),
    ("year", "second half"): _months(6, 6),
}


def part_of(part: Part, at: At) -> Meaning:
    """“early next week”, “the end of April”; “by mid-March” is the 15th (C13)."""
    return parts_of(part, part, at)


def parts_of(first: Part, last: Part, at: At) -> Meaning:
    """“mid to late next week”."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        start, end = first.of(found)[0], last.of(found)[1]
        by = found.first + days(14) if last.name == "mid" and found.kind == "month" else None
        if end < start:
            raise Unsafe('That range runs backwards: type the earlier part first, such as "mid to late April".')
        return clamped(start, end, scene, by=by, at=found)

    return meaning


def part_of_this(part: Part, kind: str) -> Meaning:
    """“the middle of the month” is the next one's where this one's is past; the end is always this one's."""

    def meaning(scene: Scene) -> Span:
        found = period(kind, scene.day)
        rolls = part.name not in ("end", "late", "second half")
        first, last = part.of(found)
        if rolls and (last <= scene.day or (first < scene.day and part.name != "mid")):
            found = found.next()
        return part_of(part, lambda _: found)(scene)

    return meaning


def later_in(at: At) -> Meaning:
    """“later this week” leaves the interview's own day out."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        if found.last <= scene.day:
            raise Unsafe(f'This {found.kind} has no later day left: type the day that is meant, such as "Tuesday".')
        return clamped(max(found.first, scene.day + days(1)), found.last, scene, at=found)

    return meaning


def nth_week(number: int, month: At) -> At:
    """“the second week of March” is its days 8 to 14 (C13)."""

    def at(scene: Scene) -> Period:
        if not 1 <= number <= 4:
            raise Unsafe('A month is read as four weeks here: type the date, such as "29 March".')
        first = month(scene).first + days(7 * (number - 1))
        return Period("week of a month", first, first + days(6))

    return at


def nth_weeks(first: int, _to: object, last: int, at: At) -> Meaning:
    """“the second or third week of April”."""

    def meaning(scene: Scene) -> Span:
        start, end = nth_week(first, at)(scene), nth_week(last, at)(scene)
        if end.last <= start.last:
            raise Unsafe('That range runs backwards: type the earlier week first, such as "the first or second week".')
        return replace(clamped(start.first, end.last, scene), ranged=True)

    return meaning


def end_days(number: Fraction | int, unit: str, at: At, *, last: bool) -> Meaning:
    """“the first ten days of April”, “the last week of March”."""

    def meaning(scene: Scene) -> Span:
        found = at(scene)
        count = int(number * {"day": 1, "week": 7}.get(unit, 0))
        if not 1 <= count <= 28 or found.kind == "week":
            raise Unsafe('That part of a month is not one that I know: type two dates, such as "1-10 April".')
        if last:
            return clamped(found.last - days(count - 1), found.last, scene)
        return clamped(found.first, found.first + days(count - 1), scene)

    return meaning


def ellipsis_part(part: Part | None) -> Meaning:
    """“late this week or early next”: the next what was said before."""

    def meaning(scene: Scene) -> Span:
        if scene.prior is None or scene.prior.period is None:
            raise Unsafe('The next what? Type it out: "next week", "next month" or "next Friday".')
        found = scene.prior.period.next()
        return part_of(part, lambda _: found)(scene) if part else whole(lambda _: found)(scene)

    return meaning


def this_or_next(kind: str) -> Meaning:
    """Both weeks of “this or next week”."""

    def meaning(scene: Scene) -> Span:
        found = period(kind, scene.day)
        return clamped(found.first, found.next().last, scene)

    return meaning
