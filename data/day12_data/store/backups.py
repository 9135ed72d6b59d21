"""Copies of the board as it was, in the user's state folder: one a day, and one before whatever can't be undone.

The newest 14 days are kept, in the order in which copies were put by, which `order.txt` remembers: a clock that is
wrong for a while neither makes a copy look old nor lets it outlive the others.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path

import msgspec

from day12_data import files
from day12_data.store.errors import StoreError
from day12_data.store.raw_documents import as_bytes
from day12_data.store.schema import read_other
from day12_data.store.values import Backup
from day12_data.text import clean

DAYS_KEPT = 14
_ORDER = "order.txt"
_LONGEST_NAME = 60


class _Counted(msgspec.Struct):
    deleted: bool = False


def keep(real: Path, folder: Path, day: dt.date, why: str = "") -> Path | None:
    """Put the file by under the day's name: the day's first copy, or one more that says why; None where that was made.

    It is on the disk when this returns, whatever file system the folder is on.
    """
    _make_private(folder)
    why = re.sub(r"[^\w.() -]", "_", clean(why))[:_LONGEST_NAME]
    target = folder / f"{day.isoformat()}{why and '-'}{why}.json"
    if why:
        target = files.free_name(target)
    elif target.exists():
        return None
    if not real.stat().st_size:  # nothing to put by, and nothing that could be put back
        return None
    try:
        os.link(real, target)
        files.sync(target)
    except OSError:  # another disk, or a file system without links
        target.unlink(missing_ok=True)
        files.copy(real, target)
    _number_and_prune(folder, target.name)
    return target


def keep_data(data: bytes, folder: Path, day: dt.date, why: str) -> Path:
    """Put these contents by."""
    _make_private(folder)
    target = files.free_name(folder / f"{day.isoformat()}-{why}.json")
    files.replace(target, data, None)
    _number_and_prune(folder, target.name)
    return target


def _make_private(folder: Path) -> None:
    files.make_private(folder.parent)
    files.make_private(folder)


def take(path: Path, folder: Path, day: dt.date) -> None:
    """Move a copy that was taken in out of the synced folder."""
    keep(path, folder, day, path.stem)
    path.unlink()


def listed(folder: Path) -> list[Backup]:
    """The copies, newest first."""
    return [
        Backup(path.name, day, _count(path), path.stat().st_size)
        for path in reversed(_copies(folder))
        if (day := _day(path.name))
    ]


def newest_good(folder: Path) -> Backup | None:
    """The newest copy that can be read."""
    return next((backup for backup in listed(folder) if backup.cards is not None), None)


def read(folder: Path, name: str) -> bytes:
    """What a copy holds, once it is proved good."""
    path = next((path for path in _copies(folder) if name in (path.name, clean(path.name))), None)
    if path is None:
        raise StoreError(f"There is no backup named {name}: `day12 backups` lists them.")
    read_other(path)
    return files.read(path).data


def _copies(folder: Path) -> list[Path]:
    """Oldest first: what isn't in the order is older than what is."""
    try:
        order = (folder / _ORDER).read_bytes().decode(errors="surrogateescape").splitlines()
    except OSError:
        order = []
    places = {name: place for place, name in enumerate(order)}
    found = [path for path in folder.glob("*.json") if _day(path.name) and path.is_file()]
    return sorted(found, key=lambda path: (places.get(path.name, -1), path.name))


def _day(name: str) -> dt.date | None:
    found = re.match(r"\d{4}-\d{2}-\d{2}", name)
    with suppress(ValueError):
        return dt.date.fromisoformat(found[0]) if found else None
    return None


def _count(path: Path) -> int | None:
    if not path.stat().st_size:
        return None
    try:
        cards = read_other(path)["cards"].values()
    except (StoreError, OSError):
        return None
    count = 0
    for card in cards:
        with suppress(msgspec.MsgspecError):
            count += not msgspec.json.decode(as_bytes(card), type=_Counted).deleted
    return count


def _number_and_prune(folder: Path, name: str) -> None:
    """Note that this copy is the newest, and remove those of other days than the newest ones."""
    copies = [path for path in _copies(folder) if path.name != name]
    order = folder / _ORDER
    text = "".join(f"{each}\n" for each in (*(path.name for path in copies), name))
    files.replace(order, text.encode(errors="surrogateescape"), files.signature(order))
    kept = {_day(name)}
    for path in reversed(copies):
        day = _day(path.name)
        if len(kept) < DAYS_KEPT or day in kept:
            kept.add(day)
        else:
            path.unlink(missing_ok=True)
