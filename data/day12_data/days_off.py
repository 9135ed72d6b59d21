"""Which days are off: the settings' own, those of an imported calendar, and a country's public holidays.

A country's are worked out once for four years and kept in the state folder, so that the package that knows them isn't
loaded again before the years run out. A calendar's are kept beside the settings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import msgspec

from day12_data import files
from day12_data.card import Value
from day12_data.rules import Holiday, Rules

FILE_NAME = "holidays.json"
# Another name, since on macOS and Windows the two folders are one.
CACHE_NAME = "country-holidays.json"
_YEARS = 4


class _Country(Value, frozen=True, kw_only=True):
    """The holidays of a country in some years, or what is wrong with its name."""

    country: str
    years: tuple[int, ...]
    days: dict[dt.date, str]
    problem: str = ""


class DaysOff:
    """The days off that are known beside the settings, read again where an import has brought others since."""

    def __init__(self, rules: Rules, config: Path, state: Path) -> None:
        self._rules, self._config, self._state = rules, config, state
        self._seen: files.Signature | None = None

    def read(self, year: int) -> tuple[Rules, tuple[str, ...]]:
        """The settings' rules with these days, and a sentence for what can't be used."""
        self._seen = self._there()
        return with_days_off(self._rules, self._config, self._state, year)

    def read_again(self, year: int) -> tuple[Rules, tuple[str, ...]] | None:
        """The same where the file of imported calendars is another one than was read last, else None."""
        return None if self._there() == self._seen else self.read(year)

    def _there(self) -> files.Signature | None:
        with suppress(OSError):
            return files.signature(self._config / FILE_NAME)
        return None


def with_days_off(rules: Rules, config: Path, state: Path, year: int) -> tuple[Rules, tuple[str, ...]]:
    """The rules with the days off that are known beside the settings, and a sentence for what can't be used."""
    problems: list[str] = []
    days = {each.day: each.name for each in rules.holidays}
    calendar = config / FILE_NAME
    if calendar.exists():
        try:
            days |= _read_calendar(calendar)
        except (OSError, ValueError):
            problems.append(f"{calendar} can't be read: import the calendar of holidays again, or delete the file.")
    if rules.country.strip():
        found = _of_country(rules.country.strip(), state / CACHE_NAME, year)
        days = found.days | days
        if found.problem:
            problems.append(f"In the settings, rules.country can't be used: {found.problem}")
    if not days:
        return rules, tuple(problems)
    named = tuple(Holiday(day=day, name=name) for day, name in sorted(days.items()))
    return msgspec.structs.replace(rules, holidays=named, days_off=rules.days_off.union(days)), tuple(problems)


def keep_calendar_days(days: Mapping[dt.date, str], config: Path) -> Path:
    """Add the days to those of imported calendars, and return their file.

    Raises:
        OSError: it can't be written; the old file is as it was.
    """
    path = config / FILE_NAME
    known: dict[dt.date, str] = {}
    with suppress(OSError, ValueError):
        known = _read_calendar(path)
    files.make_folder(config)
    data = msgspec.json.encode(dict(sorted((known | dict(days)).items())))
    files.replace(path, msgspec.json.format(data, indent=2), files.signature(path))
    return path


def not_kept(config: Path, error: OSError) -> str:
    """What to say where an imported calendar's days couldn't be kept."""
    return f"the days off can't be kept in {config} ({files.why(error)}): mend that, then import them again."


def _read_calendar(path: Path) -> dict[dt.date, str]:
    return msgspec.json.decode(files.read(path).data, type=dict[dt.date, str])


def _of_country(country: str, cache: Path, year: int) -> _Country:
    """The country's holidays, from the cache where it has this year and the next."""
    kept: _Country | None = None
    with suppress(OSError, ValueError):
        kept = msgspec.json.decode(files.read(cache).data, type=_Country)
    if kept and kept.country == country and {year, year + 1} <= set(kept.years):
        return kept
    from day12_data.dates.holidays import NoHolidaysError, UnknownCountryError, public_holidays

    years = tuple(range(year - 1, year - 1 + _YEARS))
    try:
        found = _Country(country=country, years=years, days=public_holidays(country, years))
    except UnknownCountryError as error:
        found = _Country(country=country, years=years, days={}, problem=str(error))
    except NoHolidaysError as error:
        old = kept.days if kept and kept.country == country else {}
        return _Country(country=country, years=years, days=old, problem=str(error))
    with suppress(OSError):  # worked out again the next time
        files.make_private(cache.parent)
        files.put_unsynced(cache, msgspec.json.encode(found))
    return found
