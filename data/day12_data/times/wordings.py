"""The tables by which times are read. To teach a new way of naming a time, add a row to the table of its kind here.

How a row is written says times/grammar.py. COUNTS, DAYS and PERIODS are for every field; CLAUSES, for promises, bounds
their times: "by", "before", "until", "or". Nothing but tables stands here, so it is longer than other modules.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from fractions import Fraction
from functools import cache

from day12_data.times import counts, days, periods
from day12_data.times.bounds import Before, Between, Either, From, Instead, UpTo
from day12_data.times.counts import HALF, Amount, Count, CountFrom, Elliptic, Event, Gone, single
from day12_data.times.days import NOON, Agreeing, Ahead, Clock, Dated, MonthDay, Prior, Timed, Weekday, WeekdayOf
from day12_data.times.grammar import Grammar, Rows, texts
from day12_data.times.periods import Coming, NthDay, NthWeek, Numbered, PartOf, Whole, part_of_this
from day12_data.times.spans import Calendar

_NEXT_WEEK = Coming("week", 1)
_NEXT_WORKING_DAY = CountFrom(single(Amount(), "working day"), Prior(needed=False))
_ENDS = {"eow": "week", "eom": "month", "eoq": "quarter", "eoy": "year"}


def _constant(value: object) -> Callable[..., object]:
    return lambda *_: value


def _dates(month: int, days: tuple[int, int], year: int | None) -> Between:
    return Between(*(Dated(day, month, year) for day in days))


def _weekdays(week: Calendar, first: int, last: int) -> Between:
    return Between(WeekdayOf(first, week), WeekdayOf(last, week))


COUNTS: dict[str, Rows] = {
    "amount": (
        ("a|another? {number}", Amount),
        ("{number} ( {number} )", lambda spelt, figure: Amount(figure) if spelt == figure else None),
        ("{number} and a? half", lambda number: Amount(number + HALF)),
        ("{number} {number}", lambda number, part: Amount(number + part) if part == HALF <= number else None),
        ("a|an|another", _constant(Amount())),
        ("a? half a?", _constant(Amount(HALF))),
        ("a|another|the? couple of?", _constant(Amount(Fraction(2)))),
        ("a|another? few", _constant(Amount(word="few"))),
        ("another? several", _constant(Amount(word="several"))),
    ),
    "units": (
        "{unit} ; more|full|whole|solid|good|of|long {units}",
        ("business|working|work {unit}", counts.working),
    ),
    "single": (
        ("{amount} -? {units}", single),
        ("fortnight", lambda: single(Amount(), "fortnight")),
        ("{amount} {units} and a half", lambda amount, unit: single(Amount(amount.number + HALF), unit)),
        ("{amount} {units} and? {amount} {units}", counts.added),
        ("{amount} {unit} ,|(? business|working )?", lambda amount, unit: single(amount, counts.working(unit) or unit)),
    ),
    "count": (
        "{single}",
        ("{amount} <to>|<or> {amount} -? {units} ; {amount} , {amount} {units}", counts.ranged),
        ("between|from {amount} <and> {amount} {units}", counts.ranged),
        ("{amount} <to> {amount} {units} <or> {amount}", lambda a, b, unit, c: counts.ranged(a, c, unit)),
        ("{single} <to>|<or> {amount} ; between {single} <and> {amount}", counts.range_back),
        ("{single} <to> {single} ; between|from {single} <and> {single}", counts.range_of),
        ("{single} <or> {single}", lambda a, b: counts.range_of(a, b, alternatives=True)),
    ),
    "counted": (
        "the? {count} ; {count} time? from now|today|here ; {count} time|hence|out|away",
        ("{count} time? from|after|of|on|following {day} ; {count} {near_day}", CountFrom),
        ("{count} time? from|after|of|following <that>", lambda count: CountFrom(count, Prior())),
        ("{count} after|afterwards|afterward|thereafter", lambda count: CountFrom(count, Prior())),
        ("{count} later", lambda count: CountFrom(count, Prior(needed=False))),
        (
            "{count} time? from|after|following {event} ; {count} of {event_noun}",
            lambda count, event: CountFrom(count, Event(event)),
        ),
    ),
    "one_unit": tuple(
        (unit, _constant(single(Amount(), unit))) for unit in ("hour", "day", "week", "fortnight", "month", "year")
    ),
    **texts("""
