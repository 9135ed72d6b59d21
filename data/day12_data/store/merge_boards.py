"""Two versions of one board as one: commutative, associative, idempotent, and no card of either is lost.

It works on tables as plain JSON values, in today's schema, and looks at nothing but them: two machines that merge the
same two boards get the same one. How two versions of one card become one is in `merge_cards`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from day12_data.store.document_ids import digest_id, document_id
from day12_data.store.merge_cards import merge_cards
from day12_data.store.registers import Plain, canonical
from day12_data.store.values import Merged


def merge(mine: Plain, theirs: Plain) -> Plain:
    """Both boards: card by card what both sides did, change by change the later turn, everything else united."""
    both = {name: [tables[name] for tables in (mine, theirs) if name in tables] for name in {**mine, **theirs}}
    return {name: _RULES.get(name, _others)(tables) for name, tables in both.items()}


def compare(mine: Plain, merged: Plain, theirs: Plain) -> Merged:
    """What merging did to the cards."""
    before, after = by_id(mine["cards"]), by_id(merged["cards"])
    added = sum(name not in before for name in after)
    updated = sum(name in before and _content(before[name]) != _content(card) for name, card in after.items())
    return Merged(added, updated, len(by_id(theirs["cards"])) - added - updated)


def missing_from(tables: Plain, before: Plain) -> int:
    """How many cards or edits of the board as it was before aren't in these tables."""
    if set(before.get("changes", {})) <= set(tables.get("changes", {})):
        return 0
    merged = compare(tables, merge(tables, before), before)
    return merged.added + merged.updated


def _content(card: Any) -> Any:
    """The card without what says who wrote it."""
    return {name: value for name, value in card.items() if name != "versions"} if isinstance(card, dict) else card


def by_id(cards: Plain) -> Plain:
    """The cards under the ids that they go by; what can't be read goes by what it holds."""
    return _cards([cards])


def _cards(tables: Sequence[Any]) -> Plain:
    """Each card once, under the document id that its own id gives it."""
    united: Plain = {}
    for table in tables:
        for card in table.values():
            named = isinstance(card, dict) and isinstance(card.get("id"), str) and card["id"]
            key = document_id(card["id"]) if named else digest_id(canonical(card).encode())
            united[key] = merge_cards(united[key], card) if key in united and named else card
    return united


def _changes(tables: Sequence[Any]) -> Plain:
    """Each change once, as its last doing, undoing or redoing left it."""
    return _union(tables, _last_turn)


def _last_turn(entry: Any) -> tuple[int, str]:
    turn = entry.get("turn") if isinstance(entry, dict) else None
    return (turn if isinstance(turn, int) else -1), canonical(entry)


def _meta(tables: Sequence[Any]) -> Plain:
    """The higher number of the two, so that the next change comes after both histories."""
    united = _union(tables, canonical)
    clocks = [table["1"].get("clock", 0) for table in tables if "1" in table]
    if clocks:
        united["1"] = {**united["1"], "clock": max(clocks)}
    return united


def _others(tables: Sequence[Any]) -> Any:
    """A table that this version doesn't know: the documents of both."""
    if found := [table for table in tables if isinstance(table, dict)]:
        return _union(found, canonical)
    return max(tables, key=canonical)


def _union(tables: Sequence[Any], rank: Callable[[Any], Any]) -> Plain:
    united: Plain = {}
    for table in tables:
        for key, document in table.items():
            united[key] = max(united.get(key, document), document, key=rank)
    return united


_RULES: dict[str, Callable[[Sequence[Any]], Any]] = {"cards": _cards, "changes": _changes, "meta": _meta}
