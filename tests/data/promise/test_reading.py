"""Phrases beyond the examples, by convention; the days are in 2026 unless they say otherwise."""

from __future__ import annotations

import datetime as dt
from datetime import date

import pytest

from day12_data.promise import (
    CONVENTIONS,
    NOT_READ,
    Refused,
    Vague,
    Window,
    asides,
    promise,
    read_promise,
    small_talk,
    what_can_be_said,
)
from day12_data.promise.names import names
from day12_data.promise.pattern import elements
from day12_data.promise.phrases import grammar
from day12_data.promise.reader import LONGEST
from day12_data.promise.tokens import tokens
from day12_data.promise.typos import corrections
from kit import at, later

ON = at("2026-03-05T14:30", "America/New_York")


def days(text: str, on: dt.datetime = ON, **settings: bool) -> str:
    reading = read_promise(text, on, **settings)  # type: ignore[arg-type]
    assert isinstance(reading, Window), (text, reading)
    return f"{reading.earliest:%m-%d} {reading.latest:%m-%d}"


READ = """
2wks                                            03-19 03-19
10d                                             03-15 03-15
5bd                                             03-12 03-12
two-and-a-half weeks                            03-23 03-23
2½ weeks                                        03-23 03-23
a week and two days                             03-14 03-14
one to one and a half weeks                     03-12 03-16
two, maybe three weeks                          03-19 03-26
in the next week or two                         03-05 03-19
in the next week                                03-05 03-12
next few days                                   03-05 03-10
10 days (business)                              03-19 03-19
within two weeks of the interview               03-05 03-19
two weeks from Monday                           03-23 03-23
Tuesday fortnight                               03-24 03-24
a week tomorrow                                 03-13 03-13
the Friday after next                           03-20 03-20
Friday or the following Monday                  03-06 03-09
Tue/Wed                                         03-10 03-11
this Friday or next Monday                      03-06 03-09
by 5 on Friday                                  03-05 03-06
tomorrow by noon                                03-05 03-06
first thing Monday morning                      03-09 03-09
by noon                                         03-05 03-06
tonight                                         03-05 03-05
over the weekend                                03-07 03-08
this week or next                               03-05 03-13
next week, probably Tuesday                     03-10 03-10
next week - Friday at the latest                03-09 03-13
early/mid next week                             03-09 03-11
end of this week or the beginning of next       03-05 03-10
the week after the 15th                         03-16 03-20
w/c 16 March                                    03-16 03-20
March 30 - April 3                              03-30 04-03
10th or 11th of March                           03-10 03-11
between the 10th and the 14th                   03-10 03-14
3/10-3/14                                       03-10 03-14
2026-03-10..2026-03-14                          03-10 03-14
10.03.2026                                      03-10 03-10
the last Friday of the month                    03-27 03-27
the first working day of April                  04-01 04-01
the 15th of next month                          04-15 04-15
by April                                        03-05 04-01
no later than April                             03-05 04-30
before mid-April                                03-05 04-14
early to mid April                              04-01 04-20
by Q2                                           03-05 04-01
H2                                              07-01 12-31
Friday or Monday at the latest                  03-06 03-09
at least a week but no more than two            03-12 03-19
after Monday but before Friday                  03-10 03-12
not this week but next                          03-09 03-13
it won't take more than two weeks               03-05 03-19
nothing until Monday                            03-09 03-09
If you haven't heard in two weeks, give me a call   03-19 03-19
We may know on Monday                           03-09 03-09
by may 5                                        03-05 05-05
within 10 buisness dyas                         03-05 03-19
next weekend                                    03-14 03-15
the weekend after next                          03-21 03-22
the following weekend                           03-14 03-15
mid Q2                                          05-01 05-31
late Q2                                         06-01 06-30
beginning of Q2                                 04-01 04-30
end of Q2                                       06-24 06-30
first half of Q2                                04-01 05-15
second half of Q2                               05-16 06-30
early H2                                        07-01 08-31
beginning of H2                                 07-01 07-31
end of H2                                       12-25 12-31
second half of the year                         07-01 12-31
the end of the year                             12-25 12-31
early next year                                 01-01 01-31
the last day of March                           03-31 03-31
the last business day of the month              03-31 03-31
first couple of weeks of April                  04-01 04-14
first few days of April                         04-01 04-05
last few days of March                          03-27 03-31
by 12pm                                         03-05 03-06
by 1pm                                          03-05 03-06
by 3pm                                          03-05 03-05
by morning                                      03-05 03-06
by evening                                      03-05 03-05
at 12:30                                        03-06 03-06
within the week                                 03-05 03-12
within the month                                03-05 04-05
within the quarter                              03-05 03-31
within the year                                 03-05 12-31
in 12 months                                    03-05 03-05
in 1 year                                       03-05 03-05
a month and a half                              04-20 04-20
1 1/2 weeks                                     03-16 03-16
fifty days                                      04-24 04-24
sixty days                                      05-04 05-04
seventy-one days                                05-15 05-15
eighty days                                     05-24 05-24
ninety days                                     06-03 06-03
June would do                                   06-01 06-30
in June we call you                             06-01 06-30
a week or four weeks                            03-12 04-02
a week, maybe four                              03-12 04-02
next workday                                    03-06 03-06
the fifth Tuesday of March                      03-31 03-31
the second Monday of April                      04-13 04-13
the fourth quarter                              10-01 12-31
15/12                                           12-15 12-15
13/4                                            04-13 04-13
the fourth week of April                        04-22 04-28
Tuesday 10                                      03-10 03-10
we decide next week, HR calls on Friday         03-13 03-13
by Friday, maybe Monday                         03-05 03-09
10 d                                            03-15 03-15
2 w                                             03-19 03-19
week and a half                                 03-16 03-16
the turn of the month                           03-31 04-01
Monday\N{HORIZONTAL ELLIPSIS}Wednesday                                03-09 03-11
tomorrow week                                   03-13 03-13
septmbr 15                                      09-15 09-15
10 - days                                       03-15 03-15
half a month                                    03-20 03-20
the beginning of the month                      04-01 04-07
the last quarter of 2026                        10-01 12-31
3/20/26                                         03-20 03-20
by the 13th, probably Friday                    03-05 03-13
this Friday or next Friday                      03-06 03-13
Friday or the 13th                              03-06 03-13
I'm back in touch by Friday                     03-05 03-06
in 24 hours or 4 days                           03-06 03-09
"""


