"""The calendar's folder: kept in step with the board, and nothing in it touched that is somebody else's."""

from __future__ import annotations

import datetime as dt
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import icalendar
import msgspec
import pytest

from day12_data.board import Board
from day12_data.card import Card, CheckIn, Promise, replace
from day12_data.edits import edit, move, remove
from day12_data.exchange.calendar_folder import CalendarFolder
from day12_data.kinds import Stage
from day12_data.rules import DEFAULT_RULES, Rules
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, board, card, done, later

OVER = later(INTERVIEW, minutes=50)
ASKED = edit(card(), OVER, promise=SEVEN_TO_TEN)
INTERVIEW_EVENT, THANKS, CALL = "Interview: Northwind", "Northwind: email your thanks", "Northwind: check in"


class Machine:
    """One machine with a board, and the calendar's folder."""

    def __init__(self, home: Path, folder: Path | str | None = None, name: str = "one", rules: Rules = DEFAULT_RULES):
        self.folder = Path(folder or home / "calendar")
        self._calendar = CalendarFolder(str(self.folder), home / "board.json", home / name, rules)

    def sync(self, of: Board | Card, now: dt.datetime = OVER) -> str:
        return self._calendar.sync(of if isinstance(of, Board) else board(of), now)

    @property
    def until(self) -> dt.datetime:
        return self._calendar.until

    def files(self) -> dict[str, Path]:
        """The files by what their events are called."""
        return {str(self.event(path)["SUMMARY"]): path for path in self.folder.glob("*.ics")}

    def event(self, path: Path) -> Any:
        [event] = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
        assert path.name == f"{event['UID']}.ics"
        return event

    def state(self) -> dict[str, tuple[int, int]]:
        """Which files there are: inodes and times of change."""
        return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in self.folder.iterdir()}


def edited(before: Card, minutes: int = 1, **fields: Any) -> Card:
    """The card after an edit so many minutes later."""
    return replace(before, updated=later(before.updated, minutes=minutes), **fields)


def until(day: str) -> Promise:
    """The promise with another last day."""
    return msgspec.structs.replace(SEVEN_TO_TEN, latest=dt.date.fromisoformat(day))


def test_the_folder_follows_the_board_and_what_did_not_change_is_not_written(tmp_path: Path) -> None:
    mine = Machine(tmp_path, tmp_path / "deep" / "calendar")
    assert mine.sync(ASKED) == ""
    assert set(mine.files()) == {INTERVIEW_EVENT, THANKS, CALL}
    if sys.platform != "win32":
        assert mine.folder.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in mine.folder.iterdir()} == {0o600}
    before, thanks = mine.state(), mine.files()[THANKS].name
    assert mine.sync(edited(ASKED, notes="a note")) == ""
    assert mine.state() == before
    Machine(tmp_path, mine.folder).sync(edited(ASKED, notes="in another run"))
    assert mine.state() == before
    mine.sync(move(ASKED, Stage.EMAILED, OVER))
    del before[thanks]
    assert before.items() <= mine.state().items()
    assert set(mine.files()) == {INTERVIEW_EVENT, "Northwind: mail a paper note", CALL}
    mine.sync(remove(ASKED))
    assert mine.state() == {}


