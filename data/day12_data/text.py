"""Cleans text from outside before it is kept or shown, compares it, and counts in words."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Control characters (C0, C1), bidi controls, lone surrogates and the byte-order mark: what could drive a terminal or
# turn a line round. Soft hyphens and blanks without a width come along from web pages, and would tell two names apart
# that look the same; zero-width joiners stay, since emoji are made with them.
_UNSAFE = "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u200b\u2060\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
_UNSAFE_IN_JSON = f"{_UNSAFE}|[\u2028\u2029]"
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, compiled when it is first needed, which it seldom is: all three take a millisecond."""
    return re.compile(pattern)


def without_controls(text: str) -> str:
    """The text without anything that could drive a terminal, white space kept; each line ends with a line feed."""
    if text.isprintable():  # as almost all are; none of the characters above is
        return text
    return _compiled(_UNSAFE).sub("", _compiled(_LINE_END).sub("\n", text))


def json_escaped(text: str) -> str:
    """JSON in which what could drive a terminal stands as escapes, which mean the same."""
    return _compiled(_UNSAFE_IN_JSON).sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def clean_lines(text: str) -> str:
    """The text without anything that could drive a terminal, its lines kept."""
    return without_controls(text).replace("\t", " ").strip()


def clean(text: str) -> str:
    """The text on one line: cleaned, each run of white space one blank."""
    return " ".join((text if text.isprintable() else clean_lines(text)).split())


def short_text(text: str, most: int = 60) -> str:
    """The text on one line, cut with an ellipsis where it has more than so many characters."""
    text = clean(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def way(via: str) -> str:
    """The way in words, behind a blank: " by phone", " on paper"; empty where it isn't known."""
    via = clean(via)
    return _WAYS.get(via.lower(), f" by {via}")


_WAYS = {"": "", "paper": " on paper", "linkedin": " on LinkedIn", "email": " by email", "mail": " by mail"}


def counted(number: float, noun: str, nouns: str = "") -> str:
    """How many there are: "1 day", "3 days", "2.5 days"; `nouns` are several, where an s at the end isn't enough."""
    return f"{str(number).removesuffix('.0')} {noun if number == 1 else nouns or f'{noun}s'}"


def fold(text: str) -> str:
    """The text as it is compared when searching: no case, no accents, one blank between words."""
    if text.isascii():
        return " ".join(text.lower().split())
    # Taken apart before the case is folded and after it, since ℡ is TEL, and ΐ without its case has accents again.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return " ".join("".join(char for char in decomposed if not unicodedata.combining(char)).split())
