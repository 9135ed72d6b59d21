"""What a reminder says: a title and a text, for one follow-up or for many at once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from day12.labels import SIGNS, numbers_to_call
from day12.state_words import state
from day12_data.agenda import Row
from day12_data.step import Urgency
from day12_data.text import clean, short_text

_MOST = 3
"""From more than so many on, one reminder tells them all."""
_MOST_LINES = 6


class Reminder(NamedTuple):
    """What is told at once, and of which cards."""

    title: str
    text: str
    rows: tuple[Row, ...]


def reminders_of(rows: Sequence[Row], now: dt.datetime) -> list[Reminder]:
    """A reminder for each row; one for all of them where there are more than three."""
    if len(rows) > _MOST:
        return [_summary(rows, now)]
    return [Reminder(what(row, now), _why(row), (row,)) for row in rows]


def what(row: Row, now: dt.datetime) -> str:
    """The company, and what the card asks for: "Northwind · check in: today"."""
    return f"{short_text(row.card.company, 40)} · {state(row, now).text}"


def line(row: Row, now: dt.datetime) -> str:
    """The same with the urgency's sign in front: "‼ Northwind · check in: today"."""
    return f"{SIGNS[row.urgency]} {what(row, now)}"


def lines(rows: Sequence[Row], now: dt.datetime, most: int) -> list[str]:
    """A line for each row, and one for all of those that are more than so many."""
    more = len(rows) - most
    return [*(line(row, now) for row in rows[:most]), *([f"and {more} more"] if more > 0 else [])]


def _why(row: Row) -> str:
    calls = [f"{name}: {phone}" for name, phone in numbers_to_call(row)]
    return "\n".join([clean(row.step.why) if row.step else "", *calls])


def _summary(rows: Sequence[Row], now: dt.datetime) -> Reminder:
    overdue = sum(row.urgency is Urgency.OVERDUE for row in rows)
    title = f"{len(rows)} follow-ups are due" + (f", {overdue} of them overdue" if overdue else "")
    return Reminder(title, "\n".join(lines(rows, now, _MOST_LINES)), tuple(rows))
