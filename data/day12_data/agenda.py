"""The board as a list of what is next: each card with its step, the most urgent first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from day12_data.board import Board
from day12_data.card import Card, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import next_step, silent_since
from day12_data.step import Step, Urgency

_LOUDNESS = {urgency: loudness for loudness, urgency in enumerate(Urgency)}


class Row(NamedTuple):
    """A card with what is next for it at one moment. `order` sorts by urgency, then by due moment.

    `silent_since` is when it heard from them last, where it went quiet because nothing came since.
    """

    card: Card
    stage: Stage
    step: Step | None
    urgency: Urgency
    order: tuple[int, float, str, str]
    silent_since: dt.datetime | None = None


class Agenda:
    """The rows of a board at a moment.

    It works out anew only the cards that changed since it was last asked, as long as the moment stays the same: an
    edit on a board of thousands costs one card.
    """

    def __init__(self, rules: Rules = DEFAULT_RULES) -> None:
        self._rules = rules
        self._now: dt.datetime | None = None
        self._rows: dict[str, Row] = {}

    def rows(self, board: Board, now: dt.datetime) -> list[Row]:
        """A row for each card that isn't removed or at rest in the archive, the most urgent first.

        A card with an outcome comes back among them when the day of keeping warm has come.
        """
        kept = self._rows if now == self._now else {}
        rows = {}
        for card in board.cards.values():
            if card.deleted:
                continue
            row = kept.get(card.id)
            rows[card.id] = row if row and row.card is card else row_for(card, now, self._rules)
        self._rows, self._now = rows, now
        return in_order(row for row in rows.values() if on_board(row))


def on_board(row: Row) -> bool:
    """Whether the card stands in a column: it has no outcome, or the day of keeping warm has come."""
    return row.card.ended is None or row.urgency in (Urgency.DUE, Urgency.OVERDUE)


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, the most urgent first."""
    return sorted(rows, key=attrgetter("order"))


def row_for(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Row:
    """The card with what is next for it at `now`."""
    step = next_step(card, now, rules)
    urgency = step.urgency(now) if step else Urgency.QUIET
    due = (step.due if step else card.updated).timestamp()
    silent = silent_since(card, now, rules) if step is None else None
    return Row(card, card.stage, step, urgency, (_LOUDNESS[urgency], due, card.company, card.id), silent)
