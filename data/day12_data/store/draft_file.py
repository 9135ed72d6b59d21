"""The drafts of one board on the disk, in the state folder: what was typed into forms and letters and isn't saved.

Several programs may have the board open. Each writes the drafts that are its own, and leaves the others' as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TypeAlias

import msgspec

from day12_data import files
from day12_data.store.errors import busy

Stored: TypeAlias = dict[str, str] | list[str] | str
"""What was typed, as it is stored: the fields of a form, the parts of a letter, or a text."""


class StoredDraft(msgspec.Struct, frozen=True):
    """One draft: its kind, what it is about, which program wrote it, and what was typed."""

    kind: str
    about: tuple[str, ...]
    by: str
    typed: Stored

    @property
    def key(self) -> tuple[str, ...]:
        """What the draft is found by."""
        return self.kind, *self.about


class DraftFile:
    """The file of one board's drafts; where there are none, there is no file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> tuple[list[StoredDraft], str]:
        """The drafts that were kept, oldest first, and a sentence where the file can't be read and was moved aside."""
        drafts, _, moved = self._read()
        return drafts, moved

    def write(self, mine: Iterable[StoredDraft], by: str, gone: Collection[tuple[str, tuple[str, ...]]]) -> None:
        """Put my drafts in place of those that I wrote before, and drop those of others that are done with.

        Args:
            mine: Every draft that this program has, oldest first.
            by: The name of this program, which stands in each of them.
            gone: Others' drafts that were saved, gone on with or thrown away: who wrote them, and their keys.

        Raises:
            OSError: it can't be written; the file is as it was.
            StoreError: another program holds it for too long.
        """
        files.make_private(self._path.parent)
        with files.FileLock().held(self._path) as held:
            if not held:
                raise busy(self._path)
            there, was, _ = self._read()
            kept = [each for each in there if each.by != by and (each.by, each.key) not in gone]
            drafts = [*kept, *mine]
            if drafts:
                data = msgspec.json.format(msgspec.json.encode(drafts), indent=1)
                files.replace(self._path, data, was)
            elif was:
                self._path.unlink(missing_ok=True)
                files.sync_folder(self._path.parent)

    def _read(self) -> tuple[list[StoredDraft], files.Signature | None, str]:
        try:
            found = files.read(self._path)
            drafts = msgspec.json.decode(found.data, type=list[StoredDraft]) if found.data.strip() else []
        except (
            files.UnreadableFileError,
            msgspec.MsgspecError,
            ValueError,
        ):  # a folder, a pipe, another shape, no text
            aside = files.free_name(self._path.with_name(f"{self._path.stem}-unreadable.json"))
            self._path.replace(aside)
            return [], None, f"What was typed and not saved before can't be read: the file is kept as {aside}."
        return drafts, found.signature, ""
