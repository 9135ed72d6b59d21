"""What a file is, told by its contents; the name only helps with the sentence where it is nothing that can be read."""

from __future__ import annotations

import re
from enum import Enum, unique

from day12_data.board import EditError
from day12_data.exchange.encoding import decode

LIMIT = 40 * 2**20
CALENDAR_LIMIT = 8 * 2**20


class ImportRefusedError(EditError):
    """A file that can't be imported; its text is one sentence that says what to do instead."""


@unique
class Kind(Enum):
    """What can be imported."""

    CALENDAR = "calendar"
    MAIL = "mail"
    CONTACTS = "contacts"
    SHEET = "sheet"
    JSON = "json"


_READABLE = "an invitation (.ics), a mail (.eml), contacts (.vcf, Connections.csv) or a tracker's .csv can be read"

# The first bytes of what is no text, and what to do about it.
_BINARY = (
    (b"\xd0\xcf\x11\xe0", "is an Outlook file (.msg): open it in Outlook and save it as .ics, or as .eml, instead"),
    (b"x\x9f>\x22", "is Outlook's winmail.dat: ask them to send the invitation again, as an .ics file"),
    (b"%PDF", "is a PDF: import the invitation (.ics) or the mail itself (.eml) instead"),
    (b"\x1f\x8b", "is packed (gzip): unpack it, and import the file inside"),
    (b"7z\xbc\xaf", "is packed (7z): unpack it, and import the file inside"),
    (b"Rar!", "is packed (rar): unpack it, and import the file inside"),
    (b"bplist", "is a file of Apple Mail's own: use File, Save As… and Raw Message Source instead"),
    (b"SQLite format", "is a database: export what you need from it as .csv, .vcf or .ics"),
)
_MAIL_HEADERS = frozenset({
    "arc-seal", "authentication-results", "bcc", "cc", "content-type", "date", "delivered-to", "dkim-signature", "from",
    "in-reply-to", "list-id", "message-id", "mime-version", "received", "references", "reply-to", "return-path",
    "sender", "subject", "to", "x-original-to", "x-mozilla-status", "x-gm-thrid", "thread-topic", "x-account-key",
})  # fmt: skip
_PAGE = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|meta|script|div)\b", re.IGNORECASE
)
_HEADER = re.compile(r"([A-Za-z][\w-]*):(?: |\t|$)")


def kind_of(data: bytes, name: str) -> Kind:
    """What the bytes are.

    Raises:
        ImportRefusedError: they are nothing that can be imported, or too many.
    """
    if len(data) > LIMIT:
        raise ImportRefusedError(f"{name} is larger than {LIMIT // 2**20} MB: import a smaller part of it.")
    if not data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise ImportRefusedError(f"{name} is empty: save it again, or pipe the message itself.")
    _refuse_binary(data, name)
    start = decode(data[:40_000]).lstrip()[:20_000]
    return _by_its_first_line(start) or _by_its_marks(start, data, name)


def _by_its_first_line(start: str) -> Kind | None:
    if re.match(r"(?:From [^\n]*\n)?" + _HEADER.pattern, start) and _is_mail(start):
        return Kind.MAIL
    if start.startswith(("{", "[")) and start.rstrip()[1:].lstrip()[:1] in ('"', "{", "}", "]", ""):
        return Kind.JSON
    return None


def _by_its_marks(start: str, data: bytes, name: str) -> Kind:
    if re.search(r"^BEGIN:VCALENDAR", start, re.IGNORECASE | re.MULTILINE):
        if len(data) > CALENDAR_LIMIT:
            raise ImportRefusedError(f"{name} is a whole calendar: save the one invitation as a file of its own.")
        return Kind.CALENDAR
    if re.search(r"^BEGIN:VCARD", start, re.IGNORECASE | re.MULTILINE):
        return Kind.CONTACTS
    if _PAGE.match(start):
        raise ImportRefusedError(
            f"{name} is a web page, no calendar: sign in there first, and download the file again."
        )
    if start.startswith("<"):
        raise ImportRefusedError(f"{name} is XML, which isn't read here: {_READABLE}.")
    if re.match(r"BEGIN:(VEVENT|VTIMEZONE|VTODO)", start, re.IGNORECASE):
        raise ImportRefusedError(f"{name} is only a part of a calendar: its first line must be BEGIN:VCALENDAR.")
    if any(mark in start for mark in ",;\t|"):
        return Kind.SHEET
    raise ImportRefusedError(f"I can make nothing of {name}: {_READABLE}.")


def _refuse_binary(data: bytes, name: str) -> None:
    for mark, sentence in _BINARY:
        if data.startswith(mark):
            raise ImportRefusedError(f"{name} {sentence}.")
    if data.startswith(b"PK\x03\x04"):
        if b"xl/" in data[:8_000] or name.lower().endswith((".xlsx", ".ods", ".numbers")):
            raise ImportRefusedError(f"{name} is a spreadsheet of its own kind: save it as .csv, and import that.")
        raise ImportRefusedError(f"{name} is a zip file: unpack it, and import the file inside.")
    text = decode(data[:4_000])
    odd = sum(char < " " and char not in "\t\n\r\x0b\x0c\x1b\x07" for char in text)
    if odd > len(text) * 0.02 and odd > 1:
        raise ImportRefusedError(f"{name} is no text: {_READABLE}.")


def _is_mail(start: str) -> bool:
    """Whether the first lines are a message's headers: two that mails have, at least."""
    found: set[str] = set()
    for line in start.split("\n")[:80]:
        if not line.strip():
            break
        if header := _HEADER.match(line):
            found.add(header[1].lower())
    return len(found & _MAIL_HEADERS) >= 2
