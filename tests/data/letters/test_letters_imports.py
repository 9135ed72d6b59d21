from __future__ import annotations

import subprocess
import sys

import pytest

MODULES = (
    "draft",
    "letter",
    "linkedin",
    "email_draft",
    "office_hours",
    "paper",
    "placeholders",
    "saving",
    "library",
    "template",
)


@pytest.mark.parametrize(
    "modules",
    [
        [f"day12_data.letters.{name}" for name in MODULES],
        ["day12.letters.desktop", "day12.letters.external_editor"],
    ],
)
def test_nothing_here_pulls_in_the_screens_or_the_store(modules: list[str]) -> None:
    code = f"import sys; sys.path[:] = {sys.path!r}; import {', '.join(modules)}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "tinydb"} & set(loaded)
