"""How a card is drawn in the archive: how it ended and when, how long it took, what is next, and their last words."""

from __future__ import annotations

import datetime as dt

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from day12.agenda.row_lines import MARK, behind_mark, name_segments, row_inks
from day12.board.card_lines import Styles, ink
from day12.cells import fit
from day12.labels import SIGNS
from day12.state_words import state
from day12_data.agenda import Row
from day12_data.card import Card
from day12_data.dates.days import day_text
from day12_data.kinds import Outcome
from day12_data.step import Urgency
from day12_data.text import clean, counted

_ONE_LINE_FROM = 60
_NEXT_FROM = 88
_WORDS_FROM = 116
_LONGEST_NAME = 48
_HOW, _DAY, _TOOK, _NEXT = 9, 11, 14, 22


def archive_height(width: int) -> int:
    """How many lines a card takes in a list so wide."""
    return 1 if width >= _ONE_LINE_FROM else 2


def archive_strips(
    row: Row, now: dt.datetime, width: int, styles: Styles, *, selected: bool, marked: bool
) -> list[Strip]:
    """The card's lines in a list so wide."""
    inks = row_inks(styles, row.urgency.value, selected=selected, marked=marked)
    body, next_ = inks.body, _next(row, now)
    how_style = body + ink(styles["quiet"]) if row.card.outcome is Outcome.ACCEPTED else body
    how, day, took = row.card.outcome.value if row.card.outcome else "", _day(row.card, now), _took(row.card)
    room, last = width - MARK, _last_words(row.card)
    if archive_height(width) == 1:
        fields = [(how, _HOW, how_style), (day, _DAY, body), (took, _TOOK, body)]
        fields += [(next_, _NEXT, inks.state)] if width >= _NEXT_FROM else []
        name = room - sum(cells + 1 for _, cells, _ in fields)
        if width >= _WORDS_FROM:
            name = min(_LONGEST_NAME, name * 11 // 20)
            fields.append((last, room - name - sum(cells + 1 for _, cells, _ in fields) - 1, body))
        lines = [[*name_segments(row, name, inks), *(_field(*field, body) for field in fields)]]
    else:
        first = [*name_segments(row, room - cell_len(day) - 1, inks), Segment(f" {day}", body)]
        told, more = " ".join(filter(None, (how, took))), f" · {next_ or last}" if next_ or last else ""
        fits = cell_len(told) + cell_len(more) <= room
        lines = [first, [Segment(told, how_style), *[Segment(more, inks.state if next_ else body)] * fits]]
    sign = SIGNS[row.urgency] if next_ else ""
    return behind_mark(lines, sign, width, inks, selected=selected, marked=marked)


def _field(text: str, cells: int, style: Style, body: Style) -> Segment:
    return Segment(f" {fit(text, cells)}", style if text else body)


def _day(card: Card, now: dt.datetime) -> str:
    """The day on which it ended."""
    return day_text(card.ended.at.astimezone(now.tzinfo).date()) if card.ended else ""


def _took(card: Card) -> str:
    """How long after the interview it ended."""
    if card.ended is None or not card.time_known:
        return ""
    days = card.day(card.ended.at)
    return "that day" if days == 0 else f"after {counted(days, 'day')}" if days > 0 else "before it"


def _next(row: Row, now: dt.datetime) -> str:
    """When to keep in touch, where that is still to come."""
    return "" if row.urgency is Urgency.QUIET else state(row, now).text


def _last_words(card: Card) -> str:
    """What they answered last, or else promised."""
    reply = card.last_reply
    said = (reply.said if reply else "") or (card.promise.said if card.promise else "")
    return f"“{clean(said)}”" if said else ""
