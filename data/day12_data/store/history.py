"""Every change as it is kept: the fields before and after, and a rising number, so that undo survives a restart.

An entry is done or undone; `turn` is the number of its last doing, undoing or redoing, so the newer of two machines'
words about one entry can be told, whatever their clocks say. An entry with `fell` wasn't made by anybody: it says that
a value lost against another one when two machines were merged, and undoing it brings that value back.

Changes that were made as one carry a `group`, and are turned together, all or none. A day12 that doesn't know of groups
leaves the field as it is, and turns them one by one; what it left is still turned together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
from msgspec import Raw

from day12_data.board import Change
from day12_data.card import Card
from day12_data.store.document_ids import digest_id, document_id
from day12_data.store.documents import card_fields, changed_fields, read_card
from day12_data.store.entries import pruned
from day12_data.store.errors import Conflict, StoreError
from day12_data.store.merge_cards import Write, last_number, microseconds, write_over
from day12_data.store.raw_documents import META, SCHEMA, as_bytes
from day12_data.store.rebase import on_top
from day12_data.store.registers import Plain
from day12_data.store.tables import Database, Documents
from day12_data.store.values import Problem

_PRUNED_EVERY = 50


def do(database: Database, changes: Sequence[Change], machine: str = "") -> list[str]:
    """Apply the changes, as one, to what is on disk, and return their document ids in the history.

    `machine` is the name of the one on which they are made. A card that was changed elsewhere since takes the change on
    top, where that one touched something else.

    Raises:
        Conflict: both changed the same.
    """
    group = changes[0].id if len(changes) > 1 else ""
    before = _number(database)
    told = {name: text for name, text in (("group", group), ("machine", machine)) if text}
    keys = [_do(database, change, told) for change in changes]
    if before // _PRUNED_EVERY < _number(database) // _PRUNED_EVERY:
        database.changes.replace_all(pruned(database.changes.raw()))
    return keys


def _do(database: Database, change: Change, told: Mapping[str, str]) -> str:
    cards, changes, key = database.cards, database.changes, document_id(change.id)
    if changes.find(key):
        return key
    if isinstance(problem := read_card(msgspec.json.encode(change.after)), Problem):
        raise StoreError(f"{change.after.company} can't be kept so: {problem.sentence}")
    place, document, theirs = find_card(cards, change.after.id)
    if change.before is None:
        if theirs:
            raise Conflict(change, theirs)
        seq = tick(database)
        before, fields = None, card_fields(change.after)
        after: dict[str, Any] = {name: fields[name] for name in ("deleted", "updated")}
    else:
        if theirs is None or document is None:
            raise Conflict(change, None)
        was, becomes = on_top(change, change.before, theirs)
        after = changed_fields(document, was, becomes)
        before = {name: document.get(name, value) for name, value in card_fields(theirs).items() if name in after}
        old = plain_of(document)
        seq = tick(database, old)
        write = Write(seq, microseconds(change.at), change.id)
        fields = after | {"versions": write_over(old, old | after, write)}
    cards.put(place, fields)
    entry = {"id": change.id, "card": change.after.id, "at": change.at, "what": change.what, "seq": seq, "turn": seq}
    entry |= {"undone": False, "before": before, "after": after, "stamp": after["updated"]}
    changes.put(key, entry | dict(told))
    return key


def plain_of(document: Mapping[str, Any]) -> Plain:
    """The document as plain JSON values."""
    fields: Plain = msgspec.json.decode(msgspec.json.encode(dict(document)))
    return fields


def find_card(cards: Documents, card_id: str) -> tuple[str, dict[str, Any] | None, Card | None]:
    """The card's document id, its fields and the card: None where it isn't there or can't be read."""
    place = document_id(card_id)
    document = cards.find(place)
    if document is not None and not _is_another(document, card_id):
        return place, document, read_document(document)
    for key in cards.named(card_id):  # a file from elsewhere may have any card under any document id
        document = cards.find(key)
        if document is not None and (card := read_document(document)):
            return key, document, card
    while cards.find(place) is not None:
        place = digest_id(place.encode())
    return place, None, None


def _is_another(document: Mapping[str, Any], card_id: str) -> bool:
    """Whether the document says that it is another card; one that doesn't say is taken for the card of its place."""
    there = value_of(document.get("id"))
    return isinstance(there, str) and there != card_id


def read_document(document: dict[str, Any]) -> Card | None:
    """The card that a document holds; None where it can't be read."""
    card = read_card(as_bytes(document))
    return card if isinstance(card, Card) else None


def value_of(raw: Raw | None) -> Any:
    """A field's value; None where it isn't there."""
    return None if raw is None else msgspec.json.decode(raw)


def _number(database: Database) -> int:
    """The last number that the board's history gave out."""
    found = database.meta.find(META) or {}
    number: int = msgspec.json.decode(found.get("clock", b"0"))
    return number


def tick(database: Database, card: Plain | None = None) -> int:
    """The next number: above all that the board's history has, and above those of the card's own writes."""
    number = 1 + max(_number(database), last_number(card) if card else 0)
    database.meta.put(META, {"schema": SCHEMA, "clock": number})
    return number
