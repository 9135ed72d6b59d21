"""What they said, as the command line takes it: read, and where more than one time could be meant, asked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from types import SimpleNamespace

from day12.commands.output import tell
from day12.commands.prompts import ask, find_terminal, number_in, numbered
from day12.commands.session import CommandError, Session
from day12.labels import choice_line
from day12_data.answers import AnswerKind, kinds_without_day
from day12_data.card import Card, Promise
from day12_data.promise import Ask, Choice, Refused, Window, promise, read_promise
from day12_data.text import clean_lines

_NONE = "  0  none of them: keep the words, without a day"


def promise_said(said: str, on: dt.datetime, parsed: SimpleNamespace, session: Session) -> Promise | None:
    """What they said at a moment, with the days that are meant; None for no words at all.

    Raises:
        CommandError: a time is named that can't be read, or it isn't sure which, and nobody can be asked.
    """
    said = clean_lines(said)
    if not said:
        return None
    if parsed.no_day:
        return promise(said, on, None)
    settings = session.settings
    match read_promise(said, on, day_first=settings.day_first, days_off=settings.rules.days_off):
        case Window(choice=choice):
            return promise(said, on, choice)
        case Ask(choices=choices, message=message):
            return promise(said, on, _chosen(choices, message, on, parsed))
        case Refused(message=message):
            raise CommandError(f"{message} Or keep the words without a day: --no-day.")
    return promise(said, on, None)


def listed(choices: Sequence[Choice], on: dt.datetime) -> list[str]:
    """The times that could be meant, numbered."""
    return numbered([choice_line(choice, on) for choice in choices])


def kind_meant(card: Card, parsed: SimpleNamespace) -> AnswerKind:
    """What words mean that name no day: a person at the terminal is asked, else it is no news yet.

    Raises:
        CommandError: the person left.
    """
    kinds = kinds_without_day(card)
    terminal = None if parsed.json or parsed.no_day else find_terminal()
    if terminal is None:
        others = ", ".join(kind.value for kind in kinds[1:])
        tell(f"No day in that, so it is kept as no news yet; --kind says what else it is: {others}.")
        return kinds[0]

    def read(typed: str) -> int | None:
        return number_in(typed or "1", 1, len(kinds))

    lines = numbered([kind.words for kind in kinds])
    return kinds[ask(terminal, "No day in that: what does it mean?", lines, read, "A number (enter is 1): ") - 1]


def _chosen(choices: Sequence[Choice], message: str, on: dt.datetime, parsed: SimpleNamespace) -> Choice | None:
    """The one that a person at the terminal chooses, or None for the words alone."""
    terminal = None if parsed.json else find_terminal()
    if terminal is None:
        what = "Give the words or the day of one of these alone, or --no-day to keep the words without a day."
        raise CommandError(f"{message} {what}", listed(choices, on))

    def read(typed: str) -> int | None:
        return number_in(typed or "1", 0, len(choices))

    number = ask(terminal, message, [*listed(choices, on), _NONE], read, "A number (enter is 1): ")
    return choices[number - 1] if number else None
