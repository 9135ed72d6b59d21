"""The next round that a mail announces: its day and its hour are in its words, or are asked for."""

from __future__ import annotations

from dataclasses import replace

from day12_data.answers import next_round
from day12_data.board import Board
from day12_data.card import Card
from day12_data.card import replace as with_fields
from day12_data.exchange.company import Company
from day12_data.exchange.import_changes import added, free_id
from day12_data.exchange.import_items import Context, Does, Item
from day12_data.exchange.mail_file import Mail
from day12_data.exchange.mail_times import day_sentence, events_in_words
from day12_data.exchange.meeting import Envelope, Meeting, meeting_of
from day12_data.exchange.new_interviews import asked_about, card_of_panel

NOT_KNOWN = "its time isn't known yet"


def plan_next_round(before: Card, mail: Mail, key: str, board: Board, context: Context, envelope: Envelope) -> Item:
    """The card of the round after `before`; what of its time isn't sure is asked, and it may stay unknown."""
    day_first = context.settings.day_first
    events = events_in_words(mail, context.now, day_first=day_first, near=True, without_hour=True, offered=True)
    asked = [
        asked_about(
            replace(meeting_of(event, context, envelope, [before.company]), company=Company(before.company)),
            context,
            NOT_KNOWN,
        )
        for event in events
    ]
    open_item = next((each for each in asked if isinstance(each, Item) and each.does is Does.ASK), None)
    if open_item:
        return replace(open_item, why=f"{before.company}: the next round, “{mail.subject}”.")
    new = next_round(before, free_id(board.cards, key, "next round"), context.now)
    meetings = tuple(each for each in asked if isinstance(each, Meeting))
    if not meetings:
        said = day_sentence(mail, context.now, day_first=day_first)
        new = with_fields(new, notes=f"They wrote: “{said}”" if said else "")
        return _item("The next round, whose time isn't known yet.", new, context)
    found = card_of_panel(meetings, new.id, context)
    timed = with_fields(
        new,
        starts_at=found.starts_at,
        ends_at=found.ends_at,
        zone=found.zone,
        time_known=True,
        where=found.where,
        link=found.link,
        invites=found.invites,
    )
    return _item("The next round.", timed, context)


def _item(why: str, card: Card, context: Context) -> Item:
    change = added(card, context.now)
    return Item(Does.ADD, why, change.after, card.people, change=change)
