"""What a column says where it is only a strip: how many cards it has, and how the selected card stands to its step."""

from __future__ import annotations

import datetime as dt

from day12.labels import SIGNS
from day12_data.agenda import Row
from day12_data.dates.days import short_day
from day12_data.kinds import Stage
from day12_data.step import Urgency
from day12_data.text import counted

_WORDS_FROM, _SIGNS_BELOW = 8, 4
_SIGNS = {"skip": "–", "done": "✓", "next": "→", "open": "○"}
SHORT_TITLES = {
    Stage.ASKED: "Asked",
    Stage.EMAILED: "Emailed",
    Stage.MAILED: "Mailed",
    Stage.CONNECTED: "LinkedIn",
    Stage.CHECKED_IN: "Checked in",
}
"""What the columns are called where there is little room."""


def strip_texts(
    stage: Stage, width: int, shown: int, late: int, about: Row | None, now: dt.datetime
) -> list[tuple[str, str]]:
    """The lines of the strip of a stage, from the top on, each with the part whose colour it has, if any.

    `about` is the selected card's row, if there is one.
    """
    words = width >= _WORDS_FROM
    initials = "".join(word[0] for word in stage.title.split()).upper()
    name = [*SHORT_TITLES[stage].split(), ""][:2] if words else [initials, ""]
    count = counted(shown, "card") if words else str(shown)
    overdue = (f"{SIGNS[Urgency.OVERDUE]}{late}{' late' * words}", Urgency.OVERDUE.value) if late else ("", "")
    lines = [*((text, "") for text in (str(stage.position + 1), *name, count)), overdue, ("", "")]
    if about is None:
        return lines
    state = _state(about, stage, now, words=words)
    return [*lines, *((text, "") for text in (state if width > _SIGNS_BELOW else [_SIGNS[state[0]]]))]


def _state(row: Row, stage: Stage, now: dt.datetime, *, words: bool) -> list[str]:
    """Whether the step is behind the card, and since when; whether it is next, or still open."""
    mark = row.card.mark(stage)
    if mark and mark.skipped:
        return ["skipped" if words else "skip"]
    if mark:
        return ["done", short_day(mark.at.astimezone(now.tzinfo).date())] if words else ["done"]
    return ["is next" if words else "next"] if row.step and row.step.stage is stage else ["open"]
