"""What a mail promises about when you will hear: its sentences, read by the promise reader."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

import msgspec

from day12_data.card import Card, Promise
from day12_data.promise import Ask, Window, promise, read_promise
from day12_data.settings import Settings
from day12_data.text import clean

_MOST = 5
_LONGEST = 400
# What they do when they let one know: a sentence without it promises nothing to the reader.
_THEIRS = re.compile(
    r"\b(?:hear(?:ing)?\b.*\bfrom|hear (?:back|from|by|within|in|on)|let you know|get back|be in touch|in touch|"
    r"update you|"
    r"(?:an? )?(?:update|decision|answer|feedback|response|news) (?:by|within|in|on|before|next|to you)|"
    r"decid\w+|decision|"
    r"reach(?:ing)? out|follow(?:ing)? up|contact you|come back to you|revert|circle back|expect to|next steps|"
    r"call you|notify you|inform you|respond)\b",
    re.IGNORECASE,
)
_YOURS = re.compile(
    r"\b(?:please (?:reply|respond|let us|let me|confirm|send)|let (?:us|me) know|(?:could|can|would) you|"
    r"your (?:reply|answer|"
    r"response)|we (?:met|spoke|talked)|thanks? (?:you )?for)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\b(?:after (?:that|this|the|your)|following (?:the|your)|of (?:the|your) (?:interview|conversation))\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"'])|\n\s*\n|\n(?=\s*[-•*])")


def promises_in(text: str, at: dt.datetime, card: Card, settings: Settings, *, asked: bool = False) -> list[Promise]:
    """The promises that the text makes, as of when it was written; what counts from the interview, from its end.

    With `asked`, also those that could be meant by a sentence that can be read in several ways.
    """
    found: dict[tuple[dt.date | None, dt.date | None], Promise] = {}
    for sentence in sentences(text):
        if len(sentence) > _LONGEST or not _THEIRS.search(sentence) or _YOURS.search(sentence):
            continue
        on = card.ends_at if _AFTER.search(sentence) and card.ends_at > at else at
        words = clean(_AFTER_WORDS.sub("", sentence))
        for read in _promises_of(words, on, card, settings, asked=asked):
            found.setdefault((read.earliest, read.latest), with_words(read, sentence))
    return list(found.values())[:_MOST]


def answer_wanted(text: str, at: dt.datetime, card: Card, settings: Settings) -> dt.date | None:
    """The day by which they want to know, in a mail of theirs; None where it names none."""
    for sentence in sentences(text):
        found = _BY.search(sentence)
        if found and (read := promise_of(f"by {found[1]}", at, card, settings)):
            return read.latest
    return None


_BY = re.compile(
    r"\b(?:let (?:us|me) know|respond|reply|answer|decision|accept|decide|sign|expires?|hear from you|valid|open)\b"
    r".{0,60}?\b(?:by|until|before|on|till)\s+((?:the )?[^.!?;\n]{3,40}?)(?=[.!?;,]|$)",
    re.IGNORECASE,
)


def promise_of(words: str, on: dt.datetime, card: Card, settings: Settings) -> Promise | None:
    """The promise that the words make where they can be read for sure, said at a moment about a card's interview."""
    return next(_promises_of(words, on, card, settings, asked=False), None)


def _promises_of(words: str, on: dt.datetime, card: Card, settings: Settings, *, asked: bool) -> Iterator[Promise]:
    """What the words may promise, the likeliest first."""
    moment = card.local(on)
    reading = read_promise(words, moment, day_first=settings.day_first, days_off=settings.rules.days_off)
    if isinstance(reading, Window):
        yield promise(words, moment, reading.choice)
    elif isinstance(reading, Ask) and asked:
        yield from (promise(words, moment, choice) for choice in reading.choices)


def with_words(read: Promise, said: str) -> Promise:
    """The promise with the whole of what was said."""
    return msgspec.structs.replace(read, said=said)


_AFTER_WORDS = re.compile(
    r"\s*,?\s*\b(?:after (?:that|this)|(?:after|following|of) (?:the|your) (?:interviews?|conversations?))\b",
    re.IGNORECASE,
)


def sentences(text: str) -> list[str]:
    """The sentences of a mail, each on one line."""
    return [sentence for part in _SENTENCE.split(text) if (sentence := clean(part))]
