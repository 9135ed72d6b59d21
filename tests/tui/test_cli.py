"""The command line as scripts and people use it: the design's contract, and one sentence for whatever is wrong."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kit import TOUGH_NAME
from machine import Ran, Run

ADD = ["add", "Northwind", "--role", "Data engineer", "--when", "2026-03-05 14:30", "--promised", "7-10 days"]


@pytest.mark.parametrize(
    ("now", "urgency", "label", "day"),
    [
        ("2026-03-15T23:59:59", "waiting", "· wait until 16 Mar", 10),
        ("2026-03-16T00:00", "due", "! check in: the window has passed", 11),
        ("2026-03-17T00:00", "overdue", "‼ check in: today", 12),
    ],
)
def test_the_articles_case_is_waiting_then_due_then_overdue(
    run: Run, now: str, urgency: str, label: str, day: int
) -> None:
    assert run(*ADD).code == 0
    [card] = run("list", "--json", now=now).data
    assert (card["urgency"], card["label"], card["day"]) == (urgency, label, day)
    assert card["promise"]["earliest"] == "2026-03-12"
    assert card["promise"]["latest"] == "2026-03-15"
    assert card["step"]["stage"] == "checked_in"
    assert card["step"]["due"] == "2026-03-17T00:00:00-04:00"
    assert label in run("list", now=now).out


def test_add_prints_the_id_alone_so_that_a_script_can_use_it(run: Run) -> None:
    added = run(*ADD)
    ident = added.out.strip()
    assert run("show", ident, "--json").data["id"] == ident
    assert run("show", ident[:5], "--json").data["company"] == "Northwind"
    assert run("show", "northwind", "--json").data["role"] == "Data engineer"


def test_a_card_as_json_has_what_the_contract_names(run: Run) -> None:
    run(*ADD)
    [card] = run("list", "--json").data
    wanted = {"id", "company", "role", "starts_at", "ends_at", "stage", "promise", "step", "urgency", "day", "outcome"}
    assert wanted <= set(card)
    assert card["starts_at"] == "2026-03-05T14:30:00-05:00"
    assert card["ends_at"] == "2026-03-05T15:15:00-05:00"
    assert card["stage"] == "asked"
    assert card["outcome"] is None
    assert set(card["step"]) >= {"stage", "opens", "due", "why"}


def test_add_takes_people_anchors_a_note_and_a_length(run: Run) -> None:
    options = ["--person", "Dana Reyes, Head of Data <dana@acme.example>", "--person", "Tom", "--minutes", "90"]
    run("add", "Acme", *options, "--anchor", "book: The Goal", "--note", "on call", "--where", "Room 4")
    shown = run("show", "Acme", "--json").data
    assert [person["name"] for person in shown["people"]] == ["Dana Reyes", "Tom"]
    assert shown["people"][0]["email"] == "dana@acme.example"
    assert shown["anchors"][0]["text"] == "The Goal"
    assert shown["ends_at"] > shown["starts_at"]
    page = run("show", "Acme").out
    assert all(text in page for text in ("Dana Reyes", "Head of Data", "The Goal", "on call", "Room 4"))


def test_move_goes_to_a_stage_or_one_on_and_one_back(run: Run) -> None:
    run(*ADD)
    assert run("move", "Northwind", "next", "--json").data["stage"] == "emailed"
    assert run("move", "Northwind", "connected", "--json").data["stage"] == "connected"
    assert run("move", "Northwind", "back", "--json").data["stage"] == "mailed"
    assert "Northwind: moved to Checked in" in run("move", "Northwind", "checked_in").out
    assert run("move", "Northwind", "next").code == 2


def test_edit_changes_only_what_is_given(run: Run) -> None:
    run(*ADD)
    before = run("show", "Northwind", "--json").data
    after = run("edit", "Northwind", "--role", "Lead", "--json").data
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"role", "updated"}
    assert run("edit", "Northwind", "--promised", "two weeks", "--json").data["promise"]["latest"] == "2026-03-19"


def test_each_person_is_said_as_read_and_one_on_the_card_is_changed_or_taken_off(run: Run) -> None:
    added = run("add", "Acme", "--person", "jen wu - eng mgr, jen@acme.example", "--person", "Tom")
    assert "jen wu · eng mgr · jen@acme.example\nTom\n" in added.err
    assert (
        "jen wu · eng mgr · jen@acme.example · +1 206 555 0133"
        in run("edit", "Acme", "--person", "Jen +1 206 555 0133").err
    )
    run("edit", "Acme", "--remove-person", "tom")
    [person] = json.loads(run("show", "Acme", "--json").out)["people"]
    assert (person["name"], person["phone"]) == ("jen wu", "+1 206 555 0133")
    refused = run("edit", "Acme", "--remove-person", "Eve")
    assert refused == (2, "", "day12: Nobody on the card is called “Eve”: there is jen wu.\n")


def test_what_was_done_earlier_is_recorded_for_the_moment_at_which_it_was(run: Run) -> None:
    run("add", "Acme", "--when", "2026-03-05 14:30", "--promised", "7-10 days")
    run("move", "Acme", "emailed", "--on", "5 March 4pm", now="2026-03-07T10:00")
    assert "✓ Emailed thanks: Thu 5 Mar 16:00" in run("show", "Acme").out
    answered = run("reply", "Acme", "another week", "--on", "yesterday 4pm", now="2026-03-17T10:00")
    assert "Mon 23 Mar · check in Wed 25 Mar (Day 20)" in answered.err
    run("archive", "Acme", "--outcome", "silent", "--on", "20 March", now="2026-03-24T10:00")
    assert run("list", "--archived", "--json").data[0]["outcome"] == "silent"
    refused = run("move", "Acme", "next", "--on", "25 March 2027 4pm", now="2026-03-17T10:00")
    assert (refused.code, "is still to come" in refused.err) == (2, True)


def test_an_interview_still_to_come_is_not_moved_and_says_when_it_is(run: Run) -> None:
    run("add", "Acme", "--when", "2026-03-18 10:00 London")
    refused = run("move", "Acme", "next")
    assert refused == (2, "", "day12: Acme: the interview is on Wed 18 Mar 06:00 (10:00 London).\n")
    assert run("show", "Acme", "--json").data["stage"] == "asked"


def test_an_offer_stays_on_the_board_with_the_day_of_the_answer(run: Run) -> None:
    run("add", "Acme", "--when", "2026-03-05 14:30")
    offered = run("reply", "Acme", "by Friday", "--kind", "offer", now="2026-03-09T10:00")
    assert "an offer  ! answer their offer by 13 Mar" in offered.out
    assert "‼ answer their offer 10 h late" in run("due", now="2026-03-14T10:00").out
    assert "archived as accepted" in run("archive", "Acme", "--outcome", "accepted", now="2026-03-14T10:00").out
    assert run("due", now="2026-03-14T10:00").out == ""


def test_other_answers_have_a_kind_each(run: Run) -> None:
    run("add", "Acme", "--when", "2026-03-05 14:30", "--promised", "within two weeks")
    not_kept = run("reply", "Acme", "--kind", "not_kept", now="2026-03-12T17:00")
    assert "they didn't do as they had said  ! check in: promise not kept" in not_kept.out
    run("add", "Globex", "--when", "2026-03-05 14:30")
    assert "ask for a new time" in run("reply", "Globex", "--kind", "missed", now="2026-03-05T15:00").out
    assert "they replied: a no" in run("reply", "Acme", "sorry", "--kind", "no", now="2026-03-13T10:00").out
    assert "is no kind of answer: use promise" in run("reply", "Acme", "x", "--kind", "maybe").err


def test_a_next_round_has_a_card_of_its_own_and_one_undo_takes_both_back(run: Run) -> None:
    run("add", "Acme", "--when", "2026-03-05 14:30", "--person", "Dana Reyes")
    answered = run("reply", "Acme", "come again", "--kind", "next_round", now="2026-03-09T10:00")
    assert "they replied: next round" in answered.out
    new = answered.err.partition("`day12 edit ")[2].split()[0]
    run("edit", new, "--when", "2026-03-20 10:00", now="2026-03-09T10:01")
    after = run("show", new, "--json", now="2026-03-09T10:02").data
    assert (after["company"], after["people"][0]["name"]) == ("Acme", "Dana Reyes")
    assert after["starts_at"].startswith("2026-03-20T10:00")
    run("undo", now="2026-03-09T10:03")
    assert "Undid: " in run("undo", now="2026-03-09T10:04").out
    assert [each["company"] for each in run("list", "--json").data] == ["Acme"]


def test_a_deleted_card_comes_back_with_undo(run: Run) -> None:
    run("add", "Acme")
    assert run("delete", "Acme").out == "Acme: deleted\n"
    assert run("list").out == ""
    run("undo")
    assert "Acme" in run("list").out


def test_a_second_card_for_the_same_interview_is_pointed_out(run: Run) -> None:
    first = run("add", "Acme", "--role", "SRE").out.strip()
    assert f"There is another card for this interview: {first}." in run("add", "acme", "--role", "sre").err
    assert "another card" not in run("add", "Acme", "--role", "Analyst").err


def test_every_time_is_told_by_the_readers_clock_with_theirs_in_brackets(run: Run) -> None:
    """A person in New York, where summer time begins on 8 March, three weeks before Europe's."""
    for company, when in {
        "Lloyd": "2026-03-06 10:00 London",
        "Sony": "2026-03-10 09:00 Asia/Tokyo",
        "Zalando": "2026-03-30 16:00 Europe/Berlin",
    }.items():
        run("add", company, "--when", when, "--minutes", "60")
    assert run("show", "Lloyd").out.splitlines()[1] == "Fri 6 Mar 05:00–06:00 (10:00–11:00 London)"
    assert run("show", "Sony").out.splitlines()[1] == "Mon 9 Mar 20:00–21:00 (Tue 10 Mar 09:00–10:00 Tokyo)"
    assert run("show", "Zalando").out.splitlines()[1] == "Mon 30 Mar 10:00–11:00 (16:00–17:00 Berlin)"
    listed = run("list").out
    assert "· on 6 Mar 05:00 (10:00 London)" in listed
    assert "· on 9 Mar 20:00 (09:00 Tokyo)" in listed
    assert "! ask by 21:00 (10:00 Tokyo)" in run("due", now="2026-03-09T20:30").out
    run("move", "Sony", "emailed", now="2026-03-09T21:30")
    assert "✓ Emailed thanks: Mon 9 Mar 21:30 (Tue 10 Mar 10:30 Tokyo)" in run("show", "Sony").out
    assert "Mon 9 Mar 21:30 (Tue 10 Mar 10:30 Tokyo)  moved to Emailed thanks" in run("show", "Sony").out


