"""One board on two machines: what a sync tool leaves beside it is taken in, and merging obeys its laws."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import changes as edits
from day12_data.card import Card
from day12_data.store import Merged, Store, StoreError
from day12_data.store.merge_boards import by_id, merge
from kit import MakeCard, Open, later

moments = st.integers(0, 3).map(lambda hour: f"2026-03-05T{12 + hour}:00:00+0{hour}:00") | st.just("soon")
cards = st.fixed_dictionaries(
    {"id": st.sampled_from(["acme", "globex", "0123456789abcdef"]), "updated": moments, "notes": st.sampled_from("ab")}
)
junk = st.none() | st.integers(0, 2) | st.fixed_dictionaries({"id": st.sampled_from([7, ""])})
keys = st.sampled_from(["1", "2", "3", "81985529216486895"])
entries = st.fixed_dictionaries({"turn": st.integers(0, 3) | st.none(), "undone": st.booleans()}) | junk
boards = st.fixed_dictionaries(
    {
        "meta": st.fixed_dictionaries({"1": st.fixed_dictionaries({"schema": st.just(1), "clock": st.integers(0, 9)})}),
        "cards": st.dictionaries(keys, cards | junk),
        "changes": st.dictionaries(keys, entries),
    },
    optional={"wishes": st.dictionaries(keys, junk), "odd": junk},
)


@given(boards, boards, boards)
def test_merging_is_commutative_associative_idempotent_and_loses_no_card(
    one: dict[str, Any], two: dict[str, Any], three: dict[str, Any]
) -> None:
    both = merge(one, two)
    assert both == merge(two, one)
    assert merge(both, three) == merge(one, merge(two, three))
    assert merge(both, both) == merge(both, one) == both
    assert set(by_id(both["cards"])) == set(by_id(one["cards"])) | set(by_id(two["cards"]))
    assert set(both["changes"]) == set(one["changes"]) | set(two["changes"])


@given(boards, boards)
def test_merging_changes_nothing_that_it_is_given(one: dict[str, Any], two: dict[str, Any]) -> None:
    before = json.dumps([one, two])
    merge(one, two)
    assert json.dumps([one, two]) == before


CONFLICT_NAMES = [
    "board.sync-conflict-20260317-140200-ABCDEFG.json",
    "board.sync-conflict-20260317-140200.json",
    "board (Ann's conflicted copy 2026-03-17).json",
    "board (conflicted copy 2026-03-17 140200).json",
]


def two_machines(
    here: Store, path: Path, open_store: Open, card: MakeCard, now: dt.datetime, name: str = CONFLICT_NAMES[0]
) -> tuple[Card, Card, Path]:
    """A board that both had; there, one card was edited and another added, and the copy has arrived beside ours."""
    shared = edits.add(card(), now)
    here.record(shared)
    there = path.parent.parent / "there" / "board.json"
    there.parent.mkdir()
    shutil.copy(path, there)
    other = open_store(there)
    edited = edits.edit(shared.after, now, role="SRE")
    added = edits.add(card("Acme"), now)
    other.record(edited)
    other.record(added)
    shutil.copy(there, path.with_name(name))
    return edited.after, added.after, path.with_name(name)


@pytest.mark.parametrize("name", CONFLICT_NAMES)
def test_a_conflict_copy_is_taken_in_as_soon_as_it_is_seen(
    name: str, open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    here = open_store()
    edited, added, copy = two_machines(here, path, open_store, card, now, name)
    data = copy.read_bytes()
    board = here.refresh()
    assert board
    assert board.cards == {edited.id: edited, added.id: added}
    assert open_store().load() == board
    assert here.drain_notices() == [f"Took in {name}: 1 card added, 1 updated."]
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]
    assert data in [each.read_bytes() for each in (tmp_path / "state" / "backups").rglob("*.json")]
    assert here.refresh() is None
    assert [entry.what for entry in here.log(edited.id)] == ["added", "edited: role"]


def test_a_conflict_copy_is_taken_in_by_commands_and_by_the_next_change_too(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    here = open_store()
    _, _, copy = two_machines(here, path, open_store, card, now)
    data = copy.read_bytes()
    assert len(open_store().load().cards) == 2
    assert not copy.exists()
    copy.write_bytes(data)
    assert len(here.record(edits.add(card("Globex"), now)).cards) == 3
    assert not copy.exists()


def test_a_conflict_copy_is_taken_in_even_where_the_board_itself_is_gone(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    path.rename(path.with_name(CONFLICT_NAMES[0]))
    assert len(open_store().load().cards) == 1
    assert path.exists()


def test_two_programs_that_see_a_conflict_copy_at_once_take_it_in_once(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    one, two = open_store(), open_store()
    two_machines(one, path, open_store, card, now)
    boards: list[object] = []
    threads = [threading.Thread(target=lambda store=store: boards.append(store.load())) for store in (one, two)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(open_store().load().cards) == 2
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]
    assert not [note for note in one.drain_notices() + two.drain_notices() if "left where" in note]


def test_undo_leaves_what_came_from_the_other_machine_alone(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    here = open_store()
    two_machines(here, path, open_store, card, now)
    here.refresh()
    with pytest.raises(StoreError, match="changed elsewhere since"):
        here.undo()
    assert open_store().undo()[0][0].after.company == "Acme"


def test_a_conflict_copy_that_cannot_be_read_stays_where_it_is(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    copy = path.with_name(CONFLICT_NAMES[0])
    copy.write_bytes(b"oops")
    store = open_store()
    assert len(store.load().cards) == 1
    assert copy.read_bytes() == b"oops"
    [note] = store.drain_notices()
    assert note.startswith(f"{copy.name} was left where it is: ")


@pytest.mark.parametrize(
    "name", ["board 2.json", "board (1).json", "board-LAPTOP.json", "board (Anns Konfliktkopie).json"]
)
def test_a_copy_whose_name_says_little_is_reported_and_merged_on_purpose(
    name: str, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    two_machines(open_store(), path, open_store, card, now, name)
    store, copy, old = open_store(), path.with_name(name), path.read_bytes()
    store.load()
    assert path.read_bytes() == old
    [note] = store.drain_notices()
    assert note.startswith(f"{name} holds 2 cards or edits that aren't on the board: `day12 merge ")
    assert store.merge_file(copy, dry_run=True) == Merged(added=1, updated=1, unchanged=0)
    assert path.read_bytes() == old
    assert store.merge_file(copy) == Merged(added=1, updated=1, unchanged=0)
    assert store.merge_file(copy) == Merged(added=0, updated=0, unchanged=2)
    assert copy.exists()
    fresh = open_store()
    assert len(fresh.load().cards) == 2
    assert fresh.drain_notices() == []


def test_what_is_no_board_is_not_merged(open_store: Open, path: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann")
    said = {
        "letter.txt": "letter.txt is not a day12 board",
        "none": "There is no file",
        ".": "is a folder: name a board's",
    }
    for name, sentence in said.items():
        with pytest.raises(StoreError, match=sentence):
            open_store().merge_file(tmp_path / name)
    assert not path.exists()


def test_a_removal_reaches_the_other_machine(open_store: Open, path: Path, card: MakeCard, now: dt.datetime) -> None:
    here = open_store()
    shared = edits.add(card(), now)
    here.record(shared)
    there = path.with_name(CONFLICT_NAMES[0])
    data = path.read_bytes()
    here.record(edits.remove(shared.after, later(now, minutes=1)))
    there.write_bytes(data)
    board = here.refresh()
    assert board
    assert board.cards[shared.after.id].deleted


@given(hours=st.lists(st.tuples(st.booleans(), st.integers(0, 40)), max_size=8))
def test_two_machines_that_take_each_other_in_agree(hours: list[tuple[bool, int]], tmp_path_factory: Any) -> None:
    base = tmp_path_factory.mktemp("machines")
    start = dt.datetime(2026, 3, 5, 14, 30, tzinfo=dt.UTC)
    clock = [start]
    stores = [
        Store(base / name / "board.json", clock=lambda: clock[0], state=base / name / "state") for name in ("a", "b")
    ]
    shared = Card(id="acme", company="Acme", starts_at=start, ends_at=start.replace(hour=15), updated=start)
    stores[0].record(edits.add(shared, clock[0]))
    (base / "b").mkdir()
    shutil.copy(base / "a" / "board.json", base / "b" / "board.json")
    for on_b, hour in hours:
        store, clock[0] = stores[on_b], later(start, hours=hour)
        mine = store.load().cards["acme"]
        store.record(edits.edit(mine, clock[0], notes=f"{on_b} {hour}"))
        if hour % 5 == 0:
            store.undo()
    copies = [(base / name / "board.json").read_bytes() for name in ("a", "b")]
    (base / "a" / CONFLICT_NAMES[0]).write_bytes(copies[1])
    (base / "b" / CONFLICT_NAMES[0]).write_bytes(copies[0])
    assert stores[0].load() == stores[1].load()
    assert stores[0].log("acme") == stores[1].log("acme")
