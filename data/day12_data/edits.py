"""The edits of a card, each a function from the card as it was to the card as it is then.

`board.change` makes the Change of the two. An edit that makes no sense raises `EditError`. The moment that an edit is
handed is when the thing was really done, which may lie in the past.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Unpack

import msgspec

from day12_data.board import EditError
from day12_data.card import Card, CheckIn, Ending, Mark, Offer, Promise, Reply, replace, stamp, with_mark
from day12_data.dates.days import local_text
from day12_data.kinds import Outcome, ReplyKind, Stage

if TYPE_CHECKING:
    from day12_data.card_fields import CardFields


def add(card: Card, now: dt.datetime) -> Card:
    """A new card; a promise that was recorded with it means that the first step is done."""
    return _promise_marked(card, now)


def edit(card: Card, now: dt.datetime, **fields: Unpack[CardFields]) -> Card:
    """The card with other values in some fields; another promise shows that you asked."""
    after = replace(card, **fields)
    return after if after.promise == card.promise else _promise_marked(after, now)


def move(card: Card, stage: Stage, now: dt.datetime) -> Card:
    """The card in another column.

    To the right, the stage is done now, and what was jumped over is skipped and never nags again. To the left,
    what lay to the right is taken back.
    """
    mark, here = card.mark(stage), card.stage
    if stage is here and mark and not mark.skipped:
        raise EditError(f"{card.company} already stands in {stage.title}.")
    if stage.position < here.position:
        return _moved_back(card, stage, now)
    _refuse_before_interview(card, now)
    marks = with_mark(card.marks, Mark(stage=stage, at=stamp(now)))
    for jumped in list(Stage)[: stage.position]:
        if card.mark(jumped) is None:
            marks = with_mark(marks, Mark(stage=jumped, at=stamp(now), skipped=True))
    check_ins = card.check_ins
    if stage is Stage.CHECKED_IN:
        check_ins = (*check_ins, CheckIn(at=stamp(now)))
    return replace(card, marks=marks, check_ins=check_ins)


def _moved_back(card: Card, stage: Stage, now: dt.datetime) -> Card:
    mark = card.mark(stage)
    marks = tuple(each for each in card.marks if each.stage.position <= stage.position)
    if stage is Stage.ASKED:
        marks = tuple(each for each in marks if not each.skipped)
    elif mark is None or mark.skipped:
        marks = with_mark(marks, Mark(stage=stage, at=stamp(now)))
    still = tuple(each for each in card.check_ins if each.at <= window_opened(card))
    return replace(card, marks=marks, check_ins=still)


def skip(card: Card, stage: Stage, now: dt.datetime) -> Card:
    """The stage will not be done, and never nags again; the card stays in its column."""
    if card.mark(stage):
        raise EditError(f"{card.company}: “{stage.title}” is no longer open.")
    return replace(card, marks=with_mark(card.marks, Mark(stage=stage, at=stamp(now), skipped=True)))


def check_in(card: Card, now: dt.datetime, via: str = "", said: str = "") -> Card:
    """One more check-in, or one more sign of life after a no. The card stands in the last column from then on.

    Where it is a new time or an offer's day that you asked for, it stays where it is. `said` is what they answered
    there and then; what it promises is recorded by `reply`.
    """
    if card.ended is None:
        _refuse_before_interview(card, now)
    asks = card.missed_at or (card.last_reply and card.last_reply.kind is ReplyKind.OFFER)
    moves = card.ended is None and not asks and card.stage is not Stage.CHECKED_IN
    after = move(card, Stage.CHECKED_IN, now) if moves else card
    return replace(after, check_ins=(*card.check_ins, CheckIn(at=stamp(now), via=via, said=said)))


def reply(
    card: Card,
    kind: ReplyKind,
    now: dt.datetime,
    said: str = "",
    promise: Promise | None = None,
    answer_by: dt.date | None = None,
    words: str = "",
) -> Card:
    """They answered: every nudge before it falls silent, and a new promise starts a new window.

    An offer stays on the board until its card is archived as accepted or declined; `answer_by` is the local day by
    which they want to know, and `words` those of what they said that name it.
    """
    after = replace(card, replies=(*card.replies, Reply(at=stamp(now), kind=kind, said=said)))
    if promise:
        past = (*card.past_promises, *([card.promise] if card.promise else []))
        # It is given with this answer, though its words may have been read a little earlier, while they were typed.
        promise = msgspec.structs.replace(promise, given_at=stamp(card.local(now)))
        after = _promise_marked(replace(after, promise=promise, past_promises=past), now)
    if kind is ReplyKind.OFFER:
        after = replace(after, offer=Offer(said=said, given_at=stamp(now), words=words, answer_by=answer_by))
    if kind is ReplyKind.NO:
        after = replace(after, ended=Ending(outcome=Outcome.REJECTED, at=stamp(now)))
    return after


def break_promise(card: Card, now: dt.datetime) -> Card:
    """They didn't do as they had said, although the window hasn't passed: checking in is next at once."""
    promise = card.promise
    if promise is None or promise.latest is None:
        raise EditError(f"{card.company} promised no day: there is nothing that could have been kept or broken.")
    return replace(card, promise=msgspec.structs.replace(promise, broken_at=stamp(now)))


def miss(card: Card, now: dt.datetime) -> Card:
    """The interview didn't take place: a new time is what to ask for, and nothing else."""
    if any(not mark.skipped for mark in card.marks if mark.stage is not Stage.ASKED):
        raise EditError(
            f"{card.company} was thanked already: move the card back first, if the interview didn't happen."
        )
    return replace(card, missed_at=stamp(now))


def archive(card: Card, outcome: Outcome, now: dt.datetime) -> Card:
    """The card with an outcome, off the board."""
    if card.outcome is outcome:
        raise EditError(f"{card.company} is already archived as {outcome.value}.")
    return replace(card, ended=Ending(outcome=outcome, at=stamp(now)))


def bring_back(card: Card) -> Card:
    """An archived card, back on the board."""
    if card.ended is None:
        raise EditError(f"{card.company} is on the board already.")
    return replace(card, ended=None)


def remove(card: Card) -> Card:
    """The card's tombstone."""
    return replace(card, deleted=True)


def window_opened(card: Card) -> dt.datetime:
    """The moment from which check-ins count: when the promise was given, or when they last answered."""
    moments = [entry.at for entry in card.replies]
    if card.promise:
        moments.append(card.promise.given_at)
    return max(moments, default=card.starts_at)


def _refuse_before_interview(card: Card, now: dt.datetime) -> None:
    """Refuse to record a step as done before the interview has begun."""
    if not card.time_known:
        raise EditError(f"{card.company} has no time yet: give it one before you record what was done.")
    if now.astimezone(dt.UTC) < card.starts_at:
        raise EditError(f"{card.company}: the interview is on {local_text(card.starts_at, card.zone, now)}.")


def _promise_marked(card: Card, now: dt.datetime) -> Card:
    """The card with its first step in keeping with its promise: where there is one, you asked when they gave it."""
    asked = card.mark(Stage.ASKED)
    if card.promise and (asked is None or asked.skipped):
        at = min(stamp(card.promise.given_at), stamp(now))
        return replace(card, marks=with_mark(card.marks, Mark(stage=Stage.ASKED, at=at)))
    if not card.promise and asked and card.stage is Stage.ASKED:
        return replace(card, marks=tuple(mark for mark in card.marks if mark.stage is not Stage.ASKED))
    return card
