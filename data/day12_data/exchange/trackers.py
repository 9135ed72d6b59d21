"""What a tracker's spreadsheet does to the board: a card for each row that had an interview; the others are counted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from day12_data.board import Board
from day12_data.card import Card, Ending, Person, Promise
from day12_data.card import replace as with_fields
from day12_data.dates.zones import time_zone
from day12_data.exchange.calendar_zones import zone_named
from day12_data.exchange.company import ByCompany
from day12_data.exchange.contact import Contact
from day12_data.exchange.file_dates import read_day, read_time
from day12_data.exchange.import_changes import added, free_id, moment
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question, digest
from day12_data.exchange.promises_in_mail import promise_of
from day12_data.exchange.sheet import Sheet
from day12_data.kinds import Outcome
from day12_data.letters.linkedin import profile_url
from day12_data.text import clean, clean_lines, counted, fold

# A row in one of these states had an interview, whether or not it says when.
_HAD = re.compile(
    r"\binterview|on-?site|phone screen|screening call|final round|\d(?:st|nd|rd|th) round|second round|offer|"
    r"gespr[aä]ch|"
    r"entretien|entrevista|hiring manager|negotiat|verhandl|angebot",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"no interview|not interview|without interview|kein (?:interview|gespr)", re.IGNORECASE)
_REJECTED = re.compile(
    r"reject|declined by|not selected|no longer|closed|absage|abgelehnt|refus|rechaz|turned down", re.IGNORECASE
)
_WITHDREW = re.compile(r"withdr[ae]w|zurückgezogen|declined offer|i declined", re.IGNORECASE)
NOT_SET = "no time is set yet"
_YES = re.compile(r"(?:yes|y|x|ja|oui|si|sí|true|✓|✔|☑|done|scheduled|completed|\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that had an interview; `start` is None where it doesn't say when."""

    cells: dict[str, str]
    company: str
    role: str
    start: dt.datetime | None
    end: dt.datetime | None


def is_address_book(sheet: Sheet) -> bool:
    """Whether the rows are people, not applications."""
    people = {"first", "last"} <= sheet.columns or ("name" in sheet.columns and "email" in sheet.columns)
    return people and not sheet.columns & {"status", "interview", "applied"}


def contacts_in(sheet: Sheet) -> list[Contact]:
    """The people in an address book's rows; a row without a name is left out."""
    found = []
    for cells in sheet.rows:
        name = clean(f"{cells.get('first', '')} {cells.get('last', '')}") or clean(cells.get("name", ""))
        if name:
            found.append(
                Contact(
                    name=name[:200],
                    company=clean(cells.get("company", ""))[:200],
                    title=clean(cells.get("role", ""))[:200],
                    email=clean(cells.get("email", ""))[:254],
                    phone=clean(cells.get("phone", ""))[:60],
                    linkedin=profile_url(cells.get("profile", "")),
                    address=clean_lines(cells.get("address", ""))[:500],
                )
            )
    return found


def plan_tracker(sheet: Sheet, board: Board, context: Context) -> list[Item]:
    """What the rows of a tracker would do to the board."""
    rows = [row for cells in sheet.rows if (row := _row(cells, context)) is not None]
    items: list[Item] = []
    held, taken = 0, set(board.cards)
    known = ByCompany(card for card in board.cards.values() if not card.deleted)
    for row in rows:
        item = _item(row, known.of(row.company), taken, context)
        held += item is None
        if item:
            items.append(item)
        if item and item.change:
            taken.add(item.change.after.id)
            known.put(item.change.after)
    return [*items, *_left_out(len(sheet.rows), len(rows), held)]


def _left_out(rows: int, had: int, held: int) -> Iterator[Item]:
    if rows > had:
        yield Item(Does.NOTHING, f"{rows - had} of {counted(rows, 'row')} had no interview: left out.")
    if held:
        yield Item(
            Does.NOTHING,
            f"{held} of {counted(rows, 'row')} {'is' if held == 1 else 'are'} on the board already: held back.",
        )
    if not rows:
        yield Item(Does.NOTHING, "There is no row under the titles of the columns: nothing to import.")


def _row(cells: dict[str, str], context: Context) -> _Row | None:
    """The row, or None where it had no interview."""
    if not cells.get("company"):  # some call the column of the companies “Name”
        cells = {column: cell for column, cell in cells.items() if column != "name"} | {
            "company": cells.get("name", "")
        }
    company, status = clean(cells["company"]), _status(cells)
    if not company:
        return None
    said = cells.get("interview", "")
    start, end = _times(said, cells.get("hour", ""), context)
    had = (
        start is not None
        or bool(said and _YES.fullmatch(said))
        or (bool(_HAD.search(status)) and not _NOT_YET.search(status))
    )
    return _Row(cells, company[:200], clean(cells.get("role", ""))[:200], start, end) if had else None


def _status(cells: dict[str, str]) -> str:
    status = cells.get("status", "")
    if status.startswith("{") and (found := re.search(r'"name"\s*:\s*"([^"]*)"', status)):
        return found[1]
    return clean(status)


