"""Keys in one burst, all of them there before the first has done anything."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.keys import _character_to_key

from day12_data.board import Board
from day12_data.card import Card
from day12_data.kinds import Outcome, Stage
from driver import opened
from kit import NORTHWIND, SEVEN_TO_TEN, card, session

GLOBEX = card("Globex", promise=SEVEN_TO_TEN)
NAMES = {"\t": "tab", "\r": "enter", "\x13": "ctrl+s", "\x1b": "escape"}


async def after(folder: Path, burst: str) -> dict[str, Card]:
    """The cards on disk, by company, after these keys in one go on a board of two cards."""
    where = session(folder, NORTHWIND, GLOBEX)
    async with opened(where) as user:
        await user.press("home")
        for char in burst:
            user.app.post_message(events.Key(NAMES.get(char) or _character_to_key(char), char))
        await user.settle()
    board: Board = where.load()
    return {each.company: each for each in board.cards.values()}


async def test_a_form_is_filled_by_keys_that_were_there_before_it(tmp_path: Path) -> None:
    cards = await after(tmp_path, "aContoso\tAnalyst\t2026-03-05 14:30\t7-10 days\x13")
    made = cards["Contoso"]
    assert made.role == "Analyst"
    assert made.promise
    assert made.promise.said == "7-10 days"


@pytest.mark.parametrize("burst", ["/north\r\r>", "/north\r>", "/north\r\r>\x1b"])
async def test_a_card_is_found_opened_and_moved(tmp_path: Path, burst: str) -> None:
    cards = await after(tmp_path, burst)
    assert {name: each.stage for name, each in cards.items()} == {"Northwind": Stage.EMAILED, "Globex": Stage.ASKED}


async def test_a_dialog_has_the_keys_that_come_with_the_one_that_opens_it(tmp_path: Path) -> None:
    cards = await after(tmp_path, "/north\rxw/globex\rcp\r")
    assert cards["Northwind"].outcome is Outcome.WITHDREW
    assert len(cards["Globex"].check_ins) == 1


async def test_a_reply_and_what_it_opens_have_theirs(tmp_path: Path) -> None:
    cards = await after(tmp_path, "/north\rranother week\r\x1b/globex\rrsoon\x1b>")
    assert cards["Northwind"].last_reply
    assert cards["Northwind"].last_reply.said == "another week"
    assert not cards["Globex"].replies
    assert cards["Globex"].stage is Stage.EMAILED


async def test_two_hundred_keys_are_all_taken_in_order(tmp_path: Path) -> None:
    cards = await after(tmp_path, "/north\r" + "><" * 100 + ">>")
    assert cards["Northwind"].stage is Stage.MAILED
