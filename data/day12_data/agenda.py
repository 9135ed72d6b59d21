"""The board as a list of what is next: each card with its step, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter

import msgspec

from day12_data.board import Board
from day12_data.card import Card, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import outlook
from day12_data.step import Step, Urgency


class Row(msgspec.Struct, frozen=True, gc=False):
    """A card with what is next for it, which stays so until a moment. `order` sorts by urgency, then by due moment.

    `silent_since` is when it heard from them last, where it fell quiet because nothing came since.
    """

    card: Card
    stage: Stage
    step: Step | None
    urgency: Urgency
    order: tuple[int, dt.datetime, str, str]
    until: dt.datetime
    silent_since: dt.datetime | None = None


class Agenda:
    """The rows of a board at a moment.

    It works out anew only the cards that changed since it was last asked, and those for which time has changed what
    is next: an edit on a board of thousands costs one card, a minute that passes hardly any.
    """

    def __init__(self, rules: Rules = DEFAULT_RULES) -> None:
        self._rules = rules
        self._asked_at = dt.datetime.max.replace(tzinfo=dt.UTC)
        self._rows: dict[str, Row] = {}
        self._ordered: list[Row] = []

    def rows(self, board: Board, now: dt.datetime) -> list[Row]:
        """A row for each card that isn't removed or at rest in the archive, the most urgent first.

        A card with an outcome comes back among them when the day of keeping warm has come.
        """
        instant = now.astimezone(dt.UTC)
        kept = self._rows if instant >= self._asked_at else {}
        rows = {}
        for card in board.cards.values():
            if card.deleted:
                continue
            row = kept.get(card.id)
            known = row is not None and row.card is card and instant < row.until
            rows[card.id] = row if row and known else row_for(card, instant, self._rules)
        self._rows, self._asked_at = rows, instant
        changed = [row for key, row in rows.items() if kept.get(key) is not row]
        still = [row for row in self._ordered if rows.get(row.card.id) is row]
        # What was in order already makes sorting a matter of looking, not of moving.
        self._ordered = in_order([*still, *(row for row in changed if on_board(row))])
        return list(self._ordered)


def on_board(row: Row) -> bool:
    """Whether the card stands in a column: it has no outcome, or the day of keeping warm has come."""
    return row.card.ended is None or row.urgency in (Urgency.DUE, Urgency.OVERDUE)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, the most urgent first."""
    return sorted(rows, key=attrgetter("order"))


def row_for(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Row:
    """The card with what is next for it at `now`."""
    ahead = outlook(card, now, rules)
    step, urgency = ahead.step, ahead.urgency
    due = step.due_utc if step else card.updated.astimezone(dt.UTC)
    order = (urgency.position, due, card.company, card.id)
    return Row(card, card.stage, step, urgency, order, ahead.until, ahead.silent_since)
