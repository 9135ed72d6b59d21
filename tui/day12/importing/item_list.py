"""The list of what an import found: what each thing does, the card, and below it what else there is to know."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from textwrap import wrap
from typing import ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from day12.importing.items import card_line, details
from day12_data.exchange.import_items import Does, Item
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


class Drawn(NamedTuple):
    """An item as it is drawn."""

    item: Item
    left_out: bool
    width: int


class ItemList(OptionList):
    """What was found; enter imports, and a click only goes to an item."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "screen.import_all", show=False)]

    _drawn: Sequence[Drawn] = ()

    def show(self, wanted: Sequence[Drawn], now: dt.datetime, rules: Rules) -> None:
        """Show these items; of the same ones only those are drawn that look another way: a list may have thousands."""
        before, drawn, self._drawn = self.highlighted, self._drawn, wanted
        if len(drawn) != len(wanted):
            self.set_options(Option(_content(each, now, rules)) for each in wanted)
        else:
            for index, (one, other) in enumerate(zip(wanted, drawn, strict=True)):
                if one.item is not other.item or one[1:] != other[1:]:
                    self.replace_option_prompt_at_index(index, _content(one, now, rules))
        self.highlighted = min(before or 0, len(wanted) - 1) if wanted else None


def _content(drawn: Drawn, now: dt.datetime, rules: Rules) -> Content:
    """The lines of an item, wrapped so that what it does stands alone on the left."""
    item, left_out, width = drawn
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
