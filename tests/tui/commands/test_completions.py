"""Completion in real shells: commands, options, words, and the companies on the board, whatever they are called."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs shells and a pseudo-terminal", allow_module_level=True)

from kit import card, session
from machine import Machine
from pseudo_terminal import environment, terminal

COMPANIES = ("Northwind Traders", 'No$x `id` "q" it\'s', "No\\b[31m[red]", "-Dash", "Twin", "Twin")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with `day12` on the path, and a board of companies with names that shells would read."""
    program = tmp_path / "bin" / "day12"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m day12 "$@"\n')
    program.chmod(0o755)
    return tmp_path


def _env(home: Path) -> dict[str, str]:
    env = environment(home)
    return env | {"PATH": f"{home / 'bin'}{os.pathsep}{env['PATH']}", "TERM": "dumb"}


def _run(home: Path, *command: str, given: str = "") -> str:
    done = subprocess.run(
        command,
        env=_env(home),
        cwd=home,
        input=given,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
    )
    return done.stdout


def _script(home: Path, shell: str) -> Path:
    """The script for a shell, beside a board with the companies."""
    session(
        home / ".local/share/day12", *(card(name, id=f"{at:x}".ljust(16, "0")) for at, name in enumerate(COMPANIES, 1))
    )
    path = home / f"day12.{shell}"
    path.write_text(_run(home, "day12", "completions", shell), "utf-8")
    return path


def test_the_names_that_a_card_goes_by_are_listed_with_what_tells_them_apart(machine: Machine) -> None:
    for company in ("Acme", "Twin", "Twin", "-Dash"):
        machine.day12("add", "--when", "2026-03-17 10:00", "--role", "SRE", "--", company, now="2026-03-17T14:00")
    names = dict(line.split("\t") for line in machine.day12("list", "--names", now="2026-03-17T14:00").out.splitlines())
    assert names.pop("Acme") == "SRE · ‼ ask 3 h late"
    assert sorted(names.values()) == ["-Dash · SRE · ‼ ask 3 h late", *["Twin · SRE · ‼ ask 3 h late"] * 2]
    for name in names:
        assert machine.day12("show", name).code == 0


def test_bash_is_offered_what_fits_and_quotes_it(home: Path) -> None:
    words = {
        "day12 comp": ["completions"],
        "day12 move x m": ["mailed"],
        "day12 move x n": ["next"],
        "day12 archive x --outcome s": ["silent"],
        "day12 reply x --kind off": ["offer"],
        "day12 list --ov": ["--overdue"],
        "day12 completions z": ["zsh"],
        "day12 merge ./day12.b": ["./day12.bash"],
        "day12 show north": ["Northwind\\ Traders"],
        "day12 show 'no$": ["No$x `id` \"q\" it'\\''s"],
        'day12 show "no\\$': ['No\\$x \\`id\\` \\"q\\" it\'s'],
        "day12 show no\\\\": ["No\\\\b\\[31m\\[red\\]"],
        "day12 --board nowhere.json show n": [],
    }
    lines = [f"source {_script(home, 'bash')}"]
    for typed in words:
        each = " ".join(f"$'{word}'" for word in typed.replace("\\", "\\\\").replace("'", "\\'").split(" "))
        lines.append(f"COMP_WORDS=({each}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); COMPREPLY=(); _shtab_day12")
        lines.append("printf '%s\\t' \"${COMPREPLY[@]}\"; echo")
    offered = _run(home, "bash", "--norc", given="\n".join(lines)).splitlines()
    assert dict(zip(words, [list(filter(None, line.split("\t"))) for line in offered], strict=True)) == words


@pytest.mark.trial
@pytest.mark.parametrize(
    ("shell", "loads"),
    [
        (("bash", "--norc"), "source day12.bash"),
        (("zsh", "-f"), "mkdir f; cp day12.zsh f/_day12; fpath=(~/f $fpath); autoload -U compinit; compinit -u"),
        (("fish", "--no-config"), "source day12.fish"),
    ],
)
def test_what_a_shell_completes_is_a_command_that_works(home: Path, shell: tuple[str, ...], loads: str) -> None:
    if shutil.which(shell[0]) is None:
        pytest.skip(f"there is no {shell[0]} here")
    _script(home, shell[0])
    env = _env(home) | {"TERM": "xterm", "PS1": "$ "}
    with terminal(
        home, size=(160, 50), env=env, command=("sh", "-c", f"cd {home} && exec {' '.join(shell)} -i")
    ) as shown:
        shown.rest(1)
        shown.send(f"{loads}; echo rea''dy\r")
        shown.wait_for("ready")
        for typed, completed, is_shown in (
            ("northw\t", "Traders", "Northwind Traders"),
            ("No\\$\t", "id", 'No$x `id` "q" it\'s'),
            ("'No\\b\t" if shell[0] == "bash" else "No\\\\b\t", "red", "No\\b[31m[red]"),
        ):
            shown.rest(0.5)
            shown.send(f"day12 show {typed}")
            shown.wait_for(completed)
            shown.rest(0.3)
            shown.send("\r")
            shown.wait_for(f"{is_shown}\r\n", "What happened")
