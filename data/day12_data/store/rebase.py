"""Applies a change to a card that was changed elsewhere since, where the two touched different fields."""

from __future__ import annotations

import datetime as dt

import msgspec

from day12_data.board import Change
from day12_data.card import Card, replace
from day12_data.store.documents import card_fields, read_card
from day12_data.store.errors import Conflict
from day12_data.store.registers import ABSENT, Plain, canonical, composed, difference, is_order, record_of, registers
from day12_data.store.values import Problem


def on_top(change: Change, before: Card, theirs: Card) -> tuple[Card, Card]:
    """The card as it is, and as the change leaves it."""
    expected, here, wanted = (registers(card_fields(card)) for card in (before, theirs, change.after))
    mine = difference(expected, wanted)
    if theirs.updated == before.updated and not difference(
        {path: expected.get(path, ABSENT) for path in mine}, {path: here.get(path, ABSENT) for path in mine}
    ):
        return before, change.after
    if theirs.deleted != before.deleted or any(_clash(path, mine, expected, here) for path in mine):
        raise Conflict(change, theirs)
    merged = read_card(msgspec.json.encode(composed(here | mine) | {"id": theirs.id, "updated": theirs.updated}))
    if isinstance(merged, Problem):
        raise Conflict(change, theirs)
    later = theirs.updated + dt.timedelta(microseconds=1)
    return theirs, replace(merged, updated=max(later, change.after.updated))


def _clash(path: str, mine: Plain, expected: Plain, here: Plain) -> bool:
    """Whether both changed the register, or one removed the person whom the other changed."""
    if is_order(path):
        return False
    if path in expected and mine[path] is ABSENT:
        below = {each: here.get(each, ABSENT) for each in {**here, **expected} if each.startswith(f"{path}/")}
        if any(canonical(value) != canonical(expected.get(each, ABSENT)) for each, value in below.items()):
            return True
    record = record_of(path)
    if record and mine[path] is not ABSENT and record in expected and record not in here:
        return True
    # Two that did the same are in each other's way, too: of two who count one up, one would be lost.
    return canonical(here.get(path, ABSENT)) != canonical(expected.get(path, ABSENT))
