"""What the tests of the import share: the files, a board to import them to, and what was found in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from day12_data.board import Board
from day12_data.card import Card, Person
from day12_data.exchange.import_items import Context, Item, Question, after
from day12_data.exchange.importing import plan
from day12_data.settings import Settings
from kit import ZONE, at, board, card

FILES = Path(__file__).parent / "data" / "exchange" / "files"
NOW = at("2026-09-30 09:00")
LATER = at("2026-03-19 09:00")  # the day after the mails that `mail` makes
OWN = ("jo.seeker@gmail.example", "jo.seeker@gmail.com", "robin@example.com")
# Whom the mails and the contacts of the files are about.
NORTHWIND = card(
    people=(
        Person(name="Dana Reyes", email="dana@northwind.example"),
        Person(name="Sam Okafor"),
        Person(name="Müller, Zoë"),
    )
)


def found(
    data: bytes | str,
    on: Board | None = None,
    *,
    now: dt.datetime = NOW,
    settings: Settings | None = None,
    answers: Mapping[str, str] | None = None,
) -> list[Item]:
    """What a file of the samples, or these bytes, would do to a board."""
    name = data if isinstance(data, str) else "it"
    content = (FILES / data).read_bytes() if isinstance(data, str) else data
    context = Context(now, ZONE, settings or Settings(emails=OWN), answers or {})
    return plan(content, name, on or Board(), context)


def mail(
    body: str, sender: str = "Dana Reyes <dana@northwind.example>", subject: str = "Hello", **headers: str
) -> bytes:
    """A plain mail."""
    lines = {"From": sender, "To": "jo.seeker@gmail.com", "Subject": subject, "Date": "Wed, 18 Mar 2026 10:15:00 -0400"}
    head = "\n".join(f"{name}: {value}" for name, value in (lines | headers).items())
    return f"{head}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{body}\n".encode()


def imported(data: bytes | str, on: Board | None = None, *, now: dt.datetime = NOW) -> Board:
    """The board after a file about which nothing is asked."""
    items = found(data, on, now=now)
    assert not list(open_questions(items))
    return after(on or Board(), items)


def open_questions(items: Iterable[Item]) -> Iterator[Question]:
    """The questions that must be answered before anything is done."""
    return (item.question for item in items if item.question and item.is_open)


def only_card(on: Board) -> Card:
    """The one card that is on the board."""
    [one] = [each for each in on.cards.values() if not each.deleted]
    return one


def told(item: Item) -> str:
    """An item in one line: what it does, the card, the people, and the question."""
    parts = [item.does.value]
    if item.card:
        made = item.card
        starts, ends = made.local(made.starts_at), made.local(made.ends_at)
        parts.append(f"{made.company}, {made.role}" if made.role else made.company)
        parts.append(f"{starts:%Y-%m-%d %H:%M}–{ends:%H:%M} {made.zone}")
        parts += filter(None, (made.where, made.link))
    else:
        parts.append(item.why)
    parts += [", ".join(filter(None, (each.name, each.title, each.email, each.phone))) for each in item.people]
    if item.question:
        parts.append(f"{item.question.text} [{' / '.join(item.question.choices)}]")
    return " | ".join(parts)


def northwind() -> Board:
    """A board with the one card that the samples' mails and contacts are about."""
    return board(NORTHWIND)
