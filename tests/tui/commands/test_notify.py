"""Reminders: each follow-up is told once when it is due and once when it is late, by whatever is there to tell it."""

from __future__ import annotations

import json
import os
import plistlib
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from machine import Machine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts of sh")

ADD = ("add", "Northwind", "--when", "2026-03-05 14:30", "--promised", "7-10 days")
PEOPLE = ("--person", "Dana Reyes", "--person", "+1 206 555 0133")
WHY = "They said “7-10 days” on Thu 5 Mar, and the window has passed."


@pytest.fixture
def told(machine: Machine) -> Machine:
    """A machine with a desktop, and a board with the article's card, whose small steps are done."""
    machine.program("notify-send")
    machine.day12(*ADD, now="2026-03-05T15:30")
    machine.day12("move", "Northwind", "connected", now="2026-03-06T15:30")
    return machine


def test_a_follow_up_is_told_when_it_is_due_and_once_more_when_it_is_late(told: Machine) -> None:
    assert told.day12("notify", now="2026-03-15T14:00") == (0, "", "")
    assert told.calls("notify-send") == []
    dry = told.day12("notify", "--dry-run", now="2026-03-16T09:00")
    assert told.calls("notify-send") == []
    assert told.day12("notify", now="2026-03-16T09:00") == dry
    [[*options, title, text]] = told.calls("notify-send")
    assert options == ["-a", "day12", "--"]
    assert title == "Northwind · check in: the window has passed"
    assert "7-10 days" in text
    assert dry.out.splitlines()[0] == title
    assert told.day12("notify", now="2026-03-16T09:10") == (0, "", "")
    told.day12("notify", now="2026-03-17T09:00")
    told.day12("notify", now="2026-03-18T09:00")
    assert [call[-2] for call in told.calls("notify-send")] == ["Northwind · check in: today"]
    told.day12("reply", "Northwind", "two days", now="2026-03-18T10:00")
    told.day12("notify", now="2026-03-18T10:10")
    assert told.calls("notify-send") == []
    told.day12("notify", now="2026-03-24T12:00")
    assert len(told.calls("notify-send")) == 1


def test_what_falls_into_quiet_hours_is_told_after_them(told: Machine) -> None:
    told.settings("[notify]\nweekends = false\n")
    for quiet in ("2026-03-16T00:10", "2026-03-16T07:50", "2026-03-21T12:00"):
        assert told.day12("notify", now=quiet) == (0, "", "")
    assert "until Mon 16 Mar 08:00" in told.day12("notify", "--dry-run", now="2026-03-16T00:10").err
    assert told.calls("notify-send") == []
    told.day12("notify", now="2026-03-16T08:00")
    assert len(told.calls("notify-send")) == 1


def test_more_than_three_are_told_at_once(told: Machine) -> None:
    for company in ("Acme", "Globex", "Initech"):
        told.day12("add", company, "--when", "2026-03-17 10:00", now="2026-03-17T11:00")
    told.day12("notify", now="2026-03-17T14:00")
    [call] = told.calls("notify-send")
    assert call[-2] == "4 follow-ups are due, 4 of them overdue"
    assert call[-1].splitlines()[0] == "‼ Northwind · check in: today"
    assert len(call[-1].splitlines()) == 4


def test_a_program_of_ones_own_gets_title_and_text_as_arguments_that_no_shell_reads(machine: Machine) -> None:
    machine.settings('[notify]\ncommand = ["my-notifier", "--urgent", "$(touch x)"]\n')
    machine.program("my-notifier")
    hostile = "-x $(touch pwned) `id` <b>&amp; \\n [red]\x1b[31m"
    machine.day12("add", "--when", "2026-03-17 10:00", "--", hostile, now="2026-03-17T11:00")
    assert machine.day12("notify").code == 0
    [[*options, title, text]] = machine.calls("my-notifier")
    assert options == ["--urgent", "$(touch x)"]
    assert title == "-x $(touch pwned) `id` <b>&amp; \\n [red… · ask 3 h late"
    assert text == "Ask what happens next before you leave, and write down what they say."


