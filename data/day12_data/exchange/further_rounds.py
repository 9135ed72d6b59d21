"""An interview with a company that is on the board already: the next round, one that is moved, or another one."""

from __future__ import annotations

from day12_data.card import Card
from day12_data.card import replace as with_fields
from day12_data.dates.days import day_text, time_text
from day12_data.exchange.import_changes import MailAnswer, added, changed, replied
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question
from day12_data.exchange.invite_updates import with_invites
from day12_data.exchange.known_people import filled_in
from day12_data.exchange.meeting import Envelope, Meeting
from day12_data.kinds import ReplyKind

NEXT_ROUND, ANOTHER = "the next round", "another interview there"


def new_card(draft: Card, why: str, context: Context) -> Item:
    """The draft as a card that is added."""
    change = added(draft, context.now)
    return Item(Does.ADD, why, change.after, draft.people, change=change)


def joined(card: Card, draft: Card, context: Context) -> Item:
    """The card that was there already, with what the invitation knows besides."""
    invites = (*card.invites, *draft.invites)
    after = with_fields(
        with_invites(card, invites, card.zone) if card.invites else card,
        invites=invites,
        people=filled_in(card.people, draft.people),
        role=card.role or draft.role,
        where=card.where or draft.where,
        link=card.link or draft.link,
    )
    change = changed(card, after, context.now, "filled in from their invitation")
    return Item(
        Does.UPDATE,
        f"{card.company} is on the board at this hour: its card is filled in.",
        change.after,
        draft.people,
        change=change,
    )


def which_interview(
    panel: tuple[Meeting, ...], draft: Card, same: list[Card], why: str, context: Context, envelope: Envelope
) -> list[Item]:
    """What the meetings are, of a company with `same` cards; asked first, and a next round is their answer, too."""
    moved = {f"the interview of {_told(card)}, moved": card for card in same}
    starts = draft.local(draft.starts_at)
    there, on = "; ".join(map(_told, same)), day_text(starts.date())
    text = f"{draft.company} is on the board already ({there}): what is “{panel[0].title}” on {on}?"
    question = Question(f"{panel[0].key}:card", text, (NEXT_ROUND, *moved, ANOTHER, LEAVE))
    answer = context.answer(question)
    if not answer:
        return [Item(Does.ASK, why, draft, draft.people, question)]
    if answer == LEAVE:
        return [Item(Does.NOTHING, f"“{panel[0].title}” was left out.")]
    if card := moved.get(answer):
        return [_moved(card, draft, context)]
    if answer != NEXT_ROUND:
        return [new_card(draft, why, context)]
    before = max(same, key=lambda card: card.starts_at)
    draft = with_fields(draft, round_of=before.id, role=draft.role or before.role, anchors=before.anchors)
    return [*_answered(before, panel, context, envelope), new_card(draft, f"{why} The next round.", context)]


def _moved(card: Card, draft: Card, context: Context) -> Item:
    """The card at the time of the invitation."""
    starts = draft.local(draft.starts_at)
    after = with_fields(
        with_invites(card, draft.invites, draft.zone),
        people=filled_in(card.people, draft.people),
        role=card.role or draft.role,
        where=draft.where or card.where,
        link=draft.link or card.link,
    )
    what = f"moved to {day_text(starts.date())} {time_text(starts)} by their invitation"
    change = changed(card, after, context.now, what)
    return Item(Does.UPDATE, f"{change.sentence}.", change.after, draft.people, change=change)


def _answered(card: Card, panel: tuple[Meeting, ...], context: Context, envelope: Envelope) -> list[Item]:
    """The invitation to the next round is their answer about this one, unless the card has that already."""
    at = min(envelope.at or panel[0].event.stamp or context.now, context.now)
    last = card.last_reply
    if at < card.starts_at or (last and last.kind is ReplyKind.NEXT_ROUND):
        return []
    change = replied(card, MailAnswer(ReplyKind.NEXT_ROUND, f"Invitation: {panel[0].title}"), at, context.now)
    return [Item(Does.REPLY, f"{change.sentence}.", change.after, change=change)]


def _told(card: Card) -> str:
    starts = card.local(card.starts_at)
    return f"{day_text(starts.date())} {time_text(starts)}" + (f", {card.role}" if card.role else "")
