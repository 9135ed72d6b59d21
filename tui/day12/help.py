"""The help: every key, from the same table that binds them, and how day12 thinks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from day12.keys import HELP_KEYS, key_table

_THINKING = """\
A card stands in the column of the furthest step that is done. Moving it right says that a step is done now; \
a step that is jumped over is skipped. Moving it left takes steps back.

┄ a day   █ the days on which they promised to answer   ◆ today   ✓ you checked in
‼ overdue   ! may be done now   · leave them alone until then   ✓ nothing left to do

They said 7–10 days: that is a window. The day after it ends you may ask, and two days after it ends it is time to \
pick up the phone: from that day on the card counts as overdue. Until then it waits: not nagging is a feature. \
“Day 12 of 7–10” is the twelfth day after the interview, and they promised an answer between the seventh and the tenth.

{agenda} shows the agenda in the columns' place: what is next on the whole board as one list, under heads that ← → \
and 1 – 5 lead to. Every other key does what it does on the board. In a narrow terminal {overdue} and {find} show it, \
too.

Every time is by your own clock, {zone}. Where an interview is in another zone, its own time follows in brackets; \
a promised day is a day over there.

Nothing asks “are you sure?”: {undo} takes back any change, even after a restart."""


_NAMED = ("agenda", "overdue", "find", "undo")


class HelpScreen(ModalScreen[None]):
    """One page, closed by the key that opened it."""

    BINDINGS: ClassVar[list[BindingType]] = list(HELP_KEYS)

    def __init__(self, keys: Mapping[str, list[str]], zone: str) -> None:
        super().__init__()
        self._keys = keys
        self._zone = zone

    def compose(self) -> ComposeResult:
        """The keys, then the thinking."""
        with VerticalScroll(classes="dialog help"):
            yield Static("Keys", classes="heading")
            yield Static(_table(self._keys))
            yield Static("How day12 thinks", classes="heading")
            named = {ident: self._keys[ident][0] for ident in _NAMED}
            yield Static(_THINKING.format(zone=self._zone, **named), markup=False)

    def action_close(self) -> None:
        """Back to where you were."""
        self.dismiss(None)


def _table(keys: Mapping[str, list[str]]) -> Content:
    rows = key_table(keys)
    width = max(len(names) for names, _ in rows)
    return Content("\n").join(
        Content.assemble((f"{names:<{width}}", "bold $accent"), "  ", tooltip) for names, tooltip in rows
    )
