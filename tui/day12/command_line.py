"""What can be asked for on the command line: the commands with their arguments, and the parser of them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from day12.argument_parser import Parser

_Add = Callable[[argparse.ArgumentParser], object]


def parser_for(arguments: Sequence[str]) -> Parser:
    """The parser of all the commands; only of the one that the arguments name, or of none where the board opens.

    argparse looks for a translation of itself at every argument that it learns of: of all of them, 4 ms.
    """
    rest = [*arguments]
    while rest and rest[0] in ("--board", "--demo"):
        del rest[: 2 if rest[0] == "--board" else 1]
    return _parser_of(tuple(_COMMANDS) if rest and rest[0] not in _COMMANDS else tuple(rest[:1]), Parser)


def whole_parser(kind: type[Parser]) -> Parser:
    """The parser of all the commands, of a kind that learns more of their arguments than they need."""
    return _parser_of(tuple(_COMMANDS), kind)


def _parser_of(names: Sequence[str], kind: type[Parser]) -> Parser:
    where = kind(add_help=False, argument_default=argparse.SUPPRESS)
    where.add_argument(
        "--board", type=Path, metavar="FILE", help="the board's file, instead of $DAY12_BOARD or your own"
    )
    where.add_argument("--demo", action="store_true", help="sample cards, in a copy that is thrown away tomorrow")
    parser = kind(
        prog="day12",
        parents=[where],
        description="A board for the time after a job interview. Without a command it opens in the terminal.",
        epilog="Times are in your own zone unless you name one. DAY12_BOARD names the board's file; DAY12_NOW, an "
        "ISO 8601 moment, sets the clock. A CARD is an id, the start of one, or a company's name.",
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=kind, prog=parser.prog)
    for name in names:
        text, *arguments_of = _COMMANDS[name]
        command = commands.add_parser(name, help=text, description=text, parents=[where])
        for add in arguments_of:
            add(command)
    return parser


def _argument(*names: str, **options: Any) -> _Add:
    """An argument, to be added to the commands that take it."""
    return lambda parser: parser.add_argument(*names, **options)


def _together(*adds: _Add) -> _Add:
    """Several arguments as one."""

    def add(parser: argparse.ArgumentParser) -> None:
        for each in adds:
            each(parser)

    return add


_JSON = _argument("--json", action="store_true", help="print JSON for programs")
_CARD = _argument("card", metavar="CARD", help="an id, the start of one, or a company's name")
_ON = _argument("--on", metavar="WHEN", help='when it really was, such as "yesterday 4pm"; now where not given')
_NO_DAY = _argument(
    "--no-day", action="store_true", help="keep what they said as words alone, without a day, and don't ask"
)
_FIELDS = _together(
    _argument("--role", metavar="ROLE"),
    _argument("--when", metavar="WHEN", help='when it was: "2026-03-05 14:30", "today 14:30", "tue 10-11am"'),
    _argument("--minutes", metavar="N", help="how long it took; 45 where nothing is said"),
    _argument("--where", metavar="PLACE"),
    _argument("--person", metavar='"NAME <EMAIL>"', action="append", help="may be given several times"),
    _argument("--promised", metavar="WORDS", help='what they said about when you would hear: "7-10 days"'),
    _NO_DAY,
    _argument("--anchor", metavar='"KIND: TEXT"', action="append", help='"book: The Goal"; may be given several times'),
    _argument("--note", metavar="TEXT"),
)


def _instead_of_telling(parser: argparse.ArgumentParser) -> None:
    """What `notify` does instead of telling: one of these."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--dry-run", action="store_true", help="print what it would tell, and tell nothing")
    group.add_argument("--install", action="store_true", help="have it done every ten minutes: shows how, and asks")
    group.add_argument("--remove", action="store_true", help="take away what --install set up: shows it, and asks")


_FORMS = {
    "csv": "a row an interview, for a spreadsheet; the form where none is named",
    "html": "a page to print, for a job centre: without notes, letters and how people are reached",
    "ics": "the interviews and the steps, for a calendar; those of the days asked for",
    "vcf": "the people, for a phone's contacts",
    "json": "all of it, for programs, and for `day12 import` on another machine",
}


def _form(parser: argparse.ArgumentParser) -> None:
    """The form of an export: one of them, or what the file's name ends in."""
    group = parser.add_mutually_exclusive_group()
    for name, text in _FORMS.items():
        group.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=text)


