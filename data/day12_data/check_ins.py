"""When to ask again: checking in on a promise, and keeping warm after a no."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from day12_data.anchors import in_turn
from day12_data.card import Card, Ending, Promise, Reply
from day12_data.dates.days import add_working_days, days, end_of_day, in_utc, start_of_day, working_day_from
from day12_data.kinds import Outcome
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.step import LAST_MOMENT, Action, Step, step_by


def check_in_day(promise: Promise, rules: Rules = DEFAULT_RULES) -> dt.date | None:
    """The local day from whose start the promise is overdue, or None where they named no day."""
    return _day_with_grace(promise.latest, promise.working, rules) if promise.latest else None


def _day_with_grace(latest: dt.date, working: bool, rules: Rules) -> dt.date:  # noqa: FBT001 - as the promise has it
    if working:
        day = add_working_days(latest, rules.grace_days, rules.days_off)
    else:
        day = working_day_from(latest + days(rules.grace_days), rules.days_off)
    return max(day, latest + days(1))


def check_in_step(card: Card, reply: Reply | None, rules: Rules) -> Step | None:
    """The next check-in on the promise as it stands, or None when they have all been made."""
    promise = card.promise
    # One that was logged before the interview, by a slip of the mouse, is none.
    check_ins = []
    if card.check_ins:
        opened = in_utc(promise.given_at if promise else card.starts_at)
        check_ins = [at for each in card.check_ins if (at := in_utc(each.at)) > opened]
    if len(check_ins) >= rules.check_ins_per_promise:
        return None
    replied = reply.at if reply else card.ends_at
    if check_ins and (checked := max(check_ins)) > in_utc(replied):
        # Who asked early still leaves them alone until the window has passed.
        lapsed_on = promise.latest + days(1) if promise and promise.latest else dt.date.min
        return ask_again(card, Action.CHECK_IN_AGAIN, checked, rules, lapsed_on)
    if promise and promise.latest:
        opens, overdue = lapsing(card, promise, promise.latest, rules)
        # Of an interview that ended by that day there is no need to ask: with two offsets that takes long.
        early = promise.until or promise.broken_at
        ended_before = reply is None and not early and card.ends_at.date() <= promise.latest
        if ended_before or replied < opens:
            return Step(Action.CHECK_IN, card.tzinfo, opens, overdue, overdue, _LAPSED, (promise, promise.latest))
    since = max(replied, card.ends_at).astimezone(card.tzinfo).date()
    opens, overdue = without_timeline(since, card.zone, rules)
    return Step(
        Action.CHECK_IN, card.tzinfo, opens, overdue, overdue, _NO_TIMELINE, (rules.no_timeline_working_days, since)
    )


def lapsing(card: Card, promise: Promise, latest: dt.date, rules: Rules) -> tuple[dt.datetime, dt.datetime]:
    """When a promise whose last day is `latest` has lapsed, and from when that is overdue, in UTC."""
    lapsed, overdue = _end_of_window(latest, promise.working, card.zone, rules)
    if promise.until or promise.broken_at:
        lapsed = min(lapsed, _lapses_early(card, promise))
    return lapsed, overdue


def without_timeline(since: dt.date, zone: str, rules: Rules) -> tuple[dt.datetime, dt.datetime]:
    """From when you may ask where no day was named, and from when that is overdue, in UTC."""
    day = add_working_days(since, rules.no_timeline_working_days, rules.days_off)
    late = add_working_days(day, rules.no_timeline_grace_working_days, rules.days_off)
    return start_of_day(day, zone), start_of_day(late, zone)


def ask_again(card: Card, action: Action, asked: dt.datetime, rules: Rules, not_before: dt.date = dt.date.min) -> Step:
    """What was asked once, asked again on the working day a week later, or on `not_before` where that is later."""
    when = asked.astimezone(card.tzinfo).date()
    day = working_day_from(max(when + days(rules.again_after_days), not_before), rules.days_off)
    return step_by(card, action, start_of_day(day, card.zone), end_of_day(day, card.zone), _AGAIN, when)


def keep_warm_step(card: Card, ended: Ending, now: dt.datetime, rules: Rules) -> Step | None:
    """After a no, the next sign of life: sparingly, and each citing an anchor."""
    if ended.outcome is not Outcome.REJECTED or not rules.warm_times_a_year:
        return None
    no_day = ended.at.astimezone(card.tzinfo).date()
    kept = sorted(each.at.astimezone(card.tzinfo).date() for each in card.check_ins if each.at > ended.at)
    day = no_day + days(rules.warm_first_after_days)
    if kept:
        day = kept[-1] + days(rules.warm_every_days)
    if len(kept) >= rules.warm_times_a_year:
        day = max(day, kept[-rules.warm_times_a_year] + days(365))
    due = end_of_day(day + days(rules.warm_within_days), card.zone)
    anchors = in_turn(card.anchors, card.local(now))
    if not anchors:
        return step_by(card, Action.KEEP_WARM, start_of_day(day, card.zone), due, _WARM_WITHOUT_ANCHOR, no_day)
    return step_by(card, Action.KEEP_WARM, start_of_day(day, card.zone), due, _WARM, no_day, anchors[0].text)


def _lapses_early(card: Card, promise: Promise) -> dt.datetime:
    """When a promise lapses before its last day is over, in UTC; else the last moment there is.

    It does at the hour that they named for the very day on which they gave it, and once they are found not to have
    kept it.
    """
    moments = [LAST_MOMENT]
    if promise.until and promise.latest == card.local(promise.given_at).date():
        hour = dt.datetime.combine(promise.latest, promise.until, card.tzinfo).astimezone(dt.UTC)
        moments += [hour] if hour > promise.given_at else []
    if promise.broken_at and promise.broken_at > promise.given_at:
        moments.append(promise.broken_at.astimezone(dt.UTC))
    return min(moments)


@lru_cache(maxsize=4096)
def _end_of_window(
    latest: dt.date,
    working: bool,  # noqa: FBT001 - as the promise has it
    zone: str,
    rules: Rules,
) -> tuple[dt.datetime, dt.datetime]:
    """When a promise has lapsed, and from when that is overdue, in UTC."""
    overdue = _day_with_grace(latest, working, rules)
    return start_of_day(latest + days(1), zone), start_of_day(overdue, zone)


_LAPSED = "They said “{}”: once {} has passed, pick up the phone."
_AGAIN = "You asked on {} and heard nothing: once more, then leave it."
_NO_TIMELINE = "No timeline was given: {} working days after {}, ask how it stands."
_WARM_WITHOUT_ANCHOR = "Keep warm after their no of {}: find an anchor to cite, a book, a website or a mutual friend."
_WARM = "Keep warm after their no of {}: the runner-up can end up with the crown. Cite “{}”."
