"""How a card is drawn: as lines of styled segments, the same number for every card of a column."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from day12.cells import fit
from day12.gauge import gauge
from day12.labels import day_line, day_lines, label, labels, next_words, numbers_to_call
from day12_data.agenda import Row
from day12_data.step import Urgency
from day12_data.text import clean

TALL = 7
SHORT = 4
_LONGEST_GAUGE = 24
_SHORTEST_GAUGE = 4
_ROOMY = 22
MARKED = "■"
"""What stands before the name of a card that is marked."""

Styles = Mapping[str, Style]
"""The styles of the parts of a list, by their names."""
Line = Iterable[Segment]


class Inks(Struct, frozen=True):
    """The styles of a card's parts, all on the card's own background but for the gap below it."""

    body: Style
    strong: Style
    state: Style
    edge: Style
    gap: Style


def inks_of(styles: Styles, urgency: Urgency, *, selected: bool, marked: bool) -> Inks:
    """The styles of a card of this urgency."""
    body = styles["selected"] if selected else styles["card"]
    state = body + ink(styles[urgency.value])
    late = urgency is Urgency.OVERDUE
    edge = body + ink(styles["cursor"] if selected else styles["overdue" if late else "border"])
    strong = body + Style(bold=True) + (ink(styles["marked"]) if marked else Style())
    return Inks(body, strong, state, edge, styles["card"])


def card_lines(
    row: Row, now: dt.datetime, width: int, inks: Inks, *, tall: bool, selected: bool, marked: bool
) -> Sequence[Line]:
    """The card's lines, `TALL` of them in a box, or `SHORT` ones beside a bar where there is little room."""
    draw = _boxed if tall else _barred
    return draw(row, now, width, inks, selected=selected, mark=MARKED if marked else "")


def ink(style: Style) -> Style:
    """The style without its background, so that words keep the background of the card that they stand on."""
    return Style(color=style.color, bold=style.bold)


def _boxed(row: Row, now: dt.datetime, width: int, inks: Inks, *, selected: bool, mark: str) -> Sequence[Line]:
    card, pad = row.card, " " if width >= _ROOMY else ""
    inner = max(width - 2 - 2 * len(pad), 1)
    top_left, line, top_right, side, low_left, low_right = "┏━┓┃┗┛" if selected else "┌─┐│└┘"
    texts = (
        (f"{mark}{' ' * bool(mark)}{card.company}", inks.strong),
        (card.role, inks.body),
        (gauge(card, now, inner), inks.state),
        (_that_fits(day_lines(card, now), inner), inks.body),
        (_that_fits(labels(row, now), inner), inks.state),
    )
    left, right = Segment(f"{side}{pad}", inks.edge), Segment(f"{pad}{side}", inks.edge)
    return [
        [Segment(top_left + line * (width - 2) + top_right, inks.edge)],
        *([left, Segment(fit(text, inner), style), right] for text, style in texts),
        [Segment(low_left + line * (width - 2) + low_right, inks.edge)],
    ]


def _that_fits(texts: Sequence[str], width: int) -> str:
    """The first of the texts that fits; where none does, the last."""
    return next((text for text in texts if cell_len(text) <= width), texts[-1])


def _barred(row: Row, now: dt.datetime, width: int, inks: Inks, *, selected: bool, mark: str) -> Sequence[Line]:
    card, inner = row.card, max(width - 2, 1)
    bar = Segment("┃ " if selected else "│ ", inks.edge)
    role = f" · {card.role}" if card.role else ""
    days = _that_fits(day_lines(card, now), inner)
    room = inner - cell_len(days) - 2
    line = gauge(card, now, min(room, _LONGEST_GAUGE)) if room > _SHORTEST_GAUGE else ""
    return [
        [bar, Segment(fit(f"{mark}{' ' * bool(mark)}{card.company}{role}", inner), inks.strong)],
        [bar, Segment(f"{days}  ", inks.body), Segment(fit(line, room), inks.state)]
        if room > 0
        else [bar, Segment(fit(days, inner), inks.body)],
        [bar, Segment(fit(_that_fits(labels(row, now), inner), inner), inks.state)],
        [Segment(" " * width, inks.gap)],
    ]


def full_text(row: Row, now: dt.datetime, archive_key: str) -> Content:
    """All that a card says, for the mouse to show."""
    role = f" · {row.card.role}" if row.card.role else ""
    calls = [f"Call {name}: {phone}" for name, phone in numbers_to_call(row)]
    lines = [f"{row.card.company}{role}", day_line(row.card, now), label(row, now), *next_words(row, now, archive_key)]
    return Content("\n".join(map(clean, lines + calls)))
