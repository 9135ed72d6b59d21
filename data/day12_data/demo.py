"""The demo board: sample cards whose days are counted back from now, so that every state is always there to see."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

import msgspec

from day12_data.board import Change, change
from day12_data.card import Card, Value
from day12_data.edits import add, archive, check_in, move, reply
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.schedule import urgency
from day12_data.settings import Settings
from day12_data.step import Urgency
from day12_data.typed.entry import Entry, read_entry

_LATEST_SHIFT = 5
# When each step was done, in minutes after the interview's end.
_DONE_AFTER = {Stage.EMAILED: 40, Stage.MAILED: 22 * 60, Stage.CONNECTED: 26 * 60}


class Sample(Value, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One card of the demo, as samples/demo.toml has it; days are counted back from now."""

    company: str
    role: str
    days_ago: int
    at: str
    minutes: int = 45
    said: str = ""
    where: str = ""
    people: str = ""
    anchors: str = ""
    notes: str = ""
    done: tuple[Stage, ...] = ()
    checked_in_days_ago: tuple[int, ...] = ()
    answer: ReplyKind | None = None
    answered_days_ago: int = 0
    outcome: Outcome | None = None
    ended_days_ago: int = 0
    shows: Urgency | None = None


class Samples(Value, frozen=True, kw_only=True):
    """The whole file."""

    card: tuple[Sample, ...]


def demo_changes(now: dt.datetime, zone: str) -> list[Change]:
    """How the demo's cards came to stand as they do at `now`, a moment in the named local zone; the oldest first."""
    text = files("day12_data").joinpath("samples", "demo.toml").read_text("utf-8")
    samples = msgspec.convert(tomllib.loads(text), Samples).card
    return sorted((each for sample in samples for each in _shown(sample, now, zone)), key=lambda each: each.at)


def _shown(sample: Sample, now: dt.datetime, zone: str) -> list[Change]:
    """The sample's changes, moved back by days until its card shows the state that it is there for."""
    made = _changes(sample, now, zone, sample.days_ago)
    for shift in range(1, _LATEST_SHIFT):
        if sample.shows in (None, urgency(made[-1].after, now)):
            break
        made = _changes(sample, now, zone, sample.days_ago + shift)
    return made


def _changes(sample: Sample, now: dt.datetime, zone: str, days_ago: int) -> list[Change]:
    made: list[Change] = []

    def keep(after: Card, at: dt.datetime) -> Card:
        made.append(change(made[-1].after if made else None, after, at))
        return made[-1].after

    card = _interview(sample, now, zone, days_ago)
    # Added when the interview was over, as one does; one to come, when it was agreed.
    card = keep(add(card, card.starts_at), card.ends_at if card.ends_at <= now else _ago(now, 1))
    for stage in sample.done:
        at = card.ends_at + dt.timedelta(minutes=_DONE_AFTER[stage])
        card = keep(move(card, stage, at), at)
    for ago in sample.checked_in_days_ago:
        at = _later(card, card.day(now) - ago)
        card = keep(check_in(card, at), at)
    if sample.answer:
        at = _later(card, card.day(now) - sample.answered_days_ago)
        card = keep(reply(card, sample.answer, at), at)
    if sample.outcome:
        at = _later(card, card.day(now) - sample.ended_days_ago)
        keep(archive(card, sample.outcome, at), at)
    return made


def _interview(sample: Sample, now: dt.datetime, zone: str, days_ago: int) -> Card:
    entry = Entry(
        company=sample.company,
        role=sample.role,
        when=f"{_ago(now, days_ago):%Y-%m-%d} {sample.at}",
        length=f"{sample.minutes} min",
        where=sample.where,
        people=sample.people,
        promised=sample.said,
        anchors=sample.anchors,
        notes=sample.notes,
    )
    return read_entry(entry, now, zone, Settings())


def _later(card: Card, days: int) -> dt.datetime:
    """So many days after the interview, half an hour before the time at which it began."""
    return card.starts_at + dt.timedelta(days=days, minutes=-30)


def _ago(now: dt.datetime, days: int) -> dt.datetime:
    """The same time of day so many days before, or the nearest after it where the clocks left that out."""
    return (now - dt.timedelta(days=days)).astimezone(dt.UTC).astimezone(now.tzinfo)
