"""What stands in a column besides its cards, worked out without a screen: titles, counts, the scroll bar, tooltips."""

from __future__ import annotations

import datetime as dt

from rich.cells import set_cell_size
from textual.content import Content

from day12.board.card_lines import fit
from day12.labels import day_line, label
from day12_data.agenda import Row
from day12_data.text import clean


def title_text(title: str, shown: int, total: int, late: int, width: int) -> str:
    """The title with its counts at the right end, in exactly `width` cells."""
    count = str(shown) if shown == total else f"{shown} of {total}"
    counts = f" {count}{f' ‼{late}' if late else ''} "
    return set_cell_size(fit(f" {title}", max(1, width - len(counts))) + counts, width)


def narrow_texts(number: int, title: str, total: int, late: int) -> list[str]:
    """The lines of a column that is only a strip."""
    initials = "".join(word[0] for word in title.split()).upper()
    return [str(number), initials, "", str(total), f"‼{late}" if late else ""]


def thumb_of(count: int, visible: int, top: int, lines: int) -> range:
    """The lines that the scroll bar's thumb covers: none where every card is in view."""
    if count <= visible:
        return range(0)
    size = max(1, lines * visible // count)
    start = (lines - size) * top // max(1, count - visible)
    return range(start, start + size)


def told_in_full(row: Row, now: dt.datetime) -> Content:
    """All that a card says, for the mouse to show."""
    why = f"\n{row.step.why}" if row.step else ""
    role = f" · {row.card.role}" if row.card.role else ""
    lines = f"{row.card.company}{role}\n{day_line(row.card, now)}\n{label(row, now)}{why}"
    return Content("\n".join(map(clean, lines.splitlines())))
