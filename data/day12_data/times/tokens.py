"""From what was typed to words, numbers, dates and marks, each with its place in the typed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from datetime import time
from fractions import Fraction
from functools import cache, lru_cache
from typing import NamedTuple, TypeAlias

from day12_data.dates.lexicon import MONTH_NUMBERS, NEAR, NUMBERS, ORDINALS, SHORT_UNITS, UNITS, WEEKDAYS, ZONES
from day12_data.times.spellings import ALSO, ENDINGS, FISCAL, HOLIDAYS, PLACES, SEASONS, SHORT, listed


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
    "/": "/", "-": "-", ",": ",", ";": ";", ":": ":", "(": "(", ")": ")", "[": "(", "]": ")",
}  # fmt: skip
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
  | (?P<short>(?!24/7|50/50)(?P<sa>\d{1,2})/(?P<sb>\d{1,2}))(?![\d/]|[a-z]
      |\s*(?:day|week|wk|month|hour|hr|business|working|of\b))
  | (?P<clock>(?P<ch>\d{1,2})(?:[:.h](?P<cm>\d\d))?\s?(?:(?P<half_day>[ap])\.?m\b\.?|o'?\s?clock\b)
      |(?P<ch24>\d{1,2})[:h](?P<cm24>\d\d)(?::\d\d)?)(?!\d)
  | (?P<nth>\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<quarter>q(?P<q>[1-4])\b|\b(?P<qq>[1-4])q\b)
  | (?P<halfyear>\bh(?P<h>[12])\b)
  | (?P<figured>\b2(?:mor\w+|nite|day)\b|\bb4\b)
  | (?P<other>24/7|50/50|[$£€]\s?\d[\d.,]*k?|\d{1,3},\d{3}|\d+%|\d+k\b
      |(?!(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|march|april|august)\d)[^\W\d_]+\d\w*)
  | (?P<count>(?P<number>\d+(?:\.\d+)?)(?P<unit>[a-z]{1,12}\b(?!'))?)
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
    known |= {word: (_first(word, WEEKDAYS), "weekday", value) for word, value in WEEKDAYS.items()}
    known |= {word: (_first(word, MONTH_NUMBERS), "month", value) for word, value in MONTH_NUMBERS.items()}
    return known


def _first(word: str, spellings: dict[str, int]) -> str:
    return next(name for name, value in spellings.items() if value == spellings[word])


@lru_cache(maxsize=4096)
def _plain_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    plain = unicodedata.normalize("NFKC", char).casefold().translate(_SAME)
    category = unicodedata.category(char)
    return "" if category == "Cf" else f" {plain}" if category == "No" and "/" in plain else plain


def tokens(text: str) -> list[Token]:
    """Every word, number, date and mark of the text, in order."""
    chars = [_plain_char(char) for char in text]
    places = [place for place, plain in enumerate(chars) for _ in plain]
    found = list[Token]()
    for match in _pattern().finditer("".join(chars)):
        start, end = places[match.start()], places[match.end() - 1] + 1
        kind, written = match.lastgroup or "", match[0]
        if kind in ("word", "glued", "slashed", "figured"):
            counts = written in SHORT_UNITS and bool(found) and found[-1].kind == "number"
            read: Sequence[_Read] = _unit(SHORT_UNITS[written], "") if counts else _word(written)
        elif kind == "line":
            read = () if _goes_on(match, found) else ((".", "stop", None),)
        else:
            read = _READ[kind](match)
        for each in read:
            found.append(Token(*each, start, end))
        if read and read[-1][1] in ("number", "nth"):
            _put_together(found)
    return found


_Read: TypeAlias = tuple[str, str, object]


def _goes_on(line: re.Match[str], before: list[Token]) -> bool:
    """Whether a line goes on in the next one: it is long, or the words at its end belong to what follows."""
    begin = line.string.rfind("\n", 0, line.start()) + 1
    ahead = _WORD.match(line.string, line.end())
    joined = (bool(before) and before[-1].text in PLACES) or (ahead is not None and ahead[0] in PLACES)
    return line[0].count("\n") == 1 and (joined or line.start() - begin >= _WRAPPED)


@lru_cache(maxsize=4096)
def _word(written: str) -> tuple[_Read, ...]:
    """A word, or the words that are contracted in it: “we'll”, “won't”, “Friday's”."""
    word, _, ending = written.rpartition("'") if "'" in written else (written, "", "")
    if written in SHORT and written not in _words():
        return tuple(read for each in SHORT[written] for read in _known(each))
    if ending == "t" and word.endswith("n"):
        return *_known({"wo": "will", "ca": "can"}.get(word[:-1], word[:-1])), *_known("not")
    if ending in ENDINGS:
        return *_known(word), *_known(ENDINGS[ending])
    if ending == "s":
        behind = _known("is") if word in _IS else (("'s", "possessive", None),) if word in _NAMED else ()
        return *_known(word), *behind
    plain = written.replace("'", "")
    return _known(plain if not plain.endswith("ish") or plain in _words() else plain.removesuffix("ish") or "ish")


