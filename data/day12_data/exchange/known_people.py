"""Whether two names are of one person, and what one source knows of somebody besides another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from day12_data.card import Person
from day12_data.text import fold

_TITLE_WORDS = """
dr prof professor mr mrs ms miss mx herr frau dipl ing phd md mba jr sr ii iii cpa pmp msc bsc ma ba bc sir dame rev
"""
_TITLES = frozenset(_TITLE_WORDS.split())


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, in any order, without titles: "Dr. Müller, Hans" and "Hans Müller" have the same."""
    name = re.sub(r"\([^()]*\)", " ", name)
    words = [word for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)?", fold(name)) if word not in _TITLES]
    return tuple(sorted(words))


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same, word by word."""
    words = name_words(one)
    return bool(words) and words == name_words(other)


def like_name(one: str, other: str) -> bool:
    """Whether one name may be short for the other: "Ada L", "A. Lovelace" or "Ada" for "Ada Lovelace"."""
    short, long = sorted((list(name_words(one)), list(name_words(other))), key=lambda words: sum(map(len, words)))
    for word in short:
        fits = next((each for each in long if each.startswith(word) and (each == word or len(word) == 1)), None)
        if fits is None:
            return False
        long.remove(fits)
    return any(len(word) > 1 for word in short)


def filled_in(people: tuple[Person, ...], more: Iterable[Person]) -> tuple[Person, ...]:
    """The people with those who are new among them; somebody known gets what isn't known of them."""
    for person in more:
        place = _place_of(person, people)
        if place is None:
            people = (*people, person)
        else:
            people = (*people[:place], completed(people[place], person), *people[place + 1 :])
    return people


def with_addresses(people: tuple[Person, ...], more: Iterable[Person]) -> tuple[Person, ...]:
    """The people, with what is known of them by others of the same name; nobody is added."""
    for person in more:
        place = _place_of(person, people)
        if place is not None:
            people = (*people[:place], completed(people[place], person), *people[place + 1 :])
    return people


def completed(known: Person, other: Person) -> Person:
    """The person with what only the other source knows of them; what is known stays."""
    return msgspec.structs.replace(
        known,
        title=known.title or other.title,
        email=known.email or other.email,
        phone=known.phone or other.phone,
        linkedin=known.linkedin or other.linkedin,
        address=known.address or other.address,
    )


def with_sender(people: tuple[Person, ...], sender: Person) -> tuple[Person, ...]:
    """The people; the only one without an address who may be the sender has the sender's, and the longer name."""
    alike = [person for person in people if not person.email and like_name(person.name, sender.name)]
    if len(alike) != 1 or not sender.email or any(_is_same(person, sender) for person in people if person.email):
        return people
    name = max(alike[0].name, sender.name, key=lambda each: len(name_words(each)))
    known = msgspec.structs.replace(completed(alike[0], sender), name=name)
    return tuple(known if person is alike[0] else person for person in people)


def _place_of(person: Person, people: tuple[Person, ...]) -> int | None:
    return next((place for place, known in enumerate(people) if _is_same(known, person)), None)


def _is_same(one: Person, other: Person) -> bool:
    if one.email and other.email:
        return one.email.lower() == other.email.lower()
    return same_name(one.name, other.name)
