"""Merges another board's file into this one."""

from __future__ import annotations

from pathlib import Path

from day12_data.store.errors import in_plain_words
from day12_data.store.lost_values import with_fallen_named
from day12_data.store.merge_boards import compare, merge
from day12_data.store.raw_documents import Tables, as_bytes
from day12_data.store.registers import Plain
from day12_data.store.schema import as_json, decode, read_other
from day12_data.store.storage import BoardFile
from day12_data.store.values import Merged


def tables_of(path: Path) -> Plain:
    """Another board's tables as plain JSON values."""
    with in_plain_words("read", path):
        return as_json(read_other(path))


def would_merge(mine: Tables, theirs: Plain) -> Merged:
    """What merging would do; nothing is written."""
    before = as_json(mine)
    return compare(before, merge(before, theirs), theirs)


def merge_into(file: BoardFile, theirs: Plain) -> Merged:
    """Write both boards' tables as one, in the file's transaction."""
    mine = as_json(file.read())
    merged = with_fallen_named(merge(mine, theirs))
    if merged != mine:
        file.write(decode(as_bytes(merged), file.path)[0])
    return compare(mine, merged, theirs)
