"""Who wrote what last on a card, register by register, and what two machines' cards are together.

A card's document has a field `versions`: `heads` names for each register that was ever changed the write that it comes
from, as [number, microseconds since 1970, id]; `seen` names all writes of the card that are known here, the newest 200.
A write that another machine had seen is older than whatever that machine wrote into the same register since: that is
told by `seen`, not by clocks. Of two writes that didn't know of each other one wins (the higher number, then the later
moment), and both stay among the heads, each with its value, until the register is written again. So nothing that only
one side changed is lost, and what fell is known on both.

A register that nobody changed since the card was made has the write "", which every other one follows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import msgspec

from day12_data.store.registers import (
    ABSENT,
    Plain,
    canonical,
    composed,
    difference,
    is_order,
    record_of,
    registers,
)

SEEN_KEPT = 200
_EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
_NEVER = -(2**60)
_UNDOING, _REDOING = "-", "+"


class Write(NamedTuple):
    """One write: its number in the history, its moment in microseconds since 1970, and an id that no other has."""

    number: int
    at: int
    id: str

    @property
    def moment(self) -> dt.datetime:
        """When it was made."""
        return _EPOCH + dt.timedelta(microseconds=self.at)


class Head(NamedTuple):
    """A write and what it put into a register."""

    write: Write
    value: Any


def microseconds(moment: dt.datetime) -> int:
    """The moment as a write has it."""
    return (moment - _EPOCH) // dt.timedelta(microseconds=1)


class _Stored(msgspec.Struct, frozen=True):
    seen: dict[str, int] = {}
    heads: dict[str, list[Any]] = {}


class Side:
    """One card, ready to be compared."""

    def __init__(self, card: Plain) -> None:
        self.card = card
        try:
            self.stored = msgspec.convert(card.get("versions", {}), _Stored)
        except msgspec.ValidationError:  # by whoever wrote it; the card's values are what counts
            self.stored = _Stored()

    @cached_property
    def registers(self) -> Plain:
        """Its values by path."""
        return registers(self.card)

    @cached_property
    def updated(self) -> int:
        """When it was changed last, as a write has it."""
        return _updated(self.card)[0]

    @property
    def seen(self) -> Mapping[str, int]:
        """The numbers of the writes that it knows of."""
        return self.stored.seen

    @cached_property
    def paths(self) -> set[str]:
        """Every register that it has or had."""
        return {*self.registers, *self.stored.heads}

    def heads(self, path: str) -> list[Head]:
        """The register's heads: more than one where two machines wrote it at once."""
        there = self.registers.get(path, ABSENT)
        stored = self.stored.heads.get(path)
        if stored and isinstance(stored[0], list):
            several = [head for item in stored if (head := _head(item, ABSENT))]
            if several:
                return several
        elif stored and (head := _head(stored, there)):
            return [head if is_order(path) or there is ABSENT else Head(head.write, there)]
        return [] if there is ABSENT else [Head(Write(0, self.updated, ""), there)]


def _head(item: Any, there: Any) -> Head | None:
    try:
        number, at, name = msgspec.convert(item[:3], tuple[int, int, str])
    except (msgspec.ValidationError, TypeError):
        return None
    return Head(Write(number, at, name), item[3] if len(item) > 3 else there)


def turned_write(change: str, number: int, *, undone: bool) -> str:
    """The id of the write that undoes a change, or does it again."""
    return f"{change}{_UNDOING if undone else _REDOING}{number}"


def merge_cards(one: Plain, two: Plain) -> Plain:
    """What two machines' versions of one card are together."""
    if one == two:
        return one
    first, second = Side(one), Side(two)
    heads = {path: _join(path, first, second) for path in first.paths | second.paths}
    values = {path: _winner(path, found).value for path, found in heads.items()}
    for path in [*values]:
        if (record := record_of(path)) and values.get(record) is not True:
            del values[path], heads[path]
    merged = composed(values)
    merged["id"] = one["id"]
    if updated := max(_updated(one), _updated(two))[1]:
        merged["updated"] = one["updated"] if canonical(one.get("updated")) == updated else two["updated"]
    seen = {
        name: max(first.seen.get(name, 0), second.seen.get(name, 0)) for name in first.seen.keys() | second.seen.keys()
    }
    versions = _as_stored(seen, heads)
    return merged | ({"versions": versions} if versions else {})


