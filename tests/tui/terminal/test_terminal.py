"""Real processes in a pseudo-terminal: whatever it sends and however it ends, nothing is lost and nothing is left."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import RESTORED, Terminal, terminal

READY = "? help"


def cards(home: Path) -> list[dict[str, Any]]:
    """What is on the board's file."""
    stored = json.loads((home / ".local/share/day12/board.json").read_bytes())["cards"]
    return [card for card in stored.values() if not card.get("deleted")]


def ended(shown: Terminal, code: int = 0) -> str:
    """Wait for the end, which leaves the terminal as it was; the answer is all that was written."""
    assert shown.end() == code, shown.output[-1500:]
    assert shown.cooked
    assert RESTORED in shown.output
    assert "Traceback" not in shown.output
    return shown.output


def test_keys_in_one_burst_and_a_paste_with_lines_or_in_latin_1_find_the_form_that_the_first_opens(
    tmp_path: Path,
) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.send("aContoso\tAnalyst\x13")
        shown.wait_for("Contoso: added")
        shown.send(b"a\x1b[200~M\xfcller\r\n& S\xf6hne\rGmbH\x1b[201~\x13")
        shown.wait_for("GmbH: added")
        shown.send("q")
        ended(shown)
    assert [(card["company"], card.get("role", "")) for card in cards(tmp_path)] == [
        ("Contoso", "Analyst"),
        ("Müller & Söhne GmbH", ""),
    ]


ODD_INPUT = {
    "a byte that isn't UTF-8": b"\xff",
    "the beginning of a letter": b"\xc3",
    "a mouse report past column 95": b"\x1b[M \xe1!",
    "a mouse report that looks like a letter": b"\x1b[M \xc3\xa4",
    "a letter that can't be": b"\x1b[99999999999u",
    "half a letter": b"\x1b[55296u",
    "a mouse beyond the screen": b"\x1b[<0;9999;9999M\x1b[<0;9999;9999m",
    "a paste on the board": b"\x1b[200~q\r\x1b[Mq\xff\x9b\x00\x1b[201~",
    "a long sequence": b"\x1b[" + b"1;" * 400 + b"~",
}


