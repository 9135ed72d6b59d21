"""A tracker's rows: a card for each interview, the others counted, duplicates held back."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from day12_data.board import Board
from day12_data.card import replace
from day12_data.exchange.import_items import Does, after
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.kinds import Outcome
from day12_data.settings import Settings
from imports import found, imported, northwind, only_card
from kit import at, board, card, work

LATER = at("2026-03-19 09:00")


def sheet(*rows: str) -> bytes:
    return "\n".join(rows).encode()


def test_only_rows_with_an_interview_become_cards_and_the_others_are_counted() -> None:
    items = found("trackers/n10-notion.csv", now=LATER)
    assert [item.does for item in items] == [Does.ADD, Does.ADD, Does.NOTHING]
    first, second, left = items
    assert first.card
    assert (first.card.starts_at, first.card.ends_at) == (at("2026-03-05 14:30"), at("2026-03-05 15:30"))
    assert first.card.notes == "Two lines\nof notes"
    assert second.card
    assert second.card.outcome is Outcome.REJECTED
    assert "1 of 3" in left.why


def test_a_row_that_had_an_interview_and_says_no_day_is_asked() -> None:
    item, _ = found("trackers/t01-huntr.csv", now=LATER)
    assert item.question
    assert item.question.choices == ("2026-01-20", "no time is set yet", "leave it out")
    done, _ = found("trackers/t01-huntr.csv", now=LATER, answers={item.question.key: "2026-01-22 10:00"})
    assert done.card
    assert (done.card.company, done.card.starts_at) == ("BigCo", at("2026-01-22 10:00"))


def test_an_interview_whose_time_isnt_set_yet_is_kept_as_one() -> None:
    item, _ = found("trackers/t01-huntr.csv", now=LATER)
    assert item.question
    answers = {item.question.key: "no time is set yet"}
    items = found("trackers/t01-huntr.csv", now=LATER, answers=answers)
    on = after(Board(), items)
    assert only_card(on).time_known is False
    assert all(each.does is Does.NOTHING for each in found("trackers/t01-huntr.csv", on, now=LATER))


@pytest.mark.parametrize(("day_first", "day"), [(False, dt.date(2026, 3, 4)), (True, dt.date(2026, 4, 3))])
def test_a_days_order_is_that_of_the_settings(day_first: bool, day: dt.date) -> None:
    data = sheet("Company,Role,Interview", "Contoso,Dev,3/4/2026 2:30 PM")
    [item] = found(data, now=at("2026-06-01 09:00"), settings=Settings(day_first=day_first))
    assert item.card
    assert item.card.starts_at.date() == day


def test_what_they_promised_is_read_or_kept_in_their_words() -> None:
    [item, _] = found("trackers/x10-excel-utf16.tsv", now=LATER)
    assert item.card
    assert item.card.promise
    assert item.card.promise.latest == dt.date(2026, 3, 14)
    german = only_card(imported("trackers/t08-spreadsheet-de-semicolon-cp1252.csv", now=LATER))
    assert german.company == "Müller & Söhne GmbH"
    assert german.promise
    assert german.promise.said == "in 7–10 Tagen"


def test_a_row_of_an_interview_on_the_board_is_held_back() -> None:
    on = board(card("Contoso Inc.", at("2026-03-05 09:00")))
    items = found("trackers/n10-notion.csv", on, now=LATER)
    assert [item.card.company for item in items if item.card] == ["Litware"]
    assert any("held back" in item.why for item in items)


def test_two_rows_of_one_interview_make_one_card() -> None:
    items = found("trackers/e10-semicolon-preamble.csv", now=LATER)
    assert sum(item.does is Does.ADD for item in items) == 1


def test_a_sheet_without_a_company_says_what_is_missing() -> None:
    with pytest.raises(ImportRefusedError, match="Company"):
        found(sheet("Role,Status", "Dev,Interview"))
    with pytest.raises(ImportRefusedError, match="Company"):
        found(sheet("a,b", "1,2"))


def test_a_cell_that_looks_like_a_formula_is_only_text() -> None:
    [item] = found(sheet("Company,Interview", "=HYPERLINK(1),2026-03-05 14:30"), now=LATER)
    assert item.card
    assert item.card.company == "=HYPERLINK(1)"


def test_our_own_cards_come_back_whole() -> None:
    kept = only_card(northwind())
    data = msgspec.json.encode([msgspec.to_builtins(kept)])
    [item] = found(data)
    assert item.card
    assert item.card == msgspec.structs.replace(kept, updated=item.card.updated)
    [again] = found(data, northwind())
    assert again.does is Does.NOTHING
    assert after(northwind(), [again]) == northwind()


@pytest.mark.parametrize("data", [b'[{"name": "x"}]', b'{"a": 1}', b'[{"id": "1", "company"'])
def test_json_of_others_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(ImportRefusedError, match="JSON"):
        found(data)


def test_a_company_is_found_by_any_of_its_names_among_those_on_the_board_and_those_of_the_rows_before() -> None:
    on = board(card("The Acme Corporation"), card("Initech"), replace(card("Globex"), deleted=True))
    rows = ("acme gmbh", "ACME Labs", "Initech Systems", "Globex", "Hooli Inc", "hooli", "§§", "§§", "Ini")
    day = "2026-03-05"
    items = found(sheet("Company,Interview", *(f"{row},{day}" for row in rows)), on, now=LATER)
    assert [item.card.company for item in items if item.card] == ["Globex", "Hooli Inc", "§§", "Ini"]
    assert "5 of 9 rows are on the board already" in items[-1].why


@pytest.mark.parametrize("broken", ['"Hooli', f'"{"x" * 140_000}"'], ids=["open quote", "long cell"])
def test_rows_that_would_be_swallowed_by_a_quotation_mark_or_a_huge_cell_are_refused_by_their_line(broken: str) -> None:
    rows = ("Company,Interview", 'Acme,"2026-03-05\n"', f"{broken},2026-03-05", "Initech,2026-03-05")
    with pytest.raises(ImportRefusedError, match="from line 4 on a quotation mark is never closed, or a cell is far"):
        found(sheet(*rows), now=LATER)
    odd = found(sheet("Company,Interview", 'Ac"me,2026-03-05', '"Globex"', '"Ini ""X"" Ltd",2026-03-05'), now=LATER)
    assert [item.card.company for item in odd if item.card] == ['Ac"me', 'Ini "X" Ltd']


def test_the_work_for_a_big_tracker_grows_with_its_rows_and_no_faster() -> None:
    def lines(count: int) -> int:
        rows = (f"Company{number},Interview,2026-03-0{number % 9 + 1}" for number in range(count))
        return work(lambda: found(sheet("Company,Status,Interview Date", *rows), now=LATER))

    lines(1)  # what is loaded once
    assert lines(320) < 8.4 * lines(40)
