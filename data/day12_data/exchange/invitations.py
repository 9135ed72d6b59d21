"""What an invitation's events do to the board: a new card, an update, a cancellation, or a question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from day12_data.board import Board
from day12_data.card import Card
from day12_data.exchange.company import ByCompany
from day12_data.exchange.event import Event
from day12_data.exchange.import_items import Context, Does, Item, after, changes
from day12_data.exchange.invite_updates import is_newer, updated
from day12_data.exchange.meeting import Envelope, Meeting, key_of, meeting_of
from day12_data.exchange.new_interviews import asked_about, new_interview
from day12_data.exchange.panels import panels
from day12_data.exchange.subject import is_about_interview

_MOST_ASKED = 6
_ANSWERS = {"REPLY": "an answer to an invitation", "COUNTER": "a proposal of another time", "REFRESH": "a request"}


def plan_events(
    events: Iterable[Event], board: Board, context: Context, envelope: Envelope | None = None
) -> list[Item]:
    """What the events of one file would do to the board."""
    envelope = envelope or Envelope()
    events = _newest_of_each(events)
    items: list[Item] = []
    new: list[Event] = []
    kept = [card for card in board.cards.values() if not card.deleted]
    by_key = {invite.uid: card for card in reversed(kept) for invite in card.invites}
    for event in events:
        card = by_key.get(key_of(event))
        if event.method in _ANSWERS:
            items.append(Item(Does.NOTHING, f"“{event.summary}” is {_ANSWERS[event.method]}, no invitation."))
        elif card and event.possible_starts:
            items.append(Item(Does.NOTHING, f"{card.company}: the board has this interview already.", card))
        elif card:
            item = updated(card, _meeting(event, board, context, envelope, card), context)
            items.append(item)
            if item.change:
                by_key.update((invite.uid, item.change.after) for invite in item.change.after.invites)
        elif event.cancelled:
            items.append(Item(Does.NOTHING, f"“{event.summary}” was called off, and isn't on the board."))
        else:
            new.append(event)
    return [*items, *_plan_new(new, after(board, items), context, envelope)]


def _plan_new(events: list[Event], board: Board, context: Context, envelope: Envelope) -> Iterator[Item]:
    many = len(events) > _MOST_ASKED
    fit = [event for event in events if not many or _is_interview(event, envelope)]
    meetings = [_meeting(event, board, context, envelope) for event in fit]
    known = ByCompany(board.active)
    for panel in panels([asked_about(meeting, context) for meeting in meetings], context):
        items = [panel] if isinstance(panel, Item) else new_interview(panel, board, known, context, envelope)
        yield from items
        for change in changes(items):
            known.put(change.after)
    if left := len(events) - len(fit):
        yield Item(Does.NOTHING, f"{left} of {len(events)} events don't look like interviews: left out.")


def _is_interview(event: Event, envelope: Envelope) -> bool:
    return not event.repeats and is_about_interview(f"{event.summary} {envelope.subject}")


def _meeting(event: Event, board: Board, context: Context, envelope: Envelope, card: Card | None = None) -> Meeting:
    known = [card.company] if card else [each.company for each in board.active]
    return meeting_of(event, context, envelope, dict.fromkeys(known))


def _newest_of_each(events: Iterable[Event]) -> list[Event]:
    """The events, each once: of two with one key the newer word, since a mail has its invitation in it twice."""
    kept: dict[str, Event] = {}
    for event in events:
        key = key_of(event)
        if key not in kept or (event != kept[key] and is_newer(event, kept[key].sequence, kept[key].stamp)):
            kept[key] = event
    return sorted(kept.values(), key=lambda event: event.start)
