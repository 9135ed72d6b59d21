"""A board on a slow disk whose program is ended at a random moment: what it said is done is on the disk."""

from __future__ import annotations

import signal
import sys

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from tui.terminal.kill_storm import storm

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
