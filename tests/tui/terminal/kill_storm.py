"""A user types into a board on a slow disk, and the program is ended at a random moment. Prints its figures as JSON.

Run by the trials, and by hand: `python tests/tui/terminal/kill_storm.py SIGKILL 100 0.03`.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sys
import tempfile
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[3] / "data"))
sys.path.insert(0, str(Path(__file__).parents[3] / "tui"))
sys.path.insert(0, str(Path(__file__).parents[3] / "tests"))

from day12_data.board import change
from day12_data.store import Store
from kit import DAY_12, card, later
from pseudo_terminal import Terminal, environment, terminal

ROOT = Path(__file__).parents[3]
CARDS = 12
KEYS = ">s>u1"
"""What is typed for each card: two moves, a skip between them, one taken back, and on to the next card."""
SIZE = (160, 30)
_DONE = re.compile(r"✓ ((?:(?!\x1b).)+?) · u takes it back|✓ (Undid: (?:(?!\x1b).)+?) · U does it again")


def new_board(home: Path) -> Path:
    """A board of some cards of two days ago, where the program looks for it."""
    path = home / ".local/share/day12/board.json"
    path.parent.mkdir(parents=True)
    store = Store(path, clock=lambda: DAY_12, state=home / ".local/state/day12")
    cards = [card(f"Company {number}", later(DAY_12, days=-2), id=f"{number:016x}") for number in range(CARDS)]
    store.record(*(change(None, each, DAY_12) for each in cards))
    return path


def slow_disk(home: Path, seconds: float) -> Mapping[str, str]:
    """The environment in which every fsync takes so long."""
    places = os.pathsep.join([str(ROOT / "tests/slow_disk"), environment(home)["PYTHONPATH"]])
    return {"PYTHONPATH": places, "SLOW_FSYNC": str(seconds)}


def said(shown: Terminal) -> list[str]:
    """What the line of keys has said to be done, in order; a line that is painted again says nothing new."""
    found = (" ".join(match.groups(default="")).strip() for match in _DONE.finditer(shown.output))
    return [text for text, _ in groupby(found)]


def on_disk(path: Path) -> list[str]:
    """What is on the disk, in the order in which it was done, in the words of the line of keys."""
    stored = json.loads(path.read_bytes())
    names = {each["id"]: each["company"] for each in stored["cards"].values()}
    events = []
    for entry in stored["changes"].values():
        sentence = f"{names[entry['card']]}: {entry['what']}"
        events.append((entry["seq"], sentence))
        if entry["undone"]:
            events.append((entry["turn"], f"Undid: {sentence}"))
    return [sentence for _, sentence in sorted(events)]


def missing(claimed: list[str], kept: list[str]) -> list[str]:
    """What was said to be done and isn't in what is kept, in that order."""
    left: Iterator[str] = iter(kept)
    return [text for text in claimed if text not in left]


def one(home: Path, how: signal.Signals, seconds: float, seed: int) -> dict[str, Any]:
    """Type until a random moment, end the program, and compare what it said with the disk."""
    rng = random.Random(seed)
    path = new_board(home)
    added = len(on_disk(path))
    with terminal(home, size=SIZE, env=slow_disk(home, seconds)) as shown:
        shown.wait_for("? help")
        keys = (KEYS * CARDS)[: rng.randrange(5, len(KEYS) * CARDS)]
        for key in keys:
            shown.send(key)
            shown.watch(rng.choice((0.0, 0.01, 0.05)))
        shown.watch(rng.uniform(0, 0.5 + 15 * seconds))
        shown.program.send_signal(how)
        code = shown.end()
        claimed = said(shown)
    kept = on_disk(path)
    typed = len(keys) - keys.count("1")
    return {
        "code": code,
        "typed": typed,
        "said": len(claimed),
        "kept": len(kept) - added,
        "said and not kept": missing(claimed, kept[added:]),
    }


def storm(how: signal.Signals, count: int, seconds: float, seed: int) -> dict[str, Any]:
    """The sums over many runs."""
    sums: dict[str, Any] = {"runs": count, "typed": 0, "said": 0, "kept": 0, "said and not kept": [], "codes": []}
    for number in range(count):
        with tempfile.TemporaryDirectory() as folder:
            ended = one(Path(folder), how, seconds, seed * 1000 + number)
        for name in ("typed", "said", "kept", "said and not kept"):
            sums[name] += ended[name]
        sums["codes"] = sorted({*sums["codes"], ended["code"]})
    return sums


if __name__ == "__main__":
    name, runs, wait = sys.argv[1:]
    print(json.dumps(storm(signal.Signals[name], int(runs), float(wait), seed=12)))
