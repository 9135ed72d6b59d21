"""The calendar's folder follows the board: after each command, and while the board is open."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import changes
from day12_data.settings import Calendar, Settings
from day12_data.store import Store
from driver import opened
from kit import DAY_12, SEVEN_TO_TEN, card, later, session
from machine import Machine

CALL = "Northwind: check in"


def summaries(folder: Path) -> set[str]:
    found = (re.search("(?m)^SUMMARY:(.*?)\r?$", path.read_text("utf-8")) for path in folder.glob("*.ics"))
    return {each[1] for each in found if each}


def with_calendar(machine: Machine, folder: str) -> None:
    machine.settings(f'[calendar]\nfolder = "{folder}"\n')


def test_each_command_that_changes_the_board_changes_the_calendar(machine: Machine) -> None:
    with_calendar(machine, "~/calendars/day12")
    folder, now = machine.home / "calendars" / "day12", "2026-03-05T15:30"
    add = ["add", "Northwind", "--when", "2026-03-05 14:30", "--promised", "7-10 days"]
    machine.day12(*add, "--demo", now=now)
    assert not folder.exists()
    assert machine.day12(*add, now=now).code == 0
    both = {"Interview: Northwind", CALL}
    assert summaries(folder) == {*both, "Northwind: email your thanks"}
    machine.day12("move", "northwind", "mailed", now=now)
    assert summaries(folder) == {*both, "Northwind: connect on LinkedIn"}
    machine.day12("undo", now=now)
    assert summaries(folder) == {*both, "Northwind: email your thanks"}
    written = machine.home / "all.ics"
    assert machine.day12("export", str(written), now=now).out == "Exported 3 events to all.ics.\n"
    assert set(re.findall("(?m)^SUMMARY:(.*?)\r?$", written.read_text("utf-8"))) == summaries(folder)
    # Or its interviews would be on the board twice.
    refused = "day12: all.ics was written by day12 for a calendar: import `day12 export --json`.\n"
    assert machine.day12("import", str(written)) == (2, "", refused)
    machine.day12("delete", "northwind", now=now)
    assert summaries(folder) == set()


@pytest.mark.parametrize("folder", ["calendars", "~/file"])
def test_a_folder_that_cannot_be_kept_is_said_and_the_command_has_done_its_work(folder: str, machine: Machine) -> None:
    (machine.home / "file").write_text("mine", "utf-8")
    with_calendar(machine, folder)
    code, out, err = machine.day12("add", "Northwind", "--when", "2026-03-05 14:30")
    assert code == 0
    assert re.fullmatch("[0-9a-f]{16}\n", out)
    assert [line for line in err.splitlines() if "calendar" in line] == [err.splitlines()[-1]]
    assert machine.day12("due").err == ""


async def test_while_the_board_is_open_the_calendar_follows_what_is_saved(tmp_path: Path) -> None:
    folder = tmp_path / "calendar"
    settings = Settings(calendar=Calendar(folder=str(folder)))
    where = session(tmp_path, card(promise=SEVEN_TO_TEN), settings=settings)
    async with opened(where) as user:
        await user.app.calendar.keep()  # as it does a second after the start
        assert CALL in summaries(folder)
        await user.press("c", "enter")
        assert "Northwind: check in again" in summaries(folder)
        assert CALL not in summaries(folder)
        elsewhere = Store(where.store.path, clock=where.clock, state=tmp_path / "elsewhere")
        other = card("Acme", later(DAY_12, days=2))
        elsewhere.record(changes.add(other, DAY_12))
        await user.app.look()
        await user.settle()
        assert "Interview: Acme" in summaries(folder)
        await user.press("u")
        assert CALL in summaries(folder)
        shutil.rmtree(folder)
        folder.write_text("mine", "utf-8")
        await user.press("u")
        said = f"The calendar in {folder} can't be kept (a file has that name): the board goes on without it."
        assert user.toasts.count(said) == 1
        await user.press("U")
        assert user.toasts.count(said) == 1
        folder.unlink()
        await user.press("u")
        assert "Interview: Acme" in summaries(folder)
