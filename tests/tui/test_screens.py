"""What every screen looks like: each scene's picture is kept in screenshots/, where the README shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from textual import events

from day12_data.board import Board
from day12_data.card import Card
from day12_data.demo import demo_changes
from driver import NARROW, TINY, WIDE, Driver, app_on
from imports import FILES
from kit import DAY_12, TOUGH_NAME, ZONE, big_board, card, session


@dataclass(frozen=True)
class Scene:
    """What is on the board, which keys are pressed, and in how large a terminal."""

    keys: tuple[str, ...] = ()
    size: tuple[int, int] = WIDE
    cards: Callable[[], list[Card]] | None = None
    """The demo's, where nothing else is said."""
    theme: str = "day12-dark"
    files: tuple[str, ...] = ()
    """Samples that are dropped on the terminal before the keys are pressed."""
    no_color: bool = False


def _crowd() -> list[Card]:
    shown: Board = big_board(60)
    return list(shown.cards.values())


_TWO_TIMES = "recruiter (mike) said the panel meets on thursday, hear by eow, if not ping sarah"

# A new interview, one whose zone is asked, an update of the same day, contacts of somebody on a card.
_FILES = (
    "invites/g10-google-invited.ics",
    "invites/10-floating-time.ics",
    "mails/a10-new-promise.eml",
    "contacts/google3.vcf",
)

