"""The agenda's heads: which cards stand under Overdue, Today, This week, Waiting and Quiet, and in which order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from enum import unique
from typing import Generic, NamedTuple, TypeVar

from day12_data.agenda import ASKING, Row, in_order, place_of, row_for, to_come
from day12_data.board import Board
from day12_data.card import Card
from day12_data.kinds import Ordered
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.step import LAST_MOMENT, Step, Urgency

_WEEK_DAYS = 7


@unique
class Head(Ordered):
    """What the cards of a part of the agenda have in common, the most pressing first."""

    OVERDUE = "Overdue"
    TODAY = "Today"
    THIS_WEEK = "This week"
    WAITING = "Waiting"
    QUIET = "Quiet"


_H = TypeVar("_H", Head, str)


class Section(NamedTuple, Generic[_H]):
    """A part of a list: its head, and where its cards begin and end among all that are listed."""

    head: _H
    start: int
    end: int


class Listed(NamedTuple):
    """The cards of an agenda in its order, and its parts, of which none is empty."""

    rows: Sequence[Row] = ()
    sections: Sequence[Section[Head]] = ()

    def place(self, card_id: str | None) -> int | None:
        """Where a card is; None where it isn't listed."""
        return place_of(self.rows, card_id)

    def head_at(self, index: int) -> Head:
        """The head of the card at an index."""
        return self.sections[self._section_at(index)].head

    def start_of(self, number: int) -> int | None:
        """Where the cards begin under a head, by its number from 0 on; None where there are none."""
        return next((section.start for section in self.sections if section.head.position == number), None)

    def beside(self, index: int, by: int) -> int:
        """Where the cards begin under the head so many before or after that of the card at an index."""
        place = max(0, min(len(self.sections) - 1, self._section_at(index) + by))
        return self.sections[place].start

    def _section_at(self, index: int) -> int:
        return next(place for place, section in enumerate(self.sections) if index < section.end)


def listed(rows: Iterable[Row], now: dt.datetime) -> Listed:
    """The rows under their heads, in each the earliest first. `now` carries the reader's zone, whose days count.

    What is overdue or quiet stands in the order of the board; rows that come in that order are sorted soonest.
    """
    place = _placer(now)
    overdue, quiet = list[Row](), list[Row]()
    found: dict[Head, list[tuple[dt.datetime, str, str, Row]]] = {head: [] for head in Head}
    for row in rows:
        step = row.step
        if step is None:
            quiet.append(row)
        elif row.urgency is Urgency.OVERDUE:
            overdue.append(row)
        else:
            head, moment = place(row, step)
            found[head].append((moment, row.card.company, row.card.id, row))
    under = {head: [item[-1] for item in sorted(each)] for head, each in found.items()}
    under |= {Head.OVERDUE: in_order(overdue), Head.QUIET: in_order(quiet)}
    ordered: list[Row] = []
    sections = []
    for head, each in under.items():
        if each:
            sections.append(Section(head, len(ordered), len(ordered) + len(each)))
            ordered += each
    return Listed(ordered, sections)


def due_within(board: Board, now: dt.datetime, limit: dt.datetime, rules: Rules = DEFAULT_RULES) -> list[Row]:
    """Every card for which something is due at some moment until the limit, with that step, in no order."""
    cards = (card for card in board.cards.values() if not card.deleted)
    return [row for card in cards if (row := _next_due(card, now, limit, rules))]


def _next_due(card: Card, now: dt.datetime, limit: dt.datetime, rules: Rules) -> Row | None:
    """The card with the step that is due now, or the first one to come up until the limit, which still waits."""
    row, moment = row_for(card, now, rules), now
    while row.urgency not in ASKING:
        # Of a card that rests in the archive what is next is worked out anew each time, so it says no moment.
        later = row.until if row.until > moment else row.step.opens if row.step else LAST_MOMENT
        if later > limit:
            return None
        row, moment = row_for(card, later, rules), later
    return row if moment == now else _waiting(row)


def _waiting(row: Row) -> Row:
    """The row of a step to come, as it is before that."""
    return Row(row.card, row.stage, row.step, Urgency.WAITING, (Urgency.WAITING.position, *row.order[1:]), row.until)


def _placer(now: dt.datetime) -> Callable[[Row, Step], tuple[Head, dt.datetime]]:
    """Finds the head of a row whose step is due or waits, and the moment by which it is sorted there."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    tomorrow, next_week = ((midnight + dt.timedelta(days=days)).astimezone(dt.UTC) for days in (1, _WEEK_DAYS))
    instant = now.astimezone(dt.UTC)

    def place(row: Row, step: Step) -> tuple[Head, dt.datetime]:
        if row.urgency is Urgency.DUE:
            due = step.due_utc
            today = due < tomorrow or (due - tomorrow < _FURTHEST_APART and _last_day_is_today(step, now))
            return (Head.TODAY if today else Head.THIS_WEEK), due
        if to_come(row, instant):
            starts = row.card.starts_at
            if starts < next_week:
                return (Head.TODAY if starts < tomorrow else Head.THIS_WEEK), starts
            return Head.WAITING, starts
        opens = step.opens_utc
        return (Head.TODAY if opens < tomorrow else Head.WAITING), opens

    return place


def _last_day_is_today(step: Step, now: dt.datetime) -> bool:
    """Whether the day at whose end the step is due has come over there, which the reader's own clock may not show."""
    return step.due.date() == now.astimezone(step.zone).date()


_FURTHEST_APART = dt.timedelta(hours=26)
"""No two places' clocks are further apart."""