def test_a_desktop_reads_no_markup_in_a_companys_name(told: Machine) -> None:
    for company in ("<b>&\\n", "B", "C", "D"):
        told.day12("add", "--when", "2026-03-17 10:00", "--", company, now="2026-03-17T11:00")
    told.day12("notify", now="2026-03-17T14:00")
    [call] = told.calls("notify-send")
    assert "&lt;b&gt;&amp;\\\\n ·" in call[-1]


@pytest.mark.parametrize(
    ("does", "why"),
    [
        ("echo 'Cannot autolaunch D-Bus' >&2; exit 1", "notify-send failed (Cannot autolaunch D-Bus)"),
        ("exit 3", "notify-send failed (3)"),
        (None, "there is no program notify-send"),
    ],
)
def test_what_nobody_could_show_is_told_the_next_time(machine: Machine, does: str | None, why: str) -> None:
    machine.day12(*ADD, now="2026-03-05T15:30")
    if does is not None:
        machine.program("notify-send", does)
    failed = machine.day12("notify")
    assert (failed.code, failed.out) == (2, "")
    assert why in failed.err
    assert failed.err.count("\n") == 1
    machine.program("notify-send")
    machine.calls("notify-send")
    assert machine.day12("notify").code == 0
    assert len(machine.calls("notify-send")) == 1


def test_each_system_has_its_own_way_to_show_it(told: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    told.program("osascript")
    told.program("powershell.EXE", f'printf "%s|%s" "$DAY12_TITLE" "$DAY12_TEXT" > {told.home}/toast')
    monkeypatch.setattr("sys.platform", "darwin")
    told.day12("notify", now="2026-03-16T09:00")
    [call] = told.calls("osascript")
    assert call[call.index("--") + 1] == "Northwind · check in: the window has passed"
    monkeypatch.setattr("sys.platform", "win32")
    # From Python 3.12 on shutil.which asks this of Windows itself.
    windows = SimpleNamespace(NeedCurrentDirectoryForExePath=lambda _: False)
    monkeypatch.setattr("shutil._winapi", windows, raising=False)
    monkeypatch.setenv("PATHEXT", ".EXE")
    told.day12("notify", now="2026-03-17T09:00")
    [call] = told.calls("powershell.EXE")
    assert not any("Northwind" in each for each in call)
    assert (told.home / "toast").read_text().startswith("Northwind · check in: today|")


def test_reminders_that_were_told_are_remembered_by_a_file_that_only_its_user_reads(told: Machine) -> None:
    told.day12("notify", now="2026-03-16T09:00")
    [memory] = (told.home / "XDG_STATE_HOME" / "day12" / "told").glob("*/*.json")
    assert memory.stat().st_mode & 0o077 == 0
    told.calls("notify-send")
    memory.write_text("{not json")
    assert told.day12("notify", now="2026-03-16T09:10").code == 0
    assert len(told.calls("notify-send")) == 1


def test_where_it_cannot_remember_it_tells_all_the_same_and_says_so(told: Machine) -> None:
    shutil.rmtree(told.home / "XDG_STATE_HOME")
    (told.home / "XDG_STATE_HOME").write_text("no folder")
    assert told.day12("notify", now="2026-03-15T14:00") == (0, "", "")
    dry = told.day12("notify", "--dry-run", now="2026-03-16T09:00")
    assert (dry.code, dry.err) == (0, "")
    for minute in (0, 10):
        ran = told.day12("notify", now=f"2026-03-16T09:{minute:02}")
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, dry.out, 1)
        assert "can't be kept" in ran.err
        assert "told again" in ran.err
        assert "XDG_STATE_HOME" in ran.err
    assert len(told.calls("notify-send")) == 2


@pytest.mark.parametrize("written", ['quiet = "9pm"', 'terminal = "popup"', "weekends = 3", 'command = "ntfy"'])
def test_a_setting_that_cannot_be_used_costs_a_sentence(told: Machine, written: str) -> None:
    told.settings(f"[notify]\n{written}\n")
    ran = told.day12("notify", now="2026-03-16T09:00")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert f"notify.{written.split()[0]} can't be used" in ran.err


