"""What stands beside the board in a wide terminal, and in its place where there is no card at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.geometry import Region
from textual.widget import Widget

from day12.board.card_list import CardList
from day12.card.page import CardPage
from day12_data.board import change
from day12_data.card import Person, replace
from day12_data.edits import archive
from day12_data.kinds import Outcome
from day12_data.settings import Settings
from driver import NARROW, WIDE, opened
from kit import DAY_12, SEVEN_TO_TEN, card, session

BESIDE = (160, 24)
LONG = replace(
    card("Acme", promise=SEVEN_TO_TEN, notes="\n".join(f"Note {number}." for number in range(40))),
    people=(Person(name="Sam Okafor"),),
)
OTHER = card("Globex", promise=SEVEN_TO_TEN)


async def test_the_page_beside_the_board_follows_the_cursor_and_every_change(tmp_path: Path) -> None:
    async with opened(session(tmp_path, LONG, OTHER), BESIDE) as user:
        await user.press("1", "home")
        assert "Sam Okafor" in user.text()
        await user.press("greater_than_sign")
        assert "✓ Emailed thanks: Tue 17 Mar 14:02" in user.page
        assert user.page.endswith("moved to Emailed thanks")
        await user.press("g", "end")
        assert "Sam Okafor" not in user.page
        await user.press("D")
        assert "Sam Okafor" in user.page
        await user.press("D")
        assert "Sam Okafor" not in user.text()


async def test_no_key_draws_the_page_before_the_cursor_has_rested(tmp_path: Path) -> None:
    async with opened(session(tmp_path, LONG, OTHER), BESIDE) as user:
        await user.press("1", "home")
        user.board.action_cursor(1)
        assert user.selected == "Globex"
        assert user.page.startswith("Acme")
        await user.settle()
        assert user.page.startswith("Globex")


async def test_the_wheel_scrolls_the_page_and_another_card_begins_at_its_top(tmp_path: Path) -> None:
    async with opened(session(tmp_path, LONG, OTHER), BESIDE) as user:
        await user.press("1", "home")
        page = user.board.query_one(CardPage)
        for _ in range(9):
            wheel = events.MouseScrollDown(page, 120, 9, 0, 1, 0, shift=False, meta=False, ctrl=False)
            page.post_message(wheel)
            await user.settle()
        assert "Acme" not in user.text()[-1000:]
        assert page.scroll_y > 0
        await user.press("greater_than_sign")
        assert page.scroll_y > 0
        await user.press("1")
        assert page.scroll_y == 0


@pytest.mark.parametrize("settings", [Settings(), Settings(side_page=False)])
async def test_the_page_is_there_where_it_is_wanted_and_has_room(tmp_path: Path, settings: Settings) -> None:
    async with opened(session(tmp_path, LONG, settings=settings), WIDE) as user:
        for size in (BESIDE, WIDE, (200, 50), NARROW):
            await user.pilot.resize_terminal(*size)
            await user.settle()
            await user.settle()
            assert ("○ Mailed note" in user.text()) == (settings.side_page and size[0] >= BESIDE[0])


async def test_a_board_without_any_card_says_what_to_do_first(tmp_path: Path) -> None:
    settings = Settings(keys={"add": "f5"})
    async with opened(session(tmp_path, settings=settings), NARROW) as user:
        assert "f5  adds the interview you just had" in user.text()
        line = next(y for y, line in enumerate(user.text().splitlines()) if "takes in" in line)
        await user.pilot.click(offset=(30, line))
        await user.settle()
        assert not user.on_the_board
        await user.press("escape", "f5", *"Acme", "ctrl+s")
        assert "adds the interview" not in user.text()
        assert user.selected == "Acme"
        await user.press("u")
        assert "f5  adds the interview you just had" in user.text()


async def test_a_board_with_an_archive_is_no_first_start(tmp_path: Path) -> None:
    where = session(tmp_path, LONG)
    where.store.record(change(LONG, archive(LONG, Outcome.REJECTED, DAY_12), DAY_12))
    async with opened(where, NARROW) as user:
        assert "adds the interview" not in user.text()
        assert "no cards here" in user.text()


@pytest.mark.parametrize("key", ["2", "g"], ids=["columns", "agenda"])
async def test_a_lists_lines_are_those_that_textual_would_draw(tmp_path: Path, key: str) -> None:
    async with opened(session(tmp_path, LONG, OTHER), WIDE) as user:
        await user.press(key)
        for shown in user.board.query(CardList):
            for crop in (shown.size.region, Region(3, 1, 9, 5)):
                assert shown.render_lines(crop) == Widget.render_lines(shown, crop)
