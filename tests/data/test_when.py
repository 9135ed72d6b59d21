"""Interview times, as people type them."""

from __future__ import annotations

import arrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from day12_data.end_time import read_end
from day12_data.when import read_when

ZONE = "America/New_York"
NOW = arrow.get("2026-03-05T16:00", tzinfo=ZONE)  # a Thursday
READ = """
now                             2026-03-05T16:00:00-05:00 America/New_York
today 14:30                     2026-03-05T14:30:00-05:00 America/New_York
today at noon                   2026-03-05T12:00:00-05:00 America/New_York
14:30                           2026-03-05T14:30:00-05:00 America/New_York
3pm                             2026-03-05T15:00:00-05:00 America/New_York
at 3                            2026-03-05T15:00:00-05:00 America/New_York
02:30                           2026-03-05T02:30:00-05:00 America/New_York
yesterday at 3                  2026-03-04T15:00:00-05:00 America/New_York
yesterday                       2026-03-04T12:00:00-05:00 America/New_York
tomorrow 9                      2026-03-06T09:00:00-05:00 America/New_York
tue 10am                        2026-03-03T10:00:00-05:00 America/New_York
thu 9am                         2026-03-05T09:00:00-05:00 America/New_York
last thu 9am                    2026-02-26T09:00:00-05:00 America/New_York
next tue 2.30pm                 2026-03-10T14:30:00-04:00 America/New_York
5 mar 2pm                       2026-03-05T14:00:00-05:00 America/New_York
mar 5, 2:30 pm                  2026-03-05T14:30:00-05:00 America/New_York
Thu, 5 March 2026 14:30         2026-03-05T14:30:00-05:00 America/New_York
dec 12 2pm                      2025-12-12T14:00:00-05:00 America/New_York
aug 1                           2026-08-01T12:00:00-04:00 America/New_York
3/5 14:30                       2026-03-05T14:30:00-05:00 America/New_York
5.3.2026 14:30                  2026-03-05T14:30:00-05:00 America/New_York
2026-03-05 14:30                2026-03-05T14:30:00-05:00 America/New_York
2026-03-05T14:30                2026-03-05T14:30:00-05:00 America/New_York
2026-03-05T19:30Z               2026-03-05T14:30:00-05:00 America/New_York
2026-03-05T14:30:00-05:00       2026-03-05T14:30:00-05:00 America/New_York
2026-03-05T14:30+02:00          2026-03-05T14:30:00+02:00 +02:00
in 2 hours                      2026-03-05T18:00:00-05:00 America/New_York
half an hour ago                2026-03-05T15:30:00-05:00 America/New_York
in 3 days                       2026-03-08T16:00:00-04:00 America/New_York
tue 10am PST                    2026-03-03T10:00:00-08:00 America/Los_Angeles
today 2:30 PM ET                2026-03-05T14:30:00-05:00 America/New_York
mar 5 2pm CET                   2026-03-05T14:00:00+01:00 Europe/Berlin
3pm UTC+2                       2026-03-05T15:00:00+02:00 +02:00
yesterday 3pm Europe/Berlin     2026-03-04T15:00:00+01:00 Europe/Berlin
2026-11-01 01:30                2026-11-01T01:30:00-04:00 America/New_York
"""


@pytest.mark.parametrize("line", READ.strip().splitlines(), ids=lambda line: " ".join(line.split()[:-2]))
def test_a_time_is_read_as_it_is_typed(line: str) -> None:
    *words, moment, zone = line.split()
    when = read_when(" ".join(words), NOW, ZONE)
    assert (when.moment.isoformat(), when.zone) == (moment, zone)


def test_figures_follow_the_setting() -> None:
    assert read_when("5/3 9:00", NOW, ZONE, day_first=True).moment.isoformat() == "2026-03-05T09:00:00-05:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-30", "There is no 30 February 2026"),
        ("feb 29", "There is no 29 February 2026"),
        ("2026-03-08 02:30", "type 03:30"),
        ("mon 6 mar 10:00", "6 March 2026 is a Friday"),
        ("25:00", "No clock shows “25:00”"),
        ("today at 25", "No clock shows “25”"),
        ("3pm Mars/Phobos", "I don't know the time zone"),
        ("3pm UTC+25", "There is no time zone"),
        ("whenever", "I can't read “whenever”"),
        ("", "No time was given"),
        ("9999-12-31 23:59", "no year of an interview"),
        ("0001-01-01T00:00Z", "no year of an interview"),
    ],
)
def test_what_is_no_time_is_refused_in_one_sentence(text: str, expected: str) -> None:
    with pytest.raises(ValueError, match=r"type|write|exist") as caught:
        read_when(text, NOW, ZONE)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("45", "15:15"), ("45 min", "15:15"), ("1h30", "16:00"), ("1.5 hours", "16:00"), ("2h 15m", "16:45"),
     ("an hour", "15:30"), ("15:15", "15:15"), ("3:15pm", "15:15"), ("3:15", "15:15"), ("until 4pm", "16:00")],
)  # fmt: skip
def test_an_end_is_a_length_or_a_time(text: str, expected: str) -> None:
    start = arrow.get("2026-03-05T14:30", tzinfo=ZONE)
    assert read_end(text, start).format("HH:mm") == expected


def test_an_interview_may_run_past_midnight_and_through_a_change_of_clocks() -> None:
    assert read_end("00:15", arrow.get("2026-03-05T23:30", tzinfo=ZONE)).isoformat() == "2026-03-06T00:15:00-05:00"
    assert read_end("60", arrow.get("2026-03-08T01:30", tzinfo=ZONE)).isoformat() == "2026-03-08T03:30:00-04:00"


@pytest.mark.parametrize("text", ["0", "1441", "14:00", "2pm", "25:99", "foo", ""])
def test_an_end_is_after_the_start_and_within_a_day(text: str) -> None:
    with pytest.raises(ValueError, match="type"):
        read_end(text, arrow.get("2026-03-05T14:30", tzinfo=ZONE))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=120) | st.from_regex(r"[0-9a-z:/., +-]{0,30}", fullmatch=True))
def test_any_text_is_read_or_refused_with_a_value_error(text: str) -> None:
    for read in (lambda: read_when(text, NOW, ZONE), lambda: read_end(text, NOW)):
        try:
            read()
        except ValueError as refused:
            told = str(refused)
        else:
            told = "."
        assert told.endswith(".")
