"""An interview that the board doesn't know: what isn't sure is asked, then it becomes a card, or part of one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from day12_data.board import Board
from day12_data.card import Card, Person
from day12_data.card import replace as with_fields
from day12_data.dates.days import day_text, time_text
from day12_data.exchange.calendar_zones import zone_named
from day12_data.exchange.company import ByCompany, Company
from day12_data.exchange.event import Event
from day12_data.exchange.file_dates import read_day, read_time
from day12_data.exchange.further_rounds import joined, new_card, which_interview
from day12_data.exchange.import_changes import free_id
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question, digest
from day12_data.exchange.invite_updates import with_invites
from day12_data.exchange.known_people import filled_in
from day12_data.exchange.meeting import Envelope, Meeting, role_without, times
from day12_data.exchange.promises_in_mail import promises_in


def asked_about(meeting: Meeting, context: Context, otherwise: str = LEAVE) -> Meeting | Item:
    """The meeting with its hour, its zone and its company; a question where one of them isn't sure.

    The last choice of each question, `otherwise`, has the meeting left out.
    """
    for step in (_with_day, _with_hour, _with_zone, _with_company):
        asked = step(meeting, context, otherwise)
        if isinstance(asked, Item):
            return asked
        meeting = asked
    return meeting


def new_interview(
    panel: tuple[Meeting, ...], board: Board, known: ByCompany, context: Context, envelope: Envelope
) -> list[Item]:
    """The card that the meetings make; where the company is among the `known` already, what they are is asked."""
    draft = _with_promise(_draft(panel, board, context), envelope, context)
    same = known.of(draft.company)
    for card in same:
        if card.starts_at < draft.ends_at and draft.starts_at < card.ends_at:
            return [joined(card, draft, context)]
    if not same:
        return [new_card(draft, _why(panel), context)]
    return which_interview(panel, draft, same, _why(panel), context, envelope)


def _with_company(meeting: Meeting, context: Context, otherwise: str) -> Meeting | Item:
    if meeting.company.name:
        return meeting
    choices = (*meeting.company.choices, otherwise)
    text = f"Which company is “{meeting.title}” on {day_text(meeting.event.start.date())} with?"
    question = Question(f"{meeting.key}:company", text, choices, typed=True)
    answer = context.answer(question)
    if not answer:
        return _open(meeting, question, context)
    if answer == otherwise:
        return _left(meeting)
    return replace(meeting, company=Company(answer[:200]), role=role_without(meeting.role, answer))


def _with_day(meeting: Meeting, context: Context, otherwise: str) -> Meeting | Item:
    event = meeting.event
    if not event.possible_starts:
        return meeting
    hours = sorted({time_text(each) for each in event.possible_starts})
    at = "" if event.all_day else f" at {' or '.join(hours)}"
    which = "one" if len(hours) > 1 else "day"
    text = f"“{meeting.title}” says “{event.day_said}”{at}, {event.day_trouble}: which {which} is it?"
    told = {
        f"{day_text(each.date())} {time_text(each)}" if len(hours) > 1 else day_text(each.date()): each
        for each in event.possible_starts
    }
    question = Question(f"{digest(event.description, event.day_said)}:day", text, (*told, otherwise), typed=True)
    answer = context.answer(question)
    if answer == otherwise:
        return _left(meeting)
    start, all_day = told.get(answer), event.all_day
    if start is None and (read := read_day(answer, day_first=context.settings.day_first, year=event.start.year)):
        hour = read_time(read[1])
        start, all_day = dt.datetime.combine(read[0], hour or event.start.time()), all_day and hour is None
    if start is None:
        return _open(meeting, question, context)
    end = event.end and start + (event.end - event.start)
    zone = context.zone if event.all_day and not all_day else ""
    return _at(meeting, replace(event, possible_starts=(), start=start, end=end, all_day=all_day), context, zone)


def _with_hour(meeting: Meeting, context: Context, otherwise: str) -> Meeting | Item:
    if not meeting.event.all_day:
        return meeting
    day = day_text(meeting.event.start.date())
    question = Question(
        f"{meeting.key}:hour",
        f"“{meeting.title}” names a day, {day}, and no hour: when does it begin?",
        (otherwise,),
        typed=True,
    )
    answer = context.answer(question)
    if answer == otherwise:
        return _left(meeting)
    hour = read_time(answer)
    if hour is None:
        return _open(meeting, question, context)
    start = dt.datetime.combine(meeting.event.start.date(), hour)
    return _at(meeting, replace(meeting.event, start=start, end=None, all_day=False), context, context.zone)


def _with_zone(meeting: Meeting, context: Context, otherwise: str) -> Meeting | Item:
    event = meeting.event
    if meeting.starts_at is not None:
        return meeting
    choices = tuple(dict.fromkeys((context.zone, *event.zones)))
    at = f"{day_text(event.start.date())} at {time_text(event.start)}"
    text = f"“{meeting.title}” on {at} names {_zone_trouble(meeting)}: which one is it?"
    question = Question(f"{meeting.key}:zone", text, (*choices, otherwise), typed=True)
    answer = context.answer(question)
    if answer == otherwise:
        return _left(meeting)
    zone = answer if answer in choices else zone_named(answer)
    if not zone:
        return _open(meeting, question, context)
    starts, ends, zone = times(event, context, zone)
    return replace(meeting, starts_at=starts, ends_at=ends, zone=zone)


def _at(meeting: Meeting, event: Event, context: Context, zone: str) -> Meeting:
    """The meeting as the event says it, in this zone where that names none."""
    event = replace(event, zone=event.zone or zone)
    starts, ends, zone = times(event, context, event.zone)
    return replace(meeting, event=event, starts_at=starts, ends_at=ends, zone=zone)


def _open(meeting: Meeting, question: Question, context: Context) -> Item:
    zone = "" if meeting.event.zone or meeting.event.all_day else f" It names {_zone_trouble(meeting)}."
    unsure = meeting.starts_at is None or bool(meeting.event.possible_starts)
    draft = None if unsure else card_of_panel((meeting,), f"draft-{digest(meeting.key)}", context)
    return Item(Does.ASK, f"{_why((meeting,))}{zone}", draft, meeting.people, question)


def _zone_trouble(meeting: Meeting) -> str:
    said = meeting.event.zone_said.strip()
    return f"a time zone that isn't known, “{said}”" if said else "no time zone"


def _left(meeting: Meeting) -> Item:
    return Item(Does.NOTHING, f"“{meeting.title}” was left out.")


def _draft(panel: tuple[Meeting, ...], board: Board, context: Context) -> Card:
    return card_of_panel(panel, free_id(board.cards, *(meeting.key for meeting in panel)), context)


def card_of_panel(panel: tuple[Meeting, ...], card_id: str, context: Context) -> Card:
    """The meetings, which are one interview, as a card."""
    first = panel[0]
    people: tuple[Person, ...] = ()
    for meeting in panel:
        people = filled_in(people, meeting.people)
    invites = tuple(meeting.invite() for meeting in panel)
    card = Card(
        id=card_id,
        company=first.company.name,
        starts_at=invites[0].starts_at,
        ends_at=invites[0].ends_at,
        updated=context.now,
        role=next((meeting.role for meeting in panel if meeting.role), ""),
        where=next((meeting.where for meeting in panel if meeting.where), ""),
        link=next((meeting.link for meeting in panel if meeting.link), ""),
        people=people,
    )
    return with_invites(card, invites, first.zone)


def _with_promise(card: Card, envelope: Envelope, context: Context) -> Card:
    """The card with what the mail promises, where it promises one thing."""
    found = promises_in(envelope.text, envelope.at or context.now, card, context.settings)
    return with_fields(card, promise=found[0]) if len(found) == 1 else card


def _why(panel: tuple[Meeting, ...]) -> str:
    if len(panel) == 1:
        repeats = " It repeats: only its first meeting counts." if panel[0].event.repeats else ""
        return f"An invitation: “{panel[0].title}”.{repeats}"
    return f"An invitation to {len(panel)} talks, one interview: “{panel[0].title}” and what follows."
