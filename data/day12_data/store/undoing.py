"""Undo and redo of changes, those that were made as one all or none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from day12_data.board import Change
from day12_data.card import Card, stamp
from day12_data.store.document_ids import document_id
from day12_data.store.entries import StoredChange, by_seq, entries
from day12_data.store.errors import TurnRefused
from day12_data.store.history import find_card, plain_of, read_document, tick, value_of
from day12_data.store.merge_cards import Write, microseconds, turned_write, write_over
from day12_data.store.registers import ABSENT, Plain, canonical, composed, fields_of, registers
from day12_data.store.tables import Database
from day12_data.store.values import Turn

_TOMBSTONE = {"deleted": Raw(b"true")}


def undo(database: Database, mine: Collection[str], now: dt.datetime) -> Turn:
    """Take back the newest change that is mine, with those that were made with it; they come in the order they had."""
    history = entries(database.changes.raw())
    done = {key: entry for key, entry in history.items() if key in mine and not entry.undone and entry.can_turn}
    if not done:
        if any(not entry.undone and entry.can_turn for entry in history.values()):
            raise TurnRefused("Nothing to undo here: the history takes back what was done elsewhere.")
        raise TurnRefused("Nothing to undo.")
    newest = max(done.values(), key=by_seq)
    return _as_turn(_turned(database, history, _with(newest, done), mine, now), now, redo=False)


def redo(database: Database, mine: Collection[str], now: dt.datetime) -> Turn:
    """Do again what was undone last, unless something new was done since."""
    history = entries(database.changes.raw())
    newest = max((history[key].seq for key in mine if key in history), default=0)
    undone = {
        key: entry
        for key, entry in history.items()
        if key in mine and entry.undone and entry.can_turn and entry.turn >= newest
    }
    if not undone:
        raise TurnRefused("Nothing to redo.")
    last = max(undone.values(), key=lambda entry: (entry.turn, entry.id))
    return _as_turn(_turned(database, history, _with(last, undone), mine, now), now, redo=True)


def turn_last(database: Database, mine: Collection[str], now: dt.datetime, *, again: bool) -> tuple[Change, ...]:
    """Undo what was done last, or `again` do what was undone last, and write it; the changes are as they were made."""
    last = (redo if again else undo)(database, mine, now)
    turn(database, last, mine)
    return last.changes


def turn(database: Database, turn: Turn, mine: Collection[str]) -> list[str]:
    """Write a turn that was worked out ahead; nothing is done where it is so already.

    Returns their document ids: who turns a change that was made elsewhere makes it one of theirs.
    """
    history = entries(database.changes.raw())
    keys = [document_id(name) for name in turn.ids]
    if not all(key in history and history[key].can_turn for key in keys):
        raise TurnRefused(f"Nothing to {'redo' if turn.redo else 'undo'}.")
    open_keys = [key for key in keys if history[key].undone == turn.redo]
    for each in _turned(database, history, open_keys, {*mine, *keys}, turn.at):
        _write(database, each, turn.at)
    return keys


def turn_back(database: Database, change_id: str, mine: Collection[str], now: dt.datetime) -> Turn:
    """Take back this change, or make it again where it was taken back, with those that were made with it.

    Who names a change from another machine means it: it is turned like one's own.

    Raises:
        TurnRefused: a later change hangs on it, or it isn't kept in full any more.
    """
    history, key = entries(database.changes.raw()), document_id(change_id)
    entry = history.get(key)
    if entry is None or not entry.can_turn:
        raise TurnRefused("That change is too old to be taken back: edit the card instead.")
    keys = _with(entry, {key: each for key, each in history.items() if each.undone == entry.undone and each.can_turn})
    of_card, made_with = _by_card(history), set(keys)
    for each in map(history.__getitem__, keys):
        for other_key, other in of_card[each.card].items():
            if other_key not in made_with and _hangs(other, each):
                raise TurnRefused(f"“{other.what}” was done later and hangs on it: take that back first.", each.card)
    return _as_turn(_turned(database, history, keys, {*mine, *keys}, now), now, redo=entry.undone)


def _hangs(later: StoredChange, entry: StoredChange) -> bool:
    """Whether a change of a card came after this one and touched the same fields, or the card that it made."""
    if later.seq < entry.seq or later.undone or entry.undone:
        return False
    return entry.before is None or bool(later.after.keys() & entry.after.keys() - {"updated"})


def _with(entry: StoredChange, entries: Mapping[str, StoredChange]) -> list[str]:
    """Those of the entries that were made as one with this one, itself among them."""
    return [key for key, each in entries.items() if each is entry or (entry.group and each.group == entry.group)]


def _by_card(history: Mapping[str, StoredChange]) -> dict[str, dict[str, StoredChange]]:
    """The history of each card."""
    found: dict[str, dict[str, StoredChange]] = {}
    for key, entry in history.items():
        found.setdefault(entry.card, {})[key] = entry
    return found


class _Turned(NamedTuple):
    """An entry that is turned round: the fields that its card's document has then, and the card."""

    key: str
    entry: StoredChange
    place: str
    fields: dict[str, Raw]
    change: Change
    card: Card


