"""What a user is shown for what was typed; the days are in 2026, said on Thursday 5 March at 14:30 in New York."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from day12_data.promise import Ask, Choice, Refused, Vague, Window, promise, read_promise, what_can_be_said
from day12_data.promise.examples import CONVENTIONS, NOT_READ

ON = datetime(2026, 3, 5, 14, 30, tzinfo=ZoneInfo("America/New_York"))


def shown(text: str, on: datetime = ON) -> str:
    """The choices, the first one first: “=” before what is read at once."""
    match read_promise(text, on):
        case Window(choice):
            return f"= {choice.words} {choice.earliest:%m-%d} {choice.latest:%m-%d}"
        case Ask(choices, _):
            return " | ".join(f"{each.words} {each.earliest:%m-%d} {each.latest:%m-%d}" for each in choices)
        case Refused(message, _):
            return message
        case Vague():
            return "vague"


# A time in any other text is asked for, the likeliest first.
ASKED = {
    "recruiter (mike) said hear by eow, if not ping sarah": "by eow 03-05 03-06",
    "final decision mid march after the panel": "mid march 03-11 03-20",
    "Start date 6 April so decision by 20 March": "by 20 March 03-05 03-20 | 6 April 04-06 04-06",
    "final round tues 10th, hear by end of that week": "by end of that week 03-05 03-13 | tues 10th 03-10 03-10",
    "panel sits on the 12th, word within 48 hours of that": (
        "within 48 hours of that 03-05 03-14 | on the 12th 03-12 03-12"
    ),
    "interviews until the end of next week, decisions the week after": (
        "the week after 03-16 03-20 | until the end of next week 03-05 03-13"
    ),
    "we're meeting on Tuesday and I'll call you that afternoon or on Wednesday": (
        "that afternoon or on Wednesday 03-10 03-11 | on Tuesday 03-10 03-10"
    ),
    "Stage 2: 10 March\nDecision: 20 March\nStart: 6 April": (
        "20 March 03-20 03-20 | 6 April 04-06 04-06 | 10 March 03-10 03-10"
    ),
    "panel meets tues 17th, call wed": "wed 03-18 03-18 | wed 03-11 03-11 | tues 17th 03-17 03-17",
    "HR by Friday, the team two weeks later": "by Friday 03-05 03-06 | two weeks later 03-20 03-20",
}


@pytest.mark.parametrize("text", ASKED)
def test_the_times_that_a_note_names_are_listed_with_the_likeliest_first(text: str) -> None:
    assert shown(text) == ASKED[text]


READ = {
    "By 5pm EST Friday": "= By 5pm EST Friday 03-05 03-06",
    "a week, two at most": "= a week, two at most 03-12 03-19",
    "next week, Friday at the latest": "= next week, Friday at the latest 03-09 03-13",
    "they'll call at 4 today": "= at 4 today 03-05 03-05",
    "tues 10/3": "= tues 10/3 03-10 03-10",
    "nothing until Monday": "= until Monday 03-09 03-09",
    "we won't know until Friday": "= until Friday 03-06 03-06",
    "it won't take more than two weeks": "= more than two weeks 03-05 03-19",
}


@pytest.mark.parametrize("text", READ)
def test_a_known_way_of_saying_when_is_read_at_once(text: str) -> None:
    assert shown(text) == READ[text]


SENTENCES = {
    "at least two weeks": "That gives only a start: type the last day too, such as “by Friday” or “7-10 days”.",
    "We won't decide before the 20th": (
        "That gives only a start: type the last day too, such as “by Friday” or “7-10 days”."
    ),
    "before Easter": "“Easter” has no day that day12 knows: type its date, such as “by 3 April”.",
    "7-10": "7-10 what? Type the unit too, such as “7-10 days” or “7-10 business days”.",
    "by 3/4": "4 March 2026 is past: type 3 April if that is meant.",
    "Friday the 14th": "14 March 2026 is a Saturday, not a Friday: type one of the two.",
    "within 2 weeks of the closing date": (
        "That is counted from something whose day isn't given: type the day itself, such as “by Friday”."
    ),
    "in 3 years": "That is more than a year ahead: type a nearer day, such as “two weeks”.",
    "two days ago": "That speaks of the past: type a day to come, such as “next Friday” or “in two weeks”.",
}


@pytest.mark.parametrize("text", SENTENCES)
def test_what_cannot_be_read_says_the_true_reason(text: str) -> None:
    assert shown(text) == SENTENCES[text]


def test_a_slip_of_the_keyboard_is_a_question() -> None:
    assert read_promise("by thrusday", ON) == Ask(
        choices=(Choice("by thrusday", ((0, 11),), date(2026, 3, 5), date(2026, 3, 12)),),
        message="“thrusday” could be “Thursday”: is that when you will hear?",
    )
    assert shown("nxt week") == "nxt week 03-09 03-13"
    spelt_wrong_in_two_ways = read_promise("by wednseday", ON)
    assert isinstance(spelt_wrong_in_two_ways, Ask)
    assert spelt_wrong_in_two_ways.message == "“wednseday” could be “Wednesday”: is that when you will hear?"


def test_a_word_that_is_only_a_little_like_a_day_is_no_slip() -> None:
    assert shown("Sit tight until Monday.") == "until Monday 03-05 03-09"


def test_what_is_told_to_others_turns_a_promise_into_a_question() -> None:
    told = read_promise("Globex will ring me on Monday with their offer, told these folks about it", ON)
    assert isinstance(told, Ask)


def test_what_is_past_is_never_offered() -> None:
    assert isinstance(read_promise("been waiting since monday", ON), Refused)
    assert shown("Thanks for coming in on Tuesday. We'll be in touch.") == "vague"
    assert shown("they said two weeks two weeks ago") == "two weeks 03-19 03-19"


def test_a_mail_of_many_lines_is_read_whole_and_its_words_are_marked_where_they_stand() -> None:
    mail = "Hi Alex,\n\nthank you for your time today.\nYou should have our answer by the end of\nnext week.\n\nRuth\n"
    reading = read_promise(mail, ON)
    assert isinstance(reading, Window)
    first = reading.choice
    assert first.words == "by the end of next week"
    ((start, end),) = first.spans
    assert mail[start:end] == "by the end of\nnext week"


def test_the_hour_that_was_named_is_kept_on_the_clocks_of_the_interviews_zone() -> None:
    reading = read_promise("by Friday 5pm EST", ON.astimezone(ZoneInfo("Europe/Berlin")))
    assert isinstance(reading, Window)
    assert reading.choice.until == time(23)
    called = read_promise("they'll call at 4 today", ON)
    assert isinstance(called, Window)
    assert called.choice.until == time(16)


def test_the_setting_and_days_off_are_minded() -> None:
    assert shown("by 3/4").startswith("4 March")
    reading = read_promise("by 3/4", ON, day_first=True)
    assert isinstance(reading, Window)
    assert reading.latest == date(2026, 4, 3)
    off = read_promise("5 business days", ON, days_off=frozenset({date(2026, 3, 6)}))
    assert isinstance(off, Window)
    assert (off.latest, off.choice.working) == (date(2026, 3, 13), True)


def test_a_promise_keeps_what_was_said_whole() -> None:
    reading = read_promise("HR said 7-10 days", ON)
    assert isinstance(reading, Window)
    kept = promise("HR said 7-10 days", ON, reading.choice)
    assert (kept.said, kept.words) == ("HR said 7-10 days", "7-10 days")
    assert (kept.earliest, kept.latest) == (date(2026, 3, 12), date(2026, 3, 15))
    assert promise("soon", ON, None).latest is None


def test_the_page_of_what_can_be_said_is_true() -> None:
    page = what_can_be_said()
    for _, examples, _ in CONVENTIONS:
        for example in examples.split(" · "):
            assert isinstance(read_promise(example, ON), Window), example
            assert example in page
    for _, examples in NOT_READ:
        for example in examples.split(" · "):
            assert not isinstance(read_promise(example, ON), Window), example
