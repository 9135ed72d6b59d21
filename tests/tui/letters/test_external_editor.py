from __future__ import annotations

import os
import stat
import sys
import tempfile
import threading
from pathlib import Path

import pytest

from day12.letters.external_editor import edit_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the editors here are shell scripts")

DRAFT = "Dear Jörg,\n\nthank you 🎉"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go, so that a test sees what is left of them."""
    made = tmp_path / "tmp"
    made.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def editor(tmp_path: Path, script: str, name: str = "ed12") -> dict[str, str]:
    """An environment whose $EDITOR is a shell script; "$1" is the file that it edits."""
    path = tmp_path / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return {"EDITOR": name, "PATH": f"{tmp_path}:/usr/bin:/bin"}


def test_what_the_editor_saved_comes_back(tmp_path: Path, folder: Path) -> None:
    result = edit_text(DRAFT, editor(tmp_path, 'printf "\\nP.S. Hi\\r\\n" >> "$1"'))
    assert result.changed
    assert result.text == DRAFT + "\n\nP.S. Hi"
    assert result.sentence == "The draft has your changes."
    assert not list(folder.iterdir())


def test_the_file_is_private_and_gone_afterwards_with_all_that_the_editor_left_beside_it(
    tmp_path: Path, folder: Path
) -> None:
    seen = tmp_path / "seen"
    script = f'ls -ld "$(dirname "$1")" "$1" | cut -c1-10 > {seen}; echo "$1" >> {seen}; cp "$1" "$1~"'
    edit_text(DRAFT, editor(tmp_path, script))
    folder_mode, file_mode, path = seen.read_text(encoding="utf-8").split()
    assert stat.filemode(0o040700) == folder_mode
    assert stat.filemode(0o100600) == file_mode
    assert path.endswith(".txt")
    assert not list(folder.iterdir())


@pytest.mark.parametrize(
    ("script", "words"),
    [
        ("exit 1", "ended with exit status 1: the draft is as it was"),
        ('echo gone > "$1"; exit 1', "ended with exit status 1: the draft is as it was"),
        ("kill -9 $$", "was killed (SIGKILL): the draft is as it was"),
        ('echo > "$1"; kill -15 $$', "was killed (SIGTERM): the draft is as it was"),
        (': > "$1"', "left an empty file: the draft is as it was"),
        ('rm "$1"', "left an empty file: the draft is as it was"),
        ('rm "$1"; mkdir "$1"', "couldn't be handed to the editor"),
        (":", "Nothing was changed."),
    ],
)
def test_whatever_the_editor_does_the_draft_is_still_there(
    tmp_path: Path, folder: Path, script: str, words: str
) -> None:
    result = edit_text(DRAFT, editor(tmp_path, script))
    assert (result.text, result.changed) == (DRAFT, False)
    assert words in result.sentence
    assert not list(folder.iterdir())


def test_what_a_killed_editor_had_saved_is_kept(tmp_path: Path, folder: Path) -> None:
    result = edit_text(DRAFT, editor(tmp_path, 'echo better > "$1"; kill -9 $$'))
    assert (result.text, result.changed) == ("better", True)
    assert result.sentence == "ed12 was killed (SIGKILL): what it had saved is here."


@pytest.mark.parametrize(
    ("env", "words"),
    [
        ({"EDITOR": "no-such-editor -x"}, "$EDITOR is “no-such-editor -x”, which isn't here"),
        ({"VISUAL": "no-such", "EDITOR": "cat"}, "$VISUAL is “no-such”"),
        ({"EDITOR": "vi 'unclosed"}, "$EDITOR can't be read, a quotation mark is missing"),
        ({"EDITOR": " "}, "There is no editor here"),
        ({}, "There is no editor here"),
    ],
)
def test_a_missing_editor_is_told_about(folder: Path, tmp_path: Path, env: dict[str, str], words: str) -> None:
    result = edit_text(DRAFT, {**env, "PATH": str(tmp_path)})
    assert (result.text, result.changed) == (DRAFT, False)
    assert words in result.sentence


def test_an_editor_may_have_arguments_and_visual_comes_first(tmp_path: Path, folder: Path) -> None:
    env = editor(tmp_path, 'echo "$1|$2" > "$3"')
    result = edit_text(DRAFT, {**env, "VISUAL": "ed12 --wait 'a b'", "EDITOR": "false"})
    assert result.text == "--wait|a b"


def test_without_a_setting_the_usual_editors_are_tried(tmp_path: Path, folder: Path) -> None:
    env = editor(tmp_path, 'echo nano > "$1"', "nano")
    assert edit_text(DRAFT, {"PATH": str(tmp_path)}).text == "nano"
    assert env


def test_an_editor_with_a_window_of_its_own_is_told_to_wait(tmp_path: Path, folder: Path) -> None:
    env = editor(tmp_path, ":", "code")
    assert "set $EDITOR to “code --wait”" in edit_text(DRAFT, env).sentence
    assert edit_text(DRAFT, {**env, "EDITOR": "code --wait"}).sentence == "Nothing was changed."


def test_text_in_an_old_encoding_is_read_and_what_could_drive_a_terminal_is_taken_out(
    tmp_path: Path, folder: Path
) -> None:
    assert edit_text(DRAFT, editor(tmp_path, "printf 'Gr\\374\\337e \\033[31m' > \"$1\"")).text == "Grüße [31m"


def test_an_interrupt_from_the_keyboard_is_the_editors_alone(tmp_path: Path, folder: Path) -> None:
    result = edit_text(DRAFT, editor(tmp_path, f'kill -INT {os.getpid()}; echo safe > "$1"'))
    assert result.text == "safe"


def test_an_interrupt_still_ends_an_editor_that_wants_it(tmp_path: Path, folder: Path) -> None:
    assert "SIGINT" in edit_text(DRAFT, editor(tmp_path, "kill -INT $$")).sentence


def test_it_works_from_a_thread_too(tmp_path: Path, folder: Path) -> None:
    results: list[str] = []
    env = editor(tmp_path, 'echo threaded > "$1"')
    thread = threading.Thread(target=lambda: results.append(edit_text(DRAFT, env).text))
    thread.start()
    thread.join()
    assert results == ["threaded"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_killed_editor_does_not_leave_the_terminal_raw(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import pty
    import termios

    main, terminal = pty.openpty()
    with os.fdopen(main), os.fdopen(terminal) as stdin:
        monkeypatch.setattr(sys, "__stdin__", stdin)
        before = termios.tcgetattr(terminal)
        name = os.ttyname(terminal)
        edit_text(DRAFT, editor(tmp_path, f"stty raw -echo < {name}; kill -9 $$"))
        assert termios.tcgetattr(terminal) == before


def test_a_full_disk_leaves_the_draft_as_it_was(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    result = edit_text(DRAFT, editor(tmp_path, ":"))
    assert (result.text, result.changed) == (DRAFT, False)
    assert "no space left on device" in result.sentence
