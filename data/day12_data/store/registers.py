"""A card as registers: every value that two machines may change apart from each other, under a path of its own.

`role` is a register, and so is `marks/mailed`, `people/dana reyes/email` or `people/dana reyes/sent/…`; start, end and
zone are one, `when`, since they only make sense together. A list of people has its order as a register of its own.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import msgspec

from day12_data.text import fold

Plain = dict[str, Any]


class Nothing(Enum):
    """The value of a register that is not there, or no longer."""

    ABSENT = "absent"


ABSENT = Nothing.ABSENT

WHEN = "when"
_TIMES = ("starts_at", "ends_at", "zone")
_APART = {"id", "updated", "versions", *_TIMES}


def _moment(value: Any) -> str:
    """The moment in UTC, so that one moment has one key however it is written."""
    try:
        moment: dt.datetime = msgspec.convert(value, dt.datetime)
        return moment.astimezone(dt.UTC).isoformat() if moment.tzinfo else str(value)
    except (msgspec.ValidationError, OverflowError, ValueError):
        return str(value)


def _by(*names: str) -> Callable[[Any], str]:
    def key(item: Any) -> str:
        fields = item if isinstance(item, dict) else {}
        return " ".join(_moment(fields.get(name)) if name in _MOMENTS else str(fields.get(name)) for name in names)

    return key


_MOMENTS = ("at", "given_at")
_Key = Callable[[Any], str]
# A list whose items come and go as a whole, by what tells them apart.
_SETS: dict[str, _Key] = {
    "marks": _by("stage"),
    "check_ins": _by("at"),
    "replies": _by("at", "kind"),
    "past_promises": _by("given_at", "said"),
}
# A list whose items are changed field by field: what tells them apart, and the lists in them.
_RECORDS: dict[str, tuple[_Key, dict[str, _Key]]] = {
    "people": (lambda item: fold(str(item.get("name"))), {"sent": _by("at", "letter")}),
    "anchors": (lambda item: fold(str(item.get("text"))), {"used": _moment}),
}
_STAGES = ("asked", "emailed", "mailed", "connected", "checked_in")


def registers(card: Mapping[str, Any]) -> Plain:
    """The card's values by path."""
    found: Plain = {}
    if times := {name: card[name] for name in _TIMES if name in card}:
        found[WHEN] = times
    for name, value in card.items():
        if name in _APART:
            continue
        if name in _SETS and isinstance(value, list):
            found[name] = []
            found.update((f"{name}/{key}", item) for key, item in _keyed(value, _SETS[name]))
        elif name in _RECORDS and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            _add_records(found, name, value)
        else:
            found[name] = value
    return found


def _add_records(found: Plain, name: str, items: list[Plain]) -> None:
    by, inner = _RECORDS[name]
    order = found[name] = []
    for key, item in _keyed(items, by):
        order.append(key)
        found[f"{name}/{key}"] = True
        for field, value in item.items():
            path = f"{name}/{key}/{_escaped(field)}"
            if field in inner and isinstance(value, list):
                found[path] = []
                found.update((f"{path}/{each}", part) for each, part in _keyed(value, inner[field]))
            else:
                found[path] = value


def _keyed(items: Iterable[Any], by: _Key) -> Iterator[tuple[str, Any]]:
    """Each item with its key; of two with the same one, the second is numbered."""
    seen: dict[str, int] = {}
    for item in items:
        key = _escaped(by(item))
        seen[key] = seen.get(key, 0) + 1
        yield (key if seen[key] == 1 else f"{key}#{seen[key]}"), item


def _escaped(key: str) -> str:
    """The key without a slash, as JSON Pointer writes it."""
    return key.replace("~", "~0").replace("/", "~1")


def composed(found: Mapping[str, Any]) -> Plain:
    """The card's fields of these registers."""
    card: Plain = {}
    below = _children(found)
    for path in sorted(found):
        value = found[path]
        if "/" in path or value is ABSENT:
            continue
        if path == WHEN and isinstance(value, dict):
            card.update(value)
        elif path in _SETS and isinstance(value, list):
            card[path] = _listed(path, below, found)
        elif path in _RECORDS and isinstance(value, list):
            card[path] = [_record(f"{path}/{key}", below, found) for key in _in_order(path, value, below, found)]
        else:
            card[path] = value
    return card


def _children(found: Mapping[str, Any]) -> dict[str, list[str]]:
    below: dict[str, list[str]] = {}
    for path in found:
        if (cut := path.rfind("/")) > 0:
            below.setdefault(path[:cut], []).append(path[cut + 1 :])
    return below


def _listed(path: str, below: Mapping[str, list[str]], found: Mapping[str, Any]) -> list[Any]:
    keys = [key for key in below.get(path, []) if found[f"{path}/{key}"] is not ABSENT]
    if path == "marks":
        keys.sort(key=lambda key: (_STAGES.index(key) if key in _STAGES else len(_STAGES), key))
    else:
        keys.sort()
    return [found[f"{path}/{key}"] for key in keys]


def _in_order(path: str, order: list[Any], below: Mapping[str, list[str]], found: Mapping[str, Any]) -> list[str]:
    """The items' keys as the order has them; those that it doesn't know come after."""
    there = [key for key in below.get(path, []) if found.get(f"{path}/{key}") is True]
    places = {key: place for place, key in reversed(list(enumerate(map(str, order))))}
    return sorted(there, key=lambda key: (places.get(key, len(places)), key))


def _record(path: str, below: Mapping[str, list[str]], found: Mapping[str, Any]) -> Plain:
    inner = _RECORDS[path.partition("/")[0]][1]
    item: Plain = {}
    for key in sorted(below.get(path, [])):
        value = found.get(f"{path}/{key}", ABSENT)
        field = key.replace("~1", "/").replace("~0", "~")
        if value is not ABSENT:
            is_list = field in inner and isinstance(value, list)
            item[field] = _listed(f"{path}/{key}", below, found) if is_list else value
    return item


def difference(before: Mapping[str, Any], after: Mapping[str, Any]) -> Plain:
    """The registers that differ, with their values afterwards."""
    return {path: after.get(path, ABSENT) for path in {**before, **after} if _differ(path, before, after)}


def _differ(path: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    was, now = before.get(path, ABSENT), after.get(path, ABSENT)
    if isinstance(was, str) or isinstance(now, str):
        return bool(was != now)
    if was is now or was is ABSENT or now is ABSENT:
        return was is not now
    return msgspec.json.encode(was, order="sorted") != msgspec.json.encode(now, order="sorted")


def is_order(path: str) -> bool:
    """Whether the register holds the order of a list: of two orders one is as good as the other."""
    return path in _RECORDS


def record_of(path: str) -> str | None:
    """The path of the person or the anchor that the register is a part of, None for any other."""
    parts = path.split("/")
    return "/".join(parts[:2]) if len(parts) > 2 and parts[0] in _RECORDS else None


def fields_of(path: str) -> tuple[str, ...]:
    """The card's fields that the register is kept in."""
    return _TIMES if path == WHEN else (path.partition("/")[0],)


def canonical(value: Any) -> str:
    """The value as text that doesn't depend on the order of its fields, so that ties are broken alike everywhere."""
    return "" if value is ABSENT else json.dumps(value, sort_keys=True)
