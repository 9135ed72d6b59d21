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


def test_what_cannot_be_kept_is_told_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("no folder")
    mine = of_board("mine.json", tmp_path)
    asked = []

    def tell(before: Told) -> Told:
        asked.append(before)
        return TOLD if len(asked) < 3 else before

    for _ in range(2):
        with pytest.raises(
            StoreError, match=r"What was told can't be kept in .* \(a file has that name\): until it can"
        ):
            mine.update(tell)
    assert mine.update(tell)  # nothing was told, so that there is nothing to keep
    assert asked == [{}, {}, {}]
