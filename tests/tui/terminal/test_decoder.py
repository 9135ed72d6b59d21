"""Whatever bytes a terminal sends, there is a text for them, and text itself comes through as it was."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

if sys.platform == "win32":
    pytest.skip("the driver for Linux and macOS", allow_module_level=True)

from textual import events

from day12.terminal.decoder import InputDecoder
from day12.terminal.driver import InputParser

PASTE, PASTE_END = b"\x1b[200~", b"\x1b[201~"
ODD = [
    b"\x1b",
    b"\x1b[",
    b"\x1b[M",
    PASTE,
    PASTE_END,
    b"\xff",
    b"\xc3",
    b"\x9b31m",
    b"\x1b[99999999999u",
    b"\x1b[<0;0;0M",
]
odd_bytes = st.lists(st.binary(max_size=6) | st.sampled_from(ODD), max_size=12).map(b"".join)


def decoded(*chunks: bytes) -> str:
    decoder = InputDecoder()
    return "".join(map(decoder.decode, chunks)) + decoder.flush()


@given(odd_bytes, st.integers(0, 60))
def test_any_bytes_give_the_same_text_however_they_are_cut(data: bytes, at: int) -> None:
    assert decoded(data) == decoded(data[:at], data[at:])


@given(st.text(st.characters(exclude_characters="\x1b", exclude_categories=["Cs"])), st.integers(0, 40))
def test_text_comes_through_as_it_was(text: str, at: int) -> None:
    data = text.encode()
    assert decoded(data[:at], data[at:]) == text


def test_a_letter_in_another_encoding_is_that_letter() -> None:
    assert decoded("Müller & Söhne, café".encode("latin-1")) == "Müller & Söhne, café"
    decoder = InputDecoder()
    assert decoder.decode(b"caf\xe9") == "caf"
    assert decoder.flush() == "é"


@pytest.mark.parametrize(
    ("report", "same"),
    [
        (b"\x1b[M !!", "\x1b[<0;1;1M"),
        (b"\x1b[M#!!", "\x1b[<0;1;1m"),
        (b"\x1b[M \xe1\x80", "\x1b[<0;193;96M"),
        (b"\x1b[M \xc3\xa4", "\x1b[<0;163;132M"),
        (b"\x1b[M`!!", "\x1b[<64;1;1M"),
        (b"\x1b[M \x00!", "\x1b[<99;-1;-1M"),
    ],
)
def test_an_x10_mouse_report_is_put_as_one_that_is_text(report: bytes, same: str) -> None:
    assert decoded(report + b"q") == same + "q"
    assert decoded(report[:4], report[4:] + b"q") == same + "q"


def test_three_keys_that_looked_like_a_report_are_keys_again() -> None:
    assert decoded(b"\x1b[Mab") == "\x1b[Mab"


def test_nothing_in_a_paste_but_its_end_is_a_sequence() -> None:
    assert decoded(PASTE + b"a\x1b[Mq\x1b\x1b[31m" + PASTE + PASTE_END + b"x") == "\x1b[200~a[Mq[31m[200~\x1b[201~x"


@given(st.lists(st.text(max_size=4) | st.sampled_from([each.decode("latin-1") for each in ODD]), max_size=12))
def test_no_sequence_keeps_the_keys_after_it_from_being_read(texts: list[str]) -> None:
    parser = InputParser()
    list(parser.messages("".join(texts)))
    read = [*parser.messages("\x1b[201~" + "-" * 40), *parser.messages("q")]
    assert isinstance(read[-1], events.Key)
    assert read[-1].key == "q"


def test_a_paste_has_nothing_in_it_that_drives_a_terminal() -> None:
    [paste] = InputParser().messages(decoded(PASTE + "one\rtwo\x9b31m\x07\u202e ü".encode() + b"\xff" + PASTE_END))
    assert isinstance(paste, events.Paste)
    assert paste.text == "one\ntwo31m üÿ"
