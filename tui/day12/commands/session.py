"""What every command works on, the board at hand with its clock and settings, and how a command ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple

from msgspec import structs

from day12_data.board import Board
from day12_data.clock import Clock, clock_from, local_zone
from day12_data.days_off import DaysOff
from day12_data.files import why
from day12_data.kinds import Stage
from day12_data.paths import board_path, config_dir, machine_name, state_dir
from day12_data.rules import Rules
from day12_data.settings import Settings, read_settings
from day12_data.store import Store, StoreError

DONE, NO, WRONG = 0, 1, 2


class CommandError(Exception):
    """Wrong use or wrong data: the text is the sentence that the user gets, `lines` what is listed below it."""

    def __init__(self, sentence: str, lines: Sequence[str] = ()) -> None:
        super().__init__(sentence)
        self.lines = lines


class Session(NamedTuple):
    """The board at hand: its store, the clock and the settings."""

    store: Store
    clock: Clock
    settings: Settings
    state: Path
    env: Mapping[str, str]
    days_off: DaysOff
    problems: tuple[str, ...] = ()
    """What of the settings can't be used, a sentence each."""

    @property
    def zone(self) -> str:
        """The local zone's name."""
        return local_zone(self.env)

    @property
    def config(self) -> Path:
        """The folder of the settings."""
        return config_dir(self.env)

    @property
    def letters(self) -> Path:
        """The folder of the user's own letters."""
        return self.config / "letters"

    @property
    def outbox(self) -> Path:
        """The folder for drafts and pages to print."""
        return self.state / "outbox"

    def with_rules(self, rules: Rules) -> Session:
        """The session with other rules in its settings."""
        return self._replace(settings=structs.replace(self.settings, rules=rules))

    def load(self, *, quiet: bool = False) -> Board:
        """The board as it is on disk, with a word to the user about what couldn't be read, or isn't there yet."""
        board = self.store.load()
        if not quiet and not board.cards and not self.store.path.exists():
            from day12.commands.output import say  # none of it is needed to open the board

            say(f"there is no board at {self.store.path} yet: `day12 add` makes it.")
        self.tell_notices()
        return board

    def tell_notices(self) -> None:
        """Say what the store has to say."""
        if notices := self.store.drain_notices():
            from day12.commands.output import say

            for notice in notices:
                say(notice)


def open_session(parsed: SimpleNamespace, env: Mapping[str, str]) -> Session:
    """The store on the board that the arguments or the environment name."""
    try:
        clock = clock_from(env)
    except ValueError as error:
        raise CommandError(str(error)) from None
    settings, problems = read_settings(config_dir(env))
    state = state_dir(env)
    days_off = DaysOff(settings.rules, config_dir(env), state)
    rules, more = days_off.read(clock().year)
    try:
        path = getattr(parsed, "board", None) or board_path(env)
        store = Store(path, clock=clock, state=state, machine=machine_name(env))
        session = Session(store, clock, settings, state, env, days_off, problems + more).with_rules(rules)
        if getattr(parsed, "demo", False):
            from day12.commands.demo import demo_session

            return demo_session(session, getattr(parsed, "board", None))
    except StoreError as error:
        raise CommandError(str(error)) from None
    except OSError as error:  # the demo's folder
        raise CommandError(f"{error.filename}: {why(error)}.") from None
    return session


def stage_named(text: str) -> Stage:
    """The stage of this value or title."""
    stage = next((each for each in Stage if text.casefold() in (each.value, each.title.casefold())), None)
    if stage is None:
        raise CommandError(f"“{text[:40]}” is no stage: use {', '.join(each.value for each in Stage)}.")
    return stage
