"""`day12 import`: it says what it would do, asks in a terminal, is refused in a pipe, and does all or nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from imports import FILES
from machine import Run

INVITED, MOVED = str(FILES / "invites/g10-google-invited.ics"), str(FILES / "invites/g11-google-moved.ics")
FLOATING = str(FILES / "invites/10-floating-time.ics")


@pytest.fixture
def run(run: Run) -> Run:
    """Runs `day12` in September, when the invitations came."""
    return partial(run, now="2026-09-30T09:00", piped=b"")


def test_a_dry_run_says_what_it_would_do_and_does_nothing(run: Run) -> None:
    ran = run("import", INVITED, "--dry-run", "--json")
    [item] = ran.data
    assert set(item) == {"does", "why", "card", "people", "question", "choices"}
    assert (item["does"], item["question"], item["choices"]) == ("add", None, [])
    assert item["card"]["company"] == "Contoso"
    assert item["card"]["starts_at"] == "2026-10-12T13:00:00-04:00"
    assert item["card"]["link"] == "https://meet.google.com/xyz-abcd-efg"
    assert item["people"][0] | {"title": "", "address": ""} == {
        "name": "Maya Chen", "title": "", "email": "maya.chen@contoso.com", "phone": "", "linkedin": "", "address": "",
    }  # fmt: skip
    assert run("list", "--json").data == []


def test_an_invitation_is_imported_once_and_moved_by_its_update(run: Run) -> None:
    assert "Added Contoso · Staff Engineer" in run("import", INVITED).out
    assert "already" in run("import", INVITED).out
    assert "moved to Wed 14 Oct 14:00" in run("import", MOVED).out
    [card] = run("list", "--json").data
    assert card["starts_at"] == "2026-10-14T14:00:00-04:00"


def test_several_files_are_taken_in_their_order(run: Run) -> None:
    ran = run("import", INVITED, MOVED, "--json")
    assert [item["does"] for item in ran.data] == ["add", "update"]
    assert len(run("list", "--json").data) == 1


def test_a_mail_is_imported_from_a_pipe(run: Run) -> None:
    ran = run("import", "-", piped=(FILES / "mails/r09-greenhouse-words-only.eml").read_bytes())
    assert ran.code == 0
    [card] = run("list", "--json").data
    assert (card["company"], [person["name"] for person in card["people"]]) == (
        "Northwind",
        ["Dana Reyes", "Sam Okafor"],
    )


def test_an_import_is_taken_back_by_one_undo_however_much_was_in_it(run: Run) -> None:
    run("import", INVITED)
    assert "Undid: Contoso: added" in run("undo").out
    assert run("list", "--json").data == []
    run("import", INVITED, MOVED, str(FILES / "mails/r09-greenhouse-words-only.eml"))
    assert len(run("list", "--json").data) == 2
    assert run("undo").out == "Undid: added 2 cards\n"
    assert run("list", "--json").data == []
    assert [line[:11].strip() for line in run("redo").out.splitlines()] == ["Did again:", "Contoso", "Northwind"]
    assert len(run("undo", "--json").data) == 2


def test_what_isnt_sure_is_refused_in_a_pipe_and_nothing_is_changed(run: Run) -> None:
    ran = run("import", INVITED, FLOATING)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert "time zone" in ran.err
    assert run("list", "--json").data == []


def test_what_isnt_sure_is_asked_in_a_terminal_by_numbers(run: Run) -> None:
    ran = run("import", FLOATING, typed="x\n1\n")
    assert ran.code == 0
    assert "1  America/New_York" in ran.err
    assert "can't be read" in ran.err
    [card] = run("list", "--json").data
    assert card["starts_at"] == "2026-11-11T09:30:00-05:00"


def test_a_sign_answers_all_questions_that_are_alike(run: Run, tmp_path: Path) -> None:
    jobs = tmp_path / "jobs.csv"
    rows = "\n".join(f"Firm {number},Analyst,Interview" for number in range(20))
    jobs.write_text(f"Company,Title,Status\n{rows}\n", "utf-8")
    ran = run("import", str(jobs), typed="yesterday\n2026-09-21 10:00\n+\n")
    assert "*  all 20 such: leave it out" in ran.err
    assert "+  all 19 such: no time is set yet" in ran.err
    assert [card["starts_at"] for card in run("list", "--json").data if card["company"] == "Firm 0"] == [
        "2026-09-21T10:00:00-04:00"
    ]
    assert len(run("list", "--json").data) == 20


def test_a_terminal_that_is_closed_at_a_question_changes_nothing(run: Run) -> None:
    ran = run("import", FLOATING, typed="")
    assert ran.code == 2
    assert "nothing was changed" in ran.err
    assert run("list", "--json").data == []


def test_a_cancellation_asks_for_the_archive_and_enter_leaves_the_card(run: Run) -> None:
    run("import", INVITED)
    gone = str(FILES / "invites/g13-google-called-off.ics")
    ran = run("import", gone, typed="\n")
    assert ran.code == 0
    [card] = run("list", "--json").data
    assert card["notes"].startswith("Called off by them")


def test_a_dry_run_shows_what_would_be_asked(run: Run) -> None:
    [item] = run("import", FLOATING, "--dry-run", "--json").data
    assert item["does"] == "ask"
    assert "names no time zone" in item["question"]
    assert item["choices"] == ["America/New_York", "leave it out"]
    assert "1  America/New_York" in run("import", FLOATING, "--dry-run").out


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nothing.ics", "nothing.ics isn't there"),
        (str(FILES), "day12: files is a folder: name the files in it"),
        (str(FILES / "invites/28-not-a-calendar.ics"), "web page"),
        (str(FILES / "invites/25-truncated.ics"), "breaks off"),
        (str(FILES / "contacts/junk.vcf"), "I can make nothing of junk.vcf"),
        ("-", "what was piped in is empty"),
    ],
)
def test_what_cant_be_imported_is_one_sentence(run: Run, name: str, sentence: str) -> None:
    ran = run("import", name)
    assert ran.code == 2
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_one_bad_file_among_good_ones_changes_nothing(run: Run) -> None:
    assert run("import", INVITED, str(FILES / "contacts/junk.vcf")).code == 2
    assert run("list", "--json").data == []


def test_a_board_is_merged_card_by_card(run: Run, tmp_path: Path) -> None:
    run("import", INVITED)
    [path] = (tmp_path / "XDG_DATA_HOME").rglob("*.json")
    elsewhere = tmp_path / "other.json"
    path.rename(elsewhere)
    for left in (tmp_path / "XDG_STATE_HOME").rglob("*.json"):
        left.unlink()
    [item] = run("import", str(elsewhere), "--dry-run", "--json").data
    assert item["does"] == "update"
    assert "1 new" in item["why"]
    assert run("import", str(elsewhere)).code == 0
    assert [card["company"] for card in run("list", "--json").data] == ["Contoso"]


def test_escape_bytes_of_a_file_reach_no_terminal(run: Run) -> None:
    ran = run("import", str(FILES / "invites/31-esc-injection.ics"))
    assert "\x1b" not in ran.out + ran.err


def test_only_an_import_loads_the_calendar_library(tmp_path: Path) -> None:
    places = {"DAY12_BOARD": "b.json", "XDG_STATE_HOME": "s", "TZ": "UTC"}
    code = f"import sys; from day12.cli import main; main(['due'], {places!r})"
    script = f"{code}; print(sorted({{'icalendar', 'day12_data.exchange'}} & set(sys.modules)))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path, env=env
    )
    assert done.stdout.strip() == "[]"


def test_a_calendar_of_holidays_moves_what_falls_on_them_and_the_card_says_which(run: Run) -> None:
    run("add", "Acme", "--when", "2026-09-29 10:00", "--promised", "by 24 November")
    run("move", "Acme", "emailed")
    ran = run("import", str(FILES / "holidays/google-us.ics"))
    assert "Added 2 days off, which working days skip: Thu 26 Nov Thanksgiving Day" in ran.out
    assert "holidays.json: delete it, and they are working days again." in ran.err
    assert "All 2 days off are known already" in run("import", str(FILES / "holidays/google-us.ics")).out
    now = "2026-11-25T09:00"
    page = run("show", "Acme", now=now).out
    assert "Thu 26 Nov is Thanksgiving Day: a day off." in page
    assert "check in Fri 27 Nov" in page
    assert run("due", now=now).code == 0
