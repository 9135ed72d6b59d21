"""Time zones as calendars name them: IANA names, Windows' names and what Windows shows for them."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from day12_data.typed.zone_names import without_zone

# What Windows shows where no city of the list tells the zone: a part of "(UTC-05:00) Eastern Time (US & Canada)".
_SHOWN = {
    "international date line west": "Dateline Standard Time",
    "coordinated universal time-11": "UTC-11",
    "aleutian islands": "Aleutian Standard Time",
    "hawaii": "Hawaiian Standard Time",
    "marquesas islands": "Marquesas Standard Time",
    "alaska": "Alaskan Standard Time",
    "baja california": "Pacific Standard Time (Mexico)",
    "pacific time (us & canada)": "Pacific Standard Time",
    "pacific time": "Pacific Standard Time",
    "arizona": "US Mountain Standard Time",
    "mountain time (us & canada)": "Mountain Standard Time",
    "mountain time": "Mountain Standard Time",
    "yukon": "Yukon Standard Time",
    "central america": "Central America Standard Time",
    "central time (us & canada)": "Central Standard Time",
    "central time": "Central Standard Time",
    "easter island": "Easter Island Standard Time",
    "saskatchewan": "Canada Central Standard Time",
    "eastern time (us & canada)": "Eastern Standard Time",
    "eastern time": "Eastern Standard Time",
    "haiti": "Haiti Standard Time",
    "indiana (east)": "US Eastern Standard Time",
    "turks and caicos": "Turks And Caicos Standard Time",
    "atlantic time (canada)": "Atlantic Standard Time",
    "newfoundland": "Newfoundland Standard Time",
    "brasilia": "E. South America Standard Time",
    "greenland": "Greenland Standard Time",
    "salvador": "Bahia Standard Time",
    "mid-atlantic - old": "UTC-02",
    "cabo verde is.": "Cape Verde Standard Time",
    "coordinated universal time": "UTC",
    "west central africa": "W. Central Africa Standard Time",
    "beijing": "China Standard Time",
    "new delhi": "India Standard Time",
    "abu dhabi": "Arabian Standard Time",
    "islamabad": "Pakistan Standard Time",
    "pretoria": "South Africa Standard Time",
    "st. petersburg": "Russian Standard Time",
    "ekaterinburg": "Ekaterinburg Standard Time",
    "sri jayawardenepura": "Sri Lanka Standard Time",
    "astana": "Central Asia Standard Time",
    "wellington": "New Zealand Standard Time",
    "canberra": "AUS Eastern Standard Time",
    "marshall is.": "UTC+12",
    "solomon is.": "Central Pacific Standard Time",
    "samoa": "Samoa Standard Time",
}
_OFFSET = re.compile(r"\(?(?:UTC|GMT)(?: ?([+-])(\d\d?):?(\d\d)?)?\)?", re.IGNORECASE)
_SHOWN_FORM = re.compile(r"\((?:UTC|GMT)(?: ?([+-]\d\d?:?\d\d))?\) ?(.+)", re.IGNORECASE)


def zone_named(text: str) -> str:
    """The IANA name, or the offset, of a zone as a calendar names it; empty where that isn't known for sure."""
    text = text.replace("\\,", ",").replace("\\;", ";").strip().strip('"').strip()
    if not text:
        return ""
    if found := _iana(text) or _windows(text):
        return found
    if re.fullmatch(r"[A-Z]{2,5}", text) and (found := without_zone(f"2 pm {text}", "")[1]):
        return found
    if fixed := _OFFSET.fullmatch(text):
        return _fixed(fixed)
    if shown := _SHOWN_FORM.fullmatch(text):
        return _shown(shown[2], shown[1] or "+00:00")
    return _shown(text, "")


def is_city(text: str) -> bool:
    """Whether the text is a city after which a zone is named."""
    return text.strip().casefold().replace(" ", "_") in _cities()


def _iana(text: str) -> str:
    """The IANA zone that the text is, or ends with, as in /freeassociation.sourceforge.net/Europe/Berlin."""
    parts = text.strip("/").split("/")
    names = _names()
    for start in range(len(parts)):
        name = names.get("/".join(parts[start:]).casefold().replace(" ", "_"))
        if name and (start == 0 or "/" in name or name == "UTC"):
            return "UTC" if name in _ZULU else name
    return ""


def _windows(text: str) -> str:
    found = _by_windows_name().get(_plain(text), "")
    return "UTC" if found in _ZULU else found


def _fixed(found: re.Match[str]) -> str:
    sign, hours, minutes = found.groups()
    if sign is None or (int(hours) == 0 and int(minutes or 0) == 0):
        return "UTC"
    return f"{sign}{int(hours):02}:{minutes or '00'}" if int(hours) <= 14 and int(minutes or 0) < 60 else ""


def _shown(text: str, offset: str) -> str:
    """The zone whose list of cities this is; where an offset goes with it, one that has it without summer time."""
    whole = text.strip().casefold()
    parts = [part.strip() for part in whole.split(",")]
    named = [_SHOWN.get(whole, "")] + [_SHOWN.get(part, "") for part in parts]
    found = [zone for name in named if (zone := _by_windows_name().get(_plain(name), ""))]
    cities = [_cities().get(part.removeprefix("city of ").replace(" ", "_"), "") for part in parts]
    known = set(_by_windows_name().values())
    # Of several cities in one zone, the one by which Windows' zone is known.
    found += sorted(filter(None, cities), key=lambda zone: zone not in known)
    fits = (zone for zone in found if not offset or _standard(zone) == _minutes(offset))
    return next(fits, "")


def _plain(text: str) -> str:
    return text.strip().casefold().replace("daylight time", "standard time").replace("summer time", "standard time")


def _minutes(offset: str) -> int:
    sign = -1 if offset.startswith("-") else 1
    digits = re.sub(r"\D", "", offset)
    return sign * (int(digits[:-2] or 0) * 60 + int(digits[-2:]))


def _standard(zone: str) -> int:
    """The zone's offset without summer time, in minutes: the lesser of January's and July's."""
    offsets = [dt.datetime(2026, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in (1, 7)]
    return min(int(each.total_seconds()) // 60 for each in offsets if each is not None)


_ZULU = frozenset({"Etc/UTC", "UTC", "Zulu", "Etc/Zulu", "Etc/UCT", "UCT", "Universal", "Etc/Universal", "Etc/GMT"})


@cache
def _names() -> dict[str, str]:
    names = {name.casefold(): name for name in available_timezones()}
    return names | {"z": "UTC", "utc": "UTC", "tzone://microsoft/utc": "UTC", "microsoft/utc": "UTC"}


@cache
def _by_windows_name() -> dict[str, str]:
    from tzlocal.windows_tz import win_tz  # CLDR's table

    return {name.casefold(): zone for name, zone in win_tz.items()}


@cache
def _cities() -> dict[str, str]:
    return {name.rpartition("/")[2].casefold(): name for name in sorted(available_timezones()) if "/" in name}
