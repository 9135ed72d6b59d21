"""The line of keys holds what matters most, however narrow the terminal is."""

from __future__ import annotations

from pathlib import Path

from day12.board.footer import Footer
from driver import Driver, opened
from kit import NORTHWIND, session


def _keys(user: Driver) -> str:
    return user.text().splitlines()[-1].strip()


async def test_undo_and_help_are_in_every_footer_and_the_useful_keys_come_first(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(80, 24)) as user:
        at_80 = "< > move  enter open  a add  w write  r reply  g agenda  / find  u undo  ? help"
        assert _keys(user) == at_80
        for keys in ((), ("enter",), ("escape", "v"), ("escape", "X"), ("escape", "i")):
            await user.press(*keys)
            await user.pilot.resize_terminal(28, 10)
            await user.settle()
            assert "u undo" in _keys(user)
            assert _keys(user).endswith(("? help", "esc unmark"))
            await user.pilot.resize_terminal(80, 24)
            await user.settle()


async def test_while_words_are_typed_the_footer_says_how_to_end_it_and_a_filter_how_to_leave_it(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(80, 24)) as user:
        await user.press("slash", "n", "o")
        assert _keys(user) == "enter keep these  esc show all"
        await user.pilot.click(Footer, offset=(_keys(user).index("keep"), 0))
        await user.settle()
        assert _keys(user).startswith("esc show all  < > move")
        await user.press("escape")
        assert _keys(user).startswith("< > move")
