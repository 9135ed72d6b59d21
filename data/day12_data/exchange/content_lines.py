"""The lines of calendars and contacts: text escaped, and folded so that no line has more than 75 octets."""

from __future__ import annotations

import re
from collections.abc import Iterable

_MOST_OCTETS = 75
_ESCAPED = re.compile(r"([\\;,])")


def escaped(text: str) -> str:
    """The text as a value: its commas, semicolons and line ends can't be taken for the file's own."""
    return _ESCAPED.sub(r"\\\1", text).replace("\r\n", "\n").replace("\n", "\\n")


def content_lines(lines: Iterable[str]) -> str:
    """The lines as a file has them, each folded between letters and ended with CRLF."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    data = line.encode()
    parts: list[bytes] = []
    while len(data) > _MOST_OCTETS - bool(parts):
        cut = _MOST_OCTETS - bool(parts)  # the blank that begins a line counts
        while data[cut] & 0xC0 == 0x80:  # within a letter
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
    return b"\r\n ".join([*parts, data]).decode()
