"""The demo board: sample cards whose days are counted back from now, so that every state is always there to see."""

from __future__ import annotations

import datetime as dt
import tomllib
from importlib.resources import files

import msgspec

from day12_data.card import Card, Value
from day12_data.edits import add, archive, check_in, move, reply
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.schedule import urgency
from day12_data.settings import Settings
from day12_data.step import Urgency
from day12_data.typed.entry import Entry, read_entry

_LATEST_SHIFT = 5
# When each step was done, in minutes after the interview's end.
_DONE_AFTER = {Stage.EMAILED: 40, Stage.MAILED: 20 * 60, Stage.CONNECTED: 26 * 60}


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


def demo_cards(now: dt.datetime, zone: str) -> list[Card]:
    """The demo's cards as they stand at `now`, a moment in the named local zone."""
    text = files("day12_data").joinpath("samples", "demo.toml").read_text("utf-8")
    return [_shown(sample, now, zone) for sample in msgspec.convert(tomllib.loads(text), Samples).card]


def _shown(sample: Sample, now: dt.datetime, zone: str) -> Card:
    """The sample's card, moved back by days until it shows the state that it is there for."""
    card = _card(sample, now, zone, sample.days_ago)
    for shift in range(_LATEST_SHIFT):
        card = _card(sample, now, zone, sample.days_ago + shift)
        if sample.shows in (None, urgency(card, now)):
            break
    return card


def _card(sample: Sample, now: dt.datetime, zone: str, days_ago: int) -> Card:
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
    card = read_entry(entry, now, zone, Settings())
    card = add(card, card.starts_at)
    for stage in sample.done:
        card = move(card, stage, card.ends_at + dt.timedelta(minutes=_DONE_AFTER[stage]))
    for ago in sample.checked_in_days_ago:
        card = check_in(card, _ago(now, ago))
    if sample.answer:
        card = reply(card, sample.answer, _ago(now, sample.answered_days_ago))
    if sample.outcome:
        card = archive(card, sample.outcome, _ago(now, sample.ended_days_ago))
    return card


def _ago(now: dt.datetime, days: int) -> dt.datetime:
    """The same time of day so many days before, or the nearest after it where the clocks left that out."""
    return (now - dt.timedelta(days=days)).astimezone(dt.UTC).astimezone(now.tzinfo)
