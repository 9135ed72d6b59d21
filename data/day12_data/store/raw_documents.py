"""The tables of a board's file, with documents that stay the bytes they were in it until somebody touches them.

So a change to one card costs no decoding of the others, and what this version doesn't know goes back to the disk as
it came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw

META = "1"

SCHEMA = 2
"""The version of what is in the file; migrations.py has the steps from the older ones."""

Tables = dict[str, Any]


class RawDocument(Mapping[str, Any]):
    """A document as the file's own bytes, taken apart, one level deep, when it is first looked into.

    It never changes: another thread may go on reading the tables that it holds while a write makes new ones.
    """

    __slots__ = ("_fields", "stored")

    def __init__(self, stored: Raw) -> None:
        self.stored = stored

    def as_bytes(self) -> bytes:
        """The document as it is written."""
        return bytes(self.stored)

    def fields(self) -> dict[str, Raw]:
        """Its fields, each as its bytes, for the caller to change: many times as fast as by way of the mapping."""
        return dict(self._looked_into())

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


def as_bytes(document: Any) -> bytes:
    """One document as it is written."""
    return document.as_bytes() if isinstance(document, RawDocument) else msgspec.json.encode(document)
