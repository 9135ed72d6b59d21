"""Looking after the file: backups, restoring, merging, the doctor, and the screen for a board that can't be read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from day12.cli import main
from day12.rescue import BACKUP, EMPTY, LEAVE, RescueApp
from day12_data.store import Store, UnreadableBoard
from kit import DAY_12
from machine import places_in


@pytest.fixture
def env(tmp_path: Path) -> dict[str, str]:
    """A board in a folder of its own, with one card from the day before."""
    env = places_in(tmp_path) | {"DAY12_BOARD": str(tmp_path / "board.json"), "DAY12_NOW": "2026-03-16T14:02"}
    assert main(["add", "Northwind"], env) == 0
    env["DAY12_NOW"] = "2026-03-17T14:02"
    assert main(["add", "Acme"], env) == 0
    return env


def _companies(env: dict[str, str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    main(["list", "--json"], env)
    return sorted(card["company"] for card in json.loads(capsys.readouterr().out))


def test_a_backup_is_listed_and_restored_and_that_can_be_undone_by_restoring(
    env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    main(["backups", "--json"], env)
    [backup] = json.loads(capsys.readouterr().out)
    assert backup["cards"] == 1
    assert main(["restore", backup["name"]], env) == 0
    before = capsys.readouterr().out.partition("`day12 restore ")[2].partition("`")[0]
    assert _companies(env, capsys) == ["Northwind"]
    main(["backups", "--json"], env)
    assert json.loads(capsys.readouterr().out)[0]["name"] == before
    assert main(["restore", before], env) == 0
    assert _companies(env, capsys) == ["Acme", "Northwind"]
    assert main(["backups"], env) == 0
    assert "2 cards" in capsys.readouterr().out


def test_a_backup_that_does_not_exist_is_said(env: dict[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", "nowhere.json"], env) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


def test_another_board_is_merged_and_a_dry_run_changes_nothing(
    env: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = {**env, "DAY12_BOARD": str(tmp_path / "other.json")}
    main(["add", "Globex"], other)
    capsys.readouterr()
    assert main(["merge", other["DAY12_BOARD"], "--dry-run", "--json"], env) == 0
    assert json.loads(capsys.readouterr().out) == {"added": 1, "updated": 0, "unchanged": 0}
    assert _companies(env, capsys) == ["Acme", "Northwind"]
    assert main(["merge", other["DAY12_BOARD"]], env) == 0
    assert _companies(env, capsys) == ["Acme", "Globex", "Northwind"]


def test_the_doctor_names_the_card_that_cannot_be_read_and_the_others_are_shown(
    env: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(env["DAY12_BOARD"])
    assert main(["doctor"], env) == 0
    data = json.loads(path.read_text())
    next(doc for doc in data["cards"].values() if doc["company"] == "Acme")["starts_at"] = 12
    path.write_text(json.dumps(data))
    before = path.read_bytes()
    capsys.readouterr()
    assert main(["doctor"], env) == 1
    assert "starts_at" in capsys.readouterr().out
    assert _companies(env, capsys) == ["Northwind"]
    assert path.read_bytes() == before
    assert main(["move", "Northwind", "next"], env) == 0
    assert '"starts_at":12' in path.read_text().replace(" ", "")


@pytest.mark.parametrize(
    ("key", "choice"), [("b", BACKUP), ("e", EMPTY), ("q", LEAVE), ("escape", LEAVE), ("enter", BACKUP)]
)
async def test_a_board_that_cannot_be_read_offers_its_ways_out(
    env: dict[str, str], tmp_path: Path, key: str, choice: str
) -> None:
    path = Path(env["DAY12_BOARD"])
    path.write_bytes(b"{ broken")
    store = Store(path, clock=lambda: DAY_12, state=tmp_path / "XDG_STATE_HOME" / "day12")
    with pytest.raises(UnreadableBoard) as trouble:
        store.load()
    app = RescueApp(trouble.value)
    async with app.run_test() as pilot:
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
    assert app.return_value == choice
    assert path.read_bytes() == b"{ broken"


def test_no_new_board_is_begun_where_there_was_one_unless_that_is_wanted(
    env: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path(env["DAY12_BOARD"])
    path.rename(tmp_path / "x")
    capsys.readouterr()
    assert main(["add", "Globex"], env) == 2
    said = capsys.readouterr().err
    assert f"There is no {path}, though there was a board: `day12 restore " in said
    assert "(2 cards), `day12 add --new-board` begins a new one." in said
    assert not path.exists()
    name = said.partition("`day12 restore ")[2].partition("`")[0]
    assert main(["restore", name], env) == 0
    assert _companies(env, capsys) == ["Acme", "Northwind"]
    path.unlink()
    assert main(["add", "Globex", "--new-board"], env) == 0
    assert _companies(env, capsys) == ["Globex"]


def test_a_board_that_is_gone_offers_its_ways_out(env: dict[str, str], tmp_path: Path) -> None:
    path = Path(env["DAY12_BOARD"])
    path.unlink()
    store = Store(path, clock=lambda: DAY_12, state=tmp_path / "XDG_STATE_HOME" / "day12")
    store.load()
    missing = store.missing()
    assert missing
    assert missing.backup
    assert missing.backup.cards == 2


def test_what_was_saved_but_not_confirmed_by_the_disk_is_said_and_is_no_error(
    env: dict[str, str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, fsync = Path(env["DAY12_BOARD"]).parent.stat().st_ino, os.fsync

    def failing(handle: int) -> None:
        if os.fstat(handle).st_ino == folder:
            raise OSError(5, "Input/output error")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", failing)
    capsys.readouterr()
    assert main(["add", "Globex"], env) == 0
    assert "board.json is saved, but the disk hasn't confirmed it (input/output error)" in capsys.readouterr().err
    assert _companies(env, capsys) == ["Acme", "Globex", "Northwind"]


def test_what_a_merge_decided_against_is_said_and_undone(
    env: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = {**env, "DAY12_BOARD": str(tmp_path / "other.json")}
    Path(other["DAY12_BOARD"]).write_bytes(Path(env["DAY12_BOARD"]).read_bytes())
    main(["edit", "Acme", "--role", "SRE"], env)
    main(["edit", "Acme", "--role", "CTO"], other)
    main(["edit", "Acme", "--where", "Berlin"], other)
    capsys.readouterr()
    assert main(["merge", other["DAY12_BOARD"]], env) == 0
    said = capsys.readouterr()
    assert said.out == "Added 0, change 1, leave 1 as they are.\n"
    assert "gave way to" in said.err
    lost, kept = ("SRE", "CTO") if "“SRE” gave way" in said.err else ("CTO", "SRE")
    main(["list", "--json"], env)
    acme = next(card for card in json.loads(capsys.readouterr().out) if card["company"] == "Acme")
    assert (acme["role"], acme["where"]) == (kept, "Berlin")
    assert main(["undo"], env) == 0
    capsys.readouterr()
    main(["list", "--json"], env)
    acme = next(card for card in json.loads(capsys.readouterr().out) if card["company"] == "Acme")
    assert (acme["role"], acme["where"]) == (lost, "Berlin")
