"""Weeks, months, quarters, halves and years of the calendar, the parts of them, and days named by them (C9, C13)."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from day12_data.dates.calendar import Period, add_months, months_of, near_year, period_of
from day12_data.dates.days import days, is_working_day
from day12_data.times.spans import Calendar, Loose, Scene, Span, Time, Unsafe, clamped, start_of


class Coming(NamedTuple):
    """The week, weekend, month, quarter or year that holds a day, today where none is named, or a later one."""

    kind: str
    later: int = 0
    day: Time | None = None

    def period(self, scene: Scene) -> Period:
        return period_of(self.kind, start_of(self.day, scene)).next(self.later)


class NextOne(NamedTuple):
    """“late this week or early next”: the next what was said before."""

    def period(self, scene: Scene) -> Period:
        before = scene.prior or scene.before
        if before is None or before.period is None:
            raise Loose("The next what?")
        return before.period.next()


class Numbered(NamedTuple):
    """March, Q2, H1, 2027: of this year, or of the next where this one's is over."""

    kind: str
    number: int
    year: int | None = None

    def period(self, scene: Scene) -> Period:
        length = {"month": 1, "quarter": 3, "half": 6, "year": 12}[self.kind]
        first = date(self.year or scene.day.year, (self.number - 1) * length + 1, 1)
        if self.year is None:
            first = first.replace(year=near_year(first, length, scene.day))
        return months_of(self.kind, first)


class NthWeek(NamedTuple):
    """“the second week of March” is its days 8 to 14 (C13)."""

    number: int
    month: Calendar

    def period(self, scene: Scene) -> Period:
        if not 1 <= self.number <= 4:
            raise Unsafe("A month is read as four weeks here: type the date, such as “29 March”.")
        first = self.month.period(scene).first + days(7 * (self.number - 1))
        return Period("week of a month", first, first + days(6))


class Whole(NamedTuple):
    """The period as a whole. “by April” is the first of it (C13): `named`; “by next week” its end (C12).

    `rest`: “later this week” leaves the interview's own day out.
    """

    calendar: Calendar
    named: bool = False
    rest: bool = False

    def span(self, scene: Scene) -> Span:
        found = self.calendar.period(scene)
        first = max(found.first, scene.day + days(1)) if self.rest else found.first
        if first > found.last or (found.kind == "week" and found.last < scene.day <= found.last + days(2)):
            raise Unsafe(f"This {found.kind} has no day left: type the day that is meant, such as “Tuesday”.")
        return clamped(first, found.last, scene, by=found.first if self.named else None, at=found)


def _part(found: Period, name: str) -> tuple[date, date]:
    """The part's first and last day (C9, C13)."""
    part = _PARTS.get(found.kind, {}).get(name)
    if part is None:
        raise Unsafe(f"“{name}” of a {found.kind} is too wide to wait for: type the month, such as “by mid-April”.")
    (months, ahead), end = part
    if months == 0 and ahead < 0:
        return found.last + days(ahead + 1), found.last
    last = add_months(found.first, end[0]) + days(end[1]) if end else found.last
    return add_months(found.first, months) + days(ahead), last


_Place = tuple[int, int]  # so many months and days after the period's first day
# A part's first day and its last; None is the period's own last, and a first day below zero is counted back from it.
_PARTS: dict[str, dict[str, tuple[_Place, _Place | None]]] = {
    "week": {
        "early": ((0, 0), (0, 1)), "beginning": ((0, 0), (0, 1)), "mid": ((0, 2), (0, 2)), "late": ((0, 3), None),
        "end": ((0, 3), None), "first half": ((0, 0), (0, 2)), "second half": ((0, 2), None),
    },
    "weekend": {"end": ((0, 0), None)},
    "week of a month": {
        "early": ((0, 0), (0, 1)), "beginning": ((0, 0), (0, 1)), "mid": ((0, 3), (0, 3)), "late": ((0, 5), None),
        "end": ((0, 5), None),
    },
    "month": {
        "early": ((0, 0), (0, 9)), "mid": ((0, 10), (0, 19)), "late": ((0, 20), None), "beginning": ((0, 0), (0, 6)),
        "end": ((0, -7), None), "first half": ((0, 0), (0, 14)), "second half": ((0, 15), None),
    },
    "quarter": {
        "early": ((0, 0), (1, -1)), "beginning": ((0, 0), (1, -1)), "mid": ((1, 0), (2, -1)), "late": ((2, 0), None),
        "end": ((0, -7), None), "first half": ((0, 0), (1, 14)), "second half": ((1, 15), None),
    },
    "half": {"early": ((0, 0), (2, -1)), "beginning": ((0, 0), (1, -1)), "end": ((0, -7), None)},
    "year": {
        "early": ((0, 0), (1, -1)), "beginning": ((0, 0), (1, -1)), "end": ((0, -7), None),
        "first half": ((0, 0), (6, -1)), "second half": ((6, 0), None),
    },
}  # fmt: skip


class PartOf(NamedTuple):
    """“early next week”, “mid to late April”; “by mid-March” is the 15th (C13).

    `rolls`: “the middle of the month” is the next one's where this one's is past; the end is always this one's.
    """

    first: str
    calendar: Calendar
    last: str = ""
    rolls: bool = False

    def span(self, scene: Scene) -> Span:
        found, last = self.calendar.period(scene), self.last or self.first
        start, end = _part(found, self.first)[0], _part(found, last)[1]
        over = end <= scene.day or (start < scene.day and last != "mid")
        if self.rolls and over and last not in ("end", "late", "second half"):
            found = found.next()
            start, end = _part(found, self.first)[0], _part(found, last)[1]
        by = found.first + days(14) if last == "mid" and found.kind == "month" else None
        if end < start:
            raise Unsafe("That range runs backwards: type the earlier part first, such as “mid to late April”.")
        return clamped(start, end, scene, by=by, at=found)


def part_of_this(part: str, kind: str) -> PartOf:
    """One part of the period that today is in, or of the next one."""
    return PartOf(part, Coming(kind), rolls=True)


class NthDay(NamedTuple):
    """“the 15th of next month”, “the first Monday in April”, “the last working day of March”; 0 is the last one."""

    number: int
    kind: int | str  # a weekday's number, "day" or "working day"
    calendar: Calendar

    def span(self, scene: Scene) -> Span:
        found = self.calendar.period(scene)
        every = (found.first + days(ahead) for ahead in range((found.last - found.first).days + 1))
        fitting = [day for day in every if self._fits(day, scene)]
        if self.number > len(fitting):
            raise Unsafe(f"That {found.kind} has no such day: type the date that is meant.")
        day = fitting[self.number - 1]
        return clamped(day, day, scene)

    def _fits(self, day: date, scene: Scene) -> bool:
        if self.kind == "working day":
            return is_working_day(day, scene.days_off)
        return self.kind in ("day", day.weekday())
