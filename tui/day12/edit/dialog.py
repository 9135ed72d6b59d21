"""The base of the dialogs: one gives an answer, and esc closes it without one."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.screen import ModalScreen

from day12.edit.screen import StyledOnce
from day12.keys import DIALOG_KEYS

T = TypeVar("T")


class Dialog(StyledOnce, ModalScreen[T | None]):
    """A screen over another one; its answer is None where it was closed."""

    BINDINGS: ClassVar[list[BindingType]] = list(DIALOG_KEYS)

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Close with an answer; one that comes when the dialog is closed already is nobody's."""
        return super().dismiss(result) if self in self.app.screen_stack else AwaitComplete()
