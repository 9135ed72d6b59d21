"""How long things take, for a person to look at: `python tests/benchmark.py`. Nothing here is asserted.

Each figure is the median of several runs in this one process, at 20 and at 5,000 cards; compare them with each other
rather than with a clock on another machine.
"""

from __future__ import annotations

import asyncio
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "data"), str(ROOT / "tui"), str(ROOT / "tests")]

import msgspec  # noqa: E402 - found once the paths are set

from day12.commands.open_board import make_app  # noqa: E402
from day12_data.agenda import Agenda, Row  # noqa: E402
from day12_data.board import Board  # noqa: E402
from day12_data.promise import read_promise  # noqa: E402
from kit import DAY_12, big_board, session  # noqa: E402

_RUNS = 15


def _median_ms(work: Callable[[], object], runs: int = _RUNS) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return 1000 * median(times)


async def _keys(folder: Path) -> dict[str, float]:
    """From a key to the screen that has taken it in, by key."""
    where = session(folder)
    app = make_app(where, where.load())
    app.animation_level = "none"
    times: dict[str, list[float]] = {}
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.pause()
        for _ in range(_RUNS):
            for key in ("down", "right", "left", "greater_than_sign", "less_than_sign"):
                start = time.perf_counter()
                await pilot.press(key)
                times.setdefault(key, []).append(1000 * (time.perf_counter() - start))
                await app.workers.wait_for_complete()
    return {key: median(taken) for key, taken in times.items()}


def _load(folder: Path) -> Board:
    return session(folder).load()


def _look(shown: Board) -> list[Row]:
    return Agenda().rows(shown, DAY_12)


# What a start costs is told by an empty Textual app beside the board up to its first paint.
_EMPTY = "from textual.app import App\nclass A(App):\n    def on_ready(self): self.exit()\nA().run(headless=True)"
_START = """
import sys
from pathlib import Path
from day12.cli import _import_msgspec
_import_msgspec()
from day12.commands import session
from day12.commands.open_board import make_app
from day12_data.clock import clock_from
from day12_data.settings import Settings
from day12_data.store import Store
env = {"TZ": "America/New_York", "DAY12_NOW": "2026-03-17T14:02"}
clock, folder = clock_from(env), Path(sys.argv[1])
here = session.Session(Store(folder / "board.json", clock=clock, state=folder), clock, Settings(), folder, env)
app = make_app(here, here.load(quiet=True))
app.call_later(lambda: app.call_after_refresh(app.exit))
app.run(headless=True, size=(140, 40))
"""


def _process_ms(*arguments: str, folder: Path) -> float:
    """The least processor time that a whole Python process takes."""
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path[:3]), "TZ": "America/New_York"}
    env |= {"DAY12_BOARD": str(folder / "board.json"), "DAY12_NOW": "2026-03-17T14:02"}
    env |= {name: str(folder) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    least = float("inf")
    for _ in range(7):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.DEVNULL, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return 1000 * least


def _processes() -> None:
    """Whole programs beside the least that they could cost: bare Python for `due`, an empty Textual app for a start."""
    for count in (200, 5000, 20000):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write_board(folder, big_board(count))
            bare, due = _process_ms("-c", "pass", folder=folder), _process_ms("-m", "day12", "due", folder=folder)
            empty, start = _process_ms("-c", _EMPTY, folder=folder), _process_ms("-c", _START, name, folder=folder)
            print(f"{count} cards, processor ms of whole processes, the least of seven")
            print(f"  due              {due:8.0f}   bare Python        {bare:8.0f}   {due / bare:6.2f} times")
            print(f"  start            {start:8.0f}   empty Textual app  {empty:8.0f}   {start / empty:6.2f} times")


def _write_board(folder: Path, shown: Board) -> None:
    cards = {str(int(card.id, 16) + 1): msgspec.to_builtins(card) for card in shown.cards.values()}
    (folder / "board.json").write_bytes(msgspec.json.encode({"cards": cards}))


def main() -> None:
    """Print the table."""
    _processes()
    for count in (20, 5000):
        with tempfile.TemporaryDirectory() as name:
            folder, shown = Path(name), big_board(count)
            _write_board(folder, shown)
            print(f"{count} cards, median ms")
            print(f"  load the board   {_median_ms(partial(_load, folder)):8.2f}")
            print(f"  what is next     {_median_ms(partial(_look, shown)):8.2f}")
            for key, taken in asyncio.run(_keys(folder)).items():
                print(f"  {key:<16} {taken:8.2f}")
    reading = _median_ms(lambda: read_promise("You'll hear from us in seven to ten business days", DAY_12))
    print(f"a promise, median ms {reading:.2f}")


if __name__ == "__main__":
    main()
