"""Whatever is in a file, the import ends in items or in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from day12_data.exchange.sniff import CALENDAR_LIMIT, LIMIT, ImportRefusedError
from imports import FILES, found, northwind

SAMPLES = sorted(path for path in FILES.rglob("*.*"))
SNIPPETS = [
    b"\x00", b"\xff", b"\n", b"\r\n ", b":", b";", b'"', b"=", b"\x1b[2J", b"TZID=", b"DTSTART:99999999T999999\r\n",
    b"DURATION:P99999999W\r\n", b"SEQUENCE:-5\r\n", b"RRULE:X\r\n", b"BEGIN:VEVENT\r\n", b"END:VEVENT\r\n",
    b"=?utf-8?q?=FF?=", b"DTSTART:21991231T235959Z\r\n", b"00010101T000000", b"http://[::1", b"<", b"@",
]  # fmt: skip
FUZZ = settings(suppress_health_check=[HealthCheck.too_slow])


def _ends_well(data: bytes) -> None:
    sentence = "Items."
    try:
        found(data, northwind())
    except ImportRefusedError as refused:
        sentence = str(refused)
    assert sentence.endswith(".")
    assert "\n" not in sentence


@FUZZ
@given(sample=st.sampled_from(SAMPLES), end=st.floats(0, 1))
def test_a_file_that_breaks_off_anywhere_ends_well(sample: Path, end: float) -> None:
    data = sample.read_bytes()
    _ends_well(data[: int(len(data) * end)])


@FUZZ
@given(
    sample=st.sampled_from(SAMPLES),
    edits=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), st.sampled_from(SNIPPETS)), max_size=5),
)
def test_a_garbled_file_ends_well(sample: Path, edits: list[tuple[float, int, bytes]]) -> None:
    data = sample.read_bytes()
    for place, cut, snippet in edits:
        at = int(len(data) * place)
        data = data[:at] + snippet + data[at + cut :]
    _ends_well(data)


@FUZZ
@given(data=st.binary(max_size=400))
def test_any_bytes_end_well(data: bytes) -> None:
    _ends_well(data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n", "empty"),
        (b"<!DOCTYPE html><html><body>Sign in", "web page"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"Connections.csv", "zip"),
        (b"PK\x03\x04" + b"\x00" * 30 + b"xl/workbook.xml", "spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ".eml"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(64)), "no text"),
        (b"hello", "I can make nothing"),
        (b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "no event"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VTODO\r\nEND:VTODO\r\nEND:VCALENDAR\r\n", "tasks"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "starts"),
        (b"x" * (LIMIT + 1), "larger"),
        (b"BEGIN:VCALENDAR\r\n" + b"X:1\r\n" * (CALENDAR_LIMIT // 5 + 1), "whole calendar"),
        (b"Company,Status\n" * (2**20), "larger"),
        (b"From: a@b.c\nSubject: \nDate: x\n\n", "no words"),
    ],
)
def test_what_cant_be_imported_is_refused_with_a_sentence_that_says_what_to_do(data: bytes, sentence: str) -> None:
    with pytest.raises(ImportRefusedError, match=sentence):
        found(data)


@pytest.mark.parametrize("line", ["<" * 300_000, "a - " * 100_000, "http://a <a href=x> " * 30_000, "(" * 100_000])
def test_a_very_long_line_is_read_or_refused(line: str) -> None:
    body = (
        f"SUMMARY:Interview with Contoso {line}\r\nDESCRIPTION:{line}\r\nX-ALT-DESC:{line}\r\nDTSTART:20261012T170000Z"
    )
    found(f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".encode())
