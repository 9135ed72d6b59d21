from __future__ import annotations

import datetime as dt

import pytest

from day12_data.card import Anchor, Card, Person, Promise
from day12_data.kinds import AnchorKind
from kit import at, later


@pytest.fixture
def met() -> dt.datetime:
    """The article's example: Thursday 5 March 2026."""
    return at("2026-03-05T10:00", "Europe/Berlin")


@pytest.fixture
def person() -> Person:
    return Person(name="Dr. Jörg Müller", title="Head of Data", email="joerg@northwind.example")


@pytest.fixture
def card(met: dt.datetime, person: Person) -> Card:
    return Card(
        id="000000000000000c",
        company="Northwind Traders",
        role="Data engineer",
        zone="Europe/Berlin",
        starts_at=met,
        ends_at=later(met, hours=1),
        updated=met,
        people=(person,),
        anchors=(Anchor(text="Thinking in Systems", kind=AnchorKind.BOOK),),
        promise=Promise(said="7-10 days.", given_at=later(met, minutes=55)),
    )
