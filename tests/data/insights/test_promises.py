"""When a promise counts as kept, late or forgotten, to the second."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from day12_data.card import Card, replace
from day12_data.edits import archive, break_promise, miss, reply
from day12_data.insights.promises import Verdict, promises_of
from day12_data.kinds import Outcome, ReplyKind
from day12_data.rules import Rules
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, at, card, promise

NORTHWIND = card(promise=SEVEN_TO_TEN)  # 12-15 March; checking in is overdue from Tuesday 17 March on
LATER = at("2026-06-01 12:00")


def verdict(made: Card, now: dt.datetime = LATER) -> tuple[str, int]:
    """What became of its last promise, and the days by which they are late."""
    last = promises_of(made, now)[-1]
    return last.verdict.value, last.days


def answered(when: str, kind: ReplyKind = ReplyKind.NO) -> Card:
    return reply(NORTHWIND, kind, at(when))


@pytest.mark.parametrize(
    ("when", "kind", "told"),
    [
        ("2026-03-06 09:00", ReplyKind.NO, ("kept", 0)),  # early is kept, too
        ("2026-03-15 23:59:59", ReplyKind.OFFER, ("kept", 0)),
        ("2026-03-16 00:00", ReplyKind.NEXT_ROUND, ("late", 1)),
        ("2026-03-19 17:00", ReplyKind.NO, ("late", 4)),
        ("2026-04-16 00:00", ReplyKind.NO, ("late", 32)),  # 30 days after 17 March, to the second
        ("2026-04-16 00:00:01", ReplyKind.NO, ("forgotten", 0)),
        ("2026-03-13 09:00", ReplyKind.NO_NEWS, ("forgotten", 0)),  # “no news yet” says nothing of what they promised
    ],
)
def test_an_answer_keeps_the_promise_until_its_last_day_is_over(
    when: str, kind: ReplyKind, told: tuple[str, int]
) -> None:
    assert verdict(answered(when, kind)) == told


def test_what_is_open_is_neither_kept_nor_broken() -> None:
    assert verdict(NORTHWIND, at("2026-03-15 23:59:59")) == ("running", 0)
    assert verdict(NORTHWIND, at("2026-03-16 00:00")) == ("overdue", 1)
    assert verdict(NORTHWIND, DAY_12) == ("overdue", 2)
    assert verdict(NORTHWIND, at("2026-04-15 23:59:59")) == ("overdue", 31)
    assert verdict(NORTHWIND, at("2026-04-16 00:00")) == ("forgotten", 0)
    assert verdict(card(promise=promise("2026-03-12", "2026-03-15", working=True)), LATER)[0] == "forgotten"


def test_giving_up_before_the_window_has_passed_says_nothing_of_the_promise_and_afterwards_that_it_was_forgotten() -> (
    None
):
    assert verdict(archive(NORTHWIND, Outcome.WITHDREW, at("2026-03-10 10:00"))) == ("released", 0)
    assert verdict(archive(NORTHWIND, Outcome.SILENT, at("2026-03-18 10:00"))) == ("forgotten", 0)
    assert verdict(archive(NORTHWIND, Outcome.REJECTED, at("2026-03-18 10:00"))) == ("late", 3)  # a no is an answer
    assert verdict(miss(NORTHWIND, at("2026-03-06 10:00"))) == ("released", 0)
    late = reply(archive(NORTHWIND, Outcome.SILENT, at("2026-03-18 10:00")), ReplyKind.OFFER, at("2026-03-20 10:00"))
    assert verdict(late) == ("forgotten", 0)  # what was settled stays so


def test_a_new_promise_keeps_the_one_before_it_and_both_stay_on_the_card() -> None:
    another = msgspec.structs.replace(promise("2026-03-20", "2026-03-20", "another week"), given_at=DAY_12)
    made = reply(NORTHWIND, ReplyKind.PROMISE, DAY_12, "another week", another)
    assert [each.said for each in made.past_promises] == ["7-10 days"]
    told = promises_of(made, at("2026-03-21 10:00"))
    assert [(each.verdict, each.days) for each in told] == [(Verdict.LATE, 2), (Verdict.OVERDUE, 1)]
    once_more = reply(made, ReplyKind.NO_NEWS, at("2026-03-21 10:00"), "words alone")
    assert once_more.past_promises == made.past_promises


def test_an_hour_of_the_same_day_and_a_word_that_was_broken_end_the_window_early() -> None:
    at_one = msgspec.structs.replace(promise("2026-03-05", "2026-03-05", "we'll call at five"), until=dt.time(17))
    called = reply(card(promise=at_one), ReplyKind.NO, at("2026-03-05 17:00"))
    assert verdict(called) == ("late", 0)
    assert verdict(reply(card(promise=at_one), ReplyKind.NO, at("2026-03-05 16:59:59"))) == ("kept", 0)
    broken = break_promise(NORTHWIND, at("2026-03-13 18:00"))
    assert verdict(broken, at("2026-03-14 10:00")) == ("overdue", 1)
    assert verdict(reply(broken, ReplyKind.NO, at("2026-03-14 12:00"))) == ("late", 1)


def test_days_are_those_where_the_interview_was() -> None:
    berlin = card(zone="Europe/Berlin", starts=INTERVIEW, promise=SEVEN_TO_TEN)
    # 15 March 19:30 in New York is 16 March 00:30 in Berlin.
    assert verdict(reply(berlin, ReplyKind.NO, at("2026-03-15 19:30"))) == ("late", 1)


def test_words_without_a_day_and_half_a_window() -> None:
    vague = msgspec.structs.replace(SEVEN_TO_TEN, earliest=None, latest=None)
    assert verdict(card(promise=vague)) == ("no_day", 0)
    assert promises_of(card(), LATER) == []
    assert promises_of(replace(NORTHWIND, promise=None), LATER) == []


def test_the_settings_rule_when_one_is_forgotten() -> None:
    [told] = promises_of(NORTHWIND, at("2026-03-25 10:00"), Rules(quiet_after_days=7))
    assert told.verdict is Verdict.FORGOTTEN
