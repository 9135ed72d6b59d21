"""Whether words could name a day or count one at all: “the second of five candidates” does not, “the second” does."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.asides import WHAT, WHO
from day12_data.promise.parted import is_date
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token
from day12_data.promise.words import DATED, lexicon

_STOPS = listed("so but ; , and")
_DATES = listed("weekday month figures year quarter half clock unit holiday season fiscal") | {"too long"}
_DATED = DATED | listed("morning afternoon evening night lunch close week weeks month months year years next")
# What may follow a day without being what there are so many of: “the 15th works”.
NO_NOUNS = listed(
    "i we you they he she it is are was were be will would should shall can could might must may do does did has have "
    "had percent pct works suits fits seems sounds at to or max"
)
_NOUNS = frozenset(f"{WHO}|{WHAT}".split("|")) | listed("floor time anniversary place pair person hire edition")
_NUMBERED = listed("page room version floor gate building flat level section line bus unit chapter grade band area")
_GROUPED = listed("of with only just")
_OF_ONE = listed("this that which each every the any no")
_NEXT_TO = listed("time to door")
_MOMENTS = listed("minute second moment instant")
_AFTER_MOMENT = listed("i we they you he she hr anyone someone anything something theres it")


def says_when(tokens: Sequence[Token]) -> bool:
    """Whether anything in these words, as they were typed, could name a day or count one."""
    return any(_content(tokens, at) for at in range(len(tokens)))


def _content(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    before = tokens[at - 1].text if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    moment = token.text in _MOMENTS and before == "the" and after is not None and after.text in _AFTER_MOMENT
    if moment or (token.text == "next" and after is not None and after.text in _NEXT_TO):
        return False
    if token.kind == "unknown":
        return bool(token.value) and any(
            fit not in lexicon() or lexicon()[fit].kind not in ("talk", "hedge") for fit in token.value
        )
    if token.kind in ("number", "nth"):
        return _counting(token, before, after, tokens[at + 1 : at + 4])
    return token.kind in _DATES or token.text in _DATED


def _counting(token: Token, before: str, after: Token | None, rest: Sequence[Token]) -> bool:
    """Whether a number or an ordinal may count days or name one."""
    if token.text == "one" and before in _OF_ONE and not (after and is_date(after)):
        return False
    if token.text == "first" and before not in ("the", "by", "on", "until", "before", "") and not _goes_on(after):
        return False
    if len(rest) > 2 and rest[0].text in ("to", "-", "or") and rest[1].kind == "number":
        after = rest[2]
    if token.kind == "number" and before in _GROUPED and not _goes_on(after):
        return False
    if before in _NUMBERED and not (after and (after.text in ("to", "-", "or") or is_date(after))):
        return False
    if after is None or after.text in NO_NOUNS or after.kind not in ("talk", "unknown", "word"):
        return True
    if after.kind == "word":
        return not (
            after.text == "of"
            and len(rest) > 1
            and (rest[1].text in ("the", "our") or rest[1].kind in ("talk", "number"))
        )
    digits = token.kind == "nth" and token.text[0].isdigit()
    return digits and after.text not in _NOUNS


def _goes_on(after: Token | None) -> bool:
    return after is not None and after.text not in _STOPS and after.kind != "talk"
