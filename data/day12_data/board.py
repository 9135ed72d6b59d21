"""The board as one immutable value, and every edit as a Change: the card before and the card after.

All of it is pure. An edit that makes no sense raises `EditError` with one sentence for the user.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from day12_data.card import (
    Card,
    CheckIn,
    Ending,
    Mark,
    Outcome,
    Promise,
    Reply,
    ReplyKind,
    Stage,
    Value,
    new_id,
    replace,
    stamp,
    with_mark,
)
from day12_data.dates.days import short_day
from day12_data.dates.zones import time_zone
from day12_data.text import fold


class EditError(ValueError):
    """An edit that can't be made; its text says in one sentence what to do instead."""


class Change(Value, frozen=True, kw_only=True):
    """One edit, as data. `before` is None for a card that is new; a removed card's `after` is its tombstone.

    `what` says what was done, to go after the company's name: "moved to Mailed note".
    """

    id: str
    at: dt.datetime
    what: str
    before: Card | None
    after: Card

    @property
    def sentence(self) -> str:
        """What was done, with the company's name."""
        return f"{self.after.company}: {self.what}"


class Board:
    """All cards as one immutable value, tombstones and archive included."""

    __slots__ = ("cards",)

    def __init__(self, cards: Mapping[str, Card] | None = None) -> None:
        self.cards: Mapping[str, Card] = MappingProxyType(dict(cards or {}))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Board) and self.cards == other.cards

    def with_card(self, card: Card) -> Board:
        """The board with this card in place of the one with its id."""
        return Board({**self.cards, card.id: card})

    def without(self, card_id: str) -> Board:
        """The board without the card of this id, as if it had never been there."""
        return Board({key: card for key, card in self.cards.items() if key != card_id})

    @property
    def active(self) -> Iterator[Card]:
        """The cards that stand in a column."""
        return (card for card in self.cards.values() if not card.deleted and card.ended is None)

    @property
    def archived(self) -> Iterator[Card]:
        """The cards with an outcome."""
        return (card for card in self.cards.values() if not card.deleted and card.ended is not None)

    def lookup(self, text: str) -> Card:
        """The card that a person means: by its id, the start of one, or a company's name where only one fits.

        Raises:
            EditError: none fits, or several do.
        """
        wanted = fold(text)
        kept = [card for card in self.cards.values() if not card.deleted]
        if not wanted:
            raise EditError("Name a card: its id, the start of one, or a company's name.")
        for fits in (
            [card for card in kept if card.id == wanted],
            [card for card in kept if fold(card.company) == wanted],
            [card for card in kept if card.id.startswith(wanted) or wanted in fold(card.company)],
        ):
            active = [card for card in fits if card.ended is None]
            if len(fits) == 1 or len(active) == 1:
                return (active or fits)[0]
            if fits:
                some = ", ".join(map(_told_apart, fits[:4]))
                raise EditError(f"“{text[:40]}” fits {len(fits)} cards: use an id, such as {some}.")
        raise EditError(f"No card fits “{text[:40]}”: `day12 list` shows them all.")


def _told_apart(card: Card) -> str:
    """A card by its id, with what tells it from others of the same company."""
    told = filter(None, (card.company, card.role, short_day(card.starts_at.date())))
    return f"{card.id} ({', '.join(told)})"


def matches(card: Card, text: str) -> bool:
    """Whether every word of the text is somewhere on the card, accents and case apart."""
    people = (f"{person.name} {person.title} {person.email}" for person in card.people)
    anchors = (anchor.text for anchor in card.anchors)
    said = card.promise.said if card.promise else ""
    hay = fold("\n".join((card.company, card.role, card.where, card.notes, said, *people, *anchors, card.id)))
    return all(word in hay for word in fold(text).split())


def add(card: Card, now: dt.datetime) -> Change:
    """A new card; a promise that was recorded with it means that the first step is done."""
    return _change(None, _promise_marked(card, now), "added", now)


def edit(card: Card, now: dt.datetime, what: str = "edited", **fields: Any) -> Change:
    """The card with other values in some fields; another promise shows that you asked."""
    after = replace(card, **fields)
    return _change(card, after if after.promise == card.promise else _promise_marked(after, now), what, now)


def move(card: Card, stage: Stage, now: dt.datetime) -> Change:
    """The card in another column.

    To the right, the stage is done now, and what was jumped over is skipped and never nags again. To the left,
    what lay to the right is taken back.
    """
    mark, here = card.mark(stage), card.stage
    if stage is here and mark and not mark.skipped:
        raise EditError(f"{card.company} already stands in {stage.title}.")
    if stage.position >= here.position:
        marks = with_mark(card.marks, Mark(stage=stage, at=stamp(now)))
        for jumped in list(Stage)[: stage.position]:
            if card.mark(jumped) is None:
                marks = with_mark(marks, Mark(stage=jumped, at=stamp(now), skipped=True))
        check_ins = card.check_ins
        if stage is Stage.CHECKED_IN:
            check_ins = (*check_ins, CheckIn(at=stamp(now)))
        return _change(card, replace(card, marks=marks, check_ins=check_ins), f"moved to {stage.title}", now)
    marks = tuple(each for each in card.marks if each.stage.position <= stage.position)
    if stage is Stage.ASKED:
        marks = tuple(each for each in marks if not each.skipped)
    elif mark is None or mark.skipped:
        marks = with_mark(marks, Mark(stage=stage, at=stamp(now)))
    still = tuple(each for each in card.check_ins if each.at <= window_opened(card))
    return _change(card, replace(card, marks=marks, check_ins=still), f"moved back to {stage.title}", now)