def test_an_event_that_moves_keeps_its_file_and_its_number_rises_in_the_next_run_too(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    path = mine.files()[CALL]
    numbers = [mine.event(path)["SEQUENCE"]]

    def now_on(day: str) -> None:
        assert mine.event(path)["DTSTART"].dt == dt.date.fromisoformat(day)
        numbers.append(mine.event(path)["SEQUENCE"])

    longer = edited(ASKED, promise=until("2026-03-20"))
    Machine(tmp_path).sync(longer)
    now_on("2026-03-23")
    Machine(tmp_path, rules=Rules(grace_days=4)).sync(longer)  # the card is the same
    now_on("2026-03-24")
    Machine(tmp_path).sync(edited(longer, check_ins=(CheckIn(at=OVER), CheckIn(at=DAY_12))), DAY_12)
    assert not path.exists()
    Machine(tmp_path).sync(edited(longer, 2), DAY_12)
    now_on("2026-03-23")
    assert numbers == sorted(set(numbers))


def test_time_alone_takes_away_what_is_silent_by_then(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    assert mine.until == later(OVER, minutes=55, seconds=1)  # when thanks are overdue
    mine.sync(ASKED, mine.until)
    mine.sync(ASKED, mine.until)
    assert set(mine.files()) == {INTERVIEW_EVENT, CALL}


def test_what_was_moved_or_deleted_in_the_calendar_stays_so_until_it_changes_on_the_board(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    files = mine.files()
    files[THANKS].unlink()
    other = files[CALL].read_bytes().replace(b"20260317", b"20260318").replace(b"-//day12//day12//EN", b"-//phone//")
    files[CALL].write_bytes(other)
    for again in (mine, Machine(tmp_path)):
        again.sync(edited(ASKED, notes="a note"))
        assert set(again.files()) == {INTERVIEW_EVENT, CALL}
        assert files[CALL].read_bytes() == other
    mine.sync(edited(ASKED, promise=until("2026-03-20")))
    assert mine.event(files[CALL])["DTSTART"].dt == dt.date(2026, 3, 23)
    files[CALL].write_bytes(other)
    mine.sync(remove(ASKED))
    assert mine.files() == {}


def test_a_folder_that_was_emptied_or_is_gone_is_filled_anew(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    for _ in range(2):
        mine.sync(ASKED)
        assert len(mine.files()) == 3
        for path in mine.folder.iterdir():
            path.unlink()
    mine.folder.rmdir()
    mine.sync(ASKED)
    assert len(mine.files()) == 3


def test_without_its_memory_it_still_knows_its_own_files(tmp_path: Path) -> None:
    Machine(tmp_path).sync(ASKED)
    new = Machine(tmp_path, name="another state folder")
    before = new.state()
    new.sync(ASKED)
    assert new.state() == before
    newer = Machine(tmp_path, name="a third one")
    newer.sync(done(ASKED, *Stage))
    assert set(newer.files()) == {INTERVIEW_EVENT, CALL}


def test_what_is_not_ours_is_never_touched(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    files = mine.files()
    theirs = files[THANKS].read_bytes().replace(files[THANKS].stem.encode(), b"somebody-elses")
    others = {"birthday.ics": theirs, "note.txt": b"x", "color": b"#ff0000", "broken.ics": b"\xff\x00"}
    for name, data in others.items():
        (mine.folder / name).write_bytes(data)
    others |= {files[THANKS].name: theirs}
    files[THANKS].write_bytes(theirs)
    (mine.folder / "a folder.ics").mkdir()
    strange = card("Acme", id="00000000000000aa")
    Machine(tmp_path / "other", mine.folder).sync(strange)
    moved = edited(ASKED, starts_at=later(INTERVIEW, days=1), ends_at=later(OVER, days=1))
    for of in (moved, board()):
        assert mine.sync(of) == ""
        assert {name: (mine.folder / name).read_bytes() for name in others} == others
        assert (mine.folder / "a folder.ics").is_dir()
    assert b"Interview: Acme" in b"".join(path.read_bytes() for path in mine.folder.glob("*.ics") if path.is_file())


def test_two_machines_that_share_the_folder_do_not_undo_each_others_work(tmp_path: Path) -> None:
    one, two = Machine(tmp_path, name="one"), Machine(tmp_path, name="two", rules=Rules(grace_days=4))
    one.sync(ASKED)
    two.sync(ASKED)  # it has other rules: the last one to change its mind has the say
    seen = one.state()
    for _ in range(3):
        one.sync(edited(ASKED, notes="a note"))
        two.sync(edited(ASKED, notes="a note"))
    assert one.state() == seen
    moved = edited(ASKED, starts_at=later(INTERVIEW, days=1), ends_at=later(OVER, days=1))
    one.sync(moved)
    seen = one.state()
    two.sync(edited(ASKED, notes="its board is older still"))
    assert one.state() == seen
    kept = one.files()[INTERVIEW_EVENT].read_bytes()
    two.sync(moved)
    assert one.files()[INTERVIEW_EVENT].read_bytes() == kept


def test_two_that_write_the_folder_at_the_same_time_leave_each_event_whole(tmp_path: Path) -> None:
    cards = [replace(ASKED, id=f"{number:016x}") for number in range(20)]
    machines = [Machine(tmp_path, name=name) for name in ("one", "two")]  # neither sees the other's lock
    with ThreadPoolExecutor() as threads:
        for minutes in range(3):
            now = board(*(edited(each, minutes, role=f"Role {minutes}") for each in cards))
            assert list(threads.map(lambda machine, now=now: machine.sync(now), machines)) == ["", ""]
    events = [machines[0].event(path) for path in machines[0].folder.iterdir()]
    assert len(events) == 60
    assert {str(each["DESCRIPTION"]).partition("\n")[0] for each in events if "Interview: " in each["SUMMARY"]} == {
        "Role 2"
    }


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_is_said(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.folder.mkdir(mode=0o500)
    assert mine.sync(ASKED) == (
        f"The calendar in {mine.folder} can't be kept (permission denied): the board goes on without it."
    )


def test_a_folder_that_cannot_be_used_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "x"):
        said = Machine(tmp_path, folder).sync(ASKED)
        assert said == f"The calendar in {folder} can't be kept (a file has that name): the board goes on without it."
    said = Machine(tmp_path, "calendars/day12").sync(ASKED)
    assert said == "[calendar] folder is “calendars/day12”: write it whole, such as ~/.calendars/day12."
    assert (tmp_path / "file").read_text("utf-8") == "mine"
    said = Machine(tmp_path, f"{tmp_path}/a\0b").sync(ASKED)
    assert said.startswith(f"The calendar in {tmp_path}/ab can't be kept (")  # each Python says in its own words why
    assert said.endswith("): the board goes on without it.")


def test_a_number_that_is_none_in_an_event_of_ours_is_no_reason_to_stop(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    path = mine.files()[CALL]
    number = f"SEQUENCE:{mine.event(path)['SEQUENCE']}".encode()
    path.write_bytes(path.read_bytes().replace(number, b"SEQUENCE:" + b"9" * 5000))
    assert mine.sync(edited(ASKED, promise=until("2026-03-20"))) == ""
    assert mine.event(path)["DTSTART"].dt == dt.date(2026, 3, 23)


def test_what_a_killed_day12_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    half = mine.folder / ".some-event.ics.0a1b2c3d.day12-tmp"
    half.write_bytes(b"BEGIN:VCAL")
    mine.sync(edited(ASKED, promise=until("2026-03-20")))
    assert not half.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such limit")
def test_on_a_full_disk_each_event_is_whole_or_as_it_was(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    mine = Machine(tmp_path)
    mine.sync(ASKED)
    before = {path.name: path.read_bytes() for path in mine.folder.iterdir()}
    longer = edited(ASKED, promise=until("2026-03-20"), role="a role that makes it longer")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(map(len, before.values())) - 20, limits[1]))
    try:
        assert mine.sync(longer).startswith(f"The calendar in {mine.folder} can't be kept (file too large)")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path.name: path.read_bytes() for path in mine.folder.iterdir()} == before
    assert mine.sync(longer) == ""
    assert mine.event(mine.files()[CALL])["DTSTART"].dt == dt.date(2026, 3, 23)
