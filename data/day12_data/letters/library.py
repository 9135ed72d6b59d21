"""Loads the letters: those that are shipped, and the user's own, which may take their place."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from day12_data.files import unreadable
from day12_data.kinds import Occasion, Via
from day12_data.letters.letter import Letter, parse_letter
from day12_data.letters.placeholders import PLACEHOLDERS
from day12_data.letters.template import TemplateError
from day12_data.text import clean

# Far more than any letter; a larger file is something else that strayed into the folder.
MOST_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Library:
    """The letters that can be used, and a sentence about each file that can't."""

    letters: tuple[Letter, ...]
    problems: tuple[str, ...] = ()

    def named(self, name: str) -> Letter | None:
        """The letter of this name."""
        return next((letter for letter in self.letters if letter.name == name), None)


def load_letters(folder: Path | None = None) -> Library:
    """The shipped letters, with those in the user's folder added or in their place.

    A file that can't be used is told about and nothing more: the shipped letter of its name stays.
    """
    letters = {letter.name: letter for letter in _shipped()}
    problems: list[str] = []
    for path in _own_files(folder, problems):
        try:
            letters[path.stem] = parse_letter(_read(path), path.stem, clean(path.name), own=True)
        except TemplateError as error:
            kept = " The letter that came with day12 is used instead." if path.stem in letters else ""
            problems.append(f"{error}{kept}")
    return Library(tuple(letters.values()), tuple(problems))


def letters_for(letters: Iterable[Letter], occasion: Occasion) -> tuple[Letter, ...]:
    """The letters that fit, the likeliest first: by mail before by phone, the user's own before the shipped."""
    order = list(Via)
    fits = [each for each in letters if occasion in each.occasions]
    return tuple(sorted(fits, key=lambda each: (order.index(each.via), not each.own, len(each.occasions), each.name)))


def best_letter(letters: Iterable[Letter], values: Mapping[str, str]) -> Letter | None:
    """The first letter that lacks least of what a card must know; what is asked for while writing doesn't count."""

    def lacks(letter: Letter) -> int:
        slots = [*letter.subject.slots, *letter.body.slots]
        needed = {slot.name for slot in slots if slot.fallback is None and not PLACEHOLDERS[slot.name].asked}
        return sum(not values.get(name, "").strip() for name in needed)

    return min(letters, key=lacks, default=None)


def _shipped() -> Iterator[Letter]:
    folder = files("day12_data").joinpath("samples", "letters")
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.endswith(".txt"):
            yield parse_letter(entry.read_text(encoding="utf-8"), entry.name.removesuffix(".txt"))


def _own_files(folder: Path | None, problems: list[str]) -> list[Path]:
    if folder is None:
        return []
    try:
        entries = sorted(folder.iterdir())
    except FileNotFoundError:
        return []
    except OSError as error:
        problems.append(f"{unreadable(f'Your folder of letters, {folder},', error)}: the shipped ones are used.")
        return []
    return [each for each in entries if each.suffix.lower() == ".txt" and not each.name.startswith(".")]


def _read(path: Path) -> str:
    """The file's text.

    Raises:
        TemplateError: it isn't a text that can be read.
    """
    name = clean(path.name)
    try:
        # Opening a pipe would wait for somebody to write into it, so only a plain file is opened.
        if not path.is_file():
            raise TemplateError(name, 1, 1, "this is not a plain file: a letter is a text file.")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise TemplateError(name, 1, 1, f"{unreadable('the file', error)}: check its permissions.") from None
    if len(data) > MOST_BYTES:
        raise TemplateError(name, 1, 1, "the file is too large for a letter: keep it under 64 kB.")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise TemplateError(name, 1, 1, "the file is UTF-16: save it as UTF-8.")
    if b"\0" in data:
        raise TemplateError(name, 1, 1, "this is a binary file: a letter is a text file in UTF-8.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        raise TemplateError(name, line, column, "this is not UTF-8: save the file as UTF-8.") from None
