"""One lock for one file: held on the file's folder itself, so everybody finds the same one.

The lock is the system's `flock` on the folder that the file is in. Whose state folder, user or container it is makes no
difference, nothing is left behind that a sync tool could copy or somebody could delete, and it ends with its process.
Where a folder can't be locked (Windows, some network shares), a hidden file beside the file is locked instead.
"""

from __future__ import annotations

import errno
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK_TIMEOUT = 10.0
_POLL = 0.005
_TAKEN = {errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES}


class FileLock:
    """The lock of a file. One that is held may be taken again by the same thread."""

    def __init__(self) -> None:
        self._depth = 0

    @contextmanager
    def held(self, path: Path, timeout: float | None = None) -> Iterator[bool]:
        """Hold the lock of this file; False where somebody else holds it for longer than the timeout.

        Meanwhile ctrl+z waits: a program that is stopped while it holds the lock would stop all others.
        """
        if self._depth:
            self._depth += 1
            try:
                yield True
            finally:
                self._depth -= 1
            return
        with _not_stopped(), _locked(path, LOCK_TIMEOUT if timeout is None else timeout) as locked:
            self._depth = int(locked)
            try:
                yield locked
            finally:
                self._depth = 0


@contextmanager
def _locked(path: Path, timeout: float) -> Iterator[bool]:
    handle = _open(path.parent)
    if handle is None or not _can_lock(handle):
        with _locked_file(path.with_name(f".{path.name}.lock"), timeout) as locked:
            yield locked
        return
    try:
        yield _wait(handle, timeout)
    finally:
        os.close(handle)


def _open(folder: Path) -> int | None:
    if os.name == "nt":
        return None
    try:
        return os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
    except PermissionError:
        return None


def _can_lock(handle: int) -> bool:
    """Whether the file system knows locks on folders; a lock that is taken answers that, too."""
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _TAKEN:
            os.close(handle)
            return False
    return True


def _wait(handle: int, timeout: float) -> bool:
    import fcntl

    ends = time.monotonic() + timeout
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise
            if time.monotonic() >= ends:
                return False
            time.sleep(_POLL)
        else:
            return True


@contextmanager
def _locked_file(path: Path, timeout: float) -> Iterator[bool]:
    import filelock  # only where it is needed

    lock = filelock.FileLock(path, mode=0o600)
    try:
        lock.acquire(timeout=timeout, poll_interval=_POLL)
    except filelock.Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextmanager
def _not_stopped() -> Iterator[None]:
    if os.name == "nt" or threading.current_thread() is not threading.main_thread():
        yield
        return
    import signal  # only by who writes

    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTSTP})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def unlocked_file(path: Path) -> bool:
    """Whether nobody holds a lock on the file: whoever made it is gone."""
    if os.name == "nt":  # where a file that is open can't be removed anyway
        return True
    import fcntl

    with suppress(OSError):
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(handle)
        return True
    return False


def lock_file(handle: int) -> None:
    """Lock a file of one's own, for others to see that its maker is at work."""
    if os.name != "nt":
        import fcntl

        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
