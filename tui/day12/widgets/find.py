"""The line in which one types what a card must have."""

from __future__ import annotations

from textual.widgets import Input


class FindLine(Input):
    """Hidden until it is asked for."""

    def __init__(self) -> None:
        super().__init__(id="find", placeholder="find: any words on a card", compact=True)

    def open(self) -> None:
        """Show the line and type in it."""
        self.display = True
        self.focus()

    def clear_and_hide(self) -> None:
        """Find nothing in particular any more."""
        self.value = ""
        self.display = False
