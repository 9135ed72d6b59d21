"""From what was typed to words, numbers, dates and marks, each with its place in the typed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import time
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from day12_data.dates.lexicon import MONTH_NUMBERS, NEAR, NUMBERS, ORDINALS, SHORT_UNITS, UNITS, WEEKDAYS, ZONES
from day12_data.dates.words import ALSO, ENDINGS, FISCAL, HOLIDAYS, PLACES, SEASONS, SHORT, listed


class Figures(NamedTuple):
    """A date in figures; `first` and `second` are in the order of writing, `year` is None where none was typed.

    `order` is "" where the setting decides which of the two is the month, "dm" where the writing itself does.
    """

    first: int
    second: int
    year: int | None
    order: str = ""


class Token(NamedTuple):
    """One word, number, date or mark. `start` and `end` are its place in the typed text."""

    text: str
    kind: str
    value: object
    start: int
    end: int


_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u0060\u00b4"), "'")
_SAME = _DASHES | _QUOTES | {0x2044: "/", 0x2026: "..", 0x2022: ";", 0x22C5: ",", 0xB7: ","}
# Marks that stand for words.
_SPELT = {
    "<": "less than", "≤": "at most", ">": "more than", "≥": "at least", "&": "and", "@": "at", "=": "=", "+": "+",
    "/": "/", "-": "-",
}  # fmt: skip
_PAUSES = {",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_STOPS = frozenset(".!?")
_IGNORED = frozenset("\"'*_{}|~≈^#\\")
_WRAPPED = 50  # characters: a line as long as this may go on in the next one
_ABBREVIATED = listed(
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec wk wks hr hrs min "
    "mins mo mos mth mths yr yrs approx ca max biz bus d h w mr mrs ms dr prof"
)

_WORD = re.compile("[a-z]+")
_WRITTEN = r"""
    (?P<slashed>\bw/(?:(?:in|c|b|e|o)\b|(?=\s|\d)))
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)(?![\d_])
  | (?P<line>\s*\n\s*)
  | (?P<iso>(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?:t\d\d:?\d\d(?::?\d\d)?z?)?(?!\d))
  | (?P<dotted>(?P<da>\d{1,2})\.\s?(?P<db>\d{1,2})\.\s?(?P<dy>\d{4}|\d\d(?!\d))?)(?!\d)
  | (?P<numeric>(?P<a>\d{1,2})(?P<slash>[-/])(?P<b>\d{1,2})(?P=slash)(?P<yy>\d{4}|\d{2}))(?![\d/])
  | (?P<half>(?<=\d\s)1/2(?=\s*-?\s*[a-z])|1/2(?=\s*-?\s*(?:an?|day|week|wk|w|month|hour|hr|h|d|year)\b))
  | (?P<always>24/7|50/50)
  | (?P<short>(?P<sa>\d{1,2})/(?P<sb>\d{1,2}))(?![\d/]|\s*(?:day|week|wk|month|hour|hr|business|working|of\b)|[a-z])
  | (?P<clock>(?P<ch>\d{1,2})(?:[:.h](?P<cm>\d\d))?\s?(?:(?P<half_day>[ap])\.?m\b\.?|o'?\s?clock\b)
      |(?P<ch24>\d{1,2})[:h](?P<cm24>\d\d)(?::\d\d)?)(?!\d)
  | (?P<nth>\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<quarter>q(?P<q>[1-4])\b|\b(?P<qq>[1-4])q\b)
  | (?P<halfyear>\bh(?P<h>[12])\b)
  | (?P<figured>\b2(?:mor\w+|nite|day)\b|\bb4\b)
  | (?P<money>[$£€]\s?\d[\d.,]*k?|\d{1,3},\d{3}|\d+%|\d+k\b)
  | (?P<number>\d+(?:\.\d+)?)(?P<unit>[a-z]{1,12}\b(?!'))?
  | (?P<code>(?!(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|march|april|august)\d)[^\W\d_]+\d\w*)
  | (?P<glued>[^\W\d_]+)
  | (?P<dots>\.{2,})
  | (?P<mark>[^\s\w]|_)
    """


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_WRITTEN, re.VERBOSE)


@cache
def _words() -> dict[str, tuple[str, str, object]]:
    """Every known word: how the tables spell it, its kind and its value."""
    known: dict[str, tuple[str, str, object]] = {}
    known |= {word: (text, "word", text) for word, text in (ALSO | NEAR).items()}
    known |= {zone.lower(): (zone.lower(), "zone", place) for zone, place in ZONES.items()}
    for kind, words in (("holiday", HOLIDAYS), ("season", SEASONS), ("fiscal", FISCAL)):
        known |= {word: (word, kind, None) for word in words}
    known |= {word: (word, "number", Fraction(value)) for word, value in NUMBERS.items()}
    known |= {word: (word, "nth", value) for word, value in ORDINALS.items()}
    known |= {word: _unit(unit, word) for word, unit in UNITS.items()}
    known |= {word: (_first(word, WEEKDAYS), "weekday", value) for word, value in WEEKDAYS.items()}
    known |= {word: (_first(word, MONTH_NUMBERS), "month", value) for word, value in MONTH_NUMBERS.items()}
    return known


def _first(word: str, spellings: dict[str, int]) -> str:
    return next(name for name, value in spellings.items() if value == spellings[word])


def _plain(text: str) -> tuple[str, list[int] | None]:
    """The text in plain small characters, and for each of them its place in `text`; None where they are the same."""
    if text.isascii():
        return text.lower(), None
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(text):
        plain = char.lower() if char.isascii() else unicodedata.normalize("NFKC", char).casefold().translate(_SAME)
        if unicodedata.category(char) == "No" and "/" in plain:
            plain = f" {plain}"
        elif unicodedata.category(char) == "Cf":
            continue
        chars.append(plain)
        places.extend([place] * len(plain))
    return "".join(chars), places


def tokens(text: str) -> list[Token]:
    """Every word, number, date and mark of the text, in order."""
    plain, places = _plain(text)
    known, found = _words(), list[Token]()
    for match in _pattern().finditer(plain):
        start, end = match.span()
        if places is not None:
            start, end = places[start], places[end - 1] + 1
        if match.lastgroup == "word":
            word = match[0]
            text, kind, value = known.get(word) or (word, "word", word)
            if kind != "word":
                found.append(Token(text, kind, value, start, end))
                if kind in ("unit", "number", "nth"):
                    _put_together(found)
                continue
            if word in known or not ("'" in word or word in SHORT or word in SHORT_UNITS or word.endswith("ish")):
                found.append(Token(text, kind, value, start, end))
                continue
        kind = next(name for name in _KINDS if match[name] is not None)
        found.extend(Token(*each, start, end) for each in _read(kind, match, found))
        if found and found[-1].kind in ("unit", "number", "nth"):
            _put_together(found)
    return found


_Read = Iterator[tuple[str, str, object]]


def _read(kind: str, match: re.Match[str], before: list[Token]) -> _Read:
    written = match[0]
    if kind in ("word", "glued", "slashed", "figured"):
        yield from _word(written, before)
    elif kind == "number":
        yield from _number(match)
    elif kind == "line":
        begin = match.string.rfind("\n", 0, match.start()) + 1
        ahead = _WORD.match(match.string, match.end())
        goes_on = match.start() - begin >= _WRAPPED or (bool(before) and before[-1].text in PLACES)
        goes_on = goes_on or (ahead is not None and ahead[0] in PLACES)
        if written.count("\n") > 1 or not goes_on:
            yield ".", "stop", None
    elif kind == "mark":
        yield from _mark(written, match)
    elif kind == "dots":
        yield "..", "mark", None
    elif kind in ("always", "money", "code"):
        yield written, "other", None
    else:
        yield _FIGURES[kind](match)


def _word(written: str, before: list[Token]) -> _Read:
    """A word, or the words that are contracted in it: “we'll”, “won't”, “Friday's”."""
    word, _, ending = written.rpartition("'") if "'" in written else (written, "", "")
    if before and before[-1].kind == "number" and written in SHORT_UNITS:
        yield _unit(SHORT_UNITS[written], "")
    elif written in SHORT:
        for each in SHORT[written]:
            yield _known(each)
    elif ending == "t" and word.endswith("n"):
        yield _known({"wo": "will", "ca": "can"}.get(word[:-1], word[:-1]))
        yield _known("not")
    elif ending in ENDINGS:
        yield _known(word)
        yield _known(ENDINGS[ending])
    elif ending == "s":
        yield _known(word)
        if word in _IS:
            yield _known("is")
        elif word in WEEKDAYS or word in MONTH_NUMBERS:
            yield "'s", "possessive", None
    else:
        plain = written.replace("'", "")
        yield _known(plain if plain in _words() or not plain.endswith("ish") else plain.removesuffix("ish") or "ish")


_IS = listed("it that he she what there who here how")


def _known(word: str) -> tuple[str, str, object]:
    return _words().get(word) or (word, "word", word)


def _unit(unit: str, word: str) -> tuple[str, str, object]:
    return unit.replace("working ", "") + "s" * word.endswith("s"), "unit", unit


def _number(match: re.Match[str]) -> _Read:
    digits, unit = match["number"], match["unit"]
    if len(digits) == 4 and digits.startswith("20") and digits.isdecimal() and not unit:
        yield digits, "year", int(digits)
        return
    yield digits, "number", Fraction(digits) if len(digits) <= 9 else Fraction(10**9)
    if unit in SHORT_UNITS:
        yield _unit(SHORT_UNITS[unit], "")
    elif unit:
        yield from _word(unit, [])


def _mark(mark: str, match: re.Match[str]) -> _Read:
    if mark in _PAUSES:
        yield _PAUSES[mark], "mark", None
    elif mark in _STOPS:
        begin = match.start()
        text = match.string
        while begin and text[begin - 1].isalpha() and match.start() - begin < 9:
            begin -= 1
        if mark != "." or text[begin : match.start()] not in _ABBREVIATED:
            yield ".", "stop", None
    elif mark in _SPELT:
        for word in _SPELT[mark].split():
            yield word, "word" if word.isalpha() else "mark", None
    elif mark not in _IGNORED and unicodedata.category(mark)[0] not in "PSM":
        yield mark, "other", None


def _year(figures: str | None) -> int | None:
    return None if figures is None else int(figures) + 2000 * (len(figures) == 2)


def _clock(match: re.Match[str]) -> tuple[str, str, object]:
    hour, minute = int(match["ch"] or match["ch24"]), int(match["cm"] or match["cm24"] or 0)
    if match["half_day"]:
        hour = hour % 12 + 12 * (match["half_day"] == "p")
    elif 1 <= hour < 8 and not match[0].startswith("0"):
        hour += 12
    return match[0], "clock", time(hour, minute) if hour < 24 and minute < 60 else None


_FIGURES: dict[str, Callable[[re.Match[str]], tuple[str, str, object]]] = {
    "iso": lambda m: (m[0], "figures", Figures(int(m["d"]), int(m["m"]), int(m["y"]), "dm")),
    "dotted": lambda m: (m[0], "figures", Figures(int(m["da"]), int(m["db"]), _year(m["dy"]), "dm")),
    "numeric": lambda m: (m[0], "figures", Figures(int(m["a"]), int(m["b"]), _year(m["yy"]))),
    "short": lambda m: (m[0], "figures", Figures(int(m["sa"]), int(m["sb"]), None)),
    "half": lambda m: (m[0], "number", Fraction(1, 2)),
    "clock": _clock,
    "nth": lambda m: (m[0], "nth", int(m[0][:-2])),
    "quarter": lambda m: (m[0], "quarter", int(m["q"] or m["qq"])),
    "halfyear": lambda m: (m[0], "halfyear", int(m["h"])),
}
_KINDS = (
    "slashed", "word", "line", *_FIGURES, "figured", "always", "money", "number", "code", "glued", "dots", "mark",
)  # fmt: skip


_TENS = range(20, 100, 10)


def _put_together(found: list[Token]) -> None:
    """Number words that are one number: “twenty-five”, “thirty first”; “workdays” are “working days”."""
    last = found[-1]
    if last.value == "working day":
        found[-1:] = [
            Token("working", "word", None, last.start, last.end), last._replace(value="day", text=last.text),
        ]  # fmt: skip
        return
    if (
        last.kind == "unit"
        or not last.text.isalpha()
        or not isinstance(last.value, int | Fraction)
        or not 1 <= last.value <= 9
    ):
        return
    hyphen = len(found) > 2 and found[-2].text == "-"
    tens = found[-2 - hyphen] if len(found) > 1 + hyphen else None
    if tens and tens.text.isalpha() and isinstance(tens.value, Fraction) and tens.value in _TENS:
        value = int(last.value) + int(tens.value)
        together = Fraction(value) if last.kind == "number" else value
        found[-2 - hyphen :] = [Token(f"{tens.text}-{last.text}", last.kind, together, tens.start, last.end)]
