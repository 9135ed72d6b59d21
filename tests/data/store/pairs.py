"""Two machines that edit one card at once, with clocks that may be a day apart: random pairs of edits.

Run by the tests, and by hand: `python tests/data/store/pairs.py 500`.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).parents[3] / "data"), str(Path(__file__).parents[2])]

import changes as edits
from day12_data.board import Change, EditError
from day12_data.card import Anchor, Card, CheckIn, Person, Promise, Sent, replace
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.store import Store
from day12_data.store.documents import card_fields
from day12_data.store.registers import ABSENT, canonical, difference, is_order, record_of, registers

NOW = dt.datetime(2026, 3, 17, 14, 2, tzinfo=dt.UTC)
START = dt.datetime(2026, 3, 5, 14, 30, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
COPY = "board.sync-conflict-20260317-140200-ABCDEFG.json"
_WORDS = ("Ann", "Bob", "Cleo", "Dana", "Eve")


def shared_card() -> Card:
    """A card with something of everything on it."""
    return Card(
        id="0123456789abcdef",
        company="Northwind",
        starts_at=START,
        ends_at=START + dt.timedelta(hours=1),
        updated=START,
        role="Analyst",
        people=(Person(name="Dana", email="dana@example.com"), Person(name="Tom")),
        anchors=(Anchor(text="The Goal"),),
        check_ins=(CheckIn(at=START + DAY),),
    )


def random_edit(card: Card, now: dt.datetime, chance: random.Random) -> Change | None:
    """One edit that the program can make; None where it can't be made on this card."""
    word = f"{chance.choice(_WORDS)} {chance.randrange(1000)}"
    who = chance.randrange(len(card.people)) if card.people else None
    people = [*card.people]
    if who is not None:
        person = people[who]
        sent = Sent(letter="thank-you", at=now, text=word)
        people[who] = replace_person(person, chance.choice(["title", "email", "address"]), word)
        thanked = (*card.people[:who], person_sent(person, sent), *card.people[who + 1 :])
    ways: list[Callable[[], Change]] = [
        lambda: edits.edit(card, now, role=word),
        lambda: edits.edit(card, now, notes=word),
        lambda: edits.edit(card, now, where=word),
        lambda: edits.edit(card, now, company=word),
        lambda: edits.edit(card, now, starts_at=card.starts_at + DAY, ends_at=card.ends_at + DAY),
        lambda: edits.edit(card, now, people=(*card.people, Person(name=word))),
        lambda: edits.edit(card, now, people=tuple(people)),
        lambda: edits.edit(card, now, people=thanked if card.people else ()),
        lambda: edits.edit(card, now, people=card.people[1:]),
        lambda: edits.edit(card, now, anchors=(*card.anchors, Anchor(text=word))),
        lambda: edits.edit(card, now, promise=Promise(said=word, given_at=now, latest=now.date())),
        lambda: edits.move(card, chance.choice(list(Stage)), now),
        lambda: edits.check_in(card, now, via=word),
        lambda: edits.reply(card, ReplyKind.NO_NEWS, now, word),
        lambda: edits.archive(card, chance.choice(list(Outcome)), now),
        lambda: edits.remove(card, now),
    ]
    try:
        return chance.choices(ways, [2] * (len(ways) - 1) + [1])[0]()
    except EditError:
        return None


def replace_person(person: Person, field: str, text: str) -> Person:
    """The person with another value in one field."""
    import msgspec

    return msgspec.structs.replace(person, **{field: text})


def person_sent(person: Person, sent: Sent) -> Person:
    """The person with one more letter sent."""
    import msgspec

    return msgspec.structs.replace(person, sent=(*person.sent, sent))


class Machine:
    """A home with a board, a state folder and a clock of its own, and the board open."""

    def __init__(self, folder: Path, skew: dt.timedelta) -> None:
        folder.mkdir()
        self.path, self.skew, self.minutes = folder / "board.json", skew, 0
        self.store = Store(self.path, clock=self.clock, state=folder / "state")

    def clock(self) -> dt.datetime:
        return NOW + self.skew + dt.timedelta(minutes=self.minutes)

    def edit(self, chance: random.Random) -> None:
        self.minutes += chance.randrange(1, 50)
        card = self.store.load().cards["0123456789abcdef"]
        change = None if card.deleted else random_edit(card, self.clock(), chance)
        if change and change.after != change.before:
            again = edits.edit(change.after, self.clock(), role=str(self.minutes))
            self.store.record(change, *[again] * (chance.random() < 0.2 and not change.after.deleted))