def skip(card: Card, stage: Stage, now: dt.datetime) -> Change:
    """The stage will not be done, and never nags again; the card stays in its column."""
    if card.mark(stage):
        raise EditError(f"{card.company}: “{stage.title}” is no longer open.")
    marks = with_mark(card.marks, Mark(stage=stage, at=stamp(now), skipped=True))
    return _change(card, replace(card, marks=marks), f"skipped “{stage.title}”", now)


def check_in(card: Card, now: dt.datetime, via: str = "") -> Change:
    """One more check-in, or one more sign of life after a no. The card stands in the last column from then on."""
    if card.ended is None and card.stage is not Stage.CHECKED_IN:
        change = move(card, Stage.CHECKED_IN, now)
        after = replace(change.after, check_ins=(*card.check_ins, CheckIn(at=stamp(now), via=via)))
    else:
        after = replace(card, check_ins=(*card.check_ins, CheckIn(at=stamp(now), via=via)))
    return _change(card, after, "kept warm" if card.ended else "checked in", now)


def reply(card: Card, kind: ReplyKind, now: dt.datetime, said: str = "", promise: Promise | None = None) -> Change:
    """They answered: every nudge before it falls silent, and a new promise starts a new window."""
    replies = (*card.replies, Reply(at=stamp(now), kind=kind, said=said))
    after = replace(card, replies=replies)
    if promise:
        after = _promise_marked(replace(after, promise=promise), now)
    if kind in _ENDINGS:
        after = replace(after, ended=Ending(outcome=_ENDINGS[kind], at=stamp(now)))
    return _change(card, after, _REPLIED[kind], now)


def archive(card: Card, outcome: Outcome, now: dt.datetime) -> Change:
    """The card with an outcome, off the board."""
    if card.outcome is outcome:
        raise EditError(f"{card.company} is already archived as {outcome.value}.")
    ended = Ending(outcome=outcome, at=stamp(now))
    return _change(card, replace(card, ended=ended), f"archived as {outcome.value}", now)


def bring_back(card: Card, now: dt.datetime) -> Change:
    """An archived card, back on the board."""
    if card.ended is None:
        raise EditError(f"{card.company} is on the board already.")
    return _change(card, replace(card, ended=None), "brought back to the board", now)


def remove(card: Card, now: dt.datetime) -> Change:
    """The card's tombstone."""
    return _change(card, replace(card, deleted=True), "removed", now)


def window_opened(card: Card) -> dt.datetime:
    """The moment from which check-ins count: when the promise was given, or when they last answered."""
    moments = [entry.at for entry in card.replies]
    if card.promise:
        moments.append(card.promise.given_at)
    return max(moments, default=card.starts_at)


_ENDINGS = {ReplyKind.OFFER: Outcome.OFFER, ReplyKind.NO: Outcome.REJECTED}
_REPLIED = {
    ReplyKind.PROMISE: "they replied with a new promise",
    ReplyKind.NEXT_ROUND: "they replied: next round",
    ReplyKind.OFFER: "they replied: an offer",
    ReplyKind.NO: "they replied: a no",
    ReplyKind.NO_NEWS: "they replied, no news yet",
}


def _promise_marked(card: Card, now: dt.datetime) -> Card:
    """The card with its first step in keeping with its promise: recording one shows that you asked."""
    asked = card.mark(Stage.ASKED)
    if card.promise and (asked is None or asked.skipped):
        return replace(card, marks=with_mark(card.marks, Mark(stage=Stage.ASKED, at=stamp(now))))
    if not card.promise and asked and card.stage is Stage.ASKED:
        return replace(card, marks=tuple(mark for mark in card.marks if mark.stage is not Stage.ASKED))
    return card


def _change(before: Card | None, after: Card, what: str, now: dt.datetime) -> Change:
    if not after.company.strip():
        raise EditError("A card needs a company: type its name.")
    if after.ends_at <= after.starts_at:
        raise EditError("The interview ends before it starts: give a later end, or a length in minutes.")
    try:
        time_zone(after.zone)
    except ValueError as error:
        raise EditError(str(error)) from None
    # Rising even when the clock stands still or goes back, so that the later of two edits can always be told.
    updated = max(stamp(now), before.updated + dt.timedelta(microseconds=1)) if before else stamp(now)
    return Change(id=new_id(), at=stamp(now), what=what, before=before, after=replace(after, updated=updated))
