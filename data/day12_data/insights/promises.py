"""Whether a company kept its promise to answer, and when that was settled.

A promise is kept when they answered before its window had passed: by the end of its last day where the interview is,
or by the hour that they named for that same day, as the schedule counts it (`check_ins.lapsing`). Once settled, nothing
that is recorded for a later moment changes it.
"""

from __future__ import annotations

import datetime as dt
from enum import Enum, unique

import msgspec

from day12_data.board import Board
from day12_data.card import Card, Promise
from day12_data.check_ins import lapsing
from day12_data.insights.past import Past, given, past_of
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.text import fold


@unique
class Verdict(Enum):
    """What became of a promise."""

    KEPT = "kept"
    """They answered within the window."""
    LATE = "late"
    """They answered after it."""
    FORGOTTEN = "forgotten"
    """No answer for 30 days after checking in became overdue (`quiet_after_days`), or until you gave the card up."""
    OVERDUE = "overdue"
    """The window has passed without an answer, and one may still come."""
    RUNNING = "running"
    """The window hasn't passed yet."""
    RELEASED = "released"
    """The card ended, or the interview was called off, before the window had passed: nobody can tell."""
    NO_DAY = "no_day"
    """They named no day that could have been kept."""

    __hash__ = object.__hash__


SETTLED = (Verdict.KEPT, Verdict.LATE, Verdict.FORGOTTEN)
"""A share of the promises is one of these: of the others nobody knows yet, or ever."""


class Promised(msgspec.Struct, frozen=True, gc=False):
    """A promise with what became of it.

    `at` is when that was settled, None while it is open. `days` are the days by which they were late, whole local days
    behind the last promised one: of an answer, or up to now where there is none yet.
    """

    promise: Promise
    verdict: Verdict
    at: dt.datetime | None = None
    days: int = 0


def promises_of(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES, past: Past | None = None) -> list[Promised]:
    """All promises that were given with this card by `now`, oldest first, as they stand then."""
    past = past or past_of(card, now)
    return [_judged(card, promise, past, now, rules) for promise in given(card) if promise.given_at <= now]


def promises_before(card: Card, board: Board, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> list[Promised]:
    """The promises that the card's company gave before the one that counts now, with any of its cards, oldest first."""
    company, until = fold(card.company), card.promise.given_at if card.promise else now
    found = [
        promised
        for each in board.cards.values()
        if not each.deleted and fold(each.company) == company
        for promised in promises_of(each, now, rules)
        if promised.promise is not card.promise and promised.promise.given_at < until
    ]
    return sorted(found, key=lambda promised: promised.promise.given_at)


def _judged(card: Card, promise: Promise, past: Past, now: dt.datetime, rules: Rules) -> Promised:
    latest = promise.latest
    if latest is None:
        return Promised(promise, Verdict.NO_DAY)
    if card.missed_at:
        return Promised(promise, Verdict.RELEASED)
    lapsed, overdue = lapsing(card, promise, latest, rules)
    answer, left = past.first_answer(promise.given_at), past.gave_up_at
    if left and left < lapsed and not (answer and answer <= left):
        return Promised(promise, Verdict.RELEASED)
    if answer and answer < lapsed:
        return Promised(promise, Verdict.KEPT, answer)
    if now < lapsed:
        return Promised(promise, Verdict.RUNNING)
    forgotten = overdue + dt.timedelta(days=rules.quiet_after_days)
    if left:
        forgotten = min(forgotten, left)
    if answer and answer <= forgotten:
        return Promised(promise, Verdict.LATE, answer, _days_late(card, promise, latest, answer))
    if now >= forgotten:
        return Promised(promise, Verdict.FORGOTTEN, forgotten)
    return Promised(promise, Verdict.OVERDUE, days=_days_late(card, promise, latest, now))


def _days_late(card: Card, promise: Promise, latest: dt.date, at: dt.datetime) -> int:
    """How many local days a moment lies behind the last promised day, or behind the day on which they broke it."""
    broken = promise.broken_at
    due = min(latest, card.local(broken).date()) if broken and broken > promise.given_at else latest
    return max(0, (card.local(at).date() - due).days)
