"""Our own exports: a list of cards as `day12 list --json` or an export has it, or the rows of our own spreadsheet."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from typing import Any

import msgspec

from day12_data.board import Board, EditError
from day12_data.card import Card, Ending, Mark, replace
from day12_data.exchange.calendar_out import PRODUCT
from day12_data.exchange.import_changes import added
from day12_data.exchange.import_items import Context, Does, Item
from day12_data.exchange.record_sheet import ID
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.kinds import Outcome, Stage

_CANT = "is JSON, and no board or export of day12's own: export it as .csv there"


def is_board(data: bytes) -> bool:
    """Whether the bytes are a board's file, which is merged card by card."""
    try:
        return "cards" in msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False


def is_export(data: bytes, form: str) -> bool:
    """Whether the bytes begin as an export of ours does in this form, or are none at all."""
    if form == "json":
        return not data.strip() or _is_record(data)
    head = data[:4096].decode("utf-8-sig", "replace")
    first = re.split(r'[,;\t"]+', head.partition("\n")[0].strip())
    begins = {
        "csv": first[0] == "Company" and ID in first,
        "html": '<meta name="generator" content="day12">' in head or "<title>Record of job interviews</title>" in head,
        "ics": f"PRODID:{PRODUCT}" in head,
        "vcf": "CATEGORIES:day12" in head,
    }
    return not head.strip() or begins.get(form, False)


def _is_record(data: bytes) -> bool:
    """Whether the bytes are a list of cards."""
    try:
        listed = msgspec.json.decode(data, type=list[dict[str, msgspec.Raw]])
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return False
    return all({"id", "company", "history"} <= card.keys() for card in listed)


def plan_export(data: bytes, name: str, board: Board, context: Context) -> list[Item]:
    """What the cards of an export would do to the board: those whose id isn't there are added.

    Raises:
        ImportRefusedError: it is JSON of somebody else's, or breaks off.
    """
    try:
        found = msgspec.json.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        raise ImportRefusedError(f"{name} is JSON that breaks off, or is garbled: export it again.") from None
    cards = [_card(each) for each in (found if isinstance(found, list) else [found]) if isinstance(each, dict)]
    known = [card for card in cards if card]
    if not known or len(known) < len(cards):
        raise ImportRefusedError(f"{name} {_CANT}.")
    return plan_cards(known, name, board, context)


def plan_cards(known: Sequence[Card], name: str, board: Board, context: Context) -> list[Item]:
    """What cards of our own would do to the board.

    Raises:
        ImportRefusedError: one of them makes no sense.
    """
    items: list[Item] = []
    taken = set(board.cards)
    for card in known:
        if card.id in taken:
            continue
        try:
            change = added(card, context.now)
        except EditError as error:
            raise ImportRefusedError(f"{name}: {error}") from None
        items.append(Item(Does.ADD, "A card of an export.", change.after, card.people, change=change))
        taken.add(card.id)
    if len(items) < len(known):
        items.append(Item(Does.NOTHING, f"{len(known) - len(items)} of {len(known)} cards are on the board already."))
    return items


def _card(fields: dict[str, Any]) -> Card | None:
    if fields.get("time_known") is False and not fields.get("starts_at"):  # as `day12 list --json` has it
        since = fields.get("updated")
        fields = fields | {"starts_at": since, "ends_at": since}
    try:
        card = msgspec.convert(fields, Card, strict=False)
        if card.ends_at <= card.starts_at and not card.time_known:
            card = replace(card, ends_at=card.starts_at + dt.timedelta(minutes=1))
        outcome, stage = fields.get("outcome"), fields.get("stage")
        if outcome and not card.ended:
            card = replace(card, ended=Ending(outcome=Outcome(outcome), at=card.updated))
        if stage and stage != Stage.ASKED.value and not card.marks:
            card = replace(card, marks=(Mark(stage=Stage(stage), at=card.updated),))
    except (msgspec.ValidationError, ValueError, TypeError, RecursionError):
        return None
    return card if card.id and card.company.strip() else None
