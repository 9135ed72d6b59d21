"""Records on its card that a letter went out, as one change, so that one undo takes all of it back."""

from __future__ import annotations

import datetime as dt

import msgspec

from day12_data.board import Change, change
from day12_data.card import Anchor, Card, Mark, Person, Sent, replace, stamp, with_mark
from day12_data.edits import check_in, window_opened
from day12_data.kinds import Occasion, Stage
from day12_data.letters.occasions import ASKING
from day12_data.recipients import STAGES, still_to_write

WHAT_WAS_SENT = {
    Occasion.EMAILED: "thanked {} by email",
    Occasion.MAILED: "mailed {} a note",
    Occasion.CONNECTED: "invited {} on LinkedIn",
    Occasion.CHECKED_IN: "checked in with {}",
    Occasion.CHECK_IN_AGAIN: "checked in again with {}",
    Occasion.NEW_TIME: "asked {} for a new time",
    Occasion.ACCEPT_OFFER: "accepted the offer in a letter to {}",
    Occasion.ASK_FOR_TIME: "asked {} for time to think about the offer",
    Occasion.DECLINE_OFFER: "declined the offer in a letter to {}",
    Occasion.AFTER_NO: "thanked {} after their no",
    Occasion.KEEP_WARM: "kept in touch with {}",
}
"""What was done by a letter for each occasion, with a place for the person's name."""


def send(
    card: Card,
    person: str,
    sent: Sent,
    occasion: Occasion,
    now: dt.datetime,
    *,
    anchor: str = "",
    done: bool = False,
) -> Change:
    """The card once the message has gone to the person of this name, citing the anchor of these words.

    A stage is done when everybody who should have a message has one, or with `done`, because the user says so. Only
    its own mark is set: a step before it that is still open stays open, but for asking in the interview, which can't
    be made up for. Two messages on one day are one check-in. After a no, thanks move nothing, and keeping warm counts.
    """
    after = replace(
        card,
        people=_with_sent(card.people, person, msgspec.structs.replace(sent, occasion=occasion.value)),
        anchors=tuple(_used(each, now) if each.text == anchor else each for each in card.anchors),
    )
    what = WHAT_WAS_SENT[occasion].format(person or "them")
    stage = STAGES.get(occasion)
    if stage and (done or not still_to_write(after, occasion)):
        after = replace(after, marks=_marks(after, stage, now))
        if after.stage is not card.stage:
            what += f", moved to {after.stage.title}"
    elif occasion is Occasion.KEEP_WARM or (occasion in ASKING and not _checked_in_today(card, now)):
        after = check_in(after, now, sent.via)
    return change(card, after, now, what)


def _with_sent(people: tuple[Person, ...], name: str, sent: Sent) -> tuple[Person, ...]:
    """The people with this in the post of the first of that name."""
    place = next((place for place, each in enumerate(people) if each.name == name), None)
    if place is None:
        return people
    person = msgspec.structs.replace(people[place], sent=(*people[place].sent, sent))
    return (*people[:place], person, *people[place + 1 :])


def _used(anchor: Anchor, now: dt.datetime) -> Anchor:
    return msgspec.structs.replace(anchor, used=(*anchor.used, stamp(now)))


def _marks(card: Card, stage: Stage, now: dt.datetime) -> tuple[Mark, ...]:
    """The marks with this stage done, since when it first was; not having asked is past."""
    mark = card.mark(stage)
    marks = card.marks if mark and not mark.skipped else with_mark(card.marks, Mark(stage=stage, at=stamp(now)))
    if card.mark(Stage.ASKED) is None:
        marks = with_mark(marks, Mark(stage=Stage.ASKED, at=stamp(now), skipped=True))
    return marks


def _checked_in_today(card: Card, now: dt.datetime) -> bool:
    """Whether today's check-in on their last word is there already."""
    today, since = card.local(now).date(), window_opened(card)
    return any(each.at >= since and each.at.astimezone(card.tzinfo).date() == today for each in card.check_ins)
