"""Backups: one a day, fourteen days, restored without losing what was there; and the steps between schemas."""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
from pathlib import Path

import pytest

import changes as edits
from day12_data.store import Store, StoreError
from day12_data.store.migrations import STEPS, migrate
from day12_data.store.raw_documents import SCHEMA
from kit import MakeCard, Open

OLD = Path(__file__).parent / "boards"


def test_the_first_write_of_a_day_puts_the_board_by_and_two_weeks_are_kept(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    for day in range(1, 29):
        for company in ("Northwind", "Acme"):
            open_store(day=day).record(edits.add(card(company), now))
    found = open_store().backups()
    assert [backup.date for backup in found] == [dt.date(2026, 3, day) for day in range(28, 14, -1)]
    assert [backup.cards for backup in found] == [2 * day for day in range(27, 13, -1)]
    assert {backup.name for backup in found} == {f"2026-03-{day}.json" for day in range(15, 29)}
    assert all(backup.size > 1000 for backup in found)


def test_a_restored_backup_can_be_taken_back_by_restoring(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    open_store(day=16).record(edits.add(card(), now))
    store = open_store(day=17)
    full = store.record(edits.add(card("Acme"), now))
    [backup] = store.backups()
    other = open_store()
    other.load()
    assert len(store.restore(backup.name).cards) == 1
    assert other.refresh() == store.load()
    put_by = next(each for each in store.backups() if "before-restore" in each.name)
    assert put_by.cards == 2
    assert store.restore(put_by.name) == full
    assert store.undo()[0][0].what == "added"


def test_only_a_backup_that_is_listed_and_good_is_restored(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    for company in ("Northwind", "Acme"):
        store.record(edits.add(card(company), now))
    old = path.read_bytes()
    [copy] = (tmp_path / "state" / "backups").rglob("*.json")
    copy.unlink()
    copy.write_bytes(b"oops")
    assert [backup.cards for backup in store.backups()] == [None]
    for name in ("../../boards/board.json", "2026-01-01.json", copy.name):
        with pytest.raises(StoreError):
            store.restore(name)
    assert path.read_bytes() == old


def test_a_backup_is_copied_where_links_cannot_be_made(
    open_store: Open, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", no_links)
    for company in ("Northwind", "Acme"):
        open_store().record(edits.add(card(company), now))
    assert [backup.cards for backup in open_store().backups()] == [1]


def test_a_backup_that_cannot_be_made_is_said_and_the_change_is_saved(
    open_store: Open, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    store.record(edits.add(card(), now))
    (tmp_path / "state" / "backups").write_text("in the way")
    assert len(store.record(edits.add(card("Acme"), now)).cards) == 2
    assert [note[:24] for note in store.drain_notices()] == ["No backup could be made "]
    assert store.drain_notices() == []


def test_nothing_is_restored_over_a_board_that_could_not_be_put_by_first(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store()
    for company in ("Northwind", "Acme"):
        store.record(edits.add(card(company), now))
    old, [backup] = path.read_bytes(), store.backups()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", full)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="the disk is full"):
        store.restore(backup.name)
    assert path.read_bytes() == old


@pytest.mark.parametrize("version", STEPS)
def test_a_stored_board_of_each_older_schema_is_read_and_put_by_before_it_is_written_anew(
    version: int, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    shutil.copy(OLD / f"schema-{version}.json", path)
    old = path.read_bytes()
    store = open_store()
    board = store.load()
    assert {each.company for each in board.cards.values()} == {"Northwind", "Acme"}
    assert [problem.field for problem in store.problems] == ["starts_at"]
    assert path.read_bytes() == old
    acme = next(each for each in board.cards.values() if each.company == "Acme")
    store.record(edits.edit(acme, now, role="CTO"))
    assert json.loads(path.read_bytes())["meta"]["1"]["schema"] == SCHEMA
    assert json.loads(path.read_bytes())["wishes"] == json.loads(old)["wishes"]
    put_by = next(each for each in store.backups() if f"schema-{version}" in each.name)
    assert store.restore(put_by.name) == board


@pytest.mark.parametrize("version", STEPS)
def test_a_step_changes_nothing_that_it_is_given(version: int) -> None:
    given = json.loads((OLD / f"schema-{version}.json").read_bytes())
    migrate(given, version)
    assert given == json.loads((OLD / f"schema-{version}.json").read_bytes())


def test_a_copy_is_on_the_disk_before_the_board_goes_also_where_links_cannot_be_made(
    open_store: Open, path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store().record(edits.add(card(), now))
    done: list[str] = []
    fsync, rename = os.fsync, os.replace

    def flush(handle: int) -> None:
        there = Path(f"/proc/self/fd/{handle}").readlink()
        if (tmp_path / "state" / "backups") in there.parents:
            done.append("folder" if there.is_dir() else "order" if "order" in there.name else "copy")
        fsync(handle)

    def replace(old: Path, new: Path) -> None:
        if new == path:
            done.append("board")
        rename(old, new)

    def no_links(*_: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(os, "fsync", flush)
    monkeypatch.setattr(os, "replace", replace)
    open_store().record(edits.add(card("Acme"), now))
    assert done.index("copy") < done.index("folder", done.index("copy")) < done.index("board")


def test_a_clock_that_is_years_slow_for_a_day_costs_no_copy(
    path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    def on(day: dt.datetime) -> Store:
        return Store(path, clock=lambda: day, state=tmp_path / "state")

    for number in range(20):
        on(now + dt.timedelta(days=number)).record(edits.add(card(f"Company {number}"), now))
    slow = on(now.replace(year=2015))
    old = slow.load()
    newest = slow.backups()[0].name
    slow.restore(newest)
    [put_by] = [each for each in slow.backups() if "before-restore" in each.name]
    assert put_by.name.startswith("2015-03-17")
    for number in range(20, 25):
        on(now + dt.timedelta(days=number)).record(edits.add(card(f"Company {number}"), now))
    later = on(now + dt.timedelta(days=25))
    assert later.restore(put_by.name) == old


def test_copies_dated_in_the_future_crowd_out_no_others(
    path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    def on(day: dt.datetime) -> Store:
        return Store(path, clock=lambda: day, state=tmp_path / "state")

    for number in range(20):
        on(now.replace(year=2099) + dt.timedelta(days=number)).record(edits.add(card(f"Company {number}"), now))
    for number in range(20):
        on(now + dt.timedelta(days=number)).record(edits.add(card(f"Company {number}"), now))
    assert {each.date.year for each in on(now).backups()} == {2026}
    assert len(on(now).backups()) == 14
