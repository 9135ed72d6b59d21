"""The command line: what can be asked for, and what happens when it is. Textual is imported only for the board."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, NoReturn

from day12 import __version__

DONE, NO, WRONG = 0, 1, 2
_INTERRUPTED = 130


def run() -> NoReturn:
    """What the `day12` script calls."""
    gc.disable()  # nothing here lives long enough to be collected; the app starts it again after the first paint
    sys.excepthook = _unforeseen
    sys.exit(main(sys.argv[1:], os.environ))


def main(arguments: Sequence[str], env: Mapping[str, str]) -> int:
    """Do what the arguments ask; the answer is the exit code, and whatever is wrong is one sentence on stderr."""
    _open_streams()
    parsed = _parser(arguments).parse_args(arguments)
    _read_as_text(parsed)
    try:
        code = _perform(parsed, env)
        sys.stdout.flush()
    except OSError as error:  # what was printed to; a file's error has its name, and is a CommandError or unforeseen
        if error.filename is not None:
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # the reader has seen enough
            return DONE
        print(f"day12: I couldn't print ({(error.strerror or str(error)).lower()}).", file=sys.stderr)
        return WRONG
    except KeyboardInterrupt:
        return _INTERRUPTED
    return code


def _unforeseen(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    from day12.report import on_unforeseen

    on_unforeseen(kind, error, trace)


def _perform(parsed: argparse.Namespace, env: Mapping[str, str]) -> int:
    if parsed.version:
        print(f"day12 {__version__}")
        return DONE
    _import_msgspec()
    from day12.commands.session import CommandError, open_session, perform

    try:
        return perform(parsed, open_session(parsed, env))
    except CommandError as wrong:
        from day12.commands.output import say, tell

        say(str(wrong))
        for line in wrong.lines:
            tell(line)
        return WRONG


def _import_msgspec() -> None:
    """Import msgspec without typing_extensions, which it would take before typing: a sixth of `day12 due`."""
    if "typing_extensions" not in sys.modules:
        sys.modules["typing_extensions"] = None  # type: ignore[assignment]  # Python's own way to say: not there
        import msgspec  # noqa: F401

        del sys.modules["typing_extensions"]


def _open_streams() -> None:
    """Have all three streams, since a script may close any, and print what can't be encoded as "?"."""
    sys.stdin = sys.stdin or Path(os.devnull).open()  # noqa: SIM115 - open for as long as the program runs
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _read_as_text(parsed: argparse.Namespace) -> None:
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


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal. argparse's own asks shutil for that, which loads every compressor there is."""

    def __init__(self, prog: str) -> None:
        named = os.environ.get("COLUMNS", "")
        try:
            columns = int(named) if named.isdigit() else os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=columns - 2)


