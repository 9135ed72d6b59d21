"""Tells of an unforeseen error: a sentence, and a report in a file, which has nothing of the cards in it."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version

from day12 import __version__
from day12_data.files import make_folder, why
from day12_data.paths import state_dir
from day12_data.text import clean

FILE_NAME = "report.txt"
_PACKAGES = ("textual", "rich", "tinydb", "msgspec", "filelock", "arrow")
_FRAMES = 60


def write_report(error: BaseException, env: Mapping[str, str]) -> str:
    """Write the report, over the one before, and give back the sentence about it."""
    path = state_dir(env) / FILE_NAME
    what = "day12: something went wrong that nobody foresaw; your board is as it was saved last"
    try:
        make_folder(path.parent)
        path.unlink(missing_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
            file.write(report(error))
    except OSError as trouble:
        return f"{what}. A report couldn't be written ({why(trouble)})."
    return clean(f"{what}. The report, which has nothing of your cards in it, is in {path}.")


def report(error: BaseException) -> str:
    """The versions, and where in the program it was; no message of an exception, since it may quote a card."""
    lines = [
        f"day12 {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        ", ".join(f"{name} {_version(name)}" for name in _PACKAGES),
    ]
    for each in _causes(error):
        lines += ["", f"{type(each).__module__}.{type(each).__qualname__}"]
        if isinstance(each, OSError):
            lines.append(f"error number {each.errno}")
        lines += [line.rstrip() for line in traceback.format_tb(each.__traceback__, -_FRAMES)]
    return "\n".join([*lines, ""])


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The exception, and those that it came from, the first of them last."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        yield cause
        cause = cause.__cause__ or cause.__context__


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def on_unforeseen(kind: type[BaseException], error: BaseException, _: object) -> None:
    """What `sys.excepthook` is while day12 runs: one sentence, and never a page of code."""
    if not issubclass(kind, KeyboardInterrupt):
        print(write_report(error, os.environ), file=sys.stderr)
