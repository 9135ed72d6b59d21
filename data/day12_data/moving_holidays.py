"""Which holidays move a day that the rules of time work out, so that people see why it isn't the one they counted."""

from __future__ import annotations

import datetime as dt

import msgspec

from day12_data.card import Card
from day12_data.dates.days import day_text, is_working_day
from day12_data.rules import Holiday, Rules
from day12_data.schedule import next_step

_LONGEST = dt.timedelta(days=60)


def moving_holidays(card: Card, now: dt.datetime, rules: Rules) -> list[Holiday]:
    """The holidays without which the card's next step would open, or be due, on another day."""
    step = next_step(card, now, rules)
    if step is None:
        return []
    last, days = step.due.date(), (step.opens, step.due)
    near = (each for each in rules.holidays if last - _LONGEST <= each.day <= last and is_working_day(each.day))
    found = []
    for holiday in near:
        other = next_step(card, now, msgspec.structs.replace(rules, days_off=rules.days_off - {holiday.day}))
        if other is None or (other.opens, other.due) != days:
            found.append(holiday)
    return found


def holiday_line(holidays: list[Holiday]) -> str:
    """The holidays in a sentence: "Thu 26 Nov is Thanksgiving Day: a day off."."""
    told = ", ".join(f"{day_text(each.day)} is {each.name}" for each in holidays)
    return f"{told}: {'a day off' if len(holidays) == 1 else 'days off'}."
