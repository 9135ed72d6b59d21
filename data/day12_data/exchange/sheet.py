"""Reads spreadsheets that were saved as text: the delimiter and the encoding are found, headers known by many names."""

from __future__ import annotations

import csv
import io
import re
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from day12_data.exchange.encoding import decode
from day12_data.exchange.record_sheet import ID, unguarded
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.text import clean_lines, fold, without_controls

_DELIMITERS = (",", ";", "\t", "|")
_PREAMBLE = 25
_LIMIT = 8 * 2**20
# What each column is called, in the trackers and in the spreadsheets of people. The first one that fits is taken.
COLUMNS = {
    "company": "company|company name|employer|organization|organisation|organization name|organisation name|firma|"
    "unternehmen|arbeitgeber|entreprise|société|societe|empresa|azienda|business|company organization|firm",
    "role": "role|job title|title|position|job position|job role|jobtitle|stelle|position title|job|rolle|"
    "jobtitel|poste|"
    "puesto|job name|role title|position applied for|stellenbezeichnung|organization title",
    "status": "status name|status|stage|list|board list|column|application status|phase|state|current stage|list name|"
    "job status|stand|étape",
    "interview": "interview date|interview|interview at|interviewed at|interviewed on|interview time|"
    "interview datetime|"
    "interview date time|interview scheduled|interview 1|1st interview|first interview|date of interview|"
    "next interview|"
    "gespräch|gesprach|vorstellungsgespräch|vorstellungsgesprach|interviewtermin|gesprächstermin|gesprachstermin|"
    "interview am|gespräch am|gesprach am|entretien|date entretien|phone screen date|phone screen|interview on|"
    "entrevista|"
    "date interviewed|interview dates|interview start|interview date 1",
    "outcome": "outcome|result|final result|decision|ergebnis|resultat|résultat|resultado",
    "hour": "time|uhrzeit|interview hour|start time|heure|hora",
    "zone": "timezone|time zone|zeitzone|tz",
    "where": "location|ort|standort|place|city|lieu|job location|where",
    "notes": "notes|note|comments|comment|notizen|bemerkungen|bemerkung|kommentar|remarks",
    "promised": "hear back by|response by|expected response|promised|promise|they said|rückmeldung bis|ruckmeldung bis|"
    "rückmeldung|ruckmeldung|feedback by|decision by|expected to hear|hear by|response expected|answer by|timeline",
    "name": "contact|contact name|recruiter|interviewer|interviewers|ansprechpartner|kontakt|hiring manager|"
    "contact person|interviewer name|recruiter name|full name|name|display name|ansprechperson",
    "first": "first name|vorname|given name|prénom|nombre",
    "last": "last name|nachname|family name|surname|nom",
    "email": "email address|email|e mail|contact email|recruiter email|e mail address|e mail adresse|"
    "adresse e mail|correo electrónico|e mail 1 value|"
    "email 1 value|mail|"
    "interviewer email",
    "phone": "phone|contact phone|contact phone number|phone number|telefon|mobile|mobile phone|business phone|"
    "phone 1 value|primary phone|telephone|handy",
    "profile": "linkedin|linkedin url|linkedin profile|profile url|url|website 1 value|profile",
    "updated": "updated at|last updated|updated|last activity|status date|date updated|last contact",
    "applied": "applied at|date applied|applied|applied on|applied date|applieddate|application date|beworben am|"
    "date of application|submitted|applied at date|bewerbungsdatum",
    "saved": "date saved|added at|created at|created|createdat|date added|saved at|verbunden am|connecté le|"
    "date|connected on|date created",
    "address": "business address|address|address 1 formatted|adresse",
}
_BY_NAME = {fold(name): column for column, names in reversed(COLUMNS.items()) for name in names.split("|")}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows, each by the columns that are known; `columns` are those that the header names.

    `own` are the rows of a spreadsheet of ours, by the titles of their columns.
    """

    rows: tuple[dict[str, str], ...]
    columns: frozenset[str]
    header: tuple[str, ...]
    own: tuple[dict[str, str], ...] = ()


def read_sheet(data: bytes, name: str) -> Sheet:
    """The spreadsheet in the bytes.

    Raises:
        ImportRefusedError: no line of it names the columns, or it can't be taken apart.
    """
    if len(data) > _LIMIT:
        raise ImportRefusedError(f"{name} is larger than {_LIMIT // 2**20} MB: import a smaller part of it.")
    text = decode(data).lstrip("\ufeff").replace("\x00", "")
    text = re.sub(r"\Asep=.\r?\n", "\n", text)
    best: tuple[int, int, str] = (0, 0, ",")
    for delimiter in _DELIMITERS:
        rows = _first_rows(text[:60_000], delimiter)
        for number, row in enumerate(rows):
            known = len({_column(cell) for cell in row} - {""})
            best = max(best, (known, -number, delimiter))
    known, place, delimiter = best[0], -best[1], best[2]
    if known < 2:
        raise ImportRefusedError(
            f"{name} names no columns that are known: its first line needs a “Company” and a “Status”."
        )
    rows = _all_rows(text, delimiter, name)
    header = rows[place]
    columns = [(_column(title), title) for title in header]
    filled = [row for row in rows[place + 1 :] if any(cell.strip() for cell in row)]
    id_of_ours = slice(header.index(ID), header.index(ID) + 1) if ID in header else slice(0)
    return Sheet(
        rows=tuple(_by_column(columns, row) for row in filled if not any(row[id_of_ours])),
        columns=frozenset(column for column, _ in columns) - {""},
        header=tuple(header),
        own=tuple(dict(zip(header, map(_lines_of, row), strict=False)) for row in filled if any(row[id_of_ours])),
    )


def _lines_of(cell: str) -> str:
    """A cell of ours, the indents of its lines kept, since they tell an address."""
    return without_controls(unguarded(cell[:20_000]))


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    found: list[list[str]] = []
    with suppress(csv.Error):
        for row in islice(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), _PREAMBLE):
            found.append(row)  # noqa: PERF402 - what was read before an error counts
    return found


def _all_rows(text: str, delimiter: str, name: str) -> list[list[str]]:
    """The rows of a text without NULs: one more line of a NUL ends up within a cell whose quotes are never closed."""
    found: list[list[str]] = []
    begins = 1
    reader = csv.reader(io.StringIO(f"{text}\n\0", newline=""), delimiter=delimiter)
    with suppress(csv.Error):
        for row in reader:
            if row == ["\0"]:
                return found
            if row and row[-1].endswith("\0"):
                break
            found.append(row)
            begins = reader.line_num + 1
    trouble = f"from line {begins} on a quotation mark is never closed, or a cell is far too long"
    raise ImportRefusedError(f"{name} can't be taken apart: {trouble}. Mend that line, then import it again.")


def _by_column(columns: list[tuple[str, str]], row: list[str]) -> dict[str, str]:
    cells: dict[str, str] = {}
    for (column, title), cell in zip(columns, row, strict=False):
        cell = clean_lines(unguarded(cell[:5_000])) if column else ""
        if cell and (column not in cells or _prefers(column, title)):
            cells[column] = cell
    return cells


def _prefers(column: str, title: str) -> bool:
    """Whether this title is the best of those that the column has."""
    return COLUMNS[column].split("|")[0] == _plain(title)


def _column(title: str) -> str:
    return _BY_NAME.get(_plain(title), "") if len(title) < 60 else ""


def _plain(title: str) -> str:
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", title.strip())
    return re.sub(r"[^\w]+|_+", " ", fold(spaced)).strip()
