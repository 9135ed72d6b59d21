"""What the tests are made with: moments, cards, boards of any size, and a session in a folder of its own."""

from __future__ import annotations

import datetime as dt
import random
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

from day12.commands.session import Session
from day12_data.board import Board, change
from day12_data.card import Card, Mark, Promise, replace, stamp
from day12_data.dates.zones import time_zone
from day12_data.days_off import DaysOff
from day12_data.edits import add, move
from day12_data.kinds import Stage
from day12_data.paths import config_dir
from day12_data.settings import Settings
from day12_data.store import Store

ZONE = "America/New_York"
MakeCard = Callable[..., Card]
"""A card of a company, with these fields."""
Open = Callable[..., Store]
"""A store on the board of a test, as one more program has it open."""
TOUGH_NAME = "call [/Bob] back 日本語 👩‍💻 [red]x[/] \x1b[31m"


def at(text: str, zone: str = ZONE) -> dt.datetime:
    """A moment in New York, where most of the tests play, or at the offset that the text names."""
    moment = dt.datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=time_zone(zone))


def later(moment: dt.datetime, *, days: int = 0, hours: int = 0, minutes: int = 0, seconds: int = 0) -> dt.datetime:
    """The moment so many days later by the clock on the wall, and so much time after that."""
    passed = dt.timedelta(hours=hours, minutes=minutes, seconds=seconds)
    return ((moment + dt.timedelta(days=days)).astimezone(dt.UTC) + passed).astimezone(moment.tzinfo)


INTERVIEW = at("2026-03-05 14:30")
DAY_12 = at("2026-03-17 14:02")


class Clock:
    """A clock that the test moves."""

    def __init__(self, now: dt.datetime) -> None:
        self.now = now

    def __call__(self) -> dt.datetime:
        return self.now


def card(company: str = "Northwind", starts: dt.datetime = INTERVIEW, zone: str = ZONE, **fields: Any) -> Card:
    """A card without a promise, of an interview of 45 minutes, added when it began."""
    base = Card(
        id=fields.pop("id", f"{abs(hash_of(company)):016x}"),
        company=company,
        starts_at=stamp(starts),
        ends_at=stamp(later(starts, minutes=45)),
        updated=stamp(starts),
        zone=zone,
    )
    return add(replace(base, **fields), starts)


def hash_of(text: str) -> int:
    """The same 63 bits for the same text in every run."""
    return random.Random(text).getrandbits(63)


def promise(earliest: str, latest: str, said: str = "7-10 days", *, working: bool = False) -> Promise:
    """A promise given in the interview."""
    days = dt.date.fromisoformat(earliest), dt.date.fromisoformat(latest)
    return Promise(said=said, given_at=stamp(INTERVIEW), earliest=days[0], latest=days[1], working=working)


SEVEN_TO_TEN = promise("2026-03-12", "2026-03-15")
NORTHWIND = card("Northwind", promise=SEVEN_TO_TEN)
ACME = card("Acme", promise=SEVEN_TO_TEN)


def done(made: Card, *stages: Stage, skipped: bool = False) -> Card:
    """The card with these stages behind it, done (or skipped) as soon as the interview was over."""
    marks = (Mark(stage=stage, at=made.ends_at, skipped=skipped) for stage in stages)
    return replace(made, marks=(*made.marks, *marks))


def board(*cards: Card) -> Board:
    """A board of these cards."""
    return Board({each.id: each for each in cards})


def big_board(count: int, now: dt.datetime = DAY_12) -> Board:
    """A board of many cards over all columns, the same one for the same count."""
    rng = random.Random(count)
    cards = []
    for number in range(count):
        starts = later(now, days=-rng.randrange(30), hours=-rng.randrange(6))
        made = card(f"Company {number:05}", starts, role=f"Role {number % 17}", id=f"{number:016x}")
        latest = made.starts_at.date() + dt.timedelta(days=rng.randrange(3, 20))
        said = Promise(said="some days", given_at=made.starts_at, earliest=latest, latest=latest)
        cards.append(_somewhere(replace(made, promise=said), rng, now))
    return board(*cards)


def _somewhere(made: Card, rng: random.Random, now: dt.datetime) -> Card:
    stage = list(Stage)[rng.randrange(5)]
    moved = max(later(now, days=-1), made.ends_at)
    return made if stage is Stage.ASKED else move(made, stage, moved)


def session(
    folder: Path, *cards: Card, now: dt.datetime = DAY_12, settings: Settings | None = None, state: Path | None = None
) -> Session:
    """A session on a board in this folder, with these cards on it and a clock that stands still."""
    path, state = folder / "board.json", state or folder / "state"
    store = Store(path, clock=lambda: now, state=state)
    for each in cards:
        store.record(change(None, add(each, now), now))
    fresh = Store(path, clock=lambda: now, state=state)
    env, settings = {"TZ": ZONE}, settings or Settings()
    days_off = DaysOff(settings.rules, config_dir(env), state)
    return Session(fresh, lambda: now, settings, state, env, days_off)


def work(doing: Callable[[], object]) -> int:
    """How many lines it runs, each turn of a loop counted: the same on a fast and on a slow machine."""
    lines = 0

    def count(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal lines
        lines += event == "line"
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        doing()
    finally:
        sys.settrace(before)
    return lines
