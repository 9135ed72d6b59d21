"""The one clock, and the zone it is in."""

from __future__ import annotations

import pytest

from day12_data.clock import clock_from, local_zone

NEW_YORK = {"TZ": "America/New_York"}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-17T14:02", "2026-03-17T14:02:00-04:00"),
        ("2026-03-17 14:02:30", "2026-03-17T14:02:30-04:00"),
        (" 2026-03-17T14:02 ", "2026-03-17T14:02:00-04:00"),
        ("2026-03-17", "2026-03-17T00:00:00-04:00"),
        ("2026-01-17T14:02", "2026-01-17T14:02:00-05:00"),
        ("2026-03-17T14:02:00Z", "2026-03-17T10:02:00-04:00"),
        ("2026-03-17T14:02:00+01:00", "2026-03-17T09:02:00-04:00"),
        ("2026-03-17T14:02:00-04:00", "2026-03-17T14:02:00-04:00"),
        ("20260317T140200Z", "2026-03-17T10:02:00-04:00"),
    ],
)
def test_the_clock_can_be_set_in_local_time_or_with_an_offset(text: str, moment: str) -> None:
    clock = clock_from({**NEW_YORK, "DAY12_NOW": text})
    assert clock().isoformat() == moment
    assert clock() == clock()


@pytest.mark.parametrize(
    "text",
    ["tomorrow", "2026-13-01", "2026-02-30T10:00", "9999-99-99", "0001-01-01", "9999-12-31", "17", "12:30", "\x1b[31m"],
)
def test_a_clock_set_to_no_moment_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"which is no moment: write it like 2026-03-17T14:02\.$"):
        clock_from({**NEW_YORK, "DAY12_NOW": text})


def test_the_clock_on_the_wall_goes_on_in_the_local_zone() -> None:
    clock = clock_from(NEW_YORK)
    first = clock()
    assert first <= clock()
    assert str(first.tzinfo) == "America/New_York"


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("UTC", "UTC"),
        ("Mars/Olympus", "UTC"),
        ("local", "UTC"),
    ],
)
def test_the_local_zone_is_the_environments_or_utc_where_that_is_none(name: str, zone: str) -> None:
    assert local_zone({"TZ": name}) == zone


def test_without_a_zone_in_the_environment_the_machines_own_is_asked() -> None:
    assert clock_from({})().tzinfo is not None


@pytest.mark.parametrize("zone", ["Europe/Berlin", ":Europe/Berlin", "/usr/share/zoneinfo/Europe/Berlin"])
def test_a_time_zone_is_known_by_its_name_or_by_its_file(zone: str) -> None:
    assert local_zone({"TZ": zone}) == "Europe/Berlin"
