"""Another board's tables: read, and united with the board of this file."""

from __future__ import annotations

from pathlib import Path

from day12_data.store.errors import in_plain_words
from day12_data.store.kept import Tables, as_bytes
from day12_data.store.lost_values import with_fallen_named
from day12_data.store.merge_boards import compare, merge
from day12_data.store.registers import Plain
from day12_data.store.schema import as_json, decode, read_other
from day12_data.store.storage import BoardFile
from day12_data.store.values import Merged


def tables_of(path: Path) -> Plain:
    """Another board's tables as plain JSON values."""
    with in_plain_words("read", path):
        return as_json(read_other(path))


def would_unite(mine: Tables, theirs: Plain) -> Merged:
    """What uniting would do; nothing is written."""
    before = as_json(mine)
    return compare(before, merge(before, theirs), theirs)


def unite(file: BoardFile, theirs: Plain) -> Merged:
    """Write both boards' tables as one, in the file's transaction."""
    mine = as_json(file.read())
    united = with_fallen_named(merge(mine, theirs))
    if united != mine:
        file.write(decode(as_bytes(united), file.path)[0])
    return compare(mine, united, theirs)