SCENES = {
    "board": Scene(),
    "board-medium": Scene(size=(100, 30)),
    "board-narrow": Scene(size=NARROW),
    "board-tiny": Scene(size=TINY),
    "board-wide": Scene(keys=("1", "j"), size=(180, 45)),
    "board-light": Scene(theme="day12-light"),
    "board-ansi": Scene(theme="ansi-dark"),
    "board-no-color": Scene(no_color=True),
    "board-empty": Scene(cards=list),
    "board-empty-narrow": Scene(cards=list, size=NARROW),
    "board-empty-tiny": Scene(cards=list, size=(28, 10)),
    "board-crowded": Scene(cards=_crowd, keys=("end",)),
    "board-hostile-text": Scene(cards=lambda: [card(TOUGH_NAME, role=TOUGH_NAME)], size=NARROW),
    "agenda": Scene(keys=("g",)),
    "agenda-wide": Scene(keys=("g", "j", "j"), size=(200, 50)),
    "agenda-narrow": Scene(keys=("g",), size=NARROW),
    "agenda-tiny": Scene(keys=("g", "2"), size=(28, 10)),
    "agenda-light": Scene(keys=("g",), theme="day12-light"),
    "agenda-no-color": Scene(keys=("g", "j"), size=NARROW, no_color=True),
    "agenda-empty": Scene(keys=("g",), cards=list, size=NARROW),
    "agenda-crowded": Scene(keys=("g", "end"), cards=_crowd),
    "agenda-hostile-text": Scene(keys=("g",), cards=lambda: [card(TOUGH_NAME, role=TOUGH_NAME)], size=NARROW),
    "overdue": Scene(keys=("o",)),
    "overdue-narrow": Scene(keys=("o",), size=NARROW),
    "find": Scene(keys=("slash", *"data")),
    "find-narrow": Scene(keys=("slash", *"data"), size=NARROW),
    "moved": Scene(keys=("greater_than_sign",)),
    "marked": Scene(keys=("1", "home", "v", "v", "2", "v", "3")),
    "marked-narrow": Scene(keys=("1", "home", "v", "v", "2", "v", "1"), size=NARROW),
    "marked-agenda": Scene(keys=("g", "v", "j", "v")),
    "marked-no-color": Scene(keys=("1", "home", "v", "v", "2", "v", "3"), no_color=True),
    "card": Scene(keys=("1", "j", "enter")),
    "card-narrow": Scene(keys=("1", "j", "enter"), size=NARROW),
    "card-light": Scene(keys=("1", "j", "enter"), theme="day12-light"),
    "form": Scene(keys=("1", "j", "e")),
    "form-narrow": Scene(keys=("a",), size=NARROW),
    "form-refused": Scene(keys=("a", "X", "tab", "tab", "tab", *"by Easter", "ctrl+s"), size=NARROW),
    "form-question": Scene(keys=("a", *"Contoso", "tab", "tab", "tab", *_TWO_TIMES)),
    "form-question-narrow": Scene(keys=("a", *"Contoso", "tab", "tab", "tab", *_TWO_TIMES, "enter"), size=NARROW),
    "form-answered-narrow": Scene(keys=("a", *"Contoso", "tab", "tab", "tab", *_TWO_TIMES, "ctrl+y"), size=NARROW),
    "form-draft-narrow": Scene(keys=("a", *"Contoso", "escape", "a"), size=NARROW),
    "reply": Scene(keys=("r", *"another week")),
    "reply-narrow": Scene(keys=("r", *"another week"), size=NARROW),
    "reply-refused": Scene(keys=("r", *"by Easter"), size=NARROW),
    "reply-asked": Scene(keys=("r", *"interviews this week, decision next week", "enter")),
    "reply-asked-narrow": Scene(keys=("r", *"interviews this week, decision next week", "enter"), size=NARROW),
    "reply-yesterday-narrow": Scene(keys=("r", *"another week", "up", *"yesterday 4pm", "tab", "down"), size=NARROW),
    "reply-tiny": Scene(keys=("1", "home", "r"), size=(40, 10)),
    "moved-earlier-narrow": Scene(keys=("1", "home", "M", *"yesterday 4pm"), size=NARROW),
    "outcome": Scene(keys=("x",)),
    "outcome-narrow": Scene(keys=("x",), size=NARROW),
    "letter": Scene(keys=("1", "j", "w")),
    "letter-narrow": Scene(keys=("1", "j", "w"), size=NARROW),
    "letter-tiny": Scene(keys=("1", "j", "w"), size=TINY),
    "letter-blocked": Scene(keys=("1", "home", "w"), size=NARROW),
    "letter-leaving": Scene(keys=("1", "j", "w", "ctrl+s")),
    "letter-leaving-narrow": Scene(keys=("1", "j", "w", "ctrl+s"), size=NARROW),
    "check-in": Scene(keys=("1", "j", "c"), size=NARROW),
    "check-in-said": Scene(keys=("1", "j", "c", "up", *"another week")),
    "check-in-tiny": Scene(keys=("1", "j", "c"), size=(40, 10)),
    "code": Scene(keys=("1", "j", "ctrl+p", *"qr codes", "down", "enter")),
    "code-narrow": Scene(keys=("1", "j", "ctrl+p", *"qr codes", "down", "enter", "right"), size=NARROW),
    "insights": Scene(keys=("i", "down", "down", "down")),
    "insights-narrow": Scene(keys=("i",), size=NARROW),
    "insights-companies-narrow": Scene(keys=("i", "end", "up"), size=NARROW),
    "insights-tiny": Scene(keys=("i", "space"), size=(28, 10)),
    "insights-light": Scene(keys=("i", "down"), theme="day12-light"),
    "insights-no-color": Scene(keys=("i", "down"), no_color=True),
    "insights-empty": Scene(cards=list, keys=("i",), size=NARROW),
    "archive": Scene(keys=("X",)),
    "archive-narrow": Scene(keys=("X",), size=NARROW),
    "archive-tiny": Scene(keys=("X",), size=(28, 10)),
    "history": Scene(keys=("1", "greater_than_sign", "s", "D", "u", "t", "j")),
    "history-narrow": Scene(keys=("1", "greater_than_sign", "s", "t"), size=NARROW),
    "history-tiny": Scene(keys=("t",), size=(28, 10)),
    "import-path-narrow": Scene(keys=("I", *"~/none.ics", "enter"), size=NARROW),
    "import": Scene(files=_FILES),
    "import-narrow": Scene(files=_FILES, size=NARROW),
    "import-answered-narrow": Scene(files=_FILES, keys=("1", "1", "home", "space"), size=NARROW),
    "import-tiny": Scene(files=_FILES, size=(40, 10)),
    "help": Scene(keys=("question_mark",)),
    "help-narrow": Scene(keys=("question_mark",), size=NARROW),
    "palette": Scene(keys=("ctrl+p",)),
}


_MOST_KEYS = 6
"""More letters than these in a row are a text, which is typed in one go."""


@pytest.fixture(scope="module")
def demo_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's board, written once for all the scenes."""
    store = session(tmp_path_factory.mktemp("demo")).store
    for change in demo_changes(DAY_12, ZONE):
        store.record(change)
    return store.path


@pytest.mark.parametrize("name", SCENES)
def test_screen(name: str, demo_file: Path, tmp_path: Path, snap_compare: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The scene looks as it did."""
    scene = SCENES[name]
    if scene.no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    made = session(tmp_path, *(scene.cards() if scene.cards else ()))
    if scene.cards is None:
        copyfile(demo_file, made.store.path)
    app = app_on(made)

    async def play(pilot: Any) -> None:
        app.theme = scene.theme
        user = Driver(app, pilot)
        if scene.files:
            app.post_message(events.Paste("\n".join(str(FILES / name) for name in scene.files)))
        await user.settle()
        for single, run in groupby(scene.keys, key=lambda key: len(key) == 1):
            keys = list(run)
            if single and len(keys) > _MOST_KEYS:
                await user.type("".join(keys))
            else:
                await user.press(*keys)

    assert snap_compare(app, terminal_size=scene.size, run_before=play)
