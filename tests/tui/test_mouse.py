"""The mouse does what it does everywhere: click, double-click, drag, wheel."""

from __future__ import annotations

from pathlib import Path

from rich.style import Style
from textual import events
from textual.command import CommandList
from textual.geometry import Offset
from textual.widgets._toast import Toast

from day12.board.footer import Footer
from day12.board.header import Header
from day12.card.screen import CardScreen
from day12.edit.keyed_list import KeyedList
from day12_data.kinds import Stage
from driver import Driver, opened
from kit import DAY_12, INTERVIEW, NORTHWIND, SEVEN_TO_TEN, big_board, card, later, session

ACME = card("Acme", later(INTERVIEW, days=1), promise=SEVEN_TO_TEN)
_TALL_CARD = 7


def _place(user: Driver, stage: Stage, index: int) -> Offset:
    """Where a card is on the screen: the middle of its second line."""
    region = user.column(stage).region
    return Offset(region.x + region.width // 2, region.y + 3 + _TALL_CARD * index)


async def test_a_click_selects_a_card_and_a_double_click_opens_it(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME)) as user:
        second = user.companies(Stage.ASKED)[1]
        await user.pilot.click(offset=_place(user, Stage.ASKED, 1))
        await user.settle()
        assert user.selected == second
        await user.pilot.click(offset=_place(user, Stage.ASKED, 1), times=2)
        await user.settle()
        assert isinstance(user.app.screen, CardScreen)


async def test_a_click_on_a_column_that_the_agenda_has_replaced_since_is_nobodys(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME)) as user:
        column = user.column(Stage.ASKED)
        await user.press("g")
        selected = user.selected
        column.post_message(column.Pressed(column, user.board.card_id, mark=False))
        await user.settle()
        assert user.selected == selected
        assert "Overdue" in user.text()


