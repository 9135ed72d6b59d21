"""Bounds and joins: how "by", "before", "not until", "or" and "to" make windows of spans (C3, C8, C11)."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from day12_data.promise.counts import ONE, WIDEST, Count, counted
from day12_data.promise.periods import At, current, whole
from day12_data.promise.reading import spelt
from day12_data.promise.spans import Meaning, Scene, Span, Unsafe, clamped, days

# How a clause bounds the window: it is the window, or says its last day, the last day there could be, or its first.
PLAIN, UPPER, LIMIT, START = "plain", "upper", "limit", "start"


class Clause(NamedTuple):
    """One clause of a phrase: what it says, and how that bounds the window."""

    sense: str
    meaning: Meaning


def plain(meaning: Meaning) -> Clause:
    """The window itself."""
    return Clause(PLAIN, meaning)


def _from_today(meaning: Meaning, *, by: bool) -> Meaning:
    def upper(scene: Scene) -> Span:
        span = meaning(scene)
        if span.stated:  # a stated range beats "within" (C3)
            return span
        latest = (span.by if by else None) or span.latest
        if latest < scene.day:
            raise Unsafe(f"{spelt(latest, year=True)} is past: type a later day, such as {spelt(scene.day + days(7))}.")
        return replace(span, earliest=scene.day, latest=latest)

    return upper


def by(meaning: Meaning) -> Clause:
    """“by Friday” opens the window on the interview's day; “by April” is the first of it (C3, C13)."""
    return Clause(UPPER, _from_today(meaning, by=True))


def by_at_most(meaning: Meaning) -> Clause:
    """“by Friday at the latest”."""
    return Clause(LIMIT, _from_today(meaning, by=True))


def at_most(meaning: Meaning) -> Clause:
    """“no later than Friday”, “a week at most”; “April at the latest” is its end."""
    return Clause(LIMIT, _from_today(meaning, by=False))


def latest(meaning: Meaning) -> Clause:
    """“Friday at the latest” is by Friday; the last of “Friday or Monday” is its end already (C11)."""
    bounded = at_most(meaning).meaning

    def upper(scene: Scene) -> Span:
        span = meaning(scene)
        return span if span.ranged else bounded(scene)

    return Clause(LIMIT, upper)


def before(meaning: Meaning) -> Clause:
    """“before Monday” ends the day before it (C8)."""

    def upper(scene: Scene) -> Span:
        span = meaning(scene)
        if span.unit:  # "before two weeks are up" is within two weeks
            return replace(span, earliest=scene.day)
        latest = (span.by or span.earliest) - days(1)
        if latest < scene.day:
            raise Unsafe(f'That leaves no day: type the last day itself, such as "by {spelt(span.latest)}".')
        return replace(span, earliest=scene.day, latest=latest, by=None)

    return Clause(UPPER, upper)


def after(meaning: Meaning) -> Clause:
    """“after the 15th” is only a start, from the next day on."""

    def start(scene: Scene) -> Span:
        span = meaning(scene)
        return replace(span, earliest=span.latest + days(1), latest=span.latest + days(1), by=None)

    return Clause(START, start)


def not_before(meaning: Meaning) -> Clause:
    """“at least a week”, “not before Friday”: only a start."""

    def start(scene: Scene) -> Span:
        span = meaning(scene)
        return replace(span, latest=span.earliest, by=None)

    return Clause(START, start)


def between(first: Meaning, last: Meaning) -> Meaning:
    """From the first to the second after it (C8)."""

    def meaning(scene: Scene) -> Span:
        one, two = _pair(first, last, scene)
        if two.earliest < one.earliest:
            raise Unsafe('That range runs backwards: type the earlier end first, such as "10-14 March".')
        return _joined(one, two)

    return meaning


def either(first: Meaning, last: Meaning) -> Meaning:
    """“tomorrow or Monday”; two timelines with a gap between them are refused."""

    def meaning(scene: Scene) -> Span:
        one, two = _pair(first, last, scene)
        if two.earliest < one.earliest:
            if one.unit:
                raise Unsafe('That range runs backwards: type the smaller number first, such as "7-10 days".')
            one, two = two, one
        if one.unit and two.unit:
            far = (two.earliest - scene.day) > WIDEST * (one.latest - scene.day)
        else:
            far = (two.earliest - one.latest).days > WIDEST_GAP
        if far:
            raise Unsafe(
                f'Those are two timelines with a gap between them: type one, such as "by {spelt(two.latest)}".'
            )
        return _joined(one, two)

    return meaning


WIDEST_GAP = 7  # days; "Friday or next Friday" is one answer, "next week or in May" is two


def _pair(first: Meaning, last: Meaning, scene: Scene) -> tuple[Span, Span]:
    one = first(scene)
    two = last(replace(scene, prior=one, inside=False))
    if one.earliest < one.latest and two.earliest == two.latest and not two.unit:
        inside = last(replace(scene, prior=one, inside=True))
        if one.earliest <= inside.latest <= one.latest:
            return one, inside
    return one, two


def _joined(one: Span, two: Span) -> Span:
    return Span(
        one.earliest,
        max(one.latest, two.latest),
        working=two.working,
        unit=two.unit,
        stated=bool(one.unit and two.unit),
        period=two.period,
        ranged=True,
    )


def too_many(*_: object) -> Meaning:
    """More than two alternatives are refused."""

    def meaning(_: Scene) -> Span:
        raise Unsafe('There are more than two alternatives: type the first and the last day, such as "10-14 March".')

    return meaning


def days_of_week(first: int, last: int, at: At) -> Meaning:
    """“Tuesday or Wednesday next week”."""

    def meaning(scene: Scene) -> Span:
        if last <= first:
            raise Unsafe('That range runs backwards: type the earlier day first, such as "Tuesday to Thursday".')
        monday = at(scene).first
        return clamped(monday + days(first), monday + days(last), scene)

    return meaning


def within_the(kind: str) -> Clause:
    """“within the month” is within a month, the later of two common readings (C12)."""
    if kind in ("quarter", "year"):
        return at_most(whole(current(kind)))
    return at_most(counted(Count(ONE, ONE, kind)))
