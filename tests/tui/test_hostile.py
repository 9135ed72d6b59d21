"""A board on which every text is hostile, its file's name and its ids too: nothing of it ever drives the terminal."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from day12.commands.session import Session
from day12.rescue import RescueApp
from day12_data.board import Board
from day12_data.card import Anchor, Card, CheckIn, Ending, Mark, Person, Promise, Reply, Sent, replace
from day12_data.days_off import DaysOff
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.rules import Rules
from day12_data.settings import Settings
from day12_data.store import MissingBoard, Store, UnreadableBoard
from driver import opened
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, ZONE, card, later
from machine import places_in, run_day12

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
    ["list", "--find", HOSTILE],
    ["list", "--find", "A"],
    ["delete", "1"],
    ["edit", "1", "--zone", HOSTILE],
    ["edit", "1", "--link", HOSTILE],
    ["--board", HOSTILE, "list"],
]

FILES = {
    "invitation.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\n"
    "UID:{text}\r\nSUMMARY:{text}\r\n"
    "DTSTART:20260320T140000Z\r\nDTEND:20260320T150000Z\r\nLOCATION:{text}\r\nDESCRIPTION:{text}\r\n"
    'ORGANIZER;CN="{text}":mailto:dana@acme.example\r\nATTENDEE;CN="{text}":mailto:{text}@acme.example\r\n'
    "END:VEVENT\r\nEND:VCALENDAR\r\n",
    "odd zone.ics": "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Interview {text}\r\n"
    'DTSTART;TZID="{text}":20260320T140000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
    "contacts.vcf": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{text}\r\nN:{text};{text};;;\r\nORG:{text}\r\nTITLE:{text}\r\n"
    "TEL:{text}\r\nEMAIL:{text}@acme.example\r\nURL:{text}\r\nEND:VCARD\r\n",
    "tracker.csv": "Company,Position,Status,Applied,Notes,{text}\n{text},{text},{text},{text},{text},{text}\n"
    "Acme {text},SRE,Interview,2026-03-05,{text},{text}\n",
    "mail.eml": "From: {text} <dana@acme.example>\nTo: me@home.example\nSubject: {text}\n"
    "Date: Tue, 10 Mar 2026 10:00:00 +0000\nMessage-ID: <{text}>\n\n"
    "Thanks for the interview, {text}. You will hear from us within 5 days.\n",
    "encoded.eml": "From: =?utf-8?q?A=1B]0;owned=07=E2=80=AE=0D=0ABcc=3A_x?= <dana@acme.example>\nTo: me@home.example\n"
    "Subject: =?utf-8?q?A=1B]0;owned=07=E2=80=AE=0D=0ABcc=3A_x?=\nDate: Tue, 10 Mar 2026 10:00:00 +0000\n\n"
    "Unfortunately we decided to go on without you.\n",
    "board.json": '{{"cards": {{"5": {{"id": "x{text}", "company": "{text}"}}}}}}',
    "text.txt": "{text}",
    "nothing": "",
}
"""Files with something hostile wherever a text can be, by a name that gets something hostile too."""


def _printed(arguments: list[str], env: dict[str, str], capsys: pytest.CaptureFixture[str]) -> str:
    """What a command prints to stdout; none of what it prints drives the terminal."""
    code, out, err = run_day12(arguments, env, capsys)
    assert code in (0, 1, 2)
    assert out or err
    assert not DRIVES.findall(out + err), ascii(out + err)
    return out


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda words: ascii(" ".join(words)[:20]))
def test_no_command_prints_what_would_drive_the_terminal(
    tmp_path: Path, board: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    env = places_in(tmp_path) | {"DAY12_NOW": "2026-03-17T14:02"}
    for options in ([], ["--json"]):
        out = _printed(["--board", str(board), *arguments, *options], env, capsys)
        if options and out:
            json.loads(out)


@pytest.mark.parametrize("name", FILES)
def test_no_file_that_is_imported_prints_what_would_drive_the_terminal(
    tmp_path: Path, board: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    env = places_in(tmp_path) | {"DAY12_NOW": "2026-03-17T14:02"}
    text = HOSTILE.replace("\r", "").replace("\n", "").replace("\u2028", "").replace("\x85", "")
    if name.endswith("json"):
        text = json.dumps(HOSTILE)[1:-1]
    path = tmp_path / f"b\x1b]0;owned\x07\u202e {name}"
    path.write_text(FILES[name].format(text=text), "utf-8", newline="")
    for command in (
        ["import", "--dry-run"],
        ["import", "--dry-run", "--json"],
        ["import"],
        ["merge"],
        ["merge", "--json"],
    ):
        _printed(["--board", str(board), command[0], str(path), *command[1:]], env, capsys)
    for options in ([], ["--json"]):
        _printed(["--board", str(board), "list", *options], env, capsys)


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
    "help": ["question_mark"],
    "palette": ["ctrl+p", "a"],
    "what is looked for": ["slash", "A", "enter"],
    "overdue only": ["o"],
    "a letter's occasions": ["w", "shift+tab", "enter"],
    "a letter's people": ["w", *["shift+tab"] * 2, "enter"],
    "a letter's choices": ["w", *["shift+tab"] * 3, "enter"],
    "a letter's anchors": ["w", *["shift+tab"] * 4, "enter"],
    "on paper": ["w", "ctrl+s", "down", "enter"],
    "the reply's echo": ["r", *"friday", "tab"],
    "archived": ["x", "enter"],
    "brought back": ["X", "x"],
    "deleted": ["D"],
    "the form's end": ["e", *["tab"] * 12],
    "saved form": ["e", "end", "x", "ctrl+s"],
}


async def test_no_screen_shows_what_would_drive_the_terminal(tmp_path: Path, board: Path) -> None:
    store = Store(board, clock=lambda: DAY_12, state=tmp_path / "state")
    days_off = DaysOff(Rules(), tmp_path, tmp_path)
    where = Session(store, lambda: DAY_12, Settings(), tmp_path / "state", {"TZ": ZONE}, days_off, (HOSTILE,))
    shown: Board = where.load()
    assert shown.cards
    async with opened(where) as user:
        for name, keys in SCREENS.items():
            await user.press(*keys)
            text = user.text()
            assert not DRIVES.findall(text), (name, ascii(text))
            assert not [toast for toast in user.toasts if DRIVES.search(toast)], name
            while not user.on_the_board:
                await user.press("escape")
            await user.press("escape")  # shows all the cards again
            for column in "12345":
                if not user.board.card:
                    await user.press(column)
            assert user.board.card, name


@pytest.mark.parametrize("gone", [False, True], ids=["unreadable", "gone"])
async def test_the_ways_out_show_nothing_that_would_drive_the_terminal(tmp_path: Path, board: Path, gone: bool) -> None:
    store = Store(board, clock=lambda: DAY_12, state=tmp_path / "state")
    assert store.load().cards
    if gone:
        trouble: UnreadableBoard | MissingBoard = MissingBoard(board, f" ({HOSTILE})", None)
    else:
        board.write_text(f'{{"cards": {{"{HOSTILE.encode("ascii", "ignore").decode()}": 3', "utf-8")
        with pytest.raises(UnreadableBoard) as unreadable:
            store.load()
        trouble = unreadable.value
    app = RescueApp(trouble)
    async with app.run_test() as pilot:
        await pilot.pause()
        lines = app.screen._compositor.render_strips()
        text = "\n".join("".join(segment.text for segment in line) for line in lines)
        assert "Nothing has been changed" in text
        assert not DRIVES.findall(text), ascii(text)
