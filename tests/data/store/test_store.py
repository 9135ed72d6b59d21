"""What the store promises: what it has said is done is on the disk, and stays there."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import msgspec
import pytest
from tinydb import TinyDB

import changes as edits
from day12_data.board import change
from day12_data.card import Person, replace
from day12_data.kinds import Stage
from day12_data.store import Conflict, StoreError
from day12_data.store.document_ids import document_id
from kit import MakeCard, Open


def test_what_was_recorded_is_there_when_the_board_is_opened_again(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    change = edits.add(card(people=(Person(name="Ann"),)), now)
    recorded = open_store().record(change)
    assert open_store().load() == recorded
    assert recorded.cards[change.after.id] == change.after


def test_changes_that_are_recorded_together_are_kept_all_or_none(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    added, second = change(None, card("First"), now), card("Second")
    first = added.after
    open_store().record(added)
    both = change(None, second, now), change(None, replace(first, role="x"), now)  # that one is there already
    with pytest.raises(Conflict):
        open_store().record(*both)
    assert [each.company for each in open_store().load().cards.values()] == ["First"]
    renamed = change(first, replace(first, role="x"), now)
    again = change(renamed.after, replace(renamed.after, where="y"), now)
    board = open_store().record(both[0], renamed, again)
    assert {(each.company, each.role, each.where) for each in board.cards.values()} == {
        ("First", "x", "y"), ("Second", "", ""),
    }  # fmt: skip


def test_a_card_whose_place_another_card_has_taken_is_kept_beside_it(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    """A file from elsewhere may number its documents as it likes."""
    ours, theirs = card("Ours"), card("Theirs")
    path = open_store().path
    path.parent.mkdir(parents=True, exist_ok=True)
    documents = {document_id(theirs.id): msgspec.to_builtins(ours), "7": msgspec.to_builtins(theirs)}
    path.write_bytes(msgspec.json.encode({"cards": documents}))
    board = open_store().record(edits.move(theirs, Stage.MAILED, now))
    assert {each.company: each.stage for each in board.cards.values()} == {"Ours": Stage.ASKED, "Theirs": Stage.MAILED}
    path.write_bytes(msgspec.json.encode({"cards": {document_id(theirs.id): msgspec.to_builtins(ours)}}))
    board = open_store().record(edits.add(theirs, now))
    assert {each.company for each in open_store().load().cards.values()} == {"Ours", "Theirs"}
    assert len(board.cards) == 2


def test_a_missing_file_is_an_empty_board_and_reading_it_makes_nothing(
    open_store: Open, path: Path, tmp_path: Path
) -> None:
    for there in (path, tmp_path / "no such folder" / "board.json"):
        store = open_store(there)
        assert not store.load().cards
        assert store.drain_notices() == []
    assert [each.name for each in tmp_path.iterdir()] == ["boards"]


def test_undo_and_redo_survive_a_restart_and_return_the_change_as_it_was_made(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    added = edits.add(card(), now)
    open_store().record(added)
    moved = edits.move(added.after, Stage.MAILED, now)
    open_store().record(moved)
    [undone], board = open_store().undo()
    assert undone == moved
    assert board.cards[added.after.id].stage is Stage.ASKED
    [undone], board = open_store().undo()
    assert undone == added
    assert board.cards[added.after.id].deleted
    with pytest.raises(StoreError, match="Nothing to undo"):
        open_store().undo()
    assert open_store().redo()[0] == (added,)
    [redone], board = open_store().redo()
    assert redone == moved
    assert board.cards[added.after.id].stage is Stage.MAILED
    assert board.cards[added.after.id].updated > moved.after.updated
    with pytest.raises(StoreError, match="Nothing to redo"):
        open_store().redo()
    assert [entry.what for entry in open_store().log(added.after.id)] == ["added", "moved to Mailed note"]


def test_a_new_change_after_an_undo_drops_the_redo(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    store = open_store()
    store.record(edits.add(card(), now))
    store.undo()
    store.record(edits.add(card("Acme"), now))
    with pytest.raises(StoreError, match="Nothing to redo"):
        store.redo()


def test_a_card_changed_elsewhere_is_a_conflict_and_another_card_is_not(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    ours, theirs = open_store(), open_store()
    mine, other = edits.add(card(), now), edits.add(card("Acme"), now)
    ours.record(mine)
    ours.record(other)
    theirs.record(edits.edit(mine.after, now, role="SRE"))
    assert ours.record(edits.edit(other.after, now, role="CTO")).cards[mine.after.id].role == "SRE"
    with pytest.raises(Conflict) as refused:
        ours.record(edits.edit(mine.after, now, role="DBA"))
    assert refused.value.theirs
    assert refused.value.theirs.role == "SRE"
    assert refused.value.mine.after.role == "DBA"


def test_undo_skips_what_others_did_and_refuses_where_they_touched_the_card(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    ours = open_store()
    mine = edits.add(card(), now)
    ours.record(mine)
    moved = edits.move(mine.after, Stage.MAILED, now)
    ours.record(moved)
    open_store().record(edits.add(card("Acme"), now))
    assert ours.undo()[0] == (moved,)
    board = ours.redo()[1]
    open_store().record(edits.edit(board.cards[mine.after.id], now, role="SRE"))
    with pytest.raises(StoreError, match="changed elsewhere"):
        ours.undo()


def test_refresh_says_nothing_until_somebody_else_wrote(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    ours = open_store()
    ours.record(edits.add(card(), now))
    assert ours.refresh() is None
    theirs = open_store().record(edits.add(card("Acme"), now))
    assert ours.refresh() == theirs
    assert ours.refresh() is None


def test_stock_tinydb_opens_the_file(open_store: Open, card: MakeCard, now: dt.datetime, path: Path) -> None:
    added = edits.add(card(), now)
    open_store().record(added)
    with TinyDB(path) as database:
        assert database.table("cards").get(doc_id=int(added.after.id, 16))["company"] == "Northwind"


def test_after_a_conflict_the_open_board_learns_what_the_other_did(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    ours = open_store()
    added = edits.add(card(), now)
    ours.record(added)
    theirs = open_store().record(edits.edit(added.after, now, role="SRE"))
    with pytest.raises(Conflict):
        ours.record(edits.edit(added.after, now, role="DBA"))
    assert ours.refresh() == theirs


def test_a_field_changed_by_hand_is_kept_or_a_conflict_but_never_overwritten(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    ours = open_store()
    added = edits.add(card(role="Analyst"), now)
    ours.record(added)
    path.write_bytes(path.read_bytes().replace(b"Analyst", b"CTO"))  # and `updated` stays what it was
    after = ours.record(edits.edit(added.after, now, notes="n")).cards[added.after.id]
    assert (after.role, after.notes) == ("CTO", "n")
    path.write_bytes(path.read_bytes().replace(b"CTO", b"SRE"))
    with pytest.raises(Conflict):
        ours.record(edits.edit(after, now, role="DBA"))


def test_a_card_that_could_not_be_read_again_is_not_written(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    naive = edits.add(card(), now).after.starts_at.replace(tzinfo=None)
    for wrong in ({"zone": "Mars/Olympus"}, {"starts_at": naive}, {"notes": "\ud800"}, {"id": ""}):
        change = edits.Change(id="1", at=now, what="added", before=None, after=card(**wrong))
        with pytest.raises(StoreError):
            open_store().record(change)
    assert not path.exists()


def test_a_refresh_never_waits_for_a_write(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    ours = open_store()
    ours.record(edits.add(card(), now))
    open_store().record(edits.add(card("Acme"), now))
    answers: list[object] = []
    with ours._one_at_a_time:
        thread = threading.Thread(target=lambda: answers.append(ours.refresh()))
        thread.start()
        thread.join(timeout=5)
    assert answers == [None]
    assert ours.refresh()


def test_a_board_that_is_gone_though_it_has_backups_is_said(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    for company in ("Northwind", "Acme"):
        open_store().record(edits.add(card(company), now))
    path.unlink()
    store = open_store()
    assert not store.load().cards
    assert store.drain_notices() == [f"There is no {path}, but there are backups of it: `day12 restore` puts one back."]
