"""How a card's state is said in few words, for the screens and the command line alike."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from day12.gauge import window_days
from day12.state_words import quiet_words, state
from day12_data.agenda import ASKING, Row
from day12_data.card import Card, Promise
from day12_data.check_ins import check_in_day
from day12_data.dates.days import day_text, span_text, time_text, window_text
from day12_data.kinds import ReplyKind, Stage
from day12_data.rules import Rules
from day12_data.step import Urgency
from day12_data.text import clean, short_text

if TYPE_CHECKING:
    from day12_data.promise import Choice  # the reader isn't needed to show a board

SIGNS = {Urgency.OVERDUE: "‼", Urgency.DUE: "!", Urgency.WAITING: "·", Urgency.QUIET: "✓"}

YOUR_PART = "You have asked as often as is kind: you did your part. The card stays quiet until they answer."


def next_words(row: Row, now: dt.datetime, archive_key: str) -> list[str]:
    """Why the step is next; where there is none on the board, what is left to do."""
    if row.step:
        return [clean(row.step.why)]
    if row.silent_since:
        return [f"{quiet_words(row, now).capitalize()}: {archive_key} archives it."]
    card = row.card
    if card.ended or not card.time_known:
        return []
    answered = card.last_reply.kind if card.last_reply else None
    return [_AFTER.get(answered, YOUR_PART)]


_AFTER: dict[ReplyKind | None, str] = {
    ReplyKind.NEXT_ROUND: "The next round has a card of its own.",
    ReplyKind.NO: "They said no: the card stays quiet until they say something else.",
}


def numbers_to_call(row: Row) -> list[tuple[str, str]]:
    """Whom to call when it is time to check in: names, each with a number."""
    if row.step is None or row.step.stage is not Stage.CHECKED_IN or row.urgency not in ASKING:
        return []
    people = ((clean(person.name), clean(person.phone)) for person in row.card.people)
    return [(name, phone) for name, phone in people if phone]


def label(row: Row, now: dt.datetime) -> str:
    """What the card asks for, and when: "‼ check in: today", "· wait until 16 Mar"."""
    return f"{SIGNS[row.urgency]} {state(row, now).text}"


def labels(row: Row, now: dt.datetime) -> tuple[str, ...]:
    """The label, and what stands for it where there is less room, down to the step alone: "‼ check in 15 d late"."""
    found, sign = state(row, now), SIGNS[row.urgency]
    short = found.short or found.text
    late = (f"{sign} {short} late",) if found.when.endswith(" late") else ()
    return (f"{sign} {found.text}", *late, f"{sign} {short}", f"{sign} {found.what}")


def day_line(card: Card, now: dt.datetime) -> str:
    """Where the card stands in its promised window: "Day 12 of 7–10"."""
    return day_lines(card, now)[0]


def day_lines(card: Card, now: dt.datetime) -> tuple[str, ...]:
    """Where the card stands in its promised window, and the same where there is less room: "Day 20 of 14", "Day 20"."""
    if not card.time_known:
        return "no time yet", "no time"
    if card.missed_at:
        return "it did not take place", "didn't happen"
    day = card.day(now)
    if day == 0 and now < card.starts_at:
        return "interview today", "today"
    if day < 0:
        when = "tomorrow" if day == -1 else f"in {-day} days"
        return f"interview {when}", when
    if card.promise is None:
        return f"Day {day} · no promise yet", f"Day {day}"
    first, last = window_days(card)
    if first is None or last is None:
        return f"Day {day} · no timeline", f"Day {day}"
    if first == last:
        return f"Day {day}, promised {last}", f"Day {day} of {last}", f"Day {day}"
    if first > 0:
        return f"Day {day} of {first}–{last}", f"Day {day}"
    return f"Day {day}, promised by {last}", f"Day {day} of {last}", f"Day {day}"


def echo(promise: Promise, interview_day: dt.date, rules: Rules) -> str:
    """How a promise was understood, in one line: "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)"."""
    day = check_in_day(promise, rules)
    if promise.earliest is None or promise.latest is None or day is None:
        wait = rules.no_timeline_working_days
        return f"No timeline to go by: day12 will remind you {wait} working days later."
    year = interview_day.year
    hour = f" {time_text(promise.until)}" if promise.until else ""
    window = f"{window_text(promise.earliest, promise.latest, year)}{hour}"
    return f"{window} · check in {day_text(day, year)} (Day {(day - interview_day).days})"


def choice_line(choice: Choice, on: dt.datetime) -> str:
    """A time that a text names, with its days: "by Friday → by Fri 6 Mar", "in 7-10 days → Thu 12 – Sun 15 Mar"."""
    bound = choice.earliest == on.date() != choice.latest
    days = f"by {day_text(choice.latest, on.year)}" if bound else window_text(choice.earliest, choice.latest, on.year)
    hour = f" {time_text(choice.until)}" if choice.until else ""
    return f"{short_text(choice.words, 40)} → {days}{hour}"


def refusal(why: str, offer: str) -> str:
    """Why words can't be read; where part of them can, with the key that keeps only that."""
    return f"{why} ctrl+y keeps only that." if offer else why


def interview_text(card: Card, now: dt.datetime) -> str:
    """When the interview is or was, by the reader's clock, its own zone's in brackets where that differs."""
    return span_text(card.starts_at, card.ends_at, card.zone, now) if card.time_known else "no time yet"


def days_away(moment: dt.datetime, now: dt.datetime) -> str:
    """How far away a moment's day is, by the reader's clock: "today", "6 days ago", "in 5 days"."""
    days = (moment.astimezone(now.tzinfo).date() - now.date()).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(days) or (f"in {days} days" if days > 0 else f"{-days} days ago")
