"""`day12 notify`: tells what has become due since it last told, and sets up that this happens by itself."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Sequence
from types import SimpleNamespace

from day12.commands.output import say, show, show_json
from day12.commands.prompts import say_to_person
from day12.commands.session import DONE, CommandError, Session
from day12.reminders.desktop import NotShownError, show_reminder
from day12.reminders.reminder import Reminder, reminders_of
from day12_data.agenda import Agenda, Row
from day12_data.board import Board
from day12_data.dates.days import moment_text
from day12_data.reminders import Reminded, quiet_until, untold, with_told
from day12_data.store import StoreError
from day12_data.store.told_reminders import ToldReminders
from day12_data.text import counted

_NOTHING = "nothing has become due since you were told last."


def notify(parsed: SimpleNamespace, session: Session) -> int:
    """Tell what has become due, each follow-up once; or set up or take away that this happens by itself."""
    if parsed.install or parsed.remove:
        from day12.commands.notify_timer import install, remove

        return (remove if parsed.remove else install)(parsed, session)
    now = session.clock()
    board = session.load(quiet=True)
    rows = Agenda(session.settings.rules).rows(board, now)
    told, until = ToldReminders(session.store.told_path), quiet_until(now, session.settings.notify)
    if parsed.dry_run or until:
        _preview(untold(rows, told.read()), until, now, parsed)
        return DONE
    shown, failed, unkept = _tell(rows, now, board, told, session)
    _print(shown, as_json=parsed.json)
    if not (shown or failed):
        say_to_person(_NOTHING)
    if shown and unkept:
        raise CommandError(unkept)
    if failed:
        which = "a reminder" if len(failed) == 1 else counted(len(failed), "reminder")
        raise CommandError(
            f"{which} could not be shown, since {failed[0]}: "
            "mend that, or name a program of yours as `command` under [notify] in the settings."
        )
    return DONE


def _tell(
    rows: Sequence[Row], now: dt.datetime, board: Board, told: ToldReminders, session: Session
) -> tuple[list[Reminder], list[str], str]:
    """Tell all that can be told: what was, why the rest wasn't, and why the next time won't know of it, if so."""
    shown: list[Reminder] = []
    failed: list[str] = []

    def remind(before: Reminded) -> Reminded:
        for each in reminders_of(untold(rows, before), now):
            try:
                show_reminder(each, session.settings.notify.command, session.env, sys.platform)
            except NotShownError as error:
                failed.append(str(error))
            else:
                shown.append(each)
        return with_told(before, [row for each in shown for row in each.rows], board.cards.keys())

    try:
        alone = told.update(remind)
    except StoreError as error:
        return shown, failed, str(error)
    if not alone:
        raise CommandError("another day12 is telling reminders already: try again in a moment.")
    return shown, failed, ""


def _preview(rows: Sequence[Row], until: dt.datetime | None, now: dt.datetime, parsed: SimpleNamespace) -> None:
    """Say what would be told, or until when nothing is."""
    if parsed.dry_run or parsed.json:
        _print(reminders_of(rows if parsed.dry_run else (), now), as_json=parsed.json)
    if until:
        text = f"it is quiet until {moment_text(until, now)}: what is due by then is told after that."
        if parsed.dry_run:
            say(text)
        else:
            say_to_person(text)
    elif not rows:
        say_to_person(_NOTHING)


def _print(reminders: Sequence[Reminder], *, as_json: bool) -> None:
    if as_json:
        show_json(
            [
                {"title": each.title, "text": each.text, "cards": [row.card.id for row in each.rows]}
                for each in reminders
            ]
        )
        return
    for each in reminders:
        show("\n    ".join((each.title, *each.text.splitlines())))