_NAMED = {**WEEKDAYS, **MONTH_NUMBERS}
_IS = listed("it that he she what there who here how")


def _known(word: str) -> tuple[_Read, ...]:
    return _unit(UNITS[word], word) if word in UNITS else (_words().get(word) or (word, "word", word),)


def _unit(unit: str, word: str) -> tuple[_Read, ...]:
    """A unit; “workdays” are “working days”."""
    plain = unit.removeprefix("working ")
    read = plain + "s" * word.endswith("s"), "unit", plain
    return (read,) if plain == unit else (("working", "word", None), read)


def _number(match: re.Match[str]) -> tuple[_Read, ...]:
    digits, unit = match["number"], match["unit"]
    if len(digits) == 4 and digits.startswith("20") and digits.isdecimal() and not unit:
        return ((digits, "year", int(digits)),)
    number = digits, "number", Fraction(digits) if len(digits) <= 9 else Fraction(10**9)
    if unit in SHORT_UNITS:
        return number, *_unit(SHORT_UNITS[unit], "")
    return (number, *_word(unit)) if unit else (number,)


def _mark(match: re.Match[str]) -> tuple[_Read, ...]:
    mark, text, begin = match[0], match.string, match.start()
    if mark in _STOPS:
        while begin and text[begin - 1].isalpha() and match.start() - begin < 9:
            begin -= 1
        return () if mark == "." and text[begin : match.start()] in _ABBREVIATED else ((".", "stop", None),)
    if mark in _SPELT:
        return tuple((word, "word" if word.isalpha() else "mark", None) for word in _SPELT[mark].split())
    if mark in _IGNORED or unicodedata.category(mark)[0] in "PSM":
        return ()
    return ((mark, "other", None),)


def _year(figures: str | None) -> int | None:
    return None if figures is None else int(figures) + 2000 * (len(figures) == 2)


def _clock(match: re.Match[str]) -> tuple[str, str, object]:
    hour, minute = int(match["ch"] or match["ch24"]), int(match["cm"] or match["cm24"] or 0)
    if match["half_day"]:
        hour = hour % 12 + 12 * (match["half_day"] == "p")
    elif 1 <= hour < 8 and not match[0].startswith("0"):
        hour += 12
    return match[0], "clock", time(hour, minute) if hour < 24 and minute < 60 else None


_Reader: TypeAlias = Callable[[re.Match[str]], tuple[_Read, ...]]
_READ: dict[str, _Reader] = {
    "iso": lambda m: ((m[0], "figures", Figures(int(m["d"]), int(m["m"]), int(m["y"]), "dm")),),
    "dotted": lambda m: ((m[0], "figures", Figures(int(m["da"]), int(m["db"]), _year(m["dy"]), "dm")),),
    "numeric": lambda m: ((m[0], "figures", Figures(int(m["a"]), int(m["b"]), _year(m["yy"]))),),
    "short": lambda m: ((m[0], "figures", Figures(int(m["sa"]), int(m["sb"]), None)),),
    "half": lambda m: ((m[0], "number", Fraction(1, 2)),),
    "clock": lambda m: (_clock(m),),
    "nth": lambda m: ((m[0], "nth", int(m[0][:-2])),),
    "quarter": lambda m: ((m[0], "quarter", int(m["q"] or m["qq"])),),
    "halfyear": lambda m: ((m[0], "halfyear", int(m["h"])),),
    "other": lambda m: ((m[0], "other", None),),
    "count": _number,
    "dots": lambda _: (("..", "mark", None),),
    "mark": _mark,
}
_TENS = range(20, 100, 10)


def _put_together(found: list[Token]) -> None:
    """Number words that are one number: “twenty-five”, “thirty first”."""
    last, before = found[-1], found[-3:-1]
    tens = before[0] if len(before) == 2 and before[1].text == "-" else before[-1] if before else last
    value, first = last.value, tens.value
    if not (last.text.isalpha() and tens.text.isalpha() and isinstance(value, int | Fraction) and 1 <= value <= 9):
        return
    if isinstance(first, Fraction) and first in _TENS:
        together = first + value if last.kind == "number" else int(first) + int(value)
        found[-3 if before[-1] is not tens else -2 :] = [
            Token(f"{tens.text}-{last.text}", last.kind, together, tens.start, last.end)
        ]
