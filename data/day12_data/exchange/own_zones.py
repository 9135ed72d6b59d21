"""The time zones that a calendar's file defines by itself, under the names that it gives them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import Any

from day12_data.exchange.calendar_zones import zone_named

# What icalendar raises on a property that isn't written as it should be.
MALFORMED = (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, AssertionError)


def value_of(lines: Iterable[str], name: str) -> str:
    """The value of a property in a part of a calendar; empty where it isn't there."""
    found = (line.partition(":")[2] for line in lines if re.match(rf"{name}[:;]", line, re.IGNORECASE))
    return next(found, "").strip()


class Zones:
    """The zones that a file defines by itself, under the names that it gives them."""

    def __init__(self, reader: Any, blocks: list[tuple[list[str], bool]], shown: str) -> None:
        self._reader, self._shown = reader, zone_named(shown)
        self._defined = {value_of(block, "TZID").replace("\\,", ","): block for block, closed in blocks if closed}

    def name(self, said: str, wall: dt.datetime) -> str:
        """The zone that is meant at this hour; empty where neither its name nor the file says it."""
        said = said.strip().strip('"').replace("\\,", ",").strip()
        if named := zone_named(said):
            return named
        return self._offset(self._defined[said], wall) if said and said in self._defined else ""

    @property
    def likely(self) -> tuple[str, ...]:
        """The zones that the file names anywhere."""
        names = (zone_named(said) or ("UTC" if self._is_zero(block) else "") for said, block in self._defined.items())
        return tuple(dict.fromkeys(filter(None, (self._shown, *names))))

    def _offset(self, block: list[str], wall: dt.datetime) -> str:
        lines = ["BEGIN:VTIMEZONE", *(line for line in block if not line.upper().startswith("TZID")), "TZID:here"]
        try:
            zone = self._reader.Timezone.from_ical("\r\n".join([*lines, "END:VTIMEZONE"])).to_tz()
            offset = wall.replace(tzinfo=zone).utcoffset()
        except (*MALFORMED, RecursionError):
            return ""
        return _offset_text(offset) if offset is not None else ""

    def _is_zero(self, block: list[str]) -> bool:
        offsets = {line.partition(":")[2] for line in block if line.upper().startswith("TZOFFSET")}
        return bool(offsets) and offsets <= {"+0000", "-0000", "0000"}


def _offset_text(offset: dt.timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
