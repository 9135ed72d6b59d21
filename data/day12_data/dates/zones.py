"""Time zones by their names: "Europe/Berlin", "UTC", "+02:00"."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

_OFFSET = re.compile(r"([+-]?)(\d\d):?(\d\d)?", re.ASCII)


@lru_cache
def time_zone(name: str) -> dt.tzinfo:
    """The zone of an IANA name or an offset such as "+02:00".

    Raises:
        ValueError: no such zone is known, with a sentence that says what to write instead.
    """
    if name.upper() in ("UTC", "Z"):
        return dt.UTC
    try:
        if offset := _OFFSET.fullmatch(name):
            sign, hours, minutes = offset.groups()
            ahead = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
            return dt.timezone(-ahead if sign == "-" else ahead)
        return ZoneInfo(name)
    except (ValueError, LookupError, OSError):
        msg = f"I don't know the time zone “{name[:40]}”: write it like America/New_York or +02:00."
        raise ValueError(msg) from None


def zone_city(name: str) -> str:
    """What people call a zone: "New York" of America/New_York; an offset or UTC as it is."""
    return name.rpartition("/")[2].replace("_", " ")
