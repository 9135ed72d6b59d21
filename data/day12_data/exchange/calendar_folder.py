"""Keeps a folder of a calendar in step with a board: a vdir, one file for each event, named by its UID.

What is in the folder belongs to the user and may be carried elsewhere. So a file is written only where what day12
wants to say has changed since it wrote it last: an event that was moved or deleted in the calendar stays so until then,
and two machines that share the folder never undo each other's work. What isn't an event of this board is never touched.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import msgspec

from day12_data import files
from day12_data.board import Board
from day12_data.card import Card
from day12_data.exchange.calendar_events import CalendarEvent, CardEvents, card_events, uids_of
from day12_data.exchange.calendar_out import event_text, sequence_of
from day12_data.exchange.encoding import unfolded
from day12_data.rules import Rules
from day12_data.step import LAST_MOMENT
from day12_data.text import clean

_SUFFIX = ".ics"
_MOST_BYTES = 1 << 20
_LOCK_SECONDS = 2.0


class _Wish(NamedTuple):
    """An event as it should be, and a digest of what it says."""

    event: CalendarEvent
    digest: str


class CalendarFolder:
    """The folder of one board. Its method `sync` touches the disk, and may be called by one thread at a time."""

    def __init__(self, named: str, board: Path, state: Path, rules: Rules) -> None:
        self._named, self._rules = named, rules
        self._folder = Path(os.path.expanduser(named))  # noqa: PTH111 - Path's own fails where there is no such user
        name = _digest(f"{self._folder}\n{os.path.realpath(board)}")
        self._memory = state / "calendar" / f"{name}.json"
        self._cards: dict[str, tuple[Card, CardEvents, dict[str, _Wish]]] = {}
        self.until = LAST_MOMENT
        """From this moment on, in UTC, other events are wanted though nothing was done."""

    def sync(self, board: Board, now: dt.datetime) -> str:
        """Write, change and delete what has changed; the answer is a sentence about what is wrong, or empty."""
        if not self._folder.is_absolute():
            return f"[calendar] folder is “{self._named[:60]}”: write it whole, such as ~/.calendars/day12."
        wanted = self._wanted(board, now)
        try:
            files.make_folder(self._memory.parent)
            files.make_folder(self._folder)
            # Another day12 that is at work in it; one that takes too long isn't waited for.
            with files.FileLock().held(self._folder / "day12", _LOCK_SECONDS):
                self._write(wanted, board)
        except (OSError, ValueError) as error:  # a folder's name can't be one
            why = files.why(error)
            return clean(f"The calendar in {self._folder} can't be kept ({why}): the board goes on without it.")
        return ""

    def _wanted(self, board: Board, now: dt.datetime) -> dict[str, _Wish]:
        """The events that there should be, by their UIDs; worked out only for cards with which something changed."""
        instant = now.astimezone(dt.UTC)
        cards: dict[str, tuple[Card, CardEvents, dict[str, _Wish]]] = {}
        for key, card in board.cards.items():
            known = self._cards.get(key)
            if known and known[0] is card and instant < known[1].until:
                cards[key] = known
                continue
            found = card_events(card, now, self._rules)
            wishes = {event.uid: _Wish(event, _digest(str(event._replace(revised=now.min)))) for event in found.events}
            cards[key] = (card, found, wishes)
        self._cards = cards
        self.until = min((found.until for _, found, _ in cards.values()), default=LAST_MOMENT)
        return {uid: wish for *_, wishes in cards.values() for uid, wish in wishes.items()}

    def _write(self, wanted: Mapping[str, _Wish], board: Board) -> None:
        there = {name.removesuffix(_SUFFIX) for name in os.listdir(self._folder) if name.endswith(_SUFFIX)}  # noqa: PTH208 - many times as fast
        written = self._remembered()
        if there.isdisjoint(written):  # a folder that was emptied is filled anew
            written = {}
        for uid, (event, digest) in wanted.items():
            if written.get(uid) != digest:
                self._put(event)
        for leftover in files.leftovers(self._folder):
            leftover.unlink(missing_ok=True)
        for uid in self._ours(there - wanted.keys(), written, board):
            self._remove(uid)
        kept = {uid: digest for uid, (_, digest) in wanted.items()}
        if kept != written:
            with suppress(OSError):  # a folder that can't be made durable
                files.sync_folder(self._folder)
            files.replace(self._memory, msgspec.json.encode(kept), files.signature(self._memory))

    def _remembered(self) -> dict[str, str]:
        """The digests of what was wanted last, by the UIDs."""
        try:
            return msgspec.json.decode(self._memory.read_bytes(), type=dict[str, str])
        except (FileNotFoundError, msgspec.MsgspecError):
            return {}

    def _ours(self, unwanted: set[str], written: Mapping[str, str], board: Board) -> Iterator[str]:
        """Those names that are of this board's events: as it remembers, or can tell from its cards."""
        yield from unwanted & written.keys()
        if unwanted := unwanted - written.keys():
            yield from unwanted.intersection(uid for card_id in board.cards for uid in uids_of(card_id))

    def _put(self, event: CalendarEvent) -> None:
        """Write the event, unless its file says the same, or isn't of this event."""
        path, sequence = self._path(event.uid), sequence_of(event)
        text = event_text(event, sequence)
        was, there = files.signature(path), _read(path)
        if there is not None:
            old = unfolded(there)
            if _value(old, "UID") != event.uid or _told(old) == _told(text):
                return
            before = int(found[0]) if (found := re.fullmatch(r"[0-9]{1,10}", _value(old, "SEQUENCE"))) else 0
            moved = any(_value(old, name) != _value(text, name) for name in ("DTSTART", "DTEND"))
            text = event_text(event, max(sequence, before + 1) if moved else before)
        files.replace(path, text.encode(), was, one_of_many=True)

    def _remove(self, uid: str) -> None:
        path = self._path(uid)
        there = _read(path)
        if there is not None and _value(unfolded(there), "UID") == uid:
            path.unlink(missing_ok=True)

    def _path(self, uid: str) -> Path:
        return self._folder / f"{uid}{_SUFFIX}"


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _told(text: str) -> str:
    """What a calendar says, without what only tells one revision from another."""
    lines = unfolded(text.encode()).splitlines()
    return "\n".join(line for line in lines if not line.startswith(("SEQUENCE:", "DTSTAMP:", "LAST-MODIFIED:")))


def _value(text: str, name: str) -> str:
    """The value of the first property of this name."""
    found = re.search(rf"^{name}(?:;[^:\n]*)?:(.*)$", text, re.MULTILINE)
    return found[1].strip() if found else ""


def _read(path: Path) -> bytes | None:
    """What is in a file; None where there is none, and nothing where it is no file or too big to be an event."""
    try:
        if not path.is_file():
            return b"" if path.exists() else None
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
    except FileNotFoundError:  # deleted meanwhile
        return None
    return data if len(data) <= _MOST_BYTES else b""
