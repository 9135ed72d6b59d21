"""The line in which one types what a card must have."""

from __future__ import annotations

from textual import on
from textual.message import Message
from textual.widgets import Input

from day12.board.footer import Footer
from day12.edit.inputs import LineInput


class FindLine(LineInput):
    """One line at the bottom; it says what is typed while it is typed."""

    class Wanted(Message):
        """Cards with these words are wanted."""

        def __init__(self, words: str, *, settled: bool) -> None:
            super().__init__()
            self.words = words
            self.settled = settled
            """Whether enter was pressed, so that the keys go to the cards again."""

    def __init__(self, words: str) -> None:
        super().__init__(words, id="find", placeholder="find: any words on a card", compact=True)

    def on_focus(self) -> None:
        """The bottom line says how to end it."""
        self.screen.query_one(Footer).finding = True

    def on_blur(self) -> None:
        """The keys go to the cards again."""
        self.screen.query_one(Footer).finding = False

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Wanted(event.value, settled=False))

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Wanted(event.value, settled=True))
