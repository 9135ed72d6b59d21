"""The examples of promises.md, as two tables; lists made without a look at the reader; and what else is said."""

from __future__ import annotations

import csv
from pathlib import Path

import arrow
import pytest

from day12_data.promise import Reading, Refused, Vague, Window, read_promise

HERE = Path(__file__).parent
ZONE = "America/New_York"
THURSDAY = "2026-03-05T14:30"


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


CASES = [
    *((THURSDAY, ZONE, row) for row in rows("promises.tsv")),
    *((row[f"anchor({ZONE})"], ZONE, row) for row in rows("promises-other-days.tsv")),
    *((THURSDAY, ZONE, row) for row in rows("promises-more.tsv")),
    *(
        (row["anchor"], row["zone"], row)
        for name in (
            "promises-held-out.tsv",
            "promises-held-out-2.tsv",
            "promises-held-out-3.tsv",
            "promises-clauses.tsv",
        )
        for row in rows(name)
    ),
]


def outline(reading: Reading) -> tuple[str, str, str]:
    match reading:
        case Window(earliest, latest):
            return "window", str(earliest), str(latest)
        case Vague():
            return "vague", "", ""
        case Refused():
            return "refuse", "", ""


@pytest.mark.parametrize(("on", "zone", "row"), CASES, ids=[f"{on[:10]} {row['phrase']}" for on, _, row in CASES])
def test_each_example_is_read_as_a_person_reads_it(on: str, zone: str, row: dict[str, str]) -> None:
    reading = read_promise(row["phrase"], arrow.get(on, tzinfo=zone))
    assert outline(reading) == (row["kind"], row["earliest"], row["latest"])
