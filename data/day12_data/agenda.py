"""The board as a list of what is next: each card with its step, the most urgent first."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from operator import attrgetter

import msgspec

from day12_data.board import Board
from day12_data.card import Card
from day12_data.kinds import Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.schedule import outlook
from day12_data.step import LAST_MOMENT, Step, Urgency


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
    """The rows of a board at a moment, by their columns.

    It works out anew only the cards that changed since it was last asked, and those for which time has changed what
    is next, and leaves alone the columns in which none did: an edit on a board of thousands costs one card, a minute
    that passes hardly any.
    """

    def __init__(self, rules: Rules = DEFAULT_RULES) -> None:
        self.rules = self._asked_by = rules
        """They may become others; then all cards are worked out anew."""
        self._asked_at = LAST_MOMENT
        self._stays_until = LAST_MOMENT
        self._board = Board()
        self._rows: dict[str, Row] = {}
        self._columns: dict[Stage, list[Row]] = {stage: [] for stage in Stage}

    def rows(self, board: Board, now: dt.datetime) -> list[Row]:
        """A row for each card that isn't removed or at rest in the archive, the most urgent first.

        A card with an outcome comes back among them when the day of keeping warm has come.
        """
        return in_order(chain.from_iterable(self.columns(board, now).values()))

    def columns(self, board: Board, now: dt.datetime) -> Mapping[Stage, Sequence[Row]]:
        """The same rows by their stages; the list of a column in which nothing changed is the one that it was."""
        instant, cards = now.astimezone(dt.UTC), board.cards
        outdated = self._outdated(board, instant)
        old = [row for key in outdated if (row := self._rows.pop(key, None))]
        new = [
            row_for(card, instant, self.rules)
            for key in outdated
            if (card := cards.get(key)) is not None and not card.deleted
        ]
        self._rows.update((row.card.id, row) for row in new)
        if instant >= self._stays_until:
            self._stays_until = min((row.until for row in self._rows.values()), default=LAST_MOMENT)
        else:
            self._stays_until = min([self._stays_until, *(row.until for row in new)])
        gone, come = _by_stage(old), _by_stage(new)
        self._columns = {
            stage: _changed(rows, gone[stage.position], come[stage.position]) for stage, rows in self._columns.items()
        }
        self._board, self._asked_at, self._asked_by = board, instant, self.rules
        return self._columns

    def _outdated(self, board: Board, instant: dt.datetime) -> Collection[str]:
        """The ids of the cards that changed, or for which time or other rules have changed what is next."""
        put_back = instant < self._asked_at  # the clock, or it is the first time
        if put_back or self.rules != self._asked_by:
            return {**self._rows, **board.cards}  # in the order of the file, in which they lie in memory
        changed = board.changed_since(self._board)
        if instant >= self._stays_until:
            changed.update(key for key, row in self._rows.items() if instant >= row.until)
        return changed


def _by_stage(rows: Iterable[Row]) -> list[list[Row]]:
    """The rows that stand in a column, by its position."""
    found: list[list[Row]] = [[] for _ in Stage]
    for row in rows:
        if on_board(row):
            found[row.stage.position].append(row)
    return found


def _changed(rows: list[Row], gone: list[Row], come: list[Row]) -> list[Row]:
    """A column's rows without those that are gone and with those that have come."""
    if not gone and not come:
        return rows
    rows = list(rows)
    for row in gone:
        del rows[bisect_left(rows, row.order, key=_ORDER)]
    if len(come) > _MANY:
        return in_order([*rows, *come])
    for row in come:
        insort(rows, row, key=_ORDER)
    return rows


def counts_of(rows: Sequence[Row]) -> dict[Urgency, int]:
    """How many there are of each urgency in rows that are in order, where each begins behind the more urgent ones."""
    starts = [bisect_left(rows, (urgency.position,), key=_ORDER) for urgency in Urgency]
    return {urgency: end - start for urgency, start, end in zip(Urgency, starts, [*starts[1:], len(rows)], strict=True)}


def on_board(row: Row) -> bool:
    """Whether the card stands in a column: it has no outcome, or the day of keeping warm has come."""
    return row.card.ended is None or row.urgency in ASKING


ASKING = (Urgency.OVERDUE, Urgency.DUE)
"""The urgencies of the cards that may be acted upon now."""


_ORDER = attrgetter("order")
_MANY = 50
"""From so many new rows on, sorting the column takes no longer than finding a place for each."""


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows, the most urgent first."""
    return sorted(rows, key=_ORDER)


def row_for(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Row:
    """The card with what is next for it at `now`."""
    ahead = outlook(card, now, rules)
    step, urgency = ahead.step, ahead.urgency
    due = step.due_utc if step else card.updated.astimezone(dt.UTC)
    order = (urgency.position, due, card.company, card.id)
    return Row(card, card.stage, step, urgency, order, ahead.until, ahead.silent_since)


def to_come(row: Row, now: dt.datetime) -> bool:
    """Whether the interview is still to come, and nothing else is asked for before it."""
    card = row.card
    return row.urgency is Urgency.WAITING and card.time_known and card.missed_at is None and card.starts_at > now


def for_today(row: Row, now: dt.datetime) -> bool:
    """Whether something is due or overdue, or the interview is still to come today."""
    if row.urgency in ASKING:
        return True
    return to_come(row, now) and row.card.starts_at.astimezone(now.tzinfo).date() == now.date()


def place_of(rows: Sequence[Row], card_id: str | None) -> int | None:
    """Where a card is among the rows; None where it isn't."""
    return next((place for place, row in enumerate(rows) if row.card.id == card_id), None)
