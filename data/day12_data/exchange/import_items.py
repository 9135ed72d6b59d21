"""The items of an import: what was found in a file, what it would do to the board, and what it has to ask."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import Enum, unique

from day12_data.board import Board, Change
from day12_data.card import Card, Person
from day12_data.rules import Holiday
from day12_data.settings import Settings

LEAVE = "leave it out"


@unique
class Does(Enum):
    """What an item does to the board."""

    ADD = "add"
    UPDATE = "update"
    CANCEL = "cancel"
    REPLY = "reply"
    PEOPLE = "people"
    NOTHING = "nothing"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Question:
    """What isn't sure. `key` is what it is answered under; with `typed`, other words than the choices may be given.

    An `optional` one need not be answered: its first choice is what is done without an answer.
    """

    key: str
    text: str
    choices: tuple[str, ...] = ()
    typed: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that was found: what would be done, why, the card as it would be, and the change that makes it so.

    `days` are days off, which aren't kept on the board but beside the settings.
    """

    does: Does
    why: str
    card: Card | None = None
    people: tuple[Person, ...] = ()
    question: Question | None = None
    change: Change | None = None
    days: tuple[Holiday, ...] = ()

    @property
    def does_something(self) -> bool:
        """Whether anything is different once it is done."""
        return self.change is not None or bool(self.days)

    @property
    def is_open(self) -> bool:
        """Whether a question has to be answered before it can be done."""
        return self.question is not None and not self.question.optional


@dataclass(frozen=True, slots=True)
class Context:
    """What an import knows besides the file: the moment, the local zone, the settings, and the answers given so far."""

    now: dt.datetime
    zone: str
    settings: Settings
    answers: Mapping[str, str] = field(default_factory=dict)

    def answer(self, question: Question) -> str:
        """What was answered; empty where nothing was, or what can't be an answer."""
        answer = self.answers.get(question.key, "").strip()
        return answer if question.typed or answer in question.choices else ""


def changes(items: Iterable[Item]) -> tuple[Change, ...]:
    """The changes that the items make, in the order in which they have to be made."""
    return tuple(item.change for item in items if item.change)


def days_off(items: Iterable[Item]) -> dict[dt.date, str]:
    """The days off that the items bring, with their names."""
    return {each.day: each.name for item in items for each in item.days}


def names(items: Iterable[Item]) -> list[str]:
    """A name for each item, the same one where the files are planned again: by its question, or by its card."""
    found: list[str] = []
    counts: Counter[str] = Counter()
    for item in items:
        name = item.question.key if item.question and item.is_open else item.change.after.id if item.change else ""
        name = name or "days" * bool(item.days)
        counts[name] += 1
        found.append(f"{name}#{counts[name]}")
    return found


def kept(items: Iterable[Item], left_out: Set[str]) -> list[Item]:
    """The items that are done where those of these names are left out, and with them what hangs on those."""
    items = list(items)
    broken: set[str] = set()
    missing: set[str] = set()
    found: list[Item] = []
    for item, name in zip(items, names(items), strict=True):
        change = item.change
        if name in left_out or (change and (change.after.id in broken or change.after.round_of in missing)):
            if change:
                broken.add(change.after.id)
                missing |= {change.after.id} if change.before is None else set()
        else:
            found.append(item)
    return found


def after(board: Board, items: Iterable[Item]) -> Board:
    """The board as the items leave it."""
    return board.with_cards(*(change.after for change in changes(items)))


def answers_for_all(questions: Sequence[Question]) -> dict[str, dict[str, str]]:
    """The answers that fit the first of the open questions and all that are like it, by a sign to choose them with.

    An answer is the choice by each question's key; where no other question is like the first, there are none.
    """
    like = [each for each in questions if each.key.rpartition(":")[2] == questions[0].key.rpartition(":")[2]]
    if len(like) < 2:
        return {}
    common = [choice for choice in like[0].choices if all(choice in each.choices for each in like)]
    # No letters or digits: those may begin an answer in other words.
    return {sign: {each.key: choice for each in like} for sign, choice in zip("*+=", common[::-1], strict=False)}


def digest(*parts: str) -> str:
    """16 hexadecimal digits, the same for the same parts on every machine."""
    number = int.from_bytes(hashlib.blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=8).digest())
    return f"{number >> 1:016x}"
