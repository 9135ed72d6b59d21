"""How the fields of the form are read, in the words that stand below them."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from day12.labels import days_away, interview_text
from day12_data.card import Card
from day12_data.letters.linkedin import facebook_advice
from day12_data.typed.people import read_lines
from day12_data.typed.person import person_line

_MOST_PEOPLE = 12  # a panel; what is longer was pasted


class Echo(NamedTuple):
    """What is said below a field, and whether it says that the field can't be read so."""

    text: str
    refused: bool = False


def people_echo(typed: str) -> Echo:
    """Each person as they were read, then what is asked about a line: mildly about the last, perhaps half typed."""
    people, asked = read_lines(typed)
    told = [person_line(person) for person in people[:_MOST_PEOPLE]]
    if len(people) > _MOST_PEOPLE:
        told.append(f"and {len(people) - _MOST_PEOPLE} more")
    if asked:
        told.append(asked[0].question)
    advice = facebook_advice(typed)
    at_end = bool(asked) and asked[0].line == len(typed.rstrip().splitlines()) - 1
    return Echo("\n".join([*told, *filter(None, [advice])]), bool(advice or (asked and not at_end)))


def when_echo(typed: str, card: Card, now: dt.datetime) -> Echo:
    """When the interview is, by the user's clock, and how far away; nothing where nothing was typed."""
    if not card.time_known:
        return Echo("no time yet: it won't nag")
    return Echo(f"{interview_text(card, now)} · {days_away(card.starts_at, now)}" if typed.strip() else "")
