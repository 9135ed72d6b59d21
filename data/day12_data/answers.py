"""Records an answer of theirs, of any kind that can be chosen, or a check-in, as a change of the card."""

from __future__ import annotations

import datetime as dt
from enum import Enum, unique

import msgspec

from day12_data.board import Change, EditError, change
from day12_data.card import Card, Promise, stamp
from day12_data.edits import break_promise, check_in, miss, reply
from day12_data.kinds import ReplyKind, Stage
from day12_data.text import clean


@unique
class AnswerKind(Enum):
    """What is chosen when they answered, or didn't."""

    PROMISE = "promise"
    NO_NEWS = "no_news"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    NO = "no"
    NOT_KEPT = "not_kept"
    MISSED = "missed"

    @property
    def words(self) -> str:
        """What is chosen, in words."""
        return _WORDS[self]


_WORDS = {
    AnswerKind.PROMISE: "a new promise",
    AnswerKind.NO_NEWS: "no news yet",
    AnswerKind.NEXT_ROUND: "the next round",
    AnswerKind.OFFER: "an offer, with a day to answer by",
    AnswerKind.NO: "a no",
    AnswerKind.NOT_KEPT: "they didn't do as they said",
    AnswerKind.MISSED: "the interview didn't happen",
}


def kinds_for(card: Card) -> tuple[AnswerKind, ...]:
    """The kinds that make sense for the card."""
    promise = card.promise
    can = {
        AnswerKind.NOT_KEPT: promise is not None and promise.latest is not None and promise.broken_at is None,
        AnswerKind.MISSED: card.missed_at is None and not _has_steps(card),
    }
    return tuple(kind for kind in AnswerKind if can.get(kind, True))


def kinds_without_day(card: Card) -> tuple[AnswerKind, ...]:
    """The kinds that words can mean which name no day, “no news yet” first."""
    return tuple(kind for kind in kinds_for(card) if kind is not AnswerKind.PROMISE)


def answer(
    card: Card, kind: AnswerKind, at: dt.datetime, now: dt.datetime, said: str = "", promise: Promise | None = None
) -> Change:
    """The card once they answered, at a moment that may lie in the past.

    Words without a day are no new promise: the one that they gave before still stands.

    Raises:
        EditError: it makes no sense for this card.
    """
    match kind:
        case AnswerKind.NOT_KEPT:
            return _told(change(card, break_promise(card, at), now), said)
        case AnswerKind.MISSED:
            return _told(change(card, miss(card, at), now), said)
        case AnswerKind.PROMISE if promise is None:
            raise EditError("What did they say? Give their words, such as “another week”.")
        case AnswerKind.PROMISE:
            return change(card, _promised(card, at, said, promise), now)
        case AnswerKind.OFFER:
            by, words = (promise.latest, promise.words) if promise else (None, "")
            return change(card, reply(card, ReplyKind.OFFER, at, said, answer_by=by, words=words), now)
    return change(card, reply(card, ReplyKind(kind.value), at, said), now)


def next_round(card: Card, card_id: str, at: dt.datetime) -> Card:
    """The card of the round that comes after this one, with the same people; when it is isn't known yet."""
    return Card(
        id=card_id,
        company=card.company,
        role=card.role,
        starts_at=stamp(at),
        ends_at=stamp(at) + (card.ends_at - card.starts_at),
        updated=stamp(at),
        zone=card.zone,
        time_known=False,
        people=tuple(msgspec.structs.replace(person, sent=()) for person in card.people),
        anchors=card.anchors,
        round_of=card.id,
    )


def checked_in(
    card: Card, via: str, at: dt.datetime, now: dt.datetime, said: str = "", promise: Promise | None = None
) -> Change:
    """The card once you checked in; what they said there and then is their answer, where it wasn't over already."""
    after = check_in(card, at, via, said)
    if card.ended or not said:
        return change(card, after, now)
    after = _promised(after, at, said, promise)
    news = "a new promise" if after.replies[-1].kind is ReplyKind.PROMISE else "no news yet"
    return change(card, after, now, f"checked in: {news}")


def _promised(card: Card, at: dt.datetime, said: str, promise: Promise | None) -> Card:
    if promise is None or promise.latest is None:
        return reply(card, ReplyKind.NO_NEWS, at, said)
    return reply(card, ReplyKind.PROMISE, at, said, promise)


def _has_steps(card: Card) -> bool:
    """Whether a step was done that can only follow an interview."""
    return any(not mark.skipped and mark.stage is not Stage.ASKED for mark in card.marks)


def _told(made: Change, said: str) -> Change:
    """The change with the words in its log, where the card has no place for them."""
    return change(made.before, made.after, made.at, f"{made.what}: “{clean(said)}”") if said else made
