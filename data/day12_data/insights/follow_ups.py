"""Which follow-ups were done, and whether in time; their days come from the schedule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import Enum, unique

import msgspec

from day12_data.card import Card, Mark
from day12_data.check_ins import lapsing, without_timeline
from day12_data.dates.days import start_of_day
from day12_data.insights.past import Past, given, past_of, took_place
from day12_data.kinds import Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import small_window

_SMALL = (Stage.ASKED, Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)
_SECOND = dt.timedelta(seconds=1)  # the second that a deadline names still counts


@unique
class Done(Enum):
    """What became of a follow-up."""

    IN_TIME = "in_time"
    LATE = "late"
    SKIPPED = "skipped"
    """You skipped it, or its time had passed when the card ended or, for a check-in, when they answered."""
    OPEN = "open"
    """It may be done, and isn't yet; also one that is overdue."""

    __hash__ = object.__hash__


class FollowUp(msgspec.Struct, frozen=True, gc=False):
    """A follow-up that was called for, what became of it, and when that was settled: None while it is open."""

    stage: Stage
    done: Done
    at: dt.datetime | None = None


def follow_ups_of(
    card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES, past: Past | None = None
) -> Iterator[FollowUp]:
    """The follow-ups that this card has called for by `now`.

    One that was not needed isn't among them: they had answered, or the card had ended, before it was overdue. Of the
    check-ins on a promise only the first counts.
    """
    if took_place(card, now):
        past = past or past_of(card, now)
        marks = {mark.stage: mark for mark in _marks(card) if mark.at <= now}
        for stage in _SMALL:
            if found := _small(card, stage, marks.get(stage), past, now, rules):
                yield found
        yield from _check_ins(card, past, now, rules)


def _marks(card: Card) -> Sequence[Mark]:
    """How the stages were left behind. A promise shows that they were asked, whenever it was written down."""
    promises, asked = given(card), card.mark(Stage.ASKED)
    if not promises or (asked and asked.at <= promises[0].given_at):
        return card.marks
    return [*card.marks, Mark(stage=Stage.ASKED, at=promises[0].given_at)]


def _small(card: Card, stage: Stage, mark: Mark | None, past: Past, now: dt.datetime, rules: Rules) -> FollowUp | None:
    """What became of one of the four steps before checking in; nothing counts that was done after the card's end."""
    ended = past.ended
    if mark and ended and ended.at < mark.at:
        mark = None
    if mark and mark.skipped:
        return _settled(card, stage, Done.SKIPPED, mark.at)
    opens, due = small_window(card, stage, rules)
    if mark:
        return _settled(card, stage, Done.LATE if mark.at >= due + _SECOND else Done.IN_TIME, mark.at)
    if now < opens or (past.replies and any(opens <= at <= due for at in past.replies)):
        return None
    if ended is None:
        return FollowUp(stage, Done.OPEN)
    return FollowUp(stage, Done.SKIPPED, ended.at) if ended.at >= due + _SECOND else None


def _check_ins(card: Card, past: Past, now: dt.datetime, rules: Rules) -> Iterator[FollowUp]:
    """What became of the check-in on each promise; and of the one where none was given in the interview."""
    promises, day = given(card), card.ends_at.date()
    if not promises or promises[0].given_at > card.ends_at:
        yield from _check_in(card, card.starts_at, without_timeline(day, card.zone, rules), past, now)
    for promise in promises:
        if promise.latest:
            window = lapsing(card, promise, promise.latest, rules)
        else:
            window = without_timeline(max(day, card.local(promise.given_at).date()), card.zone, rules)
        yield from _check_in(card, promise.given_at, window, past, now)


def _check_in(
    card: Card, since: dt.datetime, window: tuple[dt.datetime, dt.datetime], past: Past, now: dt.datetime
) -> Iterator[FollowUp]:
    """What became of the check-in that was called for after a moment.

    It is in time on the day on which the card is overdue, too: they said 7-10 days, and it is Day 12.
    """
    opens, overdue = window
    closed = min([at for at in past.replies if at > since], default=None) if past.replies else None
    if past.ended:
        closed = min(closed, past.ended.at) if closed else past.ended.at
    done = None
    if card.check_ins:
        done = min([each.at for each in card.check_ins if since < each.at <= (closed or now)], default=None)
    if not done and not closed:
        if now >= opens:
            yield FollowUp(Stage.CHECKED_IN, Done.OPEN)
        return
    end = start_of_day(card.local(overdue).date() + dt.timedelta(days=1), card.zone)
    if done:
        yield _settled(card, Stage.CHECKED_IN, Done.IN_TIME if done < end else Done.LATE, done)
    elif closed and closed >= end:
        yield _settled(card, Stage.CHECKED_IN, Done.SKIPPED, closed)


def _settled(card: Card, stage: Stage, done: Done, at: dt.datetime) -> FollowUp:
    """What was recorded for a moment before the interview, which may have been moved since, counts from it on."""
    return FollowUp(stage, done, max(at, card.starts_at))
