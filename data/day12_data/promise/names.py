"""First names: who calls says nothing of when."""

from __future__ import annotations

from functools import cache
from pathlib import Path

NAME = "name"  # the value of a token that is one


@cache
def names() -> frozenset[str]:
    """The names of names.txt, but for months and those that are one slip away from a word of the grammar."""
    return frozenset(Path(__file__).with_name("names.txt").read_text("ascii").split())
