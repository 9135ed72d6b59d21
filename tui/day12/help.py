"""The help of a screen: its keys, from the same table that binds them, what it is about, and a search in both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from day12.edit.inputs import LineInput
from day12.edit.screen import StyledOnce
from day12.keys import HELP_KEYS
from day12_data.rules import Rules
from day12_data.store.entries import KEPT_IN_FULL
from day12_data.text import clean, counted, fold

_UNITS = {
    "thanks_within_hours": "hour",
    "note_within_days": "day",
    "grace_days": "day",
    "quiet_after_days": "day",
    "warm_first_after_days": "day",
    "warm_every_days": "day",
    "warm_times_a_year": "time",
}


def numbers(rules: Rules) -> dict[str, str]:
    """The numbers that the texts name, as the settings have them: "2 days", "3 times"."""
    told = {name: counted(getattr(rules, name), unit) for name, unit in _UNITS.items()}
    return {**told, "kept_in_full": str(KEPT_IN_FULL)}


class HelpScreen(StyledOnce, ModalScreen[None]):
    """One page about the screen below it, closed by the key that opened it."""

    AUTO_FOCUS = "VerticalScroll"
    BINDINGS: ClassVar[list[BindingType]] = list(HELP_KEYS)

    def __init__(self, keys: Sequence[tuple[str, str]], about: str) -> None:
        """A page of help.

        Args:
            keys: The names of the keys of each action, and what it does.
            about: What the screen is about, in paragraphs with an empty line between them.
        """
        super().__init__()
        self._keys = keys
        self._about = [part for part in about.split("\n\n") if part]

    def compose(self) -> ComposeResult:
        """The search, the keys, then what the screen is about."""
        with VerticalScroll(classes="dialog help"):
            yield LineInput(placeholder="/ searches here", compact=True, id="search")
            yield Static("Keys", classes="heading", id="keys-heading")
            yield Static(id="keys")
            yield Static("What this is about", classes="heading", id="about-heading")
            yield Static(markup=False, id="about")

    def on_mount(self) -> None:
        """Show all of it."""
        self._show("")

    @on(Input.Changed)
    def _searched(self, event: Input.Changed) -> None:
        self._show(event.value)

    @on(Input.Submitted)
    def _found(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_search(self) -> None:
        """Type words to look for."""
        self.query_one(Input).focus()

    def action_close(self) -> None:
        """Stop searching, or go back to where you were."""
        search = self.query_one(Input)
        if search.value:
            search.value = ""
            self.query_one(VerticalScroll).focus()
        else:
            self.dismiss(None)

    def _show(self, wanted: str) -> None:
        """Show the keys and the paragraphs that have all these words."""
        words = fold(wanted).split()

        def has_them(*texts: str) -> bool:
            return all(word in fold(" ".join(texts)) for word in words)

        keys = [row for row in self._keys if has_them(*row)]
        about = [part for part in self._about if has_them(part)]
        self.query_one("#keys-heading").display = bool(keys)
        self.query_one("#about-heading").display = bool(about)
        self.query_one("#keys", Static).update(_table(keys))
        nothing = "" if keys or about else f"Nothing here about “{clean(wanted)}”: esc shows all again."
        self.query_one("#about", Static).update("\n\n".join(about) or nothing)


def _table(rows: Sequence[tuple[str, str]]) -> Content:
    width = max((len(names) for names, _ in rows), default=0)
    return Content("\n").join(
        Content.assemble((f"{names:<{width}}", "bold $accent"), "  ", tooltip) for names, tooltip in rows
    )
