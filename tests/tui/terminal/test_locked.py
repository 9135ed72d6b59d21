"""Another program holds the board's lock: every key is answered at once all the same."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import Terminal, environment, terminal
from tui.terminal.kill_storm import SIZE, new_board

pytestmark = pytest.mark.trial

_HOLD = """
import sys
from pathlib import Path
from day12_data.files import FileLock
path = Path(sys.argv[1])
with FileLock().held(path) as held:
    print(held, flush=True)
    sys.stdin.read()
"""

KEYS = {
    "move": (">", "moved to Emailed thanks"),
    "undo": ("u", "Undid: "),
    "move after undo": (">", "moved to Emailed thanks"),
    "open a page": ("\r", "What happened"),
    "move on a page": (">", "moved to Mailed note"),
    "undo on a page": ("u", "Undid: "),
    "redo on a page": ("U", "Did again: "),
    "close a page": ("\x1b[27u", "Asked next steps"),
    "open the form": ("a", "Company"),
    "type": ("Q", "Q"),
    "type more": ("z", "z"),
    "close the form": ("\x1b[27u", "Asked next steps"),
}


@contextmanager
def lock_held(home: Path, board: Path) -> Iterator[None]:
    """Another process that holds the board's lock."""
    command = [sys.executable, "-c", _HOLD, str(board)]
    with subprocess.Popen(command, env=environment(home), stdin=-1, stdout=-1) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == b"True\n"
            yield
        finally:
            other.kill()


def seconds_to_screen(shown: Terminal) -> dict[str, float]:
    """How long each key takes until what it does is on the screen."""
    took = {}
    for name, (key, text) in KEYS.items():
        shown.watch(0.2)
        shown.forget()
        start = time.perf_counter()
        shown.send(key)
        shown.wait_for(text)
        took[name] = time.perf_counter() - start
    return took


def test_no_key_waits_for_a_lock_that_another_program_holds(tmp_path: Path) -> None:
    board = new_board(tmp_path)
    with terminal(tmp_path, size=SIZE) as shown:
        shown.wait_for("? help")
        alone = seconds_to_screen(shown)  # opens each screen once: what is imported for it isn't the lock's doing
        shown.wait_for("takes it back")
        shown.send("1j")
        with lock_held(tmp_path, board):
            locked = seconds_to_screen(shown)
            assert "takes it back" not in shown.output[-2000:]  # a ✓ may be of a step on the page beside
        shown.wait_for("takes it back")
        shown.send("qq")  # what was typed into the form is a draft, and said once
        assert shown.end() == 0
    print({name: f"{1000 * alone[name]:.0f} / {1000 * locked[name]:.0f} ms" for name in KEYS})
    assert max(locked.values()) < 1, locked
