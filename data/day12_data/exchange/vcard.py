"""Reads contacts: vCards 2.1, 3.0 and 4.0, as phones, Outlook, Google and Apple write them."""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from day12_data.exchange.contact import Contact
from day12_data.exchange.encoding import decode, is_wide
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.letters.linkedin import profile_url
from day12_data.text import clean, clean_lines

_LINE = re.compile(
    rb"(?:[\w-]+\.)?(?P<name>[A-Za-z][\w-]*)(?P<params>(?:;(?:[^:;\"]|\"[^\"]*\")*)*):(?P<value>.*)", re.DOTALL
)
_MOST = 50_000


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    params: str
    value: str

    @property
    def parts(self) -> list[str]:
        """The parts between semicolons, each without its escapes."""
        return [_unescaped(part) for part in re.split(r"(?<!\\);", self.value)]

    @property
    def text(self) -> str:
        return _unescaped(self.value)

    def has(self, *words: str) -> bool:
        """Whether one of the words is among the types."""
        return any(re.search(rf"(?:^|[;=,\"]){word}(?:$|[;,\"])", self.params, re.IGNORECASE) for word in words)


def read_vcards(data: bytes, name: str) -> list[Contact]:
    """The contacts that have a name.

    Raises:
        ImportRefusedError: the file breaks off.
    """
    contacts: list[Contact] = []
    card: list[_Property] = []
    depth = 0
    for found in map(_property, _lines(data)):
        if found is None:
            continue
        mark = (found.name, found.value.strip().upper())
        if mark == ("BEGIN", "VCARD"):
            depth += 1
            card = [] if depth == 1 else card
        elif mark == ("END", "VCARD") and depth:
            depth -= 1
            if depth == 0 and len(contacts) < _MOST and (contact := _contact(card)):
                contacts.append(contact)
        elif depth == 1:
            card.append(found)
    if depth:
        raise ImportRefusedError(f"{name} breaks off in the middle of a contact: export it again.")
    return contacts


def _lines(data: bytes) -> Iterator[bytes]:
    """The file's lines, folded ones joined: by a blank, or in quoted-printable by the = before the end."""
    if is_wide(data):
        data = decode(data).encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf")
    whole = b""
    for line in re.split(rb"\r\r\n|\r\n|\n|\r", data):
        quoted = b"QUOTED-PRINTABLE" in whole.upper().split(b":", 1)[0]
        if quoted and whole.endswith(b"="):
            whole = whole[:-1] + line
        elif line[:1] in (b" ", b"\t"):
            whole += line[1:]
        else:
            yield whole
            whole = line
    yield whole


def _property(line: bytes) -> _Property | None:
    found = _LINE.match(line)
    if not found:
        return None
    params = found["params"].decode("ascii", "replace")
    value = found["value"]
    if re.search(r"QUOTED-PRINTABLE", params, re.IGNORECASE):
        with suppress(ValueError, binascii.Error):
            value = quopri.decodestring(value)
    charset = re.search(r"CHARSET=\"?([\w-]+)", params, re.IGNORECASE)
    return _Property(found["name"].decode().upper(), params, _decoded(value, charset[1] if charset else ""))


def _decoded(value: bytes, charset: str) -> str:
    try:
        return value.decode(charset) if charset else decode(value)
    except (LookupError, ValueError):
        return decode(value)


def _unescaped(text: str) -> str:
    text = re.sub(r"\\[nN]", "\n", text)
    return clean_lines(re.sub(r"\\([,;:\\])", r"\1", text))


def _contact(card: list[_Property]) -> Contact | None:
    organization = next((found.parts[0] for found in card if found.name == "ORG" and found.parts), "")
    name = _name(card, clean(organization))
    if not name:
        return None
    return Contact(
        name=name[:200],
        company=clean(organization)[:200],
        title=clean(next((found.text for found in card if found.name in ("TITLE", "ROLE")), ""))[:200],
        email=_email(card),
        phone=_phone(card),
        linkedin=_linkedin(card),
        address=_address(card),
    )


def _name(card: list[_Property], company: str) -> str:
    shown = clean(next((found.text for found in card if found.name == "FN" and found.text), ""))
    if shown:
        return shown.removesuffix(f"({company})").rstrip() or shown  # as day12 writes it for a phone
    parts = next((found.parts for found in card if found.name == "N"), [])
    last, first, middle = ([*parts, "", "", ""])[:3]
    return clean(f"{first} {middle} {last}")


def _email(card: list[_Property]) -> str:
    found = [each for each in card if each.name == "EMAIL" and "@" in each.value]
    best = _best(found, ("pref",), ("work",), ("internet",))
    return clean(re.sub(r"^mailto:", "", best.text, flags=re.IGNORECASE))[:254] if best else ""


def _phone(card: list[_Property]) -> str:
    found = [each for each in card if each.name == "TEL" and re.search(r"\d", each.value)]
    voices = [each for each in found if not each.has("fax", "pager", "modem", "x400")]
    best = _best(voices, ("pref",), ("cell", "mobile", "iphone"), ("work",))
    if not best:
        return ""
    number = re.sub(r"^tel:", "", best.text, flags=re.IGNORECASE)
    return clean(number.replace(";ext=", " ext. ").partition(";")[0])[:60]


def _best(found: list[_Property], *wishes: tuple[str, ...]) -> _Property | None:
    for wish in wishes:
        for each in found:
            if each.has(*wish):
                return each
    return found[0] if found else None


def _linkedin(card: list[_Property]) -> str:
    texts = (
        each.text
        for each in card
        if each.name in ("URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "IMPP", "NOTE", "X-LINKEDIN")
    )
    for text in texts:
        if found := re.search(r"(?:https?://)?(?:[\w-]+\.)?linkedin\.com/[\w%/.-]+", text, re.IGNORECASE):
            return profile_url(found[0])
    return ""


def _address(card: list[_Property]) -> str:
    found = [each for each in card if each.name == "ADR" and each.value.strip("; ")]
    best = _best(found, ("work",), ("pref",))
    if not best:
        return ""
    box, extra, street, city, region, code, country = [*best.parts, *[""] * 7][:7]
    town = f"{city}, {region} {code}" if region and city else f"{code} {city}"
    lines = [line for part in (extra, street, box, town, country) for line in part.split("\n")]
    return "\n".join(line for line in map(clean, lines) if line.strip(" ,"))[:500]
