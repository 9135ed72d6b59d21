"""Any size of terminal, one cell too, on any screen: it may show nothing, but it stands, and takes page keys."""

from __future__ import annotations

from pathlib import Path

from textual import events
from textual.geometry import Size

from day12_data.card import Person, replace
from day12_data.kinds import Stage
from driver import opened
from kit import ACME, SEVEN_TO_TEN, card, session

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


async def test_a_column_stands_in_any_height_with_the_cursor_on_its_last_card(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME)) as user:
        await user.press("end")
        for height in range(8, 0, -1):
            await user.pilot.resize_terminal(140, height)
            await user.press("up", "down", "g", "g")
            assert user.selected == user.companies(Stage.ASKED)[-1]


async def test_a_page_of_two_parts_and_an_import_stand_where_no_column_is_left_for_them(tmp_path: Path) -> None:
    mail = tmp_path / "invitations.csv"
    mail.write_text("Company,Position,Interview date\nContoso,Analyst,2026-03-20 14:00\n")
    async with opened(session(tmp_path, replace(NORTHWIND, notes="some words " * 9))) as user:
        for open_screen in (user.press("enter"), user.paste(str(mail))):
            await user.pilot.resize_terminal(140, 40)
            await open_screen
            for size in SIZES[:3]:
                await user.pilot.resize_terminal(*size)
            await user.pilot.resize_terminal(80, 24)
            assert ("Northwind" in user.text()) is not ("Contoso" in user.text())
            await user.press("escape")
