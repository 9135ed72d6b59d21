"""From each older schema to the next one: a pure function per step, on the tables as plain JSON values.

A step is tested on a stored board of its version in tests/data/store/boards. Schema 0 is a file without a word about
its version: cards under whatever ids TinyDB gave them, some without `updated`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from day12_data.store.keys import document_id

SCHEMA = 1

Plain = dict[str, Any]

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


STEPS: dict[int, Callable[[Plain], Plain]] = {0: to_1}
