"""`day12 stats` on boards that were counted by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from day12_data.card import Card, Promise, stamp
from day12_data.edits import archive, check_in, miss, move, reply, skip
from day12_data.kinds import Outcome, ReplyKind, Stage
from kit import DAY_12, SEVEN_TO_TEN, TOUGH_NAME, at, card, promise, session
from machine import Run

END_OF_APRIL = "2026-04-20T12:00"


@pytest.fixture
def stats(run: Run, tmp_path: Path) -> Any:
    """Runs `day12 stats` on a board of these cards, at a moment; gives back what it printed."""

    def ran(*cards: Card, now: str = END_OF_APRIL, json: bool = False) -> str:
        where = session(tmp_path, *cards, now=at("2026-01-01 00:00"))
        done = run("stats", *["--json"] * json, now=now, DAY12_BOARD=str(where.store.path))
        assert done.code == 0
        return done.out

    return ran


def given(said: str, when: str, first: str, last: str) -> Promise:
    return msgspec.structs.replace(promise(first, last, said), given_at=stamp(at(when)))


def counted_by_hand() -> list[Card]:
    """Eight interviews of 45 minutes, all in New York, with what is counted of each on 20 April at noon."""
    # Kept on 13 March, day 8. Asked, thanks and note in time; LinkedIn skipped; no check-in was needed.
    kept = card(
        "Northwind", at("2026-03-05 14:30"), promise=given("7-10 days", "2026-03-05 14:30", "2026-03-12", "2026-03-15")
    )
    kept = move(move(kept, Stage.EMAILED, at("2026-03-05 15:50")), Stage.MAILED, at("2026-03-06 10:00"))
    kept = reply(skip(kept, Stage.CONNECTED, at("2026-03-06 11:00")), ReplyKind.NO, at("2026-03-13 10:00"))
    # The second interview with Northwind: an offer on 23 March, day 11, late by 4 days, and still on the day on which
    # one should check in. Asked in time; thanks after an hour and three quarters; note and LinkedIn still open.
    late = card(
        "Northwind",
        at("2026-03-12 14:30"),
        id="b" * 16,
        promise=given("by the 19th", "2026-03-12 14:30", "2026-03-16", "2026-03-19"),
    )
    late = reply(move(late, Stage.EMAILED, at("2026-03-12 17:00")), ReplyKind.OFFER, at("2026-03-23 10:00"))
    # Checked in on 17 March, a day late; given up on 30 March: forgotten, never answered. Thanks, note and LinkedIn
    # were jumped over.
    forgotten = card(
        "Acme", at("2026-03-06 14:30"), promise=given("next week", "2026-03-06 14:30", "2026-03-09", "2026-03-13")
    )
    forgotten = archive(check_in(forgotten, at("2026-03-17 10:00")), Outcome.SILENT, at("2026-03-30 10:00"))
    # Nothing done since, and the window is still open: thanks, note and LinkedIn are open, and the answer.
    running = card(
        "Globex", at("2026-04-02 14:30"), promise=given("20-24 April", "2026-04-02 14:30", "2026-04-20", "2026-04-24")
    )
    # No day was named: five working days later, and one of grace, is 7 April, on which a check-in is in time. “No news
    # yet” is no answer. Thanks in time, note and LinkedIn jumped over.
    vague = card(
        "Initech", at("2026-03-30 14:30"), promise=Promise(said="soon", given_at=stamp(at("2026-03-30 14:30")))
    )
    vague = check_in(move(vague, Stage.EMAILED, at("2026-03-30 15:30")), at("2026-04-07 10:00"))
    vague = reply(vague, ReplyKind.NO_NEWS, at("2026-04-08 10:00"))
    # The first promise was kept by another one, on day 7; that one is five days over, and asks for a check-in.
    twice = card(
        "Umbrella", at("2026-04-01 14:30"), promise=given("5-7 days", "2026-04-01 14:30", "2026-04-06", "2026-04-08")
    )
    another = given("another week", "2026-04-08 10:00", "2026-04-15", "2026-04-15")
    twice = reply(twice, ReplyKind.PROMISE, at("2026-04-08 10:00"), "another week", another)
    to_come = card("Tailspin", at("2026-04-25 14:30"))
    called_off = miss(card("Wingtip", at("2026-04-03 14:30")), at("2026-04-03 15:00"))
    return [kept, late, forgotten, running, vague, twice, to_come, called_off]


def test_a_board_that_was_counted_by_hand(stats: Any) -> None:
    told = json.loads(stats(*counted_by_hand(), json=True))
    assert told["interviews"] == {"held": 6, "waiting": 2, "unanswered": 1, "to_come": 1, "called_off": 1}
    assert told["answers"] == {"count": 3, "days": [7, 8, 11], "median": 8, "quartiles": None}
    assert told["promises"] == {
        "kept": 2,
        "late": 1,
        "forgotten": 1,
        "overdue": 1,
        "running": 1,
        "released": 0,
        "no_day": 1,
        "kept_share": None,  # of four that are settled
        "late_by_days": [4],
    }
    assert {stage: list(counts.values()) for stage, counts in told["follow_ups"].items()} == {
        # in time, late, skipped, open, and the share of those that are settled
        "asked": [6, 0, 0, 0, 1.0],
        "emailed": [2, 1, 1, 2, None],
        "mailed": [1, 0, 2, 3, None],
        "connected": [0, 0, 3, 3, None],
        "checked_in": [1, 1, 0, 1, None],
    }
    assert told["stages"] == {"asked": 4, "emailed": 1, "mailed": 0, "connected": 0, "checked_in": 1}
    assert {name: count for name, count in told["outcomes"].items() if count} == {"rejected": 1, "silent": 1}


def test_by_month_what_happened_counts_when_it_happened(stats: Any) -> None:
    march, april = json.loads(stats(*counted_by_hand(), json=True))["months"]
    assert (march["month"], april["month"]) == ("2026-03", "2026-04")
    assert [month["interviews"]["held"] for month in (march, april)] == [4, 2]
    assert [month["answers"]["days"] for month in (march, april)] == [[8, 11], [7]]
    assert [month["promises"]["kept"] for month in (march, april)] == [1, 1]
    assert [month["promises"]["late"] for month in (march, april)] == [1, 0]
    assert [month["promises"]["forgotten"] for month in (march, april)] == [1, 0]
    # March: asked four times; thanks to three and one jumped over; a note and one jumped over; LinkedIn skipped twice;
    # one check-in. April: asked twice, two steps jumped over by one check-in.
    done = [[sum(list(each.values())[:3]) for each in month["follow_ups"].values()] for month in (march, april)]
    assert done == [[4, 4, 2, 2, 1], [2, 0, 1, 1, 1]]


def test_company_by_company_the_newest_interview_first(stats: Any) -> None:
    out = stats(*counted_by_hand())
    lines = out[out.index("Company by company") :].splitlines()[1:]
    assert [line.split("  ")[1].strip() for line in lines] == [
        "Tailspin",
        "Wingtip",
        "Globex",
        "Umbrella",
        "Initech",
        "Northwind",
        "Acme",
    ]
    told = {name: line for line in lines for name in [line.split()[0]]}
    assert "1 kept, 1 late by 4 days" in told["Northwind"]
    assert "“by the 19th”" in told["Northwind"]
    assert "1 kept, 1 over" in told["Umbrella"]
    assert "forgotten" in told["Acme"]
    assert "6 interviews since Mar 2026 · 1 to come · 1 didn't take place" in out


def test_an_empty_board_has_nothing_to_tell(stats: Any) -> None:
    told = json.loads(stats(json=True))
    assert set(told["interviews"].values()) == set(told["outcomes"].values()) == {0}
    assert told["answers"] == {"count": 0, "days": [], "median": None, "quartiles": None}
    assert (told["months"], told["companies"]) == ([], [])
    out = stats()
    assert out.startswith("0 interviews\n")
    assert "%" not in out


def test_a_single_card_is_told_in_counts_without_a_share(stats: Any) -> None:
    # 7-10 days after 5 March was 15 March; on the 17th nothing was heard for two days, and only the asking was done.
    made = card("Northwind", promise=SEVEN_TO_TEN)
    told = json.loads(stats(made, now=DAY_12.isoformat(), json=True))
    assert told["interviews"] == {"held": 1, "waiting": 1, "unanswered": 0, "to_come": 0, "called_off": 0}
    assert {name: count for name, count in told["promises"].items() if count} == {"overdue": 1}
    assert [list(each.values())[:4] for each in told["follow_ups"].values()] == [
        [1, 0, 0, 0],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
        [0, 0, 0, 1],
    ]
    [company] = told["companies"]
    assert company["promises"][0]["days_late"] == 2
    out = stats(now=DAY_12.isoformat())
    assert "Northwind" in out
    assert "2 days over, no answer" in out
    assert "%" not in out


def test_what_is_printed_is_plain_and_drives_no_terminal(stats: Any) -> None:
    out = stats(card(TOUGH_NAME, promise=SEVEN_TO_TEN))
    assert "\x1b" not in out
    assert "call [/Bob] back" in out
    assert all(line == line.rstrip() for line in out.splitlines())
