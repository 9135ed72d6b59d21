"""The tables by which counts, days and periods are read, for every field. To teach a new way of naming one, add a row.

How a row is written says dates/pattern.py.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from fractions import Fraction

from day12_data.dates.pattern import Rows
from day12_data.times.bounds import Between
from day12_data.times.counts import (
    HALF,
    ONE,
    Amount,
    Count,
    CountFrom,
    CountFromEvent,
    added,
    and_a_half,
    range_back,
    range_of,
    ranged,
    single,
    working,
)
from day12_data.times.days import (
    EVENING,
    MORNING,
    NOON,
    Agreeing,
    Ahead,
    Clock,
    Dated,
    InFigures,
    MonthDay,
    NextTime,
    Plus,
    Prior,
    Timed,
    Weekday,
    WeekdayAfter,
    WeekdayOf,
)
from day12_data.times.periods import (
    Coming,
    DayOf,
    EndDays,
    LaterIn,
    NextOne,
    NthWeek,
    NthWeekday,
    Numbered,
    PartOf,
    PartOfThis,
    Weekend,
    Whole,
)

_NEXT_WEEK = Coming("week", 1)
_WORKING_DAY = Count(ONE, ONE, "working day")


def _constant(value: object) -> Callable[..., object]:
    return lambda *_: value


COUNTS: dict[str, Rows] = {
    "amount": (
        ("a? {number}", Amount),
        ("{number} ( {number} )", lambda spelt, figure: Amount(figure) if spelt == figure else None),
        ("another {number}", Amount),
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
        ("business|working|work {unit}", working),
    ),
    "to": "to|-|through|until|/|.. ; up to ; - to -",
    "or": "or to? ; ,? maybe or?",
    "single": (
        ("{amount} -? {units}", single),
        ("fortnight", lambda: single(Amount(), "fortnight")),
        ("{amount} {units} and a half", lambda amount, unit: and_a_half(single(amount, unit))),
        ("{amount} {units} and? {amount} {units}", lambda a, unit, b, other: added(single(a, unit), single(b, other))),
        ("{amount} {unit} ,|(? business|working )?", lambda amount, unit: single(amount, working(unit) or unit)),
    ),
    "count": (
        "{single}",
        ("{amount} <to> {amount} -? {units} ; {amount} <or> {amount} -? {units} ; {amount} , {amount} {units}", ranged),
        ("{amount} <to> {amount} {units} <or> {amount}", lambda a, b, unit, c: ranged(a, c, unit)),
        ("{single} <to> {amount} ; {single} <or> {amount}", range_back),
        ("{single} <to> {single}", range_of),
        ("{single} <or> {single}", lambda a, b: range_of(a, b, alternatives=True)),
        ("between|from {amount} <and> {amount} {units}", ranged),
        ("between|from {single} <and> {single}", range_of),
        ("between {single} <and> {amount}", range_back),
    ),
    "and": "and|to|-|or|until|through|/ ; - to -",
    "counted": (
        "the? {count}",
        "{count} time? from now|today|here ; {count} time|hence|out|away",
        ("{count} time? from|after|of|on|following {day} ; {count} {near_day}", CountFrom),
        ("{count} time? from|after|of|following <that>", lambda count: CountFrom(count, Prior())),
        ("{count} after|afterwards|afterward|thereafter", lambda count: CountFrom(count, Prior())),
        ("{count} later", lambda count: CountFrom(count, Prior(needed=False))),
        ("{count} time? from|after|following {event} ; {count} of {event_noun}", CountFromEvent),
    ),
    "that": "that|this|then|those|it {also}?",
    "also": "date|day|point",
    "event": (
        "the date|day|time of {event} ; "
        "the|your|our|their|my|all|a|his|her|those|these|last|you|we|they|i|everyone {word} ; {word}"
    ),
    "event_noun": "the|your|our|their|my|all|receiving|a|completing|finishing|submitting|his|her {word}",
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
        ("{figures}", InFigures),
        ("the? {nth} of the month ; the? {nth}", MonthDay),
    ),
    "dates": (
        (
            "{month} {number_of_day} <and> {number_of_day} ,? {year}?",
            lambda month, a, b, year: Between(Dated(a, month, year), Dated(b, month, year)),
        ),
        (
            "between|from? {number_of_day} <and> {number_of_day} of? {month} ,? {year}?",
            lambda a, b, month, year: Between(Dated(a, month, year), Dated(b, month, year)),
        ),
        (
            "between|from {month} {number_of_day} <and> {number_of_day} ,? {year}?",
            lambda month, a, b, year: Between(Dated(a, month, year), Dated(b, month, year)),
        ),
        (
            "{figures} {month} {year}?",
            lambda each, month, year: Between(Dated(each.first, month, year), Dated(each.second, month, year)),
        ),
        (
            "{figures} <to> {number}",
            lambda each, last: Between(InFigures(each), InFigures(each._replace(second=int(last)))),
        ),
    ),
    "core_day": (
        ("today|tonight", lambda: Ahead(0)),
        ("the? same day", lambda: Prior(needed=False)),
        ("later|early|late|this on? today|tonight", lambda: Ahead(0)),
        ("later? this morning", lambda: Timed(Ahead(0), Clock(NOON))),
        ("later? this afternoon|evening|lunch", lambda: Ahead(0)),
        ("early|late|later|first? tomorrow ; in? the morning", lambda: Ahead(1)),
        ("that same? day|morning|afternoon|evening|night", Prior),
        ("the? next|following day", lambda: Plus(Prior(needed=False), 1)),
        ("the? day after|following", lambda: Plus(Prior(), 1)),
        ("the? day after {core_day}", lambda day: Plus(day, 1)),
        ("the? next|first|1st? business|working|work day", lambda: CountFrom(_WORKING_DAY, Prior(needed=False))),
        ("the? following business|working|work day", lambda: CountFrom(_WORKING_DAY, Prior(needed=False))),
        ("{weekday} ; early|late|come|the on? {weekday}", Weekday),
        ("this {weekday}", lambda number: WeekdayOf(number, Coming("week"))),
        ("this|the? coming {weekday} ; this? {weekday} coming", Weekday),
        ("the? next {weekday} ; {weekday} next", lambda number: WeekdayOf(number, _NEXT_WEEK)),
        ("the? {weekday} after next", lambda number: WeekdayOf(number, Coming("week", 2))),
        ("the? {weekday} after {core_day}", WeekdayAfter),
        ("the? following {weekday}", lambda number: WeekdayAfter(number, Prior(needed=False))),
        ("the {weekday} after|following", lambda number: WeekdayAfter(number, Prior())),
        ("the? {weekday} ,? of|in? {week}", WeekdayOf),
        ("{week} on? {weekday}", lambda at, number: WeekdayOf(number, at)),
        ("{weekday} a? week", lambda number: Plus(Weekday(number), 7)),
        ("today week", lambda: Ahead(7)),
        ("tomorrow week", lambda: Ahead(8)),
        ("{weekday} fortnight", lambda number: Plus(Weekday(number), 14)),
        "the? this|same time {core_day}",
        ("the? this|same time|day next week", lambda: Ahead(7)),
        "{date}",
        ("this|the? {weekday} ,|the? {date}", Agreeing),
        ("{date} ,|(|is? a? {weekday} )?", lambda day, weekday: Agreeing(weekday, day)),
        (
            "{weekday} ,? {number}",
            lambda weekday, day: Agreeing(weekday, MonthDay(int(day))) if day == int(day) else None,
        ),
        ("next {weekday} ,|the? {date}", lambda weekday, day: Agreeing(weekday, day, next=True)),
    ),
    "time_of_day": (
        ("eod|cob|midnight", Clock),
        ("noon", lambda: Clock(NOON)),
        ("the? lunch ; the? close|end|start of? the|business|play|working? business|play|day", Clock),
        ("the? end of? business|play|working ; first thing in? the? morning? ; last thing at? night?", Clock),
        ("in|during? the? early|mid|late? -? <part_of_day> ; am|pm", Clock),
        "{clocked}",
        ("{clocked} {zone} time?", lambda clock, zone: clock._replace(zone=zone)),
        "between|from? <clocked> <and> {clocked} ; between|from? <number> <and> {clocked}",
    ),
    "clocked": (("{clock}", lambda at: Clock(at) if at is not None else None),),
    "part_of_day": "morning|afternoon|evening|night",
    "end_of_day": "the? end|close|start of|- {core_day} ; {core_day} end|close",
    "glue": "at|on|,|in|of|after|(",
    "times": (
        "{time_of_day} )? ; at {hour} ; between|from <hour> and|to|- {hour}",
        ("{time_of_day} <glue>? {times}", lambda first, last: first if first.at else last),
        "at {hour} <times>",
    ),
    "hour": (
        (
            "{number}",
            lambda number: Clock(time(int(number) + 12 * (number < 8)), bare=True) if number in range(1, 13) else None,
        ),
    ),
    "timed_day": (
        ("{times} <glue>? {core_day}", lambda clock, day: Timed(day, clock)),
        ("{times} <glue>? {core_day} <glue>? <times>", lambda clock, day: Timed(day, clock)),
        ("{core_day} <glue>? {times} ; {core_day} <part_of_day> {hour}", Timed),
        ("{hour} {core_day} <part_of_day>", lambda clock, day: Timed(day, clock)),
    ),
    "day": "{core_day} ; {end_of_day} ; {timed_day}",
    "bare_time": (
        ("eod|cob|midnight ; the? close|end of? business|play|working", lambda: NextTime(EVENING)),
        ("the? close|end|start of? the? business|working? day", lambda: NextTime(EVENING)),
        ("noon", lambda: NextTime(NOON, named=True)),
        ("lunch", lambda: NextTime(NOON)),
        ("first thing in? the? morning?", lambda: NextTime(MORNING)),
        ("the? early|mid|late? -? morning", lambda: NextTime(NOON)),
        ("the? early|mid|late? -? afternoon|evening|night", lambda: NextTime(EVENING)),
        ("{clocked} <zone>? time?", lambda clock: NextTime(clock.at, named=True)),
    ),
}

PERIODS: dict[str, Rows] = {
    "week": (
        ("this week", lambda: Coming("week")),
        ("the? next|coming week ; this coming week ; week next", lambda: Coming("week", 1)),
        ("the? week after next", lambda: Coming("week", 2)),
        ("the? following week ; the? week after|following that|this?", lambda: Coming("week", 1, Prior(needed=False))),
        ("that week ; the? same week", lambda: Coming("week", 0, Prior())),
        ("the? week of|commencing|beginning|starting|ending on? {day}", lambda day: Coming("week", 0, day)),
        ("{date} week", lambda day: Coming("week", 0, day)),
        ("the? week after {day}", lambda day: Coming("week", 1, day)),
    ),
    "month_name": (
        ("{month} ,|of? {year}?", lambda month, year: Numbered("month", month, year)),
        ("next {month}", lambda month: Numbered("month", month, next=True)),
    ),
    "month_period": (
        "{month_name}",
        ("this month", lambda: Coming("month")),
        ("the? next|coming|following month ; the? month after", lambda: Coming("month", 1, Prior(needed=False))),
        ("the? month after next", lambda: Coming("month", 2)),
    ),
    "quarter_name": (
        ("{quarter} of? {year}?", lambda number, year: Numbered("quarter", number, year)),
        (
            "the? {nth} quarter of? {year}?",
            lambda number, year: Numbered("quarter", number, year) if number < 5 else None,
        ),
        ("{halfyear} of? {year}?", lambda number, year: Numbered("half", number, year)),
    ),
    "long_period": (
        "{quarter_name}",
        ("this quarter", lambda: Coming("quarter")),
        ("the? next|coming|following quarter", lambda: Coming("quarter", 1)),
        ("this year", lambda: Coming("year")),
        ("the? next|coming|following year", lambda: Coming("year", 1)),
        ("{year}", lambda year: Numbered("year", 1, year)),
    ),
    "period": "{week} ; {month_period} ; {long_period}",
    "part": (
        ("early|earlier ; the? early|first|earlier part|days", _constant("early")),
        ("the? beginning|start|top", _constant("beginning")),
        ("the? very? mid|middle -? part?", _constant("mid")),
        ("late ; the? latter|last|later part", _constant("late")),
        ("the? very? end|close", _constant("end")),
        ("the? tail|back -? end", _constant("late")),
        ("the? {nth} half", lambda number: {1: "first half", 2: "second half"}.get(number)),
        ("the? latter|back half", _constant("second half")),
    ),
    "part_of": (
        ("{part} -? of|in|on? {period}", lambda part, at: PartOf(part, part, at)),
        ("{part} <and> {part} -? of|in? {period}", PartOf),
        ("{period} end|ending", lambda at: PartOf("end", "end", at)),
        ("{part} -? of|in|on? the? {kind}", PartOfThis),
        ("the? {kind} -? end|close", lambda kind: PartOfThis("end", kind)),
        ("{part} -? of|in? {month_week}", lambda part, at: PartOf(part, part, at)),
        ("later on? in? this|the {kind} ; the? rest|remainder of this|the? {kind}", lambda kind: LaterIn(Coming(kind))),
        ("this <and> next {kind}", lambda kind: Between(Whole(Coming(kind)), Whole(Coming(kind, 1)))),
        ("midweek", lambda: PartOfThis("mid", "week")),
        ("midweek next week ; next midweek", lambda: PartOf("mid", "mid", _NEXT_WEEK)),
        (
            "the? {nth} <and> the? {nth} week of|in {month_here}",
            lambda first, last, at: Between(Whole(NthWeek(first, at)), Whole(NthWeek(last, at))),
        ),
        ("the? first few days of|in {period_here}", lambda at: EndDays(Fraction(5), "day", at, last=False)),
        "{ends}",
        ("later on? in? next {kind}", lambda kind: PartOf("late", "late", Coming(kind, 1))),
        ("{month_week}", Whole),
        ("the? last|final week of|in {period_here}", lambda at: EndDays(ONE, "week", at, last=True)),
        ("the? first {number} {unit} of|in {period_here}", lambda n, unit, at: EndDays(n, unit, at, last=False)),
        ("the? last|final {number} {unit} of|in {period_here}", lambda n, unit, at: EndDays(n, unit, at, last=True)),
    ),
    "ends": (
        ("eow", lambda: PartOfThis("end", "week")),
        ("eom", lambda: PartOfThis("end", "month")),
        ("eoq", lambda: PartOfThis("end", "quarter")),
        ("eoy", lambda: PartOfThis("end", "year")),
        ("eow {week} ; eom {month_period}", lambda at: PartOf("end", "end", at)),
    ),
    "kind": (
        *((kind, _constant(kind)) for kind in ("week", "month", "quarter", "year")),
        ("business|working|work|full|whole week", _constant("week")),
    ),
    "month_week": (
        ("the? {nth} <full>? week of|in {month_here}", NthWeek),
        ("week {number} of|in {month_here}", lambda number, at: NthWeek(int(number), at)),
    ),
    "full": "full|whole|business|working",
    "month_here": (
        "{month_period}",
        ("the month", lambda: Coming("month")),
    ),
    "period_here": (
        "{period}",
        ("the {kind}", Coming),
    ),
    "day_of_period": (
        ("the? {nth} {weekday} of|in {month_here}", NthWeekday),
        ("the? last|final {weekday} of|in {month_here}", lambda number, at: NthWeekday(0, number, at)),
        ("the? {nth} of {month_here} ; the? {nth} day of|in {period_here}", DayOf),
        ("the? last day of|in {period_here}", lambda at: DayOf(0, at)),
        ("the? {nth} business|working|work day of|in {period_here}", lambda n, at: DayOf(n, at, working=True)),
        ("the? last business|working|work day of|in {period_here}", lambda at: DayOf(0, at, working=True)),
        ("{part} of? the? next", lambda part: PartOf(part, part, NextOne())),
        ("the? next one?", lambda: Whole(NextOne())),
    ),
    "weekend": (
        ("this? the? coming? weekend", Weekend),
        ("next|following weekend", lambda: Weekend(1)),
        ("the? weekend after next", lambda: Weekend(2)),
        ("the following weekend", lambda: Weekend(1)),
        ("the? end|close|rest of the weekend", Weekend),
    ),
}

TIMES: dict[str, Rows] = {**COUNTS, **DAYS, **PERIODS}
