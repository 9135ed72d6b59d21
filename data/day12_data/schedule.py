"""What is next for a card, and when: the one place that knows the rules of time.

Every screen, command and file asks `next_step`, so no two places can disagree. Days are worked out in the
interview's own time zone; moments are compared as instants, so a change to or from summer time moves nothing.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from day12_data.anchors import in_turn
from day12_data.card import Card, Ending, Offer, Outcome, Promise, ReplyKind, Stage
from day12_data.dates.days import add_working_days, working_day_from
from day12_data.dates.zones import time_zone
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.step import Action, Fact, Step, Urgency
from day12_data.text import short_text


def next_step(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Step | None:
    """The one follow-up that is next for this card, or None when there is nothing left to do.

    As soon as the promise has lapsed, checking in is next, whatever small step is still open before it. Until
    then the small steps are, in the columns' order, up to the day from which the answer may come: from that day
    to the window's end the card waits, since not nagging is a feature.
    """
    step = _open_step(card, now, rules)
    return None if step and _is_stale(step, now, rules) else step


def silent_since(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> dt.datetime | None:
    """When the card heard from them last, where it has fallen quiet because nothing came since; else None."""
    step = _open_step(card, now, rules)
    if card.ended or step is None or not _is_stale(step, now, rules):
        return None
    return card.last_reply.at if card.last_reply else card.ends_at


def _open_step(card: Card, now: dt.datetime, rules: Rules) -> Step | None:
    if card.deleted:
        return None
    if card.ended:
        return _keep_warm(card, card.ended, now, rules)
    if not card.time_known or (card.last_reply and card.last_reply.kind is ReplyKind.NEXT_ROUND):
        return None  # nothing to do yet; or the next round has a card of its own
    if card.missed_at:
        return _by(card, Action.NEW_TIME, card.missed_at, _next_working_day(card, card.missed_at, rules), _NEW_TIME)
    if card.offer and not _is_superseded(card, card.offer, now):
        return _answer(card, card.offer, rules)
    instant = now.astimezone(dt.UTC)
    check_in = _check_in(card, rules)  # two moments of one zone compare by the clock on the wall: instants are meant
    if check_in and instant >= check_in.opens:
        return check_in
    small = _small_step(card, rules) if instant < _leave_alone_from(card) else None
    return small or check_in


def _is_stale(step: Step, now: dt.datetime, rules: Rules) -> bool:
    """Whether the step has been due for so long that asking for it tells nobody anything."""
    waited = now.astimezone(dt.UTC) - step.due
    return step.action not in _SMALL and waited >= dt.timedelta(days=rules.quiet_after_days)


def _is_superseded(card: Card, offer: Offer, now: dt.datetime) -> bool:
    """Whether they said something else after the offer: it waits then, until the day of the answer has come."""
    reply = card.last_reply
    answered = reply is not None and reply.kind is not ReplyKind.OFFER and reply.at > offer.given_at
    return answered and (offer.answer_by is None or card.local(now).date() < offer.answer_by)


def _answer(card: Card, offer: Offer, rules: Rules) -> Step:
    """What their offer asks for: your answer by the day they named, or by when they need it."""
    said = card.local(offer.given_at).date()
    if offer.answer_by:
        due = _end_of(card, offer.answer_by)
        return _by(card, Action.ANSWER_OFFER, offer.given_at, due, _ANSWER_OFFER, said, offer.answer_by)
    return _by(
        card, Action.ASK_DEADLINE, offer.given_at, _next_working_day(card, offer.given_at, rules), _ASK_DEADLINE, said
    )


def _next_working_day(card: Card, moment: dt.datetime, rules: Rules) -> dt.datetime:
    """The end of the working day after a moment."""
    return _end_of(card, add_working_days(card.local(moment).date(), 1, rules.days_off))


def urgency(card: Card, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Urgency:
    """How loudly the card asks at `now`."""
    step = next_step(card, now, rules)
    return step.urgency(now) if step else Urgency.QUIET


def check_in_day(promise: Promise, rules: Rules = DEFAULT_RULES) -> dt.date | None:
    """The local day from whose start the promise is overdue, or None where they named no day."""
    if promise.latest is None:
        return None
    if promise.working:
        day = add_working_days(promise.latest, rules.grace_days, rules.days_off)
    else:
        day = working_day_from(promise.latest + dt.timedelta(days=rules.grace_days), rules.days_off)
    return max(day, promise.latest + dt.timedelta(days=1))


def _small_step(card: Card, rules: Rules) -> Step | None:
    """The first of the four steps before checking in that is neither behind the card nor silenced by a reply."""
    behind = [mark.stage for mark in card.marks]
    replied = card.last_reply.at if card.last_reply else _NEVER
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
        return _FOREVER
    given = promise.given_at.astimezone(card.tzinfo).date()
    expected = promise.earliest if promise.earliest > given else promise.latest
    return _start_of(card, max(expected, given + dt.timedelta(days=1)))


def _check_in(card: Card, rules: Rules) -> Step | None:
    """The next check-in on the promise as it stands, or None when they have all been made."""
    promise = card.promise
    # One that was logged before the interview, by a slip of the mouse, is none.
    opened = promise.given_at if promise else card.starts_at
    check_ins = [each.at for each in card.check_ins if each.at > opened] if card.check_ins else []
    if len(check_ins) >= rules.check_ins_per_promise:
        return None
    lapsed = promise.latest + dt.timedelta(days=1) if promise and promise.latest else None
    replied = card.last_reply.at if card.last_reply else card.ends_at
    checked = max(check_ins, default=replied)
    if checked > replied:
        when = checked.astimezone(card.tzinfo).date()
        # Who asked early still leaves them alone until the window has passed.
        again = max(when + dt.timedelta(days=rules.again_after_days), lapsed or when)
        day = working_day_from(again, rules.days_off)
        return _by(card, Action.CHECK_IN_AGAIN, _start_of(card, day), _end_of(card, day), _AGAIN, when)
    if promise and promise.latest and lapsed:
        opens = _lapses(card, promise, _start_of(card, lapsed))
        overdue = check_in_day(promise, rules)
        if overdue and replied < opens:
            return _from(card, opens, overdue, _LAPSED, short_text(promise.words or promise.said), promise.latest)
    since = max(replied, card.ends_at).astimezone(card.tzinfo).date()
    day = add_working_days(since, rules.no_timeline_working_days, rules.days_off)
    overdue = add_working_days(day, rules.no_timeline_grace_working_days, rules.days_off)
    return _from(card, _start_of(card, day), overdue, _NO_TIMELINE, rules.no_timeline_working_days, since)


def _lapses(card: Card, promise: Promise, midnight: dt.datetime) -> dt.datetime:
    """When the promise has lapsed: after its last day; at its hour where it was for the day on which it was given."""
    moments = [midnight]
    if promise.until and promise.latest == card.local(promise.given_at).date():
        hour = dt.datetime.combine(promise.latest, promise.until, card.tzinfo).astimezone(dt.UTC)
        moments += [card.local(hour)] if hour > promise.given_at else []
    if promise.broken_at and promise.broken_at > promise.given_at:
        moments.append(card.local(promise.broken_at))
    return min(moments, key=dt.datetime.timestamp)


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
    anchors = in_turn(card.anchors, now)
    if not anchors:
        return _by(card, Action.KEEP_WARM, _start_of(card, day), due, _WARM_WITHOUT_ANCHOR, no_day)
    return _by(card, Action.KEEP_WARM, _start_of(card, day), due, _WARM, no_day, anchors[0].text)


_SMALL = frozenset({Action.ASK, Action.THANK, Action.MAIL, Action.CONNECT})
_NEVER = dt.datetime.min.replace(tzinfo=dt.UTC)
_FOREVER = dt.datetime.max.replace(tzinfo=dt.UTC)

_ASK = "Ask what happens next before you leave, and write down what they say."
_THANK = "Email your thanks within an hour of leaving, with something from the meeting itself."
_MAIL = "Mail a paper note within a day: few people do."
_CONNECT = "Connect on LinkedIn, never on Facebook; you may skip it."
_LAPSED = "They said “{}”: once {} has passed, pick up the phone."
_AGAIN = "You checked in on {} and heard nothing: once more, then leave it."
_NO_TIMELINE = "No timeline was given: {} working days after {}, ask how it stands."
_NEW_TIME = "The interview didn't take place: write to them and ask for a new time."
_ANSWER_OFFER = "They made an offer on {} and want your answer by {}: accept, ask for time, or decline."
_ASK_DEADLINE = "They made an offer on {}: ask by when they need your answer."
_WARM = "Keep warm after their no of {}: the runner-up can end up with the crown. Cite “{}”."
_WARM_WITHOUT_ANCHOR = "Keep warm after their no of {}: find an anchor to cite, a book, a website or a mutual friend."


def _by(card: Card, action: Action, opens: dt.datetime, due: dt.datetime, reason: str, *facts: Fact) -> Step:
    """A step with a deadline: the second that it names still counts."""
    overdue = due.astimezone(dt.UTC) + dt.timedelta(seconds=1)
    return Step(action, card.local(opens), card.local(due), card.local(overdue), reason, facts)


def _from(card: Card, opens: dt.datetime, overdue: dt.date, reason: str, *facts: Fact) -> Step:
    """A check-in: overdue from the start of its day."""
    due = _start_of(card, overdue)
    return Step(Action.CHECK_IN, opens, due, due, reason, facts)


def _start_of(card: Card, day: dt.date) -> dt.datetime:
    return _midnight(day, card.zone)


@lru_cache(maxsize=4096)  # a board of thousands asks for the same few hundred days
def _midnight(day: dt.date, zone: str) -> dt.datetime:
    """The first moment of a day, which is later than 0:00 where the clocks go forward at midnight."""
    tzinfo = time_zone(zone)
    return dt.datetime(day.year, day.month, day.day, tzinfo=tzinfo).astimezone(dt.UTC).astimezone(tzinfo)


def _end_of(card: Card, day: dt.date) -> dt.datetime:
    """The last second before the next day, which is another 23:59:59 where the clocks go back at midnight."""
    return _start_of(card, day + dt.timedelta(days=1)).astimezone(dt.UTC) - dt.timedelta(seconds=1)