def _as_turn(turned: Iterable[_Turned], at: dt.datetime, *, redo: bool) -> Turn:
    """The step that these are together, with the changes as they were first made, in that order."""
    in_order = sorted(turned, key=lambda each: by_seq(each.entry))
    cards = {each.card.id: each.card for each in (in_order if redo else in_order[::-1])}
    names = dict.fromkeys(each.card.id for each in in_order)
    return Turn(tuple(each.change for each in in_order), tuple(map(cards.__getitem__, names)), at, redo)


def _turned(
    database: Database,
    history: Mapping[str, StoredChange],
    keys: Sequence[str],
    mine: Collection[str],
    now: dt.datetime,
) -> Iterator[_Turned]:
    """Turn entries round, done to undone or back, one after the other. Nothing is written."""
    keys = sorted(keys, key=lambda key: by_seq(history[key]), reverse=bool(keys) and not history[keys[0]].undone)
    of_card = _by_card(history)
    so_far: dict[str, tuple[str, dict[str, Any], Card]] = {}
    for key in keys:
        entry = history[key]
        found = so_far.get(entry.card) or find_card(database.cards, entry.card)
        turned = _turned_one(key, of_card[entry.card], found, mine, now, others=len(keys) - 1)
        fields = {**(found[1] or {}), **turned.fields, "updated": Raw(msgspec.json.encode(turned.card.updated))}
        so_far[entry.card] = turned.place, fields, turned.card
        of_card[entry.card][key] = replace(entry, undone=not entry.undone, stamp=turned.card.updated)
        yield turned


def _turned_one(
    key: str,
    history: Mapping[str, StoredChange],
    found: tuple[str, dict[str, Any] | None, Card | None],
    mine: Collection[str],
    now: dt.datetime,
    *,
    others: int,
) -> _Turned:
    """Turn an entry of a card's history round, with which so many others are turned; the card was `found`."""
    entry, (place, document, card) = history[key], found
    if card is None or document is None:
        raise _refused(entry, others, "its card can't be read; `day12 doctor` says why")
    there, here = _there_and_here(entry)
    fields = _only(entry.fell, plain_of(document), here, there) if entry.fell else there
    if not fields or (not entry.fell and _changed_since(history, entry, mine, card, document, here)):
        raise _refused(entry, others, "that card was changed elsewhere since; edit it instead", card.company)
    if (turned := read_document(document | fields)) is None or turned.id != card.id:
        raise _refused(entry, others, "what the card was before can't be read", card.company)
    before = None if entry.before is None else read_document(document | entry.before)
    after = read_document(document | entry.after) or card
    change = Change(id=entry.id, at=entry.at, what=entry.what, before=before, after=after)
    fresh = max(stamp(now), card.updated + dt.timedelta(microseconds=1))
    return _Turned(key, entry, place, fields, change, replace(turned, updated=fresh))


def _write(database: Database, turned: _Turned, now: dt.datetime) -> None:
    """Write an entry that was turned round."""
    entry, fresh = turned.entry, turned.card.updated
    old = plain_of(database.cards.find(turned.place) or {})
    number = tick(database, old)
    write = Write(number, microseconds(now), turned_write(entry.id, number, undone=not entry.undone))
    versions = write_over(old, old | plain_of(turned.fields), write)
    database.cards.put(turned.place, turned.fields | {"updated": fresh, "versions": versions})
    database.changes.put(turned.key, {"undone": not entry.undone, "turn": number, "stamp": fresh})


def _there_and_here(entry: StoredChange) -> tuple[dict[str, Raw], dict[str, Raw]]:
    """What turning the entry sets the card's fields to, and what the entry left in them."""
    before = entry.before if entry.before is not None else _TOMBSTONE
    return (entry.after, before) if entry.undone else (before, entry.after)


def _refused(entry: StoredChange, others: int, why: str, company: str = "") -> TurnRefused:
    doing = "redo" if entry.undone else "undo"
    along = f" and the {others} made with it" if others > 1 else " and the one made with it" if others else ""
    named = f"{company}: {entry.what}" if company else entry.what
    return TurnRefused(f"I can't {doing} “{named}”{along}: {why}.", entry.card)


def _changed_since(
    history: Mapping[str, StoredChange],
    entry: StoredChange,
    mine: Collection[str],
    card: Card,
    document: Mapping[str, Raw],
    here: Mapping[str, Raw],
) -> bool:
    """Whether somebody else touched the card after this entry of its history."""
    return (
        card.updated != max(each.stamp for key, each in history.items() if key in mine)
        or any(value_of(document.get(name)) != value_of(raw) for name, raw in here.items() if name != "updated")
        or any(key not in mine and each.seq > entry.seq and not each.undone for key, each in history.items())
    )


def _only(path: str, old: Plain, here: Mapping[str, Raw], there: Mapping[str, Raw]) -> dict[str, Raw]:
    """What to write so that only this register turns; nothing where it was changed since."""
    now = registers(old)
    expected, wanted = registers(plain_of(here)), registers(plain_of(there))
    if canonical(now.get(path, ABSENT)) != canonical(expected.get(path, ABSENT)):
        return {}
    turned = composed(now | {path: wanted.get(path, ABSENT)})
    return {name: Raw(msgspec.json.encode(turned[name])) for name in fields_of(path) if name in turned}
