"""Interview times, as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from day12_data.typed.end_time import read_end
from day12_data.typed.when import read_when
from kit import at

ZONE = "America/New_York"
NOW = at("2026-03-05T16:00", ZONE)  # a Thursday
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
tue 2.15                        2026-03-03T14:15:00-05:00 America/New_York
today 1430                      2026-03-05T14:30:00-05:00 America/New_York
half past 2                     2026-03-05T14:30:00-05:00 America/New_York
tue quarter to 3                2026-03-03T14:45:00-05:00 America/New_York
quarter past 9 pm               2026-03-05T21:15:00-05:00 America/New_York
this morning                    2026-03-05T10:00:00-05:00 America/New_York
this morning at 7               2026-03-05T07:00:00-05:00 America/New_York
yesterday afternoon             2026-03-04T14:00:00-05:00 America/New_York
this evening at 8               2026-03-05T20:00:00-05:00 America/New_York
last night at 8                 2026-03-04T20:00:00-05:00 America/New_York
tonight                         2026-03-05T18:00:00-05:00 America/New_York
the 5th at 3                    2026-03-05T15:00:00-05:00 America/New_York
the 28th at 3                   2026-02-28T15:00:00-05:00 America/New_York
tue 3rd 10am                    2026-03-03T10:00:00-05:00 America/New_York
fri the 13th 10am               2026-03-13T10:00:00-04:00 America/New_York
2 days ago at 3pm               2026-03-03T15:00:00-05:00 America/New_York
two weeks ago                   2026-02-19T16:00:00-05:00 America/New_York
a week ago 10:00                2026-02-26T10:00:00-05:00 America/New_York
tue 10am Berlin time            2026-03-03T10:00:00+01:00 Europe/Berlin
3pm New York                    2026-03-05T15:00:00-05:00 America/New_York
Thu, 05 Mar 2026 14:30:00 -0500 2026-03-05T14:30:00-05:00 -05:00
yesterday around 3              2026-03-04T15:00:00-05:00 America/New_York
~3pm                            2026-03-05T15:00:00-05:00 America/New_York
today 10ish                     2026-03-05T10:00:00-05:00 America/New_York
the 6th 10am                    2026-03-06T10:00:00-05:00 America/New_York
tonight at midnight             2026-03-06T00:00:00-05:00 America/New_York
2pm Pacific Time                2026-03-05T14:00:00-08:00 America/Los_Angeles
in 2 hours                      2026-03-05T18:00:00-05:00 America/New_York
half an hour ago                2026-03-05T15:30:00-05:00 America/New_York
in 3 days                       2026-03-08T16:00:00-04:00 America/New_York
tue 10am PST                    2026-03-03T10:00:00-08:00 America/Los_Angeles
today 2:30 PM ET                2026-03-05T14:30:00-05:00 America/New_York
mar 5 2pm CET                   2026-03-05T14:00:00+01:00 Europe/Berlin
3pm UTC+2                       2026-03-05T15:00:00+02:00 +02:00
yesterday 3pm Europe/Berlin     2026-03-04T15:00:00+01:00 Europe/Berlin
yesterday 3pm Pacific/Auckland  2026-03-04T15:00:00+13:00 Pacific/Auckland
2026-11-01 01:30                2026-11-01T01:30:00-04:00 America/New_York
thursday next week 2pm          2026-03-12T14:00:00-04:00 America/New_York
next week thursday 2pm          2026-03-12T14:00:00-04:00 America/New_York
last week friday 2pm            2026-02-27T14:00:00-05:00 America/New_York
in 3 days at 10am               2026-03-08T10:00:00-04:00 America/New_York
four days ago                   2026-03-01T16:00:00-05:00 America/New_York
a week from tuesday 10am        2026-03-17T10:00:00-04:00 America/New_York
coming monday 10:00             2026-03-09T10:00:00-04:00 America/New_York
tmrw 3pm                        2026-03-06T15:00:00-05:00 America/New_York
10am ET Tuesday                 2026-03-03T10:00:00-05:00 America/New_York
3pm Berlin today                2026-03-05T15:00:00+01:00 Europe/Berlin
12:00 PM Eastern Time (US and Canada) 2026-03-05T12:00:00-05:00 America/New_York
10:00 AM (GMT-05:00) Eastern Time (US & Canada) 2026-03-05T10:00:00-05:00 America/New_York
july 5 2025 2pm GMT             2025-07-05T14:00:00+00:00 UTC
"""


@pytest.mark.parametrize("line", READ.strip().splitlines(), ids=lambda line: " ".join(line.split()[:-2]))
def test_a_time_is_read_as_it_is_typed(line: str) -> None:
    *words, moment, zone = line.split()
    when = read_when(" ".join(words), NOW, ZONE)
    assert (when.moment.isoformat(), when.zone) == (moment, zone)


