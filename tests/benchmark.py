"""How long things take, for a person to look at: `python tests/benchmark.py`. Nothing here is asserted.

First whole programs in a terminal, each beside the least that it could cost and with what is wanted of it; then the
parts, the median of several runs in this one process. Compare them with each other rather than with a clock on another
machine.
"""

from __future__ import annotations

import asyncio
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "data"), str(ROOT / "tui"), str(ROOT / "tests")]

import msgspec  # noqa: E402 - found once the paths are set

from day12.commands.open_board import make_app  # noqa: E402
from day12_data.agenda import Agenda, Row  # noqa: E402
from day12_data.board import Board  # noqa: E402
from day12_data.promise import read_promise  # noqa: E402
from day12_data.store.document_ids import document_id  # noqa: E402
from day12_data.store.raw_documents import META, SCHEMA  # noqa: E402
from kit import DAY_12, big_board, session  # noqa: E402
from pseudo_terminal import Terminal, environment, terminal  # noqa: E402

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


# The least that a program with a screen could cost: an app that shows a line, and another one for each key.
_EMPTY = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Company")
    def on_key(self, event):
        self.query_one(Static).update(f"Company {event.key}")
Empty().run()
"""
_SIZE = (140, 40)
_QUIET, _PRESSES = 0.3, 24


class _Program(NamedTuple):
    """A program in a terminal, and the board that it opens."""

    command: tuple[str, ...]
    folder: Path

    def opened(self) -> AbstractContextManager[Terminal]:
        env = {"DAY12_BOARD": str(self.folder / "board.json")}
        return terminal(self.folder, size=_SIZE, env=env, command=(sys.executable, *self.command))


def _start_ms(program: _Program) -> float:
    """The processor time of a whole program until it shows a card."""
    with program.opened() as shown:
        shown.wait_for("Company")
        tasks = Path(f"/proc/{shown.program.pid}/task").glob("*/schedstat")
        return sum(int(task.read_text().split()[0]) for task in tasks) / 1e6


def _key_ms(program: _Program, *keys: str, first: str = "") -> float:
    """From a key to the frame that shows it, the lower quartile of many; `first` is pressed before them."""
    times = []
    with program.opened() as shown:
        shown.wait_for("Company")
        shown.rest(3 * _QUIET)
        if first:
            shown.send(first)
            shown.rest(3 * _QUIET)
        for key in (keys * _PRESSES)[:_PRESSES]:
            start = time.perf_counter()
            shown.send(key)
            shown.read(time.monotonic() + 10)
            times.append(1000 * (time.perf_counter() - start))
            shown.rest(_QUIET)
    return quantiles(times, n=4)[0]


def _first_ms(program: _Program, key: str, back: str) -> float:
    """From the first press of a key in a program just started to its frame, the least of several; `back` undoes it."""
    times = []
    for _ in range(5):
        with program.opened() as shown:
            shown.wait_for("Company")
            shown.rest(5 * _QUIET)
            start = time.perf_counter()
            shown.send(key)
            shown.read(time.monotonic() + 10)
            times.append(1000 * (time.perf_counter() - start))
            shown.send(back)
            shown.rest(_QUIET)
    return min(times)


def _due_ms(*arguments: str, folder: Path) -> float:
    """The processor time of a whole program that prints."""
    env = environment(folder) | {"DAY12_BOARD": str(folder / "board.json")}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1000 * (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _line(what: str, count: int, took: float, floor: float, wanted: str) -> None:
    print(
        f"{what:<8} {count:>6} cards {took:8.1f} ms   floor {floor:6.1f}   {took / floor:5.2f} times   wanted {wanted}"
    )


def _programs() -> None:
    """Whole programs beside the least that they could cost, in turns: the least of several starts."""
    for count, wanted in ((200, "1.15 times"), (1000, ""), (5000, "1.5 times"), (20000, "2.5 times")):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            _write_board(folder, big_board(count))
            empty, board = _Program(("-c", _EMPTY), folder), _Program(("-m", "day12"), folder)
            starts = [(_start_ms(empty), _start_ms(board)) for _ in range(7)]
            _line("start", count, min(took for _, took in starts), min(floor for floor, _ in starts), wanted)
            floor = _key_ms(empty, "j", "k")
            _line("key", count, _key_ms(board, "j", "j", "k", "l", "j", "h"), floor, "9 ms")
            _line("move", count, _key_ms(board, ">", "<"), floor, "14 ms at 1,000, 18 ms at 20,000")
            _line("filter", count, _key_ms(board, "o", "o"), floor, "20 ms at 20,000")
            _line("insights", count, _first_ms(board, "i", "i"), floor, "300 ms at 5,000")
            _line("agenda", count, _first_ms(board, "g", "g"), floor, "60 ms at 5,000")
            _line("in it", count, _key_ms(board, "j", "j", "k", "l", "j", "h", first="g"), floor, "9 ms at 5,000")
            _line("start it", count, min(_start_ms(board) for _ in range(5)), min(floor for floor, _ in starts), wanted)
            dues = [(_due_ms("-c", "", folder=folder), _due_ms("-m", "day12", "due", folder=folder)) for _ in range(7)]
            _line("due", count, min(took for _, took in dues), min(floor for floor, _ in dues), "55 ms at 200")


def _write_board(folder: Path, shown: Board) -> None:
    """A board's file as the program itself writes it."""
    cards = {document_id(card.id): msgspec.to_builtins(card) for card in shown.cards.values()}
    meta = {META: {"schema": SCHEMA, "clock": 0}}
    (folder / "board.json").write_bytes(msgspec.json.encode({"meta": meta, "cards": cards, "changes": {}}))


def main() -> None:
    """Print the table."""
    _programs()
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
