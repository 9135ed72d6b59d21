"""Tells in the terminal what becomes due while the board is open, where the settings say so."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from day12.reminders.reminder import reminders_of
from day12.terminal.notices import notice
from day12_data.agenda import Agenda
from day12_data.reminders import Reminded, quiet_until, untold, with_told
from day12_data.store import StoreError
from day12_data.store.told_reminders import ToldReminders

if TYPE_CHECKING:
    from day12.app import Day12App


def start_telling(app: Day12App) -> None:
    """Tell now, and each minute from now on, what wasn't told yet by any day12."""
    settings, told = app.session.settings, ToldReminders(app.session.store.told_path)
    agenda, one_at_a_time = Agenda(settings.rules), asyncio.Lock()
    told_here: Reminded = {}

    def find_untold() -> tuple[list[str], str]:
        """What to send to the terminal, which counts as told from here on, and why that can't be kept, if so."""
        now, board, notices = app.session.clock(), app.board, []
        agenda.rules = app.session.settings.rules

        def remind(before: Reminded) -> Reminded:
            nonlocal told_here
            rows = untold(untold(agenda.rows(board, now), before), told_here)
            told_here = with_told(told_here, rows, board.cards.keys())
            for each in reminders_of(rows, now):
                text = each.text.replace("\n", " · ")
                notices.append(notice(settings.notify.terminal, each.title, text, app.session.env))
            return with_told(before, rows, board.cards.keys())

        try:
            if quiet_until(now, settings.notify) is None:
                told.update(remind, timeout=0)  # where another program tells just now, this one needn't
        except StoreError as error:
            return notices, str(error)
        return notices, ""

    async def tell_untold() -> None:
        async with one_at_a_time:
            notices, unkept = await asyncio.to_thread(find_untold)
        if notices and unkept:
            app.notify(unkept, severity="warning", markup=False)
        for each in dict.fromkeys(notices):  # one bell for all of them
            app.send(each)

    def tell_soon() -> None:
        app.run_worker(tell_untold(), group="reminders")

    app.watch(app, "now", tell_soon)
