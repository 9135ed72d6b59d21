"""Imports libraries without parts of theirs that nothing here uses: a start doesn't wait for those."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from types import ModuleType


def import_msgspec() -> None:
    """Import msgspec without what describes types, and without typing_extensions, which it would take before typing.

    Together that is 10 of the 70 ms of `day12 due`. A later msgspec that needs more of it is imported whole by whoever
    imports it next.
    """
    schemas = ModuleType("msgspec._json_schema")
    schemas.__dict__.update(schema=None, schema_components=None)
    with (
        suppress(ImportError, AttributeError),
        _instead(
            {
                "typing_extensions": None,
                "msgspec._json_schema": schemas,
                "msgspec.inspect": ModuleType("msgspec.inspect"),
            }
        ),
    ):
        import msgspec  # noqa: F401


def import_asyncio() -> None:
    """Import asyncio, which Textual needs, without OpenSSL: 10 of the 250 ms until the board is painted."""
    with _instead({"ssl": None}):
        import asyncio  # noqa: F401


@contextmanager
def _instead(modules: Mapping[str, ModuleType | None]) -> Iterator[None]:
    """With these in the place of modules that aren't imported yet; None is Python's own way to say: there is none."""
    absent = {name: module for name, module in modules.items() if name not in sys.modules}
    sys.modules.update(absent)  # type: ignore[arg-type]  # typeshed doesn't know of None
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]
