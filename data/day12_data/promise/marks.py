"""Commas and dashes: which of them separate something, and which are only in the way."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.parted import DATES
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

_WEAK = listed(", ; and so but maybe ..")
_JOINS = listed("or and to but so maybe by in on until before within between from than")
_PART = listed("early mid late end beginning start middle")
_DAYS = listed("nth month figures")
_BEGINS_RANGE = listed("today tomorrow next half")
_ENDS_RANGE = listed("today tomorrow next a the this few") | _PART


def spaced_dashes(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with a comma for each dash between blanks that makes no range: “Tuesday - the 10th”."""
    left = list(tokens)
    for at in range(1, len(tokens) - 1):
        before, dash, after = tokens[at - 1 : at + 2]
        if after.text == "the" and at + 2 < len(tokens):
            after = tokens[at + 2]
        if dash.text == "-" and before.end < dash.start and dash.end < tokens[at + 1].start and _apart(before, after):
            left[at] = dash._replace(text=",")
    return left


def _apart(before: Token, after: Token) -> bool:
    """Whether no range can run from the one to the other."""
    if after.kind in ("talk", "hedge"):
        return before.kind != "number"
    kinds = {before.kind, after.kind}
    return kinds <= DATES and len(kinds) > 1 and ("weekday" in kinds or (before.kind == "unit" and after.kind in _DAYS))


def tidied(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without the marks that separate nothing."""
    left: list[Token] = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=False):
        before = left[-1] if left else None
        kept = _separating(token, before, after) if token.text in ("-", "..") else token
        if kept is None or (before is None and kept.text in _WEAK):
            continue
        if before and kept.text == "," and before.text in _JOINS | {","}:
            continue
        if before and before.text == "," and kept.text == "maybe":
            left.pop()
        left.append(kept)
    while left and (left[-1].text in _WEAK or left[-1].text in ("-", "/")):
        left.pop()
    return left


def _separating(mark: Token, before: Token | None, after: Token | None) -> Token | None:
    """A dash or dots as they are meant: a range, a comma, or nothing."""
    if after is None:
        return None
    comma = mark._replace(text=",")
    apart = before is None or before.end < mark.start
    minus = apart and mark.end == after.start and after.kind == "number"
    if mark.text == "..":
        return mark if before and before.kind in DATES and after.kind in DATES else comma
    if before is None or (minus and before.kind == "word"):
        return mark if minus else None  # “-3 days”: no row reads a minus, so it is refused
    if _is_range(before, after):
        return mark
    spaced = apart and mark.end < after.start
    return comma if spaced and before.kind in DATES and after.kind != "unit" else None


def _is_range(before: Token, after: Token) -> bool:
    if before.text in _PART:
        return after.text in _PART
    if after.kind == "unit" or before.text == "to" or after.text in ("to", "or"):
        return False
    return (before.kind in DATES or before.text in _BEGINS_RANGE) and (after.kind in DATES or after.text in _ENDS_RANGE)
