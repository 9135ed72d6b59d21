"""The history's entries: each a change as it is kept, read from its bytes; the log; and how much of it is kept.

The newest 500 changes are kept in full, which undo may need, and of every card its first change and its newest 20 as a
line of its log. What merging needs is in the cards themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import msgspec
from msgspec import Raw
from msgspec.structs import replace

from day12_data.card import Moment
from day12_data.store.raw_documents import as_bytes
from day12_data.store.values import LogEntry
from day12_data.text import clean

KEPT_IN_FULL, STEPS_KEPT, LINES_KEPT = 500, 50, 20


class StoredChange(msgspec.Struct, frozen=True, kw_only=True, gc=False, omit_defaults=True):
    """One change, as it is kept: `before` is None for a new card; `stamp` is the `updated` that it gave the card.

    Changes with the same `group` were made as one, and are undone and done again as one. `machine` is the name of the
    machine on which it was made.
    """

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
    fell: str = ""
    group: str = ""
    machine: str = ""

    @property
    def can_turn(self) -> bool:
        """Whether it can be undone or done again: of an old one only the log's line is kept."""
        return bool(self.after)


_decoder = msgspec.json.Decoder(StoredChange)


def entries(changes: Mapping[str, bytes]) -> dict[str, StoredChange]:
    """The whole history by document id; what isn't an entry is left out."""
    found = {}
    for key, data in changes.items():
        with suppress(msgspec.MsgspecError, ValueError, RecursionError):
            found[key] = _decoder.decode(data)
    return found


def of_card(changes: Mapping[str, Any], card_id: str) -> list[StoredChange]:
    """The changes of a card, oldest first. Only what may be about the card is decoded."""
    name = msgspec.json.encode(card_id)
    raw = ((key, as_bytes(change)) for key, change in changes.items())
    found = entries({key: data for key, data in raw if name in data or not card_id.isascii()})
    return sorted((each for each in found.values() if each.card == card_id), key=by_seq)


def newest(changes: Mapping[str, Any]) -> list[StoredChange]:
    """The changes of all cards, the newest first, as many as are kept in full."""
    found = entries({key: as_bytes(change) for key, change in changes.items()})
    return sorted(found.values(), key=by_seq, reverse=True)[:KEPT_IN_FULL]


def log_entry(change: StoredChange, here: str) -> LogEntry:
    """The change as it is told on a machine of this name."""
    machine = "" if change.machine == here else clean(change.machine)
    return LogEntry(
        change.at, clean(change.what), change.undone, change.id, change.card, machine, can_turn=change.can_turn
    )


def pruned(changes: Mapping[str, bytes]) -> dict[str, bytes]:
    """What is kept of the history: the newest changes in full, of the others each card's first and newest as a line.

    What was made as one is kept in full as long as any of it is, and so are the newest 50 that were made as one or
    alone: an import of thousands doesn't take away the undo of what was done before it.
    """
    kept = dict(changes)
    lines: dict[str, list[tuple[str, StoredChange]]] = {}
    newest = sorted(entries(changes).items(), key=lambda item: by_seq(item[1]), reverse=True)
    steps = [entry.group or entry.id for _, entry in newest]
    whole = {*steps[:KEPT_IN_FULL], *list(dict.fromkeys(steps))[:STEPS_KEPT]}
    for key, entry in newest:
        of_card = lines.setdefault(entry.card, [])
        of_card.append((key, entry))
        if entry.can_turn and (entry.group or entry.id) not in whole:
            line = replace(entry, before={}, after={})
            kept[key] = msgspec.json.encode(line)
    for of_card in lines.values():
        for key, entry in of_card[LINES_KEPT:-1]:
            if not (entry.can_turn and key in kept and kept[key] == changes[key]):
                del kept[key]
    return kept


def by_seq(entry: StoredChange) -> tuple[int, str]:
    """The order in which changes were made."""
    return entry.seq, entry.id
