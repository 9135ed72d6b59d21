"""Copies of the board as it was, in the user's state folder: one a day, and one before whatever can't be undone."""

from __future__ import annotations

import datetime as dt
import os
import re
from contextlib import suppress
from pathlib import Path

import msgspec

from day12_data.store import files
from day12_data.store.errors import StoreError
from day12_data.store.schema import read_other
from day12_data.store.tables import as_bytes
from day12_data.store.values import Backup

DAYS_KEPT = 14


class _Counted(msgspec.Struct):
    deleted: bool = False


def keep(real: Path, folder: Path, day: dt.date, why: str = "") -> None:
    """Put the file by under the day's name: the day's first copy, or one more that says why."""
    files.make_folder(folder)
    target = folder / f"{day.isoformat()}{why and '-'}{why}.json"
    if why:
        target = files.free_name(target)
    elif target.exists():
        return
    if not real.stat().st_size:  # nothing to put by, and nothing that could be put back
        return
    try:
        os.link(real, target)
    except OSError:  # another disk, or a file system without links
        part = target.with_suffix(".part")
        import shutil  # loads every compressor there is, and most runs make no backup

        shutil.copyfile(real, part)
        part.chmod(0o600)
        part.replace(target)
    _prune(folder)


def take(path: Path, folder: Path, day: dt.date) -> None:
    """Move a copy that was taken in out of the synced folder."""
    keep(path, folder, day, path.stem)
    path.unlink()


def listed(folder: Path) -> list[Backup]:
    """The copies, newest first."""
    found = [
        Backup(path.name, day, _count(path), path.stat().st_size)
        for path in _copies(folder)
        if (day := _day(path.name))
    ]
    return sorted(found, key=lambda backup: (backup.date, (folder / backup.name).stat().st_mtime_ns), reverse=True)


def newest_good(folder: Path) -> Backup | None:
    """The newest copy that can be read."""
    return next((backup for backup in listed(folder) if backup.cards is not None), None)


def read(folder: Path, name: str) -> bytes:
    """What a copy holds, once it is proved good."""
    if name not in {path.name for path in _copies(folder)}:
        raise StoreError(f"There is no backup named {name}: `day12 backups` lists them.")
    read_other(folder / name)
    return files.read(folder / name).data


def _copies(folder: Path) -> list[Path]:
    return [path for path in folder.glob("*.json") if _day(path.name)]


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


def _prune(folder: Path) -> None:
    days = sorted({_day(path.name) for path in _copies(folder)} - {None}, reverse=True)[DAYS_KEPT:]  # type: ignore[type-var]
    for path in _copies(folder):
        if _day(path.name) in days:
            path.unlink(missing_ok=True)
