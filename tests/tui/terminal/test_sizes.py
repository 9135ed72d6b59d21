"""Any size of terminal, one cell too, on any screen: it may show nothing, but it stands, and takes page keys."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.geometry import Size

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
    "history": ["t"],
    "insights": ["i"],
    "import": ["I"],
}


async def test_each_screen_stands_in_any_size(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(4, 4)) as user:
        for name, keys in SCREENS.items():
            await user.pilot.resize_terminal(4, 4)
            await user.press(*keys)
            for size in SIZES:
                user.app.post_message(events.Resize(Size(*size), Size(*size)))
                await user.settle()
                assert user.app.size == size, name
                await user.press("pagedown", "pageup")
            while not user.on_the_board:
                await user.press("escape")
            await user.press("escape")  # leaves what the board itself has open
