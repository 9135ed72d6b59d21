"""Boards of the schema before, made by the program of that time, open with every field; an offer is open again."""

from __future__ import annotations

import shutil
from pathlib import Path

from day12_data.kinds import Outcome, Stage
from day12_data.schedule import next_step
from day12_data.step import Action
from day12_data.store import Store
from kit import at

BOARDS = Path(__file__).parent / "boards"
NOW = at("2026-03-20 12:00")


def _store(tmp_path: Path) -> Store:
    path = tmp_path / "board.json"
    shutil.copy(BOARDS / "schema-1-offer.json", path)
    return Store(path, clock=lambda: NOW, state=tmp_path / "state")


def test_an_offer_that_ended_a_card_waits_for_an_answer_again(tmp_path: Path) -> None:
    store = _store(tmp_path)
    board = store.load()
    assert store.problems == []
    northwind, globex = board.lookup("Northwind"), board.lookup("Globex")
    assert globex.outcome is Outcome.REJECTED
    assert northwind.outcome is None
    assert northwind.offer
    assert northwind.offer.given_at == at("2026-03-20 10:00")
    step = next_step(northwind, NOW)
    assert step
    assert step.action is Action.ASK_DEADLINE


def test_every_other_field_of_a_card_is_what_it_was(tmp_path: Path) -> None:
    northwind = _store(tmp_path).load().lookup("Northwind")
    [dana] = northwind.people
    assert (dana.name, dana.title, dana.email) == ("Dana Reyes", "Head of Data", "dana@northwind.example")
    assert (northwind.role, northwind.where, northwind.notes) == ("Data engineer", "12 Harbor Street", "liked the team")
    assert [anchor.text for anchor in northwind.anchors] == ["The Goal"]
    assert northwind.promise
    assert northwind.promise.said == "another week"
    assert [reply.said for reply in northwind.replies] == ["another week"]
    assert northwind.stage is Stage.EMAILED
    assert northwind.starts_at == at("2026-03-05 14:30")


def test_what_ended_the_card_can_still_be_taken_back(tmp_path: Path) -> None:
    store = _store(tmp_path)
    store.load()
    store.undo()
    [undone], board = store.undo()
    assert undone.after.company == "Northwind"
    assert board.lookup("Northwind").offer is None
    assert board.lookup("Northwind").outcome is None