async def test_a_card_is_dragged_to_another_column(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        start, end = _place(user, Stage.ASKED, 0), _place(user, Stage.MAILED, 1)
        await user.pilot.mouse_down(offset=start)
        await user.pilot.hover(offset=end)
        assert user.column(Stage.MAILED).has_class("-drop")
        await user.pilot.mouse_up(offset=end)
        await user.settle()
        assert user.companies(Stage.MAILED) == ["Northwind"]
        assert user.selected == "Northwind"
        assert not user.column(Stage.MAILED).has_class("-drop")
    moved = next(where.load().active)
    skipped = moved.mark(Stage.EMAILED)
    assert skipped is not None
    assert skipped.skipped


async def test_a_card_that_is_let_go_where_it_was_stays(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        start = _place(user, Stage.ASKED, 0)
        await user.pilot.mouse_down(offset=start)
        await user.pilot.hover(offset=start + Offset(2, 1))
        await user.pilot.mouse_up(offset=start + Offset(2, 1))
        await user.settle()
        assert user.companies(Stage.ASKED) == ["Northwind"]


async def test_the_wheel_scrolls_a_column_and_leaves_the_cursor(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *big_board(60).cards.values())) as user:
        column = user.column(Stage.ASKED)
        before, selected = user.text(), user.selected
        place = _place(user, Stage.ASKED, 0)
        column.post_message(
            events.MouseScrollDown(column, place.x, place.y, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
        await user.settle()
        assert user.text() != before
        assert user.selected == selected


async def test_a_click_on_the_top_line_shows_only_the_overdue_cards(tmp_path: Path) -> None:
    fresh = card("Fresh", later(DAY_12, days=-1), promise=SEVEN_TO_TEN)
    async with opened(session(tmp_path, NORTHWIND, fresh)) as user:
        await user.pilot.click(Header)
        await user.settle()
        assert user.board.overdue_only


async def test_a_click_on_a_key_in_the_bottom_line_is_that_key(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        line = user.text().splitlines()[-1]
        await user.pilot.click(Footer, offset=(line.index("overdue"), 0))
        await user.settle()
        assert user.board.overdue_only


async def test_a_click_on_a_strip_makes_that_column_the_wide_one(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(80, 24)) as user:
        region = user.column(Stage.CHECKED_IN).region
        await user.pilot.click(offset=Offset(region.x + 1, region.y + 1))
        await user.settle()
        assert user.column(Stage.CHECKED_IN).size.width > 40


async def test_what_is_under_the_mouse_is_told_in_full(tmp_path: Path) -> None:
    long = card("Northwind Traders of the Pacific and Both Harbours", promise=SEVEN_TO_TEN)
    async with opened(session(tmp_path, long)) as user:
        await user.pilot.hover(offset=_place(user, Stage.ASKED, 0))
        told = str(user.column(Stage.ASKED).tooltip)
        assert "Both Harbours" in told
        assert "pick up the phone" in told


async def test_the_card_that_was_grabbed_is_dropped_wherever_the_cursor_went(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME)) as user:
        held = user.companies(Stage.ASKED)[0]
        await user.pilot.mouse_down(offset=_place(user, Stage.ASKED, 0))
        await user.press("j")
        await user.pilot.hover(offset=_place(user, Stage.MAILED, 0))
        await user.pilot.mouse_up(offset=_place(user, Stage.MAILED, 0))
        await user.settle()
        assert user.companies(Stage.MAILED) == [held]


async def test_a_dialog_that_opens_while_a_card_is_dragged_lets_go_of_it(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME)) as user:
        await user.pilot.mouse_down(offset=_place(user, Stage.ASKED, 0))
        await user.pilot.hover(offset=_place(user, Stage.MAILED, 0))
        await user.press("e")
        await user.pilot.mouse_up(offset=_place(user, Stage.MAILED, 0))
        await user.press("escape")
        await user.pilot.hover(offset=_place(user, Stage.EMAILED, 0))
        await user.pilot.mouse_up(offset=_place(user, Stage.EMAILED, 0))
        await user.settle()
        assert len(user.companies(Stage.ASKED)) == 2
        assert not any(user.column(stage).has_class("-drop") for stage in Stage)


async def test_a_click_on_what_was_just_done_is_no_hidden_key(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        line = user.app.screen.query_one(Footer)
        shown = user.text().splitlines()[-1]
        await user.press("greater_than_sign")
        await user.pilot.click(offset=Offset(shown.index("a add"), line.region.y))
        await user.settle()
        assert user.on_the_board
        assert not line.notice


async def test_a_click_on_what_has_gone_before_the_screen_is_drawn_again_is_nobodys(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        user.app.notify("Look")
        await user.settle()
        toast = user.app.screen.query_one(Toast)
        x, y = toast.region.center
        await toast.remove()
        for event in (events.MouseDown, events.MouseMove, events.MouseUp):
            user.app.post_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))
        await user.press("enter")
        assert isinstance(user.app.screen, CardScreen)


async def test_a_click_where_the_terminal_was_before_it_became_smaller_leaves_the_palette_open(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("ctrl+p")
        palette = user.app.screen
        palette.post_message(events.Click(palette, 999, 999, 0, 0, 1, False, False, False, 999, 999))
        await user.settle()
        assert user.app.screen is palette


async def test_a_click_on_an_answer_that_is_not_offered_any_more_gives_none(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("x")
        answers = user.app.screen.query_one(KeyedList)
        asked, place = user.app.screen, answers.region.offset
        click = events.Click(answers, 2, 1, 0, 0, 1, False, False, False, *place, Style(meta={"option": 3}))
        answers.show({"1": "the one answer"})
        answers.post_message(click)
        await user.settle()
        assert user.app.screen is asked


async def test_of_two_clicks_on_an_answer_or_a_command_in_one_turn_the_first_counts(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("x")
        answers = user.app.screen.query_one(KeyedList)
        for _ in range(2):
            answers.action_select()
        await user.settle()
        assert user.on_the_board
        await user.press("u", "ctrl+p")
        await user.type("history")
        commands = user.app.screen.query_one(CommandList)
        commands.highlighted = 0
        for _ in range(2):
            commands.action_select()
        await user.settle()
        await user.press("escape")
        assert user.on_the_board
    assert [card.company for card in where.load().active] == ["Northwind"]
