"""Every change as it is kept: the fields before and after, and a rising number, so that undo survives a restart.

An entry is done or undone; `turn` is the number of its last doing, undoing or redoing, so the newer of two machines'
words about one entry can be told, whatever their clocks say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Raw

from day12_data.board import Change
from day12_data.card import Card, Moment
from day12_data.store.documents import card_fields, changed_fields, read_card
from day12_data.store.errors import Conflict, StoreError
from day12_data.store.keys import digest_id, document_id
from day12_data.store.migrations import SCHEMA
from day12_data.store.tables import META, Database, Documents, as_bytes
from day12_data.store.values import LogEntry, Problem

_TOMBSTONE = {"deleted": Raw(b"true")}


class StoredChange(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One change, as it is kept: `before` is None for a new card; `stamp` is the `updated` that it gave the card."""

    id: str
    card: str
    at: Moment
    what: str
    seq: int
    turn: int
    undone: bool = False
    before: dict[str, Raw] | None
    after: dict[str, Raw]
    stamp: Moment


_decoder = msgspec.json.Decoder(StoredChange)


def entries(changes: Mapping[str, bytes]) -> dict[str, StoredChange]:
    """The whole history by document id; what isn't an entry is left out."""
    found = {}
    for key, data in changes.items():
        with suppress(msgspec.MsgspecError, ValueError, RecursionError):
            found[key] = _decoder.decode(data)
    return found


def log(changes: Mapping[str, Any], card_id: str) -> list[LogEntry]:
    """What was done to a card, oldest first. Only what may be about the card is decoded."""
    name = msgspec.json.encode(card_id)
    raw = ((key, as_bytes(change)) for key, change in changes.items())
    found = entries({key: data for key, data in raw if name in data or not card_id.isascii()})
    of_card = sorted((each for each in found.values() if each.card == card_id), key=_by_seq)
    return [LogEntry(each.at, each.what, each.undone) for each in of_card]


def do(database: Database, change: Change) -> str:
    """Apply the change to what is on disk, and return its document id in the history.

    Raises:
        Conflict: the card on disk isn't the one that was edited.
    """
    cards, changes, key = database.cards, database.changes, document_id(change.id)
    if changes.find(key):
        return key
    if isinstance(problem := read_card(msgspec.json.encode(change.after)), Problem):
        raise StoreError(f"{change.after.company} can't be kept so: {problem.sentence}")
    place, document, theirs = _find(cards, change.after.id)
    if change.before is None:
        if theirs:
            raise Conflict(change, theirs)
        before, fields = None, card_fields(change.after)
        after: dict[str, Any] = {name: fields[name] for name in ("deleted", "updated")}
    else:
        if theirs is None or document is None:
            raise Conflict(change, None)
        after = fields = changed_fields(document, change.before, change.after)
        here, expected = card_fields(theirs), card_fields(change.before)
        if theirs.updated != change.before.updated or any(here[name] != expected[name] for name in fields):
            raise Conflict(change, theirs)
        before = {name: document.get(name, here[name]) for name in fields}
    cards.put(place, fields)
    seq = _tick(database)
    entry = {"id": change.id, "card": change.after.id, "at": change.at, "what": change.what, "seq": seq, "turn": seq}
    changes.put(key, entry | {"undone": False, "before": before, "after": after, "stamp": change.after.updated})
    return key


def undo(database: Database, mine: Collection[str], now: dt.datetime) -> Change:
    """Take back the newest change that is mine."""
    history = entries(database.changes.raw())
    done = [key for key, entry in history.items() if key in mine and not entry.undone]
    if not done:
        raise StoreError("Nothing to undo.")
    return _turn(database, history, max(done, key=lambda key: _by_seq(history[key])), mine, now)


def redo(database: Database, mine: Collection[str], now: dt.datetime) -> Change:
    """Do again what was undone last, unless something new was done since."""
    history = entries(database.changes.raw())
    undone = [key for key, entry in history.items() if key in mine and entry.undone]
    key = max(undone, key=lambda key: (history[key].turn, key), default=None)
    if key is None or any(history[other].seq > history[key].turn for other in mine if other in history):
        raise StoreError("Nothing to redo.")
    return _turn(database, history, key, mine, now)


def _turn(
    database: Database, history: dict[str, StoredChange], key: str, mine: Collection[str], now: dt.datetime
) -> Change:
    """Turn one entry round: done to undone, or back. Returns the change as it was first made."""
    cards, entry = database.cards, history[key]
    place, document, card = _find(cards, entry.card)
    doing = "redo" if entry.undone else "undo"
    if card is None or document is None:
        raise StoreError(f"I can't {doing} “{entry.what}”: its card can't be read; `day12 doctor` says why.")
    there = entry.before if entry.before is not None else _TOMBSTONE
    here = entry.after
    if entry.undone:
        there, here = here, there
    stamps = [other.stamp for other_key, other in history.items() if other_key in mine and other.card == entry.card]
    if (
        card.updated != max(stamps)
        or any(_value(document.get(name)) != _value(raw) for name, raw in here.items() if name != "updated")
        or any(
            other.card == entry.card and other.seq > entry.seq and not other.undone
            for other_key, other in history.items()
            if other_key not in mine
        )
    ):
        raise StoreError(
            f"I can't {doing} “{card.company}: {entry.what}”: the card was changed elsewhere since; edit it instead."
        )
    if (turned := _card(document | there)) is None or turned.id != card.id:
        raise StoreError(f"I can't {doing} “{card.company}: {entry.what}”: what the card was before can't be read.")
    fresh = max(now, card.updated + dt.timedelta(microseconds=1))
    cards.put(place, there | {"updated": fresh})
    database.changes.put(key, {"undone": not entry.undone, "turn": _tick(database), "stamp": fresh})
    before = None if entry.before is None else _card(document | entry.before)
    after = _card(document | entry.after) or card
    return Change(id=entry.id, at=entry.at, what=entry.what, before=before, after=after)


def _find(cards: Documents, card_id: str) -> tuple[str, dict[str, Any] | None, Card | None]:
    """The card's document id, its fields and the card: None where it isn't there or can't be read."""
    place = document_id(card_id)
    document = cards.find(place)
    if document is not None and not _is_another(document, card_id):
        return place, document, _card(document)
    name = msgspec.json.encode(card_id)  # a file from elsewhere may have any card under any document id
    everything = cards.raw()
    for key, raw in everything.items():
        if (name in raw or not card_id.isascii()) and isinstance(card := read_card(raw), Card) and card.id == card_id:
            return key, cards.find(key), card
    while place in everything:
        place = digest_id(place.encode())
    return place, None, None


def _is_another(document: Mapping[str, Any], card_id: str) -> bool:
    """Whether the document says that it is another card; one that doesn't say is taken for the card of its place."""
    there = _value(document.get("id"))
    return isinstance(there, str) and there != card_id


def _card(document: dict[str, Any]) -> Card | None:
    card = read_card(as_bytes(document))
    return card if isinstance(card, Card) else None


def _value(raw: Raw | None) -> Any:
    return None if raw is None else msgspec.json.decode(raw)


def _tick(database: Database) -> int:
    """The next number."""
    found = database.meta.find(META) or {}
    number: int = 1 + msgspec.json.decode(found.get("clock", b"0"))
    database.meta.put(META, {"schema": SCHEMA, "clock": number})
    return number


def _by_seq(entry: StoredChange) -> tuple[int, str]:
    return entry.seq, entry.id
