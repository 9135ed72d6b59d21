"""However a real process ends, what was typed into it is there the next time."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import terminal

READY = "? help"


OFFERED = "What you typed before is still here: a new interview with Contoso (a)."


def offered(home: Path) -> None:
    """Start again: what was typed is offered, opened, saved and gone."""
    with terminal(home) as shown:
        shown.wait_for(OFFERED)
        shown.send("a")
        shown.wait_for("your draft is back")
        shown.send("\x13")
        shown.wait_for("Contoso: added")
        shown.send("q")
        assert shown.end() == 0
    assert not list((home / ".local/state/day12/drafts").glob("*.json"))


def test_a_signal_or_a_closed_terminal_in_mid_form_loses_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.send("aContoso")
        shown.wait_for("Contoso")
        shown.program.send_signal(signal.SIGTERM)
        assert shown.end() == 0
    for name in ("SIGHUP", "SIGINT", ""):
        with terminal(tmp_path) as shown:
            shown.wait_for(OFFERED)
            shown.send("a")
            shown.wait_for("your draft is back")
            if name:
                shown.program.send_signal(getattr(signal, name))
            assert (shown.end() if name else shown.hang_up()) == 0
    offered(tmp_path)


@pytest.mark.trial
def test_a_kill_a_second_after_the_last_key_loses_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.send("aContoso")
        shown.wait_for("Contoso")
        time.sleep(1)  # what is promised; nothing that could be waited for is written
        shown.program.kill()
        shown.program.wait()
    offered(tmp_path)


@pytest.mark.trial
def test_an_exception_in_mid_form_loses_nothing(tmp_path: Path) -> None:
    fault = "def fault(*_): raise KeyError('x')\nFormScreen.action_throw_away = fault"
    program = f"from day12 import cli\nfrom day12.edit.form import FormScreen\n{fault}\ncli.run()"
    command = [sys.executable, "-c", program]
    with terminal(tmp_path, command=command) as shown:
        shown.wait_for(READY)
        shown.send("aContoso")
        shown.wait_for("Contoso")
        shown.send("\x14")
        assert shown.end() == 1
    offered(tmp_path)
