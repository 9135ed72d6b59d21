"""`--demo` leaves your own board alone."""

from __future__ import annotations

from pathlib import Path

from day12.commands.demo import demo_session
from day12.saved_choices import read_choice, remember_choice
from kit import session


def test_what_the_demo_was_left_with_is_not_what_your_own_board_opens_with(tmp_path: Path) -> None:
    own = session(tmp_path)
    demo = demo_session(own, None)
    remember_choice(demo.state, "theme", "day12-light")
    assert read_choice(own.state, "theme", {"day12-light"}, "day12-dark") == "day12-dark"
    assert read_choice(demo_session(own, None).state, "theme", {"day12-light"}, "day12-dark") == "day12-light"
