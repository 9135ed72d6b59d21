"""`day12 notify --install` and `--remove`: shown first, and done once the user says so."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import SimpleNamespace

from day12.commands.output import show
from day12.commands.prompts import ask, find_terminal
from day12.commands.session import DONE, CommandError, Session
from day12.reminders.timer import Plan, TimerError, carry_out, install_plan, remove_plan
from day12_data import files


def install(parsed: SimpleNamespace, session: Session) -> int:
    """Have the system tell every ten minutes what has become due on the board at hand."""
    if getattr(parsed, "demo", False):
        raise CommandError("the demo's cards are thrown away tomorrow: install the reminders for a board of your own.")
    command = [*_program(), "--board", os.path.abspath(session.store.path), "notify"]  # noqa: PTH100 - links stay
    try:
        plan = install_plan(command, session.env, sys.platform)
    except TimerError as error:
        raise CommandError(str(error)) from None
    return _agreed(plan, f"{plan.kind} will tell you every ten minutes what has become due", parsed, session)


def remove(parsed: SimpleNamespace, session: Session) -> int:
    """Take away what was set up, and nothing else."""
    try:
        plan = remove_plan(session.env, sys.platform)
    except TimerError as error:
        raise CommandError(str(error)) from None
    if plan is None:
        show("Nothing is set up that would have to be removed.")
        return DONE
    return _agreed(plan, f"{plan.kind} is removed", parsed, session)


def _agreed(plan: Plan, what: str, parsed: SimpleNamespace, session: Session) -> int:
    """Show the plan, ask, and carry it out."""
    show("\n".join(plan.lines))
    if not parsed.yes:
        terminal = find_terminal()
        if terminal is None:
            raise CommandError("nothing was changed: look at what would be done, then say it with --yes.")
        if not ask(terminal, f"{what.capitalize()}: shall it be done?", (), _yes_or_no, "y or n: "):
            raise CommandError("nothing was changed.")
    try:
        carry_out(plan, session.env, _write)
    except TimerError as error:
        raise CommandError(str(error)) from None
    except OSError as error:
        raise CommandError(f"{error.filename}: {files.why(error)}.") from None
    show(f"Done: {what}.")
    return DONE


def _yes_or_no(typed: str) -> bool | None:
    return {"y": True, "yes": True, "n": False, "no": False}.get(typed.casefold())


def _program() -> list[str]:
    """The program that runs now, by its whole path, as it will be found without a shell."""
    run = Path(sys.argv[0])
    if run.stem == "day12" and run.is_file():
        return [os.path.abspath(run)]  # noqa: PTH100 - not resolved: the link of pipx stays where it is
    return [sys.executable, "-m", "day12"]


def _write(path: Path, data: bytes) -> None:
    files.replace(path, data, files.signature(path))
