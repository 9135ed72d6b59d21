"""The fields of the form: each with its name, what one types into, and below it how that is read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Input, Label, TextArea

from day12.edit.promise_field import PromiseField

# By their names in `Entry`, the most needed first: the label, and what stands in the field while it is empty.
FIELDS = {
    "company": ("Company", "Northwind Traders"),
    "role": ("Role", "Data engineer"),
    "when": ("When", "empty is now · today 14:30 · tue 10-11am · not known yet"),
    "promised": ("They said", "what they said about when you'd hear: 7-10 days · by Friday"),
    "people": ("People", "one a line: Dana Reyes, Head of Data <dana@northwind.example>"),
    "length": ("How long", "45 min · 1h30 · until 15:15"),
    "where": ("Where", "an address, or a video call"),
    "anchors": ("Anchors", "something in common to write about, one a line: book: The Goal"),
    "notes": ("Notes", ""),
}
# What stands in the empty field for a time that is to come.
TO_COME = "when the next round is: tue 10am · 26 mar 14:00 · not known yet"
# Where the form begins: the first of these that is empty.
WORTH_FILLING = ("company", "role", "when", "promised")
# Those with room for several lines, but for what they said.
AREAS = ("people", "anchors", "notes")


class FormField(Vertical):
    """A field with its echo; while it is in focus both are kept in sight."""

    def __init__(self, label: str, content: Widget) -> None:
        super().__init__()
        self.content = content
        """What one types into."""
        self._label = label
        self._echo = Label("", markup=False, classes="echo")

    def compose(self) -> ComposeResult:
        """The name beside the field, the echo below."""
        with Horizontal():
            yield Label(self._label, markup=False)
            yield self.content
        yield self._echo

    @property
    def text(self) -> str:
        """What was typed."""
        match self.content:
            case Input():
                return self.content.value
            case PromiseField():
                return self.content.said
            case TextArea():
                return self.content.text
        return ""

    @text.setter
    def text(self, text: str) -> None:
        match self.content:
            case Input():
                self.content.value = text
            case PromiseField():
                self.content.said = text
            case TextArea():
                self.content.text = text

    def on_descendant_focus(self) -> None:
        """Show all of the field that one goes to."""
        self._keep_in_sight()

    def say(self, text: str, refused: bool = False) -> None:  # noqa: FBT001, FBT002 - the two parts of an Echo
        """Say how the field is read, or why it can't be."""
        echo = self._echo
        if text == str(echo.content) and echo.has_class("-refused") is refused:
            return
        echo.update(text)
        echo.display = bool(text)
        echo.set_class(refused, "-refused")
        self.keep_in_sight()

    def keep_in_sight(self) -> None:
        """Show all of the field where it is the one in focus, since it has grown."""
        if self.has_focus_within:
            self._keep_in_sight()

    def _keep_in_sight(self) -> None:
        # Once it is laid out: only then is it known how much of it there is.
        self.call_after_refresh(self._scroll_into_sight)

    def _scroll_into_sight(self) -> None:
        self.scroll_visible(animate=False, immediate=True)
        if self.screen.focused in self.walk_children():  # where there isn't room for all of it
            self.screen.focused.scroll_visible(animate=False, immediate=True)
