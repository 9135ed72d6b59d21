"""Reads mails: the headers that tell who writes to whom, the words, and the invitation where one is in it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import errors, message_from_bytes, policy
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from day12_data.exchange.encoding import decode
from day12_data.exchange.event import Guest
from day12_data.exchange.page_text import page_text
from day12_data.text import clean, clean_lines

_MOST_PARTS = 200
_MBOX = re.compile(rb"^From \S+.*\d{4}.*\r?\n(?=[A-Za-z-]+:)", re.MULTILINE)
_QUOTED = re.compile(
    r"^\s*(?:>|-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete)|_{10,}|"
    r"(?:on|am|le|el)\b.{5,200}\b(?:wrote|schrieb|écrit|escribió)\b.{0,60}:|begin forwarded message)",
    re.IGNORECASE,
)
_FORWARDED = re.compile(r"^\s*(?:-{2,}\s*(?:forwarded|weitergeleitete)|begin forwarded message)", re.IGNORECASE)
_SIGNATURE = re.compile(r"^(?:-- ?|_{3,}|sent from my .*|von meinem .* gesendet)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail as far as an import needs it; `text` is what its sender wrote, without what it answers."""

    sender: Guest
    reply_to: Guest | None
    recipients: tuple[Guest, ...]
    delivered_to: tuple[str, ...]
    subject: str
    at: dt.datetime | None
    text: str
    passed_on: Guest | None
    calendars: tuple[bytes, ...]
    contacts: tuple[bytes, ...]


def read_mails(data: bytes) -> list[Mail]:
    """The mails in the bytes: one, or those of an mbox."""
    starts = [found.start() for found in _MBOX.finditer(data)]
    if starts and not data[: starts[0]].strip():
        ends = [*starts[1:], len(data)]
        return [_read(data[start:end].split(b"\n", 1)[1]) for start, end in zip(starts, ends, strict=True)]
    return [_read(data.lstrip())]


def _read(data: bytes) -> Mail:
    message = message_from_bytes(data, policy=policy.compat32)
    parts = list(_leaves(message))[:_MOST_PARTS]
    whole = _text(parts)
    senders = _people(message, "From") or _people(message, "Sender")
    return Mail(
        sender=senders[0] if senders else Guest("", ""),
        reply_to=next(iter(_people(message, "Reply-To")), None),
        recipients=(*_people(message, "To"), *_people(message, "Cc")),
        delivered_to=tuple(
            guest.email for name in ("Delivered-To", "X-Original-To", "Envelope-To") for guest in _people(message, name)
        ),
        subject=_header(message, "Subject")[:500],
        at=_date(message),
        text=_own_words(whole),
        passed_on=_passed_on(whole),
        calendars=tuple(
            dict.fromkeys(_payload(part) for part in parts if _is(part, "calendar", "ics", b"BEGIN:VCALENDAR"))
        ),
        contacts=tuple(dict.fromkeys(_payload(part) for part in parts if _is(part, "vcard", "vcf", b"BEGIN:VCARD"))),
    )


def _leaves(message: Message) -> Iterator[Message]:
    try:
        yield from (part for part in message.walk() if not part.is_multipart())
    except RecursionError:
        return


def _is(part: Message, subtype: str, ending: str, begins: bytes) -> bool:
    named = subtype in part.get_content_subtype() or str(part.get_filename() or "").lower().endswith(f".{ending}")
    return named and begins in _payload(part)[:2_000].upper()


def _payload(part: Message) -> bytes:
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError, errors.MessageError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(parts: list[Message]) -> str:
    """The mail's words: the plain part, else the page."""
    plain = page = ""
    for part in parts:
        if part.get_content_maintype() != "text" or "attachment" in str(part.get("Content-Disposition", "")).lower():
            continue
        if part.get_content_subtype() == "plain" and not plain:
            plain = _part_text(part)
        elif part.get_content_subtype() == "html" and not page:
            page = page_text(_part_text(part))
    return plain if len(plain.strip()) > 20 or not page else page


