"""The numbers of the schedule; all of them are settings."""

from __future__ import annotations

import datetime as dt

from day12_data.card import Value
from day12_data.dates.days import Count


class Holiday(Value, frozen=True, kw_only=True):
    """A day off with its name."""

    day: dt.date
    name: str


class Rules(Value, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
    """How long each step is open. They come from the article day12 is made from, where no other source is named."""

    thanks_within_hours: Count = 1
    """Email thanks within an hour of leaving."""
    note_within_days: Count = 1
    """A paper note goes into the mail within a day."""
    connect_within_days: Count = 3
    """LinkedIn, from the next day on."""
    grace_days: Count = 2
    """They said 7-10 days and it is Day 12: pick up the phone. Working days where they promised working days."""
    again_after_days: Count = 7
    check_ins_per_promise: Count = 2
    """Then the card goes quiet."""
    quiet_after_days: Count = 30
    """So long after a check-in became due, with nothing heard and nothing done, it asks no more."""
    no_timeline_working_days: Count = 5
    """Where no timeline was given: what career offices advise."""
    no_timeline_grace_working_days: Count = 1
    warm_first_after_days: Count = 60
    """After a no: the runner-up can end up with the crown."""
    warm_every_days: Count = 90
    warm_times_a_year: Count = 3
    warm_within_days: Count = 14
    days_off: frozenset[dt.date] = frozenset()
    """Days that working days skip, beside Saturdays and Sundays."""
    country: str = ""
    """The country whose public holidays are days off, perhaps with its part: "US", "DE-BY"."""
    holidays: tuple[Holiday, ...] = ()
    """Those of the days off that have a name: the country's, and those of an imported calendar."""


DEFAULT_RULES = Rules()
