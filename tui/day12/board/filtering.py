"""Which cards of a column are shown."""

from __future__ import annotations

from collections.abc import Container, Sequence

from day12_data.agenda import Row, counts_of
from day12_data.board import matches
from day12_data.step import Urgency


def filtered(rows: Sequence[Row], held: Container[str], *, overdue_only: bool, wanted: str) -> Sequence[Row]:
    """Those of a column's rows, the overdue ones first, that are wanted, and those that are held in sight."""
    if not overdue_only and not wanted:
        return rows
    late = counts_of(rows)[Urgency.OVERDUE] if overdue_only else len(rows)
    shown = [row for row in rows[:late] if not wanted or row.card.id in held or matches(row.card, wanted)]
    return [*shown, *(row for row in rows[late:] if row.card.id in held)]
