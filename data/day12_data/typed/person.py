"""One line about a person as it is typed, taken apart: what is sure first, then the name and the title.

Email addresses, a LinkedIn profile and phone numbers are taken out wherever they stand; of the words that are left,
those before the first comma, dash, bar or bracket are the name and the rest is the title. What could mean two things
is asked back in a sentence, since a wrong name goes out under a letter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from day12_data.address import email_address
from day12_data.board import EditError
from day12_data.card import Person
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
class Line:
    """One line, taken apart: what is sure, and the words that are left."""

    typed: str = ""
    indented: bool = False
    emails: tuple[str, ...] = ()
    linkedin: str = ""
    phones: tuple[str, ...] = ()
    words: str = ""
    fault: str = ""
    """Why it can't be read, where half an email address stands on it."""

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


def read_person(line: str) -> Person:
    """The person on one line.

    Raises:
        EditError: the line names nobody, several people, or half an address.
    """
    people = people_on(take_apart(line))
    if len(people) > 1:
        raise EditError(f"“{clean(line)[:60]}” is {len(people)} people: give each a line of their own.")
    return people[0]


def take_apart(raw: str) -> Line:
    """The line with what is sure taken out of its words."""
    typed, indented = clean(raw), raw[:1] in {" ", "\t"}
    rest = without_facebook(typed)
    linkedin = found[0] if (found := _LINKEDIN.search(rest)) else ""
    rest = _LINKEDIN.sub(" , ", rest, count=1)
    emails = [
        (found[2] or found[1] or "").strip().removeprefix("mailto:").rstrip(".") for found in _EMAIL.finditer(rest)
    ]
    for email in emails:
        if not email_address(email):
            return Line(typed, indented, fault=f"“{email[:40]}” is no email address: write it like {_EXAMPLE}.")
    rest = _EMAIL.sub(" , ", rest)
    if "<" in rest or ">" in rest:
        return Line(typed, indented, fault=f"“{typed[:40]}” has half an address: write it like {_EXAMPLE}.")
    phones = [clean(found[1]) for found in _PHONE.finditer(rest)]
    if indented and re.search(r"[^\W\d_]{3}", _PHONE.sub("", rest)):
        phones = []  # a line of a postal address
    rest = _PHONE.sub(" , ", rest) if phones else rest
    words = re.sub(r"^[\s,:|·-]+|[\s,:|·-]+$", "", rest)
    return Line(typed, indented, tuple(emails), linkedin, tuple(phones), words)


def people_on(line: Line) -> list[Person]:
    """Who is on a line: one person, or several with “and” between them and nothing that could be only one's."""
    if line.fault:
        raise EditError(line.fault)
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


def _named(line: Line) -> tuple[list[str], str]:
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
    if ":" in first or (email and line.typed.strip("<").startswith(email) and not spells(email, first.split())):
        raise EditError(f"Which is the name in “{line.typed[:60]}”? Write it first, like {_EXAMPLE}.")
    if email and " " not in first and " " not in title and spells(email, [first]) and spells(email, [title]):
        return [clean(f"{title} {first}")], ""  # “Reyes, Dana” with dana.reyes@
    return [clean(name) for name in _AND.split(first)], title


def _the_right_way_round(name: str) -> str:
    """The name in quotation marks, as mail programs write them: “Reyes, Dana” is Dana Reyes."""
    family, comma, given = name.partition(",")
    return clean(f"{given} {family}" if comma and "," not in given and given.strip() else name)


def spells(email: str, words: Sequence[str]) -> bool:
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
