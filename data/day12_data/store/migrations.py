"""From each older schema to the next one: a pure function per step, on the tables as plain JSON values.

A step is tested on a stored board of its version in tests/data/store/boards. Schema 0 is a file without a word about
its version: cards under whatever ids TinyDB gave them, some without `updated`. Schema 1 knows no
`versions`, and an offer ended its card.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from day12_data.store.document_ids import document_id
from day12_data.store.merge_cards import Write, microseconds, turned_write, write_over
from day12_data.store.raw_documents import SCHEMA
from day12_data.store.registers import Plain

_LONG_AGO = "1970-01-01T00:00:00Z"


def migrate(tables: Plain, version: int) -> Plain:
    """The tables in today's schema."""
    for step in range(max(version, 0), SCHEMA):
        tables = STEPS[step](tables)
    return tables


def to_1(tables: Plain) -> Plain:
    """Cards get a document id that is the same on every machine, and a moment of change, before any other."""
    cards: Plain = {}
    for key, card in tables.get("cards", {}).items():
        if isinstance(card, dict) and isinstance(card.get("id"), str):
            home = document_id(card["id"])
            place = key if home in cards or home in tables["cards"] else home
            cards[place] = {"updated": _LONG_AGO, **card}
        else:
            cards[key] = card
    return {**tables, "cards": cards, "meta": {**tables.get("meta", {}), "1": {"schema": 1, "clock": 0}}}


def to_2(tables: Plain) -> Plain:
    """Each card learns from the history who wrote what last on it, and an offer is no end any more: it is open."""
    tables = {
        **tables,
        "cards": {key: _with_open_offer(card) for key, card in tables.get("cards", {}).items()},
        "changes": {key: _without_offer_as_end(change) for key, change in tables.get("changes", {}).items()},
    }
    of_card: dict[str, list[Plain]] = {}
    for change in tables.get("changes", {}).values():
        if isinstance(change, dict) and isinstance(name := change.get("card"), str):
            of_card.setdefault(name, []).append(change)
    cards = {
        key: card | {"versions": _versions(changes)}
        if isinstance(card, dict) and isinstance(card.get("id"), str) and (changes := of_card.get(card["id"]))
        else card
        for key, card in tables.get("cards", {}).items()
    }
    meta = tables.get("meta", {})
    return {**tables, "cards": cards, "meta": {**meta, "1": {**meta.get("1", {}), "schema": 2}}}


def _with_open_offer(fields: Any) -> Any:
    """The card's fields with an offer that waits for an answer, where an offer was how it ended."""
    ended = fields.get("ended") if isinstance(fields, dict) else None
    if not isinstance(ended, dict) or ended.get("outcome") != "offer":
        return fields
    replies = [reply for reply in fields.get("replies") or () if isinstance(reply, dict)]
    said = next((reply.get("said", "") for reply in reversed(replies) if reply.get("kind") == "offer"), "")
    return {**fields, "ended": None, "offer": {"said": said, "given_at": ended.get("at")}}


def _without_offer_as_end(change: Any) -> Any:
    """The change as it would be made today; turned round, it still takes back what it did."""
    if not isinstance(change, dict):
        return change
    turned = dict(change)
    for side, other in (("after", "before"), ("before", "after")):
        fields = _with_open_offer(change.get(side))
        if fields is not change.get(side):
            turned[side] = fields
            if isinstance(turned.get(other), dict):
                turned[other] = {"offer": None, **turned[other]}
    return turned


def _versions(changes: Iterable[Plain]) -> Plain:
    """The versions of a card whose history is from before there were any."""
    versions: Plain = {}
    for change in sorted(filter(None, map(_past, changes)), key=lambda change: (change.turn, change.id)):
        before, after = change.before or {"deleted": True}, change.after if change.before else {"deleted": False}
        if change.undone:
            before, after = after, before
        name = change.id if change.turn == change.seq else turned_write(change.id, change.turn, undone=change.undone)
        if change.before or change.undone:
            write = Write(change.turn, microseconds(change.stamp), name)
            versions = write_over({**before, "versions": versions}, after, write)
        versions = {**versions, "seen": {**versions.get("seen", {}), change.id: change.seq}}
    return versions


class _Past(msgspec.Struct, frozen=True):
    id: str
    seq: int
    turn: int
    stamp: dt.datetime
    before: Plain | None
    after: Plain
    undone: bool = False


def _past(change: Plain) -> _Past | None:
    try:
        past = msgspec.convert(change, _Past)
    except msgspec.ValidationError:
        return None
    return past if past.stamp.tzinfo else None


STEPS: dict[int, Callable[[Plain], Plain]] = {0: to_1, 1: to_2}
