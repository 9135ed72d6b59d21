"""The agenda's lines: each fills the list's width to the cell, whatever stands on the card."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Size

from day12.agenda.lines import AgendaLines
from day12.agenda.words import whom, words_of
from day12.board.card_list import PARTS, Look
from day12.board.column_lines import ColumnLines
from day12_data.agenda import row_for
from day12_data.agenda_heads import listed
from day12_data.card import Card, Person
from day12_data.kinds import Stage
from kit import DAY_12, SEVEN_TO_TEN, TOUGH_NAME, at, big_board, card, done
from strategies import around, cards

PEOPLE = (Person(name=TOUGH_NAME, email="dana@northwind.example", phone="+1 206 555 0133"),)
TOUGH = card(TOUGH_NAME, role=TOUGH_NAME, promise=SEVEN_TO_TEN, people=PEOPLE, where=TOUGH_NAME, notes=TOUGH_NAME)
SIZES = [*range(1, 64), 79, 80, 95, 96, 99, 100, 115, 119, 120, 140, 200]


def _lines_fit(lines: AgendaLines | ColumnLines, look: Look) -> None:
    for top in (0, 1, 2):
        drawn = lines.all(look, top)
        assert len(drawn) == lines.size.height
        for strip in drawn:
            assert sum(segment.cell_length for segment in strip) == strip.cell_length == lines.size.width


def _look(made: list[Card], now: dt.datetime) -> Look:
    found = listed([row_for(each, now) for each in made], now)
    about = found.rows[0] if found.rows else None
    return Look(found.rows, len(made), 0, now, 0 if made else None, current=True, marked=frozenset(), about=about)


def _agenda_of(made: list[Card], now: dt.datetime, size: Size) -> tuple[AgendaLines, Look]:
    lines = AgendaLines(("no cards", "none here"), lambda: dict.fromkeys(PARTS, Style()))
    lines.size, lines.sections = size, listed([row_for(each, now) for each in made], now).sections
    return lines, _look(made, now)


def test_each_line_fills_the_width_to_the_cell_at_any_size() -> None:
    to_come = card("Proseware", at("2026-03-18 09:00", "Asia/Tokyo"), "Asia/Tokyo", where="Room 5")
    made = [TOUGH, to_come, *big_board(9).cards.values()]
    for width in SIZES:
        for height in (1, 2, 9, 30):
            _lines_fit(*_agenda_of(made, DAY_12, Size(width, height)))
            _lines_fit(*_agenda_of([], DAY_12, Size(width, height)))
            column = ColumnLines(Stage.MAILED, ("none", "none"), lambda: dict.fromkeys(PARTS, Style()), lambda: "x")
            column.size = Size(width, height)
            _lines_fit(column, _look([TOUGH], DAY_12))
            _lines_fit(column, _look([], DAY_12))


@given(st.lists(cards(days=30), min_size=1, max_size=4), around(60), st.sampled_from([27, 39, 59, 60, 79, 99, 140]))
def test_each_line_of_any_card_fills_the_width(made: list[Card], now: dt.datetime, width: int) -> None:
    _lines_fit(*_agenda_of(made, now, Size(width, 12)))


DANA = Person(name="Dana Reyes", email="dana@n.example", phone="+1 206 555 0133", linkedin="https://linkedin.com/in/d")
TOM = Person(name="Tom Okafor", email="tom@n.example", address="1 Elm Street\nBoston")
READY = (Stage.ASKED, Stage.EMAILED, Stage.MAILED, Stage.CONNECTED)


ANN = Person(name="Ann", email="at the desk", phone="+1 206 555 0134")
EVE = Person(name="Eve", email="at the desk")


@pytest.mark.parametrize(
    ("people", "steps", "now", "expected"),
    [
        ((DANA, TOM), 1, "2026-03-05 15:30", "Dana Reyes  dana@n.example"),
        ((DANA, TOM), 2, "2026-03-05 16:30", "Tom Okafor  1 Elm Street, Boston"),
        ((DANA, TOM), 3, "2026-03-06 16:30", "Dana Reyes  linkedin.com/in/d"),
        ((DANA, TOM), 4, "2026-03-17 09:00", "Dana Reyes  +1 206 555 0133"),
        ((ANN, TOM), 1, "2026-03-05 15:30", "Tom Okafor  tom@n.example"),  # to whom w writes
        ((ANN, TOM), 3, "2026-03-06 16:30", "Ann"),
        ((TOM, ANN), 4, "2026-03-17 09:00", "Ann  +1 206 555 0134"),  # a check-in is a call, where there is a number
        ((EVE, TOM), 4, "2026-03-17 09:00", "Tom Okafor  tom@n.example"),
    ],
)
def test_a_step_names_the_person_with_the_address_that_it_needs(
    people: tuple[Person, ...], steps: int, now: str, expected: str
) -> None:
    made = done(card("Northwind", promise=SEVEN_TO_TEN, people=people), *READY[:steps])
    assert whom(row_for(made, at(now)))[0] == expected


def test_an_interview_to_come_says_its_hour_by_both_clocks_and_where() -> None:
    made = card("Proseware", at("2026-03-19 09:00", "Asia/Tokyo"), "Asia/Tokyo", link="https://meet.example/abc")
    for now, when in (("2026-03-18 14:02", "20:00 (09:00 Tokyo)"), ("2026-03-17 14:02", "Wed 20:00 (09:00 Tokyo)")):
        words = words_of(row_for(made, at(now)), at(now))
        assert (words.what[0], words.when[0]) == ("interview", when)
        assert words.who == ("video call, enter shows the link",)
