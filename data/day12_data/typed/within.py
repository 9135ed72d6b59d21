"""How far ahead one looks, as people type it: "3d", "12h", "1w"."""

from __future__ import annotations

import datetime as dt
import re

_AHEAD = re.compile(r"(\d{1,3})\s*(?:(h)(?:ours?)?|(d)(?:ays?)?|(w)(?:eeks?)?)?", re.IGNORECASE)


def end_of(words: str, now: dt.datetime) -> dt.datetime:
    """The moment until which the words reach: of days and weeks the last one whole, of hours to the minute.

    Raises:
        ValueError: they name no time, with a sentence that says what to type.
    """
    found = _AHEAD.fullmatch(words.strip())
    if found is None:
        msg = f"“{words[:40]}” isn't how far ahead to look: write it like 3d, 12h or 1w."
        raise ValueError(msg)
    count = int(found[1])
    if found[2]:
        return (now.astimezone(dt.UTC) + dt.timedelta(hours=count)).astimezone(now.tzinfo)
    day = now.date() + dt.timedelta(days=count * (7 if found[4] else 1) + 1)
    midnight = dt.datetime.combine(day, dt.time(), now.tzinfo).astimezone(dt.UTC)
    return (midnight - dt.timedelta(seconds=1)).astimezone(now.tzinfo)
