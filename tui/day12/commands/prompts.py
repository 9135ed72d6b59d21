"""Asks a person at the terminal, with numbered choices and a line typed in answer."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO, TypeVar

from day12.commands.output import prompt, say, tell
from day12.commands.session import CommandError
from day12_data.text import clean

T = TypeVar("T")


def say_to_person(text: str) -> None:
    """Say it where somebody reads it: a script, or what a timer runs, needs no sentence when there is nothing."""
    if sys.stderr.isatty():
        say(text)


def find_terminal(*, piped: bool = False) -> TextIO | None:
    """Where a person can be asked; None where nobody can.

    It is standard input, or the terminal itself where something else is `piped` in.
    """
    if not sys.stderr.isatty():
        return None
    if not piped:
        return sys.stdin if sys.stdin.isatty() else None
    with suppress(OSError):
        return Path("/dev/tty").open(encoding="utf-8", errors="replace")
    return None


def numbered(choices: Sequence[str]) -> list[str]:
    """The choices as lines, each with its number."""
    return [f"  {number}  {clean(choice)}" for number, choice in enumerate(choices, 1)]


def ask(
    terminal: TextIO, question: str, lines: Sequence[str], read: Callable[[str], T | None], hint: str = "A number: "
) -> T:
    """What `read` makes of the answer; it is asked again until that is something.

    Raises:
        CommandError: the person left.
    """
    tell("\n".join((clean(question), *lines)))
    while True:
        prompt(hint)
        typed = terminal.readline()
        if not typed:
            raise CommandError("nothing was changed, since a question was left open.")
        answer = read(clean(typed))
        if answer is not None:
            return answer


def number_in(typed: str, first: int, last: int) -> int | None:
    """The number that was typed, where it is one of those."""
    return int(typed) if typed.isdecimal() and len(typed) < 4 and first <= int(typed) <= last else None
