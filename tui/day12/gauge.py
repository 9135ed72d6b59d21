"""The gauge: the days since the interview as a line, with the promised window and today on it."""

from __future__ import annotations

import datetime as dt

from day12_data.card import Card


def window_days(card: Card) -> tuple[int | None, int | None]:
    """The promised window as days since the interview, or Nones where no day was named."""
    promise = card.promise
    if promise is None or promise.earliest is None or promise.latest is None:
        return None, None
    start = card.starts_at.date()
    return (promise.earliest - start).days, (promise.latest - start).days


def gauge(card: Card, now: dt.datetime, width: int) -> str:
    """The days since the interview as a line of at most `width` cells, a cell a day where they fit.

    ┄ is a day, █ a day of the promised window, ✓ a day on which you checked in, ◆ today.
    """
    today = card.day(now)
    if today < 0 or width < 1 or not card.time_known:
        return ""
    first, last = window_days(card)
    checked = {(each.at.astimezone(card.tzinfo).date() - card.starts_at.date()).days for each in card.check_ins}
    span = max(today, 0 if last is None else last) + 1
    cells = min(width, span)

    def cell(day: int) -> int:
        return day * cells // span

    line = ["┄"] * cells
    if first is not None and last is not None:
        for at in range(cell(max(first, 0)), cell(last) + 1):
            line[at] = "█"
    for day in checked:
        if 0 <= day < span:
            line[cell(day)] = "✓"
    line[cell(today)] = "◆"
    return "".join(line)