@pytest.mark.parametrize("line", READ.strip().splitlines(), ids=lambda line: " ".join(line.split()[:-2]))
def test_more_ways_of_saying_it_are_read(line: str) -> None:
    *words, earliest, latest = line.split()
    assert days(" ".join(words)) == f"{earliest} {latest}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at least two weeks", "only the earliest day"),
        ("from Monday", "only the earliest day"),
        ("not before next Friday", "only the earliest day"),
        ("by 3/4", "such as 3 April"),
        ("7-10", "7-10 days"),
        ("Friday the 14th", "14 March 2026 is a Saturday, not a Friday"),
        ("after Easter", "type its date"),
        ("in the spring", "type a month or a date"),
        ("end of fiscal Q2", "the firm's own calendar"),
        ("two days ago", "speaks of the past"),
        ("by February 30", "There is no 30 February 2026"),
        ("in 0 days", "names no day to come"),
        ("in 3 years", "more than a year ahead"),
        ("in 13 months", "more than a year ahead"),
        ("next week or in May", "a gap between them"),
        ("Monday, Tuesday or Wednesday", "more than two alternatives"),
        ("14-10 days", "runs backwards"),
        ("the 14th to the 10th", "runs backwards"),
        ("we won't decide next week", "“won't” turns the rest round"),
        ("tursday", "“thursday” or “tuesday”"),
        ("by Friday kumquat", "“kumquat”"),
        ("1,5 weeks", "“1,5”"),
        ("-3 days", "I can't read"),
        ("interviews run until Friday", "“run”"),
        ("in two weeks, by the 10th", "two different timelines"),
        ("the fifth Friday of March", "no such weekday"),
        ("the fifth quarter", "I can't read"),
        ("the fifth week of April", "four weeks"),
        ("in one", "“1 day”"),
        ("HR by Monday, the team by Friday", "two different timelines"),
        ("0-5 days", "names no day to come"),
        ("Friday or the 14th", "a gap between them"),
        ("in 24 hours or 5 days", "a gap between them"),
        ("I'm back in two weeks", "“back” is not about when you will hear"),
        ("Friday we talk Monday", "two different timelines"),
        ("two weeks for HR, three weeks for the team", "two different timelines"),
        ("decide next week, then call within two weeks", "“then”"),
        ("a week or five weeks", "a gap between them"),
        ("by Friday or by mid-April", "two different timelines"),
        ("by Friday, maybe in April", "a gap between them"),
        ("by mid-April, Friday", "Which Friday?"),
        ("the Monday after", "after what?"),
        ("June will call you", "“June” could be a month or a name"),
        ("24/7", "“24 July” or “at all hours”"),
        ("next April", "type the year too"),
        ("nextweek", "could be “next week”"),
        ("on Mondays", "could be “monday”"),
        ("I'm back on Monday", "“back” is not about when you will hear"),
        ("applications close on Friday", "“close” is not about when you will hear"),
        ("we've been interviewing for two weeks", "“been”"),
        ("you'll have a week to decide", "“have”"),
        ("by Black Friday", "type its date"),
        ("in the new year", "type its date"),
        ("the first zero days of April", "1-10 April"),
        ("the first two months of April", "1-10 April"),
        ("mid year", "too wide to wait for"),
    ],
)
def test_a_refusal_says_in_one_sentence_what_was_not_understood(text: str, expected: str) -> None:
    reading = read_promise(text, ON)
    assert isinstance(reading, Refused)
    assert expected in reading.message
    assert reading.message.endswith(".")
    assert "type" in reading.message.lower()


