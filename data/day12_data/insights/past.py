"""What a card records of the past, up to a moment: their answers, and how it ended."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from day12_data.card import Card, Ending, Promise
from day12_data.kinds import Outcome, ReplyKind

_TOLD_BY_THEM = (Outcome.ACCEPTED, Outcome.DECLINED, Outcome.REJECTED)


class Past(NamedTuple):
    """What had happened to a card by a moment."""

    ended: Ending | None = None
    replies: tuple[dt.datetime, ...] = ()
    """When they replied, whatever they said."""
    answers: tuple[dt.datetime, ...] = ()
    """When they answered. "No news yet" is no answer, since it says nothing of what they promised; a new promise is
    one, since they came back. An outcome that takes an answer of theirs (accepted, declined, rejected) stands for one
    that wasn't recorded."""

    def first_answer(self, after: dt.datetime) -> dt.datetime | None:
        """When they first answered after a moment."""
        return min([at for at in self.answers if at > after], default=None) if self.answers else None

    @property
    def gave_up_at(self) -> dt.datetime | None:
        """When the card was archived without an answer of theirs: you withdrew, or they stayed silent."""
        return self.ended.at if self.ended and self.ended.outcome not in _TOLD_BY_THEM else None


def past_of(card: Card, now: dt.datetime) -> Past:
    """What had happened to the card by `now`; what is recorded for a later moment isn't looked at."""
    if not card.replies and card.ended is None:
        return _NOTHING
    ended = card.ended if card.ended and card.ended.at <= now else None
    answers = [reply.at for reply in card.replies if reply.kind is not ReplyKind.NO_NEWS and reply.at <= now]
    if ended and ended.outcome in _TOLD_BY_THEM:
        answers.append(ended.at)
    return Past(ended, tuple(reply.at for reply in card.replies if reply.at <= now), tuple(answers))


def took_place(card: Card, now: dt.datetime) -> bool:
    """Whether the interview had begun by `now`."""
    return card.time_known and card.missed_at is None and card.starts_at <= now


def given(card: Card) -> tuple[Promise, ...]:
    """All promises that were given with this card, oldest first."""
    return (*card.past_promises, card.promise) if card.promise else card.past_promises


_NOTHING = Past()
