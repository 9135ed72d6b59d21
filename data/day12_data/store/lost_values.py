"""Names in the history which values lost when two machines' changes were merged, so that each can be undone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from day12_data.board import Board
from day12_data.store.document_ids import digest_id
from day12_data.store.entries import entries
from day12_data.store.merge_cards import Head, Side, rank
from day12_data.store.raw_documents import META, as_bytes
from day12_data.store.registers import ABSENT, Plain, canonical, composed, fields_of, is_order, registers

_LONGEST = 40


class Fallen(NamedTuple):
    """A value that another one won over, neither machine having known of the other's."""

    path: str
    lost: Head
    kept: Head


def with_fallen_named(tables: Plain) -> Plain:
    """The tables with an entry in the history for each value that fell and has none yet.

    Two machines that merged the same boards make the same entries, so their boards stay equal.
    """
    changes = dict(tables.get("changes", {}))
    new = sorted(
        (
            (key, card, each)
            for card in tables.get("cards", {}).values()
            for key, each in _keyed(card)
            if key not in changes
        ),
        key=lambda found: found[0],
    )
    if not new:
        return tables
    meta = tables.get("meta", {}).get(META, {})
    number: int = meta.get("clock", 0)
    for key, card, each in new:
        number += 1
        changes[key] = _entry(key, number, card, each)
    return {**tables, "changes": changes, "meta": {**tables.get("meta", {}), META: {**meta, "clock": number}}}


def told_of(changes: Mapping[str, Any], board: Board) -> Iterator[tuple[str, str]]:
    """Each value that fell and wasn't brought back, by its key in the history, as a sentence."""
    of_merging = {key: data for key, change in changes.items() if b'"fell":' in (data := as_bytes(change))}
    for key, entry in entries(of_merging).items():
        card = board.cards.get(entry.card)
        if entry.fell and not entry.undone and card:
            yield key, f"{card.company}: {entry.what}"


def _keyed(card: Any) -> Iterator[tuple[str, Fallen]]:
    if isinstance(card, dict) and "versions" in card:
        for each in _fallen(card):
            about = [card["id"], each.path, each.lost.write.id, canonical(each.lost.value)]
            yield digest_id(canonical(about).encode()), each


def _fallen(card: Plain) -> list[Fallen]:
    """The values that lost against another one, and aren't written over yet."""
    side, found = Side(card), []
    for path, stored in side.stored.heads.items():
        if is_order(path) or not isinstance(next(iter(stored), None), list):
            continue
        heads = sorted(side.heads(path), key=lambda head: rank(path, head))
        kept = heads[-1]
        lost = {canonical(head.value): head for head in heads if canonical(head.value) != canonical(kept.value)}
        found += [Fallen(path, lost[key], kept) for key in sorted(lost)]
    return found


def _entry(key: str, number: int, card: Plain, each: Fallen) -> Plain:
    names = fields_of(each.path)
    lost, kept = _words(each.path, each.lost.value), _words(each.path, each.kept.value)
    before = composed(registers(card) | {each.path: each.lost.value})
    at = _moment(each, card)
    return {
        "id": f"{int(key):016x}",
        "card": card["id"],
        "at": at,
        "what": f"{_label(each.path)}: {lost} gave way to {kept}, written on another machine at the same time",
        "seq": number,
        "turn": number,
        "undone": False,
        "before": {name: before[name] for name in names if name in before},
        "after": {name: card[name] for name in names if name in card},
        "stamp": card["updated"],
        "fell": each.path,
    }


def _moment(each: Fallen, card: Plain) -> str:
    try:
        return each.lost.write.moment.isoformat()
    except OverflowError:
        return str(card["updated"])


_LABELS = {
    "when": "time",
    "where": "place",
    "round_of": "round",
    "ended": "outcome",
    "deleted": "card",
    "marks": "step",
    "check_ins": "check-in",
    "replies": "reply",
    "past_promises": "earlier promise",
    "people": "person",
    "anchors": "anchor",
}


def _label(path: str) -> str:
    """The register in words: “role”, “step mailed”, “email of dana reyes”."""
    name, *keys = (part.replace("~1", "/").replace("~0", "~") for part in path.split("/"))
    label = _LABELS.get(name, name)
    if name in ("people", "anchors") and len(keys) > 1:
        return f"{_LABELS.get(keys[1], keys[1])} of {keys[0][:_LONGEST]}"
    if name in ("check_ins", "replies", "past_promises"):
        return label
    return f"{label} {keys[0][:_LONGEST]}" if keys else label


def _words(path: str, value: Any) -> str:
    if path == "deleted" or path.count("/") == 1:
        if value is (True if path == "deleted" else ABSENT):
            return "the removal"
        if isinstance(value, bool):
            return "what was changed on it"
    match value:
        case _ if value is ABSENT or value is None or value == "":
            return "nothing"
        case {"skipped": True}:
            return "skipped"
        case {"said": str(text)} | {"outcome": str(text)} | {"starts_at": str(text)} | {"at": str(text)} | str(text):
            return f"“{text[:_LONGEST]}{'…' if len(text) > _LONGEST else ''}”"
        case _:
            return f"“{canonical(value)[:_LONGEST]}”"
