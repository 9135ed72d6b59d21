"""The small language in which the tables of the grammar are written, and the parser that reads by them.

A row's pattern is a line of elements with blanks between them. An element is a choice of words (`week`, `in|of`) and of
slots in braces: `{number}` takes a token of that kind, `{count}` takes whatever the rows under the name `count` read,
and `<count>` does the same without keeping the value. A `?` behind an element makes it optional.

The row's maker is called with one value for each element with a slot, in order, `None` where an optional one was left
out; where it returns None the row doesn't hold. Without a maker, the row's value is that of its first slot. Patterns
that share a maker stand in one text, with ";" between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from day12_data.times.tokens import Token

Maker: TypeAlias = Callable[..., object]
Rows: TypeAlias = str | Sequence[str | tuple[str, Maker]]
Found: TypeAlias = tuple[tuple[int, object], ...]


def texts(lines: str) -> dict[str, str]:
    """Tables without makers, written as lines: a name, a colon and its patterns, which may go on in indented lines."""
    tables: dict[str, str] = {}
    name = ""
    for line in lines.splitlines():
        if line and not line.startswith((" ", "#")):
            name, _, tables[name] = line.partition(":")
        elif line.startswith(" "):
            tables[name] += line
    return tables


class _Element(NamedTuple):
    words: frozenset[str]
    kinds: frozenset[str]
    tables: tuple[str, ...]
    optional: bool
    kept: bool  # the value, for the maker


_Row: TypeAlias = tuple[tuple[_Element, ...], Maker]


def _element(part: str, names: frozenset[str]) -> _Element:
    choices = part.removesuffix("?").split("|")
    slots = [choice[1:-1] for choice in choices if choice[0] in "{<"]
    return _Element(
        frozenset(choice for choice in choices if choice[0] not in "{<"),
        frozenset(slots) - names,
        tuple(slot for slot in slots if slot in names),
        part.endswith("?"),
        "{" in part,
    )


def _prepared(rows: Rows, names: frozenset[str]) -> Iterator[_Row]:
    for row in [rows] if isinstance(rows, str) else rows:
        patterns, make = (row, _first) if isinstance(row, str) else row
        for pattern in patterns.split(";"):
            yield tuple(_element(part, names) for part in pattern.split()), make


def _first(*values: object) -> object:
    return next((value for value in values if value is not None), "")


class Grammar:
    """Named tables of rows, each row filed under what it can begin with.

    The first of two rows that read the same words wins, so the order in a table is its order of preference.
    """

    def __init__(self, tables: Mapping[str, Rows]) -> None:
        """Prepare the tables; rows are filed when they are first asked for."""
        names = frozenset(tables)
        self._rows = {name: list(_prepared(rows, names)) for name, rows in tables.items()}
        self.words = frozenset().union(*(each.words for rows in self._rows.values() for row, _ in rows for each in row))
        self._begin: dict[str, frozenset[str]] = {}
        self._filed: dict[tuple[str, str, str], tuple[_Row, ...]] = {}

    def rows(self, name: str, text: str, kind: str) -> tuple[_Row, ...]:
        """The rows of a table that can begin with a word or a token of that kind."""
        filed = self._filed.get((name, text, kind))
        if filed is None:
            filed = tuple(row for row in self._rows[name] if not self._first(row[0]).isdisjoint((text, kind)))
            self._filed[name, text, kind] = filed
        return filed

    def begins(self, name: str) -> frozenset[str]:
        """The words and kinds of token that a table can begin with."""
        if name not in self._begin:
            self._begin[name] = frozenset()  # a table that begins with itself adds nothing
            self._begin[name] = frozenset().union(*(self._first(row) for row, _ in self._rows[name]))
        return self._begin[name]

    def _first(self, row: tuple[_Element, ...]) -> frozenset[str]:
        found: set[str] = set()
        for element in row:
            found |= element.words | element.kinds
            found.update(*(self.begins(table) for table in element.tables))
            if not element.optional:
                break
        return frozenset(found)


class Reader:
    """One text being read by a grammar. Every result is remembered, so the work grows with the text's length only."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        """Start on a text; nothing is read until it is asked for."""
        self.tokens = tokens
        self._grammar = grammar
        self._known: dict[tuple[str, int], Found] = {}
        # What a row can begin with; a word that no row knows is none.
        self._begin = [(word.text if word.text in grammar.words else "", word.kind) for word in tokens]

    def read(self, name: str, start: int) -> Found:
        """Every way in which the named table reads on from `start`: (where it ends, its value), the longest first."""
        known = self._known.get((name, start))
        if known is None:
            found: dict[int, object] = {}
            for row, make in self._grammar.rows(name, *self._begin[start]) if start < len(self._begin) else ():
                for end, values in self._match(row, start):
                    if end not in found and end > start:
                        value = make(*values)
                        if value is not None:
                            found[end] = value
            known = tuple(sorted(found.items(), key=_end, reverse=True)) if len(found) > 1 else tuple(found.items())
            self._known[name, start] = known
        return known

    def _match(self, row: tuple[_Element, ...], start: int) -> list[tuple[int, tuple[object, ...]]]:
        """Every way in which a row reads on from `start`: where it ends, and the values of its slots."""
        ways: list[tuple[int, tuple[object, ...]]] = [(start, ())]
        tokens, known = self.tokens, self._known
        for words, kinds, tables, optional, kept in row:
            before, ways = ways, []
            for at, values in before:
                for table in tables:
                    for end, value in known[table, at] if (table, at) in known else self.read(table, at):
                        ways.append((end, (*values, value) if kept else values))
                if (words or kinds) and at < len(tokens):
                    text, kind, value, _, _ = tokens[at]
                    if text in words:
                        ways.append((at + 1, (*values, None) if kept else values))
                    elif kind in kinds:
                        ways.append((at + 1, (*values, value) if kept else values))
                if optional:
                    ways.append((at, (*values, None) if kept else values))
            if not ways:
                break
        return ways


def _end(found: tuple[int, object]) -> int:
    return found[0]
