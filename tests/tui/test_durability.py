"""What the screen says about the disk: saved, saved but not confirmed, and not saved."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

import changes
from day12.board.footer import Footer
from day12_data.kinds import Stage
from day12_data.store import Store
from driver import Driver, opened
from kit import DAY_12, NORTHWIND, session


@contextmanager
def _folder_that_fails(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    fsync = os.fsync

    def failing(handle: int) -> None:
        if os.fstat(handle).st_ino == folder.stat().st_ino:
            raise OSError(5, "Input/output error")
        fsync(handle)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", failing)
        yield


def _signs(user: Driver) -> list[str]:
    return [line.notice[:1] for line in user.app.screen.query(Footer) if line.notice]


async def test_what_the_disk_has_not_confirmed_is_said_and_ctrl_s_has_it_confirmed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "board"
    folder.mkdir()
    where = session(folder, NORTHWIND, state=tmp_path / "state")
    async with opened(where) as user:
        with _folder_that_fails(monkeypatch, folder):
            await user.press("greater_than_sign")
            assert any("is saved, but the disk hasn't confirmed it" in toast for toast in user.toasts)
            await user.press("u")
            assert sum("hasn't confirmed it" in toast for toast in user.toasts) == 2
            await user.press("ctrl+s")
            assert any("couldn't sync" in toast for toast in user.toasts)
            assert "Everything is saved" not in user.toasts
        await user.press("ctrl+s")
        assert "Everything is saved" in user.toasts


async def test_after_a_refused_write_nothing_says_that_it_is_done_or_being_done(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        other = Store(where.store.path, clock=lambda: DAY_12, state=where.state)
        theirs = next(other.load().active)
        other.record(changes.move(theirs, Stage.MAILED, DAY_12))
        await user.press("greater_than_sign")
        assert any("Yours was not saved" in toast for toast in user.toasts)
        assert _signs(user) == []


async def test_what_could_not_be_written_does_not_go_on_being_written(tmp_path: Path) -> None:
    folder = tmp_path / "board"
    folder.mkdir()
    async with opened(session(folder, NORTHWIND, state=tmp_path / "state")) as user:
        shutil.rmtree(folder)
        await user.press("greater_than_sign")
        assert any(toast.startswith("Not saved") for toast in user.toasts)
        assert _signs(user) == []


async def test_ctrl_z_waits_until_everything_is_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    where = session(tmp_path, NORTHWIND)
    stages: list[Stage] = []

    def stopped(*_: object) -> None:
        other = Store(where.store.path, clock=lambda: DAY_12, state=where.state)
        stages.append(next(other.load().active).stage)

    monkeypatch.setattr(HeadlessDriver, "can_suspend", property(lambda _: True))
    monkeypatch.setattr(os, "kill", stopped)
    async with opened(where) as user:
        await user.pilot.press("greater_than_sign", "ctrl+z")
        await user.settle()
    assert stages == [Stage.EMAILED]
