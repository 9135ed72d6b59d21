"""The copies that sync tools leave beside a board when two machines changed it at once: found, and taken in."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from day12_data import files
from day12_data.board import Board
from day12_data.store.errors import StoreError, in_plain_words
from day12_data.store.journal import Memory
from day12_data.store.recovery import Recovery
from day12_data.store.storage import BoardFile
from day12_data.store.values import Merged
from day12_data.text import counted


class Copies(Struct, frozen=True):
    """`conflicts` have names that only a sync tool gives; of `doubtful` ones a person must say what they are."""

    conflicts: list[Path]
    doubtful: list[Path]


def copies(board: Path) -> Copies:
    """What lies beside the board and may hold edits of it."""
    names = os.listdir(board.parent)  # noqa: PTH208 - many times as fast as a glob, and done for each write
    names = sorted(name for name in names if name.startswith(board.stem) and name != board.name)
    if not names:
        return Copies([], [])
    stem, suffix = re.escape(board.stem), re.escape(board.suffix)
    # Syncthing says board.sync-conflict-20260317-140200-ABCDEFG.json; Dropbox and Nextcloud say
    # board (Ann's conflicted copy 2026-03-17).json
    conflict = re.compile(
        rf"{stem}(\.sync-conflict-\d{{8}}-\d{{6}}(-\w+)?|[ _-]*\([^()]*conflicted copy[^()]*\)){suffix}"
    )
    # iCloud says board 2.json, Google Drive board (1).json, OneDrive board-HOST.json, others say it in other languages
    doubt = re.compile(rf"{stem}( \d+| \([^()]*\)|[-_][\w-]+){suffix}")
    named = (board.with_name(name) for name in names if doubt.fullmatch(name) or conflict.fullmatch(name))
    beside = [path for path in named if path.is_file() and not path.is_symlink()]
    conflicts = [path for path in beside if conflict.fullmatch(path.name)]
    return Copies(conflicts, [path for path in beside if path not in conflicts])


class SyncCopies:
    """Looks beside a board whenever its folder has changed, and takes in what a sync tool left there.

    `note` tells the user, `write` does work on what is on the disk now. A board that somebody else is writing isn't
    waited for: its copies are taken in at the next look. What merges is imported when there is a copy.
    """

    def __init__(
        self,
        file: BoardFile,
        memory: Memory,
        recovery: Recovery,
        note: Callable[[str], None],
        write: Callable[[Callable[[set[str]], Merged]], tuple[Merged, Board]],
    ) -> None:
        self._file, self._memory, self._recovery, self._note, self._write = file, memory, recovery, note, write
        self._looked: files.Signature | None = None

    def take_in(self, *, again: bool = False) -> Board | None:
        """What taking in gave; None where there was nothing to take in. `again` looks even where nothing changed."""
        result = None
        try:
            with in_plain_words("take in the copies of", self._file.path):
                real = self._file.real
                folder = files.signature(real.parent)
                if folder is None or (folder == self._looked and not again):
                    return None
                self._looked, found = folder, copies(real)
                for path in found.doubtful:
                    self._doubt(path)
                if found.conflicts or any(files.leftovers(real.parent, real.name)):
                    with self._file.locked_within(0) as locked:
                        self._looked = folder if locked else None
                        # Looked at again, since another program may have taken them in.
                        for path in copies(real).conflicts if locked else ():
                            result = self._take_in(path) or result
        except StoreError as error:
            self._note(str(error))
        return result

    def _take_in(self, path: Path) -> Board | None:
        from day12_data.store.merge_file import merge_into, tables_of

        try:
            theirs = tables_of(path)
        except StoreError as error:
            self._note(f"{path.name} was left where it is: {error}")
            return None
        self._recovery.new = True  # a board whose file is gone lives on in the copy
        merged, result = self._write(lambda _: merge_into(self._file, theirs))
        self._recovery.take(path)
        cards = counted(merged.added, "card")
        self._note(f"Took in {path.name}: {cards} added, {merged.updated} updated.")
        return result

    def _doubt(self, path: Path) -> None:
        """Say, once for each of its versions, that another board beside this one holds what this one doesn't."""
        there = files.signature(path)
        if there is None or self._memory.read().doubted.get(path.name) == there:
            return
        from shlex import quote

        from day12_data.store.merge_file import tables_of, would_merge

        with suppress(StoreError):
            merged = would_merge(self._file.peek(), tables_of(path))
            if count := merged.added + merged.updated:
                held = counted(count, "card or edit that isn't", "cards or edits that aren't")
                self._note(
                    f"{path.name} holds {held} on the board: `day12 merge {quote(str(path))} --dry-run` says more."
                )
        self._memory.doubted(path.name, there)
