"""What can be wrong with a file, beside what the system says, and how either stands in a sentence."""

from __future__ import annotations

import errno
from pathlib import Path


class UnreadableFileError(OSError):
    """What is there can't be read whole: a folder, a pipe, or something far too big."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(errno.EINVAL, what, str(path))


class ChangedUnderneath(OSError):  # noqa: N818 - no error at first: whoever replaces a file may read it again
    """Somebody replaced the file between the read and the write."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EAGAIN, "another program is rewriting it", str(path))


def why(error: Exception) -> str:
    """What went wrong, as it stands within a sentence: in the system's words, where it has any."""
    system = getattr(error, "strerror", None)
    return system.lower() if system else str(error).rstrip(".")


def unreadable(what: str, error: Exception) -> str:
    """That something can't be read, and why: a sentence without its end, for what the reader can do."""
    return f"{what} can't be read ({why(error)})"
