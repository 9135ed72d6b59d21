"""The dialog for the files to import: a path, typed, completed by tab, or dropped on the terminal."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Label

from day12 import help_texts
from day12.edit.dialog import Dialog
from day12.edit.inputs import LineInput
from day12.keys import FILE_KEYS
from day12_data.board import Board
from day12_data.exchange.files import File, complete, dropped_files, named_files, quoted, read_files
from day12_data.exchange.import_items import Context, Item, digest
from day12_data.exchange.sniff import ImportRefusedError, Kind, kind_of
from day12_data.text import clean, clean_lines

if TYPE_CHECKING:
    from day12.app import Day12App

_MOST_SHOWN = 40
_HINT = "an invitation, a mail, contacts, a tracker's list · tab completes"


@dataclass(frozen=True, slots=True)
class ReadFiles:
    """Files that were read, and what they would do to a board."""

    files: tuple[File, ...]
    key: str
    """What the answers to their questions are kept under: the same for the same bytes."""
    board: Board
    items: list[Item]


class FileDialog(Dialog[ReadFiles]):
    """One line for the path of a file, or of several; what is wrong with them is said below it."""

    BINDINGS: ClassVar[list[BindingType]] = list(FILE_KEYS)
    HELP = help_texts.IMPORT

    def __init__(self, app: Day12App, files: Sequence[Path] = ()) -> None:
        super().__init__()
        self._day12 = app
        self._files = files

    def compose(self) -> ComposeResult:
        """The line, and what is to be said about it."""
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_title = "Import a file"
            value = " ".join(map(quoted, self._files))
            yield _PathInput(value, placeholder="~/Downloads/invite.ics", id="path", compact=True)
            yield Label(_HINT, markup=False, id="told", classes="echo")

    def on_mount(self) -> None:
        """Read what was dropped at once."""
        if self._files:
            self._open()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._tell(_HINT)

    @on(Input.Submitted)
    def _open(self) -> None:
        self.run_worker(self._read(self.query_one(Input).value), group="import", exclusive=True)

    async def _read(self, text: str) -> None:
        """Read the files away from the interface's thread, and show what they would do."""
        if not text.strip():
            self._tell("Type a file's path, such as ~/Downloads/invite.ics.", refused=True)
            return
        self._tell("Reading…")
        session, board = self._day12.session, self._day12.board
        context = Context(session.clock(), session.zone, session.settings)
        try:
            opened = await asyncio.to_thread(_opened, text, board, context)
        except ImportRefusedError as refused:
            self._tell(str(refused), refused=True)
        else:
            self.dismiss(opened)

    async def action_complete(self) -> None:
        """Complete the last name on the line; where several fit, show them."""
        line = self.query_one(Input)
        completed = await asyncio.to_thread(complete, line.value, Path.home())
        with self.prevent(Input.Changed):
            line.value = completed.text
        line.cursor_position = len(line.value)
        more = f"  … {len(completed.choices) - _MOST_SHOWN} more" if len(completed.choices) > _MOST_SHOWN else ""
        self._tell("  ".join(completed.choices[:_MOST_SHOWN]) + more or _HINT)

    def _tell(self, text: str, *, refused: bool = False) -> None:
        told = self.query_one("#told", Label)
        told.update(clean_lines(text))
        told.set_class(refused, "-refused")


class _PathInput(LineInput):
    """A line on which a dropped file's path is put so that it can be read back."""

    async def on_paste(self, event: events.Paste) -> None:
        """Take in the paths of files as they must be typed, and anything else as it is."""
        event.stop()
        event.prevent_default()
        files = await asyncio.to_thread(dropped_files, event.text, Path.home())
        if files:
            before = "" if self.value[: self.cursor_position][-1:] in ("", " ") else " "
            self.insert_text_at_cursor(f"{before}{' '.join(map(quoted, files))} ")
        else:
            self.insert_text_at_cursor(clean(event.text))


def _opened(text: str, board: Board, context: Context) -> ReadFiles:
    """The files that a text names, read, and what they would do.

    Raises:
        ImportRefusedError: one of them can't be imported.
    """
    from day12_data.exchange.importing import plan_all  # in this thread: it takes a while
    from day12_data.exchange.own_export import is_board

    files = read_files(named_files(text, Path.home()))
    for file in files:
        if kind_of(file.data, file.name) is Kind.JSON and is_board(file.data):
            raise ImportRefusedError(f"{file.name} is a board of day12's: `day12 merge` takes it in, card by card.")
    key = digest(*(blake2b(file.data).hexdigest() for file in files))
    return ReadFiles(files, key, board, plan_all(files, board, context))
