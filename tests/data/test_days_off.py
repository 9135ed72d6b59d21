"""Days off: a country's public holidays, worked out once, and what they move."""

from __future__ import annotations

import datetime as dt
import os
import stat
import sys
from pathlib import Path

import pytest

from day12_data.card import Card
from day12_data.days_off import CACHE_NAME, keep_calendar_days, with_days_off
from day12_data.edits import check_in
from day12_data.moving_holidays import holiday_line, moving_holidays
from day12_data.rules import Holiday, Rules
from day12_data.schedule import next_step
from kit import at, card, promise

CORPUS_CHRISTI = dt.date(2026, 6, 4)
# A day that is only Bavaria's; one of the whole country; one of next year; nobody's.
DAYS = (CORPUS_CHRISTI, dt.date(2026, 10, 3), dt.date(2027, 5, 6), dt.date(2026, 6, 5))


def off(country: str, folder: Path, year: int = 2026) -> tuple[list[bool], tuple[str, ...]]:
    """Which of the days are off, and what is said."""
    rules, problems = with_days_off(Rules(country=country), folder / "config", folder / "state", year)
    return [day in rules.days_off for day in DAYS], problems


@pytest.mark.parametrize(
    ("country", "expected"),
    [
        ("DE-BY", [True, True, True, False]),
        ("de-by", [True, True, True, False]),
        ("DE", [False, True, True, False]),
        ("US", [False, False, False, False]),
        ("", [False, False, False, False]),
    ],
)
def test_a_countrys_public_holidays_are_days_off(tmp_path: Path, country: str, expected: list[bool]) -> None:
    assert off(country, tmp_path) == (expected, ())


def test_they_are_worked_out_once_and_kept_until_their_years_run_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    off("DE-BY", tmp_path)
    kept = tmp_path / "state" / CACHE_NAME
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    monkeypatch.setitem(sys.modules, "holidays", None)  # whoever imports it now is told that it isn't there
    for year in (2025, 2026, 2027):
        assert off("DE-BY", tmp_path, year)[1] == ()
    days, [problem] = off("DE-BY", tmp_path, 2028)
    assert days == [True, True, True, False]
    assert "pip install holidays, or with pipx: pipx inject day12 holidays" in problem
    assert off("FR", tmp_path) == ([False] * 4, (problem,))
    monkeypatch.undo()
    kept.write_text("{garbage")
    assert off("DE-BY", tmp_path) == ([True, True, True, False], ())


@pytest.mark.parametrize(
    ("country", "sentence"),
    [
        ("Germany", "there is no country “Germany”: did you mean DE (Germany)?"),
        ("Germny", "there is no country “Germny”: did you mean DE (Germany)?"),
        ("QQQQ", "there is no country “QQQQ”: write its two letters, such as US, or DE-BY."),
        ("US-CAL", "US has no part “CAL”: did you mean US-CA"),
        ("DE-Bavaria", "write one of BB, BE, BW, BY, HB, HE, HH, MV, NI, NW, RP, SH, SL, SN, ST, TH."),
        ("AI-XX", "AI has no part “XX”: write AI alone."),
    ],
)
def test_a_country_that_there_isnt_is_one_sentence_also_the_next_time(
    tmp_path: Path, country: str, sentence: str
) -> None:
    for _ in range(2):
        days, [problem] = off(country, tmp_path)
        assert days == [False] * 4
        assert problem.startswith("In the settings, rules.country can't be used: ")
        assert sentence in problem


def test_a_calendars_days_are_added_to_those_before_and_need_no_country(tmp_path: Path) -> None:
    config = tmp_path / "config"
    keep_calendar_days({CORPUS_CHRISTI: "Fronleichnam"}, config)
    kept = keep_calendar_days({dt.date(2026, 6, 5): "Bridge day"}, config)
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert off("", tmp_path) == ([True, False, False, True], ())
    assert off("DE", tmp_path) == ([True, True, True, True], ())
    kept.write_text("[]")
    days, [problem] = off("", tmp_path)
    assert days == [False] * 4
    assert str(kept) in problem
    if sys.platform != "win32":
        kept.unlink()
        os.mkfifo(kept)  # to read it would wait for ever
        assert off("", tmp_path) == ([False] * 4, (problem,))


def test_a_calendar_and_a_country_share_one_folder_where_the_system_has_one_for_both(tmp_path: Path) -> None:
    keep_calendar_days({dt.date(2026, 6, 5): "Bridge day"}, tmp_path)
    for _ in range(2):
        rules, problems = with_days_off(Rules(country="DE-BY"), tmp_path, tmp_path, 2026)
        assert ([day in rules.days_off for day in DAYS], problems) == ([True] * 4, ())


THANKSGIVING = Holiday(day=dt.date(2026, 11, 26), name="Thanksgiving Day")
FRIDAY = Holiday(day=dt.date(2026, 11, 27), name="Day After Thanksgiving")
_INTERVIEW = at("2026-11-17 10:00")
_TIMED = promise("2026-11-22", "2026-11-24", "a week")


def _asked_on(day: str) -> Card:
    return check_in(card("Acme", _INTERVIEW, promise=promise("2026-11-18", "2026-11-18")), at(f"{day} 09:00"))


@pytest.mark.parametrize(
    ("made", "due", "moved"),
    [
        # Its two days of grace end on Thanksgiving.
        (card("Acme", _INTERVIEW, promise=_TIMED), "2026-11-30", [THANKSGIVING, FRIDAY]),
        (_asked_on("2026-11-19"), "2026-11-30", [THANKSGIVING, FRIDAY]),
        # Counted in working days, of which two are none.
        (card("Acme", at("2026-11-20 10:00")), "2026-12-02", [THANKSGIVING, FRIDAY]),
        # Before them, and after them.
        (_asked_on("2026-11-18"), "2026-11-25", []),
        (card("Acme", at("2026-11-27 10:00")), "2026-12-07", []),
    ],
)
def test_working_days_skip_them_and_which_ones_moved_the_day_is_known(
    made: Card, due: str, moved: list[Holiday]
) -> None:
    days = frozenset({THANKSGIVING.day, FRIDAY.day})
    rules = Rules(holidays=(THANKSGIVING, FRIDAY), days_off=days)
    now = at("2026-12-10 09:00")
    step = next_step(made, now, rules)
    assert step
    assert step.due.date().isoformat() == due
    assert moving_holidays(made, now, rules) == moved


def test_the_days_are_told_in_a_sentence() -> None:
    assert holiday_line([THANKSGIVING]) == "Thu 26 Nov is Thanksgiving Day: a day off."
    both = "Thu 26 Nov is Thanksgiving Day, Fri 27 Nov is Day After Thanksgiving: days off."
    assert holiday_line([THANKSGIVING, FRIDAY]) == both
