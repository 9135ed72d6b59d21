"""A storm over one board: writers that are killed, or many at once, or many cards. Prints its figures as JSON.

Run by the trials, and by hand: `python tests/data/store/storm.py kills 1000`, `… writers 4`, `… big 5000`.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import select
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3] / "data"))
sys.path.insert(0, str(Path(__file__).parents[3] / "tests"))

import changes as edits
from day12_data.card import Card, new_id
from day12_data.store import Conflict, Store, StoreError

NOW = dt.datetime(2026, 3, 17, 14, 2, tzinfo=dt.UTC)
START = dt.datetime(2026, 3, 5, 14, 30, tzinfo=dt.UTC)


def open_store(folder: Path) -> Store:
    return Store(folder / "board.json", clock=lambda: NOW, state=folder / "state")


def new_card(company: str) -> Card:
    return Card(id=new_id(), company=company, starts_at=START, ends_at=START + dt.timedelta(hours=1), updated=START)


def in_child(work: Callable[[], object]) -> int:
    """Run the work in a process of its own, and return its id."""
    pid = os.fork()
    if not pid:
        code = 1
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return pid


def write_until_killed(folder: Path, acknowledge: int) -> None:
    """Add two as one, edit, undo and redo without end, and say what is done once the store says it is."""
    store = open_store(folder)
    store.load()
    for number in range(1_000_000):
        pair = [edits.add(new_card(f"{which} {number}"), NOW) for which in ("First", "Second")]
        newest = store.record(*pair).cards[pair[1].after.id]
        os.write(acknowledge, f"{newest.id} 0\n".encode())
        for round_ in (1, 2):
            newest = store.record(edits.edit(newest, NOW, notes=str(round_))).cards[newest.id]
            os.write(acknowledge, f"{newest.id} {round_}\n".encode())
        os.write(acknowledge, f"{newest.id} undoing\n".encode())
        store.undo()
        store.redo()
        os.write(acknowledge, f"{newest.id} 2\n".encode())


def kills(folder: Path, count: int, seed: int) -> dict[str, Any]:
    """Kill a writer at a random moment, again and again, and look at the board each time."""
    chance = random.Random(seed)
    figures = {"kills": 0, "acknowledged": 0, "lost": 0, "unreadable": 0, "leftovers_seen": 0, "leftovers_kept": 0}
    figures["halves"] = 0
    for _ in range(count):
        if figures["kills"] % 50 == 0:  # boards of every size from nothing to some hundred cards
            shutil.rmtree(folder)
            folder.mkdir()
            said: dict[str, set[int]] = {}
        reading, writing = os.pipe()
        child = in_child(lambda end=writing: write_until_killed(folder, end))  # type: ignore[misc]
        os.close(writing)
        if chance.random() < 0.7:  # most once it is writing, however slow the machine; some while it starts
            select.select([reading], [], [], 5)
        time.sleep(chance.uniform(0, 0.04))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        with os.fdopen(reading) as pipe:
            for line in pipe.read().splitlines():
                card_id, done = line.split()
                said[card_id] = _possible(done)
                figures["acknowledged"] += done != "undoing"
        figures["kills"] += 1
        figures["leftovers_seen"] += len(list(folder.glob(".*tmp")))
        try:
            store = open_store(folder)
            cards = store.load().cards
        except StoreError:
            figures["unreadable"] += 1
            continue
        companies = {card.company for card in cards.values()}
        figures["halves"] += sum(name.replace("First", "Second") not in companies for name in companies)
        figures["halves"] += sum(name.replace("Second", "First") not in companies for name in companies)
        lost = [each for each, notes in said.items() if each not in cards or int(cards[each].notes or 0) not in notes]
        figures["lost"] += len(lost) + len(store.problems)
        figures["leftovers_kept"] += len(list(folder.glob(".*tmp")))
    return figures


def _possible(done: str) -> set[int]:
    """The rounds that a card may show after the last acknowledgement: the next one may have been under way."""
    return {1, 2} if done == "undoing" else {int(done), min(int(done) + 1, 2)}


def writers(folder: Path, count: int, changes: int = 250) -> dict[str, Any]:
    """Several processes, each of which adds cards and edits one card that they share."""
    shared = new_card("Shared")
    open_store(folder).record(edits.add(shared, NOW))

    def work() -> None:
        store = open_store(folder)
        board = store.load()
        for number in range(changes):
            if number % 5:
                board = store.record(edits.add(new_card(f"{os.getpid()}-{number}"), NOW))
                continue
            while True:
                mine = board.cards[shared.id]
                try:
                    board = store.record(edits.edit(mine, NOW, notes=str(int(mine.notes or 0) + 1)))
                    break
                except Conflict:
                    board = store.load()

    began = time.monotonic()
    children = [in_child(work) for _ in range(count)]
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    store = open_store(folder)
    cards = store.load().cards
    return {
        "failed": sum(code != 0 for code in codes),
        "changes": len(cards) - 1 + int(cards[shared.id].notes),
        "numbered": json.loads((folder / "board.json").read_bytes())["meta"]["1"]["clock"] - 1,
        "seconds": round(time.monotonic() - began, 1),
    }


def big(folder: Path, count: int) -> dict[str, Any]:
    """The best of several times, in seconds: to read a big board, to parse its JSON, to change one card."""
    store = open_store(folder)
    board: dict[str, dict[str, Any]] = {"cards": {}, "changes": {}}
    store.record(edits.add(new_card("Model"), NOW))
    model = json.loads((folder / "board.json").read_bytes())
    for number in range(count):
        for table in board:
            [document] = model[table].values()
            board[table][str(number)] = {**document, "id": f"{table} {number}", "card": f"cards {number}"}
    (folder / "board.json").write_text(json.dumps({**model, **board}, separators=(",", ":"), ensure_ascii=False))
    cards = open_store(folder).load().cards

    def best(act: Callable[[int], object]) -> float:
        times = []
        for number in range(7):
            began = time.perf_counter()
            act(number)
            times.append(time.perf_counter() - began)
        return min(times)

    def change(number: int) -> None:
        card = store.load().cards["cards 7"] if number == 0 else changed[-1]
        changed.append(store.record(edits.edit(card, NOW, notes=str(number))).cards[card.id])

    changed: list[Card] = []
    return {
        "cards": len(cards),
        "json": best(lambda _: json.loads((folder / "board.json").read_bytes())),
        "load": best(lambda _: open_store(folder).load()),
        "record": best(change),
    }


if __name__ == "__main__":
    what, how_many = sys.argv[1], int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    with tempfile.TemporaryDirectory() as place:
        storms = {
            "kills": lambda: kills(Path(place), how_many, seed),
            "writers": lambda: writers(Path(place), how_many),
            "big": lambda: big(Path(place), how_many),
        }
        print(json.dumps(storms[what]()))
