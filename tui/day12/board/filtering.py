"""Which cards of a column are shown, and how that is told."""

from __future__ import annotations

from collections.abc import Container, Sequence

from day12_data.agenda import Row, counts_of
from day12_data.board import matches
from day12_data.kinds import Stage
from day12_data.settings import ALL, Filter
from day12_data.step import Urgency


def chips(only: Filter) -> tuple[str, ...]:
    """What is filtered, in a few words each."""
    parts = "overdue only" * only.overdue, only.stage and f"only {only.stage.title}", only.find and f"find: {only.find}"
    return tuple(part for part in parts if part)


def filtered(rows: Sequence[Row], held: Container[str], only: Filter, stage: Stage) -> Sequence[Row]:
    """Those of a column's rows, the overdue ones first, that are wanted, and those that are held in sight."""
    if only == ALL:
        return rows
    late = counts_of(rows)[Urgency.OVERDUE] if only.overdue else len(rows)
    late *= only.stage in (None, stage)
    shown = [row for row in rows[:late] if not only.find or row.card.id in held or matches(row.card, only.find)]
    return [*shown, *(row for row in rows[late:] if row.card.id in held)]