def _times(said: str, hour: str, context: Context) -> tuple[dt.datetime | None, dt.datetime | None]:
    """The start and the end on the wall; a day without an hour is noon."""
    first, _, last = re.split(r"\n", said.strip())[0].partition("→")
    read = read_day(first, day_first=context.settings.day_first, year=context.now.year)
    if read is None:
        return None, None
    day, rest = read
    start = read_time(rest) or read_time(hour) or dt.time(12)
    spans = re.split(r"\s*(?:-|–|—|to|bis)\s*", rest, maxsplit=1)
    end = read_time(last.strip()) or (read_time(spans[1]) if len(spans) > 1 else None)
    begins = dt.datetime.combine(day, start)
    return begins, dt.datetime.combine(day, end) if end and end > start else None


def _item(row: _Row, same: Sequence[Card], taken: Container[str], context: Context) -> Item | None:
    """What the row does, with the cards of its company and the ids that are taken; None where it is known already."""
    if row.start is None:
        if any(not card.role or not row.role or fold(card.role) == fold(row.role) for card in same):
            return None
        asked = _asked(row, context)
        if isinstance(asked, Item):
            return asked
        row = asked
    card = _card(row, taken, context)
    if any(other.local(other.starts_at).date() == card.starts_at.date() for other in same):
        return None
    change = added(card, context.now)
    state = _status(row.cells)
    return Item(
        Does.ADD, f"A row of the tracker{f': {state}' if state else ''}.", change.after, card.people, change=change
    )


def _asked(row: _Row, context: Context) -> _Row | Item:
    """The row with its interview's time as it was answered; the days that the row names are the choices."""
    days = [cells for column in ("updated", "applied", "saved") if (cells := row.cells.get(column))]
    read = [found[0] for each in days if (found := read_day(each, day_first=context.settings.day_first))]
    choices = tuple(dict.fromkeys(day.isoformat() for day in read if day <= context.now.date()))
    said = _status(row.cells) or row.cells.get("interview", "")
    job = f"{row.company} ({row.role})" if row.role else row.company
    question = Question(
        f"row:{digest(fold(row.company), fold(row.role))}:when",
        f"The tracker says “{said}” for {job}, and not when: when was the interview?",
        (*choices, NOT_SET, LEAVE),
        typed=True,
    )
    answer = context.answer(question)
    if answer == LEAVE:
        return Item(Does.NOTHING, f"{row.company} was left out.")
    start, end = _times(answer, "", context)
    if start is None and answer != NOT_SET:
        return Item(Does.ASK, f"A row of the tracker: {job}.", question=question)
    return _Row(row.cells, row.company, row.role, start, end)


def _card(row: _Row, taken: Container[str], context: Context) -> Card:
    cells = row.cells
    zone = zone_named(cells.get("zone", "")) or context.zone
    start = (row.start or context.now.replace(tzinfo=None)).replace(tzinfo=time_zone(zone))
    length = row.end - row.start if row.end and row.start else dt.timedelta(minutes=context.settings.minutes)
    starts_at = moment(start, zone)
    card = Card(
        id=free_id(taken, "row", fold(row.company), fold(row.role), starts_at.isoformat()),
        company=row.company,
        role=row.role,
        starts_at=starts_at,
        ends_at=moment(starts_at + length, zone),
        updated=context.now,
        zone=zone,
        time_known=row.start is not None,
        where=clean(cells.get("where", ""))[:200],
        people=tuple(_people(cells)),
        notes=clean_lines(cells.get("notes", ""))[:20_000],
    )
    card = with_fields(card, promise=_promise(cells.get("promised", ""), card, context))
    outcome = _outcome(f"{_status(cells)} {cells.get('outcome', '')}")
    return with_fields(card, ended=Ending(outcome=outcome, at=context.now)) if outcome else card


def _outcome(state: str) -> Outcome | None:
    """How it ended, by the row's own words."""
    if _WITHDREW.search(state):
        return Outcome.WITHDREW
    return Outcome.REJECTED if _REJECTED.search(state) else None


def _people(cells: dict[str, str]) -> Iterator[Person]:
    names = [
        clean(name)
        for name in re.split(r"[\n;/]|,\s(?=[A-Z])|\s+(?:and|und|&)\s+", cells.get("name", ""))
        if clean(name)
    ]
    email = clean(cells.get("email", ""))
    for number, name in enumerate(names[:9]):
        alone = len(names) == 1 or number == 0
        yield Person(
            name=name[:200],
            email=email if alone and "@" in email else "",
            phone=clean(cells.get("phone", "")) if alone else "",
        )


def _promise(said: str, card: Card, context: Context) -> Promise | None:
    """What the row says about when they answer: a day, or words that the promise reader reads."""
    if not said:
        return None
    read = read_day(said, day_first=context.settings.day_first, year=card.starts_at.year)
    if read and read[0] >= card.starts_at.date():
        return Promise(said=clean(said), given_at=card.starts_at, earliest=read[0], latest=read[0])
    read_for_sure = promise_of(said, card.starts_at, card, context.settings)
    return read_for_sure or Promise(said=clean(said)[:200], given_at=card.starts_at)
