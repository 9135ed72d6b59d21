"""A list of cards draws only what a key changes, and all of that."""

from __future__ import annotations

from pathlib import Path

import pytest

from driver import NARROW, WIDE, opened
from kit import big_board, session

KEYS = [
    "down",
    "v",
    "down",
    "right",
    "end",
    "home",
    "greater_than_sign",
    "u",
    "x",
    "s",
    "u",
    "o",
    "escape",
    "g",
    "down",
]


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_what_a_key_changes_is_painted(size: tuple[int, int], tmp_path: Path) -> None:
    async with opened(session(tmp_path, *big_board(60).cards.values()), size) as user:
        for key in [*KEYS, "end", "v", "pageup"]:
            assert (key, await user.left_unpainted(key)) == (key, [])
