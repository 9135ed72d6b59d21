"""Anchors as a person types them, a line each."""

from __future__ import annotations

import pytest

from day12_data.card import Anchor
from day12_data.kinds import AnchorKind
from day12_data.typed.anchors import read_anchors
from kit import INTERVIEW


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("book: The Goal", Anchor(text="The Goal", kind=AnchorKind.BOOK)),
        ("BOOK : The Goal", Anchor(text="The Goal", kind=AnchorKind.BOOK)),
        ("person: Priya: at the observatory", Anchor(text="Priya: at the observatory", kind=AnchorKind.PERSON)),
        ("hammocks", Anchor(text="hammocks", kind=AnchorKind.TOPIC)),
        ("sailing: the Baltic", Anchor(text="sailing: the Baltic", kind=AnchorKind.TOPIC)),
        ("https://acme.com/map", Anchor(text="https://acme.com/map", kind=AnchorKind.WEBSITE)),
        ("www.acme.com", Anchor(text="www.acme.com", kind=AnchorKind.WEBSITE)),
        ("book: https://acme.com/b", Anchor(text="https://acme.com/b", kind=AnchorKind.BOOK)),
    ],
)
def test_a_line_is_read_as_an_anchor(line: str, anchor: Anchor) -> None:
    assert read_anchors(f"\n  {line}\x1b \n\n") == (anchor,)


def test_when_an_anchor_was_used_is_kept_by_its_words() -> None:
    used = (INTERVIEW,)
    known = (Anchor(text="The Goal", used=used), Anchor(text="hammocks", used=used))
    assert read_anchors("book: The Goal\nboats", known) == (
        Anchor(text="The Goal", kind=AnchorKind.BOOK, used=used),
        Anchor(text="boats"),
    )
