"""The tables by which the times of a promise are read: pieces, and how "by", "before", "until" and "or" bound them.

How a row is written says dates/pattern.py; counts, days and periods are read by times/rows.py.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from day12_data.dates.pattern import Grammar, Rows
from day12_data.times.bounds import AtLatest, Before, Between, Clause, Either, From, Instead, UpTo
from day12_data.times.counts import (
    ONE,
    Amount,
    Count,
    Elliptic,
    Never,
    range_back,
    single,
)
from day12_data.times.days import (
    MonthDay,
    Timed,
    WeekdayOf,
)
from day12_data.times.periods import (
    Coming,
    PartOf,
    Whole,
)
from day12_data.times.rows import TIMES
from day12_data.times.spans import Time

_NEXT_WEEK = Coming("week", 1)
_WORKING_DAY = Count(ONE, ONE, "working day")


def _constant(value: object) -> Callable[..., object]:
    return lambda *_: value


PIECES: dict[str, Rows] = {
    "piece": (
        "{day} ; {dates} ; {counted} ; {day_of_period} ; {part_of} ; {weekend}",
        ("{month_name} ; {quarter_name}", lambda at: Whole(at, named=True)),
        ("{period} ; one|some|any|a day|time|point of|in? {period}", Whole),
        ("after the? weekend", lambda: PartOf("early", "early", _NEXT_WEEK)),
        "{bare_time}",
    ),
    "span": (
        "{piece} ; on|in|at|during|come {piece} ; on or {date} ; during|over|in|on|at|into the|of? {stretch}",
        ("{weekday} <and> {weekday} ,? of|in? {week}", lambda a, b, at: Between(WeekdayOf(a, at), WeekdayOf(b, at))),
        ("{week} ,|on? {weekday} <and> {weekday}", lambda at, a, b: Between(WeekdayOf(a, at), WeekdayOf(b, at))),
        (
            "between|from {weekday} and|to {weekday} ,? of|in? {week}",
            lambda a, b, at: Between(WeekdayOf(a, at), WeekdayOf(b, at)),
        ),
    ),
    "stretch": (
        "{weekend} ; {part_of}",
        ("{period}", Whole),
        "{core_day}",
    ),
    "alternative": "or|/|maybe|to|-|through|until|.. ; ,? or maybe?|else?",
    "until": "to|-|through|until|.. ; up to|until ; to|- in|on|by",
    "joined": (
        (
            "this {weekday} or|to|- next",
            lambda number: Between(WeekdayOf(number, Coming("week")), WeekdayOf(number, _NEXT_WEEK)),
        ),
        "{span}",
        ("{span} <until> {span} ; between {span} and|to|- {span} ; from {span} <until> {span}", Between),
        ("{span} <alternative> {span}", Either),
        ("{span} <alternative> {span} <alternative> {span}", lambda a, b, c: Either(Either(a, b), c)),
    ),
}


def _upper(time: Time, *, by: bool = False) -> Clause:
    return Clause("upper", UpTo(time, by))


def _start(time: Time, *, after: bool = False) -> Clause:
    return Clause("start", From(time, after))


def _plain(time: Time) -> Clause:
    return Clause("plain", time)


def _end(at: object) -> Clause:
    return _upper(PartOf("end", "end", at))  # type: ignore[arg-type]


CLAUSES: dict[str, Rows] = {
    "by": (
        "by|until|through ; up to|until ; on|by or before|by ; before or on|by ; as late as ; "
        "up to and including ; by or on ; from|between? now|today until|to|through|and|-"
    ),
    "at_most": (
        "within|w in? ; inside of? ; in? under ; in? no|not more|longer|later than|then ; "
        "not over|beyond|past ; in? less|fewer|shorter than|then ; up to ; "
        "in? at the? very|absolute? most|latest|outside|longest|max ; the? latest ; in? a? max of? ; "
        "at? worst case?"
    ),
    "at_most_behind": (
        ",|(? at the? very|absolute? most|latest|outside|longest|max|worst )? ; "
        ",|(? the? latest|max|tops|most|maximum )? ; ,|(? worst case )? ; "
        ",|(? or|if|and not? possibly|maybe? less|sooner|earlier|before|fewer )? ; ,|( sooner|earlier )?"
    ),
    "before": "before ; prior to ; ahead of ; earlier|sooner than",
    "at_least": (
        "in? at least ; a? minimum of? ; in? more|longer|later than|then ; "
        "in? no|not less|fewer|sooner|earlier than|then ; in? over|upwards of? ; not|no before ; "
        "not|no until|for? at least|minimum ; not|no until? at the earliest ; "
        "from|starting|beginning|commencing on|from|in? ; at the? earliest|soonest|minimum|least ; "
        "on or after ; as soon|early as"
    ),
    "at_least_behind": (
        ",|(? at the? very? earliest|soonest|minimum|least )? ; ,|(? the? earliest|soonest|minimum )? ; "
        ",|(? or|and later|more|longer|after|beyond|up )? ; ,? onwards|plus|+|on"
    ),
    "after": "after|past|beyond|following ; not|no until after",
    "clause": (
        ("in|within|over|during|inside the coming month", lambda: _upper(Count(Fraction(30), Fraction(30), "day"))),
        ("in|within|over|during|for|inside the next|coming {soon}", _upper),
        ("<before> the? end|close of the? {kind}", lambda kind: _end(Coming(kind))),
        ("<before> the? end|close of? {period}", _end),
        ("<before> {ends}", _upper),
        ("by {hour} on? {near_day}", lambda clock, day: _upper(Timed(day, clock), by=True)),
        ("{amount} + {units}", lambda amount, unit: _start(single(amount, unit))),
        ("<before> the? {kind} end ; <before> the? {kind} is? out|over|up|through", lambda kind: _end(Coming(kind))),
        ("<before> the? weekend", lambda: _upper(WeekdayOf(4, Coming("week")))),
        ("<before> {bare_time} ; <before> {end_of_day} ; <before> {timed_day}", _upper),
        ("{joined} ; not|no until {joined} ; {joined} ,? give or take <counted>?", _plain),
        ("not|no {span} ,? but|rather {joined}", lambda rejected, time: _plain(Instead(rejected, time))),
        ("not|no for another? {counted}", _plain),
        ("<by> {joined}", lambda time: _upper(time, by=True)),
        ("by|until the {number}", lambda n: _upper(MonthDay(int(n)), by=True) if n == int(n) and n <= 31 else None),
        ("<at_most> {joined}", _upper),
        ("<at_most> by|within {joined}", lambda time: _upper(time, by=True)),
        ("by <at_most> {joined}", _upper),
        ("<at_most> {amount} ; {amount} <at_most_behind>", lambda amount: _upper(Elliptic(amount))),
        ("{joined} <at_most_behind>", lambda time: Clause("upper", AtLatest(time))),
        ("by|within|until {joined} <at_most_behind>", lambda time: _upper(time, by=True)),
        ("in|within|over|during|for|inside? the? next|coming|following {counted}", _upper),
        ("the? next fortnight", lambda: _upper(Count(ONE, ONE, "fortnight"))),
        ("within|inside of? the {unit}", lambda unit: _upper(_within_the(unit))),
        ("{near_day} ,? by {hour}", lambda day, clock: _upper(Timed(day, clock), by=True)),
        ("{core_day} ,? by|before {times}", lambda day, clock: _upper(Timed(day, clock), by=True)),
        ("<before> {joined}", lambda time: Clause("upper", Before(time))),
        ("<after> {joined}", lambda time: _start(time, after=True)),
        ("<at_least> {joined}", _start),
        ("<at_least> {amount}", lambda amount: _start(Elliptic(amount))),
        ("{joined} <at_least_behind> ; not|no until|before {joined} <at_least_behind>", _start),
        ("<past>", lambda: _plain(Never(past=True))),
        ("<unnamed>", lambda: _plain(Never(past=False))),
    ),
    "soon": (
        ("{one_unit}", lambda unit: single(Amount(), unit)),
        ("{one_unit} <or> {amount}", lambda unit, most: range_back(single(Amount(), unit), most)),
    ),
    "one_unit": tuple((unit, _constant(unit)) for unit in ("hour", "day", "week", "fortnight", "month", "year")),
    "past": (
        "{count} ago ; the day before? yesterday ; yesterday {part_of_day}? ; "
        "the? last|previous night|week|month|year|quarter|weekend ; on? last {weekday} {part_of_day}? ; "
        "last {month} ; earlier today|this ; earlier this week|month|year ; since {joined} ; "
        "for|in|over|during? the? past|last {count} ; for|in|over|during? the? past|last {units}"
    ),
    "unnamed": "in|over|during|within? the? next|coming|following {plural} ; in|over|during? {plural}",
    "plural": "days|weeks|months",
    "separator": (
        (",|(|-|.. so|then? ; so", _constant("")),
        (",|-|..? but", _constant("but")),
        (",|(? maybe|or|otherwise maybe?", _constant("or")),
        (",? if not", _constant("if not")),
        (",? and", _constant("and")),
    ),
}


def _within_the(unit: str) -> Time:
    """“within the month” is within a month, the later of two common readings (C12)."""
    if unit in ("quarter", "year"):
        return Whole(Coming(unit))
    return single(Amount(), unit)


@cache
def grammar() -> Grammar:
    """All the tables, prepared for reading."""
    return Grammar({**TIMES, **PIECES, **CLAUSES})