class _Parser(argparse.ArgumentParser):
    """An ArgumentParser that complains in one sentence."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_Help, **options)

    def error(self, message: str) -> NoReturn:
        from day12_data.text import clean

        print(clean(f"{self.prog}: {message}; `{self.prog} --help` shows how it goes."), file=sys.stderr)
        sys.exit(WRONG)


def _parser(arguments: Sequence[str]) -> _Parser:
    """The parser of all the commands; only of the one that the arguments begin with, where they begin with one."""
    first = arguments[0] if arguments else ""
    parser, commands = _with_commands(first)
    return parser if not arguments or first in commands.choices else _with_commands(None)[0]


def _with_commands(only: str | None) -> tuple[_Parser, argparse._SubParsersAction[_Parser]]:
    where = _Parser(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument(
        "--board", type=Path, metavar="FILE", help="the board's file, instead of $DAY12_BOARD or your own"
    )
    where.add_argument("--demo", action="store_true", help="sample cards, in a copy that is thrown away tomorrow")
    parser = _Parser(
        prog="day12",
        parents=[where],
        description="A board for the time after a job interview. Without a command it opens in the terminal.",
        epilog="Times are in your own zone unless you name one. DAY12_BOARD names the board's file; DAY12_NOW, an "
        "ISO 8601 moment, sets the clock. A CARD is an id, the start of one, or a company's name.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser, prog=parser.prog)
    not_wanted = _Parser(add_help=False, conflict_handler="resolve")  # takes the arguments of the other commands
    json = _Parser(add_help=False)
    json.add_argument("--json", action="store_true", help="print JSON for programs")
    card = _Parser(add_help=False)
    card.add_argument("card", metavar="CARD", help="an id, the start of one, or a company's name")
    on = _Parser(add_help=False)
    on.add_argument("--on", metavar="WHEN", help='when it really was, such as "yesterday 4pm"; now where not given')
    fields = _fields()

    def command(name: str, text: str, *parents: _Parser) -> _Parser:
        if only is not None and name != only:
            return not_wanted
        return commands.add_parser(name, help=text, description=text, parents=[where, *parents])

    add = command("add", "Add an interview; prints its id.", fields, json)
    add.add_argument("company", metavar="COMPANY")
    add.add_argument("--new-board", action="store_true", help="begin a new board where the old one's file is gone")
    listing = command("list", "List the cards, the most urgent first.", json)
    listing.add_argument("--overdue", action="store_true", help="only the overdue ones")
    listing.add_argument(
        "--stage", metavar="STAGE", help="only one column: asked, emailed, mailed, connected, checked_in"
    )
    listing.add_argument("--find", metavar="TEXT", default="", help="only cards with all these words")
    listing.add_argument("--archived", action="store_true", help="the archive instead of the board")
    due = command("due", "List what is due or overdue.", json)
    due.add_argument(
        "--quiet", action="store_true", help="print nothing: exit 0 where something is, 1 where nothing is"
    )
    command("show", "Show everything about a card.", card, json)
    edit = command(
        "edit",
        "Change what is given; a person is added, or changed where there already.",
        card,
        fields,
        json,
    )
    edit.add_argument("--company", metavar="NAME")
    edit.add_argument(
        "--remove-person",
        metavar="NAME",
        action="append",
        help="take somebody off the card, may be repeated",
    )
    command("move", "Move a card to another column.", card, on, json).add_argument(
        "stage", metavar="STAGE", help="asked, emailed, mailed, connected, checked_in, next or back"
    )
    reply = command("reply", "Record what they answered: a new promise, or another kind of answer.", card, on, json)
    reply.add_argument("said", metavar="WORDS", nargs="?", default="", help='what they said, such as "another week"')
    reply.add_argument(
        "--kind",
        metavar="KIND",
        default="promise",
        help="promise; offer, with the day by which they want your answer; no; no_news; "
        "not_kept: they didn't do as they had said; missed: the interview didn't take place",
    )
    reply.add_argument("--no-day", action="store_true", help=_NO_DAY)
    command("archive", "Take a card off the board.", card, on, json).add_argument(
        "--outcome", metavar="OUTCOME", required=True, help="accepted, declined, rejected, withdrew or silent"
    )
    command("delete", "Delete a card; undo brings it back.", card, json)
    importing = command(
        "import", "Import invitations, mails, contacts or a tracker's spreadsheet: it sees what a file is.", json
    )
    importing.add_argument("files", metavar="FILE", nargs="+", help="a file, or - for what is piped in")
    importing.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")
    command("undo", "Take back the last change.", json)
    command("redo", "Do again what was taken back.", json)
    command("backups", "List the backups of the board.", json)
    command("restore", "Put a backup in the board's place.").add_argument(
        "name", metavar="NAME", help="from `day12 backups`"
    )
    merging = command("merge", "Take in another board's file, card by card.", json)
    merging.add_argument("file", metavar="FILE")
    merging.add_argument("--dry-run", action="store_true", help="say what it would do, and do nothing")
    command("doctor", "Say what is wrong with the board's file; exit 1 where something is.", json)
    promise = command("promise", "Show how a promise is read.", json)
    promise.add_argument("text", metavar="TEXT", nargs="?", help="their words; without them, what can be said")
    promise.add_argument("--on", metavar="WHEN", default="now", help="when it was said")
    promise.add_argument("--stdin", action="store_true", help="read a phrase a line, print a JSON object a line")
    return parser, commands


_NO_DAY = "keep what they said as words alone, without a day, and don't ask"


def _fields() -> _Parser:
    fields = _Parser(add_help=False)
    fields.add_argument("--role", metavar="ROLE")
    fields.add_argument("--when", metavar="WHEN", help='when it was: "2026-03-05 14:30", "today 14:30", "tue 10-11am"')
    fields.add_argument("--minutes", metavar="N", help="how long it took; 45 where nothing is said")
    fields.add_argument("--where", metavar="PLACE")
    fields.add_argument("--person", metavar='"NAME <EMAIL>"', action="append", help="may be given several times")
    fields.add_argument("--promised", metavar="WORDS", help='what they said about when you would hear: "7-10 days"')
    fields.add_argument("--no-day", action="store_true", help=_NO_DAY)
    fields.add_argument(
        "--anchor", metavar='"KIND: TEXT"', action="append", help='"book: The Goal"; may be given several times'
    )
    fields.add_argument("--note", metavar="TEXT")
    return fields
