"""The examples of promises.md, as two tables; lists made without a look at the reader; and what else is said."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from day12_data.promise import Reading, Refused, Vague, Window, read_promise
from kit import at

HERE = Path(__file__).parent
ZONE = "America/New_York"
THURSDAY = "2026-03-05T14:30"
LISTS = (
    "promises-rows.tsv",
    "promises-edges.tsv",
    "promises-traps.tsv",
    "promises-more.tsv",
    "promises-held-out.tsv",
    "promises-held-out-2.tsv",
    "promises-held-out-3.tsv",
    "promises-clauses.tsv",
)


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def outline(reading: Reading) -> tuple[str, str, str]:
    match reading:
        case Window(earliest, latest):
            return "window", str(earliest), str(latest)
        case Vague():
            return "vague", "", ""
        case Refused():
            return "refuse", "", ""


EXAMPLES = [
    *((THURSDAY, row) for row in rows("promises.tsv")),
    *((row[f"anchor({ZONE})"], row) for row in rows("promises-other-days.tsv")),
]


@pytest.mark.parametrize(("on", "row"), EXAMPLES, ids=[f"{on[:10]} {row['phrase']}" for on, row in EXAMPLES])
def test_each_example_is_read_as_a_person_reads_it(on: str, row: dict[str, str]) -> None:
    reading = read_promise(row["phrase"], at(on, ZONE))
    assert outline(reading) == (row["kind"], row["earliest"], row["latest"])


@pytest.mark.parametrize("name", LISTS)
def test_each_phrase_of_a_list_is_read_as_a_person_reads_it(name: str) -> None:
    wrong = []
    for row in rows(name):
        on = at(row.get("anchor", THURSDAY), row.get("zone", ZONE))
        found, wanted = outline(read_promise(row["phrase"], on)), (row["kind"], row["earliest"], row["latest"])
        if found != wanted:
            wrong.append((row["phrase"], found, wanted))
    assert wrong == []
