"""Running `day12` on a board of the test's own."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from machine import Keyboard, Ran, Run, places_in, run_day12


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs `day12` at a moment of one's choice: with something piped in, or where something is typed in a terminal."""

    def ran(
        *arguments: str, now: str = "2026-03-05T15:30", piped: bytes | None = None, typed: str | None = None, **env: str
    ) -> Ran:
        screen = Keyboard()
        with monkeypatch.context() as patched:
            if piped is not None:
                patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
            if typed is not None:
                patched.setattr(sys, "stdin", Keyboard(typed))
                patched.setattr(sys, "stderr", screen)
            done = run_day12(arguments, places_in(tmp_path) | {"DAY12_NOW": now} | env, capsys)
        return done._replace(err=done.err + screen.getvalue())

    return ran