def pair(folder: Path, seed: int) -> dict[str, int]:
    """Two machines edit at once, then take each other's board in; counts what went wrong."""
    chance = random.Random(seed)
    one, two = Machine(folder / "one", dt.timedelta()), Machine(folder / "two", DAY * chance.choice([-1, 0, 1]))
    one.store.record(edits.add(shared_card(), START))
    shutil.copy(one.path, two.path)
    before = one.store.load().cards["0123456789abcdef"]
    two.store.load()
    for machine in (one, two):
        for _ in range(chance.randrange(1, 4)):
            machine.edit(chance)
        if chance.random() < 0.2:
            machine.store.undo()
    sides = [machine.store.load().cards["0123456789abcdef"] for machine in (one, two)]
    for machine in (one, two):
        machine.store.drain_notices()
    synced(one, two, chance)
    boards = [machine.store.load() for machine in (one, two)]
    after = boards[0].cards["0123456789abcdef"]
    told = [" ".join(machine.store.drain_notices()) for machine in (one, two)]
    logs = [[each.what for each in machine.store.log(after.id)] for machine in (one, two)]
    return {
        "pairs": 1,
        "unequal": int(boards[0] != boards[1] or logs[0] != logs[1]),
        "lost": len(_lost(before, sides, after, told)),
        **_unnamed(before, sides, after, told),
    }


def synced(one: Machine, two: Machine, chance: random.Random) -> None:
    """What a sync tool makes of it: both get one's board, and two's as a copy; or the other way round."""
    if chance.random() < 0.5:
        one, two = two, one
    ours, theirs = one.path.read_bytes(), two.path.read_bytes()
    one.path.with_name(COPY).write_bytes(theirs)
    two.path.with_name(COPY).write_bytes(theirs)
    incoming = two.path.with_name(".syncthing.tmp")
    incoming.write_bytes(ours)
    incoming.replace(two.path)


def _sides(before: Card, sides: list[Card]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    start = registers(card_fields(before))
    return start, [difference(start, registers(card_fields(side))) for side in sides]


def _lost(before: Card, sides: list[Card], after: Card, told: list[str]) -> list[str]:
    """The registers that only one side changed and that have another value now."""
    _, (ours, theirs) = _sides(before, sides)
    end = registers(card_fields(after))
    lost = []
    for mine, others in ((ours, theirs), (theirs, ours)):
        for path, value in mine.items():
            if path in others or is_order(path) or canonical(end.get(path, ABSENT)) == canonical(value):
                continue
            removal = value is ABSENT or (path == "deleted" and value is True)
            if removal and all("the removal gave way" in text for text in told):
                continue  # what one side removed and the other changed, or brought back, stays, and that is said
            lost.append(path)
    return lost


def _unnamed(before: Card, sides: list[Card], after: Card, told: list[str]) -> dict[str, int]:
    """The registers that both sides changed, to different values: one stays, and the other is named on both."""
    _, (ours, theirs) = _sides(before, sides)
    end = registers(card_fields(after))
    clashes = [path for path in ours if path in theirs and not is_order(path)]
    clashes = [path for path in clashes if canonical(ours[path]) != canonical(theirs[path])]
    neither = [
        path
        for path in clashes
        if canonical(end.get(path, ABSENT)) not in (canonical(ours[path]), canonical(theirs[path]))
    ]
    fell = len([path for path in clashes if not record_of(path) or record_of(path) in end])
    return {"clashes": fell, "neither": len(neither), "unnamed": sum(text.count("gave way to") < fell for text in told)}


def pairs(count: int, seed: int = 12) -> dict[str, int]:
    """Many pairs, added up."""
    figures: dict[str, int] = {}
    for number in range(count):
        with tempfile.TemporaryDirectory() as place:
            for name, value in pair(Path(place), seed * 1000 + number).items():
                figures[name] = figures.get(name, 0) + value
                if value and name in ("unequal", "lost", "neither", "unnamed"):
                    print(name, seed * 1000 + number, file=sys.stderr)
    return figures


__all__ = ["pairs", "random_edit", "replace", "shared_card"]

if __name__ == "__main__":
    print(json.dumps(pairs(int(sys.argv[1]), *map(int, sys.argv[2:]))))
