"""Text in the cells of a terminal, of which a letter may take two."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size

from day12_data.text import clean


def fit(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis; nothing in it drives the terminal."""
    text = clean(text)
    if cell_len(text) > width > 0:
        return set_cell_size(text, width - 1) + "…"
    return set_cell_size(text, width)
