"""The agenda: the whole board as one list, driven by the keys and the mouse of the board."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.geometry import Offset

from day12.agenda.card_list import AgendaList
from day12.board.column import Column
from day12.card.screen import CardScreen
from day12.edit.form import FormScreen
from day12_data.card import Card, Person
from day12_data.kinds import Stage
from driver import NARROW, Driver, opened
from kit import DAY_12, SEVEN_TO_TEN, at, big_board, card, done, later, promise, session

READY = (Stage.ASKED, Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)
DANA = Person(name="Dana Reyes", email="dana@northwind.example", phone="+1 206 555 0133")
NORTHWIND = done(card("Northwind", promise=SEVEN_TO_TEN, people=(DANA,), role="Data engineer"), Stage.ASKED)
ACME = done(card("Acme", promise=promise("2026-03-12", "2026-03-14")), Stage.ASKED, Stage.EMAILED)
GLOBEX = done(card("Globex", at("2026-03-16 10:00"), promise=promise("2026-03-30", "2026-03-31")), *READY[:2])
TOKYO = card("Proseware", at("2026-03-18 09:00", "Asia/Tokyo"), "Asia/Tokyo", link="https://meet.example/abc")
INITECH = done(card("Initech", promise=promise("2026-03-18", "2026-03-19")), *READY)
CARDS = (NORTHWIND, ACME, GLOBEX, TOKYO, INITECH)


def agenda(user: Driver) -> list[str]:
    """The companies in the agenda, in order."""
    return [row.card.company for row in user.board.query_one(AgendaList).rows]


def lines(user: Driver) -> list[str]:
    return [line.rstrip() for line in user.text().splitlines()]


def in_columns(user: Driver) -> bool:
    return all(column.display and column.region.height > 0 for column in user.board.query(Column))


async def test_g_lists_the_whole_board_by_urgency_and_keeps_the_card_on_the_way_there_and_back(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *CARDS)) as user:
        await user.press("2", "j")
        assert user.selected == "Globex"
        await user.press("g")
        assert agenda(user) == ["Acme", "Northwind", "Proseware", "Globex", "Initech"]
        assert user.selected == "Globex"
        heads = [line.strip() for line in lines(user) if line.startswith(" ") and line[1:2].isupper()]
        assert heads == ["Overdue  2", "Today  2", "Waiting  1 · leave them alone"]
        await user.press("down")
        assert user.selected == "Initech"
        await user.press("g")
        assert in_columns(user)
        assert (user.selected, user.stage) == ("Initech", Stage.CONNECTED)


async def test_a_line_says_what_when_in_whose_words_and_whom_to_call(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *CARDS)) as user:
        await user.press("g")
        [northwind] = [line for line in lines(user) if "Northwind" in line]
        for words in ("‼", "Data engineer", "check in", "today", "███", "“7-10 days”", "Dana Reyes +1 206 555 0133"):
            assert words in northwind
        [proseware] = [line for line in lines(user) if "Proseware" in line]
        assert "interview 20:00 (09:00 Tokyo)" in " ".join(proseware.split())
        assert "video call, enter shows the link" in proseware


async def test_the_keys_of_the_board_do_the_same_in_the_agenda(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *CARDS)) as user:
        await user.press("g", "home", "enter")
        assert isinstance(user.app.screen, CardScreen)
        await user.press("escape", "e")
        assert isinstance(user.app.screen, FormScreen)
        await user.press("escape", "2")
        assert user.selected == "Proseware"
        await user.press("right")
        assert user.selected == "Initech"
        await user.press("left", "left", "left", "5")
        assert user.selected == "Acme"
        await user.press("x", "s")
        assert agenda(user) == ["Northwind", "Proseware", "Globex", "Initech"]
        assert user.selected == "Northwind"
        await user.press("o")
        assert agenda(user) == ["Northwind"]
        assert "‼ 1 overdue  ! 0 due  · 0 waiting" in lines(user)[0]
        await user.press("escape", "slash")
        await user.type("glob")
        assert agenda(user) == ["Globex"]
        await user.press("enter", "escape", "X", "escape", "end")
        assert user.selected == "Initech"


async def test_a_card_that_sinks_leaves_the_cursor_to_the_next_one_and_undo_goes_back_to_it(tmp_path: Path) -> None:
    where = session(tmp_path, *CARDS)
    async with opened(where) as user:
        await user.press("g", "home", "c", "enter")
        assert agenda(user) == ["Northwind", "Proseware", "Globex", "Initech", "Acme"]
        assert user.selected == "Northwind"
        await user.press("u")
        assert user.selected == "Acme"
        await user.press("j", "j", "j", "greater_than_sign")
        assert user.selected == "Globex"
    assert {each.company: each.stage for each in where.load().active}["Globex"] is Stage.MAILED


async def test_the_view_is_remembered_over_a_restart(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *CARDS)) as user:
        assert not user.board.query(AgendaList)
        await user.press("g")
    async with opened(session(tmp_path)) as user:
        assert agenda(user)[0] == "Acme"
        assert user.selected == "Acme"
        await user.press("g")
        assert in_columns(user)
    async with opened(session(tmp_path)) as user:
        assert in_columns(user)


async def test_the_mouse_does_what_it_does_on_the_board(tmp_path: Path) -> None:
    shown: list[Card] = list(big_board(60).cards.values())
    async with opened(session(tmp_path, *shown), size=(100, 20)) as user:
        await user.press("g")
        second, region = agenda(user)[1], user.board.query_one(AgendaList).region
        row = Offset(20, region.y + 2)
        await user.pilot.hover(offset=row)
        tooltip = user.board.query_one(AgendaList).tooltip
        assert second in str(tooltip)
        await user.pilot.click(offset=row)
        await user.settle()
        assert user.selected == second
        assert user.app.cursor_position == (3, region.y + 2)
        for _ in range(10):
            await user.pilot._post_mouse_events([_wheel()], offset=row)
        await user.settle()
        assert lines(user)[1].strip().startswith("Overdue")
        assert second not in user.text()
        await user.pilot.click(offset=row, times=2)
        await user.settle()
        assert isinstance(user.app.screen, CardScreen)


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


@pytest.mark.parametrize("size", [NARROW, (28, 10)])
async def test_in_a_narrow_terminal_a_filter_lists_what_it_finds_and_escape_goes_back(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    async with opened(session(tmp_path, *CARDS), size=size) as user:
        await user.press("o")
        assert agenda(user) == ["Acme", "Northwind"]
        assert "Northwind" in user.text()
        await user.press("j", "escape")
        assert in_columns(user)
        assert user.selected == "Northwind"
        await user.press("slash")
        await user.type("dana")
        assert agenda(user) == ["Northwind"]
        await user.press("enter", "g")
        assert in_columns(user)
        await user.press("o")
        await user.pilot.resize_terminal(140, 40)
        await user.settle()
        assert in_columns(user)
        assert user.companies(Stage.ASKED) == ["Northwind"]


async def test_a_card_turns_overdue_in_the_agenda_while_one_looks(tmp_path: Path) -> None:
    async with opened(session(tmp_path, *CARDS)) as user:
        await user.press("g")
        assert "Overdue  2" in user.text()
        user.app.now = later(DAY_12, days=1)
        await user.settle()
        assert "Overdue  4" in user.text()
        assert user.selected == "Acme"


async def test_in_a_narrow_terminal_the_columns_speak_of_the_selected_card(tmp_path: Path) -> None:
    hank = Person(name="Hank Scorpio", title="CEO", email="hank@globex.example")
    thanked = card("Globex", at("2026-03-16 10:00"), people=(hank,), notes="Ask about the hammocks.")
    skipped = done(done(thanked, *READY[:2]), Stage.MAILED, skipped=True)
    async with opened(session(tmp_path, NORTHWIND, skipped), size=NARROW) as user:
        await user.press("2")
        strip = [line[:9].strip() for line in lines(user)]
        assert strip[1:9] == ["1", "Asked", "", "1 card", "‼1 late", "", "done", "16 Mar"]
        more = ("Mon 16 Mar 10:00–10:45", "Hank Scorpio · CEO ·", "hank@globex.example", "Ask about the hammocks.")
        assert [words for words in ("skipped", "is next", *more) if words not in user.text()] == []
        await user.press("1")
        assert "Call Dana Reyes: +1 206 555 0133" in user.text()
        assert "hammocks" not in user.text()
        await user.pilot.resize_terminal(140, 40)
        await user.settle()
        assert "Call Dana Reyes" not in user.text()
        await user.pilot.resize_terminal(28, 10)
        await user.settle()
        assert [line.split()[-1] for line in lines(user)[1:3]] == ["5", "CI"]
