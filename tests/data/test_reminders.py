"""When nobody is told anything: at night and, where the settings say so, at weekends."""

from __future__ import annotations

import pytest

from day12_data.reminders import quiet_until
from day12_data.settings import Notify
from kit import at

WORKDAYS = Notify(weekends=False)


@pytest.mark.parametrize(
    ("now", "notify", "until"),
    [
        ("2026-03-17 14:02", Notify(), None),
        ("2026-03-17 20:59", Notify(), None),
        ("2026-03-17 21:00", Notify(), "2026-03-18 08:00"),
        ("2026-03-18 07:59", Notify(), "2026-03-18 08:00"),
        ("2026-03-18 08:00", Notify(), None),
        ("2026-03-18 03:00", Notify(quiet=""), None),
        ("2026-03-18 12:30", Notify(quiet="12:00-13:00"), "2026-03-18 13:00"),
        ("2026-03-18 12:30", Notify(quiet="12:30-12:30"), None),
        ("2026-03-21 12:00", Notify(), None),
        ("2026-03-20 22:00", WORKDAYS, "2026-03-23 08:00"),  # a Friday
        ("2026-03-21 12:00", WORKDAYS, "2026-03-23 08:00"),
        ("2026-03-22 23:00", Notify(weekends=False, quiet=""), "2026-03-23 00:00"),
        ("2026-03-07 22:00", Notify(), "2026-03-08 08:00"),  # the clocks go forward that night
    ],
)
def test_nothing_is_told_in_quiet_hours_and_it_is_known_when_they_end(
    now: str, notify: Notify, until: str | None
) -> None:
    assert quiet_until(at(now), notify) == (at(until) if until else None)
