"""People as a person types them, read into values and written back: a line each, contact details in any order.

What is sure is taken out of a line first (addresses, a LinkedIn profile, phone numbers); of the words that are left,
those before the first comma, dash, bar or bracket are the name and the rest is the title. Where a line could mean two
things it is asked back in a sentence, since a wrong name goes out under a letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from day12_data.board import EditError
from day12_data.card import Person
from day12_data.letters.address import email_address
from day12_data.letters.linkedin import without_facebook
from day12_data.text import clean, fold

_EXAMPLE = "Dana Reyes, Head of Data <dana@acme.com>"
_EMAIL = re.compile(r"<([^<>]*)>|(?:mailto:)?([^\s@<>,;()\"]+@[^\s@<>,;()\"]+)")
_LINKEDIN = re.compile(r"(?:https?://)?[\w.]*linkedin\.com/[^\s,;<>()]+", re.IGNORECASE)
# Seven digits or more, as people group them, perhaps behind a word such as “cell:”.
_PHONE = re.compile(
    r"(?:\b(?:tel|phone|mobile|cell|mob|[mtp])\b[.:]*\s*)?(?<![\w+])(?!\d{5}-\d{4}(?!\w))(\+?\(?\d(?:[\s().\-/]*\d){6,14}(?:\s*(?:x|ext\.?)\s*\d+)?)(?!\w)",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]")
# What ends the name: a comma, a bar, a dot in the middle, a bracket, or a dash with blanks round it.
_SEPARATOR = re.compile(r"\s*[,|·•()]\s*|(?<=\w)/(?=\w)|\s+[-–—]+\s+")
_AND = re.compile(r"\s+(?:and|und|&|\+)\s+|\s*&\s*")


@dataclass(frozen=True, slots=True)
class _Line:
    """One line, taken apart: what is sure, and the words that are left."""

    typed: str = ""
    indented: bool = False
    emails: tuple[str, ...] = ()
    linkedin: str = ""
    phones: tuple[str, ...] = ()
    words: str = ""

    @property
    def has_contact(self) -> bool:
        """Whether an address, a profile or a number stands on it."""
        return bool(self.emails or self.linkedin or self.phones)

    @property
    def is_contact(self) -> bool:
        """Whether it holds nothing but an address, a profile or a number."""
        return self.has_contact and not self.words

    @property
    def has_number(self) -> bool:
        """Whether it is words with a number among them, as most lines of a postal address are."""
        return not self.has_contact and not _QUOTED.match(self.words) and bool(re.search(r"\d", self.words))

    @property
    def like_street(self) -> bool:
        """Whether the number comes before any comma: “12 Harbor Street”, “10115 Berlin”."""
        return self.has_number and not self.indented and bool(re.search(r"\d", self.words.partition(",")[0]))


def read_people(text: str, known: Iterable[Person] = ()) -> tuple[Person, ...]:
    """The people in a text; what was sent to somebody who is known stays theirs, also under a longer name.

    A line below a person is theirs where it is indented, where it holds nothing but an address, a number or a
    profile, or where it begins like a street or goes on such an address. An empty line ends an address.

    Raises:
        EditError: a line could mean two things or names nobody, with a sentence that says what to write.
    """
    people: list[Person] = []
    in_address = False
    lines = [_taken_apart(raw) for raw in text.splitlines()]
    for line, after in zip(lines, [*lines[1:], _Line()], strict=False):
        if not line.typed:
            in_address = False
        elif line.indented or (people and line.is_contact):
            people = _below(people, line)
        elif (people and line.like_street) or (in_address and line.has_number):
            people, in_address = _below(people, line), True
        elif people and not line.has_contact and (in_address or line.has_number or after.like_street):
            raise EditError(
                f"Is “{line.typed[:40]}” somebody, or part of {people[-1].name}'s address? "
                "Indent the lines of an address, and leave an empty line before the next person."
            )
        else:
            people, in_address = [*people, *_people_on(line)], False
    return _with_sent(people, known)


def read_person(line: str) -> Person:
    """The person on one line.

    Raises:
        EditError: the line names nobody, several people, or half an address.
    """
    people = _people_on(_taken_apart(line))
    if len(people) > 1:
        raise EditError(f"“{clean(line)[:60]}” is {len(people)} people: give each a line of their own.")
    return people[0]


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


def person_text(person: Person) -> str:
    """The person as `read_people` reads them."""
    name = person.name
    if _SEPARATOR.search(name) or _AND.search(name) or ":" in name or re.search(r"\d", name + person.title):
        name = f'"{name}"'
    parts = (
        f"{name}, {person.title}" if person.title else name,
        f"<{person.email}>" if person.email else "",
        person.phone,
        person.linkedin,
    )
    lines = [" ".join(part for part in parts if part), *(f"    {line}" for line in person.address.splitlines())]
    return "\n".join(lines)


def person_line(person: Person) -> str:
    """How a person was read, for the user to see: “Dana Reyes · Head of Data · dana@acme.com · +1 206 555 0133”."""
    address = ", ".join(person.address.splitlines())
    parts = (person.name, person.title, person.email, person.phone, person.linkedin, address)
    return " · ".join(clean(part) for part in parts if part)


def _taken_apart(raw: str) -> _Line:
    typed, indented = clean(raw), raw[:1] in {" ", "\t"}
    rest = without_facebook(typed)
    linkedin = found[0] if (found := _LINKEDIN.search(rest)) else ""
    rest = _LINKEDIN.sub(" , ", rest, count=1)
    emails = [
        (found[2] or found[1] or "").strip().removeprefix("mailto:").rstrip(".") for found in _EMAIL.finditer(rest)
    ]
    for email in emails:
        if not email_address(email):
            raise EditError(f"“{email[:40]}” is no email address: write it like {_EXAMPLE}.")
    rest = _EMAIL.sub(" , ", rest)
    if "<" in rest or ">" in rest:
        raise EditError(f"“{typed[:40]}” has half an address: write it like {_EXAMPLE}.")
    phones = [clean(found[1]) for found in _PHONE.finditer(rest)]
    if indented and re.search(r"[^\W\d_]{3}", _PHONE.sub("", rest)):
        phones = []  # a line of a postal address
    rest = _PHONE.sub(" , ", rest) if phones else rest
    words = re.sub(r"^[\s,:|·-]+|[\s,:|·-]+$", "", rest)
    return _Line(typed, indented, tuple(emails), linkedin, tuple(phones), words)


def _below(people: Sequence[Person], line: _Line) -> list[Person]:
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


def _people_on(line: _Line) -> list[Person]:
    """Who is on a line: one person, or several with “and” between them and nothing that could be only one's."""
    names, title = _named(line)
    if len(line.emails) > 1 or (len(names) > 1 and (line.emails or line.linkedin or line.phones)):
        raise EditError(f"Whose is which in “{line.typed[:60]}”? Give each person a line of their own.")
    email = line.emails[0] if line.emails else ""
    before, _, after = line.typed.partition(f"<{email}>")
    if email and after.strip().startswith(",") and "," in before:
        raise EditError(f"Is “{after.strip(' ,')[:40]}” somebody else? Give each person a line of their own.")
    if not all(names) or line.typed.startswith((",", ";", ":", "|")):
        raise EditError(f"Who is “{line.typed[:40]}”? Write a name first, like {_EXAMPLE}.")
    phone = " / ".join(line.phones)
    return [Person(name=name, title=title, email=email, linkedin=line.linkedin, phone=phone) for name in names]


