"""Shuts the tests out of the developer's own machine, and keeps their pictures in screenshots/."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
import pytest_textual_snapshot
from hypothesis import settings
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.widgets import Input, TextArea

from headless import paint_whole_screens_only, parse_rules_once
from kit import ZONE

SCREENSHOTS = Path(__file__).parent.parent / "screenshots"

# How many examples of each property are tried: a few in the suite, the full number where .ci/run asks for them.
settings.register_profile("few", max_examples=15, deadline=None)
settings.register_profile("many", max_examples=250, deadline=None)
settings.load_profile("few")


@pytest.fixture(autouse=True)
def _own_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No real home, no real settings, New York's time, no waiting for the disk, and nothing that blinks."""
    for name in list(os.environ):
        if name.startswith(("DAY12_", "TEXTUAL_THEME", "TEXTUAL_ANIMATIONS", "XDG_", "NO_COLOR", "SSH_", "TMUX")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TZ", ZONE)
    time.tzset()
    monkeypatch.setattr(os, "fsync", lambda _: None)
    monkeypatch.setattr(Compositor, "render_update", paint_whole_screens_only)
    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules_once)
    monkeypatch.setattr(Input, "cursor_blink", False)
    monkeypatch.setattr(TextArea, "cursor_blink", False)


def _dirname(_cls: type[Any], *, test_location: Any) -> str:
    return str(SCREENSHOTS)


def _snapshot_name(_cls: type[Any], *, test_location: Any, index: Any = 0) -> str:
    """The picture's name is the scene's: the parameter of the test."""
    name: str = test_location.snapshot_name
    return name.partition("[")[2].rstrip("]") or name


# The snapshots are the README's pictures, so they live where the README finds them, under the scenes' names.
pytest_textual_snapshot.SVGImageExtension.dirname = classmethod(_dirname)
pytest_textual_snapshot.SVGImageExtension.get_snapshot_name = classmethod(_snapshot_name)


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """A long text is named by its length: as a test's name it would be sent between the workers again and again."""
    return f"{argname}-of-{len(val)}" if isinstance(val, str | bytes) and len(val) > 100 else None
