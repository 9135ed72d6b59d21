"""A letter filled in for one person, and whether it is as long as such letters usually are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from day12_data.address import email_address
from day12_data.kinds import Via
from day12_data.letters.letter import Letter
from day12_data.letters.placeholders import PLACEHOLDERS
from day12_data.letters.template import fill, gaps
from day12_data.text import clean, clean_lines, counted


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to go out. `to` is an email address, empty where none is known; `name` the person's."""

    to: str
    subject: str
    body: str
    name: str = ""
    letter: str = ""
    via: Via = Via.EMAIL


def preview(letter: Letter, values: Mapping[str, str]) -> tuple[Draft, tuple[str, ...]]:
    """The letter as far as it is filled in, its gaps shown as [[name]], and the names that it waits for."""
    subject, body = fill(letter.subject, values), fill(letter.body, values)
    draft = Draft(
        to=email_address(values.get("email", "")),
        subject=clean(subject.text),
        body=clean_lines(body.text),
        name=clean(values.get("name", "")),
        letter=letter.name,
        via=letter.via,
    )
    return draft, tuple(dict.fromkeys((*subject.missing, *body.missing)))


def still_missing(text: Draft) -> tuple[str, ...]:
    """The names that a draft, perhaps edited by hand since, still shows as [[name]]."""
    return gaps(f"{text.subject}\n{text.body}", PLACEHOLDERS)


def not_ready(missing: Iterable[str]) -> str:
    """The sentence about what a letter still waits for, and what to do about it."""
    wanted = "; ".join(f"[[{name}]]: {PLACEHOLDERS[name].instead or PLACEHOLDERS[name].meaning}" for name in missing)
    return f"This letter isn't ready. It needs {wanted}."


def word_count(body: str) -> int:
    """How many words the text has."""
    return sum(any(char.isalnum() for char in word) for word in body.split())


def character_count(body: str) -> int:
    """How many characters the text has as a browser's field counts them: an emoji is two."""
    return len(clean_lines(body).encode("utf-16-le")) // 2


def too_long(letter: Letter, body: str) -> bool:
    """Whether the text is over the limit where it is going, so that its end would be lost."""
    return letter.characters is not None and character_count(body) > letter.characters


def length_note(letter: Letter, body: str) -> str:
    """The text's length against the usual, or against the limit where there is one."""
    if letter.characters is not None:
        over = character_count(body) - letter.characters
        note = f"{character_count(body)} of at most {letter.characters} characters"
        return f"{note}: cut {over}" if over > 0 else note
    count = word_count(body)
    note = counted(count, "word")
    if letter.words is None:
        return note
    least, most = letter.words
    judged = ": short" if count < least else ": long" if count > most else ""
    return f"{note}{judged}, usually {least} to {most}"