to: to|-|through|until|/|.. ; up to ; - to -
or: or to? ; ,? maybe or?
and: and|to|-|or|until|through|/ ; - to -
that: that|this|then|those|it date|day|point?
event: the date|day|time of {event} ; {word} ;
    the|your|our|their|my|all|a|his|her|those|these|last|you|we|they|i|everyone {word}
event_noun: the|your|our|their|my|all|receiving|a|completing|finishing|submitting|his|her {word}
"""),
}

DAYS: dict[str, Rows] = {
    "near_day": (
        ("today|tonight", lambda: Ahead(0)),
        ("tomorrow", lambda: Ahead(1)),
        ("{weekday}", Weekday),
        ("next {weekday}", lambda number: WeekdayOf(number, _NEXT_WEEK)),
    ),
    "number_of_day": (
        "the? {nth}",
        ("the? {number}", lambda number: int(number) if number == int(number) and number <= 31 else None),
    ),
    "date": (
        ("{number_of_day} of? -? {month} ,|-? {year}?", Dated),
        ("{month} -? {number_of_day} ,? {year}?", lambda month, number, year: Dated(number, month, year)),
        ("{figures}", days.InFigures),
        ("the? {nth} of the month ; the? {nth}", MonthDay),
    ),
    "two_days": (("{number_of_day} <and> {number_of_day}", lambda first, last: (first, last)),),
    "dates": (
        ("between|from? {month} {two_days} ,? {year}?", _dates),
        ("between|from? {two_days} of? {month} ,? {year}?", lambda two, month, year: _dates(month, two, year)),
        (
            "{figures} <to> {number}",
            lambda each, last: Between(days.InFigures(each), days.InFigures(each._replace(second=int(last)))),
        ),
    ),
    "core_day": (
        ("later|early|late|this? on? today|tonight ; later? this afternoon|evening|lunch", lambda: Ahead(0)),
        ("later? this morning", lambda: Timed(Ahead(0), Clock(NOON))),
        ("early|late|later|first? tomorrow ; in? the morning", lambda: Ahead(1)),
        ("the? same day", lambda: Prior(needed=False)),
        ("that same? day|<part_of_day>", lambda *_: Prior()),
        ("the? next|following day", lambda: Ahead(1, Prior(needed=False))),
        ("the? day after|following", lambda: Ahead(1, Prior())),
        ("the? day after {core_day}", lambda day: Ahead(1, day)),
        ("the? next|first|1st|following? <working_day>", lambda: _NEXT_WORKING_DAY),
        ("{weekday} ; early|late|come|the on? {weekday} ; the? {weekday} after {core_day}", Weekday),
        ("this|the? coming {weekday} ; this? {weekday} coming", Weekday),
        ("this {weekday}", lambda number: WeekdayOf(number, Coming("week"))),
        ("the? next {weekday} ; {weekday} next", lambda number: WeekdayOf(number, _NEXT_WEEK)),
        ("the? {weekday} after next", lambda number: WeekdayOf(number, Coming("week", 2))),
        ("the? following {weekday}", lambda number: Weekday(number, Prior(needed=False))),
        ("the {weekday} after|following", lambda number: Weekday(number, Prior())),
        ("the? {weekday} ,? of|in? {week}", WeekdayOf),
        ("{week} on? {weekday}", lambda at, number: WeekdayOf(number, at)),
        ("{near_day} a? week", lambda day: Ahead(7, day)),
        ("{near_day} fortnight", lambda day: Ahead(14, day)),
        ("the? this|same time|day next week", lambda: Ahead(7)),
        "the? this|same time {core_day} ; {date}",
        ("this|the|next? {weekday} ,|the? {date}", Agreeing),
        ("{date} ,|(|is? a? {weekday} )?", lambda day, weekday: Agreeing(weekday, day)),
        ("{weekday} ,? {number_of_day}", lambda weekday, day: Agreeing(weekday, MonthDay(day))),
    ),
    "named_time": (
        ("eod|cob|midnight ; the? close|end|start of? business|play|working", Clock),
        ("the? close|end|start of? the? business|working? day", Clock),
        ("noon", lambda: Clock(NOON)),
        ("the? lunch ; the? early|mid|late? -? morning", lambda: Clock(over=NOON)),
        ("the? early|mid|late? -? afternoon|evening|night", Clock),
        ("first thing in? the? morning?", lambda: Clock(over=time(9))),  # tomorrow's, unless it was said in the night
        "{clocked}",
        ("{clocked} {zone} time?", lambda clock, zone: clock._replace(zone=zone)),
    ),
    "time_of_day": (
        "{named_time} ; between|from? <clocked>|<number> <and> {clocked}",
        ("in|during the? early|mid|late? -? <part_of_day> ; last thing at? night? ; am|pm", Clock),
    ),
    "clocked": (("{clock}", lambda at: Clock(at) if at is not None else None),),
    "hour": (
        (
            "{number}",
            lambda number: Clock(time(int(number) + 12 * (number < 8)), bare=True) if number in range(1, 13) else None,
        ),
    ),
    "times": (
        "{time_of_day} )? ; at {hour} <times>? ; between|from <hour> and|to|- {hour}",
        ("{time_of_day} <glue>? {times}", lambda first, last: first if first.at else last),
    ),
    "timed_day": (
        ("{times} <glue>? {core_day} ; {hour} {core_day} <part_of_day>", lambda clock, day: Timed(day, clock)),
        ("{times} <glue>? {core_day} <glue>? <times>", lambda clock, day: Timed(day, clock)),
        ("{core_day} <glue>? {times} ; {core_day} <part_of_day> {hour}", Timed),
    ),
    "bare_time": (("{named_time}", days.NextTime),),
    **texts("""
