"""What a card asks for and when, in few words: the parts of its label."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from msgspec import Struct

from day12_data.agenda import Row
from day12_data.card import Card
from day12_data.dates.days import by_own_clock, other_clock, short_day, time_text
from day12_data.kinds import Occasion, ReplyKind
from day12_data.recipients import messages
from day12_data.step import Action, Step, Urgency
from day12_data.text import counted

STEP_NAMES = {
    Action.ASK: "ask",
    Action.THANK: "thanks",
    Action.MAIL: "note",
    Action.CONNECT: "LinkedIn",
    Action.CHECK_IN: "check in",
    Action.CHECK_IN_AGAIN: "check in again",
    Action.NEW_TIME: "ask for a new time",
    Action.ASK_DEADLINE: "offer: ask by when",
    Action.ANSWER_OFFER: "answer their offer",
    Action.KEEP_WARM: "keep warm",
}
SHORT_NAMES = {
    Action.CHECK_IN_AGAIN: "again",
    Action.NEW_TIME: "ask new time",
    Action.ASK_DEADLINE: "ask by when",
    Action.ANSWER_OFFER: "answer offer",
}
"""The names that are shorter where there is little room."""


def step_name(step: Step, card: Card | None = None) -> str:
    """The step in a word or two; thanks to several people who can be reached with how many: "thank 2 of 3"."""
    if step.action is Action.THANK and card and len(card.people) > 1:
        done, needed = messages(card, Occasion.EMAILED)
        if needed > 1:
            return f"thank {min(done + 1, needed)} of {needed}"
    return STEP_NAMES[step.action]


class State(Struct, frozen=True):
    """What a card asks for, what stands between that and when, and when."""

    what: str
    between: str = ""
    when: str = ""
    short: str = ""
    """All of it where there is little room: "check in 4 d"; empty where it is no shorter."""

    @property
    def text(self) -> str:
        """All of it."""
        return f"{self.what}{self.between}{self.when}"


def state(row: Row, now: dt.datetime, day: Callable[[dt.date], str] = short_day) -> State:
    """What the card asks for, and when, its days written by `day`."""
    step = row.step
    if step is None:
        words = quiet_words(row, now)
        return State(words, short="done" if words == _YOUR_PART else "")
    name = step_name(step, row.card)
    less = SHORT_NAMES.get(step.action, name)
    if row.urgency is Urgency.WAITING:
        return _waiting(step, name, row.card, now, day)
    if row.urgency is Urgency.OVERDUE:
        if step.action is Action.CHECK_IN:
            late = (now.astimezone(step.due.tzinfo).date() - step.due.date()).days
            when, short = ("today", "today") if late == 0 else (f"{counted(late, 'day')} late", f"{late} d")
            return State(name, ": ", when, f"{name} {short}")
        amount, short = _late(now.astimezone(dt.UTC) - step.due)
        return State(name, ": " if name[-1].isdigit() else " ", f"{amount} late", f"{less} {short}")
    if step.action is Action.CHECK_IN:
        promise = row.card.promise
        if promise is None or promise.latest is None:
            return State(name, ": ", "no timeline", name)
        return State(name, ": ", "promise not kept" if promise.broken_at else "the window has passed", name)
    until = _until(step, row.card, now, day)
    return State(name, " ", until if until == "today" else f"by {until}", f"{less} {until}")


def _until(step: Step, card: Card, now: dt.datetime, day: Callable[[dt.date], str]) -> str:
    """Until when a step may be done, by the reader's clock: "16:15", "18 Mar", "today".

    A step that is due at the end of a day is due on that day, wherever the reader is.
    """
    due, here = step.due, step.due.astimezone(now.tzinfo)
    if time_text(due) == "23:59":
        return "today" if due.date() == now.astimezone(due.tzinfo).date() else day(due.date())
    if here.date() != now.date():
        return day(here.date())
    return own_time(step.due, card, now)


def own_time(moment: dt.datetime, card: Card, now: dt.datetime) -> str:
    """A time of day by the reader's clock, with the interview's own where that differs: "16:15 (20:15 London)"."""
    return f"{time_text(by_own_clock(moment, now))}{other_clock(moment, card.zone, now, with_day=False)}"


def _waiting(step: Step, name: str, card: Card, now: dt.datetime, day: Callable[[dt.date], str]) -> State:
    opens, here = step.opens, step.opens.astimezone(now.tzinfo)
    match step.action:
        case Action.CHECK_IN:
            until = f"until {day(opens.date())}"
            return State("wait", " ", until, until)
        case Action.CHECK_IN_AGAIN:
            return State("again", " ", f"on {day(opens.date())}")
        case Action.ASK:
            on = "at" if here.date() == now.date() else f"on {day(here.date())}"
            return State("", "", f"{on} {own_time(opens, card, now)}")
        case Action.THANK | Action.MAIL:
            if here.date() != now.date():
                on = day(here.date())
                return State(name, " ", f"after {on} {own_time(opens, card, now)}", f"{name} {on}")
            return State(name, " ", f"after {own_time(opens, card, now)}")
        case _:
            return State(name, " ", f"from {day(opens.date())}")


_ANSWERED = {ReplyKind.NEXT_ROUND: "next round", ReplyKind.NO: "they said no"}


def quiet_words(row: Row, now: dt.datetime) -> str:
    """Why nothing is left to do, in a word or two."""
    card = row.card
    if card.outcome:
        return card.outcome.value
    if not card.time_known:
        return "no time yet"
    if card.last_reply and (answered := _ANSWERED.get(card.last_reply.kind)):
        return answered
    if row.silent_since:
        weeks = (now.astimezone(dt.UTC) - row.silent_since).days // 7
        return f"silent for {counted(weeks, 'week')}"
    return _YOUR_PART


_YOUR_PART = "you did your part"


def _late(late: dt.timedelta) -> tuple[str, str]:
    """How late that is, and the same where there is little room: "2 days" and "2 d"."""
    minutes = late // dt.timedelta(minutes=1)
    if minutes < 48 * 60:
        amount = f"{minutes // 60} h" if minutes >= 60 else f"{max(minutes, 1)} min"
        return amount, amount
    days = minutes // (24 * 60)
    return counted(days, "day"), f"{days} d"
