"""Real processes in a pseudo-terminal: whatever it sends and however it ends, nothing is lost and nothing is left."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import RESTORED, Terminal, terminal

READY = "? help"


def cards(home: Path) -> list[dict[str, Any]]:
    """What is on the board's file."""
    stored = json.loads((home / ".local/share/day12/board.json").read_bytes())["cards"]
    return [card for card in stored.values() if not card.get("deleted")]


def ended(shown: Terminal, code: int = 0) -> str:
    """Wait for the end, which leaves the terminal as it was; the answer is all that was written."""
    assert shown.end() == code, shown.output[-1500:]
    assert shown.cooked
    assert RESTORED in shown.output
    assert "Traceback" not in shown.output
    return shown.output


def test_keys_in_one_burst_find_the_form_that_the_first_of_them_opens(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.send("aContoso\tAnalyst\x13")
        shown.wait_for("takes it back")
        shown.send("q")
        ended(shown)
    [card] = cards(tmp_path)
    assert (card["company"], card["role"]) == ("Contoso", "Analyst")
