"""What is next for a card, and when: the one place that knows the rules of time.

Every screen, command and file asks `outlook` or `next_step`, so no two places can disagree. Days are worked out in the
interview's own time zone; moments are compared as instants, so a change to or from summer time moves nothing.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import msgspec

from day12_data.card import Card, Offer, Reply
from day12_data.check_ins import ask_again, check_in_step, keep_warm_step
from day12_data.dates.days import add_working_days, days, end_of_day, in_utc, start_of_day
from day12_data.kinds import ReplyKind, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.step import LAST_MOMENT, QUIET, WAITING, Action, Step, Urgency, step_by


class Outlook(msgspec.Struct, frozen=True, gc=False):
    """What is next for a card, how urgent that is, and until when, in UTC, both stay as they are.

    `silent_since` is when it heard from them last, where it fell quiet because nothing came since.
    """

    step: Step | None
    urgency: Urgency
    until: dt.datetime
    silent_since: dt.datetime | None = None


def outlook(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Outlook:
    """What is next for this card at `now`; no step when there is nothing left to do.

    As soon as the promise has lapsed, checking in is next, whatever small step is still open before it. Until
    then the small steps are, in the columns' order, up to the day from which the answer may come: from that day
    to the window's end the card waits, since not nagging is a feature.
    """
    if card.deleted:
        return _NOTHING
    instant = in_utc(now)  # two moments of one zone would be compared by the clock on the wall
    if card.ended:
        step = keep_warm_step(card, card.ended, instant, rules)
        rests = any(anchor.used for anchor in card.anchors)  # which anchor is cited depends on the day
        return _asking(card, step, instant, rules, instant if rests else LAST_MOMENT)
    reply = card.last_reply
    if not card.time_known or (reply and reply.kind in _OVER):
        return _NOTHING  # there is nothing to do yet; or the next round has a card of its own, or they said no
    if card.missed_at and not _promised_since(card.missed_at, reply):
        return _asking(card, _ask_for(card, Action.NEW_TIME, card.missed_at, _NEW_TIME, rules), instant, rules)
    answer_from = _answer_from(card.offer, card, reply) if card.offer else LAST_MOMENT
    if card.offer and instant >= answer_from:
        return _asking(card, _answer(card, card.offer, rules), instant, rules)
    check_in = check_in_step(card, reply, rules)
    asking = _asking(card, check_in, instant, rules, answer_from)
    if check_in and asking.urgency is not WAITING:
        return asking
    silent_from = _leave_alone_from(card)
    small = _small_step(card, reply, rules) if instant < silent_from and not card.missed_at else None
    if small is None:
        return asking
    urgency, until = small.asks(instant)
    return Outlook(small, urgency, min(until, silent_from, asking.until))


def _promised_since(at: dt.datetime, reply: Reply | None) -> bool:
    """Whether their last word is a promise that they gave since a moment."""
    return reply is not None and reply.kind is ReplyKind.PROMISE and reply.at >= at


def next_step(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Step | None:
    """The one follow-up that is next for this card, or None when there is nothing left to do."""
    return outlook(card, now, rules).step


def steps_ahead(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Iterator[Outlook]:
    """What is next at `now`, and each outlook that takes its place by time alone, while nothing is done."""
    seen, instant = set(), in_utc(now)
    while instant < LAST_MOMENT:
        ahead = outlook(card, instant, rules)
        if (action := ahead.step and ahead.step.action) not in seen:
            seen.add(action)
            yield ahead
        if ahead.until <= instant:  # what is next depends on the day
            return
        instant = ahead.until


def urgency(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Urgency:
    """How urgent the card is at `now`."""
    return outlook(card, now, rules).urgency


def _asking(
    card: Card, step: Step | None, instant: dt.datetime, rules: Rules, end: dt.datetime = LAST_MOMENT
) -> Outlook:
    """The step as it stands at an instant; at `end` another may take its place.

    One that has been due for a month tells nobody anything any more, and the card falls quiet.
    """
    if step is None:
        return Outlook(None, QUIET, end)
    urgency, until = step.asks(instant)
    if urgency is WAITING:
        return Outlook(step, urgency, min(until, end))
    stale = step.due_after(rules.quiet_after_days)
    if instant >= stale:
        heard = card.last_reply.at if card.last_reply else card.ends_at
        return Outlook(None, QUIET, end, None if card.ended else heard)
    return Outlook(step, urgency, min(until, stale, end))


def _answer_from(offer: Offer, card: Card, reply: Reply | None) -> dt.datetime:
    """From when their offer is what is next: since they made it, unless they said something else since then.

    In that case it waits until the day on which they want the answer.
    """
    if reply is None or reply.kind is ReplyKind.OFFER or reply.at < offer.given_at:
        return offer.given_at.astimezone(dt.UTC)
    return start_of_day(offer.answer_by, card.zone) if offer.answer_by else LAST_MOMENT


def _answer(card: Card, offer: Offer, rules: Rules) -> Step | None:
    """What their offer asks for: your answer by the day they named, or by when they need it."""
    said = card.local(offer.given_at).date()
    if offer.answer_by:
        due = end_of_day(offer.answer_by, card.zone)
        return step_by(card, Action.ANSWER_OFFER, offer.given_at, due, _ANSWER_OFFER, said, offer.answer_by)
    return _ask_for(card, Action.ASK_DEADLINE, offer.given_at, _ASK_DEADLINE, rules, said)


def _ask_for(card: Card, action: Action, since: dt.datetime, reason: str, rules: Rules, *facts: dt.date) -> Step | None:
    """What to ask them for, since a moment: by the next working day, and again as check-ins are made again."""
    asked = [each.at for each in card.check_ins if each.at >= since]
    if not asked:
        due = end_of_day(add_working_days(card.local(since).date(), 1, rules.days_off), card.zone)
        return step_by(card, action, since, due, reason, *facts)
    return ask_again(card, action, max(asked), rules) if len(asked) < rules.check_ins_per_promise else None


def _small_step(card: Card, reply: Reply | None, rules: Rules) -> Step | None:
    """The first of the four steps before checking in that is neither behind the card nor silenced by a reply."""
    behind = [mark.stage for mark in card.marks]
    for stage in _SMALL_STEPS:
        if stage not in behind:
            action, reason = _SMALL_STEPS[stage]
            step = step_by(card, action, *small_window(card, stage, rules), reason)
            if reply is None or step.opens_utc > reply.at:
                return step
    return None


def small_window(card: Card, stage: Stage, rules: Rules = DEFAULT_RULES) -> tuple[dt.datetime, dt.datetime]:
    """From when one of these stages may be done, and by when it is due."""
    match stage:
        case Stage.ASKED:
            return card.starts_at, card.ends_at
        case Stage.EMAILED:
            return card.ends_at, card.ends_at + dt.timedelta(hours=rules.thanks_within_hours)
        case Stage.MAILED:
            return card.ends_at, end_of_day(card.ends_at.date() + days(rules.note_within_days), card.zone)
        case _:
            day, within = card.starts_at.date(), days(max(rules.connect_within_days, 1))
            return start_of_day(day + days(1), card.zone), end_of_day(day + within, card.zone)


def _leave_alone_from(card: Card) -> dt.datetime:
    """From this moment to the window's end the small steps are silent: they may answer any day now.

    It is the first promised day, or the last where they named only an end ("within a week"), but never the
    interview's own day: thanks are due on that day whatever was promised.
    """
    promise = card.promise
    if promise is None or promise.earliest is None or promise.latest is None:
        return LAST_MOMENT
    if (promise.earliest - promise.given_at.date()).days > _FURTHEST_APART:
        return start_of_day(promise.earliest, card.zone)
    given = promise.given_at.astimezone(card.tzinfo).date()
    expected = promise.earliest if promise.earliest > given else promise.latest
    return start_of_day(max(expected, given + days(1)), card.zone)


_FURTHEST_APART = 2
"""No two places have dates further apart than so many days; asking a zone for the date takes long."""

_OVER = (ReplyKind.NEXT_ROUND, ReplyKind.NO)
_NOTHING = Outlook(None, QUIET, LAST_MOMENT)

_ASK = "Ask what happens next before you leave, and write down what they say."
_THANK = "Email your thanks within an hour of leaving, with something from the meeting itself."
_MAIL = "Mail a paper note within a day: few people do."
_CONNECT = "Connect on LinkedIn, never on Facebook; you may skip it."

_NEW_TIME = "The interview didn't take place: write to them and ask for a new time."
_ANSWER_OFFER = "They made an offer on {} and want your answer by {}: accept, ask for time, or decline."
_ASK_DEADLINE = "They made an offer on {}: ask by when they need your answer."

# The stages before checking in, in the columns' order.
_SMALL_STEPS = {
    Stage.ASKED: (Action.ASK, _ASK),
    Stage.EMAILED: (Action.THANK, _THANK),
    Stage.MAILED: (Action.MAIL, _MAIL),
    Stage.CONNECTED: (Action.CONNECT, _CONNECT),
}
