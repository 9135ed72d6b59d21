"""`day12 export`: the record of the interviews in the form that is asked for, to a file or to stdout."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from day12.commands.output import card_json, json_text, show, write_out
from day12.commands.session import DONE, CommandError, Session
from day12_data import files
from day12_data.agenda import Row, row_for
from day12_data.board import Board
from day12_data.card import Card
from day12_data.exchange.own_export import is_board, is_export
from day12_data.exchange.record import DateRange, recorded
from day12_data.settings import Settings
from day12_data.text import clean, counted
from day12_data.typed.period import read_period


class Export(NamedTuple):
    """What is exported: the interviews in which anything happened in the period, the oldest first."""

    board: Board
    cards: Sequence[Card]
    period: DateRange
    now: dt.datetime
    zone: str
    settings: Settings

    @property
    def rows(self) -> list[Row]:
        """The interviews with what is next for each."""
        return [row_for(card, self.now, self.settings.rules) for card in self.cards]


def export(parsed: SimpleNamespace, session: Session) -> int:
    """Write the record, whole or not at all."""
    path = _path(parsed.file)
    form = getattr(parsed, "form", None) or (_form_of(parsed.file) if path else "csv")
    period = _period(parsed, session)
    if path:
        _refuse(path, parsed.file, form, session)
    board = session.load()
    found = Export(
        board, recorded(board.cards.values(), period), period, session.clock(), session.zone, session.settings
    )
    text, what = _FORMS[form](found)
    if path is None:
        write_out(text)
        return DONE
    try:
        files.replace(path, text.encode(), files.signature(path))
    except OSError as error:
        raise CommandError(f"{clean(path.name)} can't be written: {files.why(error)}.") from None
    show(f"Exported {what} to {clean(path.name)}.")
    return DONE


def _path(named: str) -> Path | None:
    """The file that is named, where a link leads; None for stdout."""
    return None if named == "-" else Path(os.path.realpath(os.path.expanduser(named)))  # noqa: PTH111 - Path's own fails where there is no such user


def _form_of(named: str) -> str:
    """The form that the file's name ends in."""
    form = _ending(named)
    if form not in _FORMS:
        raise CommandError("In which form? Let the file's name end in .csv or the like, or say --csv.")
    return form


def _ending(named: str) -> str:
    ending = Path(named).suffix.lower().removeprefix(".")
    return _ENDINGS.get(ending, ending)


def _period(parsed: SimpleNamespace, session: Session) -> DateRange:
    now, since, until = session.clock(), None, None
    read = partial(read_period, today=now.date(), day_first=session.settings.day_first)
    try:
        if parsed.since is not None:
            since, _ = read(clean(parsed.since))
        if parsed.until is not None:
            _, until = read(clean(parsed.until))
    except ValueError as error:
        raise CommandError(str(error)) from None
    if since and until and until < since:
        raise CommandError(f"--until {until} is before --since {since}: turn them round.")
    return DateRange(since, until, now.tzinfo)


def _refuse(path: Path, named: str, form: str, session: Session) -> None:
    """Leave alone what is no export: a folder, a board, a file of another kind."""
    name = clean(path.name) or clean(str(path))
    try:
        if path.is_dir():
            raise CommandError(f"{name} is a folder: name a file in it, such as {name}/interviews.{form}.")
        if not path.parent.is_dir():
            raise CommandError(f"there is no folder {clean(str(path.parent))}: make it first.")
        if not path.exists():
            return
        if not path.is_file():
            raise CommandError(f"{name} is no plain file: without a file, the export goes to stdout.")
        if path == Path(os.path.realpath(session.store.path)) or (form == "json" and is_board(path.read_bytes())):
            raise CommandError(f"{name} is a board: name another file.")
        if _ending(named) != form and path.stat().st_size:
            raise CommandError(f"{name} is there already, and its name doesn't end in .{form}: name another file.")
        if not is_export(path.read_bytes(), form):
            raise CommandError(f"{name} is there already, and is no export of day12's: name another file.")
    except OSError as error:
        raise CommandError(f"{name} can't be written: {files.why(error)}.") from None


def _json(found: Export) -> tuple[str, str]:
    """A list of cards as `day12 list --json` has them, with all that happened."""
    import msgspec

    from day12_data.exchange.record import record_entries

    listed = [
        {
            **msgspec.to_builtins(row.card),
            **card_json(row, found.now),
            "starts_at": row.card.local(row.card.starts_at).isoformat(),
            "ends_at": row.card.local(row.card.ends_at).isoformat(),
            "history": [
                {"at": row.card.local(entry.at).isoformat(), "kind": entry.kind, "what": entry.what, "said": entry.said}
                for entry in record_entries(row.card)
            ],
        }
        for row in found.rows
    ]
    return f"{json_text(listed)}\n", _interviews(found)


def _csv(found: Export) -> tuple[str, str]:
    from day12_data.exchange.record_sheet import sheet_text

    return sheet_text(found.rows, found.zone), _interviews(found)


def _html(found: Export) -> tuple[str, str]:
    from day12_data.exchange.record_page import html_page

    mine = found.settings
    unnamed = "" if mine.name else ", without your name, which isn't in the settings,"
    return html_page(found.cards, found.period, found.now, mine.name, mine.address), _interviews(found) + unnamed


def _vcf(found: Export) -> tuple[str, str]:
    from day12_data.exchange.vcard_out import contacts_on, vcards

    contacts = contacts_on(found.cards)
    left = len({person.name for card in found.cards for person in card.people} - {who.name for who, _ in contacts})
    more = f" ({left} more have neither a number nor an address)" if left else ""
    return vcards(contacts), counted(len(contacts), "contact") + more


def _ics(found: Export) -> tuple[str, str]:
    """The interviews and the steps that lie in the period, since a calendar is about what is to come, too."""
    from day12_data.exchange.calendar_out import calendar_text

    text = calendar_text(found.board, found.now, found.settings.rules, found.period.since, found.period.until)
    return text, counted(text.count("BEGIN:VEVENT"), "event")


def _interviews(found: Export) -> str:
    return counted(len(found.cards), "interview")


# Of each form, by its option and its file's ending, what makes the content, and says what is in it.
_FORMS: dict[str, Callable[[Export], tuple[str, str]]] = {
    "csv": _csv,
    "html": _html,
    "ics": _ics,
    "vcf": _vcf,
    "json": _json,
}
_ENDINGS = {"htm": "html", "vcard": "vcf"}
