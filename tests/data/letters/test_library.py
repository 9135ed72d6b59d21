from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from day12_data.kinds import Occasion
from day12_data.letters.library import letters_for, load_letters

FRONT = b"---\nfor: emailed\nvia: email\nsubject: Hi\n---\n"
SHIPPED = len(load_letters().letters)


def test_without_a_folder_the_shipped_letters_are_there(tmp_path: Path) -> None:
    for library in (load_letters(), load_letters(tmp_path), load_letters(tmp_path / "nowhere")):
        assert len(library.letters) == SHIPPED
        assert not library.problems


def test_a_file_of_a_shipped_letters_name_takes_its_place_and_others_are_added(tmp_path: Path) -> None:
    (tmp_path / "thank-you.txt").write_bytes(FRONT + "Grüße {{name}}".encode())
    (tmp_path / "zz.TXT").write_bytes(b"\xef\xbb\xbf" + FRONT + b"Mine")
    (tmp_path / "notes.md").write_bytes(b"no letter")
    (tmp_path / ".hidden.txt").write_bytes(b"")
    library = load_letters(tmp_path)
    assert not library.problems
    assert len(library.letters) == SHIPPED + 1
    assert [(letter.name, letter.own) for letter in letters_for(library.letters, Occasion.EMAILED)] == [
        ("thank-you", True),
        ("zz", True),
    ]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "line 1, column 1: the file is empty"),
        (b"\x7fELF\x00\x01", "this is a binary file"),
        ("---".encode("utf-16"), "is UTF-16: save it as UTF-8"),
        (FRONT + "Grüße".encode("latin-1"), "line 6, column 3: this is not UTF-8"),
        (FRONT + b"{{nmae}}", "line 6, column 1: {{nmae}} is no placeholder: did you mean “name”?"),
        (FRONT + b"Hi {{name", "line 6, column 4: “{{” stands without its “}}”"),
        (FRONT + b"{{{{", "line 6, column 1: “{{” stands without its “}}”"),
        (b"Dear {{name}}", "begins with its front matter"),
        (FRONT + b"x" * 70_000, "too large"),
    ],
)
def test_a_broken_file_is_told_about_in_a_sentence_and_all_other_letters_work(
    tmp_path: Path, data: bytes, words: str
) -> None:
    (tmp_path / "thank-you.txt").write_bytes(data)
    (tmp_path / "fine.txt").write_bytes(FRONT + b"They offered $120k {{name}}")
    library = load_letters(tmp_path)
    (problem,) = library.problems
    assert problem.startswith("thank-you.txt, line ")
    assert words in problem
    assert problem.endswith("The letter that came with day12 is used instead.")
    assert len(library.letters) == SHIPPED + 1
    assert library.named("fine")
    own = library.named("thank-you")
    assert own
    assert not own.own


def test_a_file_that_may_not_be_read_is_told_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret.txt").write_bytes(FRONT + b"x")
    refuse(monkeypatch, "open", tmp_path / "secret.txt")
    library = load_letters(tmp_path)
    assert library.problems == (
        "secret.txt, line 1, column 1: the file can't be read (permission denied): check its permissions.",
    )
    assert len(library.letters) == SHIPPED


def test_a_folder_that_may_not_be_read_is_told_about(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "iterdir", tmp_path)
    library = load_letters(tmp_path)
    (problem,) = library.problems
    assert "can't be read" in problem
    assert "the shipped ones are used." in problem
    assert len(library.letters) == SHIPPED


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_a_folder_and_a_dangling_link_are_no_letters_and_nothing_waits_for_them(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone")
    library = load_letters(tmp_path)
    assert len(library.problems) == 3
    assert all("not a plain file" in problem for problem in library.problems)


def test_a_file_in_the_folders_place_is_told_about(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("x", encoding="utf-8")
    assert "can't be read" in load_letters(tmp_path / "letters").problems[0]


def refuse(monkeypatch: pytest.MonkeyPatch, method: str, refused: Path) -> None:
    """Stand in for missing permissions, which do not bind the superuser that tests may run as."""
    true = getattr(Path, method)

    def guarded(self: Path, *arguments: object, **options: object) -> object:
        if self == refused:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return true(self, *arguments, **options)

    monkeypatch.setattr(Path, method, guarded)
