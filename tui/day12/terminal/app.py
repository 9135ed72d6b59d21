"""What every app of ours does at the terminal: it takes any input, and leaves the terminal as it found it."""

from __future__ import annotations

import asyncio
import signal
import sys
import threading
from contextlib import suppress
from typing import TypeVar

from textual import constants, events
from textual.dom import DOMNode
from textual.driver import Driver
from textual.errors import NoWidget
from textual.notifications import SeverityLevel
from textual.worker import WorkerFailed

from day12.terminal.key_queue import KeysInTurn
from day12.terminal.textual_faults import mend_textual
from day12_data.text import clean_lines

T = TypeVar("T")

_LONG_SECONDS = 12
_KEYS_SECONDS = 2.0
_ENDS = ("SIGHUP", "SIGINT", "SIGTERM")


class UnforeseenError(Exception):
    """Something went wrong that nobody foresaw; its cause says what."""


class TerminalApp(KeysInTurn[T]):
    """An app in a terminal of which nothing good is known."""

    def __init__(self) -> None:
        super().__init__()
        mend_textual()
        self.unforeseen: BaseException | None = None
        """What has ended the app, where that was an exception that nobody foresaw."""
        self._ending: asyncio.Task[None] | None = None
        self.to_say: tuple[str, ...] = ()
        """What is said as soon as there is a screen."""

    def get_driver_class(self) -> type[Driver]:
        """Our own driver, where there is one and none is named in the environment."""
        if constants.DRIVER is not None or sys.platform == "win32":
            return super().get_driver_class()
        from day12.terminal.driver import TerminalDriver

        return TerminalDriver

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Use the theme's colours now. Before there is a screen Textual would parse all styles twice for that."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())
            self.stylesheet.update(self, animate=animate)

    def update_styles(self, node: DOMNode, animate: bool = True) -> None:  # noqa: FBT001, FBT002 - Textual's own signature
        """Work out the styles of what is on a screen: a new widget gets them when it comes there."""
        if node is self or node.parent is not None:
            super().update_styles(node, animate)

    async def on_event(self, event: events.Event) -> None:
        """Take in what happens; a click on what is gone, but still to be seen, is nobody's: Textual 8.2 fails there."""
        if not (isinstance(event, (events.MouseDown, events.MouseMove)) and self._is_gone(event.x, event.y)):
            await super().on_event(event)

    def _is_gone(self, x: int, y: int) -> bool:
        """Whether the widget at this place has been removed."""
        with suppress(NoWidget):
            return bool(self.screen_stack) and self.screen.get_widget_at(x, y)[0].parent is None
        return False

    def on_load(self) -> None:
        """End in order when the system asks for it, from before the first paint."""
        for name in _ENDS:
            if number := getattr(signal, name, None):
                if signal.getsignal(number) is signal.SIG_IGN:  # nohup
                    continue
                with suppress(NotImplementedError, RuntimeError):  # Windows has none, a thread of a test neither
                    asyncio.get_running_loop().add_signal_handler(number, self._end_soon)

    def on_mount(self) -> None:
        """Say what was found out before there was a screen."""
        for sentence in self.to_say:
            self.notify(sentence, severity="warning", timeout=_LONG_SECONDS)

    def action_help_quit(self) -> None:
        """Say which key leaves, since ctrl+c copies: Textual's own words have markup in them."""
        for active in self.active_bindings.values():
            if active.binding.action in ("quit", "app.quit"):
                self.notify(f"{self.get_key_display(active.binding)} leaves day12.")
                return

    def send(self, sequence: str) -> None:
        """Send characters to the terminal that it doesn't show, but does something for."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)

    def on_terminal_gone(self) -> None:
        """Nobody can see or answer any more."""
        self._end_soon()

    def _end_soon(self) -> None:
        self._ending = asyncio.create_task(self._end_in_turn())

    async def _end_in_turn(self) -> None:
        """End once the keys that came before have done all that they do."""
        with suppress(TimeoutError):
            async with asyncio.timeout(_KEYS_SECONDS):
                come = asyncio.Event()
                self.call_later(come.set)
                await come.wait()
                await self.keys_taken()
        self.call_later(self.end)

    async def end(self) -> None:
        """Leave without a question: the system asks for it, or the terminal is gone."""
        self.exit()

    def run_to_the_end(self) -> T | None:
        """Run the app, and give back its answer.

        Raises:
            UnforeseenError: an exception has ended it; the terminal is as it was.
        """
        before, threading.excepthook = threading.excepthook, self._thread_failed
        try:
            answer = self.run()
        finally:
            threading.excepthook = before
        if self.unforeseen is not None:
            raise UnforeseenError from self.unforeseen
        return answer

    def keep_what_is_typed(self) -> None:
        """Keep what was typed and isn't saved: called once, when an exception that nobody foresaw ends the app.

        It comes between two messages, on the app's own thread, and has to write at once.
        """

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Say something in a corner: text from anywhere, which never drives the terminal."""
        super().notify(clean_lines(message), title=title, severity=severity, timeout=timeout, markup=markup)

    def _handle_exception(self, error: Exception) -> None:
        """Close, and leave the telling to the command line: Textual would print pages of code and values."""
        self._return_code = 1
        if self._exception is None:  # what Textual's tests are told
            self._exception = error
            self._exception_event.set()
        if self.unforeseen is None:
            self.unforeseen = error.error if isinstance(error, WorkerFailed) else error
            with suppress(OSError, ValueError):
                self.keep_what_is_typed()
        self._close_messages_no_wait()

    def _thread_failed(self, failure: threading.ExceptHookArgs) -> None:
        if isinstance(failure.exc_value, Exception):
            self.call_later(self._handle_exception, failure.exc_value)
