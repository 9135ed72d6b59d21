"""What they said, as it is read, and what the user answered where that left a choice."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from day12_data.card import Promise
from day12_data.promise import Ask, Choice, Reading, Refused, Window, promise, read_promise
from day12_data.settings import Settings
from day12_data.text import clean_lines
from day12_data.typed.entry import chosen_again


@dataclass(frozen=True, slots=True)
class ReadingChoice:
    """What was answered to a question."""

    words: str | None
    """The words of the choice that was kept; None for the words alone and no day."""
    asked: tuple[str, ...]
    """What the question was, so that another one is asked anew."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reading of what they said, with the answer to its question."""

    reading: Reading | None = None
    """None for no words at all."""
    answer: ReadingChoice | None = None

    @property
    def asked(self) -> tuple[str, ...]:
        """What the reading asks: the words of its choices, or why it is refused."""
        match self.reading:
            case Ask(choices=choices):
                return tuple(each.words for each in choices)
            case Refused(message=message):
                return (message,)
        return ()

    @property
    def is_open(self) -> bool:
        """Whether a question is open: times to choose from, or a time that can't be read."""
        return isinstance(self.reading, Ask | Refused) and self.answer is None

    @property
    def listed(self) -> tuple[Choice, ...]:
        """The times to choose from, the likeliest first, while that is open."""
        return self.reading.choices if isinstance(self.reading, Ask) and self.answer is None else ()

    @property
    def choice(self) -> Choice | None:
        """The time that counts; None where there is none, none was kept, or it is still open."""
        match self.reading:
            case Window(choice=choice):
                return choice
            case Ask(choices=choices) if self.answer:
                return next((each for each in choices if each.words == self.answer.words), None)
        return None

    @property
    def marks(self) -> tuple[tuple[int, int], ...]:
        """Where the words stand that count, or that are asked about."""
        if self.choice:
            return self.choice.spans
        match self.reading:
            case Refused(at=(start, end)) if self.answer is None:
                return ((start, end),)
        return tuple(span for each in self.listed for span in each.spans)

    def answered(self, choice: Choice | None) -> Said:
        """The same with this choice kept, or the words alone."""
        return Said(self.reading, ReadingChoice(choice.words if choice else None, self.asked))

    def with_reading(self, reading: Reading | None) -> Said:
        """Another reading; an answer stands while its words are among the choices, or the question is the same."""
        new = Said(reading)
        answer = self.answer
        if answer is None:
            return new
        still = answer.words in new.asked if answer.words else answer.asked == new.asked
        return Said(reading, answer if still else None)


class Known(NamedTuple):
    """A promise that the card had before, and what was answered when it was kept."""

    promise: Promise
    answer: ReadingChoice | None


def read_anew(before: Said, text: str, on: dt.datetime, settings: Settings, known: Known | None) -> Said:
    """How words are read now: while they are those that the card had, what was answered then is the answer."""
    answer = known.answer if known else None
    if known and answer and not answer.words and known.promise.latest and on != known.promise.given_at:
        # Its days can't be counted anew: it is not known which of the words they were read from.
        before, answer = Said(), None
    said = before.with_reading(reading_of(text, on, settings))
    if said.is_open and known and clean_lines(text) == clean_lines(known.promise.said):
        return Said(said.reading, answer)
    return said


def promise_of(said: Said, text: str, on: dt.datetime, known: Known | None) -> Promise:
    """What to keep on the card of words that were said at a moment; while a question is open they are kept alone."""
    made = promise(text, on, said.choice)
    as_before = known and (known.promise.said, known.promise.given_at) == (made.said, made.given_at)
    # A card of an older day12 may have been read otherwise: its window stays while its words do.
    return known.promise if known and as_before and said.answer == known.answer else made


def reading_of(text: str, on: dt.datetime, settings: Settings) -> Reading | None:
    """How words are read that are said at a moment; None for no words."""
    if not text.strip():
        return None
    return read_promise(text, on, day_first=settings.day_first, days_off=settings.rules.days_off)


def answer_of(known: Promise, settings: Settings) -> ReadingChoice | None:
    """The answer that was given when a promise was kept; None where its words leave nothing open."""
    reading = reading_of(known.said, known.given_at, settings)
    if reading is None or not Said(reading).is_open:
        return None
    return Said(reading).answered(chosen_again(known, settings, reading)).answer


def heard_line(said: Said, echo: str, *, choosing: bool, asked_again: bool) -> str:
    """How the words are read, or what is asked about them, with the keys.

    Args:
        said: The reading.
        echo: How what is kept of it is told.
        choosing: Whether the cursor is in the list of the times.
        asked_again: Whether the question that is open was shown once before.
    """
    match said.reading:
        case Ask(message=message) if said.is_open:
            return f"{message} {'Digit or enter keeps one.' if choosing else 'ctrl+y: 1 · enter: choose'}"
        case Refused(message=message) if said.is_open:
            return f"{message} Enter again keeps the words, no day." if asked_again else message
        case Ask() if echo:
            return f"{echo} · ctrl+y asks again"
    return echo
