"""The user's choices, read from one file that is never written."""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

import pytest

from day12_data.kinds import Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.settings import FILE_NAME, Filter, Settings, SettingsRead, read_settings


def settings(folder: Path, text: str) -> Settings:
    (folder / FILE_NAME).write_text(text, "utf-8")
    read = read_settings(folder)
    assert not read.problems
    return read.settings


def test_without_a_file_everything_is_as_the_design_says(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(tmp_path / "nowhere") == SettingsRead(Settings())
    rules = Settings().rules
    assert rules == DEFAULT_RULES
    assert (rules.thanks_within_hours, rules.note_within_days, rules.connect_within_days) == (1, 1, 3)
    assert (rules.grace_days, rules.again_after_days, rules.check_ins_per_promise) == (2, 7, 2)
    assert (rules.no_timeline_working_days, rules.no_timeline_grace_working_days) == (5, 1)
    assert (rules.warm_first_after_days, rules.warm_every_days, rules.warm_times_a_year) == (60, 90, 3)
    assert rules.warm_within_days == 14
    assert not rules.days_off


def test_what_is_set_is_taken_and_the_rest_stays(tmp_path: Path) -> None:
    read = settings(
        tmp_path,
        """
        name = "Sam"
        minutes = 30
        day_first = true
        [keys]
        quit = "ctrl+x"
        [rules]
        grace_days = 3
        days_off = [2026-12-25, "2027-01-01"]
        """,
    )
    off = frozenset({dt.date(2026, 12, 25), dt.date(2027, 1, 1)})
    assert read == Settings(
        name="Sam", minutes=30, day_first=True, keys={"quit": "ctrl+x"}, rules=Rules(grace_days=3, days_off=off)
    )


def test_filters_are_words_or_tables(tmp_path: Path) -> None:
    read = settings(tmp_path, '''
        [filters]
        berlin = " berlin sre\\u001b"
        "late thanks" = { overdue = true, stage = "emailed" }
        ''')  # fmt: skip
    assert read.filters == {
        "berlin": Filter(find="berlin sre"),
        "late thanks": Filter(overdue=True, stage=Stage.EMAILED),
    }


def test_a_file_that_an_editor_began_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert settings(tmp_path, "\ufeffminutes = 30\n").minutes == 30


def read(folder: Path, data: str | bytes) -> SettingsRead:
    (folder / FILE_NAME).write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_settings(folder)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("minuets = 30", "there is no setting “minuets”: did you mean minutes?"),
        ("minutes = 'long'", "minutes can't be used: write a whole number from 1 to 1440. It stays at 45."),
        ("minutes = 0", "minutes can't be used: write a whole number from 1 to 1440. It stays at 45."),
        ("minutes = 1441", "minutes"),
        ("paper = 'a5'", "paper"),
        ("xyz = 1", "there is no setting “xyz”: the README lists them."),
        ("rules = 3", "rules"),
        ("keys = 3", "keys"),
        ("[keys]\nquit = 3\nhelp = 'f1'", "keys.quit can't be used: write its keys in quotes."),
        ("filters = 3", "filters"),
        ("[filters]\nx = 3", 'filters.x can\'t be used: write it as "words", or as {'),
        ("[filters.x]\nstage = 'mail'", "filters.x can't be used: write"),
        ("[filters.x]\nwords = 'a'", "filters.x can't be used: write"),
        ("[filters]\nx = ' '", "filters.x leaves no card out: give it words, overdue or a stage."),
        ("[rules]\ngrace_day = 3", "there is no setting “rules.grace_day”: did you mean rules.grace_days?"),
        ("[rules]\ngrace_days = -1", "rules.grace_days"),
        ("[rules]\nagain_after_days = 1000000000", "rules.again_after_days"),
        ("[rules]\ndays_off = ['Christmas']", "rules.days_off"),
        ("[rules.grace_days]\na.b.c = 1", "rules.grace_days"),
    ],
)
def test_what_cannot_be_used_is_said_in_a_sentence_and_the_rest_is_used(tmp_path: Path, text: str, said: str) -> None:
    settings, problems = read(tmp_path, f"name = 'Sam'\n{text}\n")
    [problem] = problems
    assert problem.startswith(f"In {tmp_path / FILE_NAME}, ")
    assert said in problem
    assert settings == Settings(name="Sam", keys={"help": "f1"} if "f1" in text else {})


def test_each_thing_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    text = "minutes = 0\nname = 'Sam'\nday_first = 'yes'\n[rules]\ngrace_days = 4\nnote_within_days = 'x'"
    settings, problems = read(tmp_path, text)
    assert len(problems) == 3
    assert settings == Settings(name="Sam", rules=Rules(grace_days=4))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ("minutes = = 3", "line 1"),
        (b"name = '\xed\xa0\x80'", "decode"),
        (b"name = 'M\xfcller'", "decode"),
        ("[" * 5000, ""),
        ("a" * 70_000, "larger than 64 KiB"),
        (".".join("a" * 20_000) + " = 1", "line 1 has a key of too many parts"),
        ("name = 'Sam'\n[" + ".".join("a" * 20_000) + "]", "line 2 has a key of too many parts"),
        ("rules = { x = 1, " + "'a' . " * 5_000 + "b = 1 }", "line 1 has a key of too many parts"),
        ("minutes = " + "9" * 5_000, ""),
    ],
)
def test_a_file_that_cannot_be_read_is_said_at_once_and_nothing_of_it_used(
    tmp_path: Path, data: str | bytes, said: str
) -> None:
    settings, [problem] = read(tmp_path, data)
    assert settings == Settings()
    assert f"The settings in {tmp_path / FILE_NAME} can't be used (" in problem
    assert said in problem
    assert problem.endswith("): day12 goes on without them.")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such files")
def test_what_is_no_file_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / FILE_NAME)
    assert "it is no file" in read_settings(tmp_path).problems[0]
    (tmp_path / "folder" / FILE_NAME).mkdir(parents=True)
    assert "it is no file" in read_settings(tmp_path / "folder").problems[0]
