"""From what was typed to the words of the grammar, each with its place in the typed text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple

from day12_data.promise.names import NAME, names
from day12_data.promise.small_words import listed
from day12_data.promise.typos import apart, corrections, unit_like
from day12_data.promise.words import SHORT_UNITS, Word, lexicon
from day12_data.text import fold


class Token(NamedTuple):
    """One word, number, date or mark. `start` and `end` are its place in the typed text."""

    text: str
    kind: str
    value: Any
    start: int
    end: int


class Numeric(NamedTuple):
    """A date in figures; `first` and `second` are in the order of writing, `year` is None where none was typed.

    `order` is "" where the setting decides which of the two is the month, "dm" where the writing itself does.
    """

    first: int
    second: int
    year: int | None
    order: str = ""


_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"), "-")
_QUOTES = dict.fromkeys(map(ord, "\u2018\u2019\u201b\u02bc\u0060\u00b4"), "'")
_SAME = _DASHES | _QUOTES | {0x2044: "/", 0x2026: ".."}
# Marks that stand for words, marks that the grammar reads, and marks that say nothing.
_SPELT = {
    "<": "less than", "≤": "at most", ">": "more than", "≥": "at least", "~": "about", "≈": "about", "&": "and",
    "@": "at",
}  # fmt: skip
_MEANT = frozenset("-+,/=$%#^±\\")
_IGNORED = frozenset("\"'*_[]{}|")
# The Unicode categories of what is a pause at most: punctuation, emoji, stray modifiers and unprintable things.
_PAUSES = frozenset({"Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "So", "Sk", "Mn", "Cc", "Cs", "Co", "Cn"})

_WRITTEN = r"""
    (?P<iso>(?P<y>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?:t\d\d:?\d\d(?::?\d\d)?z?)?(?![\d]))
  | (?P<compact>20\d\d(?:0[1-9]|1[0-2])[0-3]\d)(?!\d)
  | (?P<dotted>(?P<da>\d{1,2})\.\s?(?P<db>\d{1,2})\.\s?(?P<dy>\d{4}|\d\d(?!\d))?)(?!\d)
  | (?P<numeric>(?P<a>\d{1,2})(?P<slash>[-/])(?P<b>\d{1,2})(?P=slash)(?P<yy>\d{4}|\d{2}))(?![\d/])
  | (?P<half>(?<=\d\s)1/2(?=\s*-?\s*[a-z])|1/2(?=\s*-?\s*(?:an?|day|week|wk|w|month|hour|hr|h|d|year)\b))
  | (?P<short>(?P<sa>\d{1,2})/(?P<sb>\d{1,2}))(?![\d/]|\s*(?:day|week|wk|month|hour|hr|business|working)|[a-z])
  | (?P<clock>\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b\.?)|\d{1,2}:\d\d(?::\d\d)?|\d{1,2}\s?(?:o'?\s?clock)\b)
  | (?P<nth>\d{1,9}(?:st|nd|rd|th)\b)
  | (?P<quarter>\bq(?P<q>[1-4])\b|\b(?P<qq>[1-4])q\b)
  | (?P<halfyear>\bh(?P<h>[12])\b)
  | (?P<form>\b\d{3,4}\([a-z]\))
  | (?P<comma>\d{1,3},\d{1,3})(?!\d)
  | (?P<figured>\b2(?:mor\w+|nite)\b)
  | (?P<number>\d+(?:\.\d+)?)(?P<unit>[a-z]{1,5}\b(?!'))?
  | (?P<initials>(?:[a-z]\.){2,}[a-z]?\b|(?:[a-z]\.){2,})
  | (?P<slashed>\bw/(?:(?:in|c)\b|(?=\s|\d)))
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<dots>\.{2,})
  | (?P<mark>[-+,/~&<>≤≥±≈()=;:.!?"'*_\[\]{}|\\$%\#@^]|\S)
    """
_ABBREVIATED = listed("mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec")
_ABBREVIATED |= listed("wk wks hr hrs min mins mo mos mth mths yr yrs approx ca max biz bus d h w mr mrs ms dr prof")
_BEFORE_UNIT = listed("next this few couple several of")
_CONTRACTED = ("'ll", "'d", "'ve", "'re", "'m")


def clean(said: str) -> tuple[str, list[int]]:
    """The text in plain small characters, and for each of them the place in `said` that it comes from."""
    chars: list[str] = []
    places: list[int] = []
    for place, char in enumerate(said):
        if char.isascii():
            plain = char.lower()
        else:
            plain = unicodedata.normalize("NFKC", char).casefold().translate(_SAME)
            if unicodedata.category(char) == "No" and "/" in plain:
                plain = f" {plain}"
            elif unicodedata.category(char) == "Cf":
                continue
        chars.append(plain)
        places.extend([place] * len(plain))
    return "".join(chars), places


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_WRITTEN, re.VERBOSE)


def tokens(said: str) -> list[Token]:
    """Every word, number, date and mark of the text, in order; white space is dropped."""
    text, places = clean(said)
    found: list[Token] = []
    for match in _pattern().finditer(text):
        start, end = places[match.start()], places[match.end() - 1] + 1
        found.extend([each._replace(start=start, end=end) for each in _read(match, found)])
    return _whole_numbers(found)


def _read(match: re.Match[str], before: list[Token]) -> Iterator[Token]:
    kind = next(kind for kind in _KINDS if match[kind] is not None)
    if kind in _FIGURES:
        yield _token(*_FIGURES[kind](match))
    elif kind == "number":
        yield from _number(match)
    elif kind in ("word", "initials", "slashed", "figured"):
        yield from _word(match[0], before)
    else:
        yield from _mark(match, before)


def _mark(match: re.Match[str], before: list[Token]) -> Iterator[Token]:
    mark = match[0]
    abbreviated = mark == "." and bool(before) and _ends_abbreviation(match)
    if mark in _SPELT:
        yield from (_known(lexicon()[word]) for word in _SPELT[mark].split())
    elif mark.startswith(".."):
        yield _token("..", "mark")
    elif mark in _MEANT:
        yield _token(mark, "mark")
    elif unicodedata.category(mark) in _PAUSES and mark not in _IGNORED and not abbreviated:
        if not before or before[-1].text != ",":  # of several pauses in a row one is enough
            yield _token(",", "mark")
    elif unicodedata.category(mark) not in _PAUSES:
        yield _token(mark, "unknown")


def _ends_abbreviation(match: re.Match[str]) -> bool:
    text = match.string
    begin = match.start()
    while begin and text[begin - 1].isalpha():
        begin -= 1
    return text[begin : match.start()] in _ABBREVIATED


def _number(match: re.Match[str]) -> Iterator[Token]:
    digits, unit = match["number"], match["unit"]
    if len(digits) == 4 and digits.startswith("20") and digits.isdecimal() and not unit:
        yield _token(digits, "year", int(digits))
        return
    yield _token(digits, "number", Fraction(digits) if len(digits) <= 9 else Fraction(10**9))
    if unit in SHORT_UNITS:
        yield _token(unit, "unit", SHORT_UNITS[unit])
    elif unit:
        yield from _word(unit, [])


def _word(text: str, before: list[Token]) -> Iterator[Token]:
    word = text.replace(".", "")
    if word == "w/c":
        yield from (_known(lexicon()["week"]), _known(lexicon()["commencing"]))
        return
    if word == "w/":
        yield _known(lexicon()["with"])
        return
    if before and before[-1].kind == "number" and word in SHORT_UNITS:
        yield _token(word, "unit", SHORT_UNITS[word])
        return
    if word == "min":
        yield _token("minimum", "word")
        return
    bare = _bare(word)
    known = lexicon().get(bare) or lexicon().get(bare.removesuffix("ish"))
    if known:
        yield from _spelt_out(known)
        if "'" in word and known.kind in ("weekday", "month"):
            yield from _behind(word)
    elif before and (near := _slip_of_unit(bare, before[-1])):
        yield _token(bare, "unknown", (near,))
    elif fold(bare) in names():
        yield _token(bare, "talk", NAME)
    else:
        yield _misspelt(bare)


def _slip_of_unit(bare: str, before: Token) -> str:
    """The unit that an English word is a slip for where a unit should stand: “2 weaks”, “in a moth”."""
    if before.text in ("a", "the"):
        return unit_like(bare, ("week", "month"))
    return unit_like(bare) if before.kind == "number" or before.text in _BEFORE_UNIT else ""


def _bare(word: str) -> str:
    """The word without what is contracted with it: “we'll”, “week's”; “won't” is “wont”."""
    if "'" not in word:
        return word
    for ending in _CONTRACTED:
        word = word.removesuffix(ending)
    return word.removesuffix("'s").replace("n't", "nt").replace("'", "")


def _spelt_out(known: Word) -> Iterator[Token]:
    """A known word; “workdays” is “working days”."""
    if known.kind == "abbreviation":
        yield from (_known(lexicon()[word]) for word in known.value.split())
        return
    if known.value == "working day":
        yield _known(lexicon()["working"])
        known = lexicon()[known.text]
    yield _known(known)


def _misspelt(word: str) -> Token:
    fitting = corrections(word)
    if len(fitting) == 1:
        return _known(fitting[0])
    return _token(word, "unknown", tuple(sorted({each.text for each in fitting})) or apart(word))


def _behind(word: str) -> Iterator[Token]:
    """What hangs on a day's name: “Friday's panel”, “June'll call”."""
    if word.endswith("'s"):
        yield _token("'s", "possessive")
    elif word.endswith("'ll"):
        yield _token("will", "talk")


def _known(word: Word) -> Token:
    return Token(word.text, word.kind, word.value, 0, 0)


def _token(text: str, kind: str, value: Any = None) -> Token:
    return Token(text, kind, value, 0, 0)


def _year(figures: str | None) -> int | None:
    if figures is None:
        return None
    return int(figures) + 2000 * (len(figures) == 2)


def _hour(clock: str) -> int:
    hour = int(re.split(r"\D", clock, maxsplit=1)[0])
    return hour + 12 if ("p" in clock or "a" not in clock) and (1 <= hour < 8 or ("p" in clock and hour < 12)) else hour


_FIGURES: dict[str, Any] = {
    "iso": lambda m: (m[0], "figures", Numeric(int(m["d"]), int(m["m"]), int(m["y"]), "dm")),
    "compact": lambda m: (m[0], "figures", Numeric(int(m[0][6:]), int(m[0][4:6]), int(m[0][:4]), "dm")),
    "dotted": lambda m: (m[0], "figures", Numeric(int(m["da"]), int(m["db"]), _year(m["dy"]), "dm")),
    "numeric": lambda m: (m[0], "figures", Numeric(int(m["a"]), int(m["b"]), _year(m["yy"]))),
    "short": lambda m: (m[0], "figures", Numeric(int(m["sa"]), int(m["sb"]), None)),
    "half": lambda m: (m[0], "number", Fraction(1, 2)),
    "clock": lambda m: (m[0], "clock", _hour(m[0])),
    "comma": lambda m: (m[0], "unknown"),
    "form": lambda _: ("form", "unknown"),
    "nth": lambda m: (m[0], "nth", int(m[0][:-2])),
    "quarter": lambda m: (m[0], "quarter", int(m["q"] or m["qq"])),
    "halfyear": lambda m: (m[0], "half", int(m["h"])),
}
_KINDS = (*_FIGURES, "figured", "number", "initials", "slashed", "word", "dots", "mark")


def _whole_numbers(found: list[Token]) -> list[Token]:
    """Number words put together: "twenty" "-" "five" is 25, "thirty" "first" the 31st, "two" "hundred" 200."""
    whole: list[Token] = []
    for each in found:
        tens = whole[-1] if whole else None
        hyphen = tens is not None and tens.text == "-" and len(whole) > 1
        if hyphen:
            tens = whole[-2]
        if (
            tens is not None
            and _is_tens(tens)
            and each.text.isalpha()
            and each.kind in ("number", "nth")
            and 1 <= each.value <= 9
        ):
            del whole[-1 - hyphen :]
            value = each.value + (tens.value if each.kind == "number" else int(tens.value))
            whole.append(Token(f"{tens.text}-{each.text}", each.kind, value, tens.start, each.end))
        elif tens is not None and not hyphen and each.text == "hundred" and tens.kind == "number":
            whole[-1] = Token("hundreds", "number", tens.value * 100, tens.start, each.end)
        else:
            whole.append(each)
    return whole


def _is_tens(token: Token) -> bool:
    return token.kind == "number" and token.text.isalpha() and token.value in (20, 30, 40, 50, 60, 70, 80, 90)
