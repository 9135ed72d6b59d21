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
    """Connecting on LinkedIn, from the next day on."""
    grace_days: Count = 2
    """The days between the end of the promised window and the check-in; working days where they promised such."""
    again_after_days: Count = 7
    """From one check-in to the next, rolled forward to a working day."""
    check_ins_per_promise: Count = 2
    """How often you check in about one promise; then the card goes quiet."""
    quiet_after_days: Count = 30
    """How long after a check-in became due, with nothing heard and nothing done, the card asks no more."""
    no_timeline_working_days: Count = 5
    """When you check in where no timeline was given: what career offices advise."""
    no_timeline_grace_working_days: Count = 1
    """How long that check-in is open."""
    warm_first_after_days: Count = 60
    """When you first get in touch after a no: the runner-up can end up with the crown."""
    warm_every_days: Count = 90
    """From one such time to the next."""
    warm_times_a_year: Count = 3
    """How often you do so within a year, at most."""
    warm_within_days: Count = 14
    """How long such a step is open."""
    days_off: frozenset[dt.date] = frozenset()
    """Days that working days skip, beside Saturdays and Sundays."""
    country: str = ""
    """The country whose public holidays are days off, perhaps with its part: "US", "DE-BY"."""
    holidays: tuple[Holiday, ...] = ()
    """Days off with a name, each like {day = 2026-12-24, name = "Christmas Eve"}; the country's join them, and those of
    an imported calendar."""


DEFAULT_RULES = Rules()
