"""Keys, pastes, clicks and sizes without any sense, the same ones in every run: none of them ends the program badly."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pseudo_terminal import terminal

SIZES = [(1, 1), (3, 2), (5, 5), (28, 10), (80, 24), (140, 40), (200, 3)]
KEYS = [
    *"jkhlHL<>15aeorcxsuUgiItv?/wpDXV=+*.,d",
    *"\r\x1b\t\x10\x13\x0b\x15\x7f",
    "\x1b[A",
    "\x1b[B",
    "\x1b[5~",
    "\x1b[6~",
]
TEXTS = ["friday", "7-10 days", "[/red]", "שלום", "👩‍👩‍👧‍👦" * 9, "\0\0", "a\n" * 500, "9999-12-31", "week 99"]
STEPS = 250


def test_a_screen_that_doesnt_fit_a_tiny_terminal_is_not_drawn_without_an_end(tmp_path: Path) -> None:
    with terminal(tmp_path, "--demo") as shown:
        shown.wait_for("? help")
        shown.send("i")
        shown.wait_for("Insights")
        shown.resize(3, 2)
        shown.rest(0.3)
        shown.send("\x10")
        shown.rest(0.3)


@pytest.mark.trial
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_input_ends_the_program_badly(tmp_path: Path, seed: int) -> None:
    rng = random.Random(seed)
    with terminal(tmp_path, "--demo") as shown:
        shown.wait_for("? help")
        for _ in range(STEPS):
            x, y = rng.randrange(1, 140), rng.randrange(1, 40)
            match rng.randrange(10):
                case 0:
                    shown.resize(*rng.choice(SIZES))
                case 1:
                    shown.send(f"\x1b[200~{rng.choice(TEXTS)}\x1b[201~")
                case 2:
                    shown.send(f"\x1b[<0;{x};{y}M\x1b[<0;{x};{y}m" * rng.randrange(1, 3))
                case 3:
                    shown.send("".join(rng.choices(KEYS, k=rng.randrange(5, 50))))
                case _:
                    shown.send(rng.choice(KEYS))
            shown.rest(0.02)
            assert "nobody foresaw" not in shown.output[-3000:]
        shown.program.terminate()
        assert shown.end() == 0
        assert "Traceback" not in shown.output
