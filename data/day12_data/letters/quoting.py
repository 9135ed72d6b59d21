"""Their words in a letter to them: quoted only where they can be sent back, else the day that they mean."""

from __future__ import annotations

import re

from day12_data.card import Promise
from day12_data.dates.lexicon import DAYS, MONTHS, spelt
from day12_data.text import clean_lines, fold

_QUOTES = ("“”", '""', "„“", "«»", "\u2018\u2019", "''")
# What a time is said with in plain English; anything else was noted down for oneself: "2 wks or so", "she said fri".
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        """a an the in by within on at of to or and before until from between next this early late mid end week weeks
        day days month months fortnight hour hours business working calendar couple few about latest
        one two three four five
        six seven eight nine ten eleven twelve fourteen twenty thirty """
        + " ".join((*DAYS, *MONTHS)).lower(),
    )
)
_FIGURES = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")


def quotable(text: str) -> str:
    """The words without the quotation marks and the full stop that the sentence around them brings itself."""
    text = " ".join(clean_lines(text).split())
    for pair in _QUOTES:
        opening, closing = pair[0], pair[1]
        if len(text) > 1 and text.startswith(opening) and text.endswith(closing) and closing not in text[1:-1]:
            text = text[1:-1]
            break
    return text if text.endswith("...") else text.strip().removesuffix(".")


def promise_text(promise: Promise | None) -> str:
    """What they promised as a letter may name it: their words where they are plain, else "by Wednesday 1 April".

    Empty where they named no day.
    """
    if promise is None:
        return ""
    words = quotable(promise.words or promise.said)
    if words and all(
        word in _PLAIN or _FIGURES.fullmatch(word) for word in re.split(r"[\s,–—-]+", fold(words)) if word
    ):
        return words
    if promise.latest is None:
        return ""
    return f"by {DAYS[promise.latest.weekday()]} {spelt(promise.latest)}"


def promise_sentence(promise: Promise | None, day: str) -> str:
    """That they promised it, for the middle of a sentence: "you told me on Thursday: “7-10 days”".

    `day` is when they said it, as one says it. Words of their own are quoted, a day is not.
    """
    told = promise_text(promise)
    if promise is None or not told:
        return ""
    own = told == quotable(promise.words or promise.said)
    return f"you told me {day}: “{told}”" if own else f"you told me {day} that I would hear {told}"
