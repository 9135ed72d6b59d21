"""What the command line prints: plain lines for people, JSON for programs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import msgspec
from rich.cells import cell_len

from day12.labels import day_line, label
from day12_data.agenda import Row
from day12_data.card import Card
from day12_data.text import clean

_WIDEST = 40


def card_json(row: Row, now: dt.datetime) -> dict[str, Any]:
    """A card as the command line's contract has it: moments in ISO 8601 with their offset, days as ISO dates."""
    card, step = row.card, row.step
    return {
        "id": card.id,
        "company": card.company,
        "role": card.role,
        "where": card.where,
        "link": card.link,
        "starts_at": card.local(card.starts_at).isoformat(),
        "ends_at": card.local(card.ends_at).isoformat(),
        "zone": card.zone,
        "stage": card.stage.value,
        "promise": card.promise and _promise_json(card),
        "step": step
        and {
            "stage": step.stage.value,
            "action": step.action.value,
            "opens": step.opens.isoformat(),
            "due": step.due.isoformat(),
            "why": step.why,
        },
        "urgency": row.urgency.value,
        "label": label(row, now),
        "day": card.day(now),
        "outcome": card.outcome and card.outcome.value,
        "people": msgspec.to_builtins(card.people),
        "anchors": msgspec.to_builtins(card.anchors),
        "notes": card.notes,
        "updated": card.updated.isoformat(),
    }


def json_text(data: object) -> str:
    """The data as indented JSON, in UTF-8's own letters."""
    return msgspec.json.format(msgspec.json.encode(data), indent=2).decode()


def print_rows(rows: Sequence[Row], now: dt.datetime, *, as_json: bool) -> None:
    """The cards as lines with aligned columns, or as a JSON list."""
    if as_json:
        print(json_text([card_json(row, now) for row in rows]))
        return
    cells = [_cells(row, now) for row in rows]
    widths = [min(max(map(cell_len, column)), _WIDEST) for column in zip(*cells, strict=True)]
    for row in cells:
        print("  ".join(_padded(text, width) for text, width in zip(row, widths, strict=True)).rstrip())


def _cells(row: Row, now: dt.datetime) -> tuple[str, ...]:
    card = row.card
    stands = card.stage.title if card.outcome is None else f"archived: {card.outcome.value}"
    return card.id[:6], clean(card.company), label(row, now), day_line(card, now), stands, clean(card.role)


def _padded(text: str, width: int) -> str:
    return text + " " * max(0, width - cell_len(text))


def _promise_json(card: Card) -> dict[str, Any] | None:
    promise = card.promise
    if promise is None:
        return None
    return {
        "said": promise.said,
        "earliest": _iso(promise.earliest),
        "latest": _iso(promise.latest),
        "given_at": promise.given_at.isoformat(),
        "working": promise.working,
    }


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
