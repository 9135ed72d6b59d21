"""Reminders in the terminal itself, while the board is open."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from day12.terminal.notices import notice

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import environment, terminal

ADD = ("add", "7;Acme\x1b]0;x\x07", "--when", "2026-03-17 10:00")
TMUX = {"TMUX": "/tmp/tmux-0/default,1,0"}


@pytest.mark.parametrize(
    ("kind", "env", "sent"),
    [
        ("osc9", {}, "\x1b]9;day12: 4;Acme · ask. Before you leave.\a"),
        ("osc777", {}, "\x1b]777;notify;4,Acme · ask;Before you leave.\a"),
        ("bell", TMUX, "\a"),
        ("osc9", TMUX, "\x1bPtmux;\x1b\x1b]9;day12: 4;Acme · ask. Before you leave.\a\x1b\\"),
        ("osc777", {"STY": "1.x"}, "\x1bP\x1b]777;notify;4,Acme · ask;Before you leave.\a\x1b\\"),
    ],
)
def test_each_terminal_is_told_in_its_own_way(kind: str, env: dict[str, str], sent: str) -> None:
    assert notice(kind, "4;\x1bAcme\x07 · ask", "Before\nyou \x9cleave.", env) == sent


def _day12(home: Path, *arguments: str, now: str) -> str:
    env = environment(home) | {"DAY12_NOW": now}
    command = [sys.executable, "-m", "day12", *arguments]
    return subprocess.run(command, env=env, capture_output=True, text=True, check=True).stdout


def test_the_open_board_tells_once_and_the_desktop_is_not_told_the_same(tmp_path: Path) -> None:
    settings = tmp_path / ".config" / "day12" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[notify]\nterminal = "osc777"\n')
    _day12(tmp_path, *ADD, now="2026-03-17T11:00")
    assert json.loads(_day12(tmp_path, "notify", "--dry-run", "--json", now="2026-03-17T14:02"))
    with terminal(tmp_path) as shown:
        shown.wait_for("\x1b]777;notify;7,Acme]0,x · ask 3 h late;Ask what happens next")
        shown.send("q")
        assert shown.end() == 0
    assert _day12(tmp_path, "notify", now="2026-03-17T14:02") == ""
