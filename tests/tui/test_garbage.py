"""A screen that is closed is gone: its widgets, its text, and what was drawn on it."""

from __future__ import annotations

import gc
import resource
import sys
import weakref
from pathlib import Path

import pytest
from textual._styles_cache import StylesCache
from textual.widget import Widget

from driver import opened
from kit import NORTHWIND, session


async def test_nothing_of_a_closed_screen_stays(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        gone = []
        for key in ("w", "a", "e", "enter", "X", "r", "question_mark", "w"):
            await user.press(key)
            shown = user.app.screen
            gone.append([weakref.ref(each) for each in (shown, *shown.query(Widget))])
            del shown
            await user.press("escape")
            assert user.on_the_board
        gc.unfreeze()  # the screen that was open when the first paint was over is kept for good
        gc.collect()
        *earlier, _last = gone  # Textual holds on to the one that was closed last
        assert [type(there).__name__ for refs in earlier for ref in refs if (there := ref())] == []
        assert StylesCache.get_inner_outer.cache_info().currsize < 100


@pytest.mark.trial
async def test_two_hundred_letters_take_no_more_memory_than_ten_did(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        for opened_so_far in range(200):
            if opened_so_far == 10:
                before = _peak_mb()
            await user.pilot.press("w")
            await user.pilot.pause()
            await user.pilot.press("escape")
            await user.pilot.pause()
        assert _peak_mb() - before < 5


def _peak_mb() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1_000_000 if sys.platform == "darwin" else 1_000)
