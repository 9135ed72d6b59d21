"""Every sample file, by what it must give: expected.txt has a line for each thing found."""

from __future__ import annotations

from pathlib import Path

import pytest

from day12_data.card import Person
from day12_data.exchange.import_items import Does, after, changes
from day12_data.exchange.sniff import ImportRefusedError
from imports import FILES, NOW, found, northwind, open_questions, told
from kit import at

EXPECTED: dict[str, list[str]] = {}
for line in (Path(__file__).parent / "expected.txt").read_text("utf-8").splitlines():
    if line.startswith("  "):
        EXPECTED[list(EXPECTED)[-1]].append(line.strip())
    else:
        EXPECTED[line] = []

LATER = at("2026-03-19 09:00")
ALL = sorted(str(path.relative_to(FILES)) for path in FILES.rglob("*.*"))


def _is_about_northwind(name: str) -> bool:
    """Whether the file is about the people of a card: the mails that answer, and contacts."""
    return name.startswith(("mails/a", "mails/b", "contacts/"))


@pytest.mark.parametrize("name", ALL)
def test_a_file_gives_what_it_must(name: str) -> None:
    on = northwind() if _is_about_northwind(name) else None
    now = LATER if on or name.startswith("trackers/") else NOW
    try:
        lines = [told(item) for item in found(name, on, now=now)]
    except ImportRefusedError as refused:
        lines = [f"refused | {refused}"]
    assert lines == EXPECTED[name]


@pytest.mark.parametrize("name", ALL)
def test_a_file_imported_twice_adds_nothing_the_second_time(name: str) -> None:
    on = northwind()
    try:
        answers: dict[str, str] = {}
        items = found(name, on, now=LATER)
        while question := next(open_questions(items), None):
            typed = {"company": "Fabrikam", "zone": "Europe/Berlin", "hour": "14:30", "when": "2026-03-05 14:30"}
            choices = [choice for choice in question.choices if choice != "leave it out"]
            answers[question.key] = typed.get(question.key.rpartition(":")[2], "") or choices[0]
            items = found(name, on, now=LATER, answers=answers)
    except ImportRefusedError:
        return
    assert changes(items) or all(item.does is Does.NOTHING or item.days for item in items)
    board = after(on, items)
    assert changes(found(name, board, now=LATER, answers=answers)) == ()


def test_nothing_in_a_card_drives_a_terminal() -> None:
    [item] = found("invites/31-esc-injection.ics")
    assert item.card
    assert "\x1b" not in repr(item)
    assert item.card.role == "Backend Engineer"


def test_the_address_of_the_card_is_completed_from_the_address_book() -> None:
    [item] = found("contacts/four.vcf", northwind(), now=LATER)
    assert item.people == (
        Person(
            name="Sam Okafor",
            email="sam@northwind.example",
            phone="+1-206-555-0177",
            address="1 Harbor Street\nSeattle, WA 98101\nUSA",
        ),
    )
