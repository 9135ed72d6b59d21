"""Moments, whole days and repeating ones, as calendars write them."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

_MOST_DAYS = 40


def plain_moment(line: str) -> str:
    """A moment that is written in another ISO form, with dashes or parts of a second, as calendars write it."""
    head, _, value = line.partition(":")
    found = _ISO.fullmatch(value.strip())
    if not found:
        return line
    year, month, day, hour, minute, second, offset = found.groups()
    if offset in (None, "Z"):
        return f"{head}:{year}{month}{day}T{hour}{minute}{second or '00'}{offset or ''}"
    try:
        moment = dt.datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{offset}")
    except ValueError:
        return line
    return f"{head}:{moment.astimezone(dt.UTC):%Y%m%dT%H%M%SZ}"


_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII)


def whole_days(start: dt.date, end: dt.date | None) -> int:
    """How many days an event takes that goes from one midnight to another; otherwise 1."""
    if end is None or isinstance(start, dt.datetime) is not isinstance(end, dt.datetime):
        return 1
    return min(max((end - start).days, 1), _MOST_DAYS)


def is_yearly(rule: Any) -> bool:
    """Whether it comes back each year on the same date, and not on the fourth Thursday or the like."""
    if not isinstance(rule, dict):
        return False
    if {str(name).upper() for name in rule} - {"FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "WKST"}:
        return False
    return [str(each).upper() for each in rule.get("FREQ", ())] == ["YEARLY"] and rule.get("INTERVAL", [1]) == [1]
