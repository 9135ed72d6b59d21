"""What the store says when it can't: each error's text is one sentence for the user, with what to do instead."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from day12_data.board import Change
from day12_data.card import Card


class StoreError(Exception):
    """Something the store couldn't do; nothing on disk was changed by trying."""


class Conflict(StoreError):  # noqa: N818 - a name for what happened
    """The same card was changed by someone else: `mine` wasn't saved, `theirs` is the card as it is on disk."""

    def __init__(self, mine: Change, theirs: Card) -> None:
        super().__init__(f"{theirs.company} was changed elsewhere meanwhile: look at it again, then repeat your edit.")
        self.mine, self.theirs = mine, theirs


class UnreadableBoard(StoreError):  # noqa: N818 - a name for what was found
    """The file isn't a board that can be read whole, so it is left exactly as it is. `why` says what is wrong."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path.name} is not a day12 board: {why}. Nothing was changed; restore a backup with `day12 restore`, "
            "or name another file with --board."
        )
        self.path, self.why = path, why


@contextmanager
def in_plain_words(doing: str, path: Path) -> Iterator[None]:
    """Whatever the system raises inside, as a StoreError: "{doing} {path}: why"."""
    try:
        yield
    except filelock.Timeout:
        msg = f"{path.name} is busy: another day12 has been writing for 10 seconds; close it, then try again."
        raise StoreError(msg) from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise StoreError(f"I couldn't {doing} {path}: {why}. Mend that, then try again.") from error
    except (UnicodeError, RecursionError, MemoryError, OverflowError) as error:
        raise StoreError(f"I couldn't {doing} {path}: {error}.") from error