def _units(machine: Machine) -> list[Path]:
    return sorted((machine.home / "XDG_CONFIG_HOME" / "systemd" / "user").glob("*"))


def test_a_systemd_timer_is_shown_then_set_up_and_taken_away(machine: Machine) -> None:
    machine.program("systemctl")
    board = str(machine.home / 'my 50% "board" $x.json')
    shown = machine.day12("--board", board, "notify", "--install")
    assert shown.code == 2
    assert "--yes" in shown.err
    assert _units(machine) == []
    assert machine.day12("--board", board, "notify", "--install", "--yes").out.startswith(shown.out)
    service, timer = _units(machine)
    escaped = board.replace("%", "%%").replace('"', '\\"').replace("$", "$$")
    assert f'"--board" "{escaped}" "notify"' in service.read_text()
    assert f'"XDG_STATE_HOME={machine.env["XDG_STATE_HOME"]}"' in service.read_text()
    assert "OnCalendar=*:0/10" in timer.read_text()
    assert "OnCalendar=*:0/10" in shown.out
    assert machine.calls("systemctl")[-2:] == [
        ["--user", "daemon-reload"],
        ["--user", "enable", "--now", "day12-notify.timer"],
    ]
    assert machine.day12("notify", "--remove", "--yes").code == 0
    assert _units(machine) == []
    assert machine.day12("notify", "--remove", "--yes").out == "Nothing is set up that would have to be removed.\n"


@pytest.mark.trial
@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="there is no systemd here")
def test_systemd_has_nothing_against_the_units(machine: Machine) -> None:
    machine.program("systemctl")
    board = str(machine.home / 'my 50% "board" $x \\n.json')
    machine.day12("--board", board, "notify", "--install", "--yes")
    command = ["systemd-analyze", "verify", "--user", *map(str, _units(machine))]
    env = machine.env | {"PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": str(machine.home)}
    checked = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_units_that_are_somebody_elses_are_left_alone(machine: Machine) -> None:
    machine.program("systemctl")
    machine.day12("notify", "--install", "--yes")
    service, timer = _units(machine)
    service.write_text("[Service]\n")
    for option in ("--install", "--remove"):
        refused = machine.day12("notify", option, "--yes")
        assert (refused.code, refused.err) == (2, f"day12: {service} is not day12's: move it away first.\n")
    assert _units(machine) == [service, timer]


def test_a_timer_that_systemd_refuses_leaves_nothing_behind(machine: Machine) -> None:
    machine.program("systemctl", 'if [ "$2" = enable ]; then echo "Access denied" >&2; exit 1; fi')
    failed = machine.day12("notify", "--install", "--yes")
    assert failed.code == 2
    assert "(Access denied)" in failed.err
    assert _units(machine) == []


def test_a_timer_that_was_set_up_before_stays_as_it_was_where_setting_up_or_removing_fails(machine: Machine) -> None:
    def contents() -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in _units(machine)}

    machine.program("systemctl")
    machine.day12("--board", str(machine.home / "one.json"), "notify", "--install", "--yes")
    before = contents()
    assert len(before) == 2
    machine.program("systemctl", 'if [ "$2" = enable ]; then echo "Access denied" >&2; exit 1; fi')
    failed = machine.day12("--board", str(machine.home / "two.json"), "notify", "--install", "--yes")
    assert failed.code == 2
    assert failed.err.endswith("failed (Access denied): what was set up before still is.\n")
    assert contents() == before
    assert machine.calls("systemctl")[-1] == ["--user", "daemon-reload"]
    machine.program("systemctl", 'if [ "$2" = daemon-reload ]; then exit 1; fi')
    failed = machine.day12("notify", "--remove", "--yes")
    assert (failed.code, failed.err) == (2, "day12: `systemctl --user daemon-reload` failed (1): it is still set up.\n")
    assert contents() == before
    assert machine.calls("systemctl")[-1] == ["--user", "enable", "--now", "day12-notify.timer"]


