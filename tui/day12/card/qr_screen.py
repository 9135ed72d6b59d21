"""Shows a card's QR codes to a phone's camera, one at a time and as large as there is room for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.color import Color
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from day12 import help_texts
from day12.card.qr import Code, drawn, on_paper
from day12.cells import fit
from day12.edit.dialog import Dialog
from day12.keys import CODE_KEYS

# Whatever the theme: many phones read no code in other colours, or inverted.
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)
_PAPER = {True: Style(foreground=_BLACK, background=_WHITE), False: Style(foreground=_WHITE, background=_BLACK)}


class CodeScreen(Dialog[None]):
    """The codes; a click turns to the next one, too."""

    BINDINGS: ClassVar[list[BindingType]] = list(CODE_KEYS)
    HELP = help_texts.CODES

    def __init__(self, codes: Sequence[Code]) -> None:
        super().__init__()
        self._codes = codes
        self._at = 0

    def compose(self) -> ComposeResult:
        """What the code is, and the code."""
        yield Static(id="code-title")
        yield Static(id="code")

    def on_resize(self) -> None:
        """Draw the code as large as there is room for now."""
        self._draw()

    def on_click(self) -> None:
        """Turn to the next code."""
        self.action_turn(1)

    def action_turn(self, by: int) -> None:
        """Turn to the next code, or the one before."""
        self._at = (self._at + by) % len(self._codes)
        self._draw()

    def _draw(self) -> None:
        code, columns = self._codes[self._at], self.app.size.width - 2
        which = f"{self._at + 1} of {len(self._codes)}" if len(self._codes) > 1 else ""
        wide = columns >= _KEYS_IN_WORDS_FROM
        told = (which, "→ next" * bool(which), "esc close") if wide else (which, "esc")
        keys = f"  {' · '.join(filter(None, told))}"
        title = fit(code.title, columns - cell_len(keys))
        self.query_one("#code-title", Static).update(Content(title + keys))
        lines = drawn(code, self.app.size.width, self.app.size.height - 1)
        shown = Content("\n").join(map(_printed, lines)) if lines else Content(_NO_ROOM)
        self.query_one("#code", Static).update(shown)


def _printed(line: str) -> Content:
    return Content.assemble(*((part, _PAPER[is_white]) for part, is_white in on_paper(line)))


_KEYS_IN_WORDS_FROM = 60
_NO_ROOM = "There is no room for this code:\nmake the window larger, or its letters smaller."
