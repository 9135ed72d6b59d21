"""Textual's driver for Linux and macOS, so that nothing that a terminal sends or fails to take ends the program badly.

Textual 8.2's own ends with a traceback at the first byte that isn't UTF-8, waits for ever at full speed once the
terminal is gone, and takes the size of the terminal from stdout, which may be a pipe.
"""

from __future__ import annotations

import os
import selectors
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, BinaryIO, TextIO

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from day12.terminal.decoder import InputDecoder
from day12_data.files import make_folder
from day12_data.text import without_controls

_READ_BYTES = 4096
_TICK_SECONDS = 0.1


class TerminalGone(Message):
    """The terminal was closed, without a signal that would say so."""


class TerminalDriver(LinuxDriver):
    """A driver that takes any input, and survives its terminal."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        if sys.__stderr__ is not None:
            # Textual only hands it to its thread for writing, which writes and flushes.
            self._file = _Screen(sys.__stderr__)  # type: ignore[assignment]

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal again after a stop.

        A SIGCONT may follow none, as the one that systemd sends after its SIGTERM: Textual would then read the keys in
        two threads, and never end.
        """
        if self._must_signal_resume:
            super()._sigcont_application()

    def _run_input_thread(self) -> None:
        """Textual's own would print what goes wrong here; the app takes it like anything else that goes wrong."""
        self.run_input_thread()

    def run_input_thread(self) -> None:
        """Read what the terminal sends until the program leaves or the terminal is gone."""
        decoder, parser = InputDecoder(), InputParser()
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                text = ""
                if selector.select(_TICK_SECONDS):
                    data = self._read()
                    if not data:
                        self.process_message(TerminalGone())
                        return
                    text = decoder.decode(data)
                else:
                    text = decoder.flush()
                for message in parser.messages(text):
                    self.process_message(message)

    def _read(self) -> bytes:
        try:
            return os.read(self.fileno, _READ_BYTES)
        except OSError:  # EIO is how Linux says that the terminal is gone
            return b""

    def deliver_binary(self, binary: BinaryIO | TextIO, *, save_path: Path, **options: Any) -> None:
        """Save what was asked for, such as a screenshot with people's names on it, for the user alone."""
        with suppress(OSError):  # what can't be written is said when it is tried
            make_folder(save_path.parent)
            save_path.touch(mode=0o600)
            save_path.chmod(0o600)
        super().deliver_binary(binary, save_path=save_path, **options)

    def _get_terminal_size(self) -> tuple[int, int]:
        return terminal_size()


class InputParser:
    """Textual's parser, begun anew where a sequence makes it fail: what was typed after that is still read."""

    def __init__(self) -> None:
        self._parser = XTermParser()

    def messages(self, text: str) -> Iterator[Message]:
        """What the text means, and what was waited for and has come to nothing."""
        for char in text:
            yield from self._tried(char)
        yield from self._tried("")

    def _tried(self, char: str) -> Iterator[Message]:
        try:
            for message in self._parser.feed(char) if char else self._parser.tick():
                if isinstance(message, events.Paste):
                    message.text = without_controls(message.text)
                yield message
        except (ArithmeticError, LookupError, ParseError, RuntimeError, StopIteration, ValueError):
            # A number such as 99999999999 for a letter. What the terminal has said about itself is still true.
            new, old = XTermParser(), self._parser
            new.mouse_pixels, new.terminal_size, new.terminal_pixel_size = (
                old.mouse_pixels,
                old.terminal_size,
                old.terminal_pixel_size,
            )
            self._parser = new


class _Screen:
    """Where the screens are drawn; once the terminal is gone, nowhere, without a word.

    Textual's thread for writing would end at the first error, and the program would wait for it for ever.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        try:
            self._file.write(text)
        except OSError:
            self._turn_away()

    def flush(self) -> None:
        try:
            self._file.flush()
        except OSError:
            self._turn_away()

    def _turn_away(self) -> None:
        """Have what is still held back go nowhere, or Python complains at the very end that it can't write it."""
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, self._file.fileno())
        os.close(nowhere)

    def fileno(self) -> int:
        return self._file.fileno()

    def isatty(self) -> bool:
        return self._file.isatty()


def terminal_size() -> tuple[int, int]:
    """The columns and rows of the terminal: `COLUMNS` and `LINES` first, then whichever stream is a terminal."""
    width, height = (int(text) if text.isdigit() else 0 for text in map(os.environ.get, ("COLUMNS", "LINES"), ("", "")))
    for stream in (sys.__stderr__, sys.__stdin__, sys.__stdout__):
        if not (width and height) and stream is not None:
            with suppress(OSError, ValueError):
                size = os.get_terminal_size(stream.fileno())
                width, height = width or size.columns, height or size.lines
    return width or 80, height or 25
