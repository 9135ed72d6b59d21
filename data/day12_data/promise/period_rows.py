"""The table of weeks, months, quarters and years, their parts, and the days that are named by them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from day12_data.promise.pattern import Rows
from day12_data.promise.period_days import day_of, nth_weekday, turn_of, weekend, working_day_of
from day12_data.promise.periods import (
    Part,
    after_prior,
    coming,
    current,
    ellipsis_part,
    end_days,
    holding,
    later_in,
    named_month,
    next_month,
    nth_week,
    nth_weeks,
    numbered,
    part_of,
    part_of_this,
    parts_of,
    this_or_next,
    whole,
)
from day12_data.promise.spans import months_of


def _part(name: str) -> Callable[..., Part]:
    return lambda *_: Part(name)


def _text(text: str) -> Callable[[], str]:
    return lambda: text


ROWS: dict[str, Rows] = {
    "week": (
        ("this week", lambda: current("week")),
        ("the? next|coming week", lambda: coming("week")),
        ("this|the coming week", lambda: coming("week")),
        ("week next", lambda: coming("week")),
        ("the? week after next", lambda: coming("week", 2)),
        ("the? following week", lambda: after_prior("week")),
        ("the? week after", lambda: after_prior("week")),
        ("the? week following", lambda: after_prior("week")),
        ("the? week of|commencing|beginning|starting|ending on? {day}", holding),
        ("the? week after {day}", lambda day: holding(day, 1)),
    ),
    "month_name": (
        ("{month} of? {year}?", named_month),
        ("this coming? {month}", named_month),
        ("{month} this year", named_month),
        ("next {month}", next_month),
    ),
    "month_period": (
        ("{month_name}", lambda at: at),
        ("this month", lambda: current("month")),
        ("the? next|coming|following month", lambda: after_prior("month")),
        ("this|the coming month", lambda: coming("month")),
        ("the? month after next?", lambda: coming("month", 2)),
    ),
    "quarter_name": (
        ("{quarter} of? {year}?", lambda number, year: numbered("quarter", number, year)),
        (
            "the? {nth} quarter of? {year}?",
            lambda number, year: numbered("quarter", number, year) if number < 5 else None,
        ),
        ("the? last quarter of? {year}?", lambda year: numbered("quarter", 4, year)),
        ("{half} of? {year}?", lambda number, year: numbered("half", number, year)),
    ),
    "long_period": (
        ("{quarter_name}", lambda at: at),
        ("this quarter", lambda: current("quarter")),
        ("the? next|coming|following quarter", lambda: coming("quarter")),
        ("this year", lambda: current("year")),
        ("the? next|coming|following year", lambda: coming("year")),
        ("{year}", lambda year: lambda _: months_of("year", date(year, 1, 1))),
    ),
    "period": (("{week}", lambda at: at), ("{month_period}", lambda at: at), ("{long_period}", lambda at: at)),
    "part": (
        ("early", _part("early")),
        ("the? early part|days", _part("early")),
        ("the? beginning|start", _part("beginning")),
        ("the? first part", _part("early")),
        ("the? mid|middle -? part?", _part("mid")),
        ("late", _part("late")),
        ("the? latter|last part", _part("late")),
        ("the? end|close", _part("end")),
        ("the? tail|back -? end", _part("late")),
        ("the? {nth} half", lambda number: Part({1: "first half", 2: "second half"}[number]) if number < 3 else None),
        ("the? latter|back half", _part("second half")),
    ),
    "part_of": (
        ("{part} -? of|in|on? {period}", part_of),
        ("{part} {to} {part} -? of|in? {period}", lambda first, _, last, at: parts_of(first, last, at)),
        ("between? {part} {and} {part} -? of|in? {period}", lambda first, _, last, at: parts_of(first, last, at)),
        ("{period} end|ending", lambda at: part_of(Part("end"), at)),
        ("{part} -? of|in|on? the? {kind}", part_of_this),
        ("the? {kind} -? end|close", lambda kind: part_of_this(Part("end"), kind)),
        ("{part} -? of|in? {month_week}", part_of),
        ("later on? in? this|the {kind}", lambda kind: later_in(current(kind))),
        ("the? rest of this|the? {kind}", lambda kind: later_in(current(kind))),
        ("this {to} next {kind}", lambda _, kind: this_or_next(kind)),
        ("midweek", lambda: part_of_this(Part("mid"), "week")),
        ("midweek next week", lambda: part_of(Part("mid"), coming("week"))),
        ("next midweek", lambda: part_of(Part("mid"), coming("week"))),
        ("{ends}", lambda meaning: meaning),
        ("later next {kind}", lambda kind: part_of(Part("late"), coming(kind))),
        ("later {month_period}", lambda at: later_in(at)),
        ("{month_week}", whole),
        ("the? {nth} {to} the? {nth} week of|in {month_here}", nth_weeks),
        ("the? last|final week of|in {period_here}", lambda at: end_days(1, "week", at, last=True)),
        ("the? first {number} {unit} of|in {period_here}", lambda n, unit, at: end_days(n, unit, at, last=False)),
        ("the? last|final {number} {unit} of|in {period_here}", lambda n, unit, at: end_days(n, unit, at, last=True)),
        ("the? last|final few days of|in {period_here}", lambda at: end_days(5, "day", at, last=True)),
        ("the? first few days of|in {period_here}", lambda at: end_days(5, "day", at, last=False)),
        ("the? first couple of? {unit} of|in {period_here}", lambda unit, at: end_days(2, unit, at, last=False)),
    ),
    "ends": (
        ("eow", lambda: part_of_this(Part("end"), "week")),
        ("eom", lambda: part_of_this(Part("end"), "month")),
        ("eoq", lambda: part_of_this(Part("end"), "quarter")),
        ("eoy", lambda: part_of_this(Part("end"), "year")),
        ("eow {week}", lambda at: part_of(Part("end"), at)),
        ("eom {month_period}", lambda at: part_of(Part("end"), at)),
        ("eoq {long_period}", lambda at: part_of(Part("end"), at)),
    ),
    "kind": (
        *((kind, _text(kind)) for kind in ("week", "month", "quarter", "year")),
        ("business|working|full week", _text("week")),
    ),
    "month_week": (
        ("the? {nth} week of|in {month_here}", nth_week),
        ("week {number} of|in {month_here}", lambda number, at: nth_week(int(number), at)),
    ),
    "month_here": (("{month_period}", lambda at: at), ("the month", lambda: current("month"))),
    "period_here": (
        ("{period}", lambda at: at),
        ("the {kind}", current),
    ),
    "day_of_period": (
        ("the? {nth} {weekday} of|in {month_here}", nth_weekday),
        ("the? last {weekday} of|in {month_here}", lambda number, at: nth_weekday(0, number, at)),
        ("the? {nth} of {month_here}", day_of),
        ("the? {nth} day of|in {period_here}", day_of),
        ("the? last day of|in {period_here}", lambda at: day_of(0, at)),
        ("the? {nth} business|working day of|in {period_here}", working_day_of),
        ("the? last business|working day of|in {period_here}", lambda at: working_day_of(0, at)),
        ("{part} of? next", ellipsis_part),
        ("the? next one?", lambda: ellipsis_part(None)),
        ("the? one after", lambda: ellipsis_part(None)),
        ("the? turn of the {kind}", turn_of),
    ),
    "weekend": (
        ("this? the? coming? weekend", weekend),
        ("next weekend", lambda: weekend(1)),
        ("the? weekend after next", lambda: weekend(2)),
        ("the? following weekend", lambda: weekend(1)),
        ("end|close|rest of the weekend", weekend),
        ("the end of the weekend", weekend),
    ),
}
