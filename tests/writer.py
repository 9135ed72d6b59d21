"""A user at the compose screen, on a machine whose programs write down what they were given."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from textual.widgets import Input, Label, Select, Static, TextArea

from day12.commands.session import Session
from day12.edit.choice import ChoiceScreen
from day12.letters.screen import ComposeScreen
from day12_data.card import Card
from day12_data.settings import Settings
from driver import Driver
from kit import DAY_12, ZONE, session

ME = Settings(name="Robin Hale", address="1 Elm Street\nBoston, MA 02101")


def session_for(folder: Path, *cards: Card, now: Any = DAY_12, settings: Settings = ME, **env: str) -> Session:
    """A session with a display, and programs that write down what they were given."""
    tools = folder / "bin"
    tools.mkdir(exist_ok=True)
    for name, script in {
        "xdg-open": f'printf "%s\\n" "$1" >> {folder}/opened',
        "tmux": f"cat > {folder}/tmux-buffer",
    }.items():
        program(tools / name, script)
    base = session(folder, *cards, now=now, settings=settings)
    found = {"TZ": ZONE, "DISPLAY": ":9", "PATH": f"{tools}:{os.environ['PATH']}", **env}
    return base._replace(env={name: value for name, value in found.items() if value})


def program(path: Path, script: str) -> None:
    """A program that does this."""
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)


def opened_addresses(folder: Path) -> list[str]:
    """What was handed to the desktop's own programs."""
    path = folder / "opened"
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def screen(user: Driver) -> ComposeScreen:
    """The compose screen in front."""
    assert isinstance(user.app.screen, ComposeScreen)
    return user.app.screen


def value(user: Driver, name: str) -> str:
    """What a choice stands at."""
    return str(screen(user).query_one(f"#{name}", Select).value)


async def choose(user: Driver, name: str, wanted: str) -> None:
    """Choose with the keys: open the choice, go to the wanted one, take it."""
    select = screen(user).query_one(f"#{name}", Select)
    select.focus()
    keys = [key for _, key in select._options]
    await user.press("enter", "home", *["down"] * keys.index(wanted), "enter")
    assert select.value == wanted


async def refer(user: Driver, words: str) -> None:
    """Fill in the reference from the meeting."""
    screen(user).query_one("#thread", Input).focus()
    await user.paste(words)


def body(user: Driver) -> str:
    """The letter's words."""
    return screen(user).query_one("#body", TextArea).text


def said(user: Driver) -> str:
    """What the screen says below the letter."""
    labels = [screen(user).query_one(f"#{name}", Label) for name in ("thoughts", "problem")]
    return "\n".join(str(label.content) for label in labels if label.display)


def dialog(user: Driver) -> str:
    """What the dialog in front says and asks."""
    front = user.app.screen
    assert isinstance(front, ChoiceScreen)
    return "\n".join(str(static.content) for static in front.query(Static))


def only(where: Session) -> Card:
    """The one card on the disk."""
    [one] = where.load().cards.values()
    return one


def body_of(user: Driver) -> str:
    """The letter's words, below a dialog."""
    compose = next(each for each in user.app.screen_stack if isinstance(each, ComposeScreen))
    return compose.query_one("#body", TextArea).text
