"""Says when a message would arrive within the other side's working hours."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from day12_data.dates.days import is_working_day, working_day_from
from day12_data.dates.lexicon import DAYS

OPENS, CLOSES = 8, 18


def better_moment(now_local: dt.datetime, days_off: frozenset[dt.date] = frozenset()) -> dt.datetime | None:
    """The next working day, 8:00, in their zone; None when it is working time there already.

    `now_local` carries the other side's time zone. 18:00 itself is after hours.
    """
    today = now_local.date()
    if is_working_day(today, days_off) and OPENS <= now_local.hour < CLOSES:
        return None
    day = working_day_from(today if now_local.hour < OPENS else today + dt.timedelta(days=1), days_off)
    return dt.datetime.combine(day, dt.time(OPENS), now_local.tzinfo)


def moment_note(
    now_local: dt.datetime, days_off: frozenset[dt.date] = frozenset(), holidays: Mapping[dt.date, str] | None = None
) -> str:
    """What time it is for them and when would be better; empty in their working hours."""
    better = better_moment(now_local, days_off)
    if better is None:
        return ""
    days = (better.date() - now_local.date()).days
    when = {0: "today", 1: "tomorrow"}.get(days, f"on {DAYS[better.weekday()]}")
    now = f"{DAYS[now_local.weekday()]}, {now_local.hour}:{now_local.minute:02}"
    holiday = (holidays or {}).get(now_local.date(), "")
    named = f", {holiday}" if holiday else ""
    return f"It is {now} where they are{named}: {when} at {OPENS}:00 would be better."
