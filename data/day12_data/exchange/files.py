"""The files to import: how a line names them, typed or as a terminal pastes what is dropped on it, and their bytes."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from day12_data.exchange.sniff import LIMIT, ImportRefusedError
from day12_data.files import unreadable
from day12_data.text import clean, without_controls

_SPECIAL = re.compile(r"""([\s\\'"])""")
_URL = re.compile(r"file://(?:localhost|[\w.-]+)?(?=/)", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:\\")
_MOST_FILES, _MOST_BYTES = 100, 100 * 2**20


@dataclass(frozen=True, slots=True)
class File:
    """A file that was named, or what was piped: its name as it is shown, and its bytes."""

    name: str
    data: bytes
    path: Path | None = None


class Completed(NamedTuple):
    """A line after tab: its last name as far as it is sure, and the names that could follow."""

    text: str
    choices: tuple[str, ...] = ()


class _Name(NamedTuple):
    start: int
    text: str


def read_file(path: Path, *, pipes: bool = False) -> File:
    """A file with its bytes, or as many as are too many; with `pipes`, what isn't a plain file is read, too.

    Raises:
        ImportRefusedError: it can't be read, with one sentence that says why.
    """
    shown = clean(path.name)[:60] or clean(str(path))[:60]
    try:
        kind = path.stat().st_mode
        if stat.S_ISREG(kind) or (pipes and not stat.S_ISDIR(kind)):
            with path.open("rb") as file:
                return File(shown, file.read(LIMIT + 1), path)
    except FileNotFoundError:
        raise ImportRefusedError(f"{shown} isn't there: check its name and its folder.") from None
    except (OSError, ValueError) as error:
        raise ImportRefusedError(f"{unreadable(shown, error)}.") from None
    if stat.S_ISDIR(kind):
        raise ImportRefusedError(f"{shown} is a folder: name the files in it, such as {shown}/*.ics.")
    raise ImportRefusedError(f"{shown} is no plain file: name one that is saved on the disk.")


def read_files(paths: Sequence[Path]) -> tuple[File, ...]:
    """Several files that are imported together.

    Raises:
        ImportRefusedError: one of them can't be read, or they are too many, or too large together.
    """
    if len(paths) > _MOST_FILES:
        raise ImportRefusedError(f"These are {len(paths):,} files: import {_MOST_FILES} at most at once.")
    files: list[File] = []
    for path in paths:
        files.append(read_file(path))
        if sum(len(file.data) for file in files) > _MOST_BYTES:
            raise ImportRefusedError(f"Together they are larger than {_MOST_BYTES // 2**20} MB: import some at a time.")
    return tuple(files)


def named_files(text: str, home: Path) -> list[Path]:
    """The files that a text names: paths apart by blanks, with quotes, backslashes, `~`, or as file:// URLs.

    A line that is a file's path as it stands is that file, whatever blanks are in it.
    """
    found: list[Path] = []
    for line in without_controls(text).split("\n"):
        whole = _path(line.strip(), home) if line.strip() else None
        if whole and _exists(whole):
            found.append(whole)
        else:
            found += [path for name in _names(line) for path in _matching(_path(name.text, home))]
    return list(dict.fromkeys(found))


def dropped_files(text: str, home: Path) -> list[Path]:
    """The files that a pasted text names, where it names nothing else; else none."""
    if not text.strip() or len(text) > 100_000:
        return []
    found = named_files(text, home)
    return found if all(path.is_absolute() and _is_file(path) for path in found) else []


def quoted(path: Path | str) -> str:
    """A path as it can be typed among others."""
    return _SPECIAL.sub(r"\\\1", str(path))


def complete(text: str, home: Path) -> Completed:
    """The text with its last name completed as far as the names on the disk agree."""
    names = list(_names(text))
    ended = not names or (text[-1:].isspace() and text[-2:-1] != "\\")
    last = _Name(len(text), "") if ended else names[-1]
    folder, _, begun = last.text.rpartition("/")
    shown = f"{folder}/" if "/" in last.text else ""
    found = _entries(_path(shown, home) if shown else Path(), begun)
    if not found:
        return Completed(text)
    agreed = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(found[0], found[-1], strict=False)))
    common = found[0][:agreed] if agreed >= len(begun) else begun
    tail = " " if len(found) == 1 and not common.endswith("/") else ""
    return Completed(f"{text[: last.start]}{quoted(shown + common)}{tail}", tuple(found) if len(found) > 1 else ())


def _entries(folder: Path, begun: str) -> list[str]:
    """The names in a folder that begin so, folders with a slash behind them; hidden ones only where they are meant."""
    try:
        with os.scandir(folder) as entries:
            found = [
                (entry.name + "/" * entry.is_dir(), entry.name)
                for entry in entries
                if begun.startswith(".") or not entry.name.startswith(".")
            ]
    except (OSError, ValueError):
        return []
    exact = sorted(shown for shown, name in found if name.startswith(begun))
    return exact or sorted(shown for shown, name in found if name.casefold().startswith(begun.casefold()))


def _names(line: str) -> Iterator[_Name]:
    """The names on a line, read as a shell would: quotes, and backslashes outside single ones."""
    place = 0
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        start, text, quote = place, "", ""
        while place < len(line) and (quote or not line[place].isspace()):
            char = line[place]
            if char == "\\" and quote != "'" and place + 1 < len(line) and not _DRIVE.match(line, start):
                place += 1
                text += line[place]
            elif quote:
                quote, text = ("", text) if char == quote else (quote, text + char)
            elif char in "'\"":
                quote = char
            else:
                text += char
            place += 1
        yield _Name(start, text)


def _path(name: str, home: Path) -> Path:
    """The path of a name: a URL's own, and `~` as home."""
    if url := _URL.match(name):
        return Path(unquote(name[url.end() :]))
    if name == "~" or name.startswith("~/"):
        return home / name[2:]
    return Path(name)


def _matching(path: Path) -> list[Path]:
    """The files that a path with `*` or `?` in its last part means; else the path itself."""
    if not {"*", "?"} & set(path.name) or _exists(path):
        return [path]
    try:
        found = sorted(each for each in path.parent.glob(path.name) if each.is_file())
    except (OSError, ValueError, NotImplementedError):
        return [path]
    return found or [path]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
