"""A board on which every text is hostile, its file's name and its ids too: nothing of it ever drives the terminal."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from day12.cli import main
from day12.commands.session import Session
from day12_data.board import Board
from day12_data.card import (
    Anchor,
    Card,
    CheckIn,
    Ending,
    Mark,
    Outcome,
    Person,
    Promise,
    Reply,
    ReplyKind,
    Sent,
    Stage,
    replace,
)
from day12_data.settings import Settings
from day12_data.store import Store
from driver import opened
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, ZONE, card, later

HOSTILE = "A\x1b]0;owned\x07\x1b[31m\x9b31m\u202eB\u2066\x85\u2028\rC\nD\x7f[red]x[/]\ufeff"
DRIVES = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
FILE_NAME = "b\x1b]0;owned\x07\u202e\n.json"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="has no such file names")


def hostile_card(number: int, **fields: Any) -> Card:
    """A card with something hostile wherever a text can be."""
    at = later(INTERVIEW, hours=2)
    sent = Sent(letter=HOSTILE, at=at, via=HOSTILE, text=HOSTILE, occasion=HOSTILE)
    person = Person(
        name=HOSTILE,
        title=HOSTILE,
        email=HOSTILE,
        phone=HOSTILE,
        linkedin=HOSTILE,
        address=HOSTILE,
        sent=(sent,),
    )
    made = card(f"{HOSTILE}{number}", id=f"{number}{HOSTILE}", role=HOSTILE, where=HOSTILE, notes=HOSTILE)
    made = replace(
        made,
        people=(person, person),
        anchors=(Anchor(text=HOSTILE),),
        promise=Promise(said=HOSTILE, given_at=INTERVIEW, earliest=SEVEN_TO_TEN.earliest, latest=SEVEN_TO_TEN.latest),
        marks=(Mark(stage=Stage.EMAILED, at=at),),
        check_ins=(CheckIn(at=at, via=HOSTILE),),
        replies=(Reply(at=at, kind=ReplyKind.NO_NEWS, said=HOSTILE),),
        round_of=HOSTILE,
    )
    return msgspec.structs.replace(made, **fields)


@pytest.fixture
def board(tmp_path: Path) -> Path:
    """The file of a board that another program has written."""
    ended = Ending(outcome=Outcome.SILENT, at=DAY_12)
    cards = [hostile_card(1), hostile_card(2), hostile_card(3, ended=ended), hostile_card(4, zone=HOSTILE)]
    rows = {str(number): msgspec.to_builtins(each) for number, each in enumerate(cards, start=1)}
    path = tmp_path / "boards" / FILE_NAME
    path.parent.mkdir()
    path.write_text(json.dumps({"cards": rows | {"9": {"id": HOSTILE, "company": 3, HOSTILE: HOSTILE}}}))
    (path.parent / f"b {FILE_NAME}").write_text("{}")
    config = tmp_path / "config" / "day12"
    config.mkdir(parents=True)
    (config / "settings.toml").write_text(f'{json.dumps("A" + chr(0x202E))} = 1\n[keys]\n"{chr(0x9B)}31m" = "x"\n')
    return path


COMMANDS = [
    ["list"],
    ["list", "--archived"],
    ["due"],
    ["show", "1"],
    ["edit", "1", "--role", HOSTILE + "new", "--person", HOSTILE, "--note", HOSTILE],
    ["edit", "1", "--remove-person", HOSTILE],
    ["move", "1", "next"],
    ["move", "1", HOSTILE],
    ["reply", "1", HOSTILE],
    ["reply", "1", "another week"],
    ["archive", "1", "--outcome", HOSTILE],
    ["archive", "1", "--outcome", "silent"],
    ["undo"],
    ["redo"],
    ["add", HOSTILE, "--role", HOSTILE, "--where", HOSTILE, "--person", HOSTILE, "--anchor", HOSTILE],
    ["add", "Acme", "--when", HOSTILE],
    ["add", "Acme", "--promised", f"{HOSTILE} friday"],
    ["backups"],
    ["restore", HOSTILE],
    ["merge", HOSTILE],
    ["doctor"],
    ["promise", HOSTILE],
    ["promise", "7 days", "--on", HOSTILE],
    ["list", "--stage", HOSTILE],
    ["show", HOSTILE],
    ["show", "A"],
    [HOSTILE],
    ["list", HOSTILE],
]


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda words: ascii(" ".join(words)[:20]))
def test_no_command_prints_what_would_drive_the_terminal(
    tmp_path: Path, board: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    places = {"XDG_STATE_HOME": str(tmp_path / "state"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    env = {**places, "TZ": ZONE, "DAY12_NOW": "2026-03-17T14:02"}
    for options in ([], ["--json"]):
        try:
            code = main(["--board", str(board), *arguments, *options], env)
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        out, err = capsys.readouterr()
        assert code in (0, 1, 2)
        assert out or err
        assert not DRIVES.findall(out + err), ascii(out + err)
        if options and out:
            json.loads(out)


SCREENS = {
    "board": [],
    "card": ["enter"],
    "form": ["e"],
    "reply": ["r"],
    "outcome": ["x"],
    "check in": ["c"],
    "profile": ["p"],
    "letter": ["w"],
    "delivery": ["w", "ctrl+s"],
    "archive": ["X"],
    "archived card": ["X", "enter"],
    "moved": ["greater_than_sign"],
    "undone": ["greater_than_sign", "u"],
    "skipped": ["s"],
}


@pytest.mark.parametrize("name", SCREENS)
async def test_no_screen_shows_what_would_drive_the_terminal(tmp_path: Path, board: Path, name: str) -> None:
    store = Store(board, clock=lambda: DAY_12, state=tmp_path / "state")
    where = Session(store, lambda: DAY_12, Settings(), tmp_path / "state", {"TZ": ZONE}, (HOSTILE,))
    shown: Board = where.load()
    assert shown.cards
    async with opened(where) as user:
        await user.press(*SCREENS[name])
        text = user.text()
        assert not DRIVES.findall(text), ascii(text)
        assert not [toast for toast in user.toasts if DRIVES.search(toast)]
