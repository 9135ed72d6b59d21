"""What the store says when it can't: each error's text is one sentence for the user, with what to do instead."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from day12_data.board import Change
from day12_data.card import Card
from day12_data.files import ChangedUnderneath, UnreadableFileError, lock, why
from day12_data.store.values import Backup
from day12_data.text import clean, counted


class StoreError(Exception):
    """Something the store couldn't do; nothing on disk was changed by trying. Its sentence is cleaned."""

    def __init__(self, sentence: str) -> None:
        super().__init__(clean(sentence))


class MissingBoard(StoreError):  # noqa: N818 - a name for what was found
    """There was a board here, and its file is gone; `backup` is the newest copy that is good, where there is one."""

    def __init__(self, path: Path, why: str, backup: Backup | None) -> None:
        back = (
            f"`day12 restore {backup.name}` puts its newest backup back ({counted(backup.cards or 0, 'card')}), "
            if backup
            else "bring it back, or "
        )
        super().__init__(
            f"There is no {path}, though there was a board{why}: {back}`day12 add --new-board` begins a new one."
        )
        self.path, self.why, self.backup = path, "it is gone", backup


class Conflict(StoreError):  # noqa: N818 - a name for what happened
    """The same card was changed by someone else: `mine` wasn't saved, `theirs` is the card as it is on disk.

    `theirs` is None where it is no longer there, or can't be read any more.
    """

    def __init__(self, mine: Change, theirs: Card | None) -> None:
        what = "changed elsewhere meanwhile: look at it again, then repeat your edit."
        super().__init__(f"{mine.after.company} was {what if theirs else 'deleted elsewhere meanwhile.'}")
        self.mine, self.theirs = mine, theirs


class TurnRefused(StoreError):  # noqa: N818 - a name for what happened
    """There is nothing to undo or redo, or what was changed since stands against it: on the card `card_id`."""

    def __init__(self, sentence: str, card_id: str = "") -> None:
        super().__init__(sentence)
        self.card_id = card_id


class UnreadableBoard(StoreError):  # noqa: N818 - a name for what was found
    """The file isn't a board that can be read whole, so it is left exactly as it is.

    `why` says what is wrong with it; `backup` is the newest copy that is good, where there is one.
    """

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            f"{path.name} is not a day12 board: {why}. Nothing was changed; restore a backup with `day12 restore`, "
            "or name another file with --board."
        )
        self.path, self.why = path, why
        self.backup: Backup | None = None


def busy(path: Path) -> StoreError:
    """What to say when somebody else goes on holding a file's lock."""
    return StoreError(
        f"{path.name} is busy: another day12 has been writing for {lock.LOCK_TIMEOUT:g} seconds; close it, or, if "
        "ctrl+z stopped it, bring it back with `fg`, then try again."
    )


@contextmanager
def in_plain_words(doing: str, path: Path) -> Iterator[None]:
    """Whatever the system raises inside, as a StoreError: what couldn't be done, why, and what to do."""
    try:
        yield
    except UnreadableFileError as error:
        board = "name the board's file with --board or DAY12_BOARD"
        raise StoreError(f"{error.filename} {error.strerror}: {board}.") from error
    except ChangedUnderneath as error:
        raise StoreError(f"{path.name} is being rewritten by another program: try again when it is done.") from error
    except OSError as error:
        advice = _ADVICE.get(error.errno or 0) or f"{why(error)}; mend that, then try again"
        elsewhere = error.filename and not str(error.filename).endswith(".day12-tmp")
        raise StoreError(f"I couldn't {doing} {error.filename if elsewhere else path}: {advice}.") from error
    except (ValueError, RecursionError, MemoryError, msgspec.MsgspecError) as error:
        raise StoreError(f"I couldn't {doing} {path}: {error}; run `day12 doctor`.") from error


_FORBIDDEN = "you aren't allowed to; mend the permissions of the file and its folder, or name another with --board"
_ADVICE = {
    errno.ENOSPC: "the disk is full; free some space, then try again",
    errno.EDQUOT: "your share of the disk is used up; free some space, then try again",
    errno.EFBIG: "the system allows no file of that size; raise the limit (ulimit -f), then try again",
    errno.EROFS: "the disk is read-only; name another place with --board",
    errno.EACCES: _FORBIDDEN,
    errno.EPERM: _FORBIDDEN,
    errno.ENOTDIR: "a part of that path is no folder; name another with --board",
    errno.ENAMETOOLONG: "the name is too long; name another with --board",
    errno.ELOOP: "its links go round in a circle; name another with --board",
}
