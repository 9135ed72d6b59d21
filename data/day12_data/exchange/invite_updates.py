"""Applies an update of an invitation that a card knows: it moves, or is called off."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from day12_data.card import Card, Invite
from day12_data.card import replace as with_fields
from day12_data.dates.days import day_text, time_text
from day12_data.exchange.event import Event
from day12_data.exchange.import_changes import archived, changed, missed, moment
from day12_data.exchange.import_items import Context, Does, Item, Question
from day12_data.exchange.known_people import filled_in
from day12_data.exchange.meeting import Meeting, times
from day12_data.kinds import Outcome

STAYS = "leave it on the board"
_ARCHIVE = {
    "archive it: they said no": Outcome.REJECTED,
    "archive it: you withdrew": Outcome.WITHDREW,
}


def is_newer(event: Event, sequence: int, stamp: dt.datetime | None) -> bool:
    """Whether the event is a newer word than one of this sequence and stamp; of two alike, the later import."""
    if event.sequence != sequence:
        return event.sequence > sequence
    return event.stamp is None or stamp is None or event.stamp >= stamp


def updated(card: Card, meeting: Meeting, context: Context) -> Item:
    """What an update of a known invitation does to its card."""
    event = meeting.event
    known = next(invite for invite in card.invites if invite.uid == meeting.key)
    if not is_newer(event, known.sequence, known.stamp):
        return Item(Does.NOTHING, f"{card.company}: this invitation is older than what the card knows.", card)
    if event.cancelled:
        return _cancelled(card, known, meeting, context)
    meeting = _in_a_zone(meeting, card, context)
    if meeting.starts_at is None:
        return Item(Does.NOTHING, f"{card.company}: the update names no hour, so the card stays as it is.", card)
    after = _after(card, known, meeting)
    if after == card:
        return Item(Does.NOTHING, f"{card.company}: the board has this invitation already.", card)
    change = changed(card, after, context.now, _what(card, after))
    guessed = "" if event.zone else f" It names no time zone: read in the card's own, {card.zone}."
    return Item(Does.UPDATE, f"{change.sentence}.{guessed}", change.after, meeting.people, change=change)


def with_invites(card: Card, invites: tuple[Invite, ...], zone: str) -> Card:
    """The card with these invitations, and the times that they decide."""
    held = [invite for invite in invites if not invite.cancelled] or list(invites)
    starts = min(invite.starts_at for invite in held)
    ends = max(invite.ends_at for invite in held)
    return with_fields(card, invites=invites, starts_at=moment(starts, zone), ends_at=moment(ends, zone), zone=zone)


def _in_a_zone(meeting: Meeting, card: Card, context: Context) -> Meeting:
    if meeting.starts_at is not None or meeting.event.all_day:
        return meeting
    starts, ends, zone = times(meeting.event, context, card.zone)
    return replace(meeting, starts_at=starts, ends_at=ends, zone=zone)


def _after(card: Card, known: Invite, meeting: Meeting) -> Card:
    """The card as this update of the invitation makes it; the same one where it says nothing new."""
    invite = meeting.invite()
    invites = tuple(invite if each.uid == known.uid else each for each in card.invites)
    newer = (known.sequence, known.stamp) != (invite.sequence, invite.stamp)
    moved = invite.starts_at != known.starts_at or invite.ends_at != known.ends_at or known.cancelled
    after = with_fields(with_invites(card, invites, meeting.zone), missed_at=None) if moved else card
    if meeting.link and (not card.link or (newer and len(card.invites) == 1)):
        after = with_fields(after, link=meeting.link)
    after = with_fields(after, people=filled_in(card.people, meeting.people), where=card.where or meeting.where)
    return with_fields(after, invites=invites) if newer or after != card else card


def _what(card: Card, after: Card) -> str:
    if (after.starts_at, after.zone) != (card.starts_at, card.zone):
        return f"moved to {day_text(after.starts_at.date())} {time_text(after.starts_at)} by their invitation"
    if after.ends_at != card.ends_at:
        return f"now until {time_text(after.ends_at)} by their invitation"
    same = with_fields(after, invites=card.invites) == card
    return "confirmed by their invitation" if same else "filled in from their invitation"


def _cancelled(card: Card, known: Invite, meeting: Meeting, context: Context) -> Item:
    if known.cancelled:
        return Item(Does.NOTHING, f"{card.company}: the card says already that this was called off.", card)
    gone = Invite(
        uid=known.uid,
        starts_at=known.starts_at,
        ends_at=known.ends_at,
        sequence=meeting.event.sequence,
        stamp=meeting.event.stamp,
        cancelled=True,
    )
    invites = tuple(gone if each.uid == known.uid else each for each in card.invites)
    on = moment(known.starts_at, card.zone)
    line = f"Called off by them: {meeting.title} on {day_text(on.date())} {time_text(on)}"
    notes = f"{line}\n{card.notes}".strip()
    if not all(invite.cancelled for invite in invites):
        after = with_fields(with_invites(card, invites, card.zone), notes=notes)
        change = changed(card, after, context.now, "one of its talks was called off")
        return Item(Does.UPDATE, f"{change.sentence}.", change.after, change=change)
    after = with_fields(missed(card, context.now), invites=invites, notes=notes)
    change = changed(card, after, context.now, "called off by them")
    text = f"{card.company} called the interview off. Does it go to the archive?"
    question = Question(f"{meeting.key}:archive", text, (STAYS, *_ARCHIVE), optional=True)
    outcome = _ARCHIVE.get(context.answer(question))
    if outcome:
        change = archived(card, change.after, outcome, context.now)
    return Item(Does.CANCEL, f"{card.company}: {line}.", change.after, card.people, question, change)
