"""Running `day12` in a pseudo-terminal: what is written is waited for with a bound, and nothing sleeps."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType

from kit import ZONE

ROOT = Path(__file__).parent.parent
_PATIENCE = 30.0
_COOKED = termios.ECHO | termios.ICANON
_COLOURS = re.compile(rb"\x1b\[[\d;]*m")

RESTORED = "\x1b[?1049l"
"""What leaves the alternate screen."""


class Terminal:
    """A terminal with one program in it."""

    def __init__(self, handle: int, program: subprocess.Popen[bytes]) -> None:
        self.handle, self.program = handle, program
        self.output = ""
        """What was written, without its colours."""
        self.written = b""
        """What was written, byte by byte."""
        self._seen = 0

    def wait_for(self, *texts: str) -> str:
        """Wait until each text is written, after all that was waited for before; the answer is what came since then."""
        start, deadline = self._seen, time.monotonic() + _PATIENCE
        for text in texts:
            while (at := self.output.find(text, self._seen)) < 0:
                if not self.read(deadline):
                    missing = f"{text!r} was not written: {self.output[start:][-1500:]!r}"
                    raise AssertionError(missing)
            self._seen = at + len(text)
        return self.output[start : self._seen]

    def send(self, data: bytes | str) -> None:
        """Write to the program in one go."""
        os.write(self.handle, data.encode() if isinstance(data, str) else data)

    def watch(self, seconds: float) -> None:
        """Take in what is written in so many seconds."""
        deadline = time.monotonic() + seconds
        while self.read(deadline):
            pass

    def forget(self) -> None:
        """Have what is waited for next come after all that was written until now."""
        self._seen = len(self.output)

    def end(self) -> int:
        """Wait until the program has ended, and answer with its exit code."""
        deadline = time.monotonic() + _PATIENCE
        while self.read(deadline):
            pass
        return self.program.wait(max(0.1, deadline - time.monotonic()))

    def rest(self, seconds: float) -> None:
        """Take in what is written until nothing is for so long; a program that writes without an end fails."""
        deadline = time.monotonic() + _PATIENCE
        while self.read(time.monotonic() + seconds):
            assert time.monotonic() < deadline, "it writes without an end"

    def hang_up(self) -> int:
        """Take the terminal away; the answer is the program's exit code."""
        self.close()
        return self.program.wait(_PATIENCE)

    def close(self) -> None:
        """Close our side of the terminal."""
        if self.handle >= 0:
            os.close(self.handle)
            self.handle = -1

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size."""
        fcntl.ioctl(self.handle, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def cooked(self) -> bool:
        """Whether the terminal echoes and reads lines, as a shell expects to find it."""
        modes: int = termios.tcgetattr(self.handle)[3]
        return modes & _COOKED == _COOKED

    def read(self, deadline: float) -> bool:
        """Take in what is written next; False where nothing comes any more."""
        ready, _, _ = select.select([self.handle], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            return False
        try:
            data = os.read(self.handle, 65536)
        except OSError:  # EIO: the program's side is closed
            return False
        self.written += data
        self.output = _COLOURS.sub(b"", self.written).decode("utf-8", "replace")
        return bool(data)


@contextmanager
def terminal(
    home: Path,
    *arguments: str | bytes,
    size: tuple[int, int] = (100, 30),
    env: Mapping[str, str] = MappingProxyType({}),
    command: Sequence[str | bytes] = (sys.executable, "-m", "day12"),
    hang_ups_ignored: bool = False,
    stdout: int | None = None,
) -> Iterator[Terminal]:
    """`day12` with these arguments, or another command, in a terminal of this size, with a home of its own."""
    main, slave = os.openpty()

    def take_terminal() -> None:
        fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        if hang_ups_ignored:
            signal.signal(signal.SIGHUP, signal.SIG_IGN)

    fcntl.ioctl(main, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
    program: subprocess.Popen[bytes] = subprocess.Popen(
        [*command, *arguments],
        env=environment(home) | dict(env),
        stdin=slave,
        stdout=slave if stdout is None else stdout,
        stderr=slave,
        pass_fds=(slave,),
        start_new_session=True,
        preexec_fn=take_terminal,
    )
    os.close(slave)
    shown = Terminal(main, program)
    try:
        yield shown
    finally:
        program.kill()
        program.wait()
        shown.close()


def environment(home: Path) -> dict[str, str]:
    """What a program of ours is started with: a home of its own, and the clock of Day 12."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("data", "tui"))
    places = {"HOME": str(home), "PYTHONPATH": paths, "PATH": os.environ["PATH"], "TZ": ZONE}
    return places | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "DAY12_NOW": "2026-03-17T14:02"}