def _part_text(part: Message) -> str:
    data = _payload(part)
    charset = str(part.get_content_charset() or "")
    try:
        text = data.decode(charset) if charset else decode(data)
    except (LookupError, ValueError):
        text = decode(data)
    if "flowed" in str(part.get("Content-Type", "")).lower():
        text = re.sub(r"(?<! ) \r?\n(?!>)", " ", text)
    return text


def _own_words(text: str) -> str:
    """What the sender wrote, without what it answers and without the signature; of what was passed on, its words."""
    lines: list[str] = []
    heads = 0  # lines that are left of the headers of what was passed on
    whole = clean_lines(text).split("\n")
    for number, line in enumerate(whole):
        if heads:
            heads = heads - 1 if line.strip() else 0
        elif _FORWARDED.match(line):  # what was passed on is what this is about
            lines.clear()
            heads = _MOST_HEADS
        elif _QUOTED.match(line) or _SIGNATURE.match(line.strip()) or _is_head(whole, number):
            if any(each.strip() for each in lines):
                break
            heads = _MOST_HEADS * _is_head(whole, number)
        else:
            lines.append(clean(line))  # what reads days and hours would take seconds over thousands of blanks
    return "\n".join(lines).strip()[:20_000]


_MOST_HEADS = 12


def _is_head(lines: list[str], number: int) -> bool:
    """Whether the headers of an earlier mail begin here, as Outlook writes them above it."""
    begins = re.match(r"\*?(?:From|Von|De)\b\*?\s?:", lines[number].strip())
    return bool(begins) and any(_SENT.match(line.strip()) for line in lines[number + 1 : number + 4])


_SENT = re.compile(r"\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado)\b\*?\s?:", re.IGNORECASE)


def _passed_on(text: str) -> Guest | None:
    """Who wrote what was passed on, by the headers that stand above it."""
    lines = clean_lines(text).split("\n")
    for number, line in enumerate(lines):
        found = re.match(r"\*?(?:From|Von|De)\b\*?\s?:\*?\s*(.+)", line.strip())
        if found and (_is_head(lines, number) or (number and _FORWARDED.match(lines[number - 1]))):
            return next((Guest(clean(name), clean(email)) for name, email in getaddresses([found[1]]) if email), None)
    return None


def _people(message: Message, name: str) -> list[Guest]:
    found = getaddresses([_decoded(value) for value in _raw(message, name)])
    return [Guest(clean(shown), clean(email)) for shown, email in found if email or shown]


def _header(message: Message, name: str) -> str:
    return clean(_decoded(next(iter(_raw(message, name)), "")))


def _raw(message: Message, name: str) -> list[str]:
    """A header's values as they stand in the file, with its bytes beyond ASCII kept."""
    return [str(value) for key, value in message.raw_items() if key.lower() == name.lower()]


def _decoded(value: str) -> str:
    """A header's text; what can't be decoded as it says is read as it is."""
    text = re.sub(r"\r?\n\s*", " ", value)
    if "=?" not in text:
        return decode(text.encode("utf-8", "surrogateescape")) if not text.isascii() else text
    try:
        return "".join(
            part if isinstance(part, str) else _decoded_part(part, charset) for part, charset in decode_header(text)
        )
    except (errors.MessageError, ValueError, LookupError):
        return text


def _decoded_part(part: bytes, charset: str | None) -> str:
    try:
        return part.decode(charset or "ascii")
    except (LookupError, ValueError):
        return decode(part)


def _date(message: Message) -> dt.datetime | None:
    try:
        at = parsedate_to_datetime(str(message.get("Date", "")))
        at = at if at.tzinfo else at.replace(tzinfo=dt.UTC)
        return at if 1970 < at.astimezone(dt.UTC).year < 2200 else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
