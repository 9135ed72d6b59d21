"""One lock for one board, whoever writes it; and whoever only looks never waits for it."""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import changes as edits
from day12_data import files
from day12_data.files import FileLock, lock
from day12_data.store import Store, StoreError
from kit import MakeCard, Open

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it stops and locks as POSIX does")


@contextmanager
def another_writer(path: Path) -> Iterator[subprocess.Popen[str]]:
    """A program that holds the board's lock, with a temporary file of its own."""
    script = f"""
import pathlib, sys
sys.path[:0] = {[*sys.path]!r}
from day12_data.files import FileLock
from day12_data.files.lock import lock_file
path = pathlib.Path({str(path)!r})
with FileLock().held(path), open(path.with_name(".board.json.0a.day12-tmp"), "x") as file:
    lock_file(file.fileno())
    print("held", flush=True)
    sys.stdin.read()
"""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen([sys.executable, "-c", script], text=True, **pipes) as other:  # type: ignore[call-overload]  # mypy can't see through the pipes
        assert other.stdout.readline() == "held\n"
        try:
            yield other
        finally:
            other.kill()


def test_two_state_folders_make_no_two_locks(
    path: Path, tmp_path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "LOCK_TIMEOUT", 0.1)
    with another_writer(path):
        for state in ("one", "two"):
            with pytest.raises(StoreError, match=r"board\.json is busy: another day12 has been writing .* `fg`"):
                Store(path, clock=lambda: now, state=tmp_path / state).record(edits.add(card(), now))
    assert not path.exists()


def test_a_writer_at_work_keeps_its_temporary_file_and_a_dead_one_s_goes(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    open_store().record(edits.add(card(), now))
    theirs = path.with_name(".board.json.0a.day12-tmp")
    with theirs.open("x") as file:
        lock.lock_file(file.fileno())
        open_store().record(edits.add(card("Acme"), now))
        assert theirs.exists()
    open_store().load()
    assert not theirs.exists()


def test_what_looks_at_a_board_never_waits_for_its_lock(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    added = edits.add(card(), now)
    store.record(added)
    path.with_name("board.sync-conflict-20260317-140200-ABCDEFG.json").write_bytes(path.read_bytes())
    looks: list[Callable[[], object]] = [
        store.load,
        store.refresh,
        lambda: store.log(added.after.id),
        store.drain_notices,
        store.backups,
        open_store().load,
    ]
    with another_writer(path):
        began = time.monotonic()
        for look in looks:
            look()
        assert time.monotonic() - began < 2
    assert store.refresh() == store.load()
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]


def test_a_log_is_told_while_a_write_of_the_same_store_waits_for_the_lock(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    added = edits.add(card(), now)
    store.record(added)
    with another_writer(path) as other:
        writing = threading.Thread(target=lambda: store.record(edits.edit(added.after, now, role="SRE")))
        writing.start()
        began = time.monotonic()
        assert [each.what for each in store.log(added.after.id)] == ["added"]
        assert store.refresh() is None
        assert time.monotonic() - began < 2
        other.kill()
        writing.join(timeout=10)
    assert len(store.log(added.after.id)) == 2


def test_ctrl_z_during_a_write_stops_the_program_only_after_it(path: Path, tmp_path: Path) -> None:
    script = f"""
import pathlib, sys
sys.path[:0] = {[*sys.path]!r}
from day12_data.files import FileLock
path = pathlib.Path({str(path)!r})
with FileLock().held(path):
    print("held", flush=True)
    sys.stdin.readline()
    print("done", flush=True)
sys.stdin.read()
"""
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, process_group=0
    ) as other:
        assert other.stdin
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        other.send_signal(signal.SIGTSTP)
        other.stdin.write("go on\n")
        other.stdin.flush()
        assert other.stdout.readline() == "done\n"
        with FileLock().held(path, 5) as locked:
            assert locked
        other.kill()


def test_a_folder_that_cannot_be_locked_has_a_hidden_file_beside_the_board_locked(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_open", lambda _: None)
    monkeypatch.setattr(lock, "LOCK_TIMEOUT", 0.1)
    open_store().record(edits.add(card(), now))
    with FileLock().held(path), pytest.raises(StoreError, match="is busy"):
        open_store().record(edits.add(card("Acme"), now))
    assert len(open_store().record(edits.add(card("Acme"), now)).cards) == 2


def test_a_folder_named_like_a_temporary_file_stops_nobody(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    odd = path.with_name(".board.json.0a.day12-tmp")
    odd.mkdir()
    (odd / "x").touch()
    assert len(open_store().record(edits.add(card(), now)).cards) == 1
    assert odd.is_dir()


def test_state_folders_and_files_are_for_the_user_alone_whatever_the_umask(
    open_store: Open, tmp_path: Path, card: MakeCard, now: dt.datetime
) -> None:
    before = os.umask(0)
    try:
        (tmp_path / "state" / "backups").mkdir(parents=True)
        for company in ("Northwind", "Acme"):
            open_store().record(edits.add(card(company), now))
    finally:
        os.umask(before)
    there = [tmp_path / "state", *(tmp_path / "state").rglob("*")]
    assert {oct(each.stat().st_mode & 0o777) for each in there if each.is_dir()} == {"0o700"}
    assert {oct(each.stat().st_mode & 0o777) for each in there if each.is_file()} == {"0o600"}
    assert files.identity(tmp_path / "state")
