"""How the fields of the form are read, in the words that stand below them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from day12.labels import days_away, interview_text
from day12_data.board import EditError
from day12_data.card import Card, Person
from day12_data.letters.linkedin import facebook_advice
from day12_data.typed.people import read_people
from day12_data.typed.person import person_line


class Echo(NamedTuple):
    """What is said below a field, and whether it says that the field can't be read so."""

    text: str
    refused: bool = False


def people_echo(typed: str) -> Echo:
    """Each person as they were read, then what is asked about a line: mildly about the last, perhaps half typed."""
    people, asked, at_end = _readable(typed)
    advice = facebook_advice(typed)
    refused = bool(advice or (asked and not at_end))
    return Echo("\n".join([*map(person_line, people), *filter(None, [asked, advice])]), refused)


def _readable(typed: str) -> tuple[tuple[Person, ...], str, bool]:
    """The people up to the first line that can't be read, what is asked about that, and whether it is the last line."""
    lines, asked = typed.rstrip().splitlines(), ""
    for count in range(len(lines), -1, -1):
        try:
            return read_people("\n".join(lines[:count])), asked, count == len(lines) - 1
        except EditError as error:
            asked = str(error)
    return (), asked, False


def when_echo(typed: str, card: Card, now: dt.datetime) -> Echo:
    """When the interview is, by the user's clock, and how far away; nothing where nothing was typed."""
    if not card.time_known:
        return Echo("no time yet: it won't nag")
    return Echo(f"{interview_text(card, now)} · {days_away(card.starts_at, now)}" if typed.strip() else "")
