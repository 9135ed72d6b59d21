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

from day12_data.dates.tokens import Token

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

    def rows(self, name: str, token: Token) -> tuple[_Row, ...]:
        """The rows of a table that can begin with this token."""
        begin = self.begins(name)
        key = (name, token.text if token.text in begin else "", token.kind if token.kind in begin else "")
        filed = self._filed.get(key)
        if filed is None:
            filed = tuple((row, make) for row, make in self._rows[name] if not self._first(row).isdisjoint(key[1:]))
            self._filed[key] = filed
        return filed

    def begins(self, name: str) -> frozenset[str]:
        """The words and kinds of token that a table can begin with."""
        found = self._begin.get(name)
        if found is None:
            self._begin[name] = frozenset()  # a table that begins with itself adds nothing
            found = frozenset().union(*(self._first(row) for row, _ in self._rows[name]))
            self._begin[name] = found
        return found

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

    def read(self, name: str, start: int) -> Found:
        """Every way in which the named table reads on from `start`: (where it ends, its value), the longest first."""
        key = (name, start)
        known = self._known.get(key)
        if known is None:
            found: dict[int, object] = {}
            if start < len(self.tokens):
                for row, make in self._grammar.rows(name, self.tokens[start]):
                    for end, values in self._match(row, start):
                        if end not in found and end > start:
                            value = make(*values)
                            if value is not None:
                                found[end] = value
            known = self._known[key] = tuple(sorted(found.items(), key=lambda each: each[0], reverse=True))
        return known

    def _match(self, row: tuple[_Element, ...], start: int) -> list[tuple[int, tuple[object, ...]]]:
        """Every way in which a row reads on from `start`: where it ends, and the values of its slots."""
        ways: list[tuple[int, tuple[object, ...]]] = [(start, ())]
        for words, kinds, tables, optional, kept in row:
            before, ways = ways, []
            for at, values in before:
                for table in tables:
                    ways += [(end, (*values, value) if kept else values) for end, value in self.read(table, at)]
                if at < len(self.tokens):
                    token = self.tokens[at]
                    if token.text in words:
                        ways.append((at + 1, (*values, None) if kept else values))
                    elif token.kind in kinds:
                        ways.append((at + 1, (*values, token.value) if kept else values))
                if optional:
                    ways.append((at, (*values, None) if kept else values))
            if not ways:
                break
        return ways