def _named(line: _Line) -> tuple[list[str], str]:
    """The names on a line, and the title."""
    if ";" in line.words:
        raise EditError(f"Is “{line.words[:60]}” several people? Give each person a line of their own.")
    if quoted := _QUOTED.match(line.words):
        return [_the_right_way_round(quoted[1])], _title(line.words[quoted.end() :])
    cut = _SEPARATOR.search(line.words)
    first, title = (line.words[: cut.start()], _title(line.words[cut.start() :])) if cut else (line.words, "")
    email = line.emails[0] if line.emails else ""
    if not first and not title and email:
        return [_name_in(email)], ""
    if ":" in first or (email and line.typed.strip("<").startswith(email) and not _spells(email, first.split())):
        raise EditError(f"Which is the name in “{line.typed[:60]}”? Write it first, like {_EXAMPLE}.")
    if email and " " not in first and " " not in title and _spells(email, [first]) and _spells(email, [title]):
        return [clean(f"{title} {first}")], ""  # “Reyes, Dana” with dana.reyes@
    return [clean(name) for name in _AND.split(first)], title


def _the_right_way_round(name: str) -> str:
    """The name in quotation marks, as mail programs write them: “Reyes, Dana” is Dana Reyes."""
    family, comma, given = name.partition(",")
    return clean(f"{given} {family}" if comma and "," not in given and given.strip() else name)


def _spells(email: str, words: Sequence[str]) -> bool:
    """Whether one of the words stands in the address: “Dana” in dana.reyes@acme.com."""
    local = fold(email.partition("@")[0])
    return any(len(word) > 1 and fold(word) in local for word in words)


def _title(rest: str) -> str:
    """What stands behind a name, without the marks and the brackets that set it off."""
    rest = re.sub(r"\s*,(?:\s*,)*\s*", ", ", rest.strip(" ,|·•-–—/"))
    if rest.startswith("("):
        inside, _, after = rest[1:].partition(")")
        rest = ", ".join(filter(None, (inside.strip(), after.strip(" ,|·•-–—/"))))
    return clean(rest)


def _name_in(email: str) -> str:
    """What an address alone calls somebody: “Dana Reyes” of dana.reyes@acme.com."""
    words = re.split(r"[\W\d_]+", email.partition("@")[0])
    return " ".join(word[:1].upper() + word[1:] for word in words if word) or email.partition("@")[0]


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
