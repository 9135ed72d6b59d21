"""What was typed and not saved, kept until it is saved or thrown away."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from msgspec import Struct

from day12_data.store.draft_file import Stored, StoredDraft
from day12_data.text import without_controls

if TYPE_CHECKING:
    # Neither the form nor the letters are needed before the first paint.
    from day12.letters.compose import Words
    from day12_data.typed.entry import Entry

T = TypeVar("T")


class Kind(Struct, Generic[T], frozen=True):
    """One kind of draft, and with it the type of what is kept."""

    name: str
    load: Callable[[Stored], T | None]
    """What was typed, as it was stored, as a value again; None where it is of another shape."""


def _entry(stored: Stored) -> Entry | None:
    from day12_data.typed.entry import Entry

    if not isinstance(stored, dict):
        return None
    return Entry(**{field.name: stored[field.name] for field in fields(Entry) if field.name in stored})


def _words(stored: Stored) -> Words | None:
    from day12.letters.compose import Words

    return Words(*stored) if isinstance(stored, list) and len(stored) == len(Words._fields) else None


def _text(stored: Stored) -> str | None:
    return stored if isinstance(stored, str) else None


FORM: Kind[Entry] = Kind("form", _entry)
"""The fields of a form, by the id of its card; "new" and the id of the earlier round for a card that is added."""
LETTER: Kind[Words] = Kind("letter", _words)
"""The words that the user gave a letter, by card, person and letter."""
REPLACED_LETTER: Kind[Words] = Kind("replaced letter", _words)
"""Such words after the letter was filled in again, or went out."""
REFERENCE: Kind[str] = Kind("reference", _text)
"""What was typed as the reference from the meeting, by card and person."""
REPLY: Kind[str] = Kind("reply", _text)
"""What they said, typed into a reply, by card."""
CHECK_IN: Kind[str] = Kind("check-in", _text)
"""What they said when you checked in, by card."""
IMPORT: Kind[str] = Kind("import", _text)
"""The answers to the questions of an import that was closed, as JSON, by what its files hold."""


class Drafts:
    """Every draft, by its kind and by what it was typed for: those of this run, and those that were found on the disk.

    Two runs at the same time don't touch each other's drafts: one that was found is gone on with as a draft of one's
    own, and only then is it no longer kept.
    """

    def __init__(self, found: Sequence[StoredDraft] = (), changed: Callable[[], None] = lambda: None) -> None:
        self.by = os.urandom(8).hex()
        """What the drafts of this run are marked with on the disk."""
        self.gone: set[tuple[str, tuple[str, ...]]] = set()
        """Who wrote the drafts that were found and are done with, and their keys."""
        self._found = list(found)
        self._mine: dict[tuple[str, ...], object] = {}
        self._changed = changed

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self._found or self._mine)

    def get(self, kind: Kind[T], *about: str) -> T | None:
        """The draft, or None where there is none."""
        key = (kind.name, *about)
        if key in self._mine:
            return cast("T", self._mine[key])
        newest = self._newest(key)
        return None if newest is None else kind.load(newest.typed)

    def put(self, kind: Kind[T], *about: str, draft: T) -> None:
        """Keep the draft in place of the one before; an empty one is none."""
        key = (kind.name, *about)
        if not draft:
            self.discard(kind, *about)
        elif self._mine.get(key) != draft:
            self._done_with(self._newest(key) if key not in self._mine else None)
            self._mine.pop(key, None)  # the newest is the last
            self._mine[key] = draft
            self._changed()

    def discard(self, kind: Kind[T], *about: str) -> T | None:
        """Forget the draft, and return it; None where there is none."""
        key = (kind.name, *about)
        draft = self.get(kind, *about)
        if key in self._mine:
            del self._mine[key]
            self._changed()
        elif newest := self._newest(key):
            self._done_with(newest)
            self._changed()
        return draft

    def about(self, kind: Kind[Any], *, mine: bool) -> list[tuple[str, ...]]:
        """What there are drafts of a kind about, or only those of this run."""
        keys = [*([] if mine else (each.key for each in self._found)), *self._mine]
        return list(dict.fromkeys(key[1:] for key in keys if key[0] == kind.name))

    def to_store(self) -> Iterator[StoredDraft]:
        """The drafts of this run as they are stored."""
        for (kind, *about), draft in self._mine.items():
            yield StoredDraft(kind, tuple(about), self.by, _stored(draft))

    def _newest(self, key: tuple[str, ...]) -> StoredDraft | None:
        return next((each for each in reversed(self._found) if each.key == key), None)

    def _done_with(self, found: StoredDraft | None) -> None:
        if found:
            self._found.remove(found)
            self.gone.add((found.by, found.key))


def _stored(draft: object) -> Stored:
    if isinstance(draft, str):
        return without_controls(draft)
    if isinstance(draft, tuple):
        return [without_controls(part) for part in draft]
    values = asdict(draft) if is_dataclass(draft) and not isinstance(draft, type) else {}
    return {name: without_controls(text) for name, text in values.items()}
