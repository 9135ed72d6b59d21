"""TinyDB's tables, over the documents as they are kept. Only who writes loads them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any, cast

import msgspec
from msgspec import Raw
from tinydb import TinyDB
from tinydb.table import Table

from day12_data.store.raw_documents import RawDocument, as_bytes


class Documents(Table):
    """A table whose ids stay as they are written in the file, and which is written by way of `put`, field by field."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB means int, but needs no more than str gives
    _own: dict[str, RawDocument] | None = None
    _named: dict[str, list[str]] | None = None

    def find(self, key: str) -> dict[str, Any] | None:
        """The document's fields, each as its bytes."""
        found = self._documents().get(key)
        return None if found is None else found.fields()

    def named(self, name: str) -> Sequence[str]:
        """The keys of the documents with this `id`: all are looked through once, however often this is asked."""
        if self._named is None:
            self._named = {}
            for key, document in self._documents().items():
                _add_name(self._named, key, document)
        return self._named.get(name, ())

    def put(self, key: str, fields: Mapping[str, Any]) -> None:
        """Set these fields, and leave the document's others alone."""
        table = self._for_writing()
        there = table[key].fields() if key in table else {}
        new = {name: value if isinstance(value, Raw) else Raw(as_bytes(value)) for name, value in fields.items()}
        table[key] = RawDocument(Raw(msgspec.json.encode(there | new)))
        if self._named is not None and not there:
            _add_name(self._named, key, table[key])

    def replace_all(self, documents: Mapping[str, bytes]) -> None:
        """Have these documents and no others."""
        table = self._for_writing()
        before = dict(table)
        table.clear()
        for key, data in documents.items():
            there = before.get(key)
            table[key] = there if there is not None and there.as_bytes() == data else RawDocument(Raw(data))

    def raw(self) -> dict[str, bytes]:
        """Every document as its bytes in the file."""
        return {key: document.as_bytes() for key, document in self._documents().items()}

    def _documents(self) -> dict[str, RawDocument]:
        return cast("dict[str, RawDocument]", self._read_table())

    def _for_writing(self) -> dict[str, RawDocument]:
        """The table as the transaction will leave it: a copy, since others may be reading what it was.

        TinyDB's own update makes such a copy for each of many changes.
        """
        if self._own is None:
            tables = self._storage.read() or {}
            self._own = tables[self.name] = dict(tables.get(self.name, {}))
            self._storage.write(tables)
        return self._own


class _Named(msgspec.Struct, gc=False):
    id: str


_decode = msgspec.json.Decoder(_Named).decode


def _add_name(named: dict[str, list[str]], key: str, document: RawDocument) -> None:
    """Add the document's key to those of its `id`; one that has none can't be asked for."""
    with suppress(msgspec.MsgspecError, ValueError, RecursionError):
        named.setdefault(_decode(document.stored).id, []).append(key)


class Database(TinyDB):
    """TinyDB with such tables, for one transaction."""

    table_class = Documents

    @property
    def cards(self) -> Documents:
        """The cards, tombstones included."""
        return cast("Documents", self.table("cards"))

    @property
    def changes(self) -> Documents:
        """The history."""
        return cast("Documents", self.table("changes"))

    @property
    def meta(self) -> Documents:
        """The schema's version and the history's last number."""
        return cast("Documents", self.table("meta"))
