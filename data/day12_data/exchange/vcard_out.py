"""The people on cards as contacts for a phone: one vCard 3.0 each, "Dana Reyes (Northwind)"."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator

from day12_data.card import Card, Person
from day12_data.dates.lexicon import spelt
from day12_data.exchange.content_lines import content_lines, escaped
from day12_data.exchange.known_people import completed
from day12_data.letters.linkedin import profile_url
from day12_data.text import clean, clean_lines, fold

_NAMESPACE = uuid.UUID("6f1d3c2e-1f0b-5d0c-9a52-64617931323a")


def contacts_on(cards: Iterable[Card]) -> list[tuple[Person, Card]]:
    """Whoever can be reached, each once at a company, with the card of the latest interview with them."""
    found: dict[tuple[str, str], tuple[Person, Card]] = {}
    for card in sorted(cards, key=lambda each: each.starts_at, reverse=True):
        for person in card.people:
            key = (person.email.lower() or fold(person.name), fold(card.company))
            known, latest = found.get(key, (person, card))
            found[key] = (completed(known, person), latest)
    return [pair for pair in found.values() if _reachable(pair[0])]


def vcards(contacts: Iterable[tuple[Person, Card]]) -> str:
    """The contacts as one file."""
    return content_lines(line for person, card in contacts for line in _vcard(person, card))


def _reachable(person: Person) -> bool:
    return any((person.phone, person.email, person.linkedin, person.address))


def _vcard(person: Person, card: Card) -> Iterator[str]:
    name, company = clean(person.name) or clean(person.email), clean(card.company)
    given, family = name_parts(name)
    yield "BEGIN:VCARD"
    yield "VERSION:3.0"
    yield f"UID:{uuid.uuid5(_NAMESPACE, f'{fold(company)}/{person.email.lower() or fold(name)}')}"
    # Android shows FN, an iPhone the parts of N, which has the company where "Jr." stands: both say whose number it is.
    yield f"FN:{escaped(f'{name} ({company})')}"
    yield f"N:{escaped(family)};{escaped(given)};;;{escaped(f'({company})')}"
    yield f"ORG:{escaped(company)}"
    if person.title:
        yield f"TITLE:{escaped(clean(person.title))}"
    for number in filter(None, map(clean, person.phone.split(" / "))):
        yield f"TEL;TYPE=WORK,VOICE:{escaped(number)}"
    if person.email:
        yield f"EMAIL;TYPE=INTERNET,WORK:{escaped(clean(person.email))}"
    if profile := profile_url(person.linkedin):
        yield f"URL:{escaped(profile)}"
    if person.address:
        yield f"ADR;TYPE=WORK:;;{escaped(clean_lines(person.address))};;;;"
    when = f", interview on {spelt(card.starts_at.date(), year=True)}" if card.time_known else ""
    yield f"NOTE:{escaped(f'{clean(card.role) or company}{when}')}"
    yield "CATEGORIES:day12"
    yield "END:VCARD"


def name_parts(name: str) -> tuple[str, str]:
    """The given name and the family name; somebody with one name has that one, and "Reyes, Dana" is Dana."""
    family, comma, given = name.partition(", ")
    if comma:
        return given, family
    given, _, family = name.rpartition(" ")
    return (given, family) if given else (family, "")
