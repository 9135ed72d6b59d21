"""The command line: what can be asked for, and what happens when it is. Textual is imported only for the board."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import active_count
from types import SimpleNamespace, TracebackType
from typing import NoReturn

from day12 import __version__
from day12.lean_imports import import_msgspec

DONE, NO, WRONG = 0, 1, 2
_INTERRUPTED = 130


def run() -> NoReturn:
    """What the `day12` script calls."""
    gc.disable()  # nothing here lives long enough to be collected; the app starts it again after the first paint
    sys.excepthook = _unforeseen
    code = main(sys.argv[1:], os.environ)
    if active_count() == 1:  # nothing is left to do: Python would only take itself apart, a seventh of `day12 due`
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


def main(arguments: Sequence[str], env: Mapping[str, str]) -> int:
    """Do what the arguments ask; the answer is the exit code, and whatever is wrong is one sentence on stderr."""
    _open_streams()
    parsed = _parsed(arguments)
    try:
        code = _perform(parsed, env)
        sys.stdout.flush()
    except OSError as error:  # what was printed to; a file's error has its name, and is a CommandError or unforeseen
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # the reader has seen enough
            return DONE
        from day12_data.files import why

        print(f"day12: I couldn't print ({why(error)}).", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _parsed(arguments: Sequence[str]) -> SimpleNamespace:
    if not arguments:  # the board opens, and needn't wait for argparse
        return SimpleNamespace(version=False, command=None)
    from day12.command_line import parser_for

    parsed = parser_for(arguments).parse_args(arguments, SimpleNamespace())
    _read_as_text(parsed)
    return parsed


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from day12.crash_report import on_unforeseen

    on_unforeseen(kind, error, trace)


def _perform(parsed: SimpleNamespace, env: Mapping[str, str]) -> int:
    if parsed.version:
        print(f"day12 {__version__}")
        return DONE
    import_msgspec()
    from day12.commands.session import CommandError, open_session
    from day12.commands.table import perform

    try:
        return perform(parsed, open_session(parsed, env))
    except CommandError as wrong:
        from day12.commands.output import say, tell

        say(str(wrong))
        for line in wrong.lines:
            tell(line)
        return WRONG


def _open_streams() -> None:
    """Have all three streams, since a script may close any, and print what can't be encoded as "?"."""
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 - open for as long as the program runs
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _read_as_text(parsed: SimpleNamespace) -> None:
    """Read again what isn't in the locale's encoding: as UTF-8, or as Windows-1252, where files keep their bytes.

    Python hands such bytes over as lone surrogates, which mean nothing: taken out of it, "Müller" would be "Mller".
    """
    for name, value in vars(parsed).items():
        if name.startswith("file"):
            continue
        if isinstance(value, str):
            setattr(parsed, name, _as_text(value))
        elif isinstance(value, list):
            setattr(parsed, name, [_as_text(each) if isinstance(each, str) else each for each in value])


def _as_text(argument: str) -> str:
    try:
        argument.encode()
    except UnicodeEncodeError:
        data = os.fsencode(argument)
        for encoding in ("utf-8", "cp1252"):
            with suppress(UnicodeDecodeError):
                return data.decode(encoding)
        return data.decode("latin-1")
    return argument
