"""One field of the form: its name, what one types into, and below it how that is read."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from textual.widgets import Label


class FormField(Vertical):
    """A field with its echo; while it is in focus both are kept in sight."""

    def __init__(self, label: str, content: Widget) -> None:
        super().__init__()
        self._label = label
        self._content = content

    def compose(self) -> ComposeResult:
        """The name beside the field, the echo below."""
        with Horizontal():
            yield Label(self._label, markup=False)
            yield self._content
        yield Label("", markup=False, classes="echo")

    def on_descendant_focus(self) -> None:
        """Show all of the field that one goes to."""
        self._keep_in_sight()

    def say(self, text: str, refused: bool = False) -> None:  # noqa: FBT001, FBT002 - the two parts of an Echo
        """Say how the field is read, or why it can't be."""
        echo = self.query_one(".echo", Label)
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
        self.call_after_refresh(self.scroll_visible, animate=False, immediate=True)
