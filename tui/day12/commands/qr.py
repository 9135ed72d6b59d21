"""`day12 show CARD --qr`: the QR codes of a card."""

from __future__ import annotations

import sys
from shutil import get_terminal_size
from types import SimpleNamespace

from day12.card.qr import KINDS, Code, codes, drawn
from day12.commands.output import show, show_code, show_json
from day12.commands.session import DONE, CommandError, Session
from day12_data.card import Card
from day12_data.text import clean

_NO_LIMIT = 1_000
_MISSING = {
    "event": "nothing of it is to come.",
    "phone": "nobody on it has a phone number; `day12 edit CARD --person …` adds one.",
    "contact": "nobody on it has a phone number or an email; `day12 edit CARD --person …` adds one.",
    "all": "nothing of it is to come, and nobody on it has a phone number or an email.",
}


def show_codes(parsed: SimpleNamespace, card: Card, session: Session) -> int:
    """Draw the codes that are asked for, each under a line that says what it is."""
    which = parsed.qr
    if which not in ("all", *KINDS):
        raise CommandError(f"“{clean(which)[:40]}” is no kind of code: use event, phone or contact, behind the card.")
    found = [code for code in codes(card, session.clock(), session.settings.rules) if which in ("all", code.kind)]
    if not found:
        raise CommandError(f"{clean(card.company)} has nothing for a QR code: {_MISSING[which]}")
    if parsed.json:
        show_json([{"kind": code.kind, "title": code.title, "text": code.texts[0]} for code in found])
        return DONE
    try:
        "█▀▄".encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        other = "set LC_ALL=C.UTF-8, or add --json for what it says"
        raise CommandError(f"no QR code can be drawn in the characters of {sys.stdout.encoding}: {other}.") from None
    for title, lines in [(code.title, _lines(code)) for code in found]:
        show(title)
        show_code(lines, session.env)
    return DONE


def _lines(code: Code) -> list[str]:
    """The code, in a terminal so that it is seen whole at once where that can be: below its title, above the prompt."""
    size = get_terminal_size()
    lines = drawn(code, size.columns, size.lines - 2 if sys.stdout.isatty() else _NO_LIMIT)
    lines = lines or drawn(code, size.columns, _NO_LIMIT)
    if not lines:
        raise CommandError(f"the terminal is too narrow for a QR code: it has {size.columns} columns, and 45 do.")
    return lines
