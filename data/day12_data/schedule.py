"""What is next for a card, and when: the one place that knows the rules of time.

Every screen, command and file asks `outlook` or `next_step`, so no two places can disagree. Days are worked out in the
interview's own time zone; moments are compared as instants, so a change to or from summer time moves nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import msgspec

from day12_data.anchors import in_turn
from day12_data.card import Card, Ending, Outcome, Promise, Reply, ReplyKind, Stage
from day12_data.dates.days import add_working_days, working_day_from
from day12_data.dates.zones import time_zone
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.step import LAST_MOMENT, Action, Fact, Step, Urgency


class Outlook(msgspec.Struct, frozen=True, gc=False):
    """What is next for a card, how loudly it asks, and until when, in UTC, both stay as they are."""

    step: Step | None
    urgency: Urgency
    until: dt.datetime


def outlook(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Outlook:
    """What is next for this card at `now`; no step when there is nothing left to do.

    As soon as the promise has lapsed, checking in is next, whatever small step is still open before it. Until
    then the small steps are, in the columns' order, up to the day from which the answer may come: from that day
    to the window's end the card waits, since not nagging is a feature.
    """
    if card.deleted:
        return _NOTHING
    instant = now.astimezone(dt.UTC)  # two moments of one zone would be compared by the clock on the wall
    if card.ended:
        step = _keep_warm(card, card.ended, instant, rules)
        rests = any(anchor.used for anchor in card.anchors)  # which anchor is cited depends on the day
        return _asking(step, instant, instant if rests else LAST_MOMENT) if step else _NOTHING
    reply = card.last_reply
    if reply and reply.kind is ReplyKind.NEXT_ROUND:
        return _NOTHING  # The next round has a card of its own.
    check_in = _check_in(card, reply, rules)
    if check_in and check_in.asks(instant)[0] is not Urgency.WAITING:
        return _asking(check_in, instant)
    silent_from = _leave_alone_from(card)
    small = _small_step(card, reply, rules) if instant < silent_from else None
    if small:
        lapses = check_in.asks(instant)[1] if check_in else LAST_MOMENT
        return _asking(small, instant, min(silent_from, lapses))
    return _asking(check_in, instant) if check_in else _NOTHING


def next_step(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Step | None:
    """The one follow-up that is next for this card, or None when there is nothing left to do."""
    return outlook(card, now, rules).step


def urgency(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Urgency:
    """How loudly the card asks at `now`."""
    return outlook(card, now, rules).urgency


def _asking(step: Step, instant: dt.datetime, end: dt.datetime = LAST_MOMENT) -> Outlook:
    """The step as it stands at an instant; at `end` another may take its place."""
    urgency, until = step.asks(instant)
    return Outlook(step, urgency, min(until, end))


def check_in_day(promise: Promise, rules: Rules = DEFAULT_RULES) -> dt.date | None:
    """The local day from whose start the promise is overdue, or None where they named no day."""
    return _day_with_grace(promise.latest, promise.working, rules) if promise.latest else None


def _day_with_grace(latest: dt.date, working: bool, rules: Rules) -> dt.date:  # noqa: FBT001 - as the promise has it
    if working:
        day = add_working_days(latest, rules.grace_days, rules.days_off)
    else:
        day = working_day_from(latest + dt.timedelta(days=rules.grace_days), rules.days_off)
    return max(day, latest + dt.timedelta(days=1))


def _small_step(card: Card, reply: Reply | None, rules: Rules) -> Step | None:
    """The first of the four steps before checking in that is neither behind the card nor silenced by a reply."""
    behind = [mark.stage for mark in card.marks]
    replied = reply.at if reply else _NEVER
    day = card.starts_at.date()
    if Stage.ASKED not in behind and card.starts_at > replied:
        return _by(card, Action.ASK, card.starts_at, card.ends_at, _ASK)
    if card.ends_at > replied:
        if Stage.EMAILED not in behind:
            due = card.ends_at + dt.timedelta(hours=rules.thanks_within_hours)
            return _by(card, Action.THANK, card.ends_at, due, _THANK)
        if Stage.MAILED not in behind:
            due = _end_of(card, card.ends_at.date() + dt.timedelta(days=rules.note_within_days))
            return _by(card, Action.MAIL, card.ends_at, due, _MAIL)
    opens = _start_of(card, day + dt.timedelta(days=1))
    if Stage.CONNECTED not in behind and opens > replied:
        due = _end_of(card, day + dt.timedelta(days=max(rules.connect_within_days, 1)))
        return _by(card, Action.CONNECT, opens, due, _CONNECT)
    return None


def _leave_alone_from(card: Card) -> dt.datetime:
    """From this moment to the window's end the small steps are silent: they may answer any day now.

    It is the first promised day, or the last where they named only an end ("within a week"), but never the
    interview's own day: thanks are due on that day whatever was promised.
    """
    promise = card.promise
    if promise is None or promise.earliest is None or promise.latest is None:
        return LAST_MOMENT
    given = promise.given_at.astimezone(card.tzinfo).date()
    expected = promise.earliest if promise.earliest > given else promise.latest
    return _start_of(card, max(expected, given + dt.timedelta(days=1)))


def _check_in(card: Card, reply: Reply | None, rules: Rules) -> Step | None:
    """The next check-in on the promise as it stands, or None when they have all been made."""
    promise = card.promise
    # One that was logged before the interview, by a slip of the mouse, is none.
    opened = promise.given_at if promise else card.starts_at
    check_ins = [each.at for each in card.check_ins if each.at > opened] if card.check_ins else []
    if len(check_ins) >= rules.check_ins_per_promise:
        return None
    replied = reply.at if reply else card.ends_at
    checked = max(check_ins, default=replied)
    if checked > replied:
        when = checked.astimezone(card.tzinfo).date()
        # Who asked early still leaves them alone until the window has passed.
        again = max(
            when + dt.timedelta(days=rules.again_after_days),
            promise.latest + dt.timedelta(days=1) if promise and promise.latest else when,
        )
        day = working_day_from(again, rules.days_off)
        return _by(card, Action.CHECK_IN_AGAIN, _start_of(card, day), _end_of(card, day), _AGAIN, when)
    if promise and promise.latest:
        opens, overdue = _lapsing(promise.latest, promise.working, card.zone, rules)
        if replied < opens:
            return Step(Action.CHECK_IN, card.tzinfo, opens, overdue, overdue, _LAPSED, (promise.said, promise.latest))
    since = max(replied, card.ends_at).astimezone(card.tzinfo).date()
    day = add_working_days(since, rules.no_timeline_working_days, rules.days_off)
    late = add_working_days(day, rules.no_timeline_grace_working_days, rules.days_off)
    opens, overdue = _start_of(card, day), _start_of(card, late)
    return Step(
        Action.CHECK_IN, card.tzinfo, opens, overdue, overdue, _NO_TIMELINE, (rules.no_timeline_working_days, since)
    )


def _keep_warm(card: Card, ended: Ending, now: dt.datetime, rules: Rules) -> Step | None:
    """After a no, the next sign of life: sparingly, and each citing an anchor."""
    if ended.outcome is not Outcome.REJECTED or not rules.warm_times_a_year:
        return None
    no_day = ended.at.astimezone(card.tzinfo).date()
    kept = sorted(each.at.astimezone(card.tzinfo).date() for each in card.check_ins if each.at > ended.at)
    day = no_day + dt.timedelta(days=rules.warm_first_after_days)
    if kept:
        day = kept[-1] + dt.timedelta(days=rules.warm_every_days)
    if len(kept) >= rules.warm_times_a_year:
        day = max(day, kept[-rules.warm_times_a_year] + dt.timedelta(days=365))
    due = _end_of(card, day + dt.timedelta(days=rules.warm_within_days))
    anchors = in_turn(card.anchors, card.local(now))
    if not anchors:
        return _by(card, Action.KEEP_WARM, _start_of(card, day), due, _WARM_WITHOUT_ANCHOR, no_day)
    return _by(card, Action.KEEP_WARM, _start_of(card, day), due, _WARM, no_day, anchors[0].text)


_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)

_NOTHING = Outlook(None, Urgency.QUIET, LAST_MOMENT)

_ASK = "Ask what happens next before you leave, and write down what they say."
_THANK = "Email your thanks within an hour of leaving, with something from the meeting itself."
_MAIL = "Mail a paper note within a day: few people do."
_CONNECT = "Connect on LinkedIn, never on Facebook; you may skip it."
_LAPSED = "They said “{}”: once {} has passed, pick up the phone."
_AGAIN = "You checked in on {} and heard nothing: once more, then leave it."
_NO_TIMELINE = "No timeline was given: {} working days after {}, ask how it stands."
_WARM = "Keep warm after their no of {}: the runner-up can end up with the crown. Cite “{}”."
_WARM_WITHOUT_ANCHOR = "Keep warm after their no of {}: find an anchor to cite, a book, a website or a mutual friend."


def _by(card: Card, action: Action, opens: dt.datetime, due: dt.datetime, reason: str, *facts: Fact) -> Step:
    """A step with a deadline: the second that it names still counts."""
    due = due.astimezone(dt.UTC)
    return Step(action, card.tzinfo, opens.astimezone(dt.UTC), due, due + dt.timedelta(seconds=1), reason, facts)


def _start_of(card: Card, day: dt.date) -> dt.datetime:
    return _midnight(day, card.zone)


def _end_of(card: Card, day: dt.date) -> dt.datetime:
    """The last second before the next day, which is another 23:59:59 where the clocks go back at midnight."""
    return _start_of(card, day + dt.timedelta(days=1)) - dt.timedelta(seconds=1)


# A board of thousands asks for the same few hundred days.
@lru_cache(maxsize=4096)
def _midnight(day: dt.date, zone: str) -> dt.datetime:
    """The first moment of a day, in UTC; it is later than 0:00 where the clocks go forward at midnight."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=time_zone(zone)).astimezone(dt.UTC)


@lru_cache(maxsize=4096)
def _lapsing(
    latest: dt.date,
    working: bool,  # noqa: FBT001 - as the promise has it
    zone: str,
    rules: Rules,
) -> tuple[dt.datetime, dt.datetime]:
    """When a promise has lapsed, and from when that is overdue, in UTC."""
    return _midnight(latest + dt.timedelta(days=1), zone), _midnight(_day_with_grace(latest, working, rules), zone)
