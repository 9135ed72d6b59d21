"""The README and the manual page tell the truth: their commands, keys, options and pictures are the real ones."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from day12.cli import main
from day12.command_line import parser_for
from day12.command_notes import NOTES
from day12.keys import APP_KEYS, BOARD_KEYS, COLUMN_KEYS, SHARED_KEYS
from day12_data.kinds import Occasion, Via
from day12_data.letters.letter import parse_letter
from day12_data.letters.placeholders import PLACEHOLDERS
from day12_data.promise import Ask, Refused, Window, read_promise
from day12_data.rules import Rules
from day12_data.settings import read_settings
from day12_data.typed.when import read_when
from driver import keys_at_first
from kit import DAY_12, ZONE
from man_page import PAGE, man_page

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def _commands() -> list[str]:
    return re.findall(r"^\| `day12 ?(\w*)", README, re.MULTILINE)


_TOGETHER = {"page_up", "page_down", "first", "last", *(f"column_{n}" for n in range(1, 6))}


def test_the_keys_are_the_ones_that_are_bound() -> None:
    section = README.partition("<!-- keys -->")[2].partition("<!-- /keys -->")[0]
    cells = [row.split("|")[2] for row in section.strip().splitlines()[2:]]
    said = {each.strip() for cell in cells for each in cell.split("·")}
    keys = keys_at_first()
    bound = {
        f"`{'` `'.join(keys[key.id or ''])}` {key.description}"
        for key in (*BOARD_KEYS, *COLUMN_KEYS, *SHARED_KEYS, *APP_KEYS)
        if key.id not in _TOGETHER
    }
    assert said - bound == {"`1 – 5` that column", "`page up` `page down` `home` `end`", "`ctrl+p` palette"}
    assert bound - said == set()


_RULES = {
    "email thanks": {"thanks_within_hours": (1, "an hour")},
    "mail a paper note": {"note_within_days": (1, "the end of the next day")},
    "connect on LinkedIn": {"connect_within_days": (3, "the third day")},
    "check in |": {"grace_days": (2, "two days after it")},
    "check in again": {"again_after_days": (7, "a week after"), "check_ins_per_promise": (2, "after two the card")},
    "no timeline": {
        "no_timeline_working_days": (5, "five working days"),
        "no_timeline_grace_working_days": (1, "one more"),
    },
    "keep warm": {
        "warm_first_after_days": (60, "60 days"),
        "warm_every_days": (90, "every 90"),
        "warm_within_days": (14, "two weeks"),
        "warm_times_a_year": (3, "three times a year"),
    },
}
"""What each row of the table of the steps says, and the rules of which it says it."""


@pytest.mark.parametrize("step", _RULES)
def test_the_table_of_the_steps_tells_the_numbers_of_the_rules(step: str) -> None:
    table = README.partition("## How it thinks")[2].partition("\n- ")[0]
    row = next(line for line in table.splitlines() if line.startswith(f"| {step}"))
    for rule, (number, words) in _RULES[step].items():
        assert getattr(Rules(), rule) == number, f"README: {words}"
        assert words in row


_EVERYWHERE = {"--help", "--board", "--demo", "--json"}
"""What every command takes, or nearly every one: it is told below the table."""


@pytest.mark.parametrize("command", sorted({name for name in _commands() if name}))
def test_each_command_in_the_readme_has_the_options_that_its_row_names_and_no_others(command: str) -> None:
    row = next(line for line in README.splitlines() if line.startswith(f"| `day12 {command}"))
    told = set(re.findall(r"--[a-z-]+", row)) - _EVERYWHERE
    assert told == _options(command) - _EVERYWHERE - (_options("add") if "the options of `add`" in row else set())


def _options(command: str) -> set[str]:
    """The options that a command takes, by their long names."""
    [commands] = (each for each in parser_for([command])._actions if isinstance(each, argparse._SubParsersAction))
    parser = commands.choices[command]
    return {name for action in parser._actions for name in action.option_strings if name.startswith("--")}


def test_every_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"], {})
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.MULTILINE)
    assert listed
    assert [name for name in listed if f"`day12 {name}" not in README] == []


def test_the_readmes_first_card_is_understood_as_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    env = {"DAY12_BOARD": str(tmp_path / "board.json"), "DAY12_NOW": "2026-03-05T15:30", "TZ": ZONE}
    env |= {name: str(tmp_path) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    arguments = ["add", "Northwind", "--role", "Data engineer", "--when", "2026-03-05 14:30", "--promised", "7-10 days"]
    assert main(arguments, env) == 0
    said = capsys.readouterr()
    assert re.fullmatch(r"[0-9a-f]{16}\n", said.out)
    assert "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)" in said.err
    assert "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)" in README


def test_the_times_in_the_readme_are_read() -> None:
    paragraph = README.partition("Times are read as people type them")[2].partition("\n\n")[0]
    typed = re.findall("`([^`]+)`", paragraph)
    assert len(typed) == 5
    for each in typed:
        read_when(each, DAY_12, ZONE)


def test_the_promises_in_the_readme_are_read_or_asked_back_as_it_says() -> None:
    paragraph = README.partition("A promise is read as a person")[2].partition("\n\n")[0]
    read, asked = (re.findall("`([^`]+)`", part) for part in paragraph.partition("is asked back")[::2])
    assert all(isinstance(read_promise(words, DAY_12), Window) for words in read)
    for words in asked[:2]:
        assert isinstance(read_promise(words, DAY_12), Ask | Refused)


def test_every_picture_is_a_snapshot_that_the_tests_keep() -> None:
    pictures = re.findall(r"\]\((screenshots/[^)]+)\)", README)
    assert pictures
    assert all((ROOT / picture).is_file() for picture in pictures)


def test_the_settings_in_the_readme_can_be_used(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)
    (tmp_path / "settings.toml").write_text(example, "utf-8")
    settings, problems = read_settings(tmp_path)
    assert not problems
    assert settings.minutes == 60
    assert settings.address.strip().splitlines() == ["1 Elm Street", "Boston, MA 02101"]
    assert settings.rules.grace_days == 3


def test_the_letter_in_the_readme_can_be_used_and_its_words_are_all_there_are() -> None:
    [example] = re.findall(r"```\n(---\n.*?)```", README, re.DOTALL)
    assert parse_letter(example, "short-thanks").via is Via.EMAIL
    [words] = re.findall(r"The placeholders are (.*?)\.", README, re.DOTALL)
    assert re.split(r",\s+", words) == list(PLACEHOLDERS)
    [kinds] = re.findall(r"`for:` is one or more of (.*?); `via:`", README, re.DOTALL)
    assert re.split(r",\s+", kinds) == [occasion.value for occasion in Occasion]


def test_the_two_commands_are_a_line_each_and_ci_runs_the_second() -> None:
    lines = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    assert [line.rpartition("/")[2] for line in lines] == ["day12 --demo", "pytest"]
    assert "grep -m1 -E '^python3 .*pytest' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")


def test_the_manual_page_is_what_the_command_line_the_keys_and_the_settings_are() -> None:
    assert PAGE.read_text("utf-8") == man_page(), "write it anew: .venv/bin/python tests/man_page.py"


def test_the_manual_page_leaves_nothing_unsaid() -> None:
    page = PAGE.read_text("utf-8")
    assert all(f".Ss {name}\n" in page for name in _commands() if name)
    assert ".It Li\n" not in page
    for setting in re.findall(r"^\.It Li (\w+) = .*\n(.*)$", page, re.MULTILINE):
        assert not setting[1].startswith("."), f"{setting[0]} has no docstring"


@pytest.mark.skipif(shutil.which("mandoc") is None, reason="there is no mandoc here")
def test_the_manual_page_is_one_that_mandoc_has_nothing_against() -> None:
    checked = subprocess.run(["mandoc", "-T", "lint", PAGE], capture_output=True, text=True, check=False)
    assert [line for line in checked.stdout.splitlines() if "STYLE" not in line] == []


@pytest.mark.parametrize("command", NOTES)
def test_the_settings_in_the_notes_of_a_command_can_be_used(command: str, tmp_path: Path) -> None:
    tables = re.findall(r"^  \[(?:notify|calendar)\]\n(?:  .+\n)+?(?=\S)", NOTES[command], re.MULTILINE)
    (tmp_path / "settings.toml").write_text("\n".join(tables), "utf-8")
    assert not read_settings(tmp_path).problems
    assert bool(tables) == (command in {"notify", "export"})


def test_the_lines_for_mail_programs_are_those_of_the_help() -> None:
    [lines] = re.findall(r"```\n(aerc .*?)```", README, re.DOTALL)
    for line in lines.splitlines():
        assert re.split(r"\s{2,}", line, maxsplit=1)[1].removeprefix("[view]  ") in NOTES["import"]