part_of_day: morning|afternoon|evening|night
end_of_day: the? end|close|start of|- {core_day} ; {core_day} end|close
working_day: business|working|work day
glue: at|on|,|in|of|after|(
day: {core_day}|{end_of_day}|{timed_day}
"""),
}

PERIODS: dict[str, Rows] = {
    "week": (
        ("this week", lambda: Coming("week")),
        ("the? next|coming week ; this coming week ; week next", lambda: _NEXT_WEEK),
        ("the? week after next", lambda: Coming("week", 2)),
        ("the? following week ; the? week after|following that|this?", lambda: Coming("week", 1, Prior(needed=False))),
        ("that week ; the? same week", lambda: Coming("week", 0, Prior())),
        ("{date} week", lambda day: Coming("week", 0, day)),
        ("the? week of|commencing|beginning|starting|ending on? {day}", lambda day: Coming("week", 0, day)),
        ("the? week after {day}", lambda day: Coming("week", 1, day)),
    ),
    "weekend": (
        ("this? the? coming? weekend", lambda: Coming("weekend")),
        ("the? next|following weekend", lambda: Coming("weekend", 1)),
        ("the? weekend after next", lambda: Coming("weekend", 2)),
    ),
    "month_name": (("{month} ,|of? {year}?", lambda month, year: Numbered("month", month, year)),),
    "month_period": (
        "{month_name}",
        ("this month", lambda: Coming("month")),
        ("the? next|coming|following month ; the? month after", lambda: Coming("month", 1, Prior(needed=False))),
        ("the? month after next", lambda: Coming("month", 2)),
    ),
    "quarter_name": (
        ("{quarter} of? {year}?", lambda number, year: Numbered("quarter", number, year)),
        ("the? {nth} quarter of? {year}?", lambda nth, year: Numbered("quarter", nth, year) if nth < 5 else None),
        ("{halfyear} of? {year}?", lambda number, year: Numbered("half", number, year)),
    ),
    "long_period": (
        "{quarter_name}",
        *((f"this {kind}", _constant(Coming(kind))) for kind in ("quarter", "year")),
        *((f"the? next|coming|following {kind}", _constant(Coming(kind, 1))) for kind in ("quarter", "year")),
        ("{year}", lambda year: Numbered("year", 1, year)),
    ),
    "period": "{week}|{weekend}|{month_period}|{long_period}",
    "part": (
        ("early|earlier ; the? early|first|earlier few? part|days", _constant("early")),
        ("the? beginning|start|top", _constant("beginning")),
        ("the? very? mid|middle -? part?", _constant("mid")),
        ("late ; the? latter|last|later part ; the? tail|back -? end", _constant("late")),
        ("the? very? end|close ; the? last|final week", _constant("end")),
        ("the? {nth} half", lambda number: {1: "first half", 2: "second half"}.get(number)),
        ("the? latter|back half", _constant("second half")),
    ),
    "part_of": (
        ("{part} -? of|in|on? {period}|{month_week}", PartOf),
        ("{part} <and> {part} -? of|in? {period}", lambda first, last, at: PartOf(first, at, last)),
        ("{period} end|ending", lambda at: PartOf("end", at)),
        ("{part} -? of|in|on? the? {kind}", part_of_this),
        ("the? {kind} -? end|close", lambda kind: part_of_this("end", kind)),
        ("later on? in? this|the {kind}", lambda kind: Whole(Coming(kind), rest=True)),
        ("the? rest|remainder of this|the? {kind}", lambda kind: Whole(Coming(kind), rest=True)),
        ("later on? in? next {kind}", lambda kind: PartOf("late", Coming(kind, 1))),
        ("this <and> next {kind}", lambda kind: Between(Whole(Coming(kind)), Whole(Coming(kind, 1)))),
        ("midweek", lambda: part_of_this("mid", "week")),
        ("midweek next week ; next midweek", lambda: PartOf("mid", _NEXT_WEEK)),
        (
            "the? {nth} <and> the? {nth} week of|in {month_here}",
            lambda first, last, at: Between(Whole(NthWeek(first, at)), Whole(NthWeek(last, at))),
        ),
        "{ends}",
        ("{month_week}", Whole),
    ),
    "ends": (
        *((short, _constant(part_of_this("end", kind))) for short, kind in _ENDS.items()),
        ("eow {week} ; eom {month_period}", lambda at: PartOf("end", at)),
    ),
    "kind": (
        *((kind, _constant(kind)) for kind in ("week", "weekend", "month", "quarter", "year")),
        ("business|working|work|full|whole week", _constant("week")),
    ),
    "month_week": (
        ("the? {nth} full|whole|business|working? week of|in {month_here}", NthWeek),
        ("week {number} of|in {month_here}", lambda number, at: NthWeek(int(number), at)),
    ),
    "month_here": ("{month_period}", ("the month", lambda: Coming("month"))),
    "period_here": ("{period}", ("the {kind}", Coming)),
    "nth_or_last": ("{nth}", ("last|final", _constant(0))),
    "day_of_period": (
        ("the? {nth_or_last} {weekday} of|in {month_here}", NthDay),
        ("the? {nth} of {month_here}", lambda nth, at: NthDay(nth, "day", at)),
        ("the? {nth_or_last} day of|in {period_here}", lambda nth, at: NthDay(nth, "day", at)),
        ("the? {nth_or_last} <working_day> of|in {period_here}", lambda nth, at: NthDay(nth, "working day", at)),
        ("{part} of? the? next", lambda part: PartOf(part, periods.NextOne())),
        ("the? next one?", lambda: Whole(periods.NextOne())),
    ),
}

TIMES: dict[str, Rows] = {**COUNTS, **DAYS, **PERIODS}


def _end(at: str | Coming) -> UpTo:
    return UpTo(PartOf("end", Coming(at) if isinstance(at, str) else at))


CLAUSES: dict[str, Rows] = {
    "piece": (
        "{day}|{dates}|{counted}|{day_of_period}|{part_of}",
        ("{month_name}|{quarter_name}", lambda at: Whole(at, named=True)),
        ("{period} ; one|some|any|a day|time|point of|in? {period}", Whole),
        ("after the? weekend", lambda: PartOf("early", _NEXT_WEEK)),
        "{bare_time}",
    ),
    "span": (
        "{piece} ; on|in|at|during|come {piece} ; on or {date} ; during|over|in|on|at|into the|of? {stretch}",
        ("{week} ,|on? {weekday} <and> {weekday}", _weekdays),
        ("between|from? {weekday} <and> {weekday} ,? of|in? {week}", lambda a, b, at: _weekdays(at, a, b)),
    ),
    "stretch": ("{part_of}", ("{period}", Whole), "{core_day}"),
    "joined": (
        "{span}",
        ("{span} <until> {span} ; between {span} and|to|- {span} ; from {span} <until> {span}", Between),
        ("{span} <alternative> {span}", Either),
        ("{span} <alternative> {span} <alternative> {span}", lambda a, b, c: Either(Either(a, b), c)),
    ),
    "clause": (
        ("in|within|over|during|inside the coming month", lambda: UpTo(Count(Fraction(30), Fraction(30), "day"))),
        ("in|within|over|during|for|inside the next|coming {soon}", UpTo),
        ("<before> the? end|close of the? {kind} ; <before> the? end|close of? {period}", _end),
        ("<before> {ends}", UpTo),
        ("by {hour} on? {near_day}", lambda clock, day: UpTo(Timed(day, clock), by=True)),
        ("{amount} + {units}", lambda amount, unit: From(single(amount, unit))),
        ("<before> the? {kind} end ; <before> the? {kind} is? out|over|up|through", _end),
        ("<before> the? weekend", lambda: UpTo(WeekdayOf(4, Coming("week")))),
        ("<before> {bare_time}|{end_of_day}|{timed_day}", UpTo),
        "{joined} ; not|no until {joined} ; {joined} ,? give or take <counted>? ; not|no for another? {counted}",
        ("not|no {span} ,? but|rather {joined}", Instead),
        ("<by> {joined}", lambda time: UpTo(time, by=True)),
        ("by|until the {number}", lambda n: UpTo(MonthDay(int(n)), by=True) if n == int(n) and n <= 31 else None),
        ("<at_most> {joined}", UpTo),
        ("<at_most> by|within {joined} ; by|within|until {joined} <at_most_behind>", lambda time: UpTo(time, by=True)),
        ("by <at_most> {joined}", UpTo),
        ("<at_most> {amount} ; {amount} <at_most_behind>", lambda amount: UpTo(Elliptic(amount))),
        ("{joined} <at_most_behind>", lambda time: UpTo(time, latest=True)),
        ("in|within|over|during|for|inside? the? next|coming|following {counted}", UpTo),
        ("the? next {one_unit} ; within|inside of? the {one_unit}", UpTo),
        ("within|inside of? the year|quarter", lambda: UpTo(Whole(Coming("year")))),
        ("{near_day} ,? by {hour} ; {core_day} ,? by|before {times}", lambda day, at: UpTo(Timed(day, at), by=True)),
        ("<before> {joined}", Before),
        ("<after> {joined}", lambda time: From(time, after=True)),
        ("<at_least> {joined} ; {joined} <at_least_behind> ; not|no until|before {joined} <at_least_behind>", From),
        ("<at_least> {amount}", lambda amount: From(Elliptic(amount))),
        ("<past>", Gone),
    ),
    "soon": ("{one_unit}", ("{one_unit} <or> {amount}", counts.range_back)),
    "separator": (
        (",|(|-|.. so|then? ; so", _constant("")),
        (",|-|..? but", _constant("but")),
        (",|(? maybe|or|otherwise maybe?", _constant("or")),
        (",? if not", _constant("if not")),
        (",? and", _constant("and")),
    ),
    **texts("""
alternative: or|/|maybe|to|-|through|until|.. ; ,? or maybe?|else?
until: to|-|through|until|.. ; up to|until ; to|- in|on|by
by: by|until|through ; up to|until ; on|by or before|by ; before or on|by ; as late as ; up to and including ;
    by or on ; from|between? now|today until|to|through|and|-
at_most: within|w in? ; inside of? ; in? under ; in? no|not more|longer|later than|then ; not over|beyond|past ;
    in? less|fewer|shorter than|then ; up to ; in? at the? very|absolute? most|latest|outside|longest|max ;
    the? latest ; in? a? max of? ; at? worst case?
at_most_behind: ,|(? at the? very|absolute? most|latest|outside|longest|max|worst )? ; ,|(? worst case )? ;
    ,|(? the? latest|max|tops|most|maximum )? ; ,|( sooner|earlier )? ;
    ,|(? or|if|and not? possibly|maybe? less|sooner|earlier|before|fewer )?
before: before ; prior to ; ahead of ; earlier|sooner than
at_least: in? at least ; a? minimum of? ; in? more|longer|later than|then ; in? over|upwards of? ; not|no before ;
    in? no|not less|fewer|sooner|earlier than|then ; not|no until|for? at least|minimum ;
    not|no until? at the earliest ; from|starting|beginning|commencing on|from|in? ;
    at the? earliest|soonest|minimum|least ; on or after ; as soon|early as
at_least_behind: ,|(? at the? very? earliest|soonest|minimum|least )? ; ,|(? the? earliest|soonest|minimum )? ;
    ,|(? or|and later|more|longer|after|beyond|up )? ; ,? onwards|plus|+|on
after: after|past|beyond|following ; not|no until after
past: {count} ago ; the day before? yesterday ; yesterday {part_of_day}? ; last {month} ; earlier today|this ;
    the? last|previous night|week|month|year|quarter|weekend ; on? last {weekday} {part_of_day}? ; since {joined} ;
    earlier this week|month|year ; for|in|over|during? the? past|last {count}|{units}
"""),
}


@cache
def grammar() -> Grammar:
    """All the tables, prepared for reading a promise."""
    return Grammar({**TIMES, **CLAUSES})
