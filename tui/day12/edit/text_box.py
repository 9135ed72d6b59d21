"""A box for text of several lines that is freed when its screen closes."""

from __future__ import annotations

from typing import Any

from textual.dom import DOMNode
from textual.theme import Theme
from textual.widgets import TextArea


class TextBox(TextArea):
    """A TextArea; tab leaves it."""

    def __init__(self, text: str = "", *, placeholder: str = "", id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(text, placeholder=placeholder, id=id, compact=True, tab_behavior="focus")

    def watch(self, obj: DOMNode, attribute_name: str, callback: Any, init: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Watch anything but the app, which would keep the box, its text and its screen until the theme changes."""
        if obj is not self.app:
            super().watch(obj, attribute_name, callback, init=init)

    def on_mount(self) -> None:
        """Know of another theme in a way that ends with the box."""
        self.app.theme_changed_signal.subscribe(self, self._recolor)

    def on_unmount(self) -> None:
        """Be free to go."""
        self.app.theme_changed_signal.unsubscribe(self)

    def _recolor(self, _: Theme) -> None:
        self.theme = self.theme  # Textual reads the colours anew
