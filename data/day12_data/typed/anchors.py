"""Anchors as a person types them: a line each, the kind before a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable

from day12_data.card import Anchor
from day12_data.kinds import AnchorKind
from day12_data.text import clean


def read_anchors(text: str, known: Iterable[Anchor] = ()) -> tuple[Anchor, ...]:
    """The anchors in a text, a line each; when one of the same words was used is kept."""
    used = {anchor.text: anchor.used for anchor in known}
    anchors = []
    for line in map(clean, text.splitlines()):
        word, _, rest = line.partition(":")
        kind = next((kind for kind in AnchorKind if kind.value == word.strip().casefold()), None)
        words = rest.strip() if kind else line
        if re.match(r"https?://|www\.", words) and kind is None:
            kind = AnchorKind.WEBSITE
        if words:
            anchors.append(Anchor(text=words, kind=kind or AnchorKind.TOPIC, used=used.get(words, ())))
    return tuple(anchors)
