"""The board as a list of what is next, the most urgent first, worked out card by card."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from day12_data.agenda import Agenda, row_for
from day12_data.card import Card, replace
from day12_data.edits import archive, check_in, remove
from day12_data.kinds import Outcome, Stage
from day12_data.rules import Rules
from day12_data.step import Urgency
from kit import DAY_12, SEVEN_TO_TEN, at, board, card, done, later, promise
from strategies import Edit, any_edit, around, cards, edited

READY = (Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)
OVERDUE = done(card("Overdue", promise=SEVEN_TO_TEN), *READY)
LONGER = done(card("Longer overdue", promise=promise("2026-03-10", "2026-03-11")), *READY)
DUE = done(card("Due", promise=promise("2026-03-16", "2026-03-16")), *READY)
WAITING = done(card("Waiting", promise=promise("2026-03-20", "2026-03-25")), *READY)
QUIET = check_in(check_in(card("Quiet"), later(DAY_12, days=-3)), later(DAY_12, days=-2))


def companies(agenda: Agenda, now: dt.datetime, *cards: Card) -> list[str]:
    return [row.card.company for row in agenda.rows(board(*cards), now)]


def test_the_most_urgent_come_first_and_of_those_the_longest_due() -> None:
    shown = companies(Agenda(), DAY_12, QUIET, WAITING, DUE, OVERDUE, LONGER)
    assert shown == ["Longer overdue", "Overdue", "Due", "Waiting", "Quiet"]


def test_cards_that_are_due_at_the_same_moment_stand_by_name() -> None:
    names = [replace(OVERDUE, company=name, id=name) for name in ("Beta", "Alpha", "Gamma")]
    assert companies(Agenda(), DAY_12, *names) == ["Alpha", "Beta", "Gamma"]


def test_a_row_says_what_is_next_and_how_loudly() -> None:
    row = row_for(OVERDUE, DAY_12)
    assert (row.card, row.urgency) == (OVERDUE, Urgency.OVERDUE)
    assert row.step
    assert row.step.stage is Stage.CHECKED_IN
    assert row_for(QUIET, DAY_12).step is None


def test_removed_cards_and_the_archive_are_left_out_until_it_is_time_to_keep_warm() -> None:
    told_no = archive(OVERDUE, Outcome.REJECTED, at("2026-03-20 10:00"))
    offered = archive(card("Offer"), Outcome.ACCEPTED, at("2026-03-20 10:00"))
    gone = remove(card("Gone"))
    agenda = Agenda()
    assert companies(agenda, at("2026-05-18 23:59:59"), told_no, offered, gone) == []
    assert companies(agenda, at("2026-05-19 00:00"), told_no, offered, gone) == ["Overdue"]
    assert companies(agenda, at("2026-06-10 00:00"), told_no, offered, gone) == ["Overdue"]


def test_a_card_turns_overdue_while_you_look() -> None:
    agenda = Agenda()
    before, after = at("2026-03-16 23:59:59"), at("2026-03-17 00:00")
    assert [row.urgency for row in agenda.rows(board(OVERDUE), before)] == [Urgency.DUE]
    assert [row.urgency for row in agenda.rows(board(OVERDUE), after)] == [Urgency.OVERDUE]


def test_the_settings_rules_are_the_ones_that_count_and_others_as_soon_as_there_are_any() -> None:
    agenda, shown = Agenda(Rules(grace_days=5)), board(OVERDUE)
    assert [row.urgency for row in agenda.rows(shown, DAY_12)] == [Urgency.DUE]
    agenda.rules = Rules()
    assert [row.urgency for row in agenda.rows(shown, DAY_12)] == [Urgency.OVERDUE]


def test_an_edit_works_out_that_card_anew_and_no_other() -> None:
    agenda = Agenda()
    first = {row.card.company: row for row in agenda.rows(board(OVERDUE, DUE), DAY_12)}
    second = {row.card.company: row for row in agenda.rows(board(check_in(OVERDUE, DAY_12), DUE), DAY_12)}
    assert second["Due"] is first["Due"]
    assert second["Overdue"].urgency is Urgency.WAITING


@given(
    st.lists(cards(days=30), min_size=1, max_size=3),
    st.lists(st.tuples(st.integers(0, 2), any_edit, st.integers(0, 3)), max_size=5),
)
def test_rows_kept_from_before_are_the_rows_worked_out_afresh_after_any_edits(
    made: list[Card], changes: list[tuple[int, Edit, int]]
) -> None:
    """Each change is to one of the cards, by an edit, some days later or at the same moment."""
    agenda, now = Agenda(), DAY_12
    shown = board(*made)
    ids = list(shown.cards)
    assert agenda.rows(shown, now) == Agenda().rows(shown, now)
    for which, change_it, days in changes:
        now = later(now, days=days)
        made_before = shown.cards[ids[which % len(ids)]]
        shown = shown.with_cards(edited(made_before, change_it, now))
        assert agenda.rows(shown, now) == Agenda().rows(shown, now)


@given(st.lists(cards(days=30), min_size=1, max_size=3), st.lists(around(90), min_size=2, max_size=6))
def test_rows_kept_from_before_are_the_rows_worked_out_afresh_at_any_moments(
    made: list[Card], moments: list[dt.datetime]
) -> None:
    """The clock may jump, and be put back."""
    agenda, shown = Agenda(), board(*made)
    for now in moments:
        assert agenda.rows(shown, now) == Agenda().rows(shown, now)


def test_a_minute_that_changes_nothing_works_out_nothing_anew() -> None:
    agenda = Agenda()
    first = agenda.rows(board(OVERDUE, DUE), DAY_12)
    second = agenda.rows(board(OVERDUE, DUE), later(DAY_12, minutes=1))
    assert all(row is kept for row, kept in zip(second, first, strict=True))
