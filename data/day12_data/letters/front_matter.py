"""The front matter of a letter's file: `key: value` lines between two lines of ---."""

from __future__ import annotations

import re
from enum import Enum
from typing import TypeVar

from day12_data.letters.template import TemplateError, nearest

_KEYS = ("title", "for", "via", "subject", "words", "characters")
_Choice = TypeVar("_Choice", bound=Enum)


class FrontMatter:
    """The front matter of one file: `key: value` lines, and where each value stands."""

    def __init__(self, file: str, lines: list[str]) -> None:
        self.file = file
        self.values: dict[str, str] = {}
        self.places: dict[str, tuple[int, int]] = {}
        for number, line in enumerate(lines, start=2):
            key, colon, value = line.partition(":")
            key = key.strip().lower()
            if not line.strip() or key.startswith("#"):
                continue
            if not colon:
                raise TemplateError(file, number, 1, f"write it as a word, a colon and a value: {nearest(key, _KEYS)}")
            if key not in _KEYS:
                raise TemplateError(file, number, 1, f"“{key}:” is not known here: {nearest(key, _KEYS)}")
            if key in self.values:
                raise TemplateError(file, number, 1, f"“{key}:” is there twice: keep one.")
            self.values[key] = value.strip()
            self.places[key] = (number, len(line) - len(value.lstrip()) + 1)

    def get(self, key: str) -> str:
        """The value, empty where there is none."""
        return self.values.get(key, "")

    def place(self, key: str) -> tuple[int, int]:
        """The line and the column, from 1, at which the value stands."""
        return self.places.get(key, (1, 1))

    def required(self, key: str) -> str:
        """The value of a key that a letter must have."""
        if not self.get(key):
            examples = {"for": "for: emailed", "via": "via: email", "subject": "subject: Thank you"}
            raise self.error(key, f"the front matter lacks “{key}:”: add a line such as “{examples[key]}”.")
        return self.get(key)

    def choice(self, key: str, word: str, kind: type[_Choice]) -> _Choice:
        """The member that a word names."""
        word = re.sub(r"[\s-]+", "_", word.strip().lower())
        known = {each.value: each for each in kind}
        if word not in known:
            raise self.error(key, f"“{word[:40]}” is not known after “{key}:”: {nearest(word, list(known))}")
        return known[word]

    def words(self) -> tuple[int, int] | None:
        """The usual length, least and most."""
        if not self.get("words"):
            return None
        found = re.fullmatch(r"([0-9]{1,4})\s*(?:-|\u2013|to)\s*([0-9]{1,4})", self.get("words"))
        if not found or not 0 < int(found[1]) <= int(found[2]):
            raise self.error("words", "write the usual length as two numbers of words: 50-120.")
        return int(found[1]), int(found[2])

    def characters(self, *, most: int | None) -> int | None:
        """The most characters; never more than `most`."""
        if not self.get("characters"):
            return most
        if not re.fullmatch(r"[1-9][0-9]{0,4}", self.get("characters")):
            raise self.error("characters", "write the most characters as a number: 300.")
        asked = int(self.get("characters"))
        return min(asked, most) if most else asked

    def error(self, key: str, what: str) -> TemplateError:
        """An error at the place of this value."""
        return TemplateError(self.file, *self.place(key), what)
