"""The events of a calendar: one for each interview, and one for each step that is open or comes by time alone."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from day12_data.board import Board
from day12_data.card import Card, Person
from day12_data.dates.days import day_text
from day12_data.rules import Rules
from day12_data.schedule import steps_ahead
from day12_data.step import LAST_MOMENT, Action, Step
from day12_data.text import clean

_NAMESPACE = uuid.UUID("6efab85a-e480-5fe7-9ed5-dc8de16284a1")
_INTERVIEW = "interview"
_KINDS = (_INTERVIEW, *(f"{action.stage.value} {action.value}" for action in Action))


class CalendarEvent(NamedTuple):
    """An event. A day stands for the whole of it; `end` is the first moment or day after it.

    `alarm` is when its alarm rings, counted from its start. `revised` is when its card was changed last.
    """

    uid: str
    revised: dt.datetime
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date
    summary: str
    description: str
    alarm: dt.timedelta
    place: str = ""
    link: str = ""
    busy: bool = False

    def day(self, zone: dt.tzinfo | None) -> dt.date:
        """The day on which it starts, for somebody in this zone."""
        return self.start.astimezone(zone).date() if isinstance(self.start, dt.datetime) else self.start

    def is_over(self, now: dt.datetime) -> bool:
        """Whether it has ended; a day ends where `now` is."""
        end = self.end
        if not isinstance(end, dt.datetime):
            end = dt.datetime(end.year, end.month, end.day, tzinfo=now.tzinfo)
        return end <= now


class CardEvents(NamedTuple):
    """The events of a card, and until when, in UTC, they stay the same while nothing is done."""

    events: tuple[CalendarEvent, ...]
    until: dt.datetime


def board_events(board: Board, now: dt.datetime, rules: Rules) -> list[CalendarEvent]:
    """The events of all cards, the earliest first."""
    found = (event for card in board.cards.values() for event in card_events(card, now, rules).events)
    return sorted(found, key=lambda event: (event.day(now.tzinfo), str(event.start), event.uid))


def card_events(card: Card, now: dt.datetime, rules: Rules) -> CardEvents:
    """The events of a card: its interview, past or to come, and its steps.

    Before the interview only asking what happens next is among them: whatever else follows depends on the answer.
    """
    if card.deleted:
        return CardEvents((), LAST_MOMENT)
    events = [_interview(card)] if _takes_place(card) else []
    begins = card.starts_at.astimezone(dt.UTC)
    first, *later = steps_ahead(card, now, rules)
    before = now.astimezone(dt.UTC) < begins
    events += [_step(card, each.step) for each in (first, *([] if before else later)) if each.step]
    return CardEvents(tuple(events), min(first.until, begins) if before else first.until)


def events_ahead(card: Card, now: dt.datetime, rules: Rules) -> Sequence[CalendarEvent]:
    """The events that aren't over; before the interview is, only that; where all are, the step that is open."""
    events = card_events(card, now, rules).events
    coming = [event for event in events if not event.is_over(now)]
    if coming:
        return coming[:1] if coming[0].busy else coming
    return [event for event in events if not event.busy][-1:]


def uids_of(card_id: str) -> Iterator[str]:
    """Every name that an event of this card may have."""
    return (_uid(card_id, kind) for kind in _KINDS)


def _uid(card_id: str, kind: str) -> str:
    return str(uuid.uuid5(_NAMESPACE, f"{card_id} {kind}"))


def _takes_place(card: Card) -> bool:
    """Whether there is a time at which the interview is, or was: not where it was called off, or ended before it."""
    return card.time_known and not card.missed_at and not (card.ended and card.ended.at < card.starts_at)


def _interview(card: Card) -> CalendarEvent:
    role, where, link = clean(card.role), clean(card.where), clean(card.link)
    lines = [role, link, *map(_person, card.people), _said(card)]
    if not card.mark(Action.ASK.stage):
        lines.append("Before you leave, ask what happens next, and write down what they say.")
    return CalendarEvent(
        uid=_uid(card.id, _INTERVIEW),
        revised=card.updated,
        start=card.starts_at.astimezone(dt.UTC),
        end=card.ends_at.astimezone(dt.UTC),
        summary=f"Interview: {_named(card)}",
        description=_joined(lines),
        alarm=-dt.timedelta(hours=1),
        place=where or link,
        link=link if re.fullmatch("https?://[!-~]+", link) else "",
        busy=True,
    )


def _step(card: Card, step: Step) -> CalendarEvent:
    start: dt.datetime | dt.date
    end: dt.datetime | dt.date
    if step.action is Action.ASK:
        start, alarm = step.due.astimezone(dt.UTC), dt.timedelta()
        end = start + _A_MOMENT
    elif step.action is Action.THANK:
        start, end, alarm = step.opens.astimezone(dt.UTC), step.due.astimezone(dt.UTC), dt.timedelta()
        end = max(end, start + _A_MOMENT)
    else:
        start, alarm = step.due.date(), dt.timedelta(hours=_MORNING)
        end = start + dt.timedelta(days=1)
    return CalendarEvent(
        uid=_uid(card.id, f"{step.stage.value} {step.action.value}"),
        revised=card.updated,
        start=start,
        end=end,
        summary=f"{clean(card.company)}: {_TO_DO[step.action]}",
        description=_joined(_why(card, step)),
        alarm=alarm,
    )


def _why(card: Card, step: Step) -> Iterator[str]:
    """Why the step is next, since when it may be done, and whom it is about."""
    yield clean(step.why)
    if step.opens.date() < step.due.date():
        yield f"From {day_text(step.opens.date())} on."
    if card.promise and step.stage is Action.CHECK_IN.stage and clean(card.promise.said) not in clean(step.why):
        yield _said(card)
    for person in card.people:
        yield _person(person)
        if step.action is Action.CONNECT and person.linkedin:
            yield f"  {clean(person.linkedin)}"
        if step.action is Action.MAIL:
            yield from (f"  {clean(line)}" for line in person.address.splitlines())
    if card.time_known:
        yield f"Interview{card.role and f' as {clean(card.role)}'} on {day_text(card.starts_at.date())}."


def _named(card: Card) -> str:
    return clean(f"{card.company} · {card.role}" if card.role else card.company)


def _said(card: Card) -> str:
    return f"They said “{clean(card.promise.said)}”." if card.promise else ""


def _person(person: Person) -> str:
    """Somebody with all that is needed to reach them: "Dana Reyes, Head of Data: +1 206 555 0133, dana@…"."""
    name = clean(f"{person.name}, {person.title}" if person.title else person.name)
    ways = ", ".join(filter(None, (clean(person.phone), clean(person.email))))
    return f"{name}: {ways}" if ways else name


def _joined(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(filter(None, lines))


_MORNING = 9
"""The hour at which the alarm of a whole day rings."""
_A_MOMENT = dt.timedelta(minutes=15)
"""How long an event is that has no length of its own."""

_TO_DO = {
    Action.ASK: "ask what happens next",
    Action.THANK: "email your thanks",
    Action.MAIL: "mail a paper note",
    Action.CONNECT: "connect on LinkedIn",
    Action.CHECK_IN: "check in",
    Action.CHECK_IN_AGAIN: "check in again",
    Action.NEW_TIME: "ask for a new time",
    Action.ASK_DEADLINE: "ask by when they need your answer",
    Action.ANSWER_OFFER: "answer their offer",
    Action.KEEP_WARM: "keep warm",
}
