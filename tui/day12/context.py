"""What every screen is handed: the clock, the settings, and the way to a card's log."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from day12_data.clock import Clock
from day12_data.settings import Settings
from day12_data.store import LogEntry

if TYPE_CHECKING:
    from day12_data.entry import Entry


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
    drafts: dict[str, Entry] = field(default_factory=dict)
    """What was typed into a form that was closed, by the form's card."""
