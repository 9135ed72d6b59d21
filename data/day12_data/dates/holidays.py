"""A country's public holidays, worked out by the package `holidays`, which takes long to load and is optional."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from difflib import get_close_matches

INSTALL = "pip install holidays, or with pipx: pipx inject day12 holidays"


class UnknownCountryError(ValueError):
    """There is no such country, or no such part of it; the text says in one sentence what to write instead."""


class NoHolidaysError(LookupError):
    """The package isn't installed; the text says in one sentence how to get it."""


def public_holidays(country: str, years: Iterable[int]) -> dict[dt.date, str]:
    """The public holidays of a country, or of a part of it such as DE-BY, with their names in English.

    Raises:
        NoHolidaysError: the package isn't installed.
        UnknownCountryError: it knows no such country, or no such part of it.
    """
    try:
        import holidays
    except ImportError:
        raise NoHolidaysError(f"it needs the package “holidays”: {INSTALL}") from None
    code, _, part = (word.strip() for word in country.strip().upper().partition("-"))
    known = holidays.list_supported_countries(include_aliases=False)
    if code not in known and code != "UK":
        raise UnknownCountryError(f"there is no country “{country.strip()[:40]}”: {_near_country(country)}")
    if part and part not in known.get(code, ()):
        raise UnknownCountryError(f"{code} has no part “{part[:40]}”: {_near_part(code, part, known.get(code, ()))}")
    found = holidays.country_holidays(code, subdiv=part or None, years=list(years), language="en_US")
    return {day: re.sub(r"\s*;\s*", ", ", name) for day, name in sorted(found.items())}


def _near_country(country: str) -> str:
    """The countries that may be meant, by their code, or by their name where that was written."""
    from holidays.registry import COUNTRIES

    names = {name.replace("_", " "): codes[1] for name, codes in COUNTRIES.items()}
    word = country.strip().lower().replace("-", " ")
    near = [word] if word in names else get_close_matches(word, names, n=3, cutoff=0.75)
    told = [f"{names[name]} ({name.title()})" for name in near]
    if not told and len(word) <= 3:
        codes = {code.lower(): name for name, code in names.items()}
        told = [
            f"{code.upper()} ({codes[code].title()})" for code in get_close_matches(word[:2], codes, n=3, cutoff=0.5)
        ]
    return f"did you mean {_listed(told)}?" if told else "write its two letters, such as US, or DE-BY."


def _near_part(code: str, part: str, parts: Iterable[str]) -> str:
    parts = [each for each in parts if len(each) <= 4]
    near = get_close_matches(part, parts, n=3, cutoff=0.5)
    if near:
        return f"did you mean {_listed([f'{code}-{each}' for each in near])}?"
    return f"write one of {', '.join(parts)}." if parts else f"write {code} alone."


def _listed(words: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
