"""An item of an import as the preview draws it: what it does, the card, and below it what else there is to know."""

from __future__ import annotations

import datetime as dt
from textwrap import wrap

from textual.content import Content

from day12.exchange.items import card_line, details
from day12_data.exchange.found import Does, Item
from day12_data.rules import Rules
from day12_data.text import clean

_WORDS = {
    Does.ADD: ("add", "bold $success"),
    Does.UPDATE: ("update", "bold $secondary"),
    Does.CANCEL: ("call off", "bold $error"),
    Does.REPLY: ("reply", "bold $secondary"),
    Does.PEOPLE: ("people", "bold $secondary"),
    Does.NOTHING: ("nothing", "dim"),
    Does.ASK: ("ask", "bold $warning"),
}
_INDENT, _NARROW_INDENT, _NARROW = 10, 2, 60


def item_content(item: Item, now: dt.datetime, rules: Rules, width: int, *, left_out: bool) -> Content:
    """The lines of an item, wrapped so that what it does stands alone on the left."""
    word, style = ("left out", "dim") if left_out else _WORDS[item.does]
    indent = _INDENT if width >= _NARROW else _NARROW_INDENT
    told = list(details(item, rules))
    quiet = left_out or item.does is Does.NOTHING
    head = told.pop(0) if item.card is None or not item.card.company or quiet else card_line(item.card, now)
    first, *rest = wrap(f"{word:<{_INDENT}}{head}", width, subsequent_indent=" " * indent) or [word]
    lines = [Content.assemble((first[:_INDENT], style), (first[_INDENT:], "dim" if quiet else "bold"))]
    lines += [Content.styled(line, "dim" if quiet else "bold") for line in rest]
    for each in () if quiet else told:
        lines += [Content.styled(line, "dim") for line in _indented(clean(each), width, indent)]
    return Content("\n").join(lines)


def _indented(text: str, width: int, indent: int) -> list[str]:
    return wrap(text, width, initial_indent=" " * indent, subsequent_indent=" " * indent)
