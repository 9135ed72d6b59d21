"""Whether words name a day or count one at all; without any they are merely vague."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.parted import DATES
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token
from day12_data.promise.words import DATED, lexicon

_COUNTING = listed("this next of couple few several business working calendar more full whole additional half")
_PARTS_OF_DAY = listed("morning afternoon evening night lunch")
_FOREIGN = {"holiday", "season", "fiscal", "too long"}


def speaks_of_a_day(tokens: Sequence[Token]) -> bool:
    """Whether anything in these words names a day, so that they can't be passed over as merely vague."""
    for at, token in enumerate(tokens):
        if token.kind == "unit":
            counted = any(each.kind == "number" or each.text in _COUNTING for each in tokens[max(0, at - 3) : at])
            counted = counted or (at > 0 and tokens[at - 1].kind == "unknown")
            if counted or not token.text.endswith("s"):
                return True
        elif token.kind == "unknown":
            if token.value or token.text[0].isdigit() or _dated_words(token.text):
                return True
        elif token.kind in DATES or token.kind in _FOREIGN or token.text in DATED or _part_of_day(tokens, at):
            return True
    return False


def _dated_words(text: str) -> bool:
    """Whether several words that are none of a promise name a day: “monday 's meeting”."""
    words = text.split()
    known = [lexicon()[word] for word in words if word in lexicon()]
    return len(words) > 1 and any(word.kind in DATES for word in known)


def _part_of_day(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].text in _PARTS_OF_DAY and tokens[at - 1].text in ("this", "the")
