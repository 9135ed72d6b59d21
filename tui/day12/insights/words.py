"""What became of promises, in words."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from day12_data.board import Board
from day12_data.card import Card
from day12_data.insights.promises import Promised, Verdict, promises_before
from day12_data.rules import Rules
from day12_data.text import clean, counted

VERDICTS = {
    Verdict.KEPT: "kept",
    Verdict.LATE: "late",
    Verdict.FORGOTTEN: "forgotten",
    Verdict.OVERDUE: "past its day",
    Verdict.RUNNING: "still running",
    Verdict.NO_DAY: "without a day",
    Verdict.RELEASED: "ended before its day",
}


def verdict_words(promises: Sequence[Promised]) -> str:
    """What became of them, counted where there are several: "late by 4 days", "1 kept, 2 late by 1–4 days"."""
    counts = Counter(each.verdict for each in promises)
    return ", ".join(
        f"{counts[verdict] if len(promises) > 1 else ''} {_words(verdict, promises)}".strip()
        for verdict in Verdict
        if counts[verdict]
    )


def _words(verdict: Verdict, promises: Sequence[Promised]) -> str:
    days = sorted(each.days for each in promises if each.verdict is verdict)
    if verdict is Verdict.LATE:
        return f"late by {days_words(days)}" if days[-1] else "late by hours"
    if verdict is Verdict.OVERDUE:
        over = f"{days_words(days)} over" if days[-1] else "over"
        return "over" if len(promises) > 1 else f"{over}, no answer"
    return VERDICTS[verdict]


def days_words(days: Sequence[int]) -> str:
    """Numbers of days from the fewest to the most: "1 day", "2–9 days"."""
    first, last = days[0], days[-1]
    return f"{first}–{last} days" if first != last else counted(last, "day")


def kept_before(card: Card, board: Board, now: dt.datetime, rules: Rules) -> str:
    """How this company kept its promises before this one: "Before this, Acme made 2 promises: 1 kept, 1 over"."""
    promises = promises_before(card, board, now, rules)
    if not promises:
        return ""
    return f"Before this, {clean(card.company)} made {counted(len(promises), 'promise')}: {verdict_words(promises)}"
