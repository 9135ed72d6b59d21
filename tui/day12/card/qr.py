"""QR codes for a phone's camera: a card's events to come, the numbers to call, the contacts."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from day12.card.links import phone_link
from day12_data.address import email_address
from day12_data.card import Card, Person
from day12_data.dates.days import day_text, moment_text
from day12_data.exchange.calendar_events import CalendarEvent, events_ahead
from day12_data.exchange.calendar_out import small_event
from day12_data.exchange.content_lines import escaped
from day12_data.exchange.vcard_out import name_parts
from day12_data.rules import Rules
from day12_data.text import clean, short_text

KINDS = ("event", "phone", "contact")
_QUIET_ZONES = (4, 2)
"""How many light modules stand around a code, where there is room and where there is less."""
_BLOCKS = {(False, False): "█", (False, True): "▀", (True, False): "▄", (True, True): " "}


class Code(NamedTuple):
    """What a code is for, what it says to people, and the same for a camera, in fewer and fewer letters."""

    kind: str
    title: str
    texts: tuple[str, ...]


def codes(card: Card, now: dt.datetime, rules: Rules) -> list[Code]:
    """The codes of a card: its events first, then the numbers, then the contacts."""
    found = [_event_code(event, now) for event in events_ahead(card, now, rules)]
    for person in card.people:
        found += _person_codes(person, clean(card.company))
    return sorted(found, key=lambda code: KINDS.index(code.kind))


def drawn(code: Code, columns: int, rows: int) -> list[str]:
    """The code's lines in half blocks, light where a block is; none where there is no room for it."""
    import segno  # 44 ms, that only somebody with a phone in the hand waits for

    for text in code.texts:
        symbol = segno.make(text, error="l", micro=False, encoding=None if text.isascii() else "utf-8")
        for border in _QUIET_ZONES:
            width, height = symbol.symbol_size(border=border)
            if width <= columns and (height + 1) // 2 <= rows:
                return _half_blocks([list(map(bool, row)) for row in symbol.matrix_iter(border=border)])
    return []


def on_paper(line: str) -> Iterator[tuple[str, bool]]:
    """The line in parts for colours: white on black, or where the second is true black on white.

    What is all of one colour is blank, so that the space that many terminals leave between lines has its colour, too.
    """
    for is_white, part in groupby(line, key=lambda block: block in "█▀"):
        yield "".join("▄" if block in "▀▄" else " " for block in part), is_white


def _half_blocks(dark: list[list[bool]]) -> list[str]:
    if len(dark) % 2:
        dark.append([False] * len(dark[0]))
    pairs = zip(dark[::2], dark[1::2], strict=True)
    return ["".join(_BLOCKS[pair] for pair in zip(*rows, strict=True)) for rows in pairs]


def _event_code(event: CalendarEvent, now: dt.datetime) -> Code:
    start = event.start
    when = (
        moment_text(start.astimezone(now.tzinfo), now) if isinstance(start, dt.datetime) else day_text(start, now.year)
    )
    full = event._replace(summary=short_text(event.summary, 200))
    short = event._replace(summary=short_text(event.summary), place="")
    shortest = short._replace(summary=short_text(event.summary, 32), end=start)
    texts = tuple(map(small_event, (full, short, shortest)))
    return Code("event", f"Event: {short.summary}, {when}", texts)


def _person_codes(person: Person, company: str) -> Iterator[Code]:
    name, number, email = short_text(person.name), phone_link(person.phone), email_address(person.email)
    company = short_text(company)
    if number:
        yield Code("phone", f"Call {name}: {clean(person.phone)}", (number,))
    if number or email:
        texts = _vcard(name, company, number, email), _mecard(name, company, number, email)
        yield Code("contact", f"Contact: {name} ({company})", texts)


def _vcard(name: str, company: str, number: str, email: str) -> str:
    given, family = name_parts(name)
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{escaped(family)};{escaped(given)}", f"FN:{escaped(name)}"]
    lines += [f"ORG:{escaped(company)}", number and number.replace("tel", "TEL", 1), email and f"EMAIL:{email}"]
    return "\n".join(filter(None, [*lines, "END:VCARD"]))


def _mecard(name: str, company: str, number: str, email: str) -> str:
    """The contact as Japanese phones began it, which every camera reads: a third shorter."""
    given, family = name_parts(name)
    fields = {"N": f"{_quoted(family)},{_quoted(given)}".rstrip(","), "ORG": _quoted(company)}
    fields |= {"TEL": number.removeprefix("tel:"), "EMAIL": _quoted(email)}
    return f"MECARD:{''.join(f'{key}:{value};' for key, value in fields.items() if value)};"


def _quoted(text: str) -> str:
    return re.sub(r"([\\:;,])", r"\\\1", text)
