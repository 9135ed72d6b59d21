"""The agenda's heads: what stands under which, in which order, and what will be due soon."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.agenda import for_today, row_for
from day12_data.agenda_heads import Head, due_within, listed
from day12_data.card import Card, replace
from day12_data.edits import archive, check_in
from day12_data.kinds import Outcome, Stage
from day12_data.rules import Rules
from day12_data.step import Urgency
from kit import DAY_12, SEVEN_TO_TEN, at, board, card, done, later, promise
from strategies import around, cards

READY = (Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)
RULES = Rules()


def head_of(made: Card, now: dt.datetime) -> str:
    [section] = listed([row_for(made, now)], now).sections
    return section.head.value


# The card, the moment by the reader's clock in New York, and the head.
ASKED_TWICE = check_in(check_in(card("asked twice"), at("2026-03-14 10:00")), at("2026-03-15 10:00"))
HEADS = [
    (done(card("late", promise=SEVEN_TO_TEN), *READY), "2026-03-17 00:00", "Overdue"),
    (done(card("their window has passed", promise=SEVEN_TO_TEN), *READY), "2026-03-16 09:00", "This week"),
    (done(card("leave them alone", promise=SEVEN_TO_TEN), *READY), "2026-03-15 23:59", "Waiting"),
    (done(card("note", at("2026-03-16 10:00")), Stage.ASKED, Stage.EMAILED), "2026-03-16 14:00", "This week"),
    (done(card("note", at("2026-03-16 10:00")), Stage.ASKED, Stage.EMAILED), "2026-03-17 14:00", "Today"),
    (card("to come", at("2026-03-17 16:00")), "2026-03-17 14:02", "Today"),
    (card("it is on", at("2026-03-17 16:00")), "2026-03-17 16:10", "Today"),
    (card("nobody asked", at("2026-03-17 16:00")), "2026-03-17 16:50", "Overdue"),
    (card("tomorrow", at("2026-03-18 00:00")), "2026-03-17 14:02", "This week"),
    (card("in seven days", at("2026-03-23 23:59")), "2026-03-17 14:02", "This week"),
    (card("later", at("2026-03-24 00:00")), "2026-03-17 14:02", "Waiting"),
    (card("by my clock it is today", at("2026-03-18 09:00", "Asia/Tokyo"), "Asia/Tokyo"), "2026-03-17 14:02", "Today"),
    (done(card("thanks, after it", at("2026-03-17 13:30")), Stage.ASKED), "2026-03-17 14:02", "Today"),
    (replace(card("no time yet"), time_known=False), "2026-03-17 14:02", "Quiet"),
    (
        check_in(check_in(card("asked twice"), at("2026-03-14 10:00")), at("2026-03-15 10:00")),
        "2026-03-17 14:02",
        "Quiet",
    ),
]


@pytest.mark.parametrize(("made", "now", "head"), HEADS, ids=[f"{made.company} on {now}" for made, now, _ in HEADS])
def test_a_card_stands_under_its_head(made: Card, now: str, head: str) -> None:
    assert head_of(made, at(now)) == head


def test_a_day_that_is_over_here_is_today_as_long_as_it_is_today_over_there() -> None:
    mailed_by = done(
        card("note", at("2026-03-16 10:00", "America/Los_Angeles"), "America/Los_Angeles"), Stage.ASKED, Stage.EMAILED
    )
    assert head_of(mailed_by, at("2026-03-17 23:30")) == "Today"
    assert head_of(mailed_by, at("2026-03-18 02:30")) == "Today"
    assert head_of(mailed_by, at("2026-03-18 03:00")) == "Overdue"


def test_under_a_head_the_earliest_comes_first_interviews_by_their_hour() -> None:
    now = at("2026-03-17 09:00")
    made = [
        done(card("note", at("2026-03-16 10:00")), Stage.ASKED, Stage.EMAILED),
        card("at four", at("2026-03-17 16:00")),
        card("at eleven", at("2026-03-17 11:00")),
        done(card("leave alone", promise=promise("2026-03-20", "2026-03-25")), *READY),
        done(card("leave alone until the 20th", promise=promise("2026-03-18", "2026-03-19")), *READY),
    ]
    found = listed((row_for(each, now) for each in made), now)
    assert [row.card.company for row in found.rows] == [
        *("at eleven", "at four", "note"),
        *("leave alone until the 20th", "leave alone"),
    ]
    assert [(each.head, each.end - each.start) for each in found.sections] == [(Head.TODAY, 3), (Head.WAITING, 2)]


@given(st.lists(cards(days=30), max_size=6), around(90))
def test_every_card_is_listed_once_in_the_same_order_whatever_order_it_comes_in(
    made: list[Card], now: dt.datetime
) -> None:
    rows = [row_for(each, now) for each in made]
    found, turned = listed(rows, now), listed(rows[::-1], now)
    assert found == turned
    assert sorted(row.card.id for row in found.rows) == sorted(each.id for each in made)
    assert [0, *(each.end for each in found.sections)] == [*(each.start for each in found.sections), len(rows)]
    assert all(one.head.position < other.head.position for one, other in pairwise(found.sections))


@given(cards(days=30), around(90))
def test_what_is_late_is_overdue_what_may_be_done_is_not_told_to_wait_and_what_is_quiet_is_quiet(
    made: Card, now: dt.datetime
) -> None:
    row, head = row_for(made, now), head_of(made, now)
    assert (head == "Overdue") == (row.urgency is Urgency.OVERDUE)
    assert (head == "Quiet") == (row.urgency is Urgency.QUIET)
    assert not (head == "Waiting" and row.urgency is Urgency.DUE)


@given(cards(days=30), around(40), st.integers(0, 10 * 24))
def test_what_will_be_due_within_a_time_is_what_is_due_at_some_hour_of_it(
    made: Card, now: dt.datetime, hours: int
) -> None:
    listed_at = [later(now, hours=passed) for passed in range(hours + 1)]
    asks = any(row_for(made, moment).urgency in (Urgency.DUE, Urgency.OVERDUE) for moment in listed_at)
    found = due_within(board(made), now, listed_at[-1], RULES)
    if asks:
        assert found
        assert found[0].step
        assert found[0].step.opens <= listed_at[-1]
    if not due_within(board(made), now, later(now, hours=hours + 1), RULES):
        assert not found


def test_a_step_that_is_still_to_come_is_listed_as_waiting() -> None:
    waiting = done(card("Waiting", promise=promise("2026-03-18", "2026-03-19")), *READY)
    told_no = archive(card("Keep warm"), Outcome.REJECTED, at("2026-01-18 10:00"))
    assert due_within(board(waiting, told_no), DAY_12, at("2026-03-18 23:59:59"), RULES) == due_within(
        board(told_no), DAY_12, at("2026-03-18 23:59:59"), RULES
    )
    [row] = due_within(board(waiting), DAY_12, at("2026-03-20 00:00"), RULES)
    assert row.urgency is Urgency.WAITING
    assert due_within(board(archive(waiting, Outcome.SILENT, DAY_12)), DAY_12, at("2027-03-20 00:00"), RULES) == []


def test_an_interview_is_for_today_until_it_begins_and_then_what_it_asks_for() -> None:
    made = card("To come", at("2026-03-18 09:00", "Asia/Tokyo"), "Asia/Tokyo")
    for moment, expected in (("2026-03-16 23:59", False), ("2026-03-17 00:00", True), ("2026-03-17 20:10", True)):
        assert for_today(row_for(made, at(moment)), at(moment)) is expected
