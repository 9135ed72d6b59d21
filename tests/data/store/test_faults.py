"""What goes wrong on a disk: a clear sentence, the old file intact, and the change saved once the fault is gone."""

from __future__ import annotations

import datetime as dt
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
import pytest

import changes as edits
from day12_data.card import new_id, replace
from day12_data.files import FileLock, lock
from day12_data.store import Store, StoreError, entries, merge_file
from day12_data.text import clean
from kit import MakeCard, Open


@contextmanager
def no_file_over(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_file_size_limit_costs_nothing_but_the_one_change(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    saved = store.record(edits.add(card(), now))
    old = path.read_bytes()
    refused = edits.add(card("Acme", notes="n" * 10_000), now)
    with no_file_over(4096), pytest.raises(StoreError, match="allows no file of that size; raise the limit"):
        store.record(refused)
    assert path.read_bytes() == old
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]
    assert store.refresh() is None
    assert store.record(refused).cards == {**saved.cards, refused.after.id: refused.after}


@pytest.mark.skipif(sys.platform != "linux", reason="needs a tmpfs")
def test_a_full_disk_costs_nothing_but_the_one_change(
    open_store: Open, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    small = tmp_path / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small], capture_output=True).returncode:
        pytest.skip("a small tmpfs can't be mounted here")
    try:
        store = open_store(small / "board.json")
        saved = store.record(edits.add(card(), now))
        refused = edits.add(card("Acme", notes="n" * 40_000), now)
        (small / "filler").write_bytes(b"x" * 40_000)
        with pytest.raises(StoreError, match="the disk is full; free some space"):
            store.record(refused)
        assert open_store(small / "board.json").load() == saved
        (small / "filler").unlink()
        assert refused.after.id in store.record(refused).cards
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="needs unshare")
def test_a_folder_that_may_not_be_written_is_said_and_the_board_still_opens(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    old = path.read_bytes()
    script = f"""
import datetime, pathlib, sys
sys.path[:0] = {[*sys.path]!r}
import changes as edits
from day12_data.store import Store, StoreError
def now(): return datetime.datetime.now(datetime.UTC)
store = Store(pathlib.Path({str(path)!r}), clock=now, state=pathlib.Path({str(tmp_path / "state")!r}))
[card] = store.load().cards.values()
try:
    store.record(edits.edit(card, now(), notes="n"))
except StoreError as error:
    print(error)
"""
    mounted = f'mount --bind -o ro {path.parent} {path.parent} && exec {sys.executable} -c "$0"'
    ran = subprocess.run(["unshare", "-m", "sh", "-c", mounted, script], capture_output=True, text=True)
    if "unshare" in ran.stderr or "mount" in ran.stderr:
        pytest.skip("nothing can be mounted here")
    assert ran.stderr == ""
    assert "the disk is read-only; name another place with --board" in ran.stdout
    assert path.read_bytes() == old


def test_a_board_that_its_owner_made_read_only_is_not_replaced(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().record(edits.add(card(), now))
    old = path.read_bytes()
    path.chmod(0o400)
    monkeypatch.setattr(os, "access", lambda there, _: bool(Path(there).stat().st_mode & 0o200))  # root may write it
    with pytest.raises(StoreError, match="you aren't allowed to; mend the permissions of the file and its folder"):
        open_store().record(edits.add(card("Acme"), now))
    assert (path.read_bytes(), path.stat().st_mode & 0o777, [*path.parent.iterdir()]) == (old, 0o400, [path])


def test_a_folder_removed_while_open_is_said_and_when_it_is_back_everything_is_saved(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    northwind, acme = edits.add(card(), now), edits.add(card("Acme"), now)
    store.record(northwind)
    shutil.rmtree(path.parent)
    assert store.refresh() is None
    assert "has vanished: your next change writes it again" in store.drain_notices()[0]
    with pytest.raises(StoreError, match=r"folder .* is gone: bring it back, then try again"):
        store.record(acme)
    path.parent.mkdir()
    assert set(store.record(acme).cards) == {northwind.after.id, acme.after.id}
    assert open_store().load().cards == store.load().cards


def test_a_file_removed_while_open_is_written_again_whole(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    added = edits.add(card(), now)
    store.record(added)
    path.unlink()
    assert store.undo()[0] == (added,)
    assert set(open_store().load().cards) == {added.after.id}


def test_folder_and_file_are_for_the_user_alone(
    open_store: Open, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    new = tmp_path / "new" / "board.json"
    open_store(new).record(edits.add(card(), now))
    open_store(new).record(edits.add(card("Acme"), now))
    modes = {each.relative_to(tmp_path): stat.S_IMODE(each.stat().st_mode) for each in tmp_path.rglob("*")}
    assert {mode for each, mode in modes.items() if each.suffix} == {0o600}
    assert modes[new.parent.relative_to(tmp_path)] == 0o700
    assert {mode for each, mode in modes.items() if each.parts[0] == "state"} == {0o700, 0o600}


def test_a_state_folder_that_cannot_be_used_is_named_and_the_board_is_kept_all_the_same(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    saved = open_store().record(edits.add(card(), now))
    shutil.rmtree(tmp_path / "state")
    (tmp_path / "state").write_text("in the way")
    assert open_store().load() == saved
    store = open_store()
    assert len(store.record(edits.add(card("Acme"), now)).cards) == 2
    assert [note[:24] for note in store.drain_notices()] == ["No backup could be made "]


def test_what_is_acknowledged_was_flushed_before_it_took_the_file_s_place_and_its_folder_after(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    fsync, rename = os.fsync, os.replace

    def flush(handle: int) -> None:
        found = os.fstat(handle)
        kinds = {path.parent.stat().st_ino: "flush folder", **dict.fromkeys(written(), "flush file")}
        if found.st_ino in kinds:
            done.append(kinds[found.st_ino])
        fsync(handle)

    def written() -> list[int]:
        return [each.stat().st_ino for each in path.parent.iterdir()]

    def replace(old: Path, new: Path) -> None:
        if new == path:
            done.append("replace")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(os, "replace", replace)
    open_store().record(edits.add(card(), now))
    assert done == ["flush file", "replace", "flush folder"]


def test_looking_at_a_board_imports_no_lock_no_screen_and_decodes_no_history(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().record(edits.add(card(), now))
    monkeypatch.setattr(entries, "entries", None)
    assert open_store().load().cards
    script = f"""
import datetime, pathlib, sys
sys.path[:0] = {[*sys.path]!r}
from day12_data.store import Store
state = pathlib.Path({str(tmp_path / "new")!r})
assert Store(pathlib.Path({str(path)!r}), clock=lambda: datetime.datetime.now(datetime.UTC), state=state).load().cards
print(*{{"filelock", "textual", "platformdirs"}} & set(sys.modules))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "\n"


def test_a_link_stays_a_link_and_the_real_file_is_written(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "mine.json"
    path.symlink_to(real)
    for company in ("Northwind", "Acme"):  # the link dangles at first
        open_store().record(edits.add(card(company), now))
    assert path.is_symlink()
    assert len(open_store(real).load().cards) == 2
    assert [each.name for each in real.parent.iterdir()] == ["mine.json"]


def test_a_lock_that_a_killed_program_left_blocks_nobody_and_a_busy_one_says_so(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_TIMEOUT", 0.1)
    added = edits.add(card(), now)
    open_store().record(added)
    with FileLock().held(path), pytest.raises(StoreError, match=r"board\.json is busy"):
        open_store().record(edits.add(card("Acme"), now))
    open_store().record(edits.add(card("Acme"), now))
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]


def test_two_threads_of_one_program_take_turns(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    store = open_store()
    cards = [edits.add(card(f"Company {number}"), now) for number in range(40)]

    def write(mine: list[edits.Change]) -> None:
        for change in mine:
            store.record(change)

    threads = [threading.Thread(target=write, args=(cards[start::2],)) for start in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(store.load().cards) == {change.after.id for change in cards}


def test_a_program_without_locks_that_replaces_the_file_during_a_write_loses_nothing(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, tmp_path: Path
) -> None:
    meddled = edits.add(card("Meddler"), now)
    turns = iter([meddled])
    ours = open_store()
    ours.record(edits.add(card(), now))
    elsewhere = tmp_path / "elsewhere.json"
    shutil.copy(path, elsewhere)

    def meddle() -> dt.datetime:
        if change := next(turns, None):
            Store(elsewhere, clock=lambda: now, state=tmp_path / "another state").record(change)
            elsewhere.replace(path)
        return now

    ours._clock = meddle
    ours.undo()
    assert meddled.after.id in open_store().load().cards
    assert len(open_store().load().cards) == 2


def test_a_change_that_is_recorded_twice_counts_once(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    added = edits.add(card(), now)
    first = open_store().record(added)
    assert open_store().record(added) == first
    assert len(open_store().log(added.after.id)) == 1


@contextmanager
def folders_that_fail(monkeypatch: pytest.MonkeyPatch, path: Path) -> Iterator[None]:
    """The board's folder can't be made durable."""
    fsync = os.fsync

    def failing(handle: int) -> None:
        if os.fstat(handle).st_ino == path.parent.stat().st_ino:
            raise OSError(5, "Input/output error")
        fsync(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        yield


def test_a_folder_that_cannot_be_made_durable_is_saved_but_and_a_later_save_really_syncs(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, added = open_store(), edits.add(card(), now)
    with folders_that_fail(monkeypatch, path):
        assert set(store.record(added).cards) == {added.after.id}
        [note] = store.drain_notices()
        assert note == (
            "board.json is saved, but the disk hasn't confirmed it (input/output error): "
            "ctrl+s or the next change tries again."
        )
        assert set(store.record(added).cards) == {added.after.id}
        assert store.drain_notices() == [note]
        with pytest.raises(StoreError, match="couldn't sync"):
            store.sync()
    assert len(open_store().load().cards) == 1
    synced: list[int] = []
    fsync = os.fsync

    def noted(handle: int) -> None:
        synced.append(os.fstat(handle).st_ino)
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noted)
    store.record(added)
    assert path.parent.stat().st_ino in synced
    store.sync()
    assert len(open_store().load().cards) == 1


def test_a_file_that_cannot_be_made_durable_is_not_saved(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(_: int) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        with pytest.raises(StoreError, match="I couldn't save"):
            open_store().record(edits.add(card(), now))
    assert not path.exists()


def test_a_change_after_a_clock_that_was_set_back_in_the_file_does_not_count_as_older(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    added = edits.add(card(), now)
    there = open_store().record(added).cards[added.after.id]
    for role in ("SRE", "CTO"):
        there = open_store().record(edits.edit(there, now, role=role)).cards[there.id]
    data = json.loads(path.read_bytes())
    data["meta"]["1"]["clock"] = 0
    path.write_text(json.dumps(data))
    board = open_store().record(edits.edit(there, now, role="DBA"))
    assert open_store().undo()[1].cards[there.id].role == "CTO"
    assert board.cards[there.id].role == "DBA"


def test_what_others_wrote_into_a_file_reaches_no_terminal_through_the_store_s_sentences(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    evil = "\x1b]52;c;ZXZpbA==\x07\u202e\x9b31m"
    added = edits.add(card(f"Evil{evil}"), now)
    wrong = replace(added.after, zone=f"Mars{evil}")
    changed = edits.Change(id=new_id(), at=now, what=f"edited{evil}", before=added.after, after=wrong)
    store = open_store()
    store.record(edits.edit(store.record(added).cards[added.after.id], now, what=f"edited{evil}", role=evil))
    said = [each.what for each in store.log(added.after.id)]
    with pytest.raises(StoreError) as refused:
        store.record(changed)
    said.append(str(refused.value))
    copy = path.with_name(f"board ({evil.replace('/', '')} conflicted copy).json")
    copy.write_bytes(path.read_bytes())
    data = json.loads(path.read_bytes())
    data["cards"]["7"] = {"id": evil, "company": evil, "zone": evil}
    path.write_text(json.dumps(data))
    fresh = open_store()
    fresh.load()
    said += [part for problem in fresh.problems for part in msgspec.structs.astuple(problem)]
    said += fresh.drain_notices() + [backup.name for backup in fresh.backups()]
    with pytest.raises(StoreError) as refused:
        fresh.restore(f"{evil}.json")
    said.append(str(refused.value))
    assert len(said) > 8
    assert [text for text in said if clean(text) != text] == []


def test_the_history_stays_bounded_and_keeps_what_undo_and_the_log_need(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    store, added = open_store(), edits.add(card(), now)
    there = store.record(added).cards[added.after.id]
    for number in range(entries.KEPT_IN_FULL + 150):
        there = store.record(edits.edit(there, now, notes=f"{number} " * 20)).cards[there.id]
    changes = json.loads(path.read_bytes())["changes"].values()
    assert len(changes) <= entries.KEPT_IN_FULL + entries.LINES_KEPT + 51
    assert store.log(there.id)[0].what == "added"
    for _ in range(3):
        there = open_store().undo()[1].cards[there.id]
    assert there.notes.startswith(f"{entries.KEPT_IN_FULL + 146} ")


def test_a_big_board_beside_this_one_is_looked_into_once(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().record(edits.add(card(), now))
    open_store(path.with_name("board-OFFICE.json")).record(edits.add(card("Acme"), now))
    looked: list[Path] = []
    read = merge_file.tables_of

    def noted(beside: Path) -> Any:
        looked.append(beside)
        return read(beside)

    monkeypatch.setattr(merge_file, "tables_of", noted)
    notices = []
    for company in ("Globex", "Initech"):
        store = open_store()
        store.record(edits.add(card(company), now))
        notices += store.drain_notices()
    assert [each.name for each in looked] == ["board-OFFICE.json"]
    assert len(notices) == 1
