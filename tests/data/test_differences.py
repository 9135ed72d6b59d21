"""What a change did to a card, in words."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given

from day12_data.card import Anchor, Card, Person, replace, stamp
from day12_data.differences import differences
from day12_data.edits import archive, break_promise, check_in, miss, move, remove, reply, skip
from day12_data.kinds import AnchorKind, Outcome, ReplyKind, Stage
from day12_data.text import clean
from kit import DAY_12, SEVEN_TO_TEN, at, card, done, promise
from strategies import Edit, any_edit, around, cards, edited

DANA = Person(name="Dana Reyes", email="dana@acme.example")
GOAL = Anchor(text="The Goal", kind=AnchorKind.BOOK)
ONE = card(role="Analyst", people=(DANA,), anchors=(GOAL,), notes="first\nsecond", promise=SEVEN_TO_TEN)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (replace(ONE, role="Data engineer"), ["role: “Analyst” → “Data engineer”"]),
        (replace(ONE, role=""), ["role: “Analyst” → none"]),
        (replace(ONE, where="12 Elm Street"), ["where: none → “12 Elm Street”"]),
        (replace(ONE, company="[/b]\x1b[31mX"), ["company: “Northwind” → “[/b][31mX”"]),
        (
            replace(ONE, starts_at=at("2026-03-06 10:00"), ends_at=at("2026-03-06 10:30")),
            ["when: Thu 5 Mar 14:30 → Fri 6 Mar 10:00", "how long: 45 min → 30 min"],
        ),
        (replace(ONE, time_known=False), ["when: Thu 5 Mar 14:30 → not known yet", "how long: 45 min → none"]),
        (miss(ONE, DAY_12), ["when: Thu 5 Mar 14:30 → Thu 5 Mar 14:30, it did not take place"]),
        (
            replace(ONE, promise=promise("2026-03-20", "2026-03-20", "by Friday")),
            ["promise: “7-10 days”, Thu 12 – Sun 15 Mar → “by Friday”, Fri 20 Mar"],
        ),
        (
            break_promise(ONE, DAY_12),
            ["promise: “7-10 days”, Thu 12 – Sun 15 Mar → “7-10 days”, Thu 12 – Sun 15 Mar, not kept"],
        ),
        (skip(ONE, Stage.MAILED, DAY_12), ["Mailed note: open → skipped"]),
        (
            check_in(done(ONE, *list(Stage)[:4]), DAY_12, "phone", "not yet"),
            [
                "Emailed thanks: open → done Thu 5 Mar 15:15",
                "Mailed note: open → done Thu 5 Mar 15:15",
                "Connected on LinkedIn: open → done Thu 5 Mar 15:15",
                "Checked in: open → done Tue 17 Mar 14:02",
                "check-in: + Tue 17 Mar 14:02 phone “not yet”",
            ],
        ),
        (
            reply(ONE, ReplyKind.OFFER, DAY_12, "yes!", answer_by=dt.date(2026, 3, 20)),
            ["offer: none → “yes!”, answer by Fri 20 Mar", "reply: + Tue 17 Mar 14:02 offer “yes!”"],
        ),
        (archive(ONE, Outcome.WITHDREW, DAY_12), ["outcome: none → withdrew"]),
        (replace(ONE, people=()), ["people: without Dana Reyes"]),
        (
            replace(ONE, people=(msgspec.structs.replace(DANA, title="Head of Data"), Person(name="Tom"))),
            ["Dana Reyes, title: none → “Head of Data”", "people: with Tom"],
        ),
        (
            replace(ONE, anchors=(msgspec.structs.replace(GOAL, used=(stamp(DAY_12),)), Anchor(text="tennis"))),
            ["anchor: + topic: tennis", "book: The Goal, used: 0× → 1×"],
        ),
        (replace(ONE, notes="first\nthird"), ["note: − “second”", "note: + “third”"]),
        (remove(ONE), []),
        (ONE, []),
    ],
)
def test_a_change_is_told_from_what_to_what(after: Card, told: list[str]) -> None:
    assert differences(ONE, after, DAY_12) == told


def test_a_step_that_is_taken_back_is_open_again() -> None:
    moved = move(ONE, Stage.EMAILED, DAY_12)
    assert differences(moved, ONE, DAY_12) == ["Emailed thanks: done Tue 17 Mar 14:02 → open"]


@given(cards(), any_edit, around(900))
def test_no_edit_is_told_in_more_than_plain_lines(made: Card, edit: Edit, now: dt.datetime) -> None:
    for line in differences(made, edited(made, edit, now), now):
        assert line == clean(line)
        assert "→" in line or ": " in line
