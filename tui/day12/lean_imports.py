"""Imports libraries without the optional parts of theirs that nothing here uses: a start doesn't wait for those."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


def import_msgspec() -> None:
    """Import msgspec without what describes types, and without typing_extensions, which it would take before typing.

    Together that is 10 of the 70 ms of `day12 due`.
    """
    schemas = ModuleType("msgspec._json_schema")
    schemas.__dict__.update(schema=None, schema_components=None)
    with _without("typing_extensions"), _instead(schemas, ModuleType("msgspec.inspect")):
        import msgspec  # noqa: F401


def import_asyncio() -> None:
    """Import asyncio, which Textual needs, without OpenSSL: 10 of the 250 ms until the board is painted."""
    with _without("ssl"):
        import asyncio  # noqa: F401


@contextmanager
def _instead(*modules: ModuleType) -> Iterator[None]:
    """With these modules in the place of those of their names, which are not imported."""
    names = [module.__name__ for module in modules]
    if not sys.modules.keys().isdisjoint(names):
        yield
        return
    sys.modules.update(zip(names, modules, strict=True))
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


@contextmanager
def _without(name: str) -> Iterator[None]:
    """As if there were no such module, where it isn't imported yet: Python's own way to say so is None."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]
