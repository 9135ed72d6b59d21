"""How to greet somebody: by the first name only where it surely is one."""

from __future__ import annotations

import re

from day12_data.card import Person
from day12_data.text import clean, fold

# What may stand before a name; behind one of them a single word is a family name.
_TITLES = frozenset(
    (
        "dr",
        "prof",
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "sir",
        "dame",
        "herr",
        "frau",
        "mme",
        "mlle",
        "m",
        "sr",
        "sra",
        "dipl",
    )
)
# What may stand behind a comma without being the given name.
_DEGREES = frozenset(["phd", "ph.d", "md", "mba", "jr", "sr", "esq"])
# The last word of what is no person at all: "Hiring Team", "People Operations".
_GROUPS = frozenset(
    ("team", "panel", "committee", "department", "group", "office", "staff", "hr", "recruiting", "careers", "jobs")
)
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
# Scripts whose names begin with the family's: the whole name is the polite form.
_FAMILY_FIRST = re.compile("[\u1100-\u11ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\U00020000-\U0003ffff]")


def greeting(person: Person) -> str:
    """The first words of a letter: "Hello Dana", or "Hello" where nobody is known."""
    name = first_name(person)
    return f"Hello {name}" if name else "Hello"


def first_name(person: Person) -> str:
    """The first name where it surely is one, else the whole name; empty where there is none.

    It is sure where a family name follows it, it is no initial, and an email address, where one is known, has one of
    the two in it: "Dana" of "Dana Reyes" and of "Reyes, Dana", but "J. Smith", "Hiring Team" and "山田 太郎" stay
    whole. A name typed without capitals gets them.
    """
    name = clean(person.name)
    if name == name.lower():
        name = re.sub(r"\b[^\W\d_]", lambda letter: letter[0].upper(), name)
    family, comma, given = name.partition(",")
    if comma and given.strip(" .").lower() in _DEGREES:
        name = family
    elif comma and given.strip():
        name = f"{given.strip()} {family}"
    words = name.split()
    while len(words) > 1 and words[0].strip(".").lower() in _TITLES:
        del words[0]
    return words[0] if len(words) > 1 and _is_sure(words, person.email) else name


def _is_sure(words: list[str], email: str) -> bool:
    first, last = words[0], words[-1]
    if len(first.strip(".")) < 2 or first.endswith(".") or last.lower() in _GROUPS or _FAMILY_FIRST.search(first):
        return False
    local = fold(email.partition("@")[0])
    return not local or any(_stands_in(word, local) for word in words) or _is_short_for(words, local)


def _stands_in(word: str, local: str) -> bool:
    """Whether the word is in the address, ü written as u or as ue."""
    spelt = (fold(word.strip(".")), fold(word.strip(".").lower().translate(_UMLAUTS)))
    return any(len(each) > 1 and each in local for each in spelt)


def _is_short_for(words: list[str], local: str) -> bool:
    """Whether the address is made of the name's initials, or of one and the rest: "dr", "dreyes", "danar"."""
    first, last = fold(words[0]), fold(words[-1])
    return local in {first[0] + last[0], first[0] + last, first + last[0]}
