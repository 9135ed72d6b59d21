"""The figures of a board are the sum of its cards, and those of a month that is over stay as they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from day12_data import edits
from day12_data.board import Board, EditError
from day12_data.card import Card, Promise, stamp
from day12_data.insights.figures import Insights, Month, Tally, insights, share, spread
from day12_data.kinds import Outcome, ReplyKind, Stage
from kit import DAY_12, INTERVIEW, at, board, card, later
from strategies import cards, lived, promises


def counts(tally: Tally) -> list[int]:
    return [
        *tally.interviews.values(),
        *tally.follow_ups.values(),
        *tally.promises.values(),
        *tally.stages.values(),
        *tally.outcomes.values(),
    ]


def before(told: Insights, month: Month) -> list[tuple[Month, Tally]]:
    return [(each, tally) for each, tally in told.months.items() if each < month and any(counts(tally))]


@given(st.lists(cards(days=60), max_size=6), st.integers(-40, 200))
def test_a_board_is_the_sum_of_its_cards(made: list[Card], days: int) -> None:
    now = later(made[0].starts_at if made else INTERVIEW, days=days)
    whole, parts = insights(board(*made), now), [insights(board(each), now) for each in made]
    assert counts(whole.total) == _summed(one.total for one in parts)
    assert whole.total.answers == tuple(sorted(day for one in parts for day in one.total.answers))
    assert whole.total.late_by == tuple(sorted(day for one in parts for day in one.total.late_by))
    for month, tally in whole.months.items():
        assert counts(tally) == _summed(one.months[month] for one in parts if month in one.months)


def _summed(tallies: Iterable[Tally]) -> list[int]:
    return [sum(each) for each in zip(*map(counts, tallies), strict=True)] or counts(_NONE)


_NONE = insights(Board(), INTERVIEW).total


@given(st.lists(cards(days=60), max_size=4), st.integers(0, 60), st.integers(0, 60))
def test_what_is_told_of_a_month_that_is_over_stays_as_time_goes_on(made: list[Card], days: int, more: int) -> None:
    now = later(INTERVIEW, days=days)
    then, shown = later(now, days=more), board(*made)
    month = _month_over(now)
    assert before(insights(shown, now), month) == before(insights(shown, then), month)


Record = Callable[[Card, dt.datetime], Card]
records: st.SearchStrategy[Record] = st.one_of(
    st.sampled_from(Stage).map(lambda stage: lambda card, at: edits.move(card, stage, at)),
    st.sampled_from(Stage).map(lambda stage: lambda card, at: edits.skip(card, stage, at)),
    st.just(edits.check_in),
    st.sampled_from([kind for kind in ReplyKind if kind is not ReplyKind.PROMISE]).map(
        lambda kind: lambda card, at: edits.reply(card, kind, at)
    ),
    promises(20).map(lambda said: lambda card, at: _promised(card, said, at)),
    st.sampled_from(Outcome).map(lambda outcome: lambda card, at: edits.archive(card, outcome, at)),
)


def _promised(card: Card, said: Promise, at: dt.datetime) -> Card:
    said = msgspec.structs.replace(said, given_at=stamp(at))
    return edits.reply(card, ReplyKind.PROMISE, at, "words", said)


@given(lived(), records, st.integers(0, 90))
def test_a_record_that_is_added_changes_no_past_figure(
    told: tuple[Card, dt.datetime], record: Record, days: int
) -> None:
    card, now = told
    when = later(now, days=days)
    try:
        after = record(card, when)
    except EditError:
        after = card
    # A record in the place of another one takes that away: a step that was skipped, an outcome, no step at all.
    assume(not card.deleted and (card.ended is None or after.ended == card.ended))
    assume(all(after.mark(mark.stage) == mark for mark in card.marks))
    assume(set(card.check_ins) <= set(after.check_ins))
    shown, month = insights(board(card), now), _month_over(now)
    assert before(insights(board(after), later(when, days=1)), month) == before(shown, month)


def _month_over(now: dt.datetime) -> Month:
    """The month of two days ago: it may go on where the clocks are behind, those before it are over everywhere."""
    day = later(now, days=-2)
    return day.year, day.month


def test_no_share_and_no_spread_is_told_of_fewer_than_five() -> None:
    assert share(4, 4) is None
    assert share(4, 5) == 0.8
    assert spread([]) is None
    four, five = spread([9, 1, 5, 7]), spread([9, 1, 5, 7, 3])
    assert four
    assert (four.median, four.quartiles) == (6, None)
    assert five
    assert (five.median, five.quartiles) == (5, (3, 7))


def test_a_step_that_was_done_before_an_interview_was_moved_counts_in_the_month_of_the_interview() -> None:
    thanked = edits.move(card("Acme"), Stage.EMAILED, later(INTERVIEW, hours=1))
    moved = edits.edit(thanked, DAY_12, starts_at=stamp(at("2026-05-05 10:00")), ends_at=stamp(at("2026-05-05 11:00")))
    assert list(insights(board(moved), at("2026-04-30 10:00")).months) == []
    assert list(insights(board(moved), at("2026-05-05 12:00")).months) == [(2026, 5)]
