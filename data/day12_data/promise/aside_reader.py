"""Takes out what sounds like a date and is none, by the table in asides.py, and tells verbs from months and days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from day12_data.promise import asides
from day12_data.promise.parted import DATES
from day12_data.promise.pattern import Grammar, Maker, Reader, Rows
from day12_data.promise.small_talk import MANY
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

_MORE = "more|other|others|further|final|remaining|strong|last|good|great|different|internal|external|top|best"
_COUNTS_ON = listed("to or - / and more full whole business working couple")
_OPEN = listed("few several couple of some many more other others further")
_DATED_BY = listed("at in during by before after on until from since for following")
_BEFORE_MAY = listed("in by of early late mid until before this next")
_BEFORE_VERB = listed("i we you they who he she")
_AUXILIARIES = listed("will would should shall can could might must does did has had wants calls rings gets says tells")
_OF_MONTHS = listed("be work do suit")  # “June would be good” is the month


@cache
def many_rows() -> Rows:
    """How many: “four”, “a few more”, “two of the”."""
    plain = tuple((pattern, _nothing) for pattern in MANY)
    return (*((f"{pattern} {_MORE} of?", _nothing) for pattern in MANY), *plain)


@cache
def _grammar() -> Grammar:
    rows = tuple((pattern, _meant(meant)) for pattern, meant in asides.ROWS)
    return Grammar({"aside": rows, "many": many_rows(), "go": tuple((pattern, _nothing) for pattern in asides.GO)})


def _nothing(*_: object) -> str:
    return ""


def _meant(meant: str) -> Maker:
    return lambda *_: meant


def sense(tokens: Sequence[Token], at: int) -> Token:
    """The token as it is meant: “may” and “sat” the verbs, June the person, the “final” week."""
    token = tokens[at]
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "month" and _is_person(token, before, tokens[at + 1 : at + 3]):
        return replace(token, kind="unknown", value=(f"the month of {token.text}", "a name"))
    if token.text == "may" and token.kind == "month" and _is_verb(before, after):
        return replace(token, kind="talk")
    if token.kind == "weekday" and token.end - token.start == 3 and before and before.text in _BEFORE_VERB:
        return replace(token, text="sat", kind="talk")
    if (
        token.text == "with"
        and after
        and after.text == "in"
        and at + 2 < len(tokens)
        and tokens[at + 2].kind in DATES | {"word"}
    ):
        return replace(token, text="within", kind="word")
    if token.text == "24/7" and (before is None or before.text not in _DATED_BY):
        return (
            replace(token, kind="talk") if before else replace(token, kind="unknown", value=("24 July", "at all hours"))
        )
    if token.text == "final" and after and after.text in ("week", "weeks", "day", "days", "few", "couple"):
        return replace(token, text="last", kind="word")
    return token


def _is_person(token: Token, before: Token | None, after: Sequence[Token]) -> bool:
    """“June will call you”: a name, unless it stands where only a month can."""
    if not after or (before is not None and before.text not in (",", "and", "but", "or")):
        return False
    if after[0].text not in _AUXILIARIES:
        return False
    return len(after) < 2 or after[1].text not in _OF_MONTHS


def _is_verb(before: Token | None, after: Token | None) -> bool:
    """“may” the verb, told from May the month by what stands next to it."""
    followed = after is not None and (after.kind in ("talk", "hedge") or after.text in ("not", "take"))
    dated = after is not None and after.kind in ("number", "nth", "year")
    if followed and not (before and before.text in _BEFORE_MAY):
        return True
    return before is not None and before.kind == "talk" and not dated


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


def _read(tokens: Sequence[Token], start: int, end: int, meant: str) -> list[Token] | None:
    """What an aside becomes, or None where it is none after all."""
    whole = Token("aside", "talk", None, tokens[start].start, tokens[end - 1].end)
    before = tokens[start - 1] if start else None
    after = tokens[end] if end < len(tokens) else None
    last = tokens[end - 1]
    open_ended = last.kind in ("number", "nth") or last.text in _OPEN
    if open_ended and after and (after.kind in DATES or after.text in _COUNTS_ON):
        return None
    begins = before is None or before.text == ","
    if meant == asides.HOLIDAY:
        return [replace(whole, text=" ".join(token.text for token in tokens[start:end]), kind="holiday")]
    if meant == asides.EVENT:
        if before is not None and before.text in _DATED_BY:
            return [tokens[start]]
        return [replace(whole, text="that day's meeting", kind="unknown")]
    if meant in (asides.IDIOM, asides.DOUBTFUL) and not begins:
        return None
    if meant == asides.DOUBTFUL:
        return [replace(whole, text="the end of the day", kind="unknown", value=("today", "in the end"))]
    if meant == asides.THROUGH and after is not None and after.kind not in ("talk", "mark"):
        return None
    return [whole]
