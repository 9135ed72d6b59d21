"""The demo's cards show every state, whenever it is opened."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from day12_data.agenda import Agenda, Row
from day12_data.board import Board
from day12_data.card import Card
from day12_data.dates.zones import time_zone
from day12_data.demo import demo_changes
from day12_data.kinds import Stage
from day12_data.step import Urgency
from kit import DAY_12, ZONE, at, later
from strategies import ZONES, around, zones


def rows(cards: list[Card], now: dt.datetime) -> list[Row]:
    return Agenda().rows(Board({card.id: card for card in cards}), now)


def told(now: dt.datetime, zone: str = ZONE) -> list[Card]:
    changes = demo_changes(now.astimezone(time_zone(zone)), zone)
    return list({each.after.id: each.after for each in changes}.values())


WEEK = [later(at("2026-03-16"), days=day, hours=hour) for day in range(7) for hour in (0, 9, 23)]
ODD = [
    at("2026-03-08 03:00"),
    at("2026-11-01 01:30").replace(fold=1),
    at("2028-02-29 23:59:59"),
    at("2026-12-31 23:59:59"),
    at("2027-01-01 00:00"),
]


@pytest.mark.parametrize("now", [*WEEK, *ODD], ids=lambda now: f"{now:%a %Y-%m-%d %H:%M:%S}")
def test_every_urgency_is_there_to_see(now: dt.datetime) -> None:
    assert {row.urgency for row in rows(told(now), now)} == set(Urgency)


@given(around(800), zones)
@example(at("2011-12-30 10:00"), "Pacific/Apia")
def test_at_any_moment_in_any_zone_every_urgency_is_there_to_see(now: dt.datetime, zone: str) -> None:
    assert {row.urgency for row in rows(told(now, zone), now)} == set(Urgency)


@pytest.mark.parametrize("now", WEEK[1::3], ids=lambda now: f"{now:%a}")
def test_northwind_is_overdue_since_they_said_seven_to_ten_days_and_every_column_has_a_card(now: dt.datetime) -> None:
    shown = rows(told(now), now)
    northwind = next(row for row in shown if row.card.company == "Northwind Traders")
    assert northwind.urgency is Urgency.OVERDUE
    assert northwind.card.day(now) >= 12
    assert {row.card.stage for row in shown} == set(Stage)


@given(around(800), st.sampled_from(ZONES))
def test_nothing_in_the_demo_was_done_in_the_future(now: dt.datetime, zone: str) -> None:
    for card in told(now, zone):
        moments = [mark.at for mark in card.marks if card.starts_at <= now] + [one.at for one in card.check_ins]
        assert all(moment <= now for moment in moments), card.company
        assert card.day(now) >= 0 or not card.marks


@given(around(800), st.sampled_from(ZONES))
def test_its_history_goes_from_one_moment_to_the_next_and_ends_before_now(now: dt.datetime, zone: str) -> None:
    moments = [each.at for each in demo_changes(now.astimezone(time_zone(zone)), zone)]
    assert moments == sorted(moments)
    assert moments[-1] <= now
    assert len(set(moments)) > len(moments) / 2


def test_the_demo_has_an_archive_and_one_to_keep_warm() -> None:
    cards = told(DAY_12)
    assert {"Adventure Works", "Woodgrove"} < {card.company for card in cards if card.ended}
    assert "Adventure Works" in [row.card.company for row in rows(cards, DAY_12)]


def test_the_demos_people_are_nobody_real() -> None:
    people = [person for card in told(DAY_12) for person in card.people]
    assert people
    assert all(person.email.endswith(".example") for person in people)
