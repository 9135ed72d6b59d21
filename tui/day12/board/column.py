"""A column of the board: cards under a stage's title, which can be dragged to another column."""

from __future__ import annotations

from textual import events

from day12.board.card_list import CardList
from day12.board.column_lines import ColumnLines
from day12.board.dragging import Hold
from day12.keys import key_of
from day12_data.kinds import Stage


class Column(CardList):
    """Cards under a title; narrower than twelve cells it shows only its number, initials and counts."""

    def __init__(self, stage: Stage, *, filtered: str) -> None:
        self._column_lines = ColumnLines(stage, ("no cards here", filtered), self.part_styles, self._archive_key)
        super().__init__(self._column_lines, id=stage.value)
        self._hold = Hold(self)

    def _archive_key(self) -> str:
        return key_of(self.app, "archive")

    def offer_drop(self, *, offered: bool) -> None:
        """Show whether the card that is being dragged would land here."""
        if offered != self._column_lines.drop:
            self._column_lines.drop = offered
            self.set_class(offered, "-drop")
            self.draw_changes()

    # Textual calls the handlers of the class above after these.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the card under the mouse."""
        if event.button == 1 and not event.ctrl and (row := self.row_at(event.y)):
            self._hold.take(row.card.id, event.screen_offset)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the card that is held."""
        if self._hold.move(event.screen_offset):
            event.prevent_default()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """Let go of the card where the mouse is."""
        self._hold.drop(event.screen_offset)

    def on_mouse_release(self) -> None:
        """Let go of the card where it was, when a dialog has taken the mouse."""
        self._hold.lose()
