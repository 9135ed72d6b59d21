"""The drafts of a board on the disk: each program's own, kept whole, readable only by their user."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from day12_data.store.draft_file import DraftFile, StoredDraft

MINE = StoredDraft("form", ("new ",), "me", {"company": "Contoso"})
THEIRS = StoredDraft("form", ("new ",), "them", {"company": "Globex"})
LETTER = StoredDraft("letter", ("1", "Dana", "thanks"), "me", ["Thank you", "Dear Dana"])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the drafts are."""
    return tmp_path / "state" / "drafts" / "board.json"


def test_what_was_written_is_read_oldest_first(path: Path) -> None:
    DraftFile(path).write([MINE, LETTER], "me", ())
    assert DraftFile(path).read() == ([MINE, LETTER], "")


def test_only_their_user_can_read_the_drafts(path: Path) -> None:
    DraftFile(path).write([MINE], "me", ())
    if os.name != "nt":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_two_programs_leave_each_others_drafts_as_they_are(path: Path) -> None:
    DraftFile(path).write([THEIRS], "them", ())
    DraftFile(path).write([MINE], "me", ())
    DraftFile(path).write([], "me", ())
    assert DraftFile(path).read()[0] == [THEIRS]


def test_a_draft_that_another_program_has_taken_over_is_gone(path: Path) -> None:
    DraftFile(path).write([THEIRS], "them", ())
    DraftFile(path).write([MINE], "me", {("them", THEIRS.key)})
    assert DraftFile(path).read()[0] == [MINE]


def test_without_drafts_there_is_no_file(path: Path) -> None:
    DraftFile(path).write([], "me", ())
    assert not path.exists()
    DraftFile(path).write([MINE], "me", ())
    DraftFile(path).write([], "me", ())
    assert not path.exists()


@pytest.mark.parametrize("data", [b"{", b"\xff\xfe", b'[{"kind": 1}]', b"{}", b"null"])
def test_a_file_that_cannot_be_read_is_moved_aside_with_a_sentence(path: Path, data: bytes) -> None:
    DraftFile(path).write([MINE], "me", ())
    path.write_bytes(data)
    drafts, moved = DraftFile(path).read()
    aside = path.with_name("board-unreadable.json")
    assert drafts == []
    assert moved.endswith(f"the file is kept as {aside}.")
    assert aside.read_bytes() == data
    assert DraftFile(path).read() == ([], "")


def test_a_file_that_was_damaged_meanwhile_is_not_written_over(path: Path) -> None:
    DraftFile(path).write([MINE], "me", ())
    path.write_bytes(b"{")
    DraftFile(path).write([MINE], "me", ())
    assert path.with_name("board-unreadable.json").read_bytes() == b"{"
    assert DraftFile(path).read()[0] == [MINE]