def test_a_refusal_marks_the_place_in_the_typed_text() -> None:
    reading = read_promise("by  Friday, KUMQUAT permitting", ON)
    assert isinstance(reading, Refused)
    assert reading.at is not None
    assert "by  Friday, KUMQUAT permitting"[slice(*reading.at)] == "KUMQUAT"


@pytest.mark.parametrize(
    "text",
    ["", "   ", "that is all you have",
     "when we know, you'll know", "any day now", "days, not weeks", "we need to see 3 more candidates",
     "after the second round", "once the budget is approved", "have a nice weekend", "by mouth end"],
)  # fmt: skip
def test_words_without_a_day_are_vague(text: str) -> None:
    assert read_promise(text, ON) == Vague()


@pytest.mark.parametrize("text", ["in 5 mouths", "a weak from Monday", "within two moths", "Fryday or Sat kumquat"])
def test_an_english_word_is_never_taken_for_another(text: str) -> None:
    assert not isinstance(read_promise(text, ON), Window)


def test_numeric_dates_follow_the_setting() -> None:
    assert days("by 4/5") == "03-05 04-05"
    assert days("by 4/5", day_first=True) == "03-05 05-04"


def test_working_days_skip_the_days_off() -> None:
    off = frozenset({date(2026, 3, 6), date(2026, 3, 9)})
    assert read_promise("3 business days", ON, days_off=off) == Window(
        date(2026, 3, 12), date(2026, 3, 12), working=True
    )


