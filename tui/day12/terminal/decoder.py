"""What a terminal sends, as text that Textual's parser can take: whatever the bytes are, none ends the program."""

from __future__ import annotations

import codecs

_ESCAPE = 0x1B
_X10_REPORT = b"\x1b[M"
_PASTE, _PASTE_END = b"\x1b[200~", b"\x1b[201~"
_STARTS = {start[:length] for start in (_X10_REPORT, _PASTE) for length in range(1, len(start))}


class InputDecoder:
    """Decodes bytes as they come in.

    - What isn't UTF-8 is read as Windows-1252, which a terminal with another encoding most likely sends.
    - An X10 mouse report, whose three bytes are no text, is put as the SGR report that says the same.
    - Escapes within a paste are dropped: Textual would take what follows them for keys.
    """

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8")(_ELSE_WINDOWS)
        self._start = b""
        self._report: bytearray | None = None
        self._pasting = False

    def decode(self, data: bytes) -> str:
        """The text of these bytes, without what only the next ones can finish."""
        out = bytearray()
        for byte in data:
            if self._report is not None:
                self._take_report(byte, out)
            elif self._pasting:
                self._take_paste(byte, out)
            else:
                self._take_key(byte, out)
        return self._utf8.decode(bytes(out))

    def flush(self) -> str:
        """What was held back for bytes that haven't come: a letter such as é in Latin-1 looks like a beginning."""
        if self._pasting:  # its end will come
            return ""
        out = b"" if self._report is None else b"M" + self._report
        self._report = None
        text = self._utf8.decode(bytes(out), final=True)
        self._utf8.reset()
        return text

    def _take_key(self, byte: int, out: bytearray) -> None:
        self._start = self._start + bytes([byte]) if byte != _ESCAPE else b"\x1b"
        if self._start == _X10_REPORT:
            self._start, self._report = b"", bytearray()
            return
        out.append(byte)
        if self._start == _PASTE:
            self._start, self._pasting = b"", True
        elif self._start not in _STARTS:
            self._start = b""

    def _take_report(self, byte: int, out: bytearray) -> None:
        if self._report is None:
            return
        self._report.append(byte)
        if len(self._report) == 3:
            out += _sgr_report(*self._report)
            self._report = None

    def _take_paste(self, byte: int, out: bytearray) -> None:
        self._start += bytes([byte])
        if self._start == _PASTE_END:
            out += _PASTE_END
            self._start, self._pasting = b"", False
        elif not _PASTE_END.startswith(self._start):
            kept, self._start = (self._start[:-1], b"\x1b") if byte == _ESCAPE else (self._start, b"")
            out += kept.replace(b"\x1b", b"")


def _sgr_report(code: int, column: int, row: int) -> bytes:
    """What follows `ESC [` in the SGR report that says the same as an X10 one; a place that can't be is left out."""
    button = code - 32
    if min(button, column - 33, row - 33) < 0:
        return b"<99;-1;-1M"  # Textual passes over negative places
    released = button & 0b1100011 == 3
    return f"<{0 if released else button};{column - 32};{row - 32}{'m' if released else 'M'}".encode()


def _windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_ELSE_WINDOWS = "day12.else-windows-1252"
codecs.register_error(_ELSE_WINDOWS, _windows_1252)
