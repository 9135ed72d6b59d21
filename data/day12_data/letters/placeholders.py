"""The names that a letter may use, in one table, and what each stands for on a given card."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from day12_data.card import Card, Person
from day12_data.dates.lexicon import DAYS, spelt
from day12_data.letters.greeting import first_name, greeting
from day12_data.letters.quoting import promise_sentence, promise_text, quotable
from day12_data.text import clean


@dataclass(frozen=True, slots=True)
class Placeholder:
    """One name. `instead` says what to do when a letter needs it and nobody knows it.

    `asked` names are asked for when a letter is written; the others come from the card and the settings.
    """

    meaning: str
    instead: str
    asked: bool = False


PLACEHOLDERS: Mapping[str, Placeholder] = MappingProxyType(
    {
        "greeting": Placeholder("the first words: Hello Jane, or Hello alone where nobody is known", ""),
        "first_name": Placeholder("their first name where it surely is one, else the whole name", "add the person"),
        "name": Placeholder("their whole name", "add the person to the card"),
        "title": Placeholder("their title: Head of Data", "add it to the person"),
        "email": Placeholder("their email address", "add it to the person"),
        "company": Placeholder("the company", "add it to the card"),
        "role": Placeholder("the role you talked about", "add it to the card"),
        "interview_day": Placeholder("when you met, as one says it: today, yesterday, on Thursday, on 5 March", ""),
        "interview_date": Placeholder("when you met, for a letter that travels: Thursday, 5 March", ""),
        "promise": Placeholder(
            "when they said you would hear: their own words where those can be sent, else the day",
            "record what they said, or pick another letter",
        ),
        "told_me": Placeholder(
            "that they promised it: you told me on Thursday: “7-10 days”",
            "record what they said, or pick another letter",
        ),
        "promise_day": Placeholder(
            "when they said it: today, yesterday, on Thursday, on 5 March", "record their promise"
        ),
        "reference": Placeholder(
            "something from the meeting itself, as it goes on after “I keep thinking about”",
            "type a detail from the meeting that only you two would know",
            asked=True,
        ),
        "anchor": Placeholder(
            "a thread that connects you: a book, a website, a person, a topic", "pick an anchor or type one", asked=True
        ),
        "my_name": Placeholder("your own name", "put your name in the settings"),
        "today": Placeholder("the day of writing: 17 March 2026", ""),
    }
)


def spoken_day(day: dt.date, today: dt.date) -> str:
    """A day as one says it in a sentence about what was: today, yesterday, on Thursday, on 5 March, on 5 March 2025."""
    past = (today - day).days
    if past in (0, 1):
        return ("today", "yesterday")[past]
    if 1 < past < 7:
        return f"on {DAYS[day.weekday()]}"
    return f"on {spelt(day, year=day.year != today.year)}"


def values_for(
    card: Card, person: Person | None, *, now: dt.datetime, reference: str = "", anchor: str = "", me: str = ""
) -> dict[str, str]:
    """What each placeholder stands for; an empty text where nothing is known. Days are the interview's local ones."""
    person = person or Person(name="")
    today, met = card.local(now).date(), card.starts_at.date()
    given = card.promise.given_at.astimezone(card.tzinfo).date() if card.promise else None
    told = spoken_day(given, today) if given else ""
    return {
        "greeting": greeting(person),
        "first_name": first_name(person),
        "name": clean(person.name),
        "title": clean(person.title),
        "email": clean(person.email),
        "company": clean(card.company),
        "role": clean(card.role),
        "interview_day": spoken_day(met, today),
        "interview_date": f"{DAYS[met.weekday()]}, {spelt(met)}",
        "promise": promise_text(card.promise),
        "told_me": promise_sentence(card.promise, told),
        "promise_day": told,
        "reference": quotable(reference),
        "anchor": quotable(anchor),
        "my_name": clean(me),
        "today": spelt(today, year=True),
    }
