"""A follow-up that is open: what to do, when, and why."""

from __future__ import annotations

import datetime as dt
from enum import Enum, unique
from typing import NamedTuple, TypeAlias

from day12_data.card import Stage
from day12_data.dates.days import day_text


@unique
class Urgency(Enum):
    """How loudly a card asks, the loudest first."""

    OVERDUE = "overdue"
    DUE = "due"
    WAITING = "waiting"
    QUIET = "quiet"


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


Fact: TypeAlias = str | int | dt.date


class Step(NamedTuple):
    """A follow-up that is open.

    It may be done from `opens` on and is due at `due`; it is overdue from `overdue_from` on. A deadline counts to
    the end of the second that it names, so that "within an hour" still holds at one hour sharp; a check-in is
    overdue from the start of its day.

    The moments are in the interview's zone; two of one zone compare by what its clocks show, so ask `urgency`. A
    board of thousands asks for thousands of steps, so the reason is kept as a pattern with its facts.
    """

    action: Action
    opens: dt.datetime
    due: dt.datetime
    overdue_from: dt.datetime
    reason: str
    facts: tuple[Fact, ...] = ()

    @property
    def stage(self) -> Stage:
        """The column in which doing this puts the card."""
        return self.action.stage

    @property
    def why(self) -> str:
        """Why this is next, in one sentence."""
        return self.reason.format(*(day_text(fact) if isinstance(fact, dt.date) else fact for fact in self.facts))

    def urgency(self, now: dt.datetime) -> Urgency:
        """How loudly this step asks at `now`."""
        instant = now.astimezone(dt.UTC)
        if instant < self.opens:
            return Urgency.WAITING
        return Urgency.OVERDUE if instant >= self.overdue_from else Urgency.DUE
