"""The calendar's folder follows the board: after each command, and while the board is open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import changes
from day12.cli import main
from day12_data.settings import Calendar, Settings
from day12_data.store import Store
from driver import opened
from kit import DAY_12, SEVEN_TO_TEN, ZONE, card, later, session

CALL = "Northwind: check in"


def summaries(folder: Path) -> set[str]:
    found = (re.search("(?m)^SUMMARY:(.*?)\r?$", path.read_text("utf-8")) for path in folder.glob("*.ics"))
    return {each[1] for each in found if each}


class Shell:
    """A terminal of somebody with a calendar in their settings."""

    def __init__(self, home: Path, folder: str) -> None:
        (home / "config" / "day12").mkdir(parents=True)
        (home / "config" / "day12" / "settings.toml").write_text(f'[calendar]\nfolder = "{folder}"\n', "utf-8")
        names = {"XDG_STATE_HOME": "state", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data"}
        self._env = {name: str(home / place) for name, place in names.items()} | {"TZ": ZONE}

    def __call__(self, *arguments: str, now: str = "2026-03-05T15:30") -> int:
        return main(arguments, self._env | {"DAY12_NOW": now})


def test_each_command_that_changes_the_board_changes_the_calendar(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day12, folder = Shell(tmp_path, "~/calendars/day12"), tmp_path / "calendars" / "day12"
    add = ["Northwind", "--when", "2026-03-05 14:30", "--promised", "7-10 days"]
    assert day12("add", *add, "--demo") == 0
    assert not folder.exists()
    assert day12("add", *add) == 0
    both = {"Interview: Northwind", CALL}
    assert summaries(folder) == {*both, "Northwind: email your thanks"}
    assert day12("move", "northwind", "mailed") == 0
    assert summaries(folder) == {*both, "Northwind: connect on LinkedIn"}
    assert day12("undo") == 0
    assert summaries(folder) == {*both, "Northwind: email your thanks"}
    written = tmp_path / "all.ics"
    assert day12("export", str(written)) == 0
    assert set(re.findall("(?m)^SUMMARY:(.*?)\r?$", written.read_text("utf-8"))) == summaries(folder)
    assert "Exported 3 events to all.ics." in capsys.readouterr().out
    assert day12("import", str(written)) == 2  # or its interviews would be on the board twice
    assert (
        capsys.readouterr().err == "day12: all.ics was written by day12 for a calendar: import `day12 export --json`.\n"
    )
    day12("delete", "northwind")
    assert summaries(folder) == set()


@pytest.mark.parametrize("folder", ["calendars", "~/file"])
def test_a_folder_that_cannot_be_kept_is_said_and_the_command_has_done_its_work(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    day12 = Shell(tmp_path, folder)
    assert day12("add", "Northwind", "--when", "2026-03-05 14:30") == 0
    said = capsys.readouterr()
    assert re.fullmatch("[0-9a-f]{16}\n", said.out)
    assert said.err.count("calendar") >= 1
    assert len(said.err.splitlines()) == 2
    assert day12("due") == 0
    assert capsys.readouterr().err == ""


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
