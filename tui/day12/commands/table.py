"""Which function does which command: each takes the parsed arguments and the board at hand, and gives an exit code."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace

from msgspec import Struct

from day12.commands.session import CommandError, Session
from day12_data.board import EditError
from day12_data.store import StoreError


class Command(Struct, frozen=True):
    """The module and the function of a command.

    After one that `changes` the board, the calendar's folder is brought in step with it.
    """

    module: str
    function: str
    changes: bool = False


# Without a command the board is opened.
_COMMANDS: dict[str | None, Command] = {
    None: Command("open_board", "open_board"),
    "add": Command("cards", "add_card", changes=True),
    "list": Command("lists", "list_cards"),
    "due": Command("lists", "list_due"),
    "show": Command("lists", "show_card"),
    "edit": Command("cards", "edit_card", changes=True),
    "move": Command("cards", "move_card", changes=True),
    "reply": Command("cards", "reply_to_card", changes=True),
    "archive": Command("cards", "archive_card", changes=True),
    "delete": Command("cards", "delete_card", changes=True),
    "import": Command("import_files", "import_files", changes=True),
    "notify": Command("notify", "notify", changes=True),  # it changes nothing, but runs now and then, as time passes
    "bar": Command("bar", "show_bar"),
    "completions": Command("completions", "print_completions"),
    "export": Command("export", "export"),
    "stats": Command("stats", "show_stats"),
    "undo": Command("cards", "undo", changes=True),
    "redo": Command("cards", "redo", changes=True),
    "backups": Command("maintenance", "list_backups"),
    "restore": Command("maintenance", "restore", changes=True),
    "merge": Command("maintenance", "merge", changes=True),
    "doctor": Command("maintenance", "doctor"),
    "promise": Command("promise", "show_readings"),
}


def perform(parsed: SimpleNamespace, session: Session) -> int:
    """Do the command; every foreseen trouble comes out as `CommandError`. Only the module that is needed is loaded."""
    command = _COMMANDS[parsed.command]
    if parsed.command and not getattr(parsed, "quiet", False):  # the board says it on its screen
        from day12.commands.output import say

        for problem in session.problems:
            say(problem)
    do: Callable[[SimpleNamespace, Session], int]
    do = getattr(import_module(f"day12.commands.{command.module}"), command.function)
    try:
        code = do(parsed, session)
        if command.changes and session.settings.calendar.folder:
            from day12.commands.calendar import keep_calendar

            keep_calendar(session)
        return code
    except (EditError, StoreError) as error:
        raise CommandError(str(error)) from None
    finally:
        session.tell_notices()
