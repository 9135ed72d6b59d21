"""The story of one interview that comes in by mail: reminders, the calendar and the record go out of the same board."""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from day12.commands.session import open_session
from day12.exchange.preview import PreviewScreen
from driver import Driver, opened
from imports import FILES
from tui.commands.conftest import Machine
from writer import refer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts of sh")

INVITATION = (FILES / "mails/i10-gmail-invitation.eml").read_bytes()
ANSWER = b"""\
From: Maya Chen <maya.chen@contoso.com>
To: jo.seeker@gmail.com
Subject: Re: Thank you
Date: Wed, 21 Oct 2026 10:15:00 -0400
Content-Type: text/plain; charset=UTF-8

Hi Jo,

Sorry for the delay, we are still interviewing. We'll get back to you by Friday, October 30.

Maya
"""


@asynccontextmanager
async def at_the_board(machine: Machine, now: str) -> AsyncIterator[Driver]:
    """The board of the machine, opened at a moment."""
    chosen = argparse.Namespace(board=None, demo=False, command=None)
    async with opened(open_session(chosen, machine.env | {"DAY12_NOW": now})) as user:
        yield user


async def test_from_the_invitation_in_the_mail_to_the_record(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    calendar = machine.home / "calendar"
    machine.settings(f'name = "Jo Seeker"\nemails = ["jo.seeker@gmail.com"]\n[calendar]\nfolder = "{calendar}"\n')
    for name in ("notify-send", "xdg-open"):
        machine.program(name)
    machine.env["DISPLAY"] = ":9"

    def pipe(mail: bytes, now: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mail)))
        return machine.day12("import", "-", now=now)

    # The invitation is piped in from the mail program, twice: one card, one event in the calendar.
    assert "Added Contoso · Staff Engineer · Mon 12 Oct 13:00–14:00" in pipe(INVITATION, "2026-10-01T18:00")[1]
    assert "already" in pipe(INVITATION, "2026-10-01T18:01")[1]
    assert _events(calendar) == {
        "Interview: Contoso · Staff Engineer": "20261012T170000Z",
        "Contoso: ask what happens next": "20261012T180000Z",
    }

    # After the interview the reminder comes, once; they said a week, and Maya is thanked.
    machine.day12("edit", "Contoso", "--promised", "within a week", now="2026-10-12T14:02")
    machine.day12("notify", now="2026-10-12T14:05")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Contoso · thanks by 15:00"]
    async with at_the_board(machine, "2026-10-12T14:10") as user:
        await user.press("w")
        await refer(user, "how your on-call week hands over")
        await user.press("ctrl+s", "m", "y")
    [[address]] = machine.calls("xdg-open")
    assert address.startswith("mailto:maya.chen@contoso.com?")
    machine.day12("notify", now="2026-10-12T14:30")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Contoso · note by 13 Oct"]
    machine.day12("move", "Contoso", "connected", now="2026-10-13T10:00")
    assert _check_in(calendar) == "20261021"

    # On the day to check in they write. What a mail is, is asked: refused in a pipe, answered on the board.
    machine.day12("notify", now="2026-10-20T09:00")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Contoso · check in: the window has passed"]
    code, _, refused = pipe(ANSWER, "2026-10-21T11:00")
    assert code == 2
    assert "We'll get back to you by Friday, October 30.” What is it?" in refused
    mail = machine.home / "their answer.eml"
    mail.write_bytes(ANSWER)
    async with at_the_board(machine, "2026-10-21T11:02") as user:
        user.app.post_message(events.Paste(f"'{mail}'"))
        await user.settle()
        assert isinstance(user.app.screen, PreviewScreen)
        await user.press("1", "enter")
        assert "wait until 31 Oct" in user.text()
        assert _check_in(calendar) == "20261102"
        await user.press("u")
        assert _check_in(calendar) == "20261021"
        await user.press("U")
    assert _check_in(calendar) == "20261102"

    # Nothing is told until that has passed, too.
    machine.day12("notify", now="2026-10-30T18:00")
    assert machine.calls("notify-send") == []
    machine.day12("notify", now="2026-11-02T09:00")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Contoso · check in: today"]

    # The record tells all of it.
    [row] = csv.DictReader(io.StringIO(machine.day12("export", "--csv", now="2026-11-02T10:00").out.lstrip("\ufeff")))
    told = " ".join(row.values())
    for part in ("Contoso", "Staff Engineer", "Maya Chen", "within a week", "We'll get back to you by Friday"):
        assert part in told


def _events(folder: Path) -> dict[str, str]:
    """The events of the calendar's folder: their names, and when each begins."""
    texts = [path.read_text("utf-8").replace("\r\n ", "").replace("\\,", ",") for path in folder.glob("*.ics")]
    found = (re.search(r"DTSTART[^:]*:(\S+)(?s:.*)SUMMARY:([^\r\n]+)", text) for text in texts)
    return {each[2]: each[1] for each in found if each}


def _check_in(folder: Path) -> str | None:
    """The day of the check-in in the calendar."""
    return _events(folder).get("Contoso: check in")
