"""TinyDB's tables, over the documents as they are kept. Only who writes loads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

import msgspec
from msgspec import Raw
from tinydb import TinyDB
from tinydb.table import Table

from day12_data.store.raw_documents import RawDocument, as_bytes


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
            table[key] = RawDocument(Raw(msgspec.json.encode({**table.get(key, {}), **fields})))

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
                table[key] = (
                    there if isinstance(there, RawDocument) and there.as_bytes() == data else RawDocument(Raw(data))
                )

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
