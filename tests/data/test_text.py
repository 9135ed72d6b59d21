"""Text from outside is cleaned before it is kept or shown, and compared without case and accents."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.text import clean, clean_lines, fold
from kit import TOUGH_NAME

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = {"\u061c", "\u200e", "\u200f", "\u2028", "\u2029", "\ufeff"}

# Half of the characters are ones that somebody could mean harm with.
texts = st.text(
    st.characters(max_codepoint=0x2FFF)
    | st.characters(min_codepoint=0, max_codepoint=0x9F)
    | st.characters(min_codepoint=0x2000, max_codepoint=0x206F)
    | st.sampled_from("\ufeff\ud800\u061c👩\u200d💻")
)


def drives_a_terminal(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs") or unicodedata.bidirectional(char) in BIDI or char in MARKS


@given(texts)
def test_cleaned_text_has_nothing_that_drives_a_terminal_or_turns_a_line_round(text: str) -> None:
    assert not any(map(drives_a_terminal, clean(text)))
    assert not any(map(drives_a_terminal, clean_lines(text).replace("\n", "")))


@given(texts)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_lines(clean_lines(text)) == clean_lines(text)
    assert clean(clean_lines(text)) == clean(text)


def test_every_control_character_there_is_is_taken_out() -> None:
    harmful = [char for char in map(chr, range(0x110000)) if drives_a_terminal(char)]
    assert len(harmful) > 2_000  # the surrogates
    assert [char for char in harmful if clean(f"a{char}b") not in ("ab", "a b")] == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (TOUGH_NAME, "call [/Bob] back 日本語 👩‍💻 [red]x[/] [31m"),
        ("  two\t words\n\nand  more ", "two words and more"),
        ("\x1b]0;title\x07Acme", "]0;titleAcme"),
        ("Acme\u202egpj.exe", "Acmegpj.exe"),
        ("first\u2028second\u2029third", "first second third"),
        ("first\x0bsecond\x0cthird\x85fourth", "first second third fourth"),
        ("\ufeffAcme", "Acme"),
        ("\u200bAc\xadme\u2060\u200b", "Acme"),
        ("café", "café"),
        ("", ""),
    ],
)
def test_a_line_keeps_its_words_and_loses_the_rest(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"])
def test_notes_keep_their_lines_however_those_were_ended(ending: str) -> None:
    assert clean_lines(f"\n one{ending}two{ending}{ending}three {ending}") == "one\ntwo\n\nthree"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ÉCOLE", "ecole"),
        ("e\u0301cole", "école"),
        ("Straße", "STRASSE"),
        ("İstanbul", "istanbul"),
        ("ﬁrm", "FIRM"),
        ("№ 5", "no 5"),
        ("℡", "tel"),
        ("Ａcme", "acme"),
        ("Łódź ", "ŁÓDŹ"),
        ("a\u00a0b\n c", "A B C"),
    ],
)
def test_case_accents_and_kinds_of_blank_make_no_difference(typed: str, found: str) -> None:
    assert fold(typed) == fold(found)


@given(texts)
def test_folded_text_folds_to_itself(text: str) -> None:
    assert fold(fold(text)) == fold(text)
