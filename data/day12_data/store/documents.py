"""Cards as they are kept: reading each one, and writing back what changed without touching what isn't known here."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import Raw

from day12_data.card import Card, time_zone

_decoder = msgspec.json.Decoder(Card)


class Problem(NamedTuple):
    """A card that can't be shown: it is kept as it is in the file. `field` is where, `sentence` says what."""

    card_id: str
    field: str
    sentence: str


def document_id(record_id: str) -> str:
    """The TinyDB document id of a card or change: the same on every machine, and never that of another one."""
    if re.fullmatch(r"[0-7][0-9a-f]{15}", record_id):
        return str(int(record_id, 16))
    return str(int.from_bytes(hashlib.blake2b(record_id.encode(), digest_size=8).digest()) >> 1)


def read_card(raw: bytes) -> Card | Problem:
    """The card, or what is wrong with it."""
    try:
        card = _decoder.decode(raw)
        time_zone(card.zone)
    except msgspec.MsgspecError as error:
        text, _, where = str(error).partition(" - at `$")
        return Problem(_id_of(raw), where.strip(".`"), text)
    except (ValueError, RecursionError) as error:
        return Problem(_id_of(raw), "zone", str(error))
    return card


def _id_of(raw: bytes) -> str:
    try:
        found = msgspec.json.decode(raw, type=dict[str, Raw])
        return str(msgspec.json.decode(found.get("id", b'""')))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return ""


def plain(card: Card) -> dict[str, Any]:
    """The card as plain JSON values."""
    fields: dict[str, Any] = msgspec.to_builtins(card)
    return fields


def changed_fields(document: Mapping[str, Any], before: Card, after: Card) -> dict[str, Any]:
    """What to write into the document to turn one card into the other: the fields that differ, nothing else."""
    old, new = plain(before), plain(after)
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
        return unknown | {name: graft(kept.get(name), before.get(name), value) for name, value in after.items()}
    if isinstance(kept, list) and isinstance(before, list) and isinstance(after, list) and len(kept) == len(before):
        places = [before.index(value) if value in before else None for value in after]
        return [
            kept[place]
            if place is not None
            else graft(kept[index], before[index], value)
            if index < len(kept) and index not in places
            else value
            for index, (place, value) in enumerate(zip(places, after, strict=True))
        ]
    return after