@pytest.mark.parametrize(
    ("text", "day"),
    [("thu", "03-05"), ("tue 10am", "03-10"), ("the 28th", "03-28"), ("feb 20", "02-20"), ("next tue", "03-10")],
)
def test_what_is_to_come_looks_forward(text: str, day: str) -> None:
    assert f"{read_when(text, NOW, ZONE, forward=True).moment:%m-%d}" == day


def test_figures_follow_the_setting() -> None:
    assert read_when("5/3 9:00", NOW, ZONE, day_first=True).moment.isoformat() == "2026-03-05T09:00:00-05:00"


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("today 14:30-15:15", "14:30", "15:15"),
        ("2-3pm today", "14:00", "15:00"),
        ("11-1pm", "11:00", "13:00"),
        ("tue 10 to 11:30 am", "10:00", "11:30"),
        ("12-12:45pm", "12:00", "12:45"),
        ("11pm-12:30am", "23:00", "00:30"),
        ("2:30 – 3:15 pm", "14:30", "15:15"),
        ("today from 2 to 3", "14:00", "15:00"),
        ("today 9.30-10.15am", "09:30", "10:15"),
        ("10am until noon", "10:00", "12:00"),
        ("5 mar 2pm for 1h30", "14:00", "15:30"),
        ("today 14h30-15h15 CET", "14:30", "15:15"),
        ("2026-03-05 10:30-11:00", "10:30", "11:00"),
        ("today 2-3", "14:00", "15:00"),
        ("tue 10-11", "10:00", "11:00"),
        ("tue 10am 1h", "10:00", "11:00"),
        ("5 mar 2pm 90 min", "14:00", "15:30"),
        ("today 3pm Berlin for 60 min", "15:00", "16:00"),
        ("Tuesday, March 24⋅10:00 – 11:00am", "10:00", "11:00"),
        ("2026-03-17 05:00-06:30", "05:00", "06:30"),
        ("4/14 11-12", "11:00", "12:00"),
        ("friday between 1 and 2pm", "13:00", "14:00"),
    ],
)
def test_an_end_may_stand_behind_the_start(text: str, start: str, end: str) -> None:
    when = read_when(text, NOW, ZONE)
    assert (f"{when.moment:%H:%M}", f"{read_end(when.length, when.moment):%H:%M}") == (start, end)


@pytest.mark.parametrize("text", ["5-3 14:30", "2026-03-05 14:30 -05:00", "2026-03-05T10:30-11:00", "5/3 2pm"])
def test_dates_and_offsets_are_no_hours(text: str) -> None:
    assert read_when(text, NOW, ZONE).length == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 32nd", "No month has a day 32"),
        ("wed the 3rd", "3 March 2026 is a Tuesday"),
        ("half past 25", "No clock shows “half past 25”"),
        ("3pm Mars", "I can't read “mars”"),
        ("at 10 to 3", "I can't read"),
        ("9999 weeks ago", "no year of an interview"),
        ("5 mar for the second round", "I can't read"),
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
    start = at("2026-03-05T14:30", ZONE)
    assert f"{read_end(text, start):%H:%M}" == expected


def test_an_interview_may_run_past_midnight_and_through_a_change_of_clocks() -> None:
    assert read_end("00:15", at("2026-03-05T23:30", ZONE)).isoformat() == "2026-03-06T00:15:00-05:00"
    assert read_end("60", at("2026-03-08T01:30", ZONE)).isoformat() == "2026-03-08T03:30:00-04:00"


@pytest.mark.parametrize("text", ["0", "1441", "14:00", "2pm", "25:99", "foo", ""])
def test_an_end_is_after_the_start_and_within_a_day(text: str) -> None:
    with pytest.raises(ValueError, match="type"):
        read_end(text, at("2026-03-05T14:30", ZONE))


@settings(derandomize=True)
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


def test_today_is_the_day_where_it_is_typed() -> None:
    late = at("2026-03-05T20:00", ZONE)
    assert read_when("today 2pm GMT", late, ZONE).moment.isoformat() == "2026-03-05T14:00:00+00:00"


def test_an_end_is_after_its_start_though_the_clocks_go_back_between() -> None:
    start = read_when("2026-10-25 02:30 Europe/Berlin", NOW, ZONE).moment
    assert read_end("45", start).isoformat() == "2026-10-25T02:15:00+01:00"


def test_hours_that_run_backwards_are_no_night_of_work() -> None:
    when = read_when("yesterday 3-2pm", NOW, ZONE)
    with pytest.raises(ValueError, match="ends after it begins"):
        read_end(when.length, when.moment)
