"""The parser of the command line: argparse's, with help as wide as the terminal, and one sentence for what is wrong."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from typing import Any, NoReturn

# argparse asks for a translation of each of its words, in four places on the disk, and Python comes with none: 2 ms.
vars(argparse)["_"] = str


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal. argparse's own asks shutil for that, which loads every compressor there is."""

    def __init__(self, prog: str) -> None:
        named = os.environ.get("COLUMNS", "")
        try:
            columns = int(named) if named.isdigit() else os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=columns - 2)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        """A text of several lines, such as a recipe, keeps them."""
        return text if "\n" in text else super()._fill_text(text, width, indent)


class Parser(argparse.ArgumentParser):
    """An ArgumentParser that complains in one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)

    def parse_known_args(  # type: ignore[override]  # typeshed tells it as overloads
        self, args: Sequence[str] | None = None, namespace: Any = None
    ) -> tuple[Any, list[str]]:
        """Read options wherever they stand: argparse would take no words behind them for one that may be left out."""
        return super().parse_known_args(self._options_first(list(args or ())), namespace)

    def _options_first(self, arguments: list[str]) -> list[str]:
        if self._subparsers or "--" in arguments:
            return arguments
        options, others, last = list[str](), list[str](), list[str]()
        waiting = arguments[::-1]
        while waiting:
            each = waiting.pop()
            action = self._option_string_actions.get(each)
            if not each.startswith("-") or each == "-":
                others.append(each)
            elif action and action.nargs == "?":  # it would take a word for its value that isn't behind it
                last.append(each)
                if waiting and not waiting[-1].startswith("-"):
                    last.append(waiting.pop())
            else:
                options.append(each)
                if action and action.nargs is None and waiting:
                    options.append(waiting.pop())
        return [*options, *others, *last]

    def format_help(self) -> str:
        """The help, and below it what there is to say about this command."""
        from day12.command_notes import NOTES  # only for who asks

        self.epilog = self.epilog or NOTES.get(self.prog.rpartition(" ")[2])
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say it, and end."""
        from day12_data.text import clean

        said = _no_such_command(message) or f"{message}; `{self.prog} --help` shows how it goes."
        self.exit(2, f"{clean(f'{self.prog}: {said}')}\n")


def _no_such_command(message: str) -> str:
    """The sentence for a command that there isn't, with the nearest that there is; empty for another complaint."""
    import re
    from difflib import get_close_matches

    found = re.match(r"argument COMMAND: invalid choice: '(.*)' \(choose from (.*)\)$", message, re.DOTALL)
    if found is None:
        return ""
    near = get_close_matches(found[1], re.findall(r"[\w-]+", found[2]), n=1)
    return f"there is no command “{found[1][:40]}”: " + (
        f"did you mean `day12 {near[0]}`?" if near else "`day12 --help` lists them."
    )
