"""How "by", "before", "not until", "or" and "to" make windows of spans, and several clauses one (C3, C8, C11)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, NamedTuple, TypeAlias

from day12_data.dates.calendar import add_months
from day12_data.dates.days import days
from day12_data.dates.lexicon import spelt
from day12_data.times.counts import WIDEST
from day12_data.times.spans import Loose, Scene, Span, Time, Unsafe, past

Sense: TypeAlias = Literal["plain", "upper", "start"]  # a time is the window, or says its last day, or its first
Clause: TypeAlias = tuple[str, Time]  # a piece of a time, behind what joins it to the one before
WIDEST_GAP = 7  # days; "Friday or next Friday" is one answer, "next week or in May" is two
WIDEST_REPRIEVE = 28  # days; “by Friday, the 20th at the latest” is one answer, “by Friday, by the end of June” two


class UpTo(NamedTuple):
    """“by Friday” opens the window on the interview's day (C3); `by`: “by April” is the first of it (C13).

    `latest`: “Friday at the latest” is by Friday; the last of “Friday or Monday” is its end already (C11).
    """

    time: Time
    by: bool = False
    latest: bool = False

    def span(self, scene: Scene) -> Span:
        span = self.time.span(scene)
        if span.stated or (self.latest and span.ranged):  # a stated range beats "within" (C3)
            return span
        latest = (span.by if self.by else None) or span.latest
        if latest < scene.day:
            raise past(latest)
        return replace(span, earliest=scene.day, latest=latest)


class Before(NamedTuple):
    """“before Monday” ends the day before it (C8)."""

    time: Time

    def span(self, scene: Scene) -> Span:
        span = self.time.span(scene)
        if span.unit:  # "before two weeks are up" is within two weeks
            return replace(span, earliest=scene.day)
        latest = (span.by or span.earliest) - days(1)
        if latest < scene.day:
            raise Unsafe(f"That leaves no day: type the last day itself, such as “by {spelt(span.latest)}”.")
        return replace(span, earliest=scene.day, latest=latest, by=None, until=None)


class From(NamedTuple):
    """“at least a week”, “not before Friday”; `after`: “after the 15th”, from the next day on. Only a start."""

    time: Time
    after: bool = False

    def span(self, scene: Scene) -> Span:
        span = self.time.span(scene)
        first = span.latest + days(1) if self.after else span.earliest
        return replace(span, earliest=first, latest=first, by=None)


class Between(NamedTuple):
    """From the first to the second after it (C8)."""

    first: Time
    last: Time

    def span(self, scene: Scene) -> Span:
        one = self.first.span(scene)
        two = _after(one, self.last, scene)
        if two.earliest < one.earliest:
            raise Unsafe("That range runs backwards: type the earlier end first, such as “10-14 March”.")
        return _both(one, two)


class Either(NamedTuple):
    """“tomorrow or Monday”; two times with a gap between them are no one window."""

    first: Time
    last: Time

    def span(self, scene: Scene) -> Span:
        one = self.first.span(scene)
        return _either(one, _after(one, self.last, scene), scene)


def _either(one: Span, two: Span, scene: Scene) -> Span:
    if two.earliest < one.earliest:
        if one.unit:
            raise Unsafe("That range runs backwards: type the smaller number first, such as “7-10 days”.")
        one, two = two, one
    if one.unit and two.unit:
        far = (two.earliest - scene.day) > WIDEST * (one.latest - scene.day)
    else:
        far = (two.earliest - one.latest).days > WIDEST_GAP
    if far:
        raise Loose(_TWO_TIMELINES)
    return _both(one, two)


def _after(one: Span, last: Time, scene: Scene) -> Span:
    """The second of two times, counted from the first, or within it: “next week or Friday”."""
    two = last.span(replace(scene, prior=one, inside=False))
    if one.earliest < one.latest and two.earliest == two.latest and not two.unit:
        inside = last.span(replace(scene, prior=one, inside=True))
        if one.earliest <= inside.latest <= one.latest:
            return inside
    return two


class Instead(NamedTuple):
    """“not this week but next”."""

    rejected: Time
    time: Time

    def span(self, scene: Scene) -> Span:
        return self.time.span(replace(scene, prior=self.rejected.span(scene)))


def _both(one: Span, two: Span) -> Span:
    counted = bool(one.unit and two.unit)
    latest = max(one.latest, two.latest)
    return replace(two, earliest=one.earliest, latest=latest, by=None, stated=counted, ranged=True)


ONLY_A_START = "That gives only a start: type the last day too, such as “by Friday” or “7-10 days”."
_TOO_FAR = "That is more than a year ahead: type a nearer day, such as “two weeks”."
_TWO_TIMELINES = "Those are two times: type the one that is meant."


def sense_of(time: Time) -> Sense:
    """How a time bounds the window."""
    return "start" if isinstance(time, From) else "upper" if isinstance(time, UpTo | Before) else "plain"


def window(clauses: Sequence[Clause], scene: Scene) -> Span:
    """The window that the clauses of one time make together.

    Raises:
        Unsafe: they leave no window, or say two different things.
    """
    (_, first), *rest = clauses
    sense, span = sense_of(first), first.span(scene)
    for separator, clause in rest:
        if separator == "but" and sense_of(clause) == sense:  # “any day next week but Monday”
            raise Loose(_TWO_TIMELINES)
        sense, span = _joined(sense, span, separator, clause, scene)
    if sense == "start":
        raise Unsafe(ONLY_A_START)
    if span.latest < span.earliest or span.latest < scene.day:
        raise Unsafe("That leaves no day: type the first and the last day.")
    if span.latest > add_months(scene.day, 12):
        raise Unsafe(_TOO_FAR)
    return replace(span, earliest=max(span.earliest, scene.day))


def _joined(sense: Sense, prior: Span, separator: str, clause: Time, scene: Scene) -> tuple[Sense, Span]:
    """Two pieces of one time made one."""
    added = sense_of(clause)
    if separator == "if not" and added == sense == "plain":  # “Wednesday if not Tuesday”
        return "plain", _either(prior, clause.span(scene), scene)
    span = clause.span(replace(scene, prior=prior, inside=True))
    if added == "start":  # “next week, not before Wednesday”
        if sense == "start" or not (prior.earliest <= span.earliest <= prior.latest) or (prior.unit and not span.unit):
            raise Loose(_TWO_TIMELINES)
        return "plain", replace(prior, earliest=span.earliest)
    if sense == "start":  # “not before Monday but by Friday”, “not before Monday, probably Tuesday”
        if span.latest < prior.earliest or (added == "plain" and span.unit):
            raise Loose(_TWO_TIMELINES)
        return "plain", replace(span, earliest=max(prior.earliest, span.earliest))
    if added == "upper":
        return _up_to(sense, prior, span, clause, scene)
    return _narrowed(sense, prior, span, clause if separator in ("or", "if not") else None, scene)


def _narrowed(sense: Sense, prior: Span, span: Span, other: Time | None, scene: Scene) -> tuple[Sense, Span]:
    """“next week, probably Tuesday” is Tuesday; “Friday, maybe Monday” is either: then `other` is the Monday."""
    nested = prior.earliest <= span.earliest and span.latest <= prior.latest
    if nested and sense == "upper":  # “by the end of next week, probably Thursday”; “a month at most, likely two weeks”
        return "plain", replace(prior, earliest=max(prior.earliest, span.earliest)) if prior.unit else span
    if nested or (sense == "plain" and span.earliest <= prior.earliest and prior.latest <= span.latest):
        return "plain", span if nested else prior
    if other is None or sense == "upper":
        raise Loose(_TWO_TIMELINES)
    return "plain", _either(prior, _after(prior, other, scene), scene)


def _up_to(sense: Sense, prior: Span, span: Span, clause: Time, scene: Scene) -> tuple[Sense, Span]:
    """“X, Y at the latest” runs from X's start to Y's end (C11)."""
    if sense == "plain" and prior.earliest <= span.latest <= prior.latest:  # “next week, by Thursday at the latest”
        return "plain", replace(span, earliest=prior.earliest)
    if span.latest < prior.latest:
        if isinstance(clause, UpTo) and clause.by:  # “by the 10th at the latest, most likely by Friday”
            return "upper", prior
        span = clause.span(replace(scene, prior=prior))  # “by Friday, Monday at the latest”
    if span.latest < prior.latest or span.latest - prior.latest > days(WIDEST_REPRIEVE):
        raise Loose(_TWO_TIMELINES)
    return sense, replace(span, earliest=prior.earliest)
