"""The box for what they said, in which the words that were read are marked."""

from __future__ import annotations

from rich.text import Text
from textual import events
from textual.message import Message

from day12.edit.text_box import TextBox
from day12_data.text import without_controls


class SaidBox(TextBox):
    """The words. A paste of several lines stays whole; enter says that they are done, and the arrows lead out."""

    class Submitted(Message):
        """Enter was pressed."""

    marks: tuple[tuple[int, int], ...] = ()
    """Where in the text the words stand that were read."""
    mark_style = "bold underline"

    def mark(self, marks: tuple[tuple[int, int], ...]) -> None:
        """Show which words were read."""
        if marks != self.marks:
            self.marks = marks
            self.notify_style_update()

    def show(self, mark: tuple[int, int]) -> None:
        """Scroll to marked words, whatever the cursor is on."""
        above = self.text[: mark[0]].split("\n")
        place = len(above) - 1, len(above[-1])
        self.scroll_to(y=self.wrapped_document.location_to_offset(place).y - 1, animate=False)

    def get_line(self, line_index: int) -> Text:
        """A line with the words marked that were read."""
        line = super().get_line(line_index)
        before = sum(len(self.document.get_line(above)) + 1 for above in range(line_index))
        for start, end in self.marks:
            if end > before and start - before < len(line):
                line.stylize(self.mark_style, max(0, start - before), end - before)
        return line

    @property
    def _row(self) -> int:
        """The row that the cursor is in; a long line has several."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            self.post_message(self.Submitted())
        else:
            await super()._on_key(event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        self.replace(without_controls(event.text).strip("\n"), *self.selection, maintain_selection_offset=False)
        self.focus()
        self.call_after_refresh(self._show_first)

    def _show_first(self) -> None:
        if self.marks:
            self.show(self.marks[0])

    def action_cursor_down(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go down a line, or from the last one out of the box."""
        if self._row == self.wrapped_document.height - 1 and not select:
            self.screen.focus_next()
        else:
            super().action_cursor_down(select)

    def action_cursor_up(self, select: bool = False) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Go up a line, or from the first one out of the box."""
        if self._row == 0 and not select:
            self.screen.focus_previous()
        else:
            super().action_cursor_up(select)