def _join(path: str, first: Side, second: Side) -> list[Head]:
    """The heads of both sides that the other side hasn't written over."""
    record = record_of(path)
    if record:  # somebody whom one side has removed comes back, if at all, as the other side has them
        there = [side for side in (first, second) if side.registers.get(record) is True]
        if len(there) == 1:
            return there[0].heads(path)
    mine, theirs = first.heads(path), second.heads(path)
    kept = [head for head in mine if not _known(head, theirs, second)]
    kept += [head for head in theirs if not _known(head, mine, first)]
    united: dict[tuple[str, str], Head] = {}
    for head in kept or [*mine, *theirs]:
        key = head.write.id, canonical(head.value)
        united[key] = max(united.get(key, head), head, key=lambda head: head.write)
    return [united[key] for key in sorted(united)]


def _known(head: Head, others: list[Head], side: Side) -> bool:
    """Whether that side knew of the write, and put another value in its place."""
    names = {other.write.id for other in others}
    if head.write.id in names or not names:
        return False
    return head.write.id in side.seen if head.write.id else True


def _winner(path: str, heads: Iterable[Head]) -> Head:
    return max(heads, key=lambda head: rank(path, head))


def rank(path: str, head: Head) -> tuple[Any, ...]:
    """What there is goes before what was taken away or undone, a step that is done before one that was skipped."""
    value, keeps = head.value, 1
    if head.write.id:
        skipped = path.startswith("marks/") and isinstance(value, dict) and value.get("skipped") is True
        undone = _UNDOING in head.write.id
        keeps = 0 if undone or value is ABSENT or (path == "deleted" and value is True) else 1 if skipped else 2
    return keeps, head.write, canonical(value)


def _updated(card: Plain) -> tuple[int, str]:
    try:
        moment = msgspec.convert(card["updated"], dt.datetime)
        return (microseconds(moment) if moment.tzinfo else _NEVER), canonical(card["updated"])
    except (msgspec.ValidationError, KeyError, OverflowError):
        return _NEVER, canonical(card["updated"]) if "updated" in card else ""


def _as_stored(seen: Mapping[str, int], heads: Mapping[str, Iterable[Head]]) -> Plain:
    stored: Plain = {}
    for path in sorted(heads):
        found = list(heads[path])
        if len(found) > 1:
            stored[path] = [_item(head, explicit=True) for head in found]
        elif found and found[0].write.id:
            stored[path] = _item(found[0], explicit=is_order(path) or path == "deleted")
    versions = {"seen": dict(sorted(seen.items())), "heads": stored}
    return {name: value for name, value in versions.items() if value}


def _item(head: Head, *, explicit: bool) -> list[Any]:
    return [*head.write, *([head.value] if explicit and head.value is not ABSENT else [])]


def write_over(before: Plain, after: Plain, write: Write) -> Plain:
    """The versions of a card that a write turned from the one into the other."""
    side, now = Side(before), registers(after)
    heads = {path: side.heads(path) for path in side.stored.heads}
    changed = difference(side.registers, now)
    for path in [*changed]:
        if (record := record_of(path)) and record in now:
            changed[record] = True  # so that a removal on another machine meets this change
    changed["deleted"] = now.get("deleted", False)
    for path, value in changed.items():
        heads[path] = [Head(write, value)]
    for path in [*heads]:
        if (record := record_of(path)) and record in side.registers and record not in now:
            del heads[path]
    return _as_stored(_newest({**side.seen, write.id: write.number}, heads), heads)


def _newest(seen: Mapping[str, int], heads: Mapping[str, Iterable[Head]]) -> dict[str, int]:
    if len(seen) <= SEEN_KEPT:
        return dict(seen)
    named = {head.write.id for found in heads.values() for head in found}
    old = sorted(seen, key=lambda name: (name in named, seen[name], name))[: len(seen) - SEEN_KEPT]
    return {name: number for name, number in seen.items() if name not in old}


def last_number(card: Plain) -> int:
    """The highest number of a write on the card."""
    return max(Side(card).seen.values(), default=0)