# Of each command what it does, in a sentence, and its arguments in the order of its help.
_COMMANDS: dict[str, tuple[str, *tuple[_Add, ...]]] = {
    "add": (
        "Add an interview; prints its id.",
        _FIELDS,
        _JSON,
        _argument("company", metavar="COMPANY"),
        _argument("--new-board", action="store_true", help="begin a new board where the old one's file is gone"),
    ),
    "list": (
        "List the cards, the most urgent first.",
        _JSON,
        _argument("--overdue", action="store_true", help="only the overdue ones"),
        _argument("--stage", metavar="STAGE", help="only one column: asked, emailed, mailed, connected, checked_in"),
        _argument("--find", metavar="TEXT", default="", help="only cards with all these words"),
        _argument("--filter", metavar="NAME", help="only what a filter of your settings lets through"),
        _argument("--archived", action="store_true", help="the archive instead of the board"),
        _argument("--names", action="store_true", help="what a CARD may be called, a tab and what it asks for"),
    ),
    "due": (
        "List what is due or overdue, and today's interviews.",
        _JSON,
        _argument("--within", metavar="3d", help="and what will be due by the end of the third day from now; 12h, 1w"),
        _argument("--quiet", action="store_true", help="print nothing: exit 0 where something is, 1 where nothing is"),
    ),
    "stats": ("Show interviews, promises kept, answers and follow-ups, by company and by month.", _JSON),
    "show": (
        "Show everything about a card.",
        _CARD,
        _JSON,
        _argument(
            "--qr",
            metavar="WHICH",
            nargs="?",
            const="all",
            help="draw QR codes for a phone's camera instead: event, phone or contact; all of them where none is named",
        ),
    ),
    "edit": (
        "Change what is given; a person is added, or changed where there already.",
        _CARD,
        _FIELDS,
        _JSON,
        _argument("--company", metavar="NAME"),
        _argument(
            "--remove-person", metavar="NAME", action="append", help="take somebody off the card, may be repeated"
        ),
    ),
    "move": (
        "Move a card to another column.",
        _CARD,
        _ON,
        _JSON,
        _argument("stage", metavar="STAGE", help="asked, emailed, mailed, connected, checked_in, next or back"),
    ),
    "reply": (
        "Record what they answered: a new promise, or another kind of answer.",
        _CARD,
        _ON,
        _JSON,
        _argument("said", metavar="WORDS", nargs="?", default="", help='what they said, such as "another week"'),
        _argument(
            "--kind",
            metavar="KIND",
            help="promise, where words name a day; offer, with the day by which they want your answer; no; no_news; "
            "next_round, which gets a card of its own; "
            "not_kept: they didn't do as they had said; missed: the interview didn't take place",
        ),
        _NO_DAY,
    ),
    "archive": (
        "Take a card off the board.",
        _CARD,
        _ON,
        _JSON,
        _argument(
            "--outcome", metavar="OUTCOME", required=True, help="accepted, declined, rejected, withdrew or silent"
        ),
    ),
    "delete": ("Delete a card; undo brings it back.", _CARD, _JSON),
    "import": (
        "Import invitations, mails, contacts, a tracker's spreadsheet, a calendar of holidays: it sees what a file is.",
        _JSON,
        _argument("files", metavar="FILE", nargs="+", help="a file, or - for what is piped in"),
        _argument("--dry-run", action="store_true", help="say what it would do, and do nothing"),
    ),
    "notify": (
        "Tell on the desktop what has become due since it told last.",
        _JSON,
        _instead_of_telling,
        _argument("--yes", action="store_true", help="don't ask, for --install and --remove in a script"),
    ),
    "bar": (
        "Print what is due in one line, for a status bar or a prompt.",
        _argument("--json", action="store_true", help="print what waybar reads: text, tooltip and class; exits with 0"),
        _argument("--tmux", action="store_true", help="print each # twice, as tmux wants it"),
    ),
    "export": (
        "Write the record of the interviews, the archive's too: what was done, and when.",
        _form,
        _argument(
            "--since",
            metavar="DAY",
            help="only interviews with anything done or heard from that day on: 2026-03-01, march, last month",
        ),
        _argument("--until", metavar="DAY", help="and up to that day, or to that month's end"),
        _argument("file", metavar="FILE", nargs="?", default="-", help="the file to write; for -, or none, stdout"),
    ),
    "completions": (
        "Print what lets a shell complete commands, options and companies.",
        _argument("shell", metavar="SHELL", choices=("bash", "zsh", "fish"), help="bash, zsh or fish"),
    ),
    "undo": ("Take back the last change of the board, whichever window or command made it.", _JSON),
    "redo": ("Do again what was taken back.", _JSON),
    "backups": ("List the backups of the board.", _JSON),
    "restore": ("Put a backup in the board's place.", _argument("name", metavar="NAME", help="from `day12 backups`")),
    "merge": (
        "Take in another board's file, field by field.",
        _JSON,
        _argument("file", metavar="FILE"),
        _argument("--dry-run", action="store_true", help="say what it would do, and do nothing"),
    ),
    "doctor": ("Say what is wrong with the board's file; exit 1 where something is.", _JSON),
    "promise": (
        "Show how a promise is read.",
        _JSON,
        _argument("text", metavar="TEXT", nargs="?", help="their words; without them, what can be said"),
        _argument("--on", metavar="WHEN", default="now", help="when it was said"),
        _argument("--stdin", action="store_true", help="read a phrase a line, print a JSON object a line"),
    ),
}
