"""Time zones as people write them behind a time: "PST", "CET", "London time", "UTC+2", "Europe/Berlin"."""

from __future__ import annotations

import re
from functools import cache
from zoneinfo import available_timezones

from day12_data.dates.lexicon import ZONES
from day12_data.dates.zones import time_zone

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
    text = _OUTLOOK.sub("", text)
    within = _named_within(text)
    if within:
        return within
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
    if match and match[1].upper() in ZONES:
        return text[: match.start()], ZONES[match[1].upper()]
    match = _CITY.search(text)
    found = _cities().get(match[1].lower()) if match else None
    return (text[: match.start()], found) if match and found else (text, zone)


def _named_within(text: str) -> tuple[str, str] | None:
    """A zone that stands directly behind a time of day, with more words behind it: “10am ET Tuesday”."""
    for match in _CLOCKED.finditer(text):
        words = match["words"].split()
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            found = ZONES.get(name.upper()) or _cities().get(name.lower())
            behind = text[match.start("words") + len(name) :]
            if found and not re.match(r" ?[+-]\d|/", behind):  # no offset, nor “Pacific/Honolulu”
                rest = re.sub(r"^\)? ?(?:[Tt]ime)?\)?", "", behind)
                return f"{text[: match.start('words')].rstrip(' (')} {rest.strip()}".strip(), found
    return None


# What a calendar adds to the name of a zone: "(GMT-05:00) Eastern Time (US & Canada)".
_OUTLOOK = re.compile(
    r" ?\((?:US|U\.S\.) (?:and|&) Canada\)|\((?:GMT|UTC)[+-]\d\d:\d\d\) (?=[A-Za-z])", re.IGNORECASE
)  # fmt: skip
_CLOCKED = re.compile(
    r"(?:\d ?(?:[ap]\.?m\.?)?|noon|midnight) \(?(?P<words>[A-Za-z]{2,}(?: [A-Za-z]+){0,2})(?=\W|$)", re.IGNORECASE
)


@cache
def _cities() -> dict[str, str]:
    """The zones that are named after a city, by its name in small letters: “new york”."""
    named = (name for name in sorted(available_timezones()) if name.partition("/")[0] in _CONTINENTS)
    cities = {name.rpartition("/")[2].replace("_", " ").lower(): name for name in named}
    return {city: name for city, name in cities.items() if city not in _WORDS}


_WORDS = frozenset({"center", "easter", "midway", "wake"})  # that are no city to most
_CONTINENTS = frozenset({"Africa", "America", "Asia", "Australia", "Europe", "Pacific"})
