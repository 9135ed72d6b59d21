"""The figures of a board as lines of a given width, for the screen and for `day12 stats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple, TypeAlias

from day12.cells import fit
from day12.insights.tables import Table, TableRow
from day12.insights.words import verdict_words
from day12_data.insights.figures import Company
from day12_data.insights.promises import Verdict
from day12_data.text import clean

# Text and what it is: a heading, dim, plain, or what it counts (bar, kept, late, forgotten, open).
Spans: TypeAlias = list[tuple[str, str]]

COMPANIES = "Company by company"
_BLOCKS = {"bar": "█", "kept": "█", "late": "▓", "forgotten": "▒", "open": "░"}
_LONGEST_BAR, _SHORTEST_BAR = 24, 6
_LABEL, _NARROW_LABEL, _NARROW = 21, 12, 60
_INDENT, _GAP = "  ", "  "


class _Layout(NamedTuple):
    """How many cells the parts of a row have: its label, each of its counts, its bar, and the note beside that."""

    label: int
    counts: Sequence[int]
    bar: int
    note: int


def table_lines(table: Table, width: int, *, bars: bool = True) -> Iterator[Spans]:
    """The table's lines: each row on one where there is room, else with what is counted in words below it."""
    if not table.rows:
        yield [(fit(table.title, width), "heading")]
        yield [(f"{_INDENT}none yet"[:width], "dim")]
    elif layout := _layout(table, width, bars=bars):
        yield _head(table, layout)
        most = max(sum(count for count, _ in row.bar) for row in table.rows)
        for row in table.rows:
            yield from _in_columns(row, layout, most, width)
    else:
        yield [(fit(table.title, width), "heading")]
        for row in table.rows:
            yield from _in_words(row, table.heads, width)


def _layout(table: Table, width: int, *, bars: bool) -> _Layout | None:
    """The widths of the table's columns; None where there is no room for them."""
    heads = table.heads or ("",) * max(len(row.cells) for row in table.rows)
    counts = [max(len(head), *(len(row.cells[at]) for row in table.rows)) for at, head in enumerate(heads)]
    least = len(table.title) - len(_INDENT) if table.heads else _LABEL if width >= _NARROW else _NARROW_LABEL
    label = max(least, *(len(row.label) for row in table.rows))
    room = width - len(_INDENT) - label - sum(len(_GAP) + each for each in counts)
    if room < 0:
        return None
    room -= len(_GAP)
    note = max(len(row.note) for row in table.rows)
    beside = room - (len(_GAP) + note if note else 0)  # what is left of it where the longest note stands there, too
    bar = min(_LONGEST_BAR, beside if beside >= _SHORTEST_BAR else room)
    if not bars or bar < _SHORTEST_BAR:
        return _Layout(label, counts, 0, room)
    return _Layout(label, counts, bar, room - len(_GAP) - bar)


def _head(table: Table, layout: _Layout) -> Spans:
    if not table.heads:
        return [(table.title, "heading")]
    title = fit(table.title, len(_INDENT) + layout.label)
    return [(title, "heading"), (_aligned(table.heads, layout.counts), "dim")]


def _in_columns(row: TableRow, layout: _Layout, most: int, width: int) -> Iterator[Spans]:
    """The row on one line; its note below it, where there is no room for it there."""
    spans: Spans = [(f"{_INDENT}{fit(row.label, layout.label)}", "text"), (_aligned(row.cells, layout.counts), "text")]
    if layout.bar:
        spans += [(_GAP, "text"), *_bar(row.bar, layout.bar, most)]
    if row.note and len(row.note) <= layout.note:
        yield [*spans, (_GAP, "text"), (row.note, "dim")]
    else:
        yield spans
        yield from ([(f"{_INDENT * 2}{line}", "dim")] for line in _wrapped(row.note, width))


def _in_words(row: TableRow, heads: Sequence[str], width: int) -> Iterator[Spans]:
    """The row where there is no room for columns: what is counted, and below it each count that isn't zero."""
    counts = "" if heads else " ".join(filter(None, row.cells))
    yield [(_INDENT, "text"), (fit(f"{row.label} {counts}", width - len(_INDENT)), "text")]
    told = [f"{head} {cell}".strip() for head, cell in zip(heads, row.cells, strict=False) if cell not in ("", "0")]
    yield from ([(f"{_INDENT * 2}{line}", "dim")] for line in _wrapped(" · ".join(told) or row.note, width))


def _wrapped(text: str, width: int) -> list[str]:
    return wrap(text, max(8, width - 2 * len(_INDENT)))


def _aligned(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"{_GAP}{cell:>{width}}" for cell, width in zip(cells, widths, strict=True))


def _bar(parts: Sequence[tuple[int, str]], width: int, most: int) -> Spans:
    """The bar in exactly `width` cells: a block for each part that isn't empty, the longest bar as wide as all."""
    spans: Spans = []
    total = end = 0
    for count, kind in parts:
        total += count
        start, end = end, max(end + (count > 0), round(total * width / most)) if most else end
        end = min(end, width)
        spans.append((_BLOCKS[kind] * (end - start), kind))
    return [*(span for span in spans if span[0]), (" " * (width - end), "text")]


def company_spans(company: Company, width: int) -> Spans:
    """A company on one line: what became of its promises, the words of the newest, and where its newest card stands."""
    name = max(8, min(22, width * 3 // 10))
    left = width - len(_INDENT) - name - len(_GAP)
    verdict = left if width < _WITH_WORDS else min(_VERDICT, left * 3 // 5)
    stands = 0 if width < _WITH_STAGE else 21
    words = left - verdict - (len(_GAP) + stands if stands else 0) - len(_GAP)
    newest = company.promises[-1] if company.promises else None
    said = f"“{clean(newest.promise.said)}”" if newest else ""
    kind = _KINDS.get(newest.verdict, "dim") if newest else "dim"
    spans: Spans = [
        (f"{_INDENT}{fit(company.name, name)}", "name"),
        (f"{_GAP}{fit(verdict_words(company.promises) or 'no promise', verdict)}", kind),
    ]
    if words > 0:
        spans.append((f"{_GAP}{fit(said, words)}", "text"))
    if stands:
        card = company.cards[0]
        spans.append((f"{_GAP}{fit(card.outcome.value if card.outcome else card.stage.title, stands)}", "dim"))
    return spans


_WITH_WORDS, _WITH_STAGE = 56, 90
_VERDICT = 25  # "1 late by 11 days, 1 over"
# How the newest promise is coloured; the words say the same.
_KINDS = {Verdict.KEPT: "kept", Verdict.LATE: "late", Verdict.OVERDUE: "late", Verdict.FORGOTTEN: "forgotten"}
