"""Email addresses: which text is one that a message may safely be addressed to."""

from __future__ import annotations

import re

from day12_data.text import clean

# One mailbox and nothing else: no list, no display name, no header can hide in it. Longer ones don't exist (RFC 5321).
_MAILBOX = re.compile(r"[^\s@,;:<>()\[\]\\\"?&%]{1,64}@(?:[\w-]{1,63}\.)*[\w-]{1,63}")
_MOST = 254


def email_address(text: str) -> str:
    """The one address that the text is, "Jane <jane@acme.example>" included; empty where it is none, or several."""
    if any(char in text.strip() for char in "\r\n"):
        return ""
    text = clean(text)
    inside = re.fullmatch(r"[^<>]*<([^<>]*)>", text)
    found = (inside[1] if inside else text).strip().removeprefix("mailto:")
    return found if len(found) <= _MOST and _MAILBOX.fullmatch(found) else ""


def address_note(text: str) -> str:
    """Why the text can't be written to, in a sentence; empty where it can."""
    if email_address(text):
        return ""
    if not text.strip():
        return "No email address is known: the message opens without one."
    return f"“{clean(text)[:60]}” is no email address: write it like jane@acme.com."
