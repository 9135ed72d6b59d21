"""The tables for whole phrases: pieces of time, what joins them, and what bounds them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from day12_data.promise import counts, date_rows, dates, period_rows, periods
from day12_data.promise.bounds import (
    Clause,
    after,
    at_most,
    before,
    between,
    by,
    by_at_most,
    days_of_week,
    either,
    latest,
    not_before,
    plain,
    too_many,
    within_the,
)
from day12_data.promise.counts import ONE, Count, counted, elliptic, nothing
from day12_data.promise.pattern import Grammar, Rows
from day12_data.promise.period_days import after_weekend, before_weekend
from day12_data.promise.periods import named, whole
from day12_data.promise.spans import Meaning


def _same(meaning: Meaning) -> Meaning:
    return meaning


def _bounded(bound: Callable[[Meaning], Clause]) -> Callable[[object, Meaning], Clause]:
    return lambda _, meaning: bound(meaning)


def _bounds(bound: Callable[[Meaning], Clause]) -> Callable[[Meaning, object], Clause]:
    return lambda meaning, _: bound(meaning)


def _one_of(unit: str) -> Clause:
    return at_most(counted(Count(ONE, ONE, unit)))


def _next_or(unit: str, _to: object, most: counts.Amount) -> Clause:
    return at_most(counted(Count(ONE, most.ends(unit)[1], unit)))


def _in_the_next(least: counts.Amount, most: counts.Amount, unit: str) -> Clause:
    return at_most(counted(Count(least.ends(unit)[0], most.ends(unit)[1], unit)))


def _stated_next(least: counts.Amount, most: counts.Amount, unit: str) -> Clause:
    return plain(counted(Count(least.ends(unit)[0], most.ends(unit)[1], unit, stated=True)))


def _instead(rejected: Meaning, _but: object, meaning: Meaning) -> Clause:
    """“not this week but next”."""
    return plain(lambda scene: meaning(replace(scene, prior=rejected(scene))))


def _hour_of(number: object, day: Meaning) -> Clause | None:
    return by(day) if number in range(1, 13) else None


def _least_and_most(
    _least: object, low: counts.Amount, _sep: object, _most: object, high: counts.Amount, unit: str
) -> Clause:
    return plain(counted(Count(low.ends(unit)[0], high.ends(unit)[1], unit, stated=True)))


PIECES: dict[str, Rows] = {
    "piece": (
        ("{day}", _same),
        ("{dates}", _same),
        ("{counted}", _same),
        ("{day_of_period}", _same),
        ("{part_of}", _same),
        ("{weekend}", _same),
        ("{month_name}", named),
        ("{quarter_name}", named),
        ("{period}", whole),
        ("one|some|any|a day of|in? {period}", whole),
        ("after the? weekend", lambda: after_weekend),
        ("{bare_time}", _same),
    ),
    "span": (
        ("{piece}", _same),
        ("on|in|at|during|for|of|come {piece}", _same),
        ("during|over|in|on the? of? {stretch}", _same),
        ("on or {date}", _same),
        ("{weekday} {or} {weekday} of|in? {week}", lambda first, _, last, at: days_of_week(first, last, at)),
        ("{week} ,? on? {weekday} {or} {weekday}", lambda at, first, _, last: days_of_week(first, last, at)),
        ("between|from? {weekday} and|to {weekday} of|in? {week}", days_of_week),
    ),
    "stretch": (
        ("{weekend}", _same),
        ("{part_of}", _same),
        ("{period}", whole),
        ("{core_day}", _same),
    ),
    "or": (("or|/|maybe|to|-|through|until|..", nothing),),
    "until": (("to|-|through|until|..", nothing), ("up to|until", nothing), ("to|- in|on|by", nothing)),
    "joined": (
        ("this {weekday} or|to next", lambda number: between(dates.this(number), dates.next_(number))),
        ("{span}", _same),
        ("{span} {until} {span}", lambda first, _, last: between(first, last)),
        ("between {span} and|to|- {span}", between),
        ("from {span} {until} {span}", lambda first, _, last: between(first, last)),
        ("{span} or|/|maybe {span}", either),
        ("{span} or|/|,|maybe {span} or|/|maybe {span}", too_many),
    ),
}

BOUNDS: dict[str, Rows] = {
    "by": (
        ("by|until|through", nothing),
        ("up to|until", nothing),
        ("on or before|by", nothing),
        ("by or on|before", nothing),
        ("before or on|by", nothing),
        ("now|today until|to|through", nothing),
        ("from|between now|today until|to|through|and|-", nothing),
    ),
    "at_most": (
        ("within in?", nothing),
        ("inside of?", nothing),
        ("in? under", nothing),
        ("in? no|not more|longer|later than", nothing),
        ("not over", nothing),
        ("in? less|fewer|shorter than", nothing),
        ("up to", nothing),
        ("as late|long|much|many as", nothing),
        ("in? at the? most|latest|outside|longest|max", nothing),
        ("the? latest", nothing),
        ("in? a? max of?", nothing),
        ("worst case", nothing),
        ("at worst", nothing),
    ),
    "at_most_behind": (
        (",? at the? most|latest|outside|longest|max|worst", nothing),
        (",? the? latest", nothing),
        (",? max|tops|most", nothing),
        (",? worst case", nothing),
        (",? or less|sooner|earlier|before|fewer", nothing),
        (",? if not sooner|before|earlier", nothing),
        (", sooner|earlier", nothing),
        ("maybe sooner|earlier", nothing),
    ),
    "before": (("before", nothing), ("prior to", nothing), ("ahead of", nothing), ("earlier|sooner than", nothing)),
    "at_least": (
        ("in? at least", nothing),
        ("a? minimum of?", nothing),
        ("in? more|longer|later than", nothing),
        ("in? no|not less|fewer|sooner|earlier than", nothing),
        ("in? over", nothing),
        ("not|no before", nothing),
        ("not|no until? at least|minimum", nothing),
        ("not|no until? at the earliest", nothing),
        ("not for at least", nothing),
        ("from|starting|beginning|commencing on|from|in?", nothing),
        ("as soon|early|little as", nothing),
        ("earliest", nothing),
        ("at the? earliest|soonest|minimum|least", nothing),
        ("best case", nothing),
        ("on or after", nothing),
    ),
    "at_least_behind": (
        (",? at the? earliest|soonest|minimum|least", nothing),
        (",? the? earliest|soonest", nothing),
        (",? minimum", nothing),
        (",? or later|more|longer|after|beyond", nothing),
        (",? and up|beyond|later|after|onwards|more", nothing),
        (",? onwards|plus|+|on|out", nothing),
        ("best case", nothing),
    ),
    "after": (("after|since|past|beyond|following", nothing), ("not|no until after", nothing)),
    "clause": (
        ("in|within|over|during|for|inside the next {unit}", _one_of),
        ("the? next fortnight", lambda: _one_of("fortnight")),
        ("in|within|over|during|for|inside? the? next {units} {to} {amount}", _next_or),
        ("in|within|over|during|for|inside the next {amount} or {amount} {units}", _in_the_next),
        ("in|within|over|during|for|inside the next {amount} to|- {amount} {units}", _stated_next),
        ("{amount} + {units}", lambda amount, unit: not_before(counted(counts.single(amount, unit)))),
        ("{joined}", plain),
        ("not|no until {joined}", plain),
        ("not|no for another? {counted}", plain),
        ("not|no {span} {other} {joined}", _instead),
        ("{by} {joined}", _bounded(by)),
        ("by|until the {number}", lambda number: by(dates.month_day(int(number))) if number == int(number) else None),
        ("by|before the? day end|out|over|up", lambda: by(dates.ahead(0))),
        ("{at_most} {joined}", _bounded(at_most)),
        ("{at_most} by {joined}", _bounded(at_most)),
        ("by {at_most} {joined}", _bounded(at_most)),
        ("{at_most} {amount}", lambda _, amount: at_most(elliptic(amount))),
        ("{amount} {at_most_behind}", lambda amount, _: at_most(elliptic(amount))),
        ("{joined} {at_most_behind}", _bounds(latest)),
        ("by {joined} {at_most_behind}", _bounds(by_at_most)),
        ("{at_most} {joined} {at_most_behind}", lambda _, joined, __: at_most(joined)),
        ("in|within|over|during|for|inside? the? next|coming|following {counted}", at_most),
        ("within|inside of? the {kind}", within_the),
        ("within|inside of? the {unit}", _one_of),
        ("by {number} on? {near_day}", _hour_of),
        ("{near_day} ,? by {number}", lambda day, number: _hour_of(number, day)),
        ("{core_day} ,? by|before {time_of_day}", lambda day, _: by(day)),
        ("{before} the? end|close of the? {kind}", lambda _, kind: at_most(_end(periods.current(kind)))),
        ("{before} the? end|close of? {period}", lambda _, at: at_most(_end(at))),
        ("{before} the? {kind} end|out|over|up|through", lambda _, kind: at_most(_end(periods.current(kind)))),
        ("{before} {period} end|out|over|up|through", lambda _, at: at_most(_end(at))),
        ("{before} {counted} out|over|up|past|through", _bounded(at_most)),
        ("{before} {ends}", _bounded(at_most)),
        ("{before} the? weekend", lambda _: plain(before_weekend)),
        ("{before} {weekend} end|out|over|up", _bounded(at_most)),
        ("{before} the? end|close of {weekend}", _bounded(at_most)),
        ("{before} {bare_time}", _bounded(at_most)),
        ("{before} {end_of_day}", _bounded(at_most)),
        ("{before} {timed_day}", _bounded(at_most)),
        ("{before} {joined}", _bounded(before)),
        ("{after} {joined}", _bounded(after)),
        ("not until after the? weekend", lambda: plain(after_weekend)),
        ("{at_least} {joined}", _bounded(not_before)),
        ("{at_least} {amount}", lambda _, amount: not_before(elliptic(amount))),
        ("{joined} {at_least_behind}", _bounds(not_before)),
        ("not|no until {joined} {at_least_behind}", _bounds(not_before)),
        ("{at_least} {joined} {at_least_behind}", lambda _, joined, __: not_before(joined)),
        ("{at_least} {amount} {separator} {at_most} {amount} {units}", _least_and_most),
    ),
    "other": ((",? but|maybe|rather", nothing), (",", nothing)),
    "separator": (
        (",|but|so|-|..", nothing),
        (", but|so|or", nothing),
        (",? and", lambda: "and"),
        ("; but|and|so|or?", lambda: ";"),
        ("but|and so", nothing),
        ("maybe", lambda: "maybe"),
        ("or", lambda: "maybe"),
        (",? if not", lambda: "if not"),
        (",? otherwise", lambda: "maybe"),
    ),
}


def _end(at: periods.At) -> Meaning:
    return periods.part_of(periods.Part("end"), at)


@cache
def grammar() -> Grammar:
    """All the tables, prepared for reading."""
    return Grammar({**counts.ROWS, **date_rows.ROWS, **period_rows.ROWS, **PIECES, **BOUNDS})
