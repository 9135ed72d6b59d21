"""The small language in which the tables of the grammar are written, and the parser that reads by them.

A row's pattern is a line of elements with blanks between them. An element is a word (`week`), a choice of words
(`in|of`), or a slot in braces: `{number}` takes a token of that kind, `{count}` takes whatever the rows under the
name `count` read. A `?` behind an element makes it optional. The row's maker is called with one value for each slot,
in order, `None` for an optional slot that was left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeAlias

from day12_data.promise.tokens import Token

Maker = Callable[..., Any]
Rows = Sequence[tuple[str, Maker]]


class Element(NamedTuple):
    """One element of a pattern: words to choose from, or a slot."""

    words: frozenset[str]
    slot: str
    optional: bool


@cache
def elements(pattern: str) -> tuple[Element, ...]:
    """The elements of a pattern."""
    return tuple(_element(part) for part in pattern.split())


def _element(part: str) -> Element:
    optional = part.endswith("?") and len(part) > 1
    bare = part[:-1] if optional else part
    if bare.startswith("{"):
        return Element(frozenset(), bare[1:-1], optional)
    return Element(frozenset(bare.split("|")), "", optional)


Prepared: TypeAlias = tuple[tuple[tuple[Element, ...], Maker], ...]


class Grammar:
    """Named tables of rows, prepared for reading: each row is filed under what it can begin with."""

    def __init__(self, tables: Mapping[str, Rows]) -> None:
        """The first of two rows that read the same words wins, so the order in a table is its order of preference."""
        self.tables = tables
        self._firsts: dict[str, frozenset[str]] = {}
        self._filed: dict[tuple[str, str, str], Prepared] = {}

    def __contains__(self, name: str) -> bool:
        return name in self.tables

    def rows(self, name: str, token: Token) -> Prepared:
        """The rows of a table that can begin with this token. They are prepared when they are first asked for."""
        firsts = self._table_begins(name)
        key = (name, token.text if token.text in firsts else "", token.kind if token.kind in firsts else "")
        filed = self._filed.get(key)
        if filed is None:
            rows = ((elements(pattern), make) for pattern, make in self.tables[name])
            filed = tuple((row, make) for row, make in rows if not self._begins(row).isdisjoint(key[1:]))
            self._filed[key] = filed
        return filed

    def _begins(self, row: tuple[Element, ...]) -> frozenset[str]:
        """The words and kinds of token that a row can begin with."""
        found: set[str] = set()
        for element in row:
            if element.slot in self.tables:
                found |= self._table_begins(element.slot)
            elif element.slot:
                found.add(element.slot)
            else:
                found |= element.words
            if not element.optional:
                break
        return frozenset(found)

    def _table_begins(self, name: str) -> frozenset[str]:
        found = self._firsts.get(name)
        if found is None:
            found = frozenset().union(*(self._begins(elements(pattern)) for pattern, _ in self.tables[name]))
            self._firsts[name] = found
        return found


class Reader:
    """One text being read by a grammar. Every result is remembered, so the work grows with the text's length only."""

    def __init__(self, grammar: Grammar, tokens: Sequence[Token]) -> None:
        """Start on a text; nothing is read until it is asked for."""
        self.tokens = tokens
        self.furthest = 0
        self._grammar = grammar
        self._known: dict[tuple[str, int], tuple[tuple[int, Any], ...]] = {}

    def read(self, name: str, start: int) -> tuple[tuple[int, Any], ...]:
        """Every way in which the named table reads on from `start`: (where it ends, its value), the longest first."""
        key = (name, start)
        known = self._known.get(key)
        if known is None:
            found: dict[int, Any] = {}
            if start < len(self.tokens):
                for row, make in self._grammar.rows(name, self.tokens[start]):
                    for end, values in self._match(row, 0, start):
                        if end not in found:
                            value = make(*values)
                            if value is not None:
                                found[end] = value
            known = self._known[key] = tuple(sorted(found.items(), key=_end, reverse=True))
        return known

    def _match(self, row: tuple[Element, ...], index: int, at: int) -> Iterator[tuple[int, tuple[Any, ...]]]:
        if index == len(row):
            self.furthest = max(self.furthest, at)
            yield at, ()
            return
        element = row[index]
        for end, value in self._take(element, at):
            for last, values in self._match(row, index + 1, end):
                yield last, ((value, *values) if element.slot else values)
        if element.optional:
            for last, values in self._match(row, index + 1, at):
                yield last, ((None, *values) if element.slot else values)

    def _take(self, element: Element, at: int) -> Sequence[tuple[int, Any]]:
        if element.slot in self._grammar:
            return self.read(element.slot, at)
        if at < len(self.tokens):
            token = self.tokens[at]
            if token.text in element.words or (element.slot and token.kind == element.slot):
                return ((at + 1, token.value),)
        return ()


def _end(found: tuple[int, Any]) -> int:
    return found[0]
