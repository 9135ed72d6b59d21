"""What a board without any card says: what to do first."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center, Grid
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from day12.keys import key_of

_SAID = {
    "add": ("screen.add", "adds the interview you just had: the company is enough"),
    "import": ("screen.open_screen('import')", "takes in an invitation, a mail, a tracker's list"),
    "help": ("app.keys", "is the help; day12 --demo has sample cards"),
}


class FirstStart(Center):
    """Three lines in the place of an empty table, with the keys as they are now; a click on a line is its key."""

    def __init__(self) -> None:
        super().__init__(id="first-start")

    def compose(self) -> ComposeResult:
        """A line for each key."""
        with Grid():
            for ident, (action, words) in _SAID.items():
                click = Style.from_meta({"@click": action})
                yield Static(Content(key_of(self.app, ident)).stylize(click), classes="key")
                yield Static(Content(words).stylize(click))
