"""Any card, any moment, any edit: what hypothesis makes the properties of the domain with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

from day12_data import edits
from day12_data.board import EditError, change
from day12_data.card import Anchor, Card, CheckIn, Ending, Invite, Mark, Promise, Reply, new_id, replace, stamp
from day12_data.dates.zones import time_zone
from day12_data.kinds import Outcome, ReplyKind, Stage
from kit import INTERVIEW, later

# Summer time comes and goes at two, at midnight, by half an hour, on the other half of the world, or never.
ZONES = [
    "America/New_York",
    "Europe/Berlin",
    "Australia/Sydney",
    "Australia/Lord_Howe",
    "America/Havana",
    "Africa/Cairo",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "UTC",
    "+14:00",
    "-12:00",
]
zones = st.sampled_from(ZONES)


def around(days: int) -> st.SearchStrategy[dt.datetime]:
    """Moments within so many days of the article's interview: any second, a full hour, or a second before one."""

    def moment(second: int, shape: int, zone: str) -> dt.datetime:
        by = (second, second // 3_600 * 3_600, second // 3_600 * 3_600 - 1)[shape]
        return later(INTERVIEW, hours=9, minutes=30, seconds=by).astimezone(time_zone(zone))

    return st.builds(moment, st.integers(-days * 86_400, days * 86_400), st.integers(0, 2), zones)


def several(kind: type, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.builds(kind, **fields), max_size=3).map(tuple)


def stamps(days: int) -> st.SearchStrategy[dt.datetime]:
    return around(days).map(stamp)


@st.composite
def cards(draw: st.DrawFn, days: int = 500) -> Card:
    """A card in any state that its fields allow, sensible or not, but for an interview that ends before it starts."""
    zone = draw(zones)
    starts = draw(around(days)).astimezone(time_zone(zone))
    return Card(
        id=new_id(),
        company=draw(st.sampled_from(["Northwind", "Acme", "日本語"])),
        starts_at=stamp(starts),
        ends_at=stamp(later(starts, minutes=draw(st.integers(1, 1440)))),
        updated=stamp(starts),
        zone=zone,
        promise=draw(st.none() | promises(days)),
        anchors=draw(several(Anchor, text=st.text(max_size=5), used=st.lists(stamps(days), max_size=2).map(tuple))),
        marks=draw(several(Mark, stage=st.sampled_from(Stage), at=stamps(days), skipped=st.booleans())),
        check_ins=draw(several(CheckIn, at=stamps(days))),
        replies=draw(several(Reply, at=stamps(days), kind=st.sampled_from(ReplyKind))),
        ended=draw(st.none() | st.none() | st.builds(Ending, outcome=st.sampled_from(Outcome), at=stamps(days))),
        link=draw(st.sampled_from(["", "https://meet.example/1"])),
        invites=draw(several(Invite, uid=st.text(max_size=5), starts_at=stamps(days), ends_at=stamps(days))),
        deleted=draw(st.sampled_from([False] * 9 + [True])),
    )


@st.composite
def promises(draw: st.DrawFn, days: int = 500) -> Promise:
    """What was said at some moment: vague, or a window that ends on that day or later, or half of one."""
    given_at = draw(stamps(days))
    first = given_at.date() + dt.timedelta(days=draw(st.integers(0, 40)))
    last = first + dt.timedelta(days=draw(st.integers(0, 20)))
    known = draw(st.sampled_from(["both", "both", "both", "neither", "earliest", "latest"]))
    return Promise(
        said="{so} they say",
        given_at=given_at,
        working=draw(st.booleans()),
        earliest=first if known in ("both", "earliest") else None,
        latest=last if known in ("both", "latest") else None,
    )


def _replied(card: Card, kind: ReplyKind, now: dt.datetime, wait: int) -> Card:
    day = now.astimezone(card.tzinfo).date() + dt.timedelta(days=wait)
    promise = Promise(said="some days", given_at=stamp(now), earliest=day, latest=day)
    return edits.reply(card, kind, now, "words", promise if kind is ReplyKind.PROMISE else None)


Edit = Callable[[Card, dt.datetime], Card]
stages = st.sampled_from(Stage)
any_edit: st.SearchStrategy[Edit] = st.one_of(
    stages.map(lambda stage: lambda card, now: edits.move(card, stage, now)),
    stages.map(lambda stage: lambda card, now: edits.skip(card, stage, now)),
    st.just(edits.check_in),
    st.tuples(st.sampled_from(ReplyKind), st.integers(0, 20)).map(
        lambda drawn: lambda card, now: _replied(card, drawn[0], now, drawn[1])
    ),
    st.sampled_from(Outcome).map(lambda outcome: lambda card, now: edits.archive(card, outcome, now)),
    st.just(lambda card, now: edits.bring_back(card)),
    st.just(lambda card, now: edits.remove(card)),
    promises(30).map(lambda said: lambda card, now: edits.edit(card, now, promise=said)),
    st.just(lambda card, now: edits.edit(card, now, promise=None)),
    st.text(max_size=8).map(lambda notes: lambda card, now: edits.edit(card, now, notes=notes)),
    st.integers(-9, 9).map(
        lambda days: (
            lambda card, now: edits.edit(
                card,
                now,
                starts_at=stamp(later(card.local(card.starts_at), days=days)),
                ends_at=stamp(later(card.local(card.ends_at), days=days)),
            )
        )
    ),
)


def edited(card: Card, edit: Edit, now: dt.datetime) -> Card:
    """The card after the edit, or as it was where the edit makes no sense."""
    try:
        return change(card, edit(card, now), now).after
    except EditError:
        return card


@st.composite
def lived(draw: st.DrawFn) -> tuple[Card, dt.datetime]:
    """A card with a past, made by a few edits one after the other, and the moment after the last of them."""
    card = draw(cards(days=3))
    card = replace(card, marks=(), check_ins=(), replies=(), ended=None, deleted=False, promise=None)
    now = later(card.local(card.starts_at), days=-1)
    for edit in draw(st.lists(any_edit, max_size=6)):
        card = edited(card, edit, now)
        now = later(now, seconds=draw(st.integers(0, 864_000)))
    return card, now
