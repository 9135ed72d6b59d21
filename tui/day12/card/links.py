"""Addresses in a text that a terminal may open: a number to call, a mail, a profile, the way into a meeting."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from day12_data.address import email_address
from day12_data.text import clean

# What may stand in an address as it is; the rest is percent-encoded, so that nothing in it can drive a terminal.
_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


class Link(NamedTuple):
    """Where in a text words stand that are marked, and what they open, if anything."""

    start: int
    end: int
    url: str = ""


def linked(text: str, urls: Mapping[str, str]) -> tuple[Link, ...]:
    """The places of those words in the text that open something."""
    found = ((text.find(words), words, url) for words, url in urls.items() if words and url)
    return tuple(Link(start, start + len(words), url) for start, words, url in found if start >= 0)


def phone_link(phone: str) -> str:
    """The number to dial, as a tel: address; empty where it is none."""
    number = re.sub(r"[^\d+]", "", re.split(r"(?i)\s*(?:ext|x)\.?\s*\d", phone)[0])
    return f"tel:{number}" if re.fullmatch(r"\+?[0-9]{5,15}", number) else ""


def mail_link(email: str) -> str:
    """The address to write to, as a mailto: address; empty where it is none."""
    address = email_address(email)
    return f"mailto:{quote(address, safe='@')}" if address else ""


def web_link(text: str) -> str:
    """The web address that the text is; empty where it is none."""
    text = clean(text)
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return quote(text, safe=_SAFE) if parts.scheme in ("http", "https") and parts.hostname and " " not in text else ""
