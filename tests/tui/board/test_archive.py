"""The archive says how each interview ended and when, under the months, the latest first."""

from __future__ import annotations

from pathlib import Path

from day12_data.edits import archive, reply
from day12_data.kinds import Outcome, ReplyKind
from driver import opened
from kit import SEVEN_TO_TEN, at, card, session

REJECTED = reply(card("Northwind", promise=SEVEN_TO_TEN), ReplyKind.NO, at("2026-03-13 10:00"), "not this time")
ACCEPTED = archive(card("Globex"), Outcome.ACCEPTED, at("2026-03-06 09:00"))
SILENT = archive(card("Acme", at("2025-12-01 10:00")), Outcome.SILENT, at("2025-12-31 18:00"))


async def test_each_interview_stands_under_its_month_with_how_it_ended_when_and_their_last_words(
    tmp_path: Path,
) -> None:
    async with opened(session(tmp_path, SILENT, ACCEPTED, REJECTED)) as user:
        await user.press("X")
        shown = [" ".join(line.split()) for line in user.text().splitlines()]
        assert shown[:6] == [
            "The archive · 3 interviews",
            "March 2026 2",
            "┃· Northwind rejected Fri 13 Mar after 8 days keep warm from 12 May “not this time”",
            "Globex accepted Fri 6 Mar after 1 day",
            "December 2025 1",
            "Acme silent Wed 31 Dec after 30 days",
        ]
        await user.press("slash", "a", "c", "m")
        shown = [" ".join(line.split()) for line in user.text().splitlines()]
        assert shown[:3] == [
            "The archive · 1 of 3 · find: acm",
            "December 2025 1",
            "┃ Acme silent Wed 31 Dec after 30 days",
        ]
        await user.press("enter")
        await user.pilot.resize_terminal(40, 12)
        await user.settle()
        assert [" ".join(line.split()) for line in user.text().splitlines()[2:4]] == [
            "┃ Acme Wed 31 Dec",
            "┃ silent after 30 days",
        ]
