from __future__ import annotations

import subprocess
import sys

import pytest

ROOM = (
    "anchors",
    "draft",
    "letter",
    "linkedin",
    "mail",
    "moment",
    "paper",
    "placeholders",
    "saving",
    "shelf",
    "template",
)


@pytest.mark.parametrize("modules", [[f"day12_data.letters.{name}" for name in ROOM], ["day12.opener", "day12.editor"]])
def test_nothing_here_pulls_in_the_screens_or_the_store(modules: list[str]) -> None:
    code = f"import sys; sys.path[:] = {sys.path!r}; import {', '.join(modules)}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"textual", "tinydb"} & set(loaded)
