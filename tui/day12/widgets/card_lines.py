"""How a card is drawn: as lines of styled segments, the same number for every card of a column."""

from __future__ import annotations

from collections.abc import Mapping

import arrow
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from day12.wording import day_line, gauge, label
from day12_data.agenda import Row
from day12_data.schedule import Urgency
from day12_data.text import clean

TALL = 7
SHORT = 4

Styles = Mapping[str, Style]


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis; nothing in it drives the terminal."""
    text = clean(text)
    if cell_len(text) > width > 0:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)


def card_strips(row: Row, now: arrow.Arrow, width: int, styles: Styles, *, tall: bool, selected: bool) -> list[Strip]:
    """The card's lines, `TALL` of them in a box, or `SHORT` ones beside a bar where there is little room."""
    state = styles[row.urgency.value]
    body = styles["selected"] if selected else styles["card"]
    edge = styles["cursor"] if selected else (state if row.urgency is Urgency.OVERDUE else styles["border"])
    if tall:
        return _boxed(row, now, width, body, state, edge, selected=selected)
    return _barred(row, now, width, body, state, edge, selected=selected)


def _boxed(
    row: Row, now: arrow.Arrow, width: int, body: Style, state: Style, edge: Style, *, selected: bool
) -> list[Strip]:
    card, inner = row.card, max(width - 4, 1)
    top_left, line, top_right, side, low_left, low_right = "┏━┓┃┗┛" if selected else "┌─┐│└┘"
    bold = Style(bold=True)
    texts = (
        (fit(card.company, inner), body + bold),
        (fit(card.role, inner), body),
        (fit(gauge(card, now, inner), inner), body + state),
        (fit(day_line(card, now), inner), body),
        (fit(label(row, now), inner), body + state),
    )
    edge = body + edge
    strips = [Strip([Segment(top_left + line * (width - 2) + top_right, edge)], width)]
    strips += [
        Strip([Segment(f"{side} ", edge), Segment(text, style), Segment(f" {side}", edge)], width)
        for text, style in texts
    ]
    strips.append(Strip([Segment(low_left + line * (width - 2) + low_right, edge)], width))
    return strips


def _barred(
    row: Row, now: arrow.Arrow, width: int, body: Style, state: Style, edge: Style, *, selected: bool
) -> list[Strip]:
    card, inner = row.card, max(width - 2, 1)
    bar = Segment("┃ " if selected else "│ ", body + edge)
    role = f" · {card.role}" if card.role else ""
    days = day_line(card, now)
    room = inner - cell_len(days) - 2
    line = f"{days}  {gauge(card, now, min(room, 24))}" if room > 4 else days
    return [
        Strip([bar, Segment(fit(f"{card.company}{role}", inner), body + Style(bold=True))], width),
        Strip([bar, Segment(fit(line, inner), body)], width),
        Strip([bar, Segment(fit(label(row, now), inner), body + state)], width),
        Strip([Segment(" " * width, Style())], width),
    ]
