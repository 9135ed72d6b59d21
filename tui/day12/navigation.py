"""Opens the screens, all in the same way.

A screen is pushed at once, so that the next key is its own, and imported when it is first needed, so that the first
paint doesn't wait for it. `then` is handed the answer of a screen that gives one.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from day12.keys import bindings_of, key_of, key_table, keys_now
from day12_data.card import Card
from day12_data.kinds import Stage

if TYPE_CHECKING:
    from textual.screen import Screen

    from day12.app import Day12App
    from day12.edit.check_in import CheckedIn
    from day12.edit.outcome import Ended
    from day12.edit.reply import Answer
    from day12.importing.file_dialog import ReadFiles

T = TypeVar("T")

_SCREENS = (
    "agenda.view",
    "card.screen",
    "edit.form",
    "edit.reply",
    "edit.check_in",
    "edit.outcome",
    "letters.screen",
    "insights.screen",
    "help",
)


_TURN_SECONDS = 0.0005


def load_screens() -> None:
    """Import the screens that are opened most, in any thread, so that the first key for one needn't wait for that.

    Meanwhile a key waits half a millisecond each time that Python turns to another thread, instead of five.
    """
    before = sys.getswitchinterval()
    sys.setswitchinterval(_TURN_SECONDS)
    try:
        for name in _SCREENS:
            import_module(f"day12.{name}")
    finally:
        sys.setswitchinterval(before)


def open_card(app: Day12App, card: Card) -> None:
    """Show a card's page."""
    from day12.card.screen import CardScreen

    _push(app, CardScreen(card.id))


def open_codes(app: Day12App, card: Card) -> None:
    """Show the card's QR codes, or say that there is nothing to show."""
    from day12.card.qr import codes
    from day12.card.qr_screen import CodeScreen

    found = codes(card, app.session.clock(), app.session.settings.rules)
    if found:
        _push(app, CodeScreen(found))
    else:
        app.notify(f"{card.company} has no event to come and nobody to call.", severity="warning", markup=False)


def open_archive(app: Day12App) -> None:
    """Show the archive."""
    from day12.board.archive import ArchiveScreen

    _push(app, ArchiveScreen())


def open_import(app: Day12App, files: Sequence[Path] = ()) -> None:
    """Ask for the files to import, or read these; then show what they would do."""
    from day12.importing.file_dialog import FileDialog

    def show(opened: ReadFiles) -> None:
        from day12.importing.preview import (
            PreviewScreen,  # with all that reads files, which the dialog needn't wait for
        )

        _push(app, PreviewScreen(opened))

    _push(app, FileDialog(app, files), _unless_closed(show))


def open_insights(app: Day12App) -> None:
    """Show what the board tells of the past."""
    from day12.insights.screen import InsightsScreen

    _push(app, InsightsScreen())


def open_history(app: Day12App) -> None:
    """Show what was done on the whole board."""
    from day12.history.screen import HistoryScreen

    _push(app, HistoryScreen())


def open_screen(app: Day12App, name: str) -> None:
    """Open the screen of this name: the archive, the history, the insights, or the dialog for files to import."""
    {"archive": open_archive, "history": open_history, "import": open_import, "insights": open_insights}[name](app)


async def open_dropped(app: Day12App, text: str) -> None:
    """Import the files whose paths were pasted, if they are any, and no other screen has come to the front."""
    from day12_data.exchange.files import dropped_files

    front = app.screen
    files = await asyncio.to_thread(dropped_files, text, Path.home())
    if files and app.screen is front:
        open_import(app, files)


def open_letter(app: Day12App, card: Card) -> None:
    """Write what the card's next step needs."""
    from day12.letters.screen import ComposeScreen

    _push(app, ComposeScreen(card))


def open_help(app: Day12App) -> None:
    """Show the help of the screen in front."""
    from day12.help import HelpScreen, numbers

    screen = app.screen
    names = {"zone": app.session.zone, **numbers(app.session.settings.rules)}
    about = re.sub(r"{(\w+)}", lambda found: names.get(found[1]) or key_of(app, found[1]), screen.HELP or "")
    _push(app, HelpScreen(key_table(keys_now(screen), bindings_of(screen)), about))


def open_form(
    app: Day12App,
    then: Callable[[Card], None],
    *,
    card: Card | None = None,
    next_round_of: Card | None = None,
) -> None:
    """Edit a card, or add one."""
    from day12.edit.form import FormScreen

    _push(app, FormScreen(app.session, app.drafts, card, next_round_of), _unless_closed(then))


def ask_reply(app: Day12App, card: Card, then: Callable[[Answer], None]) -> None:
    """Ask what they replied."""
    from day12.edit.reply import ReplyScreen

    _push(app, ReplyScreen(app.session, app.drafts, card), _unless_closed(then))


def ask_check_in(app: Day12App, card: Card, then: Callable[[CheckedIn], None]) -> None:
    """Ask how they were asked, when, and what they said."""
    from day12.edit.check_in import CheckInScreen

    _push(app, CheckInScreen(app.session, app.drafts, card), _unless_closed(then))


def ask_outcome(app: Day12App, cards: Sequence[Card], then: Callable[[Ended], None]) -> None:
    """Ask how it ended with one or several, and when."""
    from day12.edit.outcome import OutcomeScreen

    _push(app, OutcomeScreen(app.session, cards), _unless_closed(then))


def ask_moved(app: Day12App, card: Card, stage: Stage, then: Callable[[dt.datetime], None]) -> None:
    """Ask when a step was done."""
    from day12.edit.move_earlier import MoveEarlierScreen

    _push(app, MoveEarlierScreen(app.session, card, stage), _unless_closed(then))


def ask(
    app: Day12App, question: str, answers: Mapping[str, str], then: Callable[[str], None], *, note: str = ""
) -> None:
    """Ask a question; the answers are words by the key that gives them."""
    from day12.edit.choice import ChoiceScreen

    _push(app, ChoiceScreen(question, answers, note=note), _unless_closed(then))


def _push(app: Day12App, screen: Screen[T], then: Callable[[T | None], None] | None = None) -> None:
    app.read_all_styles()
    app.fit(screen)
    app.push_screen(screen, then)


def _unless_closed(then: Callable[[T], None]) -> Callable[[T | None], None]:
    """What to do with an answer; a screen that was closed gives None, and then nothing is done."""

    def answered(answer: T | None) -> None:
        if answer is not None:
            then(answer)

    return answered
