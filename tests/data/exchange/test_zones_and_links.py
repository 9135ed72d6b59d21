"""The zones that calendars name, the way into a meeting, and the days and times that files write."""

from __future__ import annotations

import datetime as dt

import pytest

from day12_data.exchange.calendar_zones import zone_named
from day12_data.exchange.file_dates import read_day, read_time
from day12_data.exchange.links import is_way_in, place, way_in


@pytest.mark.parametrize(
    ("said", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("/freeassociation.sourceforge.net/Europe/Berlin", "Europe/Berlin"),
        ("/mozilla.org/20050126_1/America/New_York", "America/New_York"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Eastern Daylight Time", "America/New_York"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Berlin"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien", "Europe/Berlin"),
        ("(UTC+07:00) Bangkok\\, Hanoi\\, Jakarta", "Asia/Bangkok"),
        ("(GMT+10:00) Canberra, Melbourne, Sydney", "Australia/Sydney"),
        ("(UTC+00:00) Dublin, Edinburgh, Lisbon, London", "Europe/London"),
        ("(UTC-07:00) Arizona", "America/Phoenix"),
        ("(UTC-03:00) City of Buenos Aires", "America/Buenos_Aires"),
        ("GMT-0500", "-05:00"),
        ("Customized Time Zone", ""),
        ("(UTC+03:00) Berlin", ""),  # its offset says otherwise
        ("FOO", ""),
        ("", ""),
    ],
)
def test_a_zone_is_known_by_any_of_its_names_or_not_at_all(said: str, zone: str) -> None:
    assert zone_named(said) == zone


@pytest.mark.parametrize(
    "url",
    [
        "https://meet.google.com/abc-defg-hij",
        "https://us02web.zoom.us/j/123?pwd=x",
        "https://zoom.us/w/91234567890?tk=a",
        "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0",
        "https://teams.microsoft.com/meet/123456?p=abc",
        "https://teams.live.com/meet/9876",
        "https://contoso.webex.com/contoso/j.php?MTID=m1",
        "https://whereby.com/contoso",
    ],
)
def test_a_link_into_a_meeting_is_known(url: str) -> None:
    assert is_way_in(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://aka.ms/JoinTeamsMeeting?omkt=en-US",
        "https://support.google.com/a/users/answer/9282720",
        "https://us06web.zoom.us/u/kdXyz12AbC",
        "https://teams.microsoft.com/meetingOptions/?organizerId=a",
        "https://dialin.teams.microsoft.com/usp/pstnconferencing",
        "https://calendly.com/cancellations/x",
        "https://[broken",
    ],
)
def test_help_settings_and_dialling_in_are_no_way_in(url: str) -> None:
    assert not is_way_in(url)


def test_the_way_in_is_found_behind_help_and_behind_what_redirects() -> None:
    text = (
        "Help https://aka.ms/JoinTeamsMeeting <https://nam06.safelinks.protection.outlook.com/"
        "?url=https%3A%2F%2Fteams.microsoft.com%2Fl%2Fmeetup-join%2F1&data=x>"
    )
    assert way_in((), text) == "https://teams.microsoft.com/l/meetup-join/1"
    assert way_in((), "https://www.google.com/url?q=https://zoom.us/j/1&amp;sa=D") == "https://zoom.us/j/1"


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("Microsoft Teams Meeting; Room 4.01", "Room 4.01"),
        ("Microsoft Teams-Besprechung", ""),
        ("https://us06web.zoom.us/j/1", ""),
        ("Google Meet (instructions in description)", ""),
        ("350 Fifth Ave, New York, NY 10118", "350 Fifth Ave, New York, NY 10118"),
    ],
)
def test_the_name_of_a_meeting_service_is_no_place(location: str, told: str) -> None:
    assert place(location) == told


@pytest.mark.parametrize(
    ("text", "day_first", "day"),
    [
        ("2026-03-05T14:30", False, dt.date(2026, 3, 5)),
        ("05.03.2026 14:30", False, dt.date(2026, 3, 5)),
        ("3/4/26", False, dt.date(2026, 3, 4)),
        ("3/4/26", True, dt.date(2026, 4, 3)),
        ("13/4/2026", False, dt.date(2026, 4, 13)),
        ("7-Feb-22", False, dt.date(2022, 2, 7)),
        ("03 Nov 2026", False, dt.date(2026, 11, 3)),
        ("March 5, 2026 2:30 PM", False, dt.date(2026, 3, 5)),
        ("30.02.2026", False, None),
        ("soon", False, None),
    ],
)
def test_a_day_is_read_as_files_write_it(text: str, day_first: bool, day: dt.date | None) -> None:
    read = read_day(text, day_first=day_first)
    assert (read[0] if read else None) == day


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:30", dt.time(14, 30)),
        ("2:30 PM", dt.time(14, 30)),
        ("12 am", dt.time(0)),
        ("14 Uhr", dt.time(14)),
        ("25:00", None),
        ("7", None),
    ],
)
def test_a_time_is_read_as_files_write_it(text: str, time: dt.time | None) -> None:
    assert read_time(text) == time
