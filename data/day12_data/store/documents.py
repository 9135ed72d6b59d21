"""Cards as they are kept: reading each one, and writing back what changed without touching what isn't known here."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from day12_data.card import Card
from day12_data.dates.zones import time_zone
from day12_data.store.document_ids import document_id
from day12_data.store.values import Problem
from day12_data.text import clean

_decode = msgspec.json.Decoder(Card).decode


def read_card(data: bytes) -> Card | Problem:
    """The card, or what is wrong with it."""
    card = _decoded(data)
    return card if isinstance(card, Card) else Problem(*map(clean, msgspec.structs.astuple(card)))


def _decoded(data: bytes) -> Card | Problem:
    try:
        card = _decode(data)
        if not card.id:
            return Problem("", "id", "It has no id.")
        # In the first and the last year there is, reckoning with days or zones overflows. From its end a text is
        # searched in half the time.
        far = data.rfind(b'"0001-') >= 0 or data.rfind(b'"9999-') >= 0
        if far and not all(1 < day.year < 9999 for day in _days(card)):
            return Problem(card.id, "", "One of its dates is too far off to reckon with.")
        time_zone(card.zone)
    except msgspec.MsgspecError as error:
        what, _, where = str(error).partition(" - at `$")
        return Problem(_id_of(data), where.strip(".`"), f"{what}.")
    except (ValueError, RecursionError) as error:
        return Problem(_id_of(data), "zone", str(error))
    return card


def _id_of(data: bytes) -> str:
    try:
        return str(msgspec.json.decode(msgspec.json.decode(data, type=dict[str, Raw])["id"]))
    except (msgspec.MsgspecError, KeyError, ValueError, RecursionError):
        return ""


def _days(value: Any) -> Iterator[dt.date]:
    if isinstance(value, dt.date):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _days(part)
    elif isinstance(value, msgspec.Struct):
        yield from _days(msgspec.structs.astuple(value))


class CardReader:
    """Reads a table of cards, and each document only when it isn't what it was the last time.

    `fresh` are the cards that had to be read the last time.
    """

    def __init__(self) -> None:
        self._documents: Mapping[str, Any] = {}
        self._found: dict[str, Card | Problem] = {}
        self._cards: dict[str, Card] = {}
        self._problems: list[Problem] = []
        self.fresh: list[Card] = []

    def read(self, documents: Mapping[str, Any]) -> tuple[dict[str, Card], list[Problem]]:
        """The cards by their ids, and what can't be shown. The documents, like the answer, never change."""
        known, found = self._documents, self._found
        changed = {key: document for key, document in documents.items() if known.get(key) is not document}
        read = self._read(changed)
        gone = len(known) + sum(key not in known for key in changed) != len(documents)
        before = {key: found[key] for key in changed if key in found}
        self.fresh = [card for key, card in read.items() if isinstance(card, Card) and card is not before.get(key)]
        self._documents = documents
        if gone:
            self._found = {key: read[key] if key in read else found[key] for key in documents}
        else:
            found.update(read)
        if gone or self._problems or not all(_in_place(card, before.get(key)) for key, card in read.items()):
            self._sort_out()
        elif read:
            self._cards = {**self._cards, **{card.id: card for card in read.values() if isinstance(card, Card)}}
        return self._cards, self._problems

    def _read(self, documents: Mapping[str, Any]) -> dict[str, Card | Problem]:
        """What the documents hold; one of the same bytes as before needs no reading."""
        read = {}
        for key, document in documents.items():
            data, known = document.as_bytes(), self._documents.get(key)
            read[key] = self._found[key] if known and known.as_bytes() == data else read_card(data)
        return read

    def _sort_out(self) -> None:
        """Find the cards that can be shown, and what is wrong with the others."""
        self._cards = {card.id: card for card in self._found.values() if isinstance(card, Card)}
        self._problems = []
        if len(self._cards) == len(self._found):
            return
        self._cards = {}
        for key, card in self._found.items():
            if isinstance(card, Problem):
                self._problems.append(card)
            elif card.id not in self._cards:
                self._cards[card.id] = card
            else:  # of two with one id, the one in its own place is shown
                shown, other = self._cards[card.id], card
                if key == document_id(card.id):
                    shown, other = other, shown
                self._cards[card.id] = shown
                sentence = f"{clean(other.company)} is in the file twice under one id; the other one is shown."
                self._problems.append(Problem(clean(card.id), "id", sentence))


def _in_place(card: Card | Problem, before: Card | Problem | None) -> bool:
    """Whether the card takes the place of itself in what was read the last time."""
    return isinstance(card, Card) and isinstance(before, Card) and card.id == before.id


def card_fields(card: Card) -> dict[str, Any]:
    """The card as plain JSON values."""
    fields: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(card))
    return fields


def changed_fields(document: Mapping[str, Any], before: Card, after: Card) -> dict[str, Any]:
    """What to write into the document to turn one card into the other: the fields that differ, nothing else."""
    old, new = card_fields(before), card_fields(after)
    return {
        name: graft(msgspec.json.decode(document[name]), old[name], value) if name in document else value
        for name, value in new.items()
        if value != old[name]
    }


def graft(kept: Any, before: Any, after: Any) -> Any:
    """`after`, with whatever `kept` holds beyond `before`: the fields that this version doesn't know."""
    if after == before:
        return kept
    if isinstance(kept, dict) and isinstance(before, dict) and isinstance(after, dict):
        unknown = {name: value for name, value in kept.items() if name not in before}
        return unknown | {
            name: graft(kept[name], before[name], value) if name in kept and name in before else value
            for name, value in after.items()
        }
    if isinstance(kept, list) and isinstance(before, list) and isinstance(after, list) and len(kept) == len(before):
        return [_graft_item(kept, before, after, item) for item in after]
    return after


def _graft_item(kept: list[Any], before: list[Any], after: list[Any], item: Any) -> Any:
    """An item that stayed keeps all it had, wherever it stands now; one that was edited keeps what isn't known."""
    if item in before:
        return kept[before.index(item)]
    edited = (place for place, old in enumerate(before) if old not in after and _akin(old, item))
    place = next(edited, None)
    return item if place is None else graft(kept[place], before[place], item)


def _akin(old: Any, new: Any) -> bool:
    """Whether something that says anything is the same in both."""
    return isinstance(old, dict) and any(value and new.get(name) == value for name, value in old.items())
