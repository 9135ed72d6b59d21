"""What stands around a date in speech and says nothing about it: "we'll get back to you", "HR usually takes".

Only what is listed is left out: phrases in small_talk.py, words in small_words.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from day12_data.promise.aside_reader import many_rows, without_asides
from day12_data.promise.marks import spaced_dashes, tidied
from day12_data.promise.parted import DATES, is_date, marked
from day12_data.promise.pattern import Grammar, Reader
from day12_data.promise.senses import sense
from day12_data.promise.small_talk import AFTER_COUNT, PHRASES
from day12_data.promise.small_words import ACTIVITY, PERHAPS, listed
from day12_data.promise.timelines import parted_at
from day12_data.promise.tokens import Token

_GLUE = listed("to from in on at of for with the a this as any some more another other all both")
_STOPS = listed(", ; but so maybe")
_LASTING = listed("until through for")
_MORE = listed("more longer later")
_NEARLY = listed("about around approximately roughly circa")
_BEFORE_HOUR = listed(
    "morning afternoon evening night tomorrow today tonight , monday tuesday wednesday thursday friday saturday sunday"
)
_NEGATIONS = listed("not no")
_IDIOMS = listed("worry call worries problem rush pressure idea promises guarantees guarantee")
_MEETING = listed("speak speaking spoke talk talking talked meet meeting met interviewing")
_DETERMINING = listed("the a all both other others another")
# What may follow a day without being what there are so many of: “the 15th works”.
_NO_NOUNS = listed(
    "i we you they he she it is are was were be will would should shall can could might must may do does did has have "
    "had percent pct works suits fits seems sounds at to or max"
)
_PARTICLES = listed("back out up off down more")
_BEING = listed("is are was be")
_LEADING = listed("next end half")


@cache
def _phrases() -> Grammar:
    return Grammar(
        {
            "phrase": tuple((pattern, _found) for pattern in PHRASES),
            "after count": tuple((pattern, _found) for pattern in AFTER_COUNT),
            "many": many_rows(),
        }
    )


def _found(*_: object) -> str:
    return ""


def without_talk(tokens: Sequence[Token]) -> list[Token]:
    """The tokens that are left without the known ways of talking, the marks between them put in order."""
    tokens = spaced_dashes(tokens)
    spoken = without_asides([sense(tokens, at) for at in range(len(tokens))])
    return tidied(_without_words(marked(_without_phrases(_without_hedges(spoken)), parted_at(tokens))))


def _without_hedges(tokens: Sequence[Token]) -> list[Token]:
    left: list[Token] = []
    for at, token in enumerate(tokens):
        if token.kind != "hedge":
            left.append(token)
        elif left and at + 2 == len(tokens) and tokens[at + 1].text in _MORE and any(map(is_date, left)):
            left.append(Token("perhaps", "unknown", None, token.start, token.end))  # “a week, probably more”
        elif token.text in PERHAPS and left and at + 1 < len(tokens):
            if left[-1].text in (",", "-", ".."):
                left[-1] = Token("maybe", "word", None, token.start, token.end)
            elif left[-1].kind in DATES or left[-1].text in ("week", "tomorrow", "today", "next"):
                left.append(Token("maybe", "word", None, token.start, token.end))
        elif token.text in _NEARLY and left and _is_hour(tokens[at + 1 : at + 3]) and left[-1].text in _BEFORE_HOUR:
            left.append(Token("at", "word", None, token.start, token.end))
        elif left and left[-1].text == "-" and left[-1].end < token.start:
            left[-1] = Token(",", "mark", None, left[-1].start, left[-1].end)
    return left


def _is_hour(after: Sequence[Token]) -> bool:
    """Whether a bare hour follows, as in “Friday around 3”."""
    if not after or after[0].kind != "number" or after[0].value not in range(1, 13):
        return False
    return len(after) < 2 or after[1].text == "," or after[1].kind in ("talk", "hedge")


def _without_phrases(tokens: Sequence[Token]) -> list[Token]:
    reader = Reader(_phrases(), tokens)
    left: list[Token] = []
    at = 0
    while at < len(tokens):
        found: Sequence[tuple[int, Any]] = reader.read("phrase", at)
        if tokens[at].text in _NEGATIONS:
            found = [each for each in found if _says_nothing(tokens, at, each[0])]
        if not found and left and left[-1].kind == "unit":
            found = [each for each in reader.read("after count", at) if not _of_others(tokens, each[0])]
        if found:
            last = tokens[found[0][0] - 1]
            if last.text in (",", "but", "maybe"):
                left.append(Token(",", "mark", None, last.start, last.end))
            at = found[0][0]
        else:
            left.append(tokens[at])
            at += 1
    return left


def _says_nothing(tokens: Sequence[Token], start: int, end: int) -> bool:
    """“I can't say for sure, but Friday”, “two weeks, no worries”: a negation that is no date's own."""
    begin = max((at + 1 for at in range(start) if tokens[at].text in _STOPS), default=0)
    if not _ends(tokens, end) or any(is_date(token) for token in tokens[begin:start]):
        return False
    idiom = start > 0 and end - start > 1 and tokens[start + 1].text in _IDIOMS
    return idiom or not any(is_date(token) for token in tokens[:start])


def _ends(tokens: Sequence[Token], end: int) -> bool:
    """Whether a clause ends there."""
    return end == len(tokens) or tokens[end].text in _STOPS or tokens[end - 1].text in _STOPS


def _of_others(tokens: Sequence[Token], end: int) -> bool:
    """“after we talk to your references” is no date, “after we talked to you” is the interview's."""
    whom = tokens[end + (end < len(tokens) and tokens[end].text in ("to", "with")) :][:1]
    if tokens[end - 1].text not in _MEETING or not whom:
        return False
    return whom[0].text != "you" and (whom[0].kind == "talk" or whom[0].text in _DETERMINING)


def _without_words(tokens: Sequence[Token]) -> list[Token]:
    left: list[Token] = []
    talk = False
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        if token.kind == "talk" and token.text in ACTIVITY and left and left[-1].text in _LASTING:
            left.append(Token(token.text, "unknown", None, token.start, token.end))
        elif token.kind == "nth" and after and after.kind == "talk" and after.text not in _NO_NOUNS | {"aside"}:
            left.append(token._replace(kind="unknown", value=None))  # “the fifth visitor”: no day
            talk = False
        elif token.kind == "talk":
            talk = True
        elif not (talk and token.text in _GLUE) and not _particle(tokens, at, left):
            if talk and left and _parted_by_talk(token, left[-1]):
                left.append(Token(",", "mark", None, token.end, token.end))
            talk = False
            left.append(token)
    left.reverse()
    return left


def _parted_by_talk(token: Token, after: Token) -> bool:
    """“Tuesday of that week” is no Tuesday week, “next we call you Friday” no next Friday."""
    if token.text in _LEADING:
        return is_date(after)
    return token.kind in DATES and (after.kind in DATES or after.text in ("a", "more"))


def _particle(tokens: Sequence[Token], at: int, left: Sequence[Token]) -> bool:
    """“reach out”, “hear more”: part of the verb, but for “take up to”, “is over” and “two weeks or more”."""
    token, before = tokens[at], tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.text not in _PARTICLES or before is None or before.kind != "talk" or before.text in _BEING:
        return False
    if token.text == "more" and (after is None or after.text in _STOPS) and any(map(is_date, tokens[:at])):
        return False
    return not (after and left and left[-1] is after and after.text in ("to", "than"))