@pytest.mark.parametrize(
    ("on", "text", "expected"),
    [
        ("2026-03-07T23:30", "in 3 hours", "03-08 03-08"),
        ("2026-03-07T23:30", "within 24 hours", "03-07 03-09"),  # the clocks go forward: 24 hours later it is 00:30
        ("2026-10-31T23:30", "in 24 hours", "11-01 11-01"),  # and back: 22:30
        ("2026-01-31T10:00", "in a month", "02-28 02-28"),
        ("2028-02-28T09:00", "tomorrow", "02-29 02-29"),
        ("2026-03-31T09:00", "the 31st", "05-31 05-31"),
        ("2026-12-31T18:00", "next week", "01-04 01-08"),
        ("2026-12-17T11:00", "January 15", "01-15 01-15"),
        ("2026-12-17T11:00", "by the end of Q1", "12-17 03-31"),
        ("2026-03-08T12:00", "by Monday", "03-08 03-09"),
        ("2026-03-08T12:00", "next week", "03-09 03-13"),
        ("2026-03-07T12:00", "over the weekend", "03-07 03-08"),
        ("2026-03-06T17:30", "end of the week", "03-06 03-06"),
        ("2026-03-05T23:50", "EOD", "03-05 03-05"),
        ("2026-03-15T14:30", "the middle of the month", "03-15 03-20"),
        ("2026-12-01T14:30", "the first half of next year", "01-01 06-30"),
        ("2026-12-01T14:30", "the beginning of next year", "01-01 01-31"),
        ("2026-03-20T14:30", "the middle of the month", "04-11 04-20"),
        ("2026-03-05T08:30", "first thing", "03-05 03-05"),
        ("2026-03-05T09:00", "first thing", "03-06 03-06"),
        ("2026-03-05T12:00", "by noon", "03-05 03-06"),
    ],
)
def test_other_days_are_read_from_where_they_stand(on: str, text: str, expected: str) -> None:
    assert days(text, at(on, "America/New_York")) == expected


def test_every_example_of_what_can_be_said_is_read_and_fits_a_screen() -> None:
    for _, examples, _ in CONVENTIONS:
        for example in examples.split(" · "):
            assert isinstance(read_promise(example, ON), Window), example
    for _, examples in NOT_READ:
        for example in examples.split(" · "):
            assert isinstance(read_promise(example, ON), Refused), example
    lines = what_can_be_said().splitlines()
    assert len(lines) < 24
    assert all(len(line) <= 80 for line in lines)


def test_later_this_week_needs_a_day_that_is_left_of_it() -> None:
    reading = read_promise("later this week", later(ON, days=1))
    assert isinstance(reading, Refused)
    assert "no later day left" in reading.message


def test_a_text_is_read_up_to_a_length_that_nobody_says() -> None:
    said = "by Friday" + " please" * 84
    assert isinstance(read_promise(said.ljust(LONGEST, "."), ON), Window)
    assert isinstance(read_promise(said.ljust(LONGEST + 1, "."), ON), Refused)


def test_every_word_of_the_tables_of_talk_is_itself_to_the_reader() -> None:
    patterns = [*(pattern for pattern, _ in asides.ROWS), *asides.GO, *small_talk.PHRASES, *small_talk.AFTER_COUNT]
    words = {word for pattern in patterns for element in elements(pattern) for word in element.words if word.isalpha()}
    other_spellings = {"work", "nobody", "eve"}
    assert {word for word in words if [token.text for token in tokens(word)] != [word]} <= other_spellings


def test_every_word_of_the_tables_of_the_grammar_reaches_it() -> None:
    patterns = [pattern for rows in grammar().tables.values() for pattern, _ in rows]
    words = {word for pattern in patterns for element in elements(pattern) for word in element.words}
    made_on_the_way = {"maybe", ";", "final"}  # by talk.py, parted.py and senses.py
    for word in words - made_on_the_way:
        [token] = tokens(f"x {word}")[1:]
        assert (token.text, token.kind in ("unknown", "talk", "hedge")) == (word, False)


@pytest.mark.parametrize(
    ("text", "working"),
    [("7-10 working days", True), ("the next business day", True), ("within five workdays", True), ("a week", False)],
)
def test_a_promise_in_working_days_says_so(text: str, working: bool) -> None:
    reading = read_promise(text, ON)
    assert isinstance(reading, Window)
    assert reading.working is working


def test_a_window_becomes_the_promise_of_a_card() -> None:
    window = Window(date(2026, 3, 16), date(2026, 3, 19), working=True)
    kept = promise("7-10 working days", ON, window)
    assert (kept.said, kept.given_at, kept.earliest, kept.latest, kept.working) == (
        "7-10 working days", ON, date(2026, 3, 16), date(2026, 3, 19), True,
    )  # fmt: skip
    assert promise("soon", ON, Vague()).latest is None


def test_no_name_is_a_slip_of_a_word_that_the_grammar_reads() -> None:
    near = {name: {word.kind for word in corrections(name)} - {"talk", "hedge", "holiday"} for name in names()}
    assert {name: kinds for name, kinds in near.items() if kinds} == {}