def test_no_input_ends_the_program_but_the_key_for_it(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        for data in ODD_INPUT.values():
            shown.send(data)
            shown.send("g")
            shown.wait_for("g board")
            shown.send("g")
            shown.wait_for("g agenda")
        shown.send("q")
        ended(shown)


def test_keys_that_come_before_the_board_is_there_are_taken_when_it_is(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for("\x1b[?25l")  # only now the terminal hands ctrl+s over, rather than stopping the output
        shown.send("aContoso\x13")
        shown.wait_for("takes it back")
        shown.send("q")
        ended(shown)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_signal_ends_the_program_in_order(tmp_path: Path, name: str) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.send("aContoso\x13")
        shown.wait_for("Contoso")
        shown.program.send_signal(getattr(signal, name))
        ended(shown)


def test_a_signal_to_go_on_that_follows_no_stop_changes_nothing(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for(READY)
        shown.program.send_signal(signal.SIGCONT)
        shown.send("aContoso\x13")
        shown.wait_for("Contoso: added")
        shown.send("q")
        ended(shown)


@pytest.mark.parametrize("ignored", [False, True], ids=["with a signal", "without one"])
def test_a_terminal_that_is_gone_ends_the_program(tmp_path: Path, *, ignored: bool) -> None:
    with terminal(tmp_path, hang_ups_ignored=ignored) as shown:
        shown.wait_for(READY)
        shown.send("aContoso\x13")
        shown.wait_for("takes it back")
        assert shown.hang_up() == 0
    assert [card["company"] for card in cards(tmp_path)] == ["Contoso"]


@pytest.mark.parametrize("line", ["{} --demo | true", "{} --demo >/dev/full"])
def test_the_board_needs_no_output_but_its_terminal(tmp_path: Path, line: str) -> None:
    program = f"{sys.executable} -m day12"
    with terminal(tmp_path, command=["sh", "-c", line.format(program)], size=(120, 40)) as shown:
        shown.wait_for(READY)
        assert "\x1b[40;1H" in shown.output
        shown.send("q")
        ended(shown)


@pytest.mark.parametrize("line", ["{} --demo list | head -1", "{} --demo promise | true"])
def test_a_reader_that_has_seen_enough_is_no_error(tmp_path: Path, line: str) -> None:
    program = f"{sys.executable} -m day12"
    with terminal(tmp_path, command=["sh", "-c", line.format(program)]) as shown:
        assert shown.end() == 0
        assert shown.output.count("\n") <= 1


def test_a_terminal_of_one_cell_shows_nothing_and_takes_the_keys(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo", size=(1, 1)) as shown:
        shown.wait_for("\x1b[?1049h")
        shown.send("x\x1b[27u")
        shown.resize(100, 30)
        shown.wait_for(READY)
        shown.send("xw")
        shown.wait_for("takes it back")
        shown.send("q")
        ended(shown)


def broken(place: str) -> list[str]:
    """The program with a fault where it is said: as near as a test can come to what nobody foresaw."""
    module, _, name = place.partition(":")
    # In two parts: from Python 3.13 on, a report quotes this script, which no installed program is run from.
    fault = f"def fault(*_): raise KeyError('North' 'wind Traders')\n{module}.{name} = fault"
    return [sys.executable, "-c", f"import {module}\nfrom day12 import cli\n{fault}\ncli.run()"]


def test_what_nobody_foresaw_ends_with_a_sentence_and_a_report_without_the_cards(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo", command=broken("day12.app:Day12App.action_undo")) as shown:
        shown.wait_for(READY)
        shown.send("u")
        told = ended(shown, 1).split(RESTORED)[-1]
    assert "something went wrong that nobody foresaw" in told
    assert "Northwind" not in told
    path = tmp_path / ".local/state/day12/report.txt"
    assert str(path) in told.replace("\r\n", "")
    written = path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert "KeyError" in written
    assert "textual 8" in written
    assert "Northwind" not in written


@pytest.mark.trial
@pytest.mark.parametrize(
    "place",
    [
        "day12.app:Day12App.on_mount",
        "day12.app:Day12App.look",
        "day12.board.screen:BoardScreen.compose",
        "day12.board.card_list:CardList.render_line",
        "day12.terminal.driver:TerminalDriver._read",
    ],
)
def test_wherever_it_happens_the_terminal_is_left_as_it_was(tmp_path: Path, place: str) -> None:
    with terminal(tmp_path, "--demo", command=broken(place)) as shown:
        shown.send("x")
        assert "something went wrong" in ended(shown, 1)


def test_a_command_that_fails_as_nobody_foresaw_says_so_in_a_sentence(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo", "list", command=broken("day12.commands.lists:list_cards")) as shown:
        assert shown.end() == 1
        assert shown.output.count("\n") == 1
        assert "something went wrong that nobody foresaw" in shown.output


@pytest.mark.trial
def test_what_the_board_leaves_behind_is_for_the_user_alone_whatever_the_umask(tmp_path: Path) -> None:
    line = f"umask 000; exec {sys.executable} -m day12"
    with terminal(tmp_path, command=["sh", "-c", line]) as shown:
        shown.wait_for(READY)
        shown.send("aContoso\x13")
        shown.wait_for("takes it back")
        for keys in ("\x10", "screenshot", "\r", "\x10", "theme", "\r", "day12-light", "\r"):
            shown.send(keys)
            shown.watch(1)
        shown.send("q")
        ended(shown)
    left = [path for path in tmp_path.rglob("*") if path.is_file() or ".local" in path.parts]
    assert {"board.json", "theme"} <= {path.name for path in left}
    assert any(path.suffix == ".svg" for path in left)
    assert [path for path in left if path.stat().st_mode & 0o077] == []
