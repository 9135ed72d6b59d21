"""Takes out what sounds like a date and is none, by the table in asides.py."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from day12_data.promise.asides import GO, ROWS
from day12_data.promise.meant import Meant
from day12_data.promise.parted import BOUND_DAY, DATES, is_date
from day12_data.promise.pattern import Grammar, Maker, Reader, Rows
from day12_data.promise.small_talk import MANY
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

_MORE = "more|other|others|further|final|remaining|strong|last|good|great|different|internal|external|top|best"
_COUNTS_ON = listed("to or - / and more full whole business working couple")
_SEEN_THEN = listed("on until through by over in during this next before after tomorrow today")
_IN_COUNT = _COUNTS_ON | listed("a another few several of half another")
_FEW = 3
_OPEN = listed("few several couple of some many more other others further")


@cache
def many_rows() -> Rows:
    """How many: “four”, “a few more”, “two of the”."""
    plain = tuple((pattern, _nothing) for pattern in MANY)
    return (*((f"{pattern} {_MORE} of?", _nothing) for pattern in MANY), *plain)


@cache
def _grammar() -> Grammar:
    rows = tuple((pattern, _meant(meant)) for pattern, meant in ROWS)
    return Grammar({"aside": rows, "many": many_rows(), "go": tuple((pattern, _nothing) for pattern in GO)})


def _nothing(*_: object) -> str:
    return ""


def _meant(meant: Meant) -> Maker:
    return lambda *_: meant


def without_asides(tokens: Sequence[Token]) -> list[Token]:
    """The tokens, with each aside made one token of talk."""
    reader = Reader(_grammar(), tokens)
    left: list[Token] = []
    at = 0
    while at < len(tokens):
        for end, meant in reader.read("aside", at):
            found = _read(tokens, at, end, meant)
            if found is not None:
                left.extend(found)
                at = end
                break
        else:
            if tokens[at].kind != "possessive":
                left.append(tokens[at])
            at += 1
    return left


def _read(tokens: Sequence[Token], start: int, end: int, meant: Meant) -> list[Token] | None:
    """What an aside becomes, or None where it is none after all."""
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    of_month = (
        before is not None
        and before.kind == "month"
        and any(token.kind in ("number", "nth") for token in tokens[start:end])
    )
    bound = tokens[start - 2] if start > 1 and before is not None and before.text == "the" else before
    dated = bound is not None and bound.text in BOUND_DAY and any(map(_is_date_figure, tokens[start:end]))
    if of_month or dated or not _fits(meant, tokens[start:end], before, tokens[end : end + 2]):
        return None
    whole = Token("aside", "talk", None, tokens[start].start, tokens[end - 1].end)
    typed = " ".join(token.text for token in tokens[start:end])
    if meant is Meant.HOLIDAY:
        return [whole._replace(text=typed, kind="holiday")]
    if meant is Meant.EVENT and before is not None and before.text in BOUND_DAY:
        return [tokens[start]]
    if meant is Meant.DOUBTFUL:
        return [whole._replace(text=typed, kind="unknown", value=("today", "in the end"))]
    if meant is Meant.ASKED and after is not None and after.text == "if":
        return [whole]  # “call me if you haven't heard by Friday”
    seen_then = meant is Meant.SEEING and after is not None and (is_date(after) or after.text in _SEEN_THEN)
    if meant is Meant.ASKED and tokens[0].text == "if" and any(map(is_date, tokens[:start])):
        return None if any(map(is_date, tokens[end:])) else [whole]  # “if you haven't heard by Friday, email me”
    if meant is Meant.WAITING:
        return [whole] if _is_count(tokens[end : end + 7]) else None
    if seen_then or meant in (Meant.EVENT, Meant.ASKED, Meant.NONE):
        return [whole._replace(text=typed, kind="unknown")]
    return [whole]


def _is_date_figure(token: Token) -> bool:
    """“the 20th”, where “the 2nd” may be the second of several."""
    return token.kind == "nth" and token.text[0].isdigit() and token.value > _FEW


def _is_count(after: Sequence[Token]) -> bool:
    """Whether a count of time follows, or how long to wait."""
    for token in after:
        if token.kind == "unit" or token.text == "until":
            return True
        if token.kind not in ("number", "hedge") and token.text not in _IN_COUNT:
            return False
    return False


def _apart(last: Token, rest: Sequence[Token]) -> bool:
    """“job 412 - two weeks”, “a team of 4 and we”: nothing that goes on with the number."""
    if rest[0].text == "and":
        return len(rest) > 1 and rest[1].kind == "talk"
    return rest[0].text == "-" and last.end < rest[0].start


def _fits(meant: Meant, aside: Sequence[Token], before: Token | None, rest: Sequence[Token]) -> bool:
    """Whether an aside may stand there."""
    after, last = rest[0] if rest else None, aside[-1]
    open_ended = last.kind in ("number", "nth") or last.text in _OPEN
    if open_ended and after and (after.kind in DATES or after.text in _COUNTS_ON) and not _apart(last, rest):
        return False
    counted = any(token.kind in ("number", "nth") or token.text in _OPEN for token in aside)
    if counted and after is not None and after.kind == "unit" and meant is not Meant.NONE:
        return False  # “two interview days” is no way of counting that is known here
    if meant in (Meant.IDIOM, Meant.DOUBTFUL, Meant.ASKED):
        return before is None or before.text == ","
    if meant is Meant.ENDING:
        return after is None or after.text == ","
    return meant is not Meant.THROUGH or after is None or after.kind in ("talk", "mark")
