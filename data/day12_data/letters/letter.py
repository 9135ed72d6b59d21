"""A letter as it is kept: a plain-text file whose front matter says what it is for, and whose text has gaps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, unique
from typing import TypeVar

from day12_data.board import window_opened
from day12_data.card import Card, Stage
from day12_data.letters.placeholders import PLACEHOLDERS
from day12_data.letters.template import Template, TemplateError, nearest, parse

# LinkedIn cuts what you write with an invitation here.
INVITATION_CHARACTERS = 300

_FENCE = "---"
_KEYS = ("title", "for", "via", "subject", "words", "characters")


@unique
class Via(Enum):
    """How a letter travels. A phone letter is what to say."""

    EMAIL = "email"
    PAPER = "paper"
    LINKEDIN = "linkedin"
    PHONE = "phone"


@unique
class Occasion(Enum):
    """What a letter is for. The first four are the stages that a letter can do."""

    EMAILED = "emailed"
    MAILED = "mailed"
    CONNECTED = "connected"
    CHECKED_IN = "checked_in"
    CHECK_IN_AGAIN = "check_in_again"
    AFTER_NO = "after_no"
    KEEP_WARM = "keep_warm"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `name` is its file's, without the ending: the user's file of the same name takes its place.

    `words` is its usual length, least and most; `characters` the most that may be sent, or None.
    """

    name: str
    title: str
    occasions: tuple[Occasion, ...]
    via: Via
    subject: Template
    body: Template
    words: tuple[int, int] | None = None
    characters: int | None = None
    own: bool = False


def occasion_for(card: Card, stage: Stage) -> Occasion | None:
    """What a letter for this stage of the card is about; None for the first stage, which is asked in person.

    A card that ended is thanked for its answer once, and kept warm after that. Once you have checked in since
    their last word, the next time is again.
    """
    if card.ended:
        since = card.ended.at
        thanked = any(sent.at >= since for person in card.people for sent in person.sent)
        warmed = any(each.at >= since for each in card.check_ins)
        return Occasion.KEEP_WARM if thanked or warmed else Occasion.AFTER_NO
    if stage is Stage.ASKED:
        return None
    if stage is Stage.CHECKED_IN and any(each.at >= window_opened(card) for each in card.check_ins):
        return Occasion.CHECK_IN_AGAIN
    return Occasion(stage.value)


def parse_letter(text: str, name: str, file: str = "", *, own: bool = False) -> Letter:
    """The letter that a file holds; `file` is what its errors call it.

    Raises:
        TemplateError: it can't be used, with the place and what to write instead.
    """
    file = file or f"{name}.txt"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not text.strip():
        raise TemplateError(file, 1, 1, "the file is empty: start from a copy of a letter that works.")
    if lines[0].rstrip() != _FENCE or _FENCE not in [line.rstrip() for line in lines[1:]]:
        what = "a letter begins with its front matter: a line of ---, for: and via: on lines of their own, --- again."
        raise TemplateError(file, 1, 1, what)
    end = [line.rstrip() for line in lines].index(_FENCE, 1)
    front = _Front(file, lines[1:end])
    occasions = tuple(front.choice(part, Occasion) for part in front.required("for").split(","))
    via = front.choice(front.required("via"), Via)
    if via is Via.EMAIL:
        front.required("subject")
    first = next((number for number, line in enumerate(lines) if number > end and line.strip()), None)
    if first is None:
        raise TemplateError(file, end + 1, 1, "the letter has no text: write it below the second ---.")
    return Letter(
        name=name,
        title=front.get("title") or name.replace("-", " ").replace("_", " ").capitalize(),
        occasions=tuple(dict.fromkeys(occasions)),
        via=via,
        subject=parse(front.get("subject"), PLACEHOLDERS, file, *front.place("subject")),
        body=parse("\n".join(lines[first:]).rstrip(), PLACEHOLDERS, file, first + 1),
        words=front.words(),
        characters=front.characters(INVITATION_CHARACTERS if via is Via.LINKEDIN else None),
        own=own,
    )


_Choice = TypeVar("_Choice", bound=Enum)


class _Front:
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
        return self.values.get(key, "")

    def place(self, key: str) -> tuple[int, int]:
        return self.places.get(key, (1, 1))

    def required(self, key: str) -> str:
        if not self.get(key):
            examples = {"for": "for: emailed", "via": "via: email", "subject": "subject: Thank you"}
            raise self.error(key, f"the front matter lacks “{key}:”: add a line such as “{examples[key]}”.")
        return self.get(key)

    def choice(self, word: str, kind: type[_Choice]) -> _Choice:
        word = re.sub(r"[\s-]+", "_", word.strip().lower())
        known = {each.value: each for each in kind}
        if word not in known:
            key = "via" if kind is Via else "for"
            raise self.error(key, f"“{word[:40]}” is not known after “{key}:”: {nearest(word, list(known))}")
        return known[word]

    def words(self) -> tuple[int, int] | None:
        if not self.get("words"):
            return None
        found = re.fullmatch(r"([0-9]{1,4})\s*(?:-|\u2013|to)\s*([0-9]{1,4})", self.get("words"))
        if not found or not 0 < int(found[1]) <= int(found[2]):
            raise self.error("words", "write the usual length as two numbers of words: 50-120.")
        return int(found[1]), int(found[2])

    def characters(self, most: int | None) -> int | None:
        if not self.get("characters"):
            return most
        if not re.fullmatch(r"[1-9][0-9]{0,4}", self.get("characters")):
            raise self.error("characters", "write the most characters as a number: 300.")
        asked = int(self.get("characters"))
        return min(asked, most) if most else asked

    def error(self, key: str, what: str) -> TemplateError:
        return TemplateError(self.file, *self.place(key), what)
