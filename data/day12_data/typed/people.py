"""People and anchors as a person types them: a line each, read into values and written back."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from day12_data.board import EditError
from day12_data.card import Anchor, AnchorKind, Person
from day12_data.letters.linkedin import without_facebook
from day12_data.text import clean


def read_people(text: str, known: Iterable[Person] = ()) -> tuple[Person, ...]:
    """The people in a text; what was sent to somebody of the same name is kept.

    Raises:
        EditError: an address without a name above it, or a line without a name.
    """
    sent = {person.name: person.sent for person in known}
    people: list[Person] = []
    for line in _lines(text):
        if line[0] == " ":
            if not people:
                raise EditError("An indented line is a postal address: put the person's name above it.")
            address = f"{people[-1].address}\n{clean(line)}".strip()
            people[-1] = msgspec.structs.replace(people[-1], address=address)
            continue
        person = read_person(line)
        people.append(msgspec.structs.replace(person, sent=sent.get(person.name, ())))
    return tuple(people)


def with_people(text: str, lines: Iterable[str]) -> str:
    """The text with some people added, or changed where one of that name is there already."""
    people = {person.name: person for person in read_people(text)}
    for person in map(read_person, lines):
        known = people.get(person.name, person)
        people[person.name] = msgspec.structs.replace(person, address=known.address)
    return "\n".join(map(person_text, people.values()))


def read_person(line: str) -> Person:
    """The person on a line `Name, title <email> linkedin.com/in/name`.

    Raises:
        EditError: the line has no name, or what stands between < and > is no address, or one of the two is missing.
    """
    email, linkedin, rest = "", "", without_facebook(clean(line))
    if found := re.search(r"<([^<>]*)>", rest):
        email = found[1].strip()
        after = rest[found.end() :].strip()
        rest = f"{rest[: found.start()]} {after}"
        if after.startswith((",", ";")):
            raise EditError(f"Is “{after[1:41].strip()}” somebody else? Give each person a line of their own.")
        if not re.fullmatch(r"[^\s@<>]+@[^\s@<>]+", email):
            raise EditError(f"“{email[:40]}” is no email address: write it like Dana Reyes <dana@acme.com>.")
    if "<" in rest or ">" in rest:
        raise EditError(f"“{clean(line)[:40]}” has half an address: write it like Dana Reyes <dana@acme.com>.")
    if found := re.search(r"\S*linkedin\.com/\S+", rest, re.IGNORECASE):
        linkedin = found[0]
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    name, _, title = rest.partition(",")
    if not clean(name):
        raise EditError(f"Who is “{clean(line)[:40]}”? Write a name first, like Dana Reyes <dana@acme.com>.")
    return Person(name=clean(name), title=clean(title), email=email, linkedin=linkedin)


def read_anchors(text: str, known: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """The anchors in a text, a line each; when one of the same words was used is kept."""
    used = {anchor.text: anchor.used for anchor in known}
    anchors = []
    for line in map(clean, text.splitlines()):
        word, _, rest = line.partition(":")
        kind = next((kind for kind in AnchorKind if kind.value == word.strip().casefold()), None)
        words = rest.strip() if kind else line
        if re.match(r"https?://|www\.", words) and kind is None:
            kind = AnchorKind.WEBSITE
        if words:
            anchors.append(Anchor(text=words, kind=kind or AnchorKind.TOPIC, used=used.get(words, ())))
    return tuple(anchors)


def _lines(text: str) -> list[str]:
    """The lines of a text that hold something, each cleaned, an indented one with one blank before it."""
    lines = [(raw[:1] in {" ", "\t"}, clean(raw)) for raw in text.splitlines()]
    return [f" {line}" if indented else line for indented, line in lines if line]


def person_text(person: Person) -> str:
    """The person as `read_people` reads them."""
    parts = (
        f"{person.name}, {person.title}" if person.title else person.name,
        f"<{person.email}>" if person.email else "",
        person.linkedin,
    )
    lines = [" ".join(part for part in parts if part), *(f"    {line}" for line in person.address.splitlines())]
    return "\n".join(lines)
