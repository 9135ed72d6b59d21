"""Reading a promise: from what was said to the window in which word was promised (promises.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from day12_data.promise.aside_reader import without_asides
from day12_data.promise.bounds import Clause
from day12_data.promise.content import speaks_of_a_day
from day12_data.promise.joins import combined
from day12_data.promise.offer import offered
from day12_data.promise.pattern import Reader
from day12_data.promise.phrases import grammar
from day12_data.promise.reading import Reading, Refused, Vague, Window
from day12_data.promise.refusals import EXAMPLES, early_refusal, not_understood
from day12_data.promise.senses import sense
from day12_data.promise.spans import Scene, Span, Unsafe, add_months
from day12_data.promise.talk import without_talk
from day12_data.promise.tokens import Token, tokens

LONGEST = 600  # characters; nobody says when in more
_MOST_CLAUSES = 4


def read_promise(
    said: str, on: datetime, *, day_first: bool = False, days_off: frozenset[date] = frozenset()
) -> Reading:
    """Read when word was promised.

    Args:
        said: The interviewer's words, as they were typed. No text makes this raise.
        on: When they were said, in the interview's own time zone; the window's days are local to it.
        day_first: Whether 3/4 is the 3rd of April, not the 4th of March.
        days_off: Days that count as no working days, beside Saturdays and Sundays.
    """
    if len(" ".join(said.split())) > LONGEST:
        return Refused('That is too long to read: type only when you will hear, such as "by Friday" or "7-10 days".')
    words = tokens(said)
    scene = Scene(on, day_first, days_off)
    reading = _read(words, said, scene)
    if not isinstance(reading, Refused):
        return reading
    meant = [sense(words, at) for at in range(len(words))]
    if not speaks_of_a_day(without_asides(meant)):
        return Vague()
    offer = offered(meant, said, lambda part: _read(part, said, scene)) if EXAMPLES in reading.message else ""
    return replace(reading, message=reading.message.replace(EXAMPLES, f"“{offer}”"), offer=offer) if offer else reading


def _read(words: Sequence[Token], said: str, scene: Scene) -> Reading:
    left = without_talk(words)
    refused = early_refusal(left, said)
    reader = Reader(grammar(), left)
    clauses = None if refused else _clauses(reader, 0, _MOST_CLAUSES)
    if clauses is None:
        if not speaks_of_a_day(left):
            return Vague()
        return refused or not_understood(left, said, reader.furthest)
    try:
        return _window(combined(clauses, scene), scene)
    except Unsafe as unsafe:
        return Refused(str(unsafe), (left[0].start, left[-1].end))
    except (OverflowError, ValueError):
        return Refused("That is too far away: type a nearer day, such as “two weeks” or a date with its year.")


def _clauses(reader: Reader, start: int, most: int) -> list[tuple[str, Clause]] | None:
    """The text from `start` to its end as clauses, each with the separator before it, or None where it is not one."""
    known: dict[tuple[int, int], Any] = {}

    def read(at: int, rest: int) -> list[tuple[str, Clause]] | None:
        key = (at, rest)
        if key not in known:
            known[key] = attempt(at, rest)
        found: list[tuple[str, Clause]] | None = known[key]
        return found

    def attempt(at: int, rest: int) -> list[tuple[str, Clause]] | None:
        for end, clause in reader.read("clause", at):
            if end == len(reader.tokens):
                return [("", clause)]
            if rest > 1:
                for after, separator in reader.read("separator", end):
                    more = read(after, rest - 1)
                    if more is not None:
                        return [("", clause), (separator, more[0][1]), *more[1:]]
        return None

    return read(start, most)


def _window(span: Span, scene: Scene) -> Reading:
    if span.latest < span.earliest or span.latest < scene.day:
        raise Unsafe("That leaves no day: type the first and the last day.")
    if span.latest > add_months(scene.day, 12):
        raise Unsafe('That is more than a year ahead: type a nearer day, such as "two weeks".')
    return Window(max(span.earliest, scene.day), span.latest, span.working)
