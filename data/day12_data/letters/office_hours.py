"""When a message had better arrive: in their working day, not in yours."""

from __future__ import annotations

import datetime as dt

from day12_data.dates.lexicon import DAYS

OPENS, CLOSES = 8, 18
_SATURDAY = 5


def better_moment(now_local: dt.datetime) -> dt.datetime | None:
    """The next Monday to Friday, 8:00, in their zone; None when it is working time there already.

    `now_local` carries the other side's time zone. 18:00 itself is after hours.
    """
    working_day = now_local.weekday() < _SATURDAY
    if working_day and OPENS <= now_local.hour < CLOSES:
        return None
    day = now_local if now_local.hour < OPENS else now_local + dt.timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += dt.timedelta(days=1)
    return day.replace(hour=OPENS, minute=0, second=0, microsecond=0, fold=0)


def moment_note(now_local: dt.datetime) -> str:
    """What time it is for them and when would be better; empty in their working hours."""
    better = better_moment(now_local)
    if better is None:
        return ""
    days = (better.date() - now_local.date()).days
    when = {0: "today", 1: "tomorrow"}.get(days, f"on {DAYS[better.weekday()]}")
    now = f"{DAYS[now_local.weekday()]}, {now_local.hour}:{now_local.minute:02}"
    return f"It is {now} where they are: {when} at {OPENS}:00 would be better."
