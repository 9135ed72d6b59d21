"""The board's file: from its bytes to tables, in today's schema, and back."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import Any, cast

import msgspec
from msgspec import Raw

from day12_data import files
from day12_data.store.errors import StoreError, UnreadableBoard
from day12_data.store.raw_documents import META, SCHEMA, RawDocument, Tables, as_bytes

_KNOWN = ("meta", "cards", "changes")
_ESCAPE = re.compile(rb"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(u[dD][89a-fA-F]..)|.)", re.DOTALL)


class _Meta(msgspec.Struct, frozen=True):
    """The file's schema version, and the last number that its history gave out."""

    schema: int
    clock: int = 0


def encode(tables: Tables) -> bytes:
    """The tables as JSON that stock TinyDB reads."""
    known = {name: {key: document.stored for key, document in tables[name].items()} for name in _KNOWN}
    return msgspec.json.encode({**tables, **known})


def as_json(tables: Tables) -> Tables:
    """The tables as plain JSON values."""
    return cast("Tables", msgspec.json.decode(encode(tables)))


def read_other(path: Path) -> Tables:
    """A file that isn't the board itself: a copy, a backup, or one to merge."""
    try:
        found = files.read(path)
    except files.UnreadableFileError as error:
        raise StoreError(f"{path} {error.strerror}: name a board's file.") from None
    if found.signature is None:
        raise StoreError(f"There is no file {path}: name one that is there.")
    try:
        return decode(found.data, path)[0]
    except UnreadableBoard as error:
        raise StoreError(f"{path.name} is not a day12 board: {error.why}.") from None


def decode(data: bytes, path: Path) -> tuple[Tables, int]:
    """The tables in today's schema, and the schema that the file is in.

    Known tables hold their documents as `RawDocument`, the unknown ones are bytes.

    Raises:
        UnreadableBoard: the file can't be read whole.
        StoreError: a newer day12 wrote it.
    """
    try:
        return _decode(data, path)
    except UnicodeDecodeError as error:
        why = f"it isn't UTF-8 text (byte {error.start})"
    except RecursionError:
        why = "its values are nested too deep"
    except msgspec.ValidationError as error:
        why = f"it is JSON of another shape ({_lower(error)})"
    except msgspec.DecodeError as error:
        why = f"it isn't JSON ({_place(data, error)})"
    raise UnreadableBoard(path, why)


def _decode(data: bytes, path: Path) -> tuple[Tables, int]:
    text = data.removeprefix(codecs.BOM_UTF8) if data.strip() else b"{}"
    if data and not data.strip(b"\0"):
        raise UnreadableBoard(path, "it holds nothing but zero bytes")
    if not text.isascii():
        text.decode()
    if b"\\" in text and (b"\\ud" in text or b"\\uD" in text):  # for one byte is searched in a tenth of the time
        text = _ESCAPE.sub(lambda found: rb"\ufffd" if found[1] else found[0], text)  # half a letter, as no JSON has it
    tables = _documents(text)
    if tables and not ("cards" in tables or "meta" in tables):
        raise UnreadableBoard(path, "it is JSON of another kind, with no cards in it")
    if msgspec.json.encode(tables) != text and (twice := _twice(text)):
        raise UnreadableBoard(path, f"“{twice}” is in it twice")
    for name in _KNOWN:
        tables[name] = {key: RawDocument(raw) for key, raw in tables.get(name, {}).items()}
    version = schema(tables)
    if version > SCHEMA:
        raise StoreError(f"{path.name} was written by a newer day12 (schema {version}): update day12, then try again.")
    if version < SCHEMA:
        from day12_data.store.migrations import migrate  # most files need none of it

        return _decode(msgspec.json.encode(migrate(as_json(tables), version)), path)[0], version
    return tables, version


def _documents(text: bytes) -> Tables:
    try:
        return msgspec.json.decode(text, type=dict[str, dict[str, Raw]])
    except msgspec.ValidationError:  # a table that this version doesn't know may be anything
        tables: Tables = msgspec.json.decode(text, type=dict[str, Raw])
        known = {name: msgspec.json.decode(tables[name], type=dict[str, Raw]) for name in _KNOWN if name in tables}
        return {**tables, **known}


def schema(tables: Tables) -> int:
    """The schema that the tables are in: 0 where they don't name one."""
    if META not in tables["meta"]:
        return 0 if tables["cards"] else SCHEMA
    return msgspec.json.decode(as_bytes(tables["meta"][META]), type=_Meta).schema


def _twice(text: bytes) -> str | None:
    """A table or document name that stands twice, of which any parser keeps only one without a word."""
    import json  # only a file that somebody else wrote is looked at so slowly: ours reads back as the same bytes

    for _, table in [("", pairs := json.loads(text, object_pairs_hook=_Pairs, parse_int=str)), *pairs]:
        if isinstance(table, _Pairs):
            names = [name for name, _ in table]
            if len(set(names)) < len(names):
                return str(max(names, key=names.count))
    return None


class _Pairs(list[tuple[str, Any]]):
    """An object as it is written."""


def _place(data: bytes, error: Exception) -> str:
    found = re.search(r"\(byte (\d+)\)", str(error))
    if not found:
        return "it breaks off, or is garbled"
    line = data.count(b"\n", 0, int(found[1])) + 1
    return f"line {line}" if b"\n" in data.strip() else f"at byte {found[1]}"


def _lower(error: Exception) -> str:
    text = str(error)
    return text[:1].lower() + text[1:]
