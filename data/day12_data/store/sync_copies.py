"""The copies that sync tools leave beside a board when two machines changed it at once."""

from __future__ import annotations

import glob
import re
from pathlib import Path
from typing import NamedTuple


class Copies(NamedTuple):
    """`conflicts` have names that only a sync tool gives; of `doubtful` ones a person must say what they are."""

    conflicts: list[Path]
    doubtful: list[Path]


def copies(board: Path) -> Copies:
    """What lies beside the board and may hold edits of it."""
    stem, suffix = re.escape(board.stem), re.escape(board.suffix)
    # Syncthing says board.sync-conflict-20260317-140200-ABCDEFG.json; Dropbox and Nextcloud say
    # board (Ann's conflicted copy 2026-03-17).json
    conflict = re.compile(
        rf"{stem}(\.sync-conflict-\d{{8}}-\d{{6}}(-\w+)?|[ _-]*\([^()]*conflicted copy[^()]*\)){suffix}"
    )
    # iCloud says board 2.json, Google Drive board (1).json, OneDrive board-HOST.json, others say it in other languages
    doubt = re.compile(rf"{stem}( \d+| \([^()]*\)|[-_][\w-]+){suffix}")
    beside = sorted(
        path for path in board.parent.glob(f"*{glob.escape(board.suffix)}") if path.is_file() and not path.is_symlink()
    )
    return Copies(
        [path for path in beside if conflict.fullmatch(path.name)],
        [path for path in beside if doubt.fullmatch(path.name) and not conflict.fullmatch(path.name)],
    )
