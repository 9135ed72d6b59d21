"""Text in the cells of a terminal, of which a letter may take two."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from day12_data.text import clean


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis; nothing in it drives the terminal."""
    text = clean(text)
    room = width - cell_len(text)
    if room >= 0:
        return text + " " * room
    return set_cell_size(text, width - 1) + "…" if width > 0 else ""
