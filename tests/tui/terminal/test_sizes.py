"""Any size of terminal, one cell too, on any screen: it may show nothing, but it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from day12_data.card import Person, replace
from driver import opened
from kit import SEVEN_TO_TEN, card, session

PEOPLE = (Person(name="Dana", email="dana@acme.example"), Person(name="Tom"))
NORTHWIND = replace(card("Northwind", promise=SEVEN_TO_TEN), people=PEOPLE)
SIZES = [(1, 1), (5, 5), (7, 24), (140, 1), (1, 40)]
SCREENS = {
    "board": [],
    "agenda": ["g"],
    "card": ["enter"],
    "form": ["a"],
    "reply": ["r"],
    "outcome": ["x"],
    "check in": ["c"],
    "profile": ["p"],
    "letter": ["w"],
    "letter's kinds": ["w", "enter"],
    "delivery": ["w", "ctrl+s"],
    "archive": ["X"],
    "help": ["question_mark"],
    "palette": ["ctrl+p"],
    "find": ["slash"],
}


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_stands_in_any_size(tmp_path: Path, name: str) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(4, 4)) as user:
        await user.press(*SCREENS[name])
        for size in SIZES:
            await user.pilot.resize_terminal(*size)
            user.text()
