"""QR codes for a phone: what is in them, and that what is drawn is what a camera takes."""

from __future__ import annotations

import datetime as dt
import io
from functools import partial
from pathlib import Path

import pytest
import segno

from day12.card.qr import Code, codes, drawn, on_paper
from day12_data.card import Card, Person
from day12_data.edits import archive, edit
from day12_data.kinds import Outcome
from day12_data.rules import DEFAULT_RULES
from driver import NARROW, TINY, opened
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, TOUGH_NAME, at, card, later, session
from machine import Run

OVER = later(INTERVIEW, minutes=50)
DANA = Person(name="Dana Reyes", email="Dana <dana@northwind.example>", phone="+1 (206) 555-0133 ext. 4")
FULL = card("Zürich Käse; AG", role="Data engineer", people=(DANA, Person(name="Sam")), link="https://meet.example/a")


def modules(lines: list[str]) -> list[list[bool]]:
    """Which modules are dark, as a camera sees the half blocks on black."""
    halves = [[[block in light for block in line] for light in ("█▀", "█▄")] for line in lines]
    return [[not light for light in row] for line in halves for row in line]


def of(of_card: Card, now: dt.datetime = OVER) -> list[Code]:
    return codes(of_card, now, DEFAULT_RULES)


def test_before_the_interview_it_is_the_event_and_after_it_what_is_to_do() -> None:
    before = of(FULL, at("2026-03-04 10:00"))
    assert [code.title for code in before] == [
        "Event: Interview: Zürich Käse; AG · Data engineer, Thu 5 Mar 14:30",
        "Call Dana Reyes: +1 (206) 555-0133 ext. 4",
        "Contact: Dana Reyes (Zürich Käse; AG)",
    ]
    event, call, contact = (code.texts[0].split("\n") for code in before)
    assert event[1:-1] == [
        "SUMMARY:Interview: Zürich Käse\\; AG · Data engineer",
        "DTSTART:20260305T193000Z",
        "DTEND:20260305T201500Z",
        "LOCATION:https://meet.example/a",
    ]
    assert call == ["tel:+12065550133"]
    assert contact[2:-1] == [
        "N:Reyes;Dana",
        "FN:Dana Reyes",
        "ORG:Zürich Käse\\; AG",
        "TEL:+12065550133",
        "EMAIL:dana@northwind.example",
    ]
    asked = edit(card(), OVER, promise=SEVEN_TO_TEN)
    titles = ["Event: Northwind: email your thanks, Thu 5 Mar 15:15", "Event: Northwind: check in, Tue 17 Mar"]
    assert [code.title for code in of(asked)] == titles
    late = of(edit(card(), OVER, promise=SEVEN_TO_TEN), later(DAY_12, days=3))
    assert [code.title for code in late] == titles[1:]
    assert of(archive(card(), Outcome.WITHDREW, OVER), DAY_12) == []


@pytest.mark.parametrize("size", [(80, 1000), NARROW, (60, 21)])
def test_what_is_drawn_is_the_code_with_light_around_it_and_fits(size: tuple[int, int]) -> None:
    for code in [*of(FULL, at("2026-03-04 10:00")), *of(card(TOUGH_NAME * 9), at("2026-03-04 10:00"))]:
        lines = drawn(code, *size)
        assert max(map(len, lines)) <= size[0]
        assert len(lines) <= size[1]
        seen = modules(lines)
        border = next(at for at, row in enumerate(seen) if any(row))
        width = len(seen[0])
        inner = [row[border : width - border] for row in seen[border : width - border]]
        assert not any(dark for row in seen for dark in (*row[:border], *row[width - border :]))
        assert border in (2, 4)
        made = [segno.make(text, error="l", micro=False, encoding="utf-8") for text in code.texts]
        assert inner in [[[bool(dark) for dark in row] for row in symbol.matrix] for symbol in made]


def test_in_colours_blank_and_half_blocks_show_the_same() -> None:
    line = "█▀▄ ██"
    parts = list(on_paper(line))
    assert "".join(part for part, _ in parts) == " ▄▄   "
    # The lower half of ▄ has the letters' colour, and all else that of the paper.
    upper = [white for part, white in parts for _ in part]
    assert upper == [block in "█▀" for block in line]
    lower = [white != (block == "▄") for part, white in parts for block in part]
    assert lower == [block in "█▄" for block in line]


def test_the_command_says_which_code_is_which(run: Run) -> None:
    day12 = partial(run, now="2026-03-04T10:00")
    day12("add", "Northwind", "--when", "2026-03-05 14:30", "--person", "Sam Okafor <sam@northwind.example>")
    code, out, _ = day12("show", "northwind", "--qr")
    titles = [line for line in out.splitlines() if set(line) - set("█▀▄ ")]
    assert (code, titles) == (
        0,
        ["Event: Interview: Northwind, Thu 5 Mar 14:30", "Contact: Sam Okafor (Northwind)"],
    )
    assert max(map(len, out.splitlines())) <= 80
    assert [each["kind"] for each in day12("show", "northwind", "--qr", "contact", "--json").data] == ["contact"]
    missing = (
        "Northwind has nothing for a QR code: nobody on it has a phone number; `day12 edit CARD --person …` adds one."
    )
    assert day12("show", "northwind", "--qr", "phone") == (2, "", f"day12: {missing}\n")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("sys.stdout", io.TextIOWrapper(io.BytesIO(), "latin-1"))
        assert "no QR code can be drawn in the characters of latin-1" in day12("show", "northwind", "--qr").err
    wrong = "day12: “fax” is no kind of code: use event, phone or contact, behind the card."
    assert day12("show", "northwind", "--qr", "fax") == (2, "", f"{wrong}\n")


async def test_the_palette_shows_the_codes_of_the_card_one_after_the_other(tmp_path: Path) -> None:
    async with opened(session(tmp_path, FULL, now=OVER), NARROW) as user:
        await user.press("ctrl+p")
        await user.type("qr codes")
        await user.press("down", "enter")
        assert "Event: Zürich Käse; AG: ask what happens next" in user.text()
        await user.press("right", "right")
        assert "Call Dana Reyes: +1 (206) 555-0133 ext. 4" in user.text()
        assert user.text().count("█") + user.text().count("▄") > 100
        await user.press("right")
        assert "Contact: Dana Reyes (Zürich Käse; AG)" in user.text()
        await user.pilot.resize_terminal(*TINY)
        await user.settle()
        assert "make the window larger" in user.text()
        await user.press("escape")
        assert user.on_the_board
