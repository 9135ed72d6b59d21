"""The people of a card as they are typed: several lines read, written back, and changed one by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from day12_data.address import email_address
from day12_data.board import EditError
from day12_data.card import Person
from day12_data.text import clean, fold
from day12_data.typed.person import Line, people_on, read_person, spells, take_apart


def read_people(text: str, known: Iterable[Person] = ()) -> tuple[Person, ...]:
    """The people in a text; what was sent to somebody who is known stays theirs, also under a longer name.

    A line below a person is theirs where it is indented, where it holds nothing but an address, a number or a
    profile, or where it begins like a street or goes on such an address. An empty line ends an address.

    Raises:
        EditError: a line could mean two things or names nobody, with a sentence that says what to write.
    """
    read = read_lines(text)
    if read.asked:
        raise EditError(read.asked[0].question)
    return _with_sent(read.people, known)


class Asked(NamedTuple):
    """A line that can't be read as it stands, by its number, and what is asked about it."""

    line: int
    question: str


class ReadLines(NamedTuple):
    """The people in the lines of a text, but for the lines about which something is asked."""

    people: tuple[Person, ...]
    asked: tuple[Asked, ...]


def read_lines(text: str) -> ReadLines:
    """The people in a text, and what is asked about its lines; see `read_people`."""
    people: list[Person] = []
    asked: list[Asked] = []
    in_address = False
    lines = [take_apart(raw) for raw in text.splitlines()]
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], Line()], strict=False)):
        try:
            people, in_address = _with_line(people, line, after, in_address=in_address)
        except EditError as error:
            asked.append(Asked(number, str(error)))
    return ReadLines(tuple(people), tuple(asked))


def _with_line(people: list[Person], line: Line, after: Line, *, in_address: bool) -> tuple[list[Person], bool]:
    """The people with what a line says, and whether the next line may go on an address."""
    if not line.typed:
        return people, False
    if line.fault:
        raise EditError(line.fault)
    if line.indented or (people and line.is_contact and not _is_somebody_else(people[-1], line)):
        return _below(people, line), in_address
    if (people and line.like_street) or (in_address and line.has_number):
        return _below(people, line), True
    if people and not line.has_contact and (in_address or line.has_number or after.like_street):
        raise EditError(
            f"Is “{line.typed[:40]}” somebody, or part of {people[-1].name}'s address? "
            "Indent the lines of an address, and leave an empty line before the next person."
        )
    return [*people, *(each for each in people_on(line) if not _is_there(people, each))], False


def _is_somebody_else(person: Person, line: Line) -> bool:
    """Whether an address alone on a line is another person's: theirs is known, and this one has no name of theirs."""
    return bool(line.emails and person.email) and not spells(line.emails[0], person.name.split())


def _is_there(people: Iterable[Person], person: Person) -> bool:
    """Whether somebody of this name is among them, and nothing more is said of this one."""
    return person == Person(name=person.name) and any(fold(each.name) == fold(person.name) for each in people)


def with_people(people: Sequence[Person], lines: Iterable[str]) -> tuple[Person, ...]:
    """The people with some added, or changed where a line means one who is there already.

    A line means somebody by their email address, by their whole name, or by a part of it that fits only one.
    What the line doesn't say stays as it was.

    Raises:
        EditError: a line can't be read, or fits several people.
    """
    found = list(people)
    for line in lines:
        typed = read_person(line)
        known = person_meant(found, typed.name, typed.email)
        if known is None:
            found.append(typed)
        else:
            found[found.index(known)] = _updated(known, typed)
    return tuple(found)


def without_person(people: Sequence[Person], name: str) -> tuple[Person, ...]:
    """The people without the one whom a name, a part of it or an email address means.

    Raises:
        EditError: it fits nobody, or several people.
    """
    email = email_address(name)
    known = person_meant(people, "" if email else name, email)
    if known is None:
        there = ", ".join(person.name for person in people) or "nobody"
        raise EditError(f"Nobody on the card is called “{clean(name)[:40]}”: there is {there}.")
    return tuple(person for person in people if person is not known)


def person_meant(people: Sequence[Person], name: str, email: str = "") -> Person | None:
    """Who of the people is meant, or None where it is nobody of them.

    Raises:
        EditError: the name fits several.
    """
    for fits in (
        [each for each in people if email and each.email.casefold() == email.casefold()],
        [each for each in people if fold(each.name) == fold(name)],
        [each for each in people if _same_words(each.name, name)],
    ):
        if len(fits) > 1:
            some = ", ".join(each.name for each in fits)
            raise EditError(f"“{clean(name)[:40]}” fits {some}: write the whole name, or the email address.")
        if fits:
            return fits[0]
    return None


def _below(people: Sequence[Person], line: Line) -> list[Person]:
    """The people with what a line below the last of them says: contact details where it is only that, else address."""
    if not people:
        raise EditError("An indented line belongs to a person: put the person's name above it.")
    person = people[-1]
    if not line.is_contact:
        if line.emails:
            raise EditError(f"Whose is “{line.emails[0]}”? Don't indent a line with a name of its own.")
        return [*people[:-1], msgspec.structs.replace(person, address=f"{person.address}\n{line.typed}".strip())]
    if len([*filter(None, [person.email]), *line.emails]) > 1:
        raise EditError(f"Whose is “{line.emails[-1]}”? Give each person one address, behind their name.")
    changed = msgspec.structs.replace(
        person,
        email=line.emails[0] if line.emails else person.email,
        linkedin=line.linkedin or person.linkedin,
        phone=" / ".join(filter(None, [person.phone, *line.phones])),
    )
    return [*people[:-1], changed]


def _same_words(one: str, other: str) -> bool:
    """Whether one name is a part of the other: "Dana" and "Dana Reyes"."""
    first, second = set(fold(one).split()), set(fold(other).split())
    return bool(first and second) and (first <= second or second <= first)


def _with_sent(people: Iterable[Person], known: Iterable[Person]) -> tuple[Person, ...]:
    """The people with what was sent to the known person that each surely is: by name, by address, by part of a name."""
    kept, left = list(people), [person for person in known if person.sent]
    for same in (
        lambda one, other: one.name == other.name,
        lambda one, other: bool(one.email) and one.email.casefold() == other.email.casefold(),
        lambda one, other: _same_words(one.name, other.name),
    ):
        for at, person in enumerate(kept):
            fits = [other for other in left if same(person, other)]
            if len(fits) == 1 and not person.sent:
                kept[at] = msgspec.structs.replace(person, sent=fits[0].sent)
                left.remove(fits[0])
    return tuple(kept)


def _updated(known: Person, typed: Person) -> Person:
    """The person with what was typed about them; the longer of the two names stays."""
    fields = {
        name: text for name in ("title", "email", "linkedin", "phone", "address") if (text := getattr(typed, name))
    }
    name = typed.name if len(typed.name) >= len(known.name) else known.name
    return msgspec.structs.replace(known, name=name, **fields)
