"""Kills, crowds and big boards: the trials. `storm.py` does the work in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.trial, pytest.mark.skipif(sys.platform == "win32", reason="it forks and kills")]


def storm(*arguments: object) -> dict[str, Any]:
    script = Path(__file__).with_name("storm.py")
    ran = subprocess.run([sys.executable, script, *map(str, arguments)], capture_output=True, timeout=120, check=True)
    figures: dict[str, Any] = json.loads(ran.stdout)
    return figures


def test_two_hundred_kills_lose_nothing_that_was_acknowledged_and_keep_no_half_of_two_changes() -> None:
    figures = storm("kills", 200)
    assert figures["kills"] == 200
    assert figures["acknowledged"] > 100
    assert [figures[name] for name in ("lost", "halves", "unreadable", "leftovers_kept")] == [0] * 4


def test_four_processes_with_250_changes_each_make_a_thousand() -> None:
    figures = storm("writers", 4)
    assert (figures["failed"], figures["changes"], figures["numbered"]) == (0, 1000, 1000)


def test_a_board_of_five_thousand_cards_is_read_about_as_quickly_as_its_json() -> None:
    figures = storm("big", 5000)
    assert figures["cards"] == 5000
    assert figures["load"] < 1.5 * figures["json"]
    assert figures["record"] < 1.5 * figures["json"]
