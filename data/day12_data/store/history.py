"""Every change as it is kept: the fields before and after, and a rising number, so that undo survives a restart.

An entry is done or undone; `turn` is the number of its last doing, undoing or redoing, so the newer of two machines'
words about one entry can be told, whatever their clocks say. An entry with `fell` wasn't made by anybody: it says that
a value lost against another one when two machines were merged, and undoing it brings that value back.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from typing import Any

import msgspec
from msgspec import Raw

from day12_data.board import Change
from day12_data.card import Card
from day12_data.store.documents import card_fields, changed_fields, read_card
from day12_data.store.entries import StoredChange, by_seq, entries, pruned
from day12_data.store.errors import Conflict, StoreError, TurnRefused
from day12_data.store.keys import digest_id, document_id
from day12_data.store.merge_cards import Write, last_number, microseconds, turned_write, write_over
from day12_data.store.rebase import on_top
from day12_data.store.registers import (
    ABSENT,
    Plain,
    canonical,
    composed,
    fields_of,
    registers,
)
from day12_data.store.tables import META, SCHEMA, Database, Documents, as_bytes
from day12_data.store.values import Problem

_PRUNED_EVERY = 50
_TOMBSTONE = {"deleted": Raw(b"true")}


def do(database: Database, change: Change) -> str:
    """Apply the change to what is on disk, and return its document id in the history.

    A card that was changed elsewhere since takes the change on top, where that one touched something else.

    Raises:
        Conflict: both changed the same.
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
        seq = _tick(database)
        before, fields = None, card_fields(change.after)
        after: dict[str, Any] = {name: fields[name] for name in ("deleted", "updated")}
    else:
        if theirs is None or document is None:
            raise Conflict(change, None)
        was, becomes = on_top(change, change.before, theirs)
        after = changed_fields(document, was, becomes)
        before = {name: document.get(name, value) for name, value in card_fields(theirs).items() if name in after}
        old = _plain(document)
        seq = _tick(database, old)
        write = Write(seq, microseconds(change.at), change.id)
        fields = after | {"versions": write_over(old, old | after, write)}
    cards.put(place, fields)
    entry = {"id": change.id, "card": change.after.id, "at": change.at, "what": change.what, "seq": seq, "turn": seq}
    changes.put(key, entry | {"undone": False, "before": before, "after": after, "stamp": after["updated"]})
    if seq % _PRUNED_EVERY == 0:
        changes.replace_all(pruned(changes.raw()))
    return key


def undo(database: Database, mine: Collection[str], now: dt.datetime) -> Change:
    """Take back the newest change that is mine."""
    history = entries(database.changes.raw())
    done = [key for key, entry in history.items() if key in mine and not entry.undone and entry.can_turn]
    if not done:
        raise TurnRefused("Nothing to undo.")
    return _turn(database, history, max(done, key=lambda key: by_seq(history[key])), mine, now)


def redo(database: Database, mine: Collection[str], now: dt.datetime) -> Change:
    """Do again what was undone last, unless something new was done since."""
    history = entries(database.changes.raw())
    undone = [key for key, entry in history.items() if key in mine and entry.undone and entry.can_turn]
    key = max(undone, key=lambda key: (history[key].turn, key), default=None)
    if key is None or any(history[other].seq > history[key].turn for other in mine if other in history):
        raise TurnRefused("Nothing to redo.")
    return _turn(database, history, key, mine, now)


def turn(database: Database, change_id: str, mine: Collection[str], now: dt.datetime, *, redo: bool) -> None:
    """Take back this change, or make it again; nothing is done where it is so already."""
    history, key = entries(database.changes.raw()), document_id(change_id)
    if key not in history or not history[key].can_turn:
        raise TurnRefused(f"Nothing to {'redo' if redo else 'undo'}.")
    if history[key].undone == redo:
        _turn(database, history, key, mine, now)


def card_of(database: Database, card_id: str) -> Card | None:
    """The card as it is in the tables; None where it isn't there, or can't be read."""
    return _find(database.cards, card_id)[2]


def _turn(
    database: Database, history: dict[str, StoredChange], key: str, mine: Collection[str], now: dt.datetime
) -> Change:
    """Turn one entry round: done to undone, or back. Returns the change as it was first made."""
    cards, entry = database.cards, history[key]
    place, document, card = _find(cards, entry.card)
    doing = "redo" if entry.undone else "undo"
    if card is None or document is None:
        raise TurnRefused(f"I can't {doing} “{entry.what}”: its card can't be read; `day12 doctor` says why.")
    there = entry.before if entry.before is not None else _TOMBSTONE
    here = entry.after
    if entry.undone:
        there, here = here, there
    old = _plain(document)
    if entry.fell:
        there = _only(entry.fell, old, here, there) or {}
    if not there or (not entry.fell and _changed_since(history, entry, mine, card, document, here)):
        raise TurnRefused(
            f"I can't {doing} “{card.company}: {entry.what}”: the card was changed elsewhere since; edit it instead."
        )
    if (turned := _card(document | there)) is None or turned.id != card.id:
        raise TurnRefused(f"I can't {doing} “{card.company}: {entry.what}”: what the card was before can't be read.")
    fresh = max(now, card.updated + dt.timedelta(microseconds=1))
    turn = _tick(database, old)
    versions = write_over(
        old, old | _plain(there), Write(turn, microseconds(now), turned_write(entry.id, turn, undone=not entry.undone))
    )
    cards.put(place, there | {"updated": fresh, "versions": versions})
    database.changes.put(key, {"undone": not entry.undone, "turn": turn, "stamp": fresh})
    before = None if entry.before is None else _card(document | entry.before)
    after = _card(document | entry.after) or card
    return Change(id=entry.id, at=entry.at, what=entry.what, before=before, after=after)


def _changed_since(
    history: dict[str, StoredChange],
    entry: StoredChange,
    mine: Collection[str],
    card: Card,
    document: Mapping[str, Raw],
    here: Mapping[str, Raw],
) -> bool:
    """Whether somebody else touched the card after the entry."""
    of_card = [(key in mine, each) for key, each in history.items() if each.card == entry.card]
    stamps = [each.stamp for is_mine, each in of_card if is_mine]
    return (
        card.updated != max(stamps)
        or any(_value(document.get(name)) != _value(raw) for name, raw in here.items() if name != "updated")
        or any(not is_mine and each.seq > entry.seq and not each.undone for is_mine, each in of_card)
    )


def _only(path: str, old: Plain, here: Mapping[str, Raw], there: Mapping[str, Raw]) -> dict[str, Raw] | None:
    """What to write so that only this register turns; None where it was changed since."""
    now = registers(old)
    expected, wanted = registers(_plain(here)), registers(_plain(there))
    if canonical(now.get(path, ABSENT)) != canonical(expected.get(path, ABSENT)):
        return None
    turned = composed(now | {path: wanted.get(path, ABSENT)})
    return {name: Raw(msgspec.json.encode(turned[name])) for name in fields_of(path) if name in turned}


def _plain(document: Mapping[str, Any]) -> Plain:
    fields: Plain = msgspec.json.decode(msgspec.json.encode(dict(document)))
    return fields


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


def _tick(database: Database, card: Plain | None = None) -> int:
    """The next number: above all that the board's history has, and above those of the card's own writes."""
    found = database.meta.find(META) or {}
    number: int = 1 + max(msgspec.json.decode(found.get("clock", b"0")), last_number(card) if card else 0)
    database.meta.put(META, {"schema": SCHEMA, "clock": number})
    return number
