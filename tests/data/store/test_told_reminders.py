"""What was told of a board's cards: by one program at a time, and another board's reminders don't wait for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from day12_data.store import StoreError
from day12_data.store.journal import places_of
from day12_data.store.told_reminders import Told, ToldReminders

TOLD: Told = {"1": ("thanks",)}


def of_board(name: str, folder: Path) -> ToldReminders:
    """Where what was told of this board's cards is kept."""
    return ToldReminders(places_of(folder / name, folder / "state").told)


def test_one_program_tells_at_a_time_and_another_boards_reminders_do_not_wait_for_it(tmp_path: Path) -> None:
    mine = of_board("mine.json", tmp_path)
    answers = {}

    def tell(_: Told) -> Told:
        for name in ("mine.json", "other.json"):
            answers[name] = of_board(name, tmp_path).update(lambda _: TOLD, timeout=0)
        return TOLD

    assert mine.update(tell)
    assert answers == {"mine.json": False, "other.json": True}
    assert mine.read() == TOLD


def test_what_goes_wrong_in_telling_is_not_taken_for_a_file_that_cannot_be_kept(tmp_path: Path) -> None:
    def tell(_: Told) -> Told:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        of_board("mine.json", tmp_path).update(tell)
    (tmp_path / "state" / "told").rename(tmp_path / "moved")
    (tmp_path / "state" / "told").write_text("no folder")
    with pytest.raises(StoreError, match=r"What was told can't be kept in .*: a file has that name\."):
        of_board("mine.json", tmp_path).update(lambda _: TOLD)