def test_reply_starts_a_new_window(run: Run) -> None:
    run(*ADD)
    replied = run("reply", "Northwind", "another week", "--json", now="2026-03-17T10:00").data
    assert replied["promise"]["latest"] == "2026-03-24"
    assert replied["urgency"] == "waiting"


def test_archive_takes_the_card_off_the_list(run: Run) -> None:
    run(*ADD)
    assert run("archive", "Northwind", "--outcome", "rejected").code == 0
    assert run("list").out == ""
    assert run("list", "--archived", "--json").data[0]["outcome"] == "rejected"


def test_a_card_in_the_archive_says_so_when_it_is_changed(run: Run) -> None:
    run("add", "Northwind", "--when", "2026-03-05 14:30")
    run("archive", "Northwind", "--outcome", "rejected")
    assert "(in the archive: rejected)" in run("reply", "Northwind", "two weeks").out
    assert run("delete", "Northwind").out == "Northwind: deleted\n"
    assert "(in the archive: rejected)" in run("undo").out


def test_how_an_interview_ended_is_not_said_again_beside_it(run: Run) -> None:
    run("add", "Northwind", "--when", "2026-03-05 14:30")
    said = run("archive", "Northwind", "--outcome", "silent").out
    assert said == "Northwind: archived as silent  ✓ silent  (in the archive)\n"


