"""The fields of a card with their types, for whoever gives some of them other values."""

from __future__ import annotations

import datetime as dt
from typing import TypedDict

from day12_data.card import Anchor, CheckIn, Ending, Invite, Mark, Offer, Person, Promise, Reply


class CardFields(TypedDict, total=False):
    """The fields of a card, to give some of them other values."""

    id: str
    company: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    updated: dt.datetime
    zone: str
    time_known: bool
    missed_at: dt.datetime | None
    role: str
    where: str
    link: str
    people: tuple[Person, ...]
    anchors: tuple[Anchor, ...]
    notes: str
    promise: Promise | None
    past_promises: tuple[Promise, ...]
    offer: Offer | None
    marks: tuple[Mark, ...]
    check_ins: tuple[CheckIn, ...]
    replies: tuple[Reply, ...]
    ended: Ending | None
    round_of: str
    invites: tuple[Invite, ...]
    deleted: bool
