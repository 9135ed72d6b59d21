"""From bytes to text, whatever wrote them: UTF-8, UTF-16 with or without its mark, Windows-1252."""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_END = re.compile(rb"\r\r\n|\r\n|\r")
_FOLD = re.compile(rb"\n[ \t]")


def decode(data: bytes) -> str:
    """The text of the bytes; what no encoding explains is read as Windows-1252."""
    encoding = _wide(data)
    if encoding:
        return data.decode(encoding, "replace").lstrip("\ufeff")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.start > 0:  # cut off in the middle of a letter
            return data[: error.start].decode("utf-8")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def unfolded(data: bytes) -> str:
    """The text with its folded lines joined, as calendars and contacts fold them: within a letter too."""
    if is_wide(data):
        data = decode(data).encode("utf-8", "replace")
    return decode(_FOLD.sub(b"", _LINE_END.sub(b"\n", data)))


def is_wide(data: bytes) -> bool:
    """Whether each letter takes two bytes or more."""
    return _wide(data) not in ("", "utf-8-sig")


def _wide(data: bytes) -> str:
    """The encoding that the first bytes tell of; empty where they tell of none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    head = data[:400]
    if len(head) >= 8 and head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le"
    if len(head) >= 8 and head[::2].count(0) > len(head) * 0.4:
        return "utf-16-be"
    return ""