def test_an_anchor_that_is_there_already_is_not_put_there_twice(run: Run) -> None:
    run("add", "Northwind", "--when", "2026-03-05 14:30", "--anchor", "book: The Goal")
    run("edit", "Northwind", "--anchor", "book: The Goal", "--anchor", "topic: boats")
    assert run("show", "Northwind").out.count("The Goal") == 1


def test_undo_and_redo_work_from_one_command_to_the_next(run: Run) -> None:
    run(*ADD)
    run("move", "Northwind", "next")
    assert "Undid: Northwind: moved to Emailed thanks" in run("undo").out
    assert run("show", "Northwind", "--json").data["stage"] == "asked"
    assert "Did again: Northwind: moved to Emailed thanks" in run("redo").out
    assert run("show", "Northwind", "--json").data["stage"] == "emailed"
    assert run("redo").code == 2


def test_due_says_by_its_exit_code_alone_whether_something_is(run: Run) -> None:
    run(*ADD)
    assert run("due", "--quiet", now="2026-03-14T12:00") == Ran(1, "", "")
    assert run("due", "--quiet", now="2026-03-16T12:00") == Ran(0, "", "")
    assert run("due", now="2026-03-14T12:00") == Ran(0, "", "")
    assert "Northwind" in run("due", now="2026-03-16T12:00").out


