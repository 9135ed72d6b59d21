"""A card and its parts, as frozen values.

Moments are aware `datetime`s with their zone's offset at that time; days are `date`s in the card's own time zone.
Empty text means "not known".
"""

# Without `from __future__ import annotations`: msgspec would have to compile each of them again, at every start.

import datetime as dt
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Unpack

import msgspec

from day12_data.dates.zones import time_zone
from day12_data.kinds import AnchorKind, Outcome, ReplyKind, Stage

if TYPE_CHECKING:
    from day12_data.card_fields import CardFields

# Read from a file, a moment without its offset is refused: it couldn't be compared with the others.
Moment = Annotated[dt.datetime, msgspec.Meta(tz=True)]


class Value(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A frozen value that reads and writes as plain JSON types.

    Values can't refer to themselves, so the garbage collector needn't go through thousands of them again and again.
    """


class Sent(Value, frozen=True, kw_only=True):
    """One message that went out: which letter, when, how, the words themselves, and the occasion they were for."""

    letter: str
    at: Moment
    via: str = ""
    text: str = ""
    occasion: str = ""


class Person(Value, frozen=True, kw_only=True):
    """Somebody who interviewed you. The postal address has one line per row of the envelope."""

    name: str
    title: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    address: str = ""
    sent: tuple[Sent, ...] = ()


class Anchor(Value, frozen=True, kw_only=True):
    """A thread that connects you, and each moment at which it was used."""

    text: str
    kind: AnchorKind = AnchorKind.TOPIC
    used: tuple[Moment, ...] = ()


class Promise(Value, frozen=True, kw_only=True):
    """What they said about when you would hear, and the window it was read as.

    `said` is what was typed, whole; `words` are those of it that were read as a time. `earliest` and `latest` are
    inclusive local days; both are None where no day was named, or none was kept. `until` is the local hour that was
    named with the last day: a promise for the day on which it was given lapses then. `working` says that the promise
    was given in working days, so its days of grace are working days too. `broken_at` is when they were found not to
    have kept it, before the window had passed.
    """

    said: str
    given_at: Moment
    words: str = ""
    earliest: dt.date | None = None
    latest: dt.date | None = None
    until: dt.time | None = None
    working: bool = False
    broken_at: Moment | None = None


class Offer(Value, frozen=True, kw_only=True):
    """An offer that waits for your answer: what they said, and the local day by which they want to hear from you."""

    said: str
    given_at: Moment
    words: str = ""
    answer_by: dt.date | None = None


class Mark(Value, frozen=True, kw_only=True):
    """A stage that is behind the card: done at a moment, or skipped then."""

    stage: Stage
    at: Moment
    skipped: bool = False


class CheckIn(Value, frozen=True, kw_only=True):
    """One time that you asked how it stands, or kept in touch after a no; `via` is mail, phone or the like."""

    at: Moment
    via: str = ""
    said: str = ""
    """What they answered there and then, if anything."""


class Reply(Value, frozen=True, kw_only=True):
    """They answered. It silences every nudge that came before it."""

    at: Moment
    kind: ReplyKind
    said: str = ""


class Invite(Value, frozen=True, kw_only=True):
    """An invitation that the card knows, so that an update of it finds the card: a panel has several.

    `sequence` and `stamp` say which of two words about it is the newer one.
    """

    uid: str
    starts_at: Moment
    ends_at: Moment
    sequence: int = 0
    stamp: Moment | None = None
    cancelled: bool = False


class Ending(Value, frozen=True, kw_only=True):
    """How it ended, and when that was recorded."""

    outcome: Outcome
    at: Moment


class Card(Value, frozen=True, kw_only=True, cache_hash=True):
    """One interview being followed up.

    `zone` is the interview's own time zone, an IANA name or an offset such as "+02:00"; `starts_at` and `ends_at`
    carry its offset, so their date is the local one. `link` is the way into a meeting by video. `updated` rises with
    every edit; a `deleted` card is a tombstone, kept so that another machine learns of the removal. `round_of` is the
    id of the round before. Where `time_known` is false no time was set yet, and `starts_at` only says since when that
    is so. `missed_at` is when it turned out that the interview didn't take place. `offer` is theirs, until a card's
    outcome answers it. `past_promises` are those that a later one took the place of, oldest first.
    """

    id: str
    company: str
    starts_at: Moment
    ends_at: Moment
    updated: Moment
    zone: str = "UTC"
    time_known: bool = True
    missed_at: Moment | None = None
    role: str = ""
    where: str = ""
    link: str = ""
    people: tuple[Person, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    notes: str = ""
    promise: Promise | None = None
    past_promises: tuple[Promise, ...] = ()
    offer: Offer | None = None
    marks: tuple[Mark, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    replies: tuple[Reply, ...] = ()
    ended: Ending | None = None
    round_of: str = ""
    invites: tuple[Invite, ...] = ()
    deleted: bool = False

    @property
    def stage(self) -> Stage:
        """The furthest stage that is done; the first for a card with none."""
        furthest = Stage.ASKED
        for mark in self.marks:
            if not mark.skipped and mark.stage.position > furthest.position:
                furthest = mark.stage
        return furthest

    @property
    def outcome(self) -> Outcome | None:
        """How it ended, or None while the card is on the board."""
        return self.ended.outcome if self.ended else None

    @property
    def last_reply(self) -> Reply | None:
        """What they answered last, or None while they haven't; of two at one moment, what was recorded later."""
        return max(reversed(self.replies), key=lambda reply: reply.at) if self.replies else None

    @property
    def tzinfo(self) -> dt.tzinfo:
        """The interview's time zone."""
        return time_zone(self.zone)

    def local(self, moment: dt.datetime) -> dt.datetime:
        """The moment as the clocks show it where the interview is."""
        return moment.astimezone(self.tzinfo)

    def day(self, now: dt.datetime) -> int:
        """The n of "Day n" at `now`: 0 on the interview's own local date, negative before it."""
        return (self.local(now).date() - self.starts_at.date()).days

    def mark(self, stage: Stage) -> Mark | None:
        """How the stage was left behind, or None while it is open."""
        return next((mark for mark in self.marks if mark.stage is stage), None)


def stamp(moment: dt.datetime) -> dt.datetime:
    """The moment as a card keeps it: with its offset fixed, so that adding to it adds elapsed time."""
    return moment.replace(tzinfo=dt.timezone(moment.utcoffset() or dt.timedelta()), fold=0)


def new_id() -> str:
    """A fresh id: 63 random bits as 16 hexadecimal digits, so that two machines never pick the same."""
    return f"{int.from_bytes(os.urandom(8)) >> 1:016x}"


def replace(card: Card, **fields: Unpack["CardFields"]) -> Card:
    """The same card with other values in some fields."""
    return msgspec.structs.replace(card, **fields)


def with_mark(marks: Sequence[Mark], mark: Mark) -> tuple[Mark, ...]:
    """The marks with this one in its stage's place, in the columns' order."""
    others = [other for other in marks if other.stage is not mark.stage]
    return tuple(sorted([*others, mark], key=lambda each: each.stage.position))
