"""Time zones as people write them behind a time: "PST", "CET", "London time", "UTC+2", "Europe/Berlin"."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from day12_data.dates.zones import time_zone

# Where letters stand for several zones, the one that a job seeker most likely means. "EST" in July is Eastern time.
ABBREVIATIONS = {
    "ET": "America/New_York", "EST": "America/New_York", "EDT": "America/New_York", "EASTERN": "America/New_York",
    "CT": "America/Chicago", "CST": "America/Chicago", "CDT": "America/Chicago", "CENTRAL": "America/Chicago",
    "MT": "America/Denver", "MST": "America/Denver", "MDT": "America/Denver", "MOUNTAIN": "America/Denver",
    "PT": "America/Los_Angeles", "PST": "America/Los_Angeles", "PDT": "America/Los_Angeles",
    "PACIFIC": "America/Los_Angeles", "AKST": "America/Anchorage", "AKDT": "America/Anchorage",
    "HST": "Pacific/Honolulu", "AST": "America/Halifax", "ADT": "America/Halifax", "NST": "America/St_Johns",
    "BRT": "America/Sao_Paulo", "ART": "America/Argentina/Buenos_Aires", "UTC": "UTC", "GMT": "Europe/London",
    "BST": "Europe/London", "UK": "Europe/London", "WET": "Europe/Lisbon", "WEST": "Europe/Lisbon",
    "CET": "Europe/Berlin", "CEST": "Europe/Berlin", "MEZ": "Europe/Berlin", "MESZ": "Europe/Berlin",
    "EET": "Europe/Athens", "EEST": "Europe/Athens", "MSK": "Europe/Moscow", "TRT": "Europe/Istanbul",
    "SAST": "Africa/Johannesburg", "IST": "Asia/Kolkata", "PKT": "Asia/Karachi", "GST": "Asia/Dubai",
    "SGT": "Asia/Singapore", "HKT": "Asia/Hong_Kong", "JST": "Asia/Tokyo", "KST": "Asia/Seoul",
    "AWST": "Australia/Perth", "ACST": "Australia/Adelaide", "AEST": "Australia/Sydney", "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland", "NZDT": "Pacific/Auckland",
}  # fmt: skip

_OFFSET = re.compile(
    r"(?:(?:^|(?<=[\s\d]))\(?(?:UTC|GMT) ?|(?<=:\d\d) (?=[+-]\d\d:?\d\d$))([+-])(\d{1,2})(?::?(\d\d))?\)?$",
    re.ASCII | re.IGNORECASE,
)
_IANA = re.compile(r"(?:^|\s)\(?([A-Za-z]+(?:/[A-Za-z_+-]+)+\d*)\)?$", re.ASCII)
_CITY = re.compile(r"(?<=[\dmM] )\(?([A-Za-z]{3,}(?: [A-Za-z]{3,})*?)\)?(?: [Tt]ime)?$", re.ASCII)
_LETTERS = re.compile(r"(?:^|(?<=[\s\dmM]))\(?([A-Za-z]{2,8})\)?(?: [Tt]ime)?$", re.ASCII)


def without_zone(text: str, zone: str) -> tuple[str, str]:
    """The text without the zone that it ends with, and that zone's name; `zone` where it names none.

    Raises:
        ValueError: it ends with the name of a zone that is not known.
    """
    match = _OFFSET.search(text)
    if match:
        sign, hours, minutes = match.groups()
        name = f"{sign}{int(hours):02}:{minutes or '00'}"
        if int(hours) > 14 or int(minutes or 0) > 59:
            raise ValueError(f"There is no time zone {match[0].strip()}: write it like UTC+2 or Europe/Berlin.")
        return text[: match.start()], name
    match = _IANA.search(text)
    if match:
        time_zone(match[1])
        return text[: match.start()], match[1]
    match = _LETTERS.search(text)
    if match and match[1].upper() in ABBREVIATIONS:
        return text[: match.start()], ABBREVIATIONS[match[1].upper()]
    match = _CITY.search(text)
    found = _cities().get(match[1].lower()) if match else None
    return (text[: match.start()], found) if match and found else (text, zone)


@cache
def _cities() -> dict[str, str]:
    """The zones that are named after a city, by its name in small letters: “new york”."""
    named = (name for name in sorted(available_timezones()) if name.partition("/")[0] in _CONTINENTS)
    cities = {name.rpartition("/")[2].replace("_", " ").lower(): name for name in named}
    return {city: name for city, name in cities.items() if city not in _WORDS}


_WORDS = frozenset({"center", "easter", "midway", "wake"})  # that are no city to most
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Australia", "Europe", "Pacific"})