def test_due_within_a_time_adds_what_will_be_due_and_todays_interviews_are_always_there(run: Run) -> None:
    run(*ADD)  # the window passes on the 16th
    run("add", "Proseware", "--when", "2026-03-15 09:00 Asia/Tokyo")  # the evening of the 14th

    def companies(*options: str, now: str = "2026-03-14T12:00") -> list[str]:
        return [card["company"] for card in run("due", "--json", *options, now=now).data]

    assert companies() == ["Proseware"]
    assert run("due", now="2026-03-14T12:00").out.split("  ")[1:3] == ["Proseware", "· at 20:00 (09:00 Tokyo)"]
    assert companies(now="2026-03-13T23:59") == []
    assert run("due", "--quiet", now="2026-03-13T23:59").code == 1
    assert run("due", "--quiet", now="2026-03-14T12:00").code == 0
    for within in ("1d", "0", "35h", "1 day"):
        assert companies("--within", within) == ["Proseware"]
    for within in ("2d", "36h", "1w", "3 weeks"):
        assert companies("--within", within) == ["Proseware", "Northwind"]
    [_, northwind] = run("due", "--within", "3d", "--json", now="2026-03-14T12:00").data
    assert (northwind["urgency"], northwind["step"]["opens"]) == ("waiting", "2026-03-16T00:00:00-04:00")
    assert run("due", "--quiet", "--within", "3d", now="2026-03-13T12:00").code == 0
    wrong = run("due", "--within", "a month")
    assert wrong == Ran(2, "", "day12: “a month” isn't how far ahead to look: write it like 3d, 12h or 1w.\n")


