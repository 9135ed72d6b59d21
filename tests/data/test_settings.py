"""The user's choices, read from one file that is never written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.settings import FILE_NAME, Settings, SettingsError, read_settings


def settings(folder: Path, text: str) -> Settings:
    (folder / FILE_NAME).write_text(text, "utf-8")
    return read_settings(folder)


def test_without_a_file_everything_is_as_the_design_says(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == read_settings(tmp_path / "nowhere") == Settings()
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


def test_a_file_that_an_editor_began_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert settings(tmp_path, "\ufeffminutes = 30\n").minutes == 30


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("minutes = = 3", "line 1"),
        ("minuets = 30", "minuets"),
        ("minutes = 'long'", "minutes"),
        ("minutes = 0", "minutes"),
        ("minutes = 1441", "minutes"),
        ("[rules]\ngrace_day = 3", "grace_day"),
        ("[rules]\ngrace_days = -1", "rules.grace_days"),
        ("[rules]\nagain_after_days = 1000000000", "rules.again_after_days"),
        ("[rules]\ndays_off = ['Christmas']", "rules.days_off"),
        ("rules = 3", "rules"),
        ("name = '" + chr(0xD800) + "'", "decode"),
    ],
)
def test_what_cannot_be_used_is_named_and_nothing_is_guessed(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / FILE_NAME).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(SettingsError, match="Mend that line, or move the file away") as caught:
        read_settings(tmp_path)
    assert said in str(caught.value)
    assert str(tmp_path / FILE_NAME) in str(caught.value)


def test_a_folder_in_the_files_place_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(SettingsError, match="directory"):
        read_settings(tmp_path)
