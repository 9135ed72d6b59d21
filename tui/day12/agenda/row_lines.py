"""How a card is drawn in the agenda: one line where there is room, else two."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from day12.agenda.words import RowWords, words_of
from day12.board.card_lines import MARKED, Styles, ink
from day12.cells import fit
from day12.gauge import gauge
from day12_data.agenda import Row
from day12_data.text import clean

MARK = 3
"""The cells before the company: the cursor's edge, the sign, and a blank."""
_ONE_LINE_FROM = 60
_WITH_WORDS_FROM = 100
_WITH_GAUGE_FROM = 120
_LEAST_ROLE = 12
_WHAT, _WHEN = 13, 16
"""Room for what is to be done in a word or two, and for "until Fri 20 Mar"."""
_LONGEST_SAID = 48


def height_for(width: int) -> int:
    """How many lines a card takes in a list so wide."""
    return 1 if width >= _ONE_LINE_FROM else 2


class _Widths(NamedTuple):
    """How many cells each part of a line takes, without the blank behind it; 0 leaves it out."""

    company: int
    what: int
    when: int
    gauge: int
    said: int
    who: int


def _widths(width: int) -> _Widths:
    """The parts of a line that has so many cells behind the mark."""
    if width < _WITH_WORDS_FROM - MARK - 1:
        company = max(12, min(26, width - 60))
        return _Widths(company, _WHAT, _WHEN, 0, 0, width - company - 32)
    company, what, when = min(40, width // 5 + 7), _WHAT, _WHEN
    line = 14 if width >= _WITH_GAUGE_FROM - MARK - 1 else 0
    room = width - company - what - when - line - 4 - bool(line)
    said = min(_LONGEST_SAID, room - max(26, min(44, room * 3 // 5)))
    return _Widths(company, what, when, line, said, room - said)


class RowInks(NamedTuple):
    """The styles of a line's parts, all on its own background."""

    body: Style
    strong: Style
    state: Style
    edge: Style


def row_inks(styles: Styles, state: str, *, selected: bool, marked: bool) -> RowInks:
    """The styles of a card's lines whose state has the style of this part."""
    body = styles["selected" if selected else "card"]
    strong = body + Style(bold=True) + (ink(styles["marked"]) if marked else Style())
    return RowInks(body, strong, body + ink(styles[state]), body + ink(styles["cursor"]))


def behind_mark(
    lines: Sequence[Sequence[Segment]], mark: str, width: int, inks: RowInks, *, selected: bool, marked: bool
) -> list[Strip]:
    """A card's lines behind the mark that stands before the first, each as wide as the list."""
    edge, under = Segment("┃" if selected else " ", inks.edge), Segment(" " * (MARK - 1), inks.body)
    first = [Segment(fit(mark, MARK - 1 - marked), inks.state), *[Segment(MARKED, inks.strong)] * marked]
    strips = [Strip([edge, *(under,) * (y > 0), *first * (y == 0), *line]) for y, line in enumerate(lines)]
    return [strip.adjust_cell_length(width, inks.body) for strip in strips]  # where there is no room for all of it


def row_strips(row: Row, now: dt.datetime, width: int, styles: Styles, *, selected: bool, marked: bool) -> list[Strip]:
    """The card's lines in a list so wide."""
    words = words_of(row, now)
    inks = row_inks(styles, "cursor" if words.to_come else row.urgency.value, selected=selected, marked=marked)
    draw = _one_line if height_for(width) == 1 else _two_lines
    lines = draw(row, now, words, width - MARK, inks)
    return behind_mark(lines, words.mark, width, inks, selected=selected, marked=marked)


def _one_line(row: Row, now: dt.datetime, words: RowWords, width: int, inks: RowInks) -> list[list[Segment]]:
    parts, blank = _widths(width), Segment(" ", inks.body)
    line = name_segments(row, parts.company, inks)
    for text in _what_and_when(words, parts.what, parts.when):
        line += [blank, Segment(text, inks.state)]
    if parts.gauge:
        days = "" if words.to_come else gauge(row.card, now, parts.gauge)
        line += [blank, Segment(fit(days, parts.gauge), inks.state)]
    if parts.said:
        line += [blank, Segment(fit(words.said, parts.said), inks.body)]
    return [[*line, blank, Segment(fit(_first_that_fits(words.who, parts.who), parts.who), inks.body)]]


def _two_lines(row: Row, now: dt.datetime, words: RowWords, width: int, inks: RowInks) -> list[list[Segment]]:
    """The company with when at the right; below, what to do and whom it takes."""
    when = fit(text := _first_that_fits(words.when, width // 2), min(cell_len(text), max(0, width // 2)))
    room = width - cell_len(when) - 1
    first = [*name_segments(row, room, inks), Segment(f" {fit(when, width - room - 1)}", inks.state)]
    what = _first_that_fits(words.what, width // 2) if words.who else words.what[0]
    what = fit(what, min(cell_len(what), width))
    left = width - cell_len(what) - 1
    second = [Segment(what, inks.state)]
    if left > 0:
        second.append(Segment(f" {fit(_first_that_fits(words.who, left), left)}", inks.body))
    return [first, second]


def _what_and_when(words: RowWords, what: int, when: int) -> list[str]:
    """What to do and when, each in its place; a time with two clocks may take the place of both."""
    long = words.when[0]
    if not long:
        return [fit(words.what[0], what + 1 + when)]
    if words.to_come and cell_len(long) > when:
        both = f"{words.what[0]} {long}"
        return [fit(both if cell_len(both) <= what + 1 + when else long, what + 1 + when)]
    return [fit(_first_that_fits(words.what, what), what), fit(_first_that_fits(words.when, when), when)]


def name_segments(row: Row, width: int, inks: RowInks) -> list[Segment]:
    """The company, and as much of the role as there is room for."""
    company, role = clean(row.card.company), clean(row.card.role)
    left = width - cell_len(company) - 3
    if not role or left < min(_LEAST_ROLE, cell_len(role)):
        return [Segment(fit(company, width), inks.strong)]
    return [Segment(company, inks.strong), Segment(f" · {fit(role, left)}", inks.body)]


def _first_that_fits(texts: Sequence[str], width: int) -> str:
    """The first of the texts that fits; where none does, the last."""
    return next((text for text in texts if cell_len(text) <= width), texts[-1] if texts else "")
