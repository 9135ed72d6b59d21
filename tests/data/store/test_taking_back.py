"""Any change of the history: whose it was, what it changed, and taking it back where nothing later hangs on it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import changes as edits
from day12_data.card import Card
from day12_data.kinds import Outcome, Stage
from day12_data.store import Edit, Store, Turn, TurnRefused
from kit import card, later


@pytest.fixture
def now() -> dt.datetime:
    return later(card().ends_at, hours=1)


def _open(folder: Path, now: dt.datetime, machine: str) -> Store:
    return Store(folder / "board.json", clock=lambda: now, state=folder / machine, machine=machine)


def _take_back(store: Store, change_id: str, now: dt.datetime) -> Turn:
    turn = store.ahead(()).turn_of(change_id, now)
    store.turn(turn)
    return turn


def test_an_older_change_is_taken_back_and_made_again_while_newer_ones_of_other_fields_stay(
    tmp_path: Path, now: dt.datetime
) -> None:
    store = _open(tmp_path, now, "desk")
    added = edits.add(card("Acme"), now)
    role = edits.edit(added.after, now, role="SRE")
    notes = edits.edit(role.after, now, notes="bring a pen")
    for change in (added, role, notes):
        store.record(change)
    assert not _take_back(store, role.id, now).redo
    [kept] = store.load().active
    assert (kept.role, kept.notes) == ("", "bring a pen")
    assert [(each.what, each.undone) for each in store.ahead(()).history()] == [
        ("edited: notes", False),
        ("edited: role", True),
        ("added", False),
    ]
    assert _take_back(store, role.id, now).redo
    assert [each.role for each in store.load().active] == ["SRE"]


def test_what_a_later_change_hangs_on_is_refused_and_that_one_is_named(tmp_path: Path, now: dt.datetime) -> None:
    store = _open(tmp_path, now, "desk")
    added = edits.add(card("Acme"), now)
    first = edits.edit(added.after, now, role="SRE")
    second = edits.edit(first.after, now, role="CTO")
    for change in (added, first, second):
        store.record(change)
    before = store.path.read_bytes()
    for change in (added, first):
        with pytest.raises(TurnRefused, match="“edited: role” was done later and hangs on it: take that back first"):
            store.ahead(()).turn_of(change.id, now)
    assert store.path.read_bytes() == before
    _take_back(store, second.id, now)
    _take_back(store, first.id, now)
    _take_back(store, added.id, now)
    assert not list(store.load().active)


def test_what_was_made_as_one_is_taken_back_as_one(tmp_path: Path, now: dt.datetime) -> None:
    store = _open(tmp_path, now, "desk")
    added = [edits.add(card(name), now) for name in ("Acme", "Globex")]
    archived = [edits.archive(each.after, Outcome.SILENT, now) for each in added]
    store.record(*added)
    store.record(*archived)
    store.record(edits.edit(archived[0].after, now, notes="n"))
    assert len(_take_back(store, archived[1].id, now).changes) == 2
    assert sorted((each.company, each.notes) for each in store.load().active) == [("Acme", "n"), ("Globex", "")]


def test_the_log_names_the_other_machine_and_shows_the_card_before_and_after(tmp_path: Path, now: dt.datetime) -> None:
    desk, laptop = _open(tmp_path, now, "desk"), _open(tmp_path, now, "laptop")
    added = edits.add(card("Acme"), now)
    desk.record(added)
    laptop.record(edits.move(added.after, Stage.EMAILED, now))
    desk.load()
    log = desk.log(added.after.id)
    assert [(each.what, each.machine) for each in log] == [("added", ""), ("moved to Emailed thanks", "laptop")]
    before, after = log[1].before, log[1].after
    assert isinstance(before, Card)
    assert isinstance(after, Card)
    assert (before.stage, after.stage) == (Stage.ASKED, Stage.EMAILED)
    assert [each.machine for each in laptop.ahead(()).history()] == ["", "desk"]


def test_a_change_of_another_machine_is_taken_back_and_is_ones_own_from_then_on(
    tmp_path: Path, now: dt.datetime
) -> None:
    desk = _open(tmp_path, now, "desk")
    added = edits.add(card("Acme"), now)
    desk.record(added)
    moved = edits.move(added.after, Stage.EMAILED, now)
    _open(tmp_path, now, "laptop").record(moved)
    desk.load()
    with pytest.raises(TurnRefused):
        desk.undo()
    ahead = desk.ahead(()).turn_of(moved.id, now)
    assert desk.ahead([ahead]).turn(now, redo=True).changes == ahead.changes
    desk.turn(ahead)
    assert [each.stage for each in desk.load().active] == [Stage.ASKED]
    desk.redo()
    assert [each.stage for each in desk.load().active] == [Stage.EMAILED]


def test_what_waits_to_be_written_is_in_the_history_and_can_be_taken_back(tmp_path: Path, now: dt.datetime) -> None:
    store = _open(tmp_path, now, "desk")
    added = edits.add(card("Acme"), now)
    store.record(added)
    waiting = Edit((edits.edit(added.after, now, role="SRE"),))
    ahead = store.ahead([waiting])
    assert [each.what for each in ahead.history()] == ["edited: role", "added"]
    assert ahead.turn_of(waiting.changes[0].id, now).cards[0].role == ""


def test_a_change_that_is_not_known_is_refused(tmp_path: Path, now: dt.datetime) -> None:
    with pytest.raises(TurnRefused, match="too old"):
        _open(tmp_path, now, "desk").ahead(()).turn_of("nothing", now)
