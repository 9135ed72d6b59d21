"""Has page up and page down do nothing in a list of options that isn't laid out yet, or has no room for a line.

Textual 8.2 fails there, also in the lists of its own that nobody here makes: the palette's, the themes', a choice's.
"""

from __future__ import annotations

from typing import Literal

from textual.widgets import OptionList

_move_page = OptionList._move_page  # noqa: SLF001 - both of its actions lead there


def mend_option_lists() -> None:
    """Have every list look whether there is a page to go to."""
    setattr(OptionList, _move_page.__name__, _move_page_if_any)


def _move_page_if_any(options: OptionList, direction: Literal[-1, 1]) -> None:
    if options._lines and (options.highlighted or 0) in options._index_to_line:  # noqa: SLF001 - nothing else tells
        _move_page(options, direction)
