"""A board that isn't there, or whose place an older copy has taken: refused and said, and nothing is given up."""

from __future__ import annotations

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import changes as edits
from day12_data.store import MissingBoard, Store, StoreError, UnreadableBoard
from kit import MakeCard, Open


@pytest.fixture
def two_cards(open_store: Open, card: MakeCard, now: dt.datetime) -> set[str]:
    """A board with two cards, the second of which no backup has yet."""
    for name in ("Northwind", "Acme"):
        open_store().record(edits.add(card(name), now))
    return {"Northwind", "Acme"}


def companies(store: Store) -> set[str]:
    return {card.company for card in store.load().cards.values()}


@pytest.mark.parametrize("looked", [False, True], ids=["at once", "after a look"])
def test_no_new_board_is_begun_where_there_was_one(
    looked: bool, two_cards: set[str], open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    path.rename(path.with_name("x"))
    store = open_store()
    if looked:
        assert companies(store) == set()
        assert store.missing()
    with pytest.raises(MissingBoard, match=r"though there was a board: `day12 restore .*` puts its newest") as refused:
        store.record(edits.add(card("C"), now))
    assert [each.name for each in path.parent.iterdir()] == ["x"]
    assert refused.value.backup
    store.restore(refused.value.backup.name)
    assert companies(open_store()) == two_cards


def test_a_new_board_is_begun_where_that_is_wanted(
    two_cards: set[str], open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    path.unlink()
    store = open_store()
    store.start_new()
    store.record(edits.add(card("C"), now))
    assert companies(open_store()) == {"C"}
    assert len(store.record(edits.add(card("D"), now)).cards) == 2
    assert {backup.cards for backup in store.backups()} >= {2}


def test_a_board_whose_folder_is_gone_is_not_begun_anew(
    two_cards: set[str], open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    shutil.rmtree(path.parent)
    with pytest.raises(MissingBoard, match="and its folder is gone, too"):
        open_store().record(edits.add(card("C"), now))
    assert not path.parent.exists()


def test_a_board_that_was_only_looked_at_here_is_missed_too(
    two_cards: set[str], path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    def elsewhere() -> Store:
        return Store(path, clock=lambda: now, state=tmp_path / "another state")

    assert companies(elsewhere()) == two_cards
    path.unlink()
    with pytest.raises(MissingBoard, match="bring it back, or"):
        elsewhere().record(edits.add(card("C"), now))


@pytest.mark.skipif(sys.platform != "linux", reason="needs a tmpfs")
def test_a_board_whose_volume_is_not_mounted_is_not_begun_on_the_mount_point(
    open_store: Open, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    volume = tmp_path / "volume"
    volume.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", volume], capture_output=True).returncode:
        pytest.skip("a small tmpfs can't be mounted here")
    try:
        ours = open_store(volume / "board.json")
        ours.record(edits.add(card(), now))
    finally:
        subprocess.run(["umount", volume], check=True)
    with pytest.raises(MissingBoard, match="another volume is in its place: is it mounted"):
        open_store(volume / "board.json").record(edits.add(card("C"), now))
    assert ours.refresh() is None
    with pytest.raises(StoreError, match=r"volume of .* isn't there any more: mount it again"):
        ours.record(edits.add(card("C"), now))
    assert list(volume.iterdir()) == []


def test_what_an_open_board_holds_is_never_given_up_for_an_empty_file(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    ours = Store(path, clock=lambda: now, state=tmp_path / "a machine without a backup")
    ours.load()
    path.write_bytes(b"")
    assert ours.refresh() is None
    assert ours.drain_notices() == [f"{path} has been emptied: your next change writes it again, whole."]
    assert companies(ours) == {"Northwind"}
    assert len(ours.record(edits.add(card("Acme"), now)).cards) == 2
    path.write_bytes(b"\n")
    ours.undo()
    assert set(companies(open_store())) == {"Northwind", "Acme"}


def test_an_emptied_file_is_no_new_board_on_a_machine_that_only_looked_at_it(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    Store(path, clock=lambda: now, state=tmp_path / "another").load()
    path.write_bytes(b"")
    store = Store(path, clock=lambda: now, state=tmp_path / "another")
    for attempt in (store.load, lambda: store.record(edits.add(card("C"), now))):
        with pytest.raises(UnreadableBoard, match="it is empty, though it had cards"):
            attempt()
    assert path.read_bytes() == b""


@pytest.mark.parametrize("how", ["in place", "renamed"])
@pytest.mark.parametrize("is_open", [True, False], ids=["open", "by commands"])
def test_an_older_copy_over_newer_changes_is_noticed_and_what_it_threw_away_is_brought_back(
    how: str, is_open: bool, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    added = edits.add(card(), now)
    store.record(added)
    old = path.read_bytes()
    store.record(edits.edit(added.after, now, role="SRE"))
    store.record(edits.add(card("Acme"), now))
    if how == "renamed":
        path.with_name("old").write_bytes(old)
        path.with_name("old").replace(path)
    else:
        path.write_bytes(old)
    store = store if is_open else open_store()
    assert len((store.refresh() if is_open else store.load()).cards) == 1  # type: ignore[union-attr]  # it has changed
    [note] = store.drain_notices()
    assert note.startswith("board.json was replaced by an older copy: 2 cards or edits that were saved here aren't in")
    kept = note.partition("`day12 merge ")[2].partition("`")[0]
    store.record(edits.add(card("Globex"), now))
    store.merge_file(Path(kept))
    board = open_store().load()
    assert {each.company for each in board.cards.values()} == {"Northwind", "Acme", "Globex"}
    assert board.cards[added.after.id].role == "SRE"
    assert open_store().drain_notices() == []


def test_a_restored_backup_is_no_older_copy_that_somebody_put_back(
    two_cards: set[str], open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    ours, restoring = open_store(), open_store()
    ours.load()
    restoring.restore(restoring.backups()[-1].name)
    assert ours.refresh()
    assert ours.drain_notices() == []
    fresh = open_store()
    fresh.load()
    assert fresh.drain_notices() == []


def test_a_file_that_another_program_only_added_to_is_no_older_copy(
    two_cards: set[str], open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    ours = open_store()
    ours.load()
    Store(path, clock=lambda: now, state=tmp_path / "another").record(edits.add(card("Globex"), now))
    assert ours.refresh()
    assert ours.drain_notices() == []
    assert companies(open_store()) == {*two_cards, "Globex"}


def test_an_older_copy_that_the_next_change_is_made_on_is_noticed_too(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    store.record(edits.add(card(), now))
    old = path.read_bytes()
    store.record(edits.add(card("Acme"), now))
    path.write_bytes(old)
    assert len(store.record(edits.add(card("Globex"), now)).cards) == 2
    [note] = store.drain_notices()
    store.merge_file(Path(note.partition("`day12 merge ")[2].partition("`")[0]))
    assert companies(open_store()) == {"Northwind", "Acme", "Globex"}
