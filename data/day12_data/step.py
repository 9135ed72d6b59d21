"""A follow-up that is open: what to do, when, and why."""

from __future__ import annotations

import datetime as dt
from enum import Enum, unique
from typing import TypeAlias

import msgspec

from day12_data.card import Card, Promise
from day12_data.dates.days import day_text, days, in_utc
from day12_data.kinds import Ordered, Stage
from day12_data.text import short_text


@unique
class Urgency(Ordered):
    """How urgent a card is, the most urgent first."""

    OVERDUE = "overdue"
    DUE = "due"
    WAITING = "waiting"
    QUIET = "quiet"


OVERDUE, DUE, WAITING, QUIET = Urgency  # Python 3.11 takes ten times as long to find one in its class, for each card


@unique
class Action(Enum):
    """What a step asks for; `stage` is the column in which doing it puts the card."""

    ASK = "ask"
    THANK = "thank"
    MAIL = "mail"
    CONNECT = "connect"
    CHECK_IN = "check_in"
    CHECK_IN_AGAIN = "check_in_again"
    NEW_TIME = "new_time"
    ASK_DEADLINE = "ask_deadline"
    ANSWER_OFFER = "answer_offer"
    KEEP_WARM = "keep_warm"

    @property
    def stage(self) -> Stage:
        """The stage that is done once this is."""
        return _STAGES.get(self, Stage.CHECKED_IN)


_STAGES = {
    Action.ASK: Stage.ASKED,
    Action.NEW_TIME: Stage.ASKED,
    Action.THANK: Stage.EMAILED,
    Action.MAIL: Stage.MAILED,
    Action.CONNECT: Stage.CONNECTED,
}


Fact: TypeAlias = str | int | dt.date | Promise
_SECOND = dt.timedelta(seconds=1)
LAST_MOMENT = dt.datetime.max.replace(tzinfo=dt.UTC)


class Step(msgspec.Struct, frozen=True, gc=False):
    """A follow-up that is open.

    It may be done from `opens` on and is due at `due`; then it is overdue. A deadline counts to
    the end of the second that it names, so that "within an hour" still holds at one hour sharp; a check-in is
    overdue from the start of its day.

    A board of thousands asks for thousands of steps and shows a screenful: the moments are kept in UTC, in which they
    are compared, and the reason as a pattern with its facts.
    """

    action: Action
    zone: dt.tzinfo
    _opens: dt.datetime
    _due: dt.datetime
    _overdue_from: dt.datetime
    reason: str
    facts: tuple[Fact, ...] = ()

    @property
    def stage(self) -> Stage:
        """The column in which doing this puts the card."""
        return self.action.stage

    @property
    def opens(self) -> dt.datetime:
        """The first moment for doing this, in the interview's zone."""
        return self._opens.astimezone(self.zone)

    @property
    def due(self) -> dt.datetime:
        """The moment by which this should be done, in the interview's zone."""
        return self._due.astimezone(self.zone)

    @property
    def why(self) -> str:
        """Why this is next, in one sentence."""
        return self.reason.format(*map(_fact_text, self.facts))

    def asks(self, instant: dt.datetime) -> tuple[Urgency, dt.datetime]:
        """How urgent this step is at a moment in UTC, and until when, in UTC too."""
        if instant < self._opens:
            return WAITING, self._opens
        if instant < self._overdue_from:
            return DUE, self._overdue_from
        return OVERDUE, LAST_MOMENT

    def due_after(self, count: int) -> dt.datetime:
        """So many days after the due moment, in UTC."""
        return self._due + days(count)

    @property
    def opens_utc(self) -> dt.datetime:
        """The first moment for doing this, in UTC, to sort by."""
        return self._opens

    @property
    def due_utc(self) -> dt.datetime:
        """The due moment in UTC, to sort by."""
        return self._due


def _fact_text(fact: Fact) -> str:
    """A fact as a sentence has it."""
    if isinstance(fact, Promise):
        return short_text(fact.words or fact.said)
    return day_text(fact) if isinstance(fact, dt.date) else str(fact)


def step_by(card: Card, action: Action, opens: dt.datetime, due: dt.datetime, reason: str, *facts: Fact) -> Step:
    """A step with a deadline: the second that it names still counts."""
    due = in_utc(due)
    return Step(action, card.tzinfo, in_utc(opens), due, due + _SECOND, reason, facts)
