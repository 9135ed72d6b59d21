"""The table of single days: today and its neighbours, weekdays, dates in words and in figures, times of day."""

from __future__ import annotations

from day12_data.promise.dates import (
    ALL_DAY,
    EARLY,
    after,
    agreeing,
    agreeing_next,
    ahead,
    dated,
    figures,
    following,
    following_prior,
    month_day,
    next_,
    next_time,
    next_working,
    of_week,
    plus,
    run,
    run_figures,
    this,
    this_morning,
    weekday,
)
from day12_data.promise.pattern import Rows
from day12_data.promise.spans import Meaning, add_months, one


def nothing(*_: object) -> str:
    """What a time of day adds to its day."""
    return ""


def _dated(number: int, month: int, year: int | None = None) -> Meaning:
    return dated(int(number), month, year)


ROWS: dict[str, Rows] = {
    "near_day": (
        ("today|tonight", lambda: ahead(0)),
        ("tomorrow", lambda: ahead(1)),
        ("{weekday}", weekday),
        ("next {weekday}", next_),
    ),
    "number_of_day": (
        ("the? {nth}", lambda nth: nth),
        ("the? {number}", lambda number: int(number) if number == int(number) else None),
    ),
    "date": (
        ("{number_of_day} of? {month} ,? {year}?", _dated),
        ("{number_of_day} - {month} -? {year}?", _dated),
        ("{month} -? {number_of_day} ,? {year}?", lambda month, number, year: _dated(number, month, year)),
        ("{figures}", figures),
        ("the {nth}", month_day),
        ("the? {nth} of the month", month_day),
        ("{nth}", month_day),
    ),
    "dates": (
        ("{month} {number_of_day} {to} {number_of_day} ,? {year}?", lambda m, a, _, b, y: run(a, b, m, y)),
        ("{number_of_day} {to} {number_of_day} of? {month} ,? {year}?", lambda a, _, b, m, y: run(a, b, m, y)),
        (
            "between|from {number_of_day} {and} {number_of_day} of? {month} ,? {year}?",
            lambda a, _, b, m, y: run(a, b, m, y),
        ),
        (
            "between|from {month} {number_of_day} {and} {number_of_day} ,? {year}?",
            lambda m, a, _, b, y: run(a, b, m, y),
        ),
        ("{figures} {month} {year}?", lambda each, month, year: run(each.first, each.second, month, year)),
        ("{figures} {to} {number}", lambda numeric, _, last: run_figures(numeric, int(last))),
    ),
    "core_day": (
        ("today|tonight", lambda: ahead(0)),
        ("same day", lambda: ahead(0)),
        ("the same day", lambda: ahead(0)),
        ("later|early|late|this on? today|tonight", lambda: ahead(0)),
        ("later? this morning", lambda: this_morning),
        ("later? this afternoon|evening|lunch", lambda: ahead(0)),
        ("early|late|later|first? tomorrow", lambda: ahead(1)),
        ("in? the morning", lambda: ahead(1)),
        ("the? next|following day", lambda: following(None)),
        ("the? day after", lambda: following(None)),
        ("the? day after {core_day}", lambda day: after(None, day)),
        ("the? next|following|first|1st? business|working day", lambda: next_working),
        ("{weekday}", weekday),
        ("early|late|come on? {weekday}", weekday),
        ("this {weekday}", this),
        ("this|the? coming {weekday}", weekday),
        ("this {weekday} coming", weekday),
        ("{weekday} coming", weekday),
        ("the? next {weekday}", next_),
        ("{weekday} next", next_),
        ("the? {weekday} after next", lambda number: next_(number, 2)),
        ("the? {weekday} after {core_day}", after),
        ("the? following {weekday}", following),
        ("the {weekday} after", following_prior),
        ("the? {weekday} following", following),
        ("the? {weekday} of|in? {week}", of_week),
        ("{week} on? {weekday}", lambda at, number: of_week(number, at)),
        ("{weekday} week", lambda number: plus(weekday(number), 7)),
        ("{weekday} a week", lambda number: plus(weekday(number), 7)),
        ("today week", lambda: ahead(7)),
        ("tomorrow week", lambda: ahead(8)),
        ("{weekday} fortnight", lambda number: plus(weekday(number), 14)),
        ("this|same time {core_day}", lambda day: day),
        ("the same time {core_day}", lambda day: day),
        ("this|same time|day next week", lambda: ahead(7)),
        ("the same time|day next week", lambda: ahead(7)),
        ("this|same time next month", lambda: lambda scene: one(add_months(scene.day, 1))),
        ("{date}", lambda day: day),
        ("{weekday} ,? {date}", agreeing),
        ("this {weekday} ,? {date}", agreeing),
        ("{date} ,? {weekday}", lambda day, number: agreeing(number, day)),
        ("{weekday} ,? {number}", lambda n, day: agreeing(n, month_day(int(day))) if day == int(day) else None),
        ("next {weekday} ,? {date}", agreeing_next),
    ),
    "time_of_day": (
        ("eod|cob|midnight", lambda: ALL_DAY),
        ("noon|lunch", lambda: 12),
        ("the? close of? business|play|day", lambda: ALL_DAY),
        ("the? end of? the? business|working? day", lambda: ALL_DAY),
        ("the? end of? business|play|working", lambda: ALL_DAY),
        ("the? start of? business|play|day", lambda: ALL_DAY),
        ("the? close", lambda: ALL_DAY),
        ("first thing in? the? morning?", lambda: EARLY),
        ("last thing at? night?", lambda: ALL_DAY),
        ("the? {part_of_day}", lambda hour: hour),
        ("in the {part_of_day}", lambda hour: hour),
        ("{clock}", lambda hour: hour),
        ("{clock} {to} {clock}", lambda _first, _to, hour: hour),
        ("{number} {to} {clock}", lambda *values: values[-1]),
        ("between {clock} and {clock}", lambda *values: values[-1]),
        ("between {number} and {clock}", lambda *values: values[-1]),
        ("half|quarter past|to {number}", lambda number: int(number) + 12 * (number < 8)),
    ),
    "part_of_day": (
        ("early|mid|late -? morning", lambda: 12),
        ("early|mid|late -? afternoon|evening", lambda: ALL_DAY),
        ("morning", lambda: 12),
        ("afternoon|evening|night", lambda: ALL_DAY),
    ),
    "end_of_day": (
        ("the? end of|- {core_day}", lambda day: day),
        ("the? close|start of|- {core_day}", lambda day: day),
        ("{core_day} end|close", lambda day: day),
    ),
    "glue": (("at|on|,|in|of|after", lambda: ""),),
    "times": (
        ("{time_of_day}", nothing),
        ("at {hour}", nothing),
        ("between|from {hour} and|to|- {hour}", nothing),
        ("{time_of_day} {glue}? {times}", nothing),
        ("at {hour} {times}", nothing),
    ),
    "hour": (("{number}", lambda number: True if number in range(1, 13) else None),),
    "timed_day": (
        ("{times} {glue}? on? {core_day}", lambda _times, _glue, day: day),
        ("{times} {glue}? on? {core_day} {glue}? {times}", lambda _times, _glue, day, *_: day),
        ("{core_day} {glue}? {times}", lambda day, *_: day),
        ("{hour} {core_day} {part_of_day}", lambda _hour, day, _part: day),
    ),
    "day": (
        ("{core_day}", lambda day: day),
        ("{end_of_day}", lambda day: day),
        ("{timed_day}", lambda day: day),
    ),
    "bare_time": (("{time_of_day}", next_time),),
}
