"""The history screen: every change of the board, what it changed, and taking any of it back."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import OptionList

from day12.card.screen import CardScreen
from day12.history.screen import HistoryScreen
from day12_data.kinds import Stage
from driver import NARROW, opened
from kit import SEVEN_TO_TEN, TOUGH_NAME, card, session

NORTHWIND = card("Northwind", role="Analyst", promise=SEVEN_TO_TEN)


async def test_t_shows_what_was_done_and_b_takes_any_of_it_back(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("greater_than_sign", "greater_than_sign", "t")
        assert isinstance(user.app.screen, HistoryScreen)
        assert "What was done · 3 changes, the newest first" in user.text()
        assert user.text().splitlines()[1].startswith(" Tue 17 Mar · today")
        assert "Mailed note: open → done Tue 17 Mar 14:02" in user.text()
        await user.press("j", "b")
        assert "hangs on it: take that back first" in user.toasts[-1]
        await user.press("k", "b", "j", "b")
        assert "Northwind: moved to Emailed thanks · taken back" in user.text()
        assert "It was taken back: b makes it again." in user.text()
        assert user.companies(Stage.ASKED) == ["Northwind"]
        await user.press("b")
        assert user.companies(Stage.EMAILED) == ["Northwind"]
        await user.press("enter")
        assert isinstance(user.app.screen, CardScreen)
        await user.press("escape", "t")
        assert user.on_the_board
    assert [each.stage for each in where.load().active] == [Stage.EMAILED]


async def test_a_card_that_is_gone_cannot_be_opened_but_brought_back(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), NARROW) as user:
        await user.press("D", "t", "enter")
        assert user.toasts[-1] == "That card is deleted: take that back to see it."
        await user.press("b", "escape")
        assert user.companies(Stage.ASKED) == ["Northwind"]


async def test_a_board_on_which_nothing_was_done_says_so(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await user.press("t")
        assert "Nothing was done yet" in user.text()
        await user.press("enter", "b", "escape")
        assert user.on_the_board


async def test_markup_in_a_name_is_shown_as_it_is(tmp_path: Path) -> None:
    async with opened(session(tmp_path, card(TOUGH_NAME))) as user:
        await user.press("t")
        shown = user.app.screen.query_one(OptionList).get_option_at_index(1).prompt
        assert TOUGH_NAME.split()[0] in str(shown)


async def test_a_cards_page_says_what_an_edit_changed(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(140, 60)) as user:
        await user.press("e", "tab")
        await user.type("Data engineer")
        await user.press("ctrl+s", "enter")
        assert "edited: role" in user.text()
        assert "role: “Analyst” → “Data engineer”" in user.text()


async def test_the_first_changes_day_is_seen_again_on_coming_back_to_it(tmp_path: Path) -> None:
    cards = [card(f"Company {number}") for number in range(30)]
    async with opened(session(tmp_path, *cards), NARROW) as user:
        await user.press("t", "end")
        assert "Tue 17 Mar · today" not in user.text()
        await user.press("home")
        assert "Tue 17 Mar · today" in user.text()
