"""Whether words could name a day or count one at all: “two vacancies” does not, “two” does."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token
from day12_data.promise.words import DATED, lexicon

_DATES = listed("weekday month figures year quarter half clock unit holiday season fiscal") | {"too long"}
_DATED = DATED | listed("morning afternoon evening night lunch close week weeks month months year years next")
# What may follow a day without being what there are so many of: “the 15th works”.
NO_NOUNS = listed(
    "i we you they he she it is are was were be will would should shall can could might must may do does did has have "
    "had percent pct works suits fits seems sounds at to or max"
)


def says_when(tokens: Sequence[Token]) -> bool:
    """Whether anything in these words, as they were typed, could name a day or count one."""
    return any(_content(tokens, at) for at in range(len(tokens)))


def _content(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.kind == "unknown":
        return bool(token.value) and any(
            fit not in lexicon() or lexicon()[fit].kind not in ("talk", "hedge") for fit in token.value
        )
    if token.kind in ("number", "nth"):
        return after is None or after.kind not in ("talk", "unknown") or after.text in NO_NOUNS
    return token.kind in _DATES or token.text in _DATED
