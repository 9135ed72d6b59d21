"""`day12 promise`: how words are read, for people, and a line at a time for programs."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import Any

from day12.commands.output import show, show_json, show_json_line
from day12.commands.session import DONE, WRONG, CommandError, Session
from day12.labels import echo
from day12_data.promise import Reading, Refused, Window, promise, read_promise, what_can_be_said
from day12_data.settings import Settings
from day12_data.text import clean
from day12_data.typed.when import read_when


def show_readings(parsed: argparse.Namespace, session: Session) -> int:
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
    else:
        said = promise(parsed.text, when.moment, reading)
        show(echo(said, when.moment.date(), session.settings.rules))
    return WRONG if isinstance(reading, Refused) else DONE


def _read(text: str, on: dt.datetime, settings: Settings) -> Reading:
    return read_promise(clean(text), on, day_first=settings.day_first, days_off=settings.rules.days_off)


def _json(reading: Reading) -> dict[str, Any]:
    """The reading as the command line's contract has it."""
    match reading:
        case Window(earliest=earliest, latest=latest):
            return {"kind": "window", "earliest": earliest.isoformat(), "latest": latest.isoformat(), "message": ""}
        case Refused(message=message):
            return {"kind": "refused", "earliest": None, "latest": None, "message": message}
        case _:
            return {"kind": "vague", "earliest": None, "latest": None, "message": "No day is named."}
