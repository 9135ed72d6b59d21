"""What has become due since it was last told, and the hours in which nothing is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from day12_data.agenda import ASKING, Row
from day12_data.settings import Notify

Reminded = Mapping[str, tuple[str, ...]]
"""What was told of each card, by the cards' ids: each of its steps as `_mark` writes it."""

_SATURDAY, _WEEK = 5, 7


def untold(rows: Iterable[Row], told: Reminded) -> list[Row]:
    """The rows that are due and weren't told yet, in their order; an overdue one is told again, once."""
    return [row for row in rows if row.urgency in ASKING and _mark(row) not in told.get(row.card.id, ())]


def with_told(told: Reminded, rows: Iterable[Row], kept: Collection[str]) -> Reminded:
    """What was told, with these rows and without the cards that are not among the ids `kept`."""
    now_told = {key: marks for key, marks in told.items() if key in kept}
    for row in rows:
        now_told[row.card.id] = (*now_told.get(row.card.id, ()), _mark(row))
    return now_told


def _mark(row: Row) -> str:
    step = row.step
    return f"{step.action.value} {step.due_utc.isoformat()} {row.urgency.value}" if step else ""


def quiet_until(now: dt.datetime, notify: Notify) -> dt.datetime | None:
    """When the quiet hours or the weekend that it is now are over; None where it is neither. `now` is local."""
    moment = now
    while (after := _after(moment, notify)) is not None:
        moment = after
    return None if moment is now else moment


def _after(moment: dt.datetime, notify: Notify) -> dt.datetime | None:
    """The end of the weekend or else of the quiet hours that a moment lies in."""
    if not notify.weekends and moment.weekday() >= _SATURDAY:
        return _at(moment, dt.time(), days=_WEEK - moment.weekday())
    if not notify.quiet:
        return None
    begins, ends = map(_time, notify.quiet.split("-"))
    time, tomorrow = moment.time(), 0
    if begins > ends and time >= begins:
        tomorrow = 1
    elif not (time < ends if begins > ends else begins <= time < ends):
        return None
    return _at(moment, ends, days=tomorrow)


def _time(text: str) -> dt.time:
    hour, minute = text.split(":")
    return dt.time(int(hour), int(minute))


def _at(moment: dt.datetime, time: dt.time, *, days: int) -> dt.datetime:
    return dt.datetime.combine(moment.date() + dt.timedelta(days=days), time, moment.tzinfo)
