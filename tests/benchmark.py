"""How long things take, for a person to look at: `python tests/benchmark.py`. Nothing here is asserted.

Each figure is the median of several runs in this one process, at 20 and at 5,000 cards; compare them with each other
rather than with a clock on another machine.
"""

from __future__ import annotations

import asyncio
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


def main() -> None:
    """Print the table."""
    for count in (20, 5000):
        with tempfile.TemporaryDirectory() as name:
            folder, shown = Path(name), big_board(count)
            cards = {str(int(card.id, 16)): msgspec.to_builtins(card) for card in shown.cards.values()}
            (folder / "board.json").write_bytes(msgspec.json.encode({"cards": cards}))
            print(f"{count} cards, median ms")
            print(f"  load the board   {_median_ms(partial(_load, folder)):8.2f}")
            print(f"  what is next     {_median_ms(partial(_look, shown)):8.2f}")
            for key, taken in asyncio.run(_keys(folder)).items():
                print(f"  {key:<16} {taken:8.2f}")
    reading = _median_ms(lambda: read_promise("You'll hear from us in seven to ten business days", DAY_12))
    print(f"a promise, median ms {reading:.2f}")


if __name__ == "__main__":
    main()