def test_list_filters_by_urgency_stage_and_words_and_by_the_settings(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "XDG_CONFIG_HOME" / "day12"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text('[filters]\nlate = { find = "data", overdue = true }\nm = "muller"')
    run(*ADD)
    run("add", "Müller GmbH", "--when", "2026-03-16 10:00", "--promised", "2 weeks", now="2026-03-16T10:30")
    late = "2026-03-17T12:00"

    def companies(*options: str) -> list[str]:
        return [card["company"] for card in run("list", "--json", *options, now=late).data]

    assert companies("--overdue", "--find", "data") == ["Northwind"]
    assert companies("--find", "muller") == ["Müller GmbH"]
    assert sorted(companies("--stage", "asked")) == ["Müller GmbH", "Northwind"]
    assert companies("--stage", "mailed") == []
    assert companies("--filter", "late") == ["Northwind"]
    assert companies("--filter", "m", "--stage", "asked") == ["Müller GmbH"]
    assert companies("--filter", "m", "--find", "data") == []
    unknown = run("list", "--filter", "none")
    assert unknown == Ran(2, "", "day12: there is no filter “none”: use late, m.\n")


def test_a_promise_is_read_aloud(run: Run) -> None:
    assert run("promise", "7-10 days").out == "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)\n"
    read = run("promise", "7-10 days", "--json").data
    choice = {"words": "7-10 days", "earliest": "2026-03-12", "latest": "2026-03-15"}
    assert read == {"kind": "window", **choice, "choices": [], "message": ""}
    asked = run("promise", "interviews this week, decision next week", "--json").data
    assert asked["kind"] == "ask"
    assert [each["words"] for each in asked["choices"]] == ["next week", "this week"]
    assert run("promise", "soon", "--json").data["kind"] == "vague"
    refused = run("promise", "after Easter", "--json")
    assert refused.code == 2
    assert refused.data["kind"] == "refused"
    assert refused.data["message"]
    assert run("promise", "after Easter").code == 2


def test_without_words_the_promise_command_shows_what_can_be_said(run: Run) -> None:
    shown = run("promise")
    assert shown.code == 0
    assert "7-10 days" in shown.out


def test_promises_are_read_a_line_at_a_time(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("7-10 days\nsoon\n\nafter Easter\n"))
    done = run("promise", "--stdin", "--on", "2026-03-05T14:30")
    assert done.code == 0
    assert [json.loads(line)["kind"] for line in done.out.splitlines()] == ["window", "vague", "vague", "refused"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["add", ""], "A card needs a company"),
        (["add", "   "], "A card needs a company"),
        (["add", "Acme", "--when", "2026-02-30 10:00"], "30"),
        (["add", "Acme", "--when", "nonsense"], "nonsense"),
        (["add", "Acme", "--minutes", "-5"], "minutes"),
        (["add", "Acme", "--minutes", "0"], "minutes"),
        (["add", "Acme", "--promised", "by 3/4"], "April"),
        (["add", "Acme", "--promised", "by February 30"], "February"),
        (["add", "Acme", "--person", "<nobody>"], "nobody"),
        (["add", "x" * 5000], "too long"),
        (["move", "Northwind", "nowhere"], "is no stage: use asked, emailed"),
        (["list", "--stage", "nowhere"], "is no stage"),
        (["list", "--filter", "x"], "there is no filter “x”: write it below [filters] in settings.toml."),
        (["move", "Nobody", "next"], "No card fits “Nobody”"),
        (["archive", "Northwind", "--outcome", "won"], "is no outcome: use accepted"),
        (["archive", "Northwind"], "--outcome"),
        (["reply", "Northwind", "by Easter"], "aster"),
        (["edit", "Northwind"], "changes nothing"),
        (["edit", "Northwind", "--company", ""], "A card needs a company"),
        (["undo", "again"], "unrecognized arguments"),
        (["fly"], "no command “fly”"),
        (["promise", "7 days", "--on", "never"], "never"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_changes(
    run: Run, tmp_path: Path, arguments: list[str], says: str
) -> None:
    run(*ADD)
    path = tmp_path / "XDG_DATA_HOME" / "day12" / "board.json"
    before = path.read_bytes()
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert says in ran.err
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err
    assert path.read_bytes() == before


def test_a_folder_or_a_file_that_is_no_board_is_refused_and_left_alone(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text("not json")
    for path in (tmp_path, bad):
        for arguments in ([], ["list"], ["due"], ADD):
            ran = run("--board", str(path), *arguments)
            assert ran.code == 2
            assert len(ran.err.strip().splitlines()) == 1
    assert bad.read_text() == "not json"


def test_a_clock_that_cannot_be_read_is_said(run: Run) -> None:
    ran = run("list", now="yesterday")
    assert ran.code == 2
    assert "DAY12_NOW" in ran.err


def test_a_board_that_is_not_there_yet_is_said_and_not_made(run: Run, tmp_path: Path) -> None:
    ran = run("--board", str(tmp_path / "typo.json"), "list")
    assert (ran.code, ran.out) == (0, "")
    assert "there is no board at" in ran.err
    assert not (tmp_path / "typo.json").exists()


def test_a_reply_without_a_day_leaves_the_promise_as_it_was(run: Run) -> None:
    run(*ADD)
    replied = run("reply", "Northwind", "no news yet", "--json").data
    assert replied["promise"]["latest"] == "2026-03-15"
    assert "no news yet" in run("show", "Northwind").out


def test_settings_that_cannot_be_used_are_said_and_the_rest_is_used(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "XDG_CONFIG_HOME" / "day12"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text("minutes = 'many'\nday_first = true\nminuets = 3")
    ran = run("add", "Acme", "--when", "3/2 10:00", "--json")
    assert ran.code == 0
    assert ran.data["starts_at"].startswith("2026-02-03T10:00")
    assert ran.data["ends_at"].startswith("2026-02-03T10:45")
    assert ran.err.count("\n") == ran.err.count(f"day12: In {folder / 'settings.toml'}, ") == 2
    assert run("due", "--quiet") == (0, "", "")


def test_the_board_needs_a_terminal_and_says_so(run: Run) -> None:
    ran = run()
    assert ran.code == 2
    assert ran.err == "day12: the board needs a terminal: in a script, use `day12 list` or `day12 due`.\n"


def test_a_hostile_name_is_kept_without_what_could_drive_a_terminal(run: Run) -> None:
    run("add", TOUGH_NAME)
    for shown in (run("list"), run("show", "日本語"), run("due"), run("list", "--find", "[red]x[/]")):
        assert "call [/Bob] back 日本語 👩‍💻 [red]x[/]" in shown.out
        assert "\x1b" not in shown.out
    assert run("move", "日本語", "next").code == 0


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out.startswith("day12 ")


def test_demo_shows_every_state_and_leaves_your_board_alone(run: Run, tmp_path: Path) -> None:
    urgencies = {card["urgency"] for card in run("--demo", "list", "--json").data}
    assert urgencies == {"overdue", "due", "waiting", "quiet"}
    assert run("list").out == ""
    run("--demo", "move", "Acme", "next")
    assert run("--demo", "show", "Acme", "--json").data["stage"] == "emailed"
    assert run("--demo", "show", "Acme", "--json", now="2026-03-06T15:30").data["stage"] == "asked"


def _in_a_shell(command: str, home: Path, **env: str) -> Ran:
    """A line of a script in which `$day12` is the program, with nothing but this folder as its home."""
    places = {"HOME": str(home), "PYTHONPATH": os.pathsep.join(sys.path), "day12": f"{sys.executable} -m day12"}
    done = subprocess.run(["sh", "-c", command], env=places | env, capture_output=True, text=True, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize(
    ("command", "code", "says"),
    [
        ("$day12 list >&-", 0, "there is no board at"),
        ("$day12 promise --stdin <&-", 0, ""),
        ("$day12 <&-", 2, "needs a terminal"),
        ("$day12 show nobody 2>&-", 2, ""),
        ("$day12 --version >/dev/full", 2, "I couldn't print (no space left on device)."),
        ("$day12 --demo list >/dev/full", 2, "I couldn't print (no space left on device)."),
        ("$day12 merge '~nobodyhere/board.json'", 2, "There is no file"),
        ("DAY12_BOARD='~nobodyhere/board.json' $day12 due --quiet", 1, ""),
        ("XDG_STATE_HOME=/proc/nowhere $day12 --demo list", 2, "I couldn't save"),
    ],
)
def test_streams_and_folders_that_are_not_there_cost_a_sentence_at_most(
    tmp_path: Path, command: str, code: int, says: str
) -> None:
    ran = _in_a_shell(command, tmp_path)
    assert (ran.code, ran.err.count("\n")) == (code, 1 if says else 0)
    assert says in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="arguments are text there")
@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_an_argument_in_another_encoding_loses_no_letter(tmp_path: Path, locale: dict[str, str], encoding: str) -> None:
    def day12(*arguments: bytes) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "day12", *arguments],
            env={"HOME": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path), **locale},
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    day12(b"add", "Müller".encode(encoding), b"--person", "Zoë Günther €".encode(encoding))
    card = json.loads(day12(b"show", "müller".encode(encoding), b"--json"))
    assert (card["company"], card["people"][0]["name"]) == ("Müller", "Zoë Günther €")


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text there")
def test_a_file_keeps_its_name_in_whatever_encoding(tmp_path: Path, run: Run) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/b\xfcrd.json")
    assert run("--board", path, "add", "Acme").code == 0
    assert Path(path).exists()
    assert run("merge", path, "--json").data["added"] == 1


@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo"])
@pytest.mark.parametrize("year", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_a_card_is_shown_whatever_year_its_log_names(run: Run, tmp_path: Path, year: str, zone: str) -> None:
    run(*ADD)
    path = tmp_path / "XDG_DATA_HOME/day12/board.json"
    stored = json.loads(path.read_bytes())
    for entry in stored["changes"].values():
        entry["at"] = year
    path.write_text(json.dumps(stored), "utf-8")
    shown = run("show", "Northwind", TZ=zone)
    assert shown.code == 0
    assert shown.out.rstrip().endswith("added")


def test_the_words_of_a_reply_may_stand_behind_its_options(run: Run) -> None:
    run(*ADD)
    assert run("reply", "Northwind", "--kind", "offer", "by Monday").code == 0
    assert run("show", "Northwind", "--json").data["offer"]["said"] == "by Monday"


def test_a_command_that_there_is_not_names_the_nearest(run: Run) -> None:
    assert run("lst").err == "day12: there is no command “lst”: did you mean `day12 list`?\n"
    assert run("xyzzy").err == "day12: there is no command “xyzzy”: `day12 --help` lists them.\n"
