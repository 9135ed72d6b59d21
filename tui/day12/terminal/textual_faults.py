"""Mends what ends the program in Textual 8.2, in widgets of its own too, which nobody here makes.

- Page up and page down in a list of options that isn't laid out yet, or has no room for a line.
- A click on an option of a list that has fewer options by then.
- A click beside the palette, or the list of themes, that comes after the terminal has become smaller than that.
- Two clicks on a command of the palette in one turn.
"""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from textual import events
from textual.command import CommandPalette
from textual.errors import NoWidget
from textual.widgets import OptionList

_move_page = OptionList._move_page  # noqa: SLF001 - both of its actions lead there
_on_option_click = OptionList._on_click  # noqa: SLF001 - Textual finds what answers an event by this name
_on_palette_click = CommandPalette._on_click  # noqa: SLF001 - as above

_run_selected = CommandPalette._select_or_command  # noqa: SLF001 - what a click on a command leads to


def mend_textual() -> None:
    """Put what is here in the place of what is faulty."""
    setattr(OptionList, _move_page.__name__, _move_page_if_any)
    setattr(OptionList, _on_option_click.__name__, _on_option_click_if_there)
    setattr(CommandPalette, _on_palette_click.__name__, _on_palette_click_if_inside)
    setattr(CommandPalette, _run_selected.__name__, _run_selected_if_open)


def _move_page_if_any(options: OptionList, direction: Literal[-1, 1]) -> None:
    if options._lines and (options.highlighted or 0) in options._index_to_line:  # noqa: SLF001 - nothing else tells
        _move_page(options, direction)


async def _on_option_click_if_there(options: OptionList, event: events.Click) -> None:
    if event.style.meta.get("option", 0) < options.option_count:
        await _on_option_click(options, event)


def _on_palette_click_if_inside(palette: CommandPalette, event: events.Click) -> None:
    with suppress(NoWidget):
        _on_palette_click(palette, event)


def _run_selected_if_open(palette: CommandPalette) -> None:
    if palette in palette.app.screen_stack:
        _run_selected(palette)
