"""Running `day12` in the test's own process: what it gave back, and a home with programs that note their calls."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from day12.cli import main
from kit import ZONE


class Ran(NamedTuple):
    """The exit code, and what was printed to each stream."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The JSON that was printed."""
        return json.loads(self.out)


Run = Callable[..., Ran]


class Keyboard(io.StringIO):
    """A terminal with something typed at it, or a screen."""

    def isatty(self) -> bool:
        return True


def places_in(folder: Path) -> dict[str, str]:
    """The environment of a day12 that keeps its files in this folder, and is in New York."""
    names = ("XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
    return {name: str(folder / name) for name in names} | {"TZ": ZONE}


def run_day12(arguments: Sequence[str], env: Mapping[str, str], capsys: pytest.CaptureFixture[str]) -> Ran:
    """Run a command; what was printed before isn't its own."""
    capsys.readouterr()
    try:
        code = main(arguments, env)
    except SystemExit as stopped:
        code = int(stopped.code or 0)
    return Ran(code, *capsys.readouterr())


class Machine:
    """Runs `day12` on it, and says what its programs were called with."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.home, self._bin, self._capsys = folder, folder / "bin", capsys
        self._bin.mkdir()
        self.env = {**places_in(folder), "HOME": str(folder), "PATH": str(self._bin)}

    def settings(self, text: str) -> None:
        """Write the settings."""
        folder = self.home / "XDG_CONFIG_HOME" / "day12"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "settings.toml").write_text(text, "utf-8")

    def program(self, name: str, does: str = "") -> None:
        """Have a program that notes its arguments and what it is given, and then `does` something in sh."""
        path = self._bin / name
        note = (
            f"""for each; do printf '%s\\0' "$each"; done >> {self.home / name}; printf '\\036' >> {self.home / name}"""
        )
        path.write_text(f"#!/bin/sh\n{note}\n{does}\n")
        path.chmod(0o755)

    def calls(self, name: str) -> list[list[str]]:
        """What the program was called with since this was asked last."""
        path = self.home / name
        noted = path.read_text("utf-8") if path.exists() else ""
        path.unlink(missing_ok=True)
        return [call.split("\0")[:-1] for call in noted.split("\x1e")[:-1]]

    def day12(self, *arguments: str, now: str = "2026-03-17T14:02", **env: str) -> Ran:
        """Run a command at a moment."""
        return run_day12(arguments, {**self.env, "DAY12_NOW": now, **env}, self._capsys)
