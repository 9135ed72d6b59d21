"""`day12 promise`: how words are read, for people, and a line at a time for programs."""

from __future__ import annotations

import datetime as dt
import sys
from types import SimpleNamespace
from typing import Any

from day12.commands.output import say, show, show_json, show_json_line
from day12.commands.said import listed
from day12.commands.session import DONE, WRONG, CommandError, Session
from day12.labels import echo
from day12_data.promise import Ask, Choice, Reading, Refused, Window, promise, read_promise, what_can_be_said
from day12_data.settings import Settings
from day12_data.text import clean_lines
from day12_data.typed.when import read_when


def show_readings(parsed: SimpleNamespace, session: Session) -> int:
    """Read one phrase, or each line of standard input, as said at `--on`; without either, show what can be said."""
    try:
        when = read_when(parsed.on, session.clock(), session.zone, day_first=session.settings.day_first)
    except ValueError as error:
        raise CommandError(str(error)) from None
    if parsed.stdin:
        for line in sys.stdin:
            show_json_line(_json(_read(line, when.moment, session.settings)))
        return DONE
    if parsed.text is None:
        show(what_can_be_said())
        return DONE
    reading = _read(parsed.text, when.moment, session.settings)
    if parsed.json:
        show_json(_json(reading))
    elif isinstance(reading, Refused):
        raise CommandError(reading.message)
    elif isinstance(reading, Ask):
        say(reading.message)
        show("\n".join(listed(reading.choices, when.moment)))
    else:
        said = promise(parsed.text, when.moment, reading.choice if isinstance(reading, Window) else None)
        show(echo(said, when.moment.date(), session.settings.rules))
    return WRONG if isinstance(reading, Ask | Refused) else DONE


def _read(text: str, on: dt.datetime, settings: Settings) -> Reading:
    return read_promise(clean_lines(text), on, day_first=settings.day_first, days_off=settings.rules.days_off)


def _json(reading: Reading) -> dict[str, Any]:
    """The reading as the command line's contract has it."""
    empty: dict[str, Any] = {"words": "", "earliest": None, "latest": None, "choices": [], "message": ""}
    match reading:
        case Window(choice=choice):
            return {"kind": "window", **empty, **_choice(choice)}
        case Ask(choices=choices, message=message):
            return {"kind": "ask", **empty, "choices": [_choice(each) for each in choices], "message": message}
        case Refused(message=message):
            return {"kind": "refused", **empty, "message": message}
        case _:
            return {"kind": "vague", **empty, "message": "No day is named."}


def _choice(choice: Choice) -> dict[str, Any]:
    return {"words": choice.words, "earliest": choice.earliest.isoformat(), "latest": choice.latest.isoformat()}
