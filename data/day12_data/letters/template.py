"""Letters with gaps in them: `{{name}}`, `{{name|what to write when it isn't known}}`, `{{name?}}` (may stay empty).

There is no way to write code in a letter: values are put in once, as they are, and never looked at again.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from day12_data.text import clean

_SLOT = re.compile(r"\{\{(?P<inside>(?:(?!\{\{|\}\}).)*)\}\}")
_STRAY = re.compile(r"\{\{|\}\}")


class TemplateError(ValueError):
    """A letter that can't be used; its text names the file, the line and the column, and what to write instead."""

    def __init__(self, file: str, line: int, column: int, what: str) -> None:
        # What it quotes comes from a file, and the sentence goes to a terminal.
        what = clean(what)
        super().__init__(f"{file}, line {line}, column {column}: {what}")
        self.file, self.line, self.column, self.what = file, line, column, what


@dataclass(frozen=True, slots=True)
class Slot:
    """One gap. `fallback` is what stands there when nothing is known; None means that the letter has to wait."""

    name: str
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class Template:
    """A text with gaps, line by line."""

    lines: tuple[tuple[str | Slot, ...], ...]

    @property
    def slots(self) -> Iterator[Slot]:
        """Every gap, in reading order."""
        return (part for line in self.lines for part in line if isinstance(part, Slot))


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its values in place, and the names, in reading order, that it still waits for."""

    text: str
    missing: tuple[str, ...] = ()


def nearest(word: str, known: Collection[str]) -> str:
    """The end of a sentence about an unknown word: the nearest right one, or all of them."""
    close = difflib.get_close_matches(re.sub(r"[\s-]+", "_", word.strip().lower()), known, n=1, cutoff=0.5)
    return f"did you mean “{close[0]}”?" if close else f"there is {', '.join(known)}."


def parse(text: str, known: Collection[str], file: str = "letter", line: int = 1, column: int = 1) -> Template:
    """The template that a text is.

    `known` are the names that may stand in it; `line` and `column`, both counted from 1, say where in the file the
    text begins.

    Raises:
        TemplateError: an unknown name, or a pair of braces without its other half.
    """
    lines = text.split("\n")
    return Template(
        tuple(
            tuple(_parts(each, known, file, line + number, column if number == 0 else 1))
            for number, each in enumerate(lines)
        )
    )


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """The text with its values; a gap that has to be filled and can't be is shown as [[name]].

    A line that held nothing but gaps which stay empty goes, and with it one of the empty lines around it.
    """
    lines: list[str] = []
    missing: dict[str, None] = {}
    gone = False
    for parts in template.lines:
        line = "".join(_shown(part, values, missing) for part in parts)
        if not line.strip() and any(isinstance(part, Slot) for part in parts):
            gone = True
            continue
        if gone and not parts and (not lines or not lines[-1]):
            gone = False
            continue
        gone = False
        lines.append(line)
    return Filled("\n".join(lines).strip("\n"), tuple(missing))


def gaps(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The names that a text, perhaps edited by hand since, still shows as [[name]]."""
    return tuple(dict.fromkeys(name for name in re.findall(r"\[\[(\w+)\]\]", text) if name in known))


def _shown(part: str | Slot, values: Mapping[str, str], missing: dict[str, None]) -> str:
    if isinstance(part, str):
        return part
    value = values.get(part.name, "")
    if value.strip():
        return value
    if part.fallback is None:
        missing[part.name] = None
        return f"[[{part.name}]]"
    return part.fallback


def _parts(line: str, known: Collection[str], file: str, number: int, column: int) -> Iterator[str | Slot]:
    end = 0
    for found in [*_SLOT.finditer(line), None]:
        start = found.start() if found else len(line)
        stray = _STRAY.search(line, end, start)
        if stray:
            other = "}}" if stray[0] == "{{" else "{{"
            what = f"“{stray[0]}” stands without its “{other}”: a placeholder is written {{{{name}}}}, on one line."
            raise TemplateError(file, number, column + stray.start(), what)
        if start > end:
            yield line[end:start]
        if found:
            yield _slot(found["inside"], known, file, number, column + start)
            end = found.end()


def _slot(inside: str, known: Collection[str], file: str, line: int, column: int) -> Slot:
    name, bar, fallback = inside.partition("|")
    name = name.strip()
    optional = name.endswith("?")
    name = name.removesuffix("?").rstrip()
    if name not in known:
        raise TemplateError(
            file, line, column, f"{{{{{name[:40]}}}}} is no placeholder: {nearest(name, _sorted(known))}"
        )
    if optional and bar:
        what = f"“?” and “|” don't go together: write {{{{{name}?}}}} or {{{{{name}|{fallback}}}}}."
        raise TemplateError(file, line, column, what)
    return Slot(name, "" if optional else fallback if bar else None)


def _sorted(known: Collection[str]) -> Sequence[str]:
    return sorted(known)
