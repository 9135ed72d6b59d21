"""The parser of the command line: argparse's, with help as wide as the terminal, and one sentence for what is wrong."""

from __future__ import annotations

import argparse
import os
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

    def format_help(self) -> str:
        """The help, and below it what there is to say about this command."""
        from day12.recipes import NOTES  # only for who asks

        self.epilog = self.epilog or NOTES.get(self.prog.rpartition(" ")[2])
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say it, and end."""
        from day12_data.text import clean

        self.exit(2, f"{clean(f'{self.prog}: {message}; `{self.prog} --help` shows how it goes.')}\n")
