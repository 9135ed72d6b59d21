"""TinyDB's tables, over documents that stay the bytes they were in the file until somebody touches them.

So a change to one card costs no decoding of the others, and what this version doesn't know goes back to the disk as
it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

import msgspec
from msgspec import Raw
from tinydb import TinyDB
from tinydb.table import Table

META = "1"

SCHEMA = 2
"""The version of what is in the file; migrations.py has the steps from the older ones."""

Tables = dict[str, Any]


class Kept(Mapping[str, Any]):
    """A document as the file's own bytes, taken apart, one level deep, when it is first looked into.

    It never changes: another thread may go on reading the tables that it holds while a write makes new ones.
    """

    __slots__ = ("_fields", "stored")

    def __init__(self, stored: Raw) -> None:
        self.stored = stored

    def as_bytes(self) -> bytes:
        """The document as it is written."""
        return bytes(self.stored)

    def _looked_into(self) -> dict[str, Raw]:
        try:
            return self._fields
        except AttributeError:
            self._fields: dict[str, Raw] = msgspec.json.decode(self.stored, type=dict[str, Raw])
            return self._fields

    def __getitem__(self, name: str) -> Any:
        return self._looked_into()[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._looked_into())

    def __len__(self) -> int:
        return len(self._looked_into())


class Documents(Table):
    """A table whose ids stay as they are written in the file, and whose queries are never answered from a cache."""

    document_id_class = str  # type: ignore[assignment]  # TinyDB means int, but needs no more than str gives
    default_query_cache_capacity = 0

    def find(self, key: str) -> dict[str, Any] | None:
        """The document's fields, each as its bytes."""
        found = self.get(doc_id=key)  # type: ignore[call-overload]
        return dict(found) if found is not None else None

    def put(self, key: str, fields: Mapping[str, Any]) -> None:
        """Set these fields, and leave the document's others alone."""
        fields = {name: value if isinstance(value, Raw) else Raw(as_bytes(value)) for name, value in fields.items()}

        def set_fields(table: dict[Any, Mapping[str, Any]]) -> None:
            table[key] = Kept(Raw(msgspec.json.encode({**table.get(key, {}), **fields})))

        self._update_table(set_fields)  # TinyDB's own `update` would change a document that others may be reading

    def _update_table(self, updater: Callable[[dict[Any, Mapping[str, Any]]], None]) -> None:
        """TinyDB's own writes each id anew, twice, which for each of many changes to a big board takes its time."""
        tables = self._storage.read() or {}
        table = dict(tables.get(self.name, {}))
        updater(table)
        tables[self.name] = table
        self._storage.write(tables)

    def replace_all(self, documents: Mapping[str, bytes]) -> None:
        """Have these documents and no others."""

        def replace(table: dict[Any, Mapping[str, Any]]) -> None:
            before = dict(table)
            table.clear()
            for key, data in documents.items():
                there = before.get(key)
                table[key] = there if isinstance(there, Kept) and there.as_bytes() == data else Kept(Raw(data))

        self._update_table(replace)

    def raw(self) -> dict[str, bytes]:
        """Every document as its bytes in the file."""
        return {key: as_bytes(document) for key, document in self._read_table().items()}


class Database(TinyDB):
    """TinyDB with such tables."""

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


def as_bytes(document: Any) -> bytes:
    """One document as it is written."""
    return document.as_bytes() if isinstance(document, Kept) else msgspec.json.encode(document)
