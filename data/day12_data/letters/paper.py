"""A draft on paper: one HTML file to print, a letter page and an envelope page, and the same as plain text."""

from __future__ import annotations

from enum import Enum, unique
from html import escape
from importlib.resources import files
from string import Template

from day12_data.card import Person
from day12_data.letters.draft import Draft
from day12_data.text import clean, clean_lines

# What there is room for at the usual size, about: a longer address is set smaller and begins higher.
_ENVELOPE_ROWS, _ENVELOPE_CHARACTERS = 7, 36


@unique
class Paper(Enum):
    """The two families of paper; each has its own envelope for a sheet that is folded twice."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def sheet(self) -> str:
        """The letter page's size, as CSS says it."""
        return "210mm 297mm" if self is Paper.A4 else "8.5in 11in"

    @property
    def envelope(self) -> tuple[str, str]:
        """The envelope page's width and height: DL, or number 10."""
        return ("220mm", "110mm") if self is Paper.A4 else ("9.5in", "4.125in")


def _paper_named(name: str) -> Paper:
    """The paper that the settings name.

    Raises:
        ValueError: there is no such paper, with a sentence that says which there are.
    """
    try:
        return Paper(name.strip().lower())
    except ValueError:
        raise ValueError(f"I don't know the paper “{clean(name)[:20]}”: write a4 or letter.") from None


def address_lines(person: Person) -> tuple[str, ...]:
    """What stands on the envelope, a line each: the name, unless the address brings it, and the address."""
    lines = _lines(person.address)
    name = clean(person.name)
    return lines if not name or any(name in line for line in lines[:2]) else (name, *lines)


def paper_note(person: Person) -> str:
    """What is missing for the envelope, in a sentence; empty when nothing is."""
    if person.address.strip():
        return ""
    return f"No postal address is known for {clean(person.name) or 'them'}, so only the letter page is printed."


def print_html(draft: Draft, person: Person, my_address: str, paper: str = "a4") -> str:
    """The letter and its envelope as one HTML file that loads nothing: open it in a browser and print.

    `my_address` has a line per row, the sender's name first; it may be empty. Where no postal address is known there
    is no envelope page.

    Raises:
        ValueError: there is no such paper.
    """
    sizes = _paper_named(paper)
    to, sender = address_lines(person), _lines(my_address)
    page = Template(files("day12_data").joinpath("samples", "print.html").read_text(encoding="utf-8"))
    size = "to long" if sum(1 + len(line) // _ENVELOPE_CHARACTERS for line in to) > _ENVELOPE_ROWS else "to"
    envelope = f'<section class="envelope">{_block("sender", sender)}{_block(size, to)}</section>'
    return page.substitute(
        title=escape(f"A note to {clean(person.name) or 'them'}"),
        sheet=sizes.sheet,
        envelope_width=sizes.envelope[0],
        envelope_height=sizes.envelope[1],
        sender=_block("sender", sender),
        to=_block("to", to if person.address.strip() else ()),
        body=_paragraphs(draft.body),
        envelope=envelope if person.address.strip() else "",
    )


def print_text(draft: Draft, person: Person, my_address: str) -> str:
    """The letter as plain text: the sender, the address, the words."""
    blocks = (_lines(my_address), address_lines(person) if person.address.strip() else (), (clean_lines(draft.body),))
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in map(clean, clean_lines(text).split("\n")) if line)


def _block(kind: str, lines: tuple[str, ...]) -> str:
    rows = "".join(f'<div dir="auto">{escape(line)}</div>' for line in lines)
    return f'<address class="{kind}">{rows}</address>' if rows else ""


def _paragraphs(body: str) -> str:
    # The margin is one empty line, and pre-line keeps single line ends. Further empty lines stay: room for a signature.
    parts = [part.strip("\n") for part in clean_lines(body).split("\n\n")]
    return "\n".join(f'<p dir="auto">{escape(part) or "&nbsp;"}</p>' for part in parts)
