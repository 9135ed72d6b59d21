"""The board as one immutable value, and an edit of it as data: the card before and the card after."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import is_not
from types import MappingProxyType

from day12_data.card import Card, Value, new_id, replace, stamp
from day12_data.dates.days import short_day
from day12_data.dates.zones import time_zone
from day12_data.kinds import ReplyKind
from day12_data.text import counted, fold


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


def told(changes: Sequence[Change]) -> str:
    """What one change did, or several that were made as one: “archived 3 cards as rejected”."""
    if len(changes) == 1:
        return changes[0].sentence
    new = {change.after.id for change in changes if change.before is None}
    others = [change for change in changes if change.after.id not in new]
    parts = []
    if new:
        parts.append(f"added {counted(len(new), 'card')}")
    if others:
        parts.append(_told_of_others(others))
    return " and ".join(parts)


def _told_of_others(changes: Sequence[Change]) -> str:
    """What was done to cards that were there before."""
    whats = {change.what for change in changes}
    cards = counted(len({change.after.id for change in changes}), "card")
    verbs = {what.partition(" ")[0] for what in whats}
    verb = verbs.pop() if len(verbs) == 1 else ""
    if verb == "skipped":
        return f"skipped a step of {cards}"
    if verb not in {"archived", "brought", "deleted", "moved"}:
        return f"changed {cards}"
    _, _, rest = whats.pop().partition(" ") if len(whats) == 1 else ("", "", "")
    return f"{verb} {cards} {rest}".rstrip()


class Board:
    """All cards as one immutable value, tombstones and archive included."""

    __slots__ = ("_cards", "cards")

    def __init__(self, cards: Mapping[str, Card] | None = None) -> None:
        self._cards = dict(cards or {})
        self.cards: Mapping[str, Card] = MappingProxyType(self._cards)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Board) and self._cards == other._cards

    def with_cards(self, *cards: Card) -> Board:
        """The board with these cards in place of those with their ids."""
        board = Board(self._cards)
        board._cards.update((card.id, card) for card in cards)
        return board

    def changed_since(self, before: Board) -> set[str]:
        """The ids of the cards that aren't the ones that they were, and of those that are gone or new."""
        mine, theirs = self._cards, before._cards
        changed = set(compress(mine, map(is_not, mine.values(), map(theirs.get, mine))))
        if len(theirs) + sum(key not in theirs for key in changed) != len(mine):
            changed |= theirs.keys() - mine.keys()
        return changed

    @property
    def active(self) -> Iterator[Card]:
        """The cards that stand in a column."""
        return (card for card in self.cards.values() if not card.deleted and card.ended is None)

    @property
    def archived(self) -> Iterator[Card]:
        """The cards with an outcome."""
        return (card for card in self.cards.values() if not card.deleted and card.ended is not None)

    def twin(self, card: Card) -> Card | None:
        """Another card for the same company, role and local day, or None."""
        alike = (fold(card.company), fold(card.role), card.starts_at.date())
        others = (other for other in self.cards.values() if other.id != card.id and not other.deleted)
        return next(
            (each for each in others if (fold(each.company), fold(each.role), each.starts_at.date()) == alike), None
        )

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


def change(before: Card | None, after: Card, now: dt.datetime, what: str = "") -> Change:
    """The edit from one card to the other; what was done is told by the two cards where it isn't given.

    Raises:
        EditError: the card makes no sense as it would be.
    """
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
    what = what or (_what(before, after) if before else "added")
    return Change(id=new_id(), at=stamp(now), what=what, before=before, after=replace(after, updated=updated))


def _what(before: Card, after: Card) -> str:
    """What was done to turn one card into the other."""
    if after.deleted and not before.deleted:
        return "deleted"
    if len(after.replies) > len(before.replies):
        return _REPLIED[after.replies[-1].kind]
    if after.ended != before.ended:
        return f"archived as {after.ended.outcome.value}" if after.ended else "brought back to the board"
    if edited := _edited(before, after):
        return edited
    checked_in = len(after.check_ins) > len(before.check_ins)
    if checked_in and (after.check_ins[-1].via or after.stage is before.stage):
        return "kept warm" if after.ended else "checked in"
    return _what_moved(before, after)


def _edited(before: Card, after: Card) -> str:
    """Which fields have other values, in the form's words; empty where it is none of these."""
    if after.missed_at and not before.missed_at:
        return "the interview didn't take place"
    if after.promise and before.promise and after.promise.broken_at and not before.promise.broken_at:
        return "they didn't do as they had said"
    names = (name for field, name in _FIELDS.items() if getattr(before, field) != getattr(after, field))
    found = list(dict.fromkeys(names))
    return f"edited: {', '.join(found)}" if found else ""


def _what_moved(before: Card, after: Card) -> str:
    stage = after.stage
    if stage.position < before.stage.position:
        return f"moved back to {stage.title}"
    skipped = next((mark.stage for mark in after.marks if mark.skipped and before.mark(mark.stage) is None), None)
    if skipped and stage is before.stage and (skipped is stage or after.mark(stage) == before.mark(stage)):
        return f"skipped “{skipped.title}”"
    return f"moved to {stage.title}" if after.marks != before.marks else "edited"


_FIELDS = {
    "company": "company",
    "role": "role",
    "starts_at": "when",
    "ends_at": "when",
    "zone": "when",
    "time_known": "when",
    "where": "where",
    "people": "people",
    "promise": "promise",
    "offer": "offer",
    "anchors": "anchors",
    "notes": "notes",
    "round_of": "the round before",
}
_REPLIED = {
    ReplyKind.PROMISE: "they replied with a new promise",
    ReplyKind.NEXT_ROUND: "they replied: next round",
    ReplyKind.OFFER: "they replied: an offer",
    ReplyKind.NO: "they replied: a no",
    ReplyKind.NO_NEWS: "they replied, no news yet",
}
