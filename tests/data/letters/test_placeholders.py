from __future__ import annotations

import datetime as dt

import pytest

from day12_data.card import Card, Person, replace
from day12_data.dates.zones import time_zone
from day12_data.letters.greeting import first_name, greeting
from day12_data.letters.placeholders import PLACEHOLDERS, spoken_day, values_for
from kit import at, later


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Jane Doe", "Jane"),
        ("Dr. Jane Doe", "Jane"),
        ("Prof. Dr. Jörg Müller", "Jörg"),
        ("Doe, Jane", "Jane"),
        ("Jane Doe, PhD", "Jane"),
        ("J. Robert Oppenheimer", "J. Robert Oppenheimer"),
        ("J. Smith", "J. Smith"),
        ("Dr. Smith", "Dr. Smith"),
        ("Hiring Team", "Hiring Team"),
        ("jen wu", "Jen"),
        ("c. ruiz", "C. Ruiz"),
        ("Cher", "Cher"),
        ("Dr.", "Dr."),
        ("山田 太郎", "山田 太郎"),
        ("김민준", "김민준"),
        ("  Anna-Lena   Ó Briain ", "Anna-Lena"),
        ("", ""),
    ],
)
def test_somebody_is_called_by_the_name_that_a_letter_would_use(name: str, called: str) -> None:
    assert first_name(Person(name=name)) == called
    assert greeting(Person(name=name)) == f"Hello {called}".strip()


@pytest.mark.parametrize(
    ("email", "called"),
    [
        ("dana@acme.example", "Dana"),
        ("d.reyes@acme.example", "Dana"),
        ("dr@acme.example", "Dana"),
        ("danar@acme.example", "Dana"),
        ("jobs@acme.example", "Dana Reyes"),
    ],
)
def test_an_address_that_is_somebody_elses_leaves_the_whole_name(email: str, called: str) -> None:
    assert first_name(Person(name="Dana Reyes", email=email)) == called


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-03-17", "today"),
        ("2026-03-16", "yesterday"),
        ("2026-03-12", "on Thursday"),
        ("2026-03-11", "on Wednesday"),
        ("2026-03-10", "on 10 March"),
        ("2025-12-30", "on 30 December 2025"),
        ("2026-03-18", "on 18 March"),
    ],
)
def test_a_day_is_named_as_one_says_it(day: str, said: str) -> None:
    assert spoken_day(dt.date.fromisoformat(day), dt.date(2026, 3, 17)) == said


def test_every_placeholder_of_the_table_has_a_value_and_no_other_name_has(card: Card, met: dt.datetime) -> None:
    assert set(values_for(card, card.people[0], now=met)) == set(PLACEHOLDERS)
    assert all(each.meaning for each in PLACEHOLDERS.values())


def test_the_values_come_from_the_card_the_person_and_the_writer(card: Card, met: dt.datetime) -> None:
    now = later(met, days=12)
    values = values_for(card, card.people[0], now=now, reference="the whale.", anchor="a book", me=" Sam\tRivera ")
    assert values["first_name"] == "Jörg"
    assert values["promise"] == "7-10 days"
    assert values["reference"] == "the whale"
    assert values["my_name"] == "Sam Rivera"
    assert (values["interview_day"], values["interview_date"]) == ("on 5 March", "Thursday, 5 March")
    assert values["today"] == "17 March 2026"


def test_the_day_is_the_interviews_own_not_the_writers(card: Card, met: dt.datetime) -> None:
    late_in_berlin = at("2026-03-05T23:30:00+01:00").astimezone(time_zone("America/New_York"))
    assert values_for(card, None, now=late_in_berlin)["interview_day"] == "today"
    past_midnight = at("2026-03-06T00:30:00+01:00").astimezone(time_zone("America/New_York"))
    assert values_for(card, None, now=past_midnight)["interview_day"] == "yesterday"


def test_a_card_that_knows_nothing_gives_empty_values(card: Card, met: dt.datetime) -> None:
    values = values_for(replace(card, promise=None, role=""), None, now=met)
    assert values["promise"] == values["promise_day"] == values["role"] == values["name"] == ""


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("“7-10 days.”", "7-10 days"),
        ('"soon"', "soon"),
        ("“yes” and “no”", "“yes” and “no”"),
        ("by Friday, or so...", "by Friday, or so..."),
        ("one\r\ntwo\x1b[31m", "one two[31m"),
    ],
)
def test_their_words_come_without_marks_of_their_own(card: Card, met: dt.datetime, said: str, quoted: str) -> None:
    assert values_for(card, Person(name="x"), now=met, reference=said)["reference"] == quoted
