"""Which thread to pick up, and when one has been pulled too often: anchors are kept warm and used sparingly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from day12_data.card import Anchor

# The same thread twice in one season sounds like a form letter; more than twice ever, like a sales call.
REST_DAYS = 60
MOST_USES = 2


def pick_anchor(anchors: Iterable[Anchor], now: dt.datetime) -> Anchor | None:
    """The anchor used least and, of those, longest ago. One that needs a rest comes last; None where there is none."""
    return next(iter(in_turn(anchors, now)), None)


def in_turn(anchors: Iterable[Anchor], now: dt.datetime) -> list[Anchor]:
    """The anchors in the order in which they should be used: the freshest first, those that need a rest last."""

    def worn(anchor: Anchor) -> tuple[bool, int, float]:
        return (
            bool(anchor_warning(anchor, now)),
            len(anchor.used),
            max((at.timestamp() for at in anchor.used), default=0),
        )

    return sorted(anchors, key=worn)


def anchor_warning(anchor: Anchor, now: dt.datetime) -> str | None:
    """Why this one had better rest: it was used within 60 days, or more than twice; None when it is free."""
    if not anchor.used:
        return None
    last = max(anchor.used)
    # Days as people count them: an hour lost to summer time makes no day shorter.
    days = (now.date() - last.astimezone(now.tzinfo).date()).days
    if days < REST_DAYS:
        again = (last + dt.timedelta(days=REST_DAYS)).astimezone(now.tzinfo)
        ago = {0: "today", 1: "yesterday"}.get(max(days, 0), f"{days} days ago")
        return f"You used “{anchor.text}” {ago}: let it rest until {again.day} {again:%B}, or pick another."
    if len(anchor.used) > MOST_USES:
        return f"You have used “{anchor.text}” {len(anchor.used)} times: a new thread would be better."
    return None
