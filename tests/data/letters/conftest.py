from __future__ import annotations

import arrow
import pytest

from day12_data.card import Anchor, AnchorKind, Card, Person, Promise


@pytest.fixture
def met() -> arrow.Arrow:
    """The article's example: Thursday 5 March 2026."""
    return arrow.get("2026-03-05T10:00", tzinfo="Europe/Berlin")


@pytest.fixture
def person() -> Person:
    return Person(name="Dr. Jörg Müller", title="Head of Data", email="joerg@northwind.example")


@pytest.fixture
def card(met: arrow.Arrow, person: Person) -> Card:
    return Card(
        id="000000000000000c",
        company="Northwind Traders",
        role="Data engineer",
        zone="Europe/Berlin",
        starts_at=met.datetime,
        ends_at=met.shift(hours=1).datetime,
        updated=met.datetime,
        people=(person,),
        anchors=(Anchor(text="Thinking in Systems", kind=AnchorKind.BOOK),),
        promise=Promise(said="7-10 days.", given_at=met.shift(minutes=55).datetime),
    )
