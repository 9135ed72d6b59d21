"""A first reader of interview times: ISO dates, with a time zone's name after them or the one handed in."""

from __future__ import annotations

import re
from dataclasses import dataclass

import arrow

from day12_data.card import time_zone


@dataclass(frozen=True, slots=True)
class When:
    """A moment, and the name of the zone it is in."""

    moment: arrow.Arrow
    zone: str


def read_when(text: str, now: arrow.Arrow, zone: str, *, day_first: bool = False) -> When:
    """The moment that a person typed.

    Raises:
        ValueError: it can't be read, with a sentence that says what to type instead.
    """
    words = text.split()
    if words and "/" in words[-1]:
        zone = words.pop()
    if words == ["now"]:
        return When(now.to(time_zone(zone)), zone)
    try:
        return When(arrow.get(" ".join(words), tzinfo=time_zone(zone)), zone)
    except (arrow.parser.ParserError, ValueError):
        msg = f"I can't read “{text[:40]}” as a time: type it like 2026-03-05 14:30."
        raise ValueError(msg) from None


def read_end(text: str, start: arrow.Arrow) -> arrow.Arrow:
    """When an interview of so many minutes is over."""
    found = re.fullmatch(r"(\d{1,4})\s*(?:min|minutes)?", text.strip())
    if found is None or not int(found[1]):
        msg = f"I can't read “{text[:40]}” as a length: type minutes, like 45."
        raise ValueError(msg)
    return start.shift(minutes=int(found[1]))
