"""What every screen is handed: the clock, the settings, and the way to a card's log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from day12_data.board import Change
from day12_data.clock import Clock
from day12_data.settings import Settings
from day12_data.store import LogEntry

if TYPE_CHECKING:
    # Neither the form nor the letters are needed before the first paint.
    from day12.letters.compose import Words
    from day12_data.typed.entry import Entry


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a screen."""

    clock: Clock
    settings: Settings
    local_zone: str
    """The IANA name of this machine's zone: what a time without a zone is in."""
    log: Callable[[str], Sequence[LogEntry]]
    """What was done to the card of an id, oldest first."""
    env: Mapping[str, str]
    letters: Path
    """The folder of the user's own letters."""
    outbox: Path
    """The folder for drafts and pages to print."""
    keep: Callable[[Change], None] = lambda _: None
    """Shows an edit at once and keeps it. It is the app's own, and no message: of two quick keys, the second must
    find what the first has done."""
    drafts: dict[str, Entry] = field(default_factory=dict)
    """What was typed into a form that was closed, by the form's card."""
    words: dict[tuple[str, str, str], Words] = field(default_factory=dict)
    """What the user wrote into a letter by hand and hasn't sent, by card, person and letter."""
    put_by: dict[tuple[str, str, str], Words] = field(default_factory=dict)
    """Such words for which the letter was filled in again."""
    threads: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was typed as the reference from the meeting, by card and person."""
