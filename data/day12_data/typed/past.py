"""When something was really done, as people type it; it lies in the past."""

from __future__ import annotations

import datetime as dt
import re

from day12_data.dates.days import local_text
from day12_data.typed.when import read_when


def read_past(text: str, now: dt.datetime, zone: str, *, day_first: bool = False) -> dt.datetime:
    """The moment that is meant: now where nothing is typed; “today” without a time is now, too.

    Raises:
        ValueError: it can't be read, or is still to come; one sentence.
    """
    if not text.strip():
        return now
    at = read_when(text, now, zone, day_first=day_first).moment
    if at.astimezone(dt.UTC) <= now:
        return at
    if at.date() == now.astimezone(at.tzinfo).date() and not re.search(r"\d|noon|midnight", text, re.IGNORECASE):
        return now
    raise ValueError(f"{local_text(at, zone, now)} is still to come: type when it really was.")
