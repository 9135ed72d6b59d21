from __future__ import annotations

import errno
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from day12.letters import desktop as programs
from day12.letters.desktop import can_open_browser, copy_text, open_address

URL = "https://www.linkedin.com/in/jane-doe"
SSH = {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}


class Commands:
    """Stands in for the machine's programs: remembers what was run, and answers with one status or error."""

    def __init__(self, answer: int | OSError | None = 0) -> None:
        self.answer = answer
        self.ran: list[tuple[list[str], str]] = []

    def __call__(self, command: Sequence[str], given: bytes, env: Mapping[str, str]) -> int | None:
        self.ran.append((list(command), given.decode()))
        if isinstance(self.answer, OSError):
            raise self.answer
        return self.answer


@pytest.fixture
def desktop(tmp_path: Path) -> dict[str, str]:
    """An environment with a display and an xdg-open."""
    program(tmp_path / "xdg-open", "exit 0")
    return {"DISPLAY": ":0", "PATH": str(tmp_path)}


def program(path: Path, script: str) -> None:
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.mark.parametrize(
    ("env", "platform", "possible"),
    [
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        (SSH, "linux", False),
        ({**SSH, "DISPLAY": "localhost:10.0"}, "linux", True),
        ({}, "darwin", True),
        (SSH, "darwin", False),
        ({}, "win32", True),
        (SSH, "win32", False),
        ({"DISPLAY": ":0"}, "freebsd14", True),
    ],
)
def test_a_browser_can_open_where_a_window_would_appear_before_the_user(
    env: dict[str, str], platform: str, possible: bool
) -> None:
    assert can_open_browser(env, platform) is possible


def test_an_address_is_handed_to_the_desktops_own_program(desktop: dict[str, str]) -> None:
    run = Commands()
    assert open_address(URL, desktop, "linux", run).opened
    assert open_address("mailto:?subject=Hi", {}, "darwin", run).sentence == "Handed to your mail program."
    assert open_address(URL, {}, "win32", run).opened
    assert [command for command, _ in run.ran] == [
        ["xdg-open", URL],
        ["open", "mailto:?subject=Hi"],
        ["rundll32", "url.dll,FileProtocolHandler", URL],
    ]


@pytest.mark.parametrize(
    ("env", "words"),
    [(SSH, "(over SSH)"), ({}, "(without a display)"), ({"DISPLAY": ":0", "PATH": ""}, "install xdg-utils")],
)
def test_where_nothing_can_open_the_address_is_shown_and_nothing_is_run(env: dict[str, str], words: str) -> None:
    run = Commands()
    result = open_address(URL, env, "linux", run)
    assert not result.opened
    assert words in result.sentence
    assert result.sentence.endswith(URL)
    assert not run.ran


@pytest.mark.parametrize("answer", [3, OSError(errno.E2BIG, "Argument list too long")])
def test_a_program_that_refuses_is_not_passed_off_as_success(desktop: dict[str, str], answer: int | OSError) -> None:
    result = open_address(URL, desktop, "linux", Commands(answer))
    assert not result.opened
    assert "didn't open" in result.sentence
    assert result.sentence.endswith(URL)


def test_an_address_longer_than_any_browser_takes_is_not_tried(desktop: dict[str, str]) -> None:
    run = Commands()
    result = open_address("https://x.example/" + "a" * 200_000, desktop, "linux", run)
    assert not result.opened
    assert "too long" in result.sentence
    assert len(result.sentence) < 200
    assert not run.ran


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "-h", "", "/etc/passwd", "https://a b", "https://a\nb", "x://y", "file://host/share"]
)
def test_nothing_but_web_mail_and_own_files_is_ever_opened(desktop: dict[str, str], url: str) -> None:
    run = Commands()
    assert not open_address(url, desktop, "linux", run).opened
    assert not run.ran


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell script")
@pytest.mark.parametrize(("script", "opened"), [("exit 0", True), ("echo noise; exit 4", False), ("sleep 0.5", True)])
def test_a_real_program_that_fails_is_told_from_one_that_stays(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    script: str,
    opened: bool,
) -> None:
    monkeypatch.setattr(programs, "_PATIENCE", 0.2)
    program(tmp_path / "xdg-open", script)
    env = {"DISPLAY": ":0", "PATH": f"{tmp_path}:/usr/bin:/bin"}
    assert open_address(URL, env, "linux").opened is opened
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("env", "platform", "answer", "ran", "sentence"),
    [
        ({}, "linux", 0, [], "Sent to the terminal's clipboard."),
        (SSH, "darwin", 0, [], "Sent to the terminal's clipboard."),
        ({}, "darwin", 0, ["pbcopy"], "Copied to the clipboard."),
        ({}, "darwin", OSError(), ["pbcopy"], "Sent to the terminal's clipboard."),
        (
            {"TMUX": "/tmp/tmux-0/default,1,0"},
            "linux",
            0,
            ["tmux", "load-buffer", "-w", "-"],
            "Sent to tmux's buffer and, through it, to the terminal's clipboard.",
        ),
        (
            {"TMUX": "x"},
            "linux",
            1,
            ["tmux", "load-buffer", "-w", "-"],
            "Sent to the terminal's clipboard, but tmux may have kept it back: its `load-buffer` failed.",
        ),
        ({"STY": "1.pts"}, "linux", 0, [], "Sent to the terminal's clipboard; GNU screen may keep it back."),
        ({"TERM": "linux"}, "linux", 0, [], "This terminal has no clipboard: save the text instead."),
    ],
)
def test_copying_says_what_was_done_and_no_more(
    env: dict[str, str], platform: str, answer: int | OSError, ran: list[str], sentence: str
) -> None:
    sent: list[str] = []
    run = Commands(answer)
    assert copy_text("Grüße 🎉", sent.append, env, platform, run) == sentence
    assert sent == ["Grüße 🎉"]
    assert run.ran == ([(ran, "Grüße 🎉")] if ran else [])
