"""The story of one interview that comes in from mail, and goes out to the desktop, the calendar and the record."""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from textual import events

from day12.commands.session import Session, open_session
from driver import opened
from imports import FILES
from machine import Machine, Ran
from writer import refer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are scripts of sh")


class Life:
    """A machine with mail, a desktop and a calendar."""

    def __init__(self, machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
        self.machine, self._monkeypatch = machine, monkeypatch
        self.folder = machine.home / "calendar"
        machine.settings(f'emails = ["jo.seeker@gmail.com"]\n[calendar]\nfolder = "{self.folder}"\n')
        machine.program("notify-send")

    def pipe(self, mail: Path, now: str) -> Ran:
        """Pipe a mail in, as a mail program does."""
        with self._monkeypatch.context() as patched:
            patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(mail.read_bytes())))
            return self.machine.day12("import", "-", now=now)

    def board(self, now: str) -> Session:
        """What `day12` opens at a moment."""
        return open_session(SimpleNamespace(), self.machine.env | {"DAY12_NOW": now})

    def calendar(self) -> dict[str, str]:
        """When each event begins, by its name."""
        texts = [path.read_text("utf-8") for path in self.folder.glob("*.ics")]
        return {_value(text, "SUMMARY"): _value(text, "DTSTART") for text in texts}


def _value(text: str, name: str) -> str:
    found = re.search(rf"(?m)^{name}[^:\n]*:(.*?)\r?$", text)
    assert found
    return found[1]


async def test_from_the_invitation_in_a_mail_to_the_record(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    life = Life(machine, monkeypatch)

    # The invitation is piped in, and stands in the calendar.
    invitation = FILES / "mails/r01-zoom-webinar.eml"
    assert "Added Northwind" in life.pipe(invitation, "2026-03-16T10:00").out
    assert "already" in life.pipe(invitation, "2026-03-16T10:01").out
    interview = "Interview: Northwind · Data engineer"
    assert life.calendar() == {interview: "20260317T190000Z", "Northwind: ask what happens next": "20260317T200000Z"}

    # What they said is written down; thanks are due within the hour, and the desktop says so, once.
    said = machine.day12("edit", "northwind", "--promised", "by friday", now="2026-03-17T16:02")
    assert "check in Mon 23 Mar" in said.err
    thanks, check_in = "Northwind: email your thanks", "Northwind: check in"
    assert life.calendar() == {interview: "20260317T190000Z", thanks: "20260317T200000Z", check_in: "20260323"}
    for minute in ("10", "20"):
        machine.day12("notify", now=f"2026-03-17T16:{minute}")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Northwind · thanks by 17:00"]

    # The letter goes out from the board, and the calendar has the next step.
    async with opened(life.board("2026-03-17T16:25")) as user:
        await user.press("w")
        await refer(user, "how your on-call week hands over on a Thursday")
        await user.press("ctrl+s", "c", "y")
        assert life.calendar() == {
            interview: "20260317T190000Z",
            "Northwind: mail a paper note": "20260318",
            check_in: "20260323",
        }

    # Their mail isn't guessed at in a pipe; on the board their words are offered, and the calendar moves with them.
    answer = FILES / "mails/a10-new-promise.eml"
    refused = life.pipe(answer, "2026-03-18T10:30")
    assert refused.code == 2
    assert "Run it in a terminal to answer; nothing was changed." in refused.err
    async with opened(life.board("2026-03-18T10:30")) as user:
        user.app.post_message(events.Paste(str(answer)))
        await user.settle()
        await user.press("1", "enter")
        assert "wait until 28 Mar" in user.text()
        assert life.calendar()[check_in] == "20260330"
        await user.press("u")
        assert life.calendar()[check_in] == "20260323"
        await user.press("U")
    assert life.calendar()[check_in] == "20260330"

    # Nothing is told until that has passed, too.
    machine.calls("notify-send")
    machine.day12("move", "northwind", "connected", now="2026-03-18T11:00")
    for day in ("2026-03-27", "2026-03-30"):
        machine.day12("notify", now=f"{day}T09:00")
    assert [call[-2] for call in machine.calls("notify-send")] == ["Northwind · check in: today"]

    # The record has it all, with its days.
    record = machine.day12("export", "--csv", now="2026-03-30T09:00").out
    [row] = csv.DictReader(io.StringIO(record.lstrip("\ufeff")))
    told = "\n".join(row.values())
    for words in (
        "2026-03-17",
        "We'll get back to you by Friday, March 27.",
        "by friday",
        "thank-you to Dana Reyes by email",
    ):
        assert words in told
