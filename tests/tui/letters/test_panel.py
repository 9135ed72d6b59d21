"""Thanks to a panel, who can be reached by which way, and the letters that an offer needs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from day12_data.card import Card, Person
from day12_data.edits import archive, miss, reply
from day12_data.kinds import Outcome, ReplyKind, Stage
from driver import opened
from kit import DAY_12, SEVEN_TO_TEN, at, card, promise
from writer import body, only, refer, said, session_for, value

DANA = Person(name="Dana Reyes", email="dana@acme.example")
BOB = Person(name="Bob Ann", phone="+1 206 555 0133", address="Acme\n12 Harbor Street")
TOM = Person(name="Tom Okafor", email="tom@acme.example")
PANEL = card("Acme", at("2026-03-17 13:00"), people=(DANA, BOB, TOM), promise=promise("2026-03-24", "2026-03-27"))
LAPSED = card("Northwind", people=(DANA,), promise=SEVEN_TO_TEN)
OFFERED = reply(LAPSED, ReplyKind.OFFER, DAY_12, "by Friday", answer_by=dt.date(2026, 3, 20))


async def test_w_goes_from_one_to_the_next_who_can_be_reached_and_then_the_card_moves(tmp_path: Path) -> None:
    where = session_for(tmp_path, PANEL)
    async with opened(where) as user:
        await user.press("enter")
        assert "thank 1 of 2" in user.text()
        await user.press("escape", "w")
        assert value(user, "person") == "Dana Reyes"
        await refer(user, "your nightly jobs")
        await user.press("ctrl+s", "c", "y")
        assert value(user, "person") == "Tom Okafor"
        await user.press("escape", "enter")
        assert "thank 2 of 2" in user.text()
        await user.press("escape", "w")
        assert value(user, "person") == "Tom Okafor"
        await refer(user, "the pager")
        await user.press("ctrl+s", "c", "y")
        assert user.companies(Stage.EMAILED) == ["Acme"]
        assert "No email address of Bob Ann is known: w offers other ways." in user.toasts


async def test_who_has_no_address_is_offered_the_other_ways_by_a_key(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, PANEL)) as user:
        await user.press("w", "ctrl+n")
        assert value(user, "person") == "Bob Ann"
        words = "^g goes on to an invitation on LinkedIn or a note on paper, or call +1 206 555 0133."
        assert f"No email address is known: {words}" in said(user)
        await user.press("ctrl+g")
        assert (value(user, "person"), value(user, "occasion")) == ("Bob Ann", "mailed")
        await user.press("ctrl+g")
        assert (value(user, "person"), value(user, "occasion")) == ("Bob Ann", "connected")


async def test_who_can_be_reached_is_told_nothing_of_other_ways(tmp_path: Path) -> None:
    async with opened(session_for(tmp_path, PANEL)) as user:
        await user.press("w")
        assert "goes on to" not in said(user)


@pytest.mark.parametrize(
    ("made", "letter", "words"),
    [
        (OFFERED, "offer-accept", "I accept it gladly"),
        (reply(LAPSED, ReplyKind.OFFER, DAY_12, "you got it"), "offer-more-time", "By which day do you need to know"),
        (archive(OFFERED, Outcome.DECLINED, DAY_12), "offer-decline", "I have decided not to take up"),
        (archive(OFFERED, Outcome.ACCEPTED, DAY_12), "offer-accept", "I accept it gladly"),
        (miss(card("Acme", at("2026-03-17 13:00"), people=(DANA,)), DAY_12), "new-time", "suggest another time"),
    ],
    ids=["an offer", "an offer without a day", "declined", "accepted", "no interview"],
)
async def test_w_starts_with_the_letter_that_an_offer_or_a_missed_interview_needs(
    tmp_path: Path, made: Card, letter: str, words: str
) -> None:
    async with opened(session_for(tmp_path, made)) as user:
        await user.press(*(["X"] if made.ended else []), "w")
        assert value(user, "letter") == letter
        assert words in body(user)
        assert "isn't ready" not in said(user)
        assert "words, usually" in said(user)


async def test_once_the_acceptance_went_out_the_archive_is_offered(tmp_path: Path) -> None:
    where = session_for(tmp_path, OFFERED)
    async with opened(where) as user:
        await user.press("w", "ctrl+s", "c", "y")
        assert "x archives the card as accepted." in user.toasts
    assert [sent.occasion for sent in only(where).people[0].sent] == ["accept_offer"]
