"""An import that is killed half-way leaves the board as it was, or has done all of it."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import environment, terminal
from tui.terminal.kill_storm import CARDS, SIZE, new_board, slow_disk

pytestmark = pytest.mark.trial

ROWS = 60
WRITING = 0.2
"""Seconds that each of the disk's confirmations takes."""


def new_list(home: Path) -> Path:
    """A tracker's list of so many interviews."""
    rows = "\n".join(f"Firm {number},Analyst,2026-03-{1 + number % 16:02},Interview" for number in range(ROWS))
    path = home / "jobs.csv"
    path.write_text(f"Company,Title,Interview Date,Status\n{rows}\n", encoding="utf-8")
    return path


def count(board: Path) -> int:
    """How many cards the board's file has, which must be whole."""
    return len(json.loads(board.read_bytes())["cards"])


@pytest.mark.parametrize("seed", range(4))
def test_a_killed_command_has_done_nothing_or_all(tmp_path: Path, seed: int) -> None:
    board, path = new_board(tmp_path), new_list(tmp_path)
    before = board.read_bytes()
    command = [sys.executable, "-m", "day12", "import", str(path)]
    env = environment(tmp_path) | dict(slow_disk(tmp_path, WRITING))
    program = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        program.wait(random.Random(seed).uniform(0.3, 3))
    except subprocess.TimeoutExpired:
        program.kill()
    code = program.wait()
    if count(board) == CARDS:
        assert code == -signal.SIGKILL
        assert board.read_bytes() == before
    else:
        assert count(board) == CARDS + ROWS


@pytest.mark.parametrize("seed", range(4))
def test_a_preview_that_is_killed_while_it_is_done_has_done_nothing_or_all(tmp_path: Path, seed: int) -> None:
    board, path = new_board(tmp_path), new_list(tmp_path)
    with terminal(tmp_path, size=SIZE, env=slow_disk(tmp_path, WRITING)) as shown:
        shown.wait_for("? help")
        shown.send(f"\x1b[200~{path}\x1b[201~")
        shown.wait_for(f"{ROWS} to add")
        shown.send("\r")
        shown.watch(random.Random(seed).uniform(0, 1.5))
        shown.program.kill()
        assert shown.end() == -signal.SIGKILL
    assert count(board) in (CARDS, CARDS + ROWS)
    with terminal(tmp_path, size=SIZE) as shown:
        shown.wait_for("? help")
        shown.send("q")
        assert shown.end() == 0
