"""The fields that one types into."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from day12_data.text import clean


class LineInput(Input):
    """An Input that takes in a whole paste as one line, where Textual's keeps the first of its lines."""

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        text = clean(event.text)
        if self.selection.is_empty:
            self.insert_text_at_cursor(text)
        else:
            self.replace(text, *self.selection)
