"""A board on a slow disk whose program is ended at a random moment: what it said is done is on the disk."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from day12_data.files import FileLock
from pseudo_terminal import terminal
from tui.terminal.kill_storm import SIZE, new_board, on_disk, slow_disk, storm

pytestmark = pytest.mark.trial


@pytest.mark.parametrize(("seconds", "count"), [(0.03, 5), (0.2, 2)])
def test_a_kill_loses_nothing_that_was_said_to_be_done(seconds: float, count: int) -> None:
    figures = storm(signal.SIGKILL, count, seconds, seed=1)
    assert figures["codes"] == [-signal.SIGKILL]
    assert figures["said"] > count
    assert figures["said and not kept"] == []


@pytest.mark.parametrize(("name", "seconds"), [("SIGHUP", 0.03), ("SIGTERM", 0.03), ("SIGHUP", 0.2)])
def test_a_signal_loses_nothing_that_was_typed(name: str, seconds: float) -> None:
    figures = storm(signal.Signals[name], 1, seconds, seed=2)
    assert figures["codes"] == [0]
    assert figures["said and not kept"] == []
    assert figures["kept"] == figures["typed"] > 0


def test_a_program_that_is_stopped_in_a_write_keeps_nobody_else_waiting(tmp_path: Path) -> None:
    board = new_board(tmp_path)
    with terminal(tmp_path, size=SIZE, env=slow_disk(tmp_path, 0.3)) as shown:
        shown.wait_for("? help")
        shown.send(">")
        shown.wait_for("… Company 0: moved")
        shown.send("\x1a")
        while not (done := os.waitpid(shown.program.pid, os.WUNTRACED | os.WNOHANG))[0]:
            shown.watch(0.05)  # a program whose terminal takes nothing in can't stop
        assert os.WIFSTOPPED(done[1])
        with FileLock().held(board, timeout=0) as locked:
            assert locked
        shown.program.send_signal(signal.SIGCONT)
        shown.send("q")
        assert shown.end() == 0
    assert on_disk(board)[-1] == "Company 0: moved to Emailed thanks"
