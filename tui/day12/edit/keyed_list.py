"""A list of answers, each with a key of its own; the arrows, enter and the mouse choose too."""

from __future__ import annotations

from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from day12.terminal.key_queue import KeysInTurn

_BURST = 3  # characters; two keys may be meant as such, and written by a script


class KeyedList(OptionList):
    """The answers are words by the key that gives them; the option that is selected has the key for its id.

    Words that are typed in a burst give no answer, whatever they begin with. Beside a field for words a letter or digit
    only goes to its answer, and enter gives it: who types on, however slowly, is typing words, and they bubble up.
    """

    def __init__(
        self,
        answers: Mapping[str, str],
        *,
        beside_words: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(*_options(answers), markup=False, id=id)
        self.beside_words = beside_words
        """Whether a key only goes to its answer."""
        self._gone_to = ""
        self._in_burst = False

    def on_mount(self) -> None:
        """Have enter give the first answer."""
        self.highlighted = 0

    def show(self, answers: Mapping[str, str]) -> None:
        """Offer other answers."""
        self.set_options(_options(answers))
        self.highlighted = 0

    def typed_on(self, character: str) -> str:
        """The words that begin with this character, and with the one that has gone to an answer right before it."""
        before, self._gone_to = self._gone_to, ""
        return before + character

    def on_key(self, event: events.Key) -> None:
        """An answer's own key gives it, or goes to it."""
        if not event.is_printable:
            self._gone_to = ""
        elif self._gone_to or (not self.beside_words and self._is_burst()):
            return
        elif any(option.id == event.character for option in self.options):
            event.stop()
            event.prevent_default()
            self.highlighted = self.get_option_index(event.character or "")
            if self.beside_words and (event.character or "").isalnum():
                self._gone_to = event.character or ""
            else:
                self.action_select()

    def on_blur(self) -> None:
        """What is typed next goes elsewhere."""
        self._in_burst = False
        self._gone_to = ""

    def _is_burst(self) -> bool:
        """Whether the character that is dealt with now is one of many that came at once."""
        app = self.app
        ahead = app.typed_ahead if isinstance(app, KeysInTurn) else 0
        burst = self._in_burst or ahead >= _BURST
        self._in_burst = burst and ahead > 0
        return burst

    def action_cursor_up(self) -> None:
        """Go up; from the first answer to what stands above the list."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self.screen.focus_previous()

    def action_cursor_down(self) -> None:
        """Go down, as far as the last answer."""
        if self.highlighted != self.option_count - 1:
            super().action_cursor_down()


def _options(answers: Mapping[str, str]) -> list[Option]:
    return [Option(Content(f"{key}  {words}"), id=key) for key, words in answers.items()]
