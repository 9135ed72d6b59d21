"""The clock, which is read only here and handed to whatever needs the time."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping

from day12_data.dates.zones import time_zone

_YEARS = range(1900, 9000)  # with room on both sides for a window, a check-in and keeping warm
Clock = Callable[[], dt.datetime]


def local_zone(env: Mapping[str, str]) -> str:
    """The IANA name of this machine's time zone, "UTC" where it can't be told."""
    try:
        name = env.get("TZ", "").lstrip(":").rpartition("zoneinfo/")[2] or _zone_of_machine()
        time_zone(name)
    except (ValueError, LookupError, OSError):
        return "UTC"
    return name


def _zone_of_machine() -> str:
    place = os.path.realpath("/etc/localtime")
    if "zoneinfo/" in place:
        return place.rpartition("zoneinfo/")[2]
    import tzlocal  # only where neither TZ nor a link says it

    name: str = tzlocal.get_localzone_name()
    return name


def clock_from(env: Mapping[str, str]) -> Clock:
    """The clock on the wall, or the standing one that `DAY12_NOW` (ISO 8601) sets; both in the local zone.

    Raises:
        ValueError: `DAY12_NOW` isn't a moment, with a sentence that says what to write.
    """
    zone = time_zone(local_zone(env))
    text = env.get("DAY12_NOW", "").strip()
    if not text:
        return lambda: dt.datetime.now(zone)  # noqa: TID251 - this is the injected clock
    try:
        moment = dt.datetime.fromisoformat(text.strip())
        if moment.year not in _YEARS:
            raise ValueError
        standing = (moment if moment.tzinfo else moment.replace(tzinfo=zone)).astimezone(zone)
    except (ValueError, OverflowError):
        msg = f"DAY12_NOW is “{text[:40]}”, which is no moment: write it like 2026-03-17T14:02."
        raise ValueError(msg) from None
    return lambda: standing