def test_on_a_mac_an_agent_that_was_loaded_before_is_loaded_again_where_the_new_one_is_not(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    machine.program("launchctl")
    machine.day12("--board", str(machine.home / "one.json"), "notify", "--install", "--yes")
    path = machine.home / "Library" / "LaunchAgents" / "day12.notify.plist"
    before = path.read_bytes()
    machine.calls("launchctl")
    machine.program("launchctl", 'if [ "$1" = bootstrap ]; then exit 5; fi')
    failed = machine.day12("--board", str(machine.home / "two.json"), "notify", "--install", "--yes")
    assert failed.err.endswith("failed (5): what was set up before still is.\n")
    assert path.read_bytes() == before
    assert [call[0] for call in machine.calls("launchctl")] == ["bootout", "bootstrap", "bootstrap"]


def test_without_systemd_a_crontab_gets_a_line_and_keeps_its_others(machine: Machine) -> None:
    kept = machine.home / "kept"
    kept.write_text("MAILTO=me\n\n5 4 * * * backup")
    machine.program("crontab", f'if [ "$1" = -l ]; then /bin/cat {kept}; else /bin/cat > {kept}; fi')
    machine.program("systemctl", "exit 1")
    board = str(machine.home / "it's 50%.json")
    for _ in range(2):
        assert machine.day12("--board", board, "notify", "--install", "--yes").code == 0
    *others, line = kept.read_text().splitlines()
    assert others == ["MAILTO=me", "", "5 4 * * * backup"]
    assert line.startswith("*/10 * * * * ")
    assert "50\\%.json" in line
    assert machine.day12("notify", "--remove", "--yes").code == 0
    assert kept.read_text() == "MAILTO=me\n\n5 4 * * * backup\n"


def test_a_crontab_that_cannot_be_read_is_not_written(machine: Machine) -> None:
    machine.program("crontab", 'if [ "$1" = -l ]; then echo "permission denied" >&2; exit 1; fi')
    refused = machine.day12("notify", "--install", "--yes")
    assert (refused.code, refused.err) == (2, "day12: the crontab can't be read (permission denied).\n")
    assert machine.calls("crontab") == [["-l"]]


def test_on_a_mac_an_agent_is_loaded_and_unloaded(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    machine.program("launchctl")
    assert machine.day12("notify", "--install", "--yes", "--board", str(machine.home / "b.json")).code == 0
    path = machine.home / "Library" / "LaunchAgents" / "day12.notify.plist"
    agent = plistlib.loads(path.read_bytes())
    assert agent["ProgramArguments"][-3:] == ["--board", str(machine.home / "b.json"), "notify"]
    assert Path(agent["ProgramArguments"][0]).is_absolute()
    assert [call[0] for call in machine.calls("launchctl")] == ["bootout", "bootstrap"]
    assert machine.day12("notify", "--remove", "--yes").code == 0
    assert not path.exists()


def test_on_windows_the_lines_for_its_task_scheduler_are_told(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setattr("sys.argv", [str(machine.home / "day12")])
    (machine.home / "day12").touch()
    ran = machine.day12("notify", "--install", "--board", str(machine.home / "my board.json"))
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    runs = rf'"{machine.home}/day12 --board \"{machine.home}/my board.json\" notify"'
    assert ran.err.endswith(f": schtasks /Create /TN day12-notify /SC MINUTE /MO 10 /TR {runs} /F\n")
    removed = machine.day12("notify", "--remove")
    assert (removed.code, removed.out) == (2, "")
    assert removed.err.endswith(": schtasks /Delete /TN day12-notify /F\n")


def test_the_demo_is_not_what_one_is_reminded_of(machine: Machine) -> None:
    assert "thrown away tomorrow" in machine.day12("--demo", "notify", "--install", "--yes").err


def test_a_dry_run_as_json_names_the_cards(told: Machine) -> None:
    [item] = json.loads(told.day12("notify", "--dry-run", "--json").out)
    [card] = json.loads(told.day12("list", "--json").out)
    assert item["cards"] == [card["id"]]
