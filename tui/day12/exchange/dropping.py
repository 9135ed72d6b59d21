"""Files that are dropped on the board: a terminal pastes their paths."""

from __future__ import annotations

import asyncio
from pathlib import Path

from day12.edit.screen import EditingScreen
from day12.navigation import open_import
from day12_data.exchange.files import dropped_files


async def open_dropped(screen: EditingScreen, text: str) -> None:
    """Import the files that a pasted text names, if it does."""
    files = await asyncio.to_thread(dropped_files, text, Path.home())
    if files and screen.is_current:
        open_import(screen.day12, files)
