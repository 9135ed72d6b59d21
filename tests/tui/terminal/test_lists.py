"""`list` and `due` in a terminal: they fit its width, in colour; in a pipe they are plain lines."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from rich.cells import cell_len

from kit import SEVEN_TO_TEN, card, session
from pseudo_terminal import environment, terminal

LONG = "日本語の会社 & Söhne GmbH, with a name that goes on and on"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder whose board has an overdue card with long names in wide letters."""
    session(tmp_path, card(LONG, promise=SEVEN_TO_TEN, role=LONG))
    return tmp_path


def shown(
    home: Path, *arguments: str, columns: int = 80, env: Mapping[str, str] = MappingProxyType({})
) -> tuple[list[str], bool]:
    """The lines that the command writes in a terminal so wide, and whether they have colour."""
    with terminal(home, "--board", f"{home}/board.json", *arguments, size=(columns, 24), env=env) as screen:
        assert screen.end() == 0
        return screen.output.splitlines(), b"\x1b[" in screen.written


@pytest.mark.parametrize("columns", [140, 80, 40, 20, 7, 1])
def test_a_line_fits_the_terminal(home: Path, columns: int) -> None:
    [line], colour = shown(home, "list", columns=columns)
    assert cell_len(line) <= columns
    assert colour
    if columns >= 40:
        assert "‼ check in" in line
        assert "…" in line
    [narrower], _ = shown(home, "due", columns=columns, env={"COLUMNS": "30"})
    assert cell_len(narrower) <= 30


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_who_wants_no_colour_gets_none(home: Path, env: dict[str, str]) -> None:
    [line], colour = shown(home, "list", env=env)
    assert "‼ check in: today" in line
    assert not colour


def test_in_a_pipe_the_lines_are_plain_and_as_wide_as_ever(home: Path) -> None:
    command = [sys.executable, "-m", "day12", "--board", f"{home}/board.json", "list"]
    done = subprocess.run(command, env=environment(home) | {"COLUMNS": "30"}, capture_output=True, check=True)
    line = done.stdout.decode()
    assert LONG in line
    assert "\x1b" not in line


def test_an_empty_list_is_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path, "due") as screen:
        assert screen.end() == 0
        assert re.sub(r"day12: there is no board at .* yet: `day12 add` makes it\.", "", screen.output).strip() == ""
