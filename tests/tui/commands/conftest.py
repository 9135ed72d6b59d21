"""A machine of one's own for the commands that go outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from machine import Machine


@pytest.fixture
def machine(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Machine:
    """A machine that runs Linux and has nothing on it yet."""
    monkeypatch.setattr("sys.platform", "linux")
    return Machine(tmp_path, capsys)
