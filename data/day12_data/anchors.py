"""The one rule for anchors: in which order they are cited, and when one had better not be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from day12_data.card import Anchor
from day12_data.dates.lexicon import spelt

# The same book or friend twice in one season sounds like a form letter; more than twice ever, like a sales call.
REST_DAYS = 60
MOST_USES = 2


def in_turn(anchors: Iterable[Anchor], now: dt.datetime) -> list[Anchor]:
    """The anchors in the order in which they should be cited.

    Those that need a rest come last; before that, and among them, the least used come first, then the one that was
    used longest ago, then the one that stands first on the card.
    """

    def worn(anchor: Anchor) -> tuple[bool, int, float]:
        last = max((at.timestamp() for at in anchor.used), default=0)
        return bool(anchor_warning(anchor, now)), len(anchor.used), last

    return sorted(anchors, key=worn)


def anchor_warning(anchor: Anchor, now: dt.datetime) -> str | None:
    """Why this one had better not be cited now: it was within 60 days, or more than twice; None when it may be."""
    if not anchor.used:
        return None
    last = max(anchor.used)
    # Days as people count them: an hour lost to summer time makes no day shorter.
    days = (now.date() - last.astimezone(now.tzinfo).date()).days
    if days < REST_DAYS:
        again = (last + dt.timedelta(days=REST_DAYS)).astimezone(now.tzinfo)
        ago = {0: "today", 1: "yesterday"}.get(max(days, 0), f"{days} days ago")
        return f"You used “{anchor.text}” {ago}: let it rest until {spelt(again.date())}, or pick another."
    if len(anchor.used) > MOST_USES:
        return f"You have used “{anchor.text}” {len(anchor.used)} times: a new thread would be better."
    return None
