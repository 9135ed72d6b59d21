"""The record as a spreadsheet: a row an interview, its whole history with dates, and read back by `day12 import`."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterable

from day12_data.agenda import Row
from day12_data.card import Card, Mark, Promise
from day12_data.dates.zones import time_zone
from day12_data.kinds import Stage
from day12_data.text import clean, clean_lines, way
from day12_data.typed.person import person_text

ID = "day12"
"""The title of the column with the card's id, by which an import knows its own."""
PREFIX = "day12-"
"""Before an id, or a spreadsheet takes one of digits for a number and rounds it."""
# What a spreadsheet takes for a formula, in the letters of East Asian keyboards too.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_BOM = "\ufeff"  # or Excel reads the file in the alphabet of the machine; LibreOffice and the others know it

_Cell = Callable[[Row, dt.tzinfo, str], str]


def sheet_text(rows: Iterable[Row], zone: str) -> str:
    """The interviews as CSV; its moments are by the clock of the zone."""
    clock = time_zone(zone)
    file = io.StringIO()
    write = csv.writer(file, lineterminator="\r\n")
    write.writerow(_COLUMNS)
    write.writerows([guarded(cell(row, clock, zone)) for cell in _COLUMNS.values()] for row in rows)
    return _BOM + file.getvalue()


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" '").startswith(_FORMULA) else text


def unguarded(cell: str) -> str:
    """The text of a cell that was guarded, and any other as it is."""
    return cell[1:] if cell.startswith("'") and cell.lstrip(" '").startswith(_FORMULA) else cell


def _moment(at: dt.datetime, clock: dt.tzinfo) -> str:
    return f"{at.astimezone(clock):%Y-%m-%d %H:%M}"


def _due(at: dt.datetime, clock: dt.tzinfo) -> str:
    """A deadline, without its hour where that is the start or the end of a day."""
    return _moment(at, clock).removesuffix(" 00:00").removesuffix(" 23:59")


def _interview(row: Row, at: dt.datetime, clock: dt.tzinfo) -> str:
    return _moment(at, clock) if row.card.time_known else ""


def _mark(stage: Stage) -> _Cell:
    def cell(row: Row, clock: dt.tzinfo, _: str) -> str:
        mark = row.card.mark(stage)
        return _marked(mark, clock) if mark else ""

    return cell


def _marked(mark: Mark, clock: dt.tzinfo) -> str:
    return f"{'skipped ' * mark.skipped}{_moment(mark.at, clock)}"


def _check_ins(row: Row, clock: dt.tzinfo, _: str) -> str:
    return "\n".join(_line(f"{_moment(each.at, clock)}{way(each.via)}", each.said) for each in row.card.check_ins)


def _replies(row: Row, clock: dt.tzinfo, _: str) -> str:
    return "\n".join(_line(f"{_moment(each.at, clock)} {each.kind.words}", each.said) for each in row.card.replies)


def _letters(row: Row, clock: dt.tzinfo, _: str) -> str:
    sent = sorted(((each, person) for person in row.card.people for each in person.sent), key=lambda pair: pair[0].at)
    return "\n".join(
        f"{_moment(each.at, clock)} {clean(each.letter)} to {clean(person.name)}{way(each.via)}"
        for each, person in sent
    )


def _past_promises(row: Row, clock: dt.tzinfo, _: str) -> str:
    return "\n".join(
        _line(f"{_moment(each.given_at, clock)}{_window(each)}", each.said) for each in row.card.past_promises
    )


def _window(promise: Promise) -> str:
    return f", for {promise.earliest} – {promise.latest}" if promise.earliest and promise.latest else ""


def _line(start: str, said: str) -> str:
    return f"{start}: {clean(said)}" if said else start


def _people(card: Card) -> str:
    return "\n\n".join(clean_lines(person_text(person)) for person in card.people)


def _day(day: dt.date | None) -> str:
    return day.isoformat() if day else ""


# The columns by their titles, in their order.
_COLUMNS: dict[str, _Cell] = {
    "Company": lambda row, _, __: clean(row.card.company),
    "Role": lambda row, _, __: clean(row.card.role),
    "Interview": lambda row, clock, _: _interview(row, row.card.starts_at, clock),
    "Interview end": lambda row, clock, _: _interview(row, row.card.ends_at, clock),
    "Time zone": lambda _, __, zone: zone,
    "Interview's zone": lambda row, _, __: row.card.zone,
    "Location": lambda row, _, __: clean(row.card.where),
    "Link": lambda row, _, __: clean(row.card.link),
    "People": lambda row, _, __: _people(row.card),
    "They said": lambda row, _, __: clean(row.card.promise.said) if row.card.promise else "",
    "Said on": lambda row, clock, _: _moment(row.card.promise.given_at, clock) if row.card.promise else "",
    "Promised from": lambda row, _, __: _day(row.card.promise.earliest) if row.card.promise else "",
    "Promised until": lambda row, _, __: _day(row.card.promise.latest) if row.card.promise else "",
    "Earlier promises": _past_promises,
    **{stage.title: _mark(stage) for stage in Stage},
    "Check-ins": _check_ins,
    "Replies": _replies,
    "Letters": _letters,
    "Answer their offer by": lambda row, _, __: _day(row.card.offer.answer_by) if row.card.offer else "",
    "Did not take place": lambda row, clock, _: _moment(row.card.missed_at, clock) if row.card.missed_at else "",
    "Outcome": lambda row, _, __: row.card.outcome.value if row.card.outcome else "",
    "Outcome on": lambda row, clock, _: _moment(row.card.ended.at, clock) if row.card.ended else "",
    "Next step": lambda row, _, __: row.step.action.value.replace("_", " ") if row.step else "",
    "Next step due": lambda row, clock, _: _due(row.step.due, clock) if row.step else "",
    "Anchors": lambda row, _, __: "\n".join(f"{each.kind.value}: {clean(each.text)}" for each in row.card.anchors),
    "Notes": lambda row, _, __: clean_lines(row.card.notes),
    ID: lambda row, _, __: f"{PREFIX}{row.card.id}",
}
