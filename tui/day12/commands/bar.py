"""`day12 bar`: what is due in one line, for a status bar or a shell's prompt."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from types import SimpleNamespace

from day12.commands.output import show, show_json_line
from day12.commands.session import DONE, Session
from day12.labels import SIGNS
from day12_data.agenda import ASKING, Agenda, Row, counts_of
from day12_data.store import StoreError
from day12_data.text import short_text

_WIDEST = 30
_MOST_LINES = 12


def show_bar(parsed: SimpleNamespace, session: Session) -> int:
    """Print how many cards are overdue and due, and the most urgent company; an empty line where none is."""
    now = session.clock()
    try:
        rows = Agenda(session.settings.rules).rows(session.load(quiet=True), now)
    except StoreError as trouble:
        if not parsed.json:
            raise
        show_json_line({"text": "day12 ?", "tooltip": _escaped(str(trouble)), "class": "error"})
        return DONE
    due = [row for row in rows if row.urgency in ASKING]
    text = _counts(due)
    if parsed.json:
        show_json_line({"text": _escaped(text), "tooltip": _tooltip(due, now), "class": _class(due)})
    else:
        show(text.replace("#", "##") if parsed.tmux else text)
    return DONE


def _counts(due: Sequence[Row]) -> str:
    """How many there are of each urgency, and the first company: "‼2 !1 Northwind"."""
    if not due:
        return ""
    counts = counts_of(due)
    signs = [f"{SIGNS[each]}{counts[each]}" for each in ASKING if counts[each]]
    return " ".join((*signs, short_text(due[0].card.company, _WIDEST)))


def _tooltip(due: Sequence[Row], now: dt.datetime) -> str:
    from day12.reminders.reminder import lines

    return _escaped("\n".join(lines(due, now, _MOST_LINES)) or "Nothing is due.")


def _class(due: Sequence[Row]) -> str:
    return due[0].urgency.value if due else "quiet"


def _escaped(text: str) -> str:
    """The text as Pango, which draws the bars, takes it: it reads `&` and `<` as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
