"""Several clauses made one window: "next week, Friday at the latest", "not before Monday but by Friday" (C11)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from day12_data.promise.bounds import LIMIT, PLAIN, START, UPPER, WIDEST_GAP, Clause, either
from day12_data.promise.counts import WIDEST
from day12_data.promise.reading import spelt
from day12_data.promise.spans import Scene, Span, Unsafe, days

# Separators that say more than a comma does.
PARTED = ";"  # between what two parties say: "HR by Friday, the team by Monday"
AND = "and"
OR = "maybe"
FAILING = "if not"
ALTERNATIVES = (OR, FAILING)

WIDEST_REPRIEVE = 28  # days; “by Friday, the 20th at the latest” is one answer, “by Friday, by the end of June” two


def combined(clauses: list[tuple[str, Clause]], scene: Scene) -> Span:
    """The window that several clauses make together, each joined to what came before it.

    Raises:
        Unsafe: they leave no window, or say two different things.
    """
    (_, clause), *rest = clauses
    sense, span = clause.sense, clause.meaning(scene)
    for separator, following in rest:
        prior = span
        if separator == PARTED:
            _agreeing(prior, following, scene)
        sense, span = _JOINS[sense, following.sense](prior, following, scene, separator)
        if separator == PARTED and span.latest > prior.latest:
            raise _two_timelines(span)
    if sense == START:
        raise Unsafe(
            "That gives only the earliest day: type the last day too, such as"
            f' "{spelt(span.earliest)} to {spelt(span.earliest + days(5))}".'
        )
    return span


def _agreeing(prior: Span, clause: Clause, scene: Scene) -> None:
    """“we decide next week, HR calls on Friday” is one timeline, “HR by Friday, the team by Monday” are two."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    nested = prior.earliest <= span.earliest and span.latest <= prior.latest
    if clause.sense != START and not (nested and prior.latest - prior.earliest <= days(WIDEST_GAP)):
        raise _two_timelines(span)


def _far(prior: Span, span: Span, scene: Scene) -> bool:
    """Whether the second of two alternatives is too far behind the first."""
    if prior.unit and span.unit:
        return span.latest - scene.day > WIDEST * (prior.latest - scene.day)
    return (span.latest if span.earliest <= scene.day else span.earliest) - prior.latest > days(WIDEST_GAP)


def _narrower(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“next week, probably Tuesday” is Tuesday; “Friday, maybe Monday” is either."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if prior.earliest <= span.earliest and span.latest <= prior.latest:
        return PLAIN, span
    if span.earliest <= prior.earliest and prior.latest <= span.latest:
        return PLAIN, prior
    if separator == FAILING and clause.meaning(scene).latest < prior.earliest:
        return PLAIN, replace(prior, earliest=clause.meaning(scene).earliest)  # “Wednesday if not Tuesday”
    if separator in ALTERNATIVES:
        return PLAIN, either(lambda _: prior, clause.meaning)(scene)
    raise _two_timelines(span)


def _up_to(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“X, Y at the latest” runs from X's start to Y's end (C11)."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if span.latest < prior.earliest or (separator in ALTERNATIVES and _far(prior, span, scene)):
        raise _two_timelines(span)
    return PLAIN, replace(span, earliest=prior.earliest)


def _later(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“by Friday, Monday at the latest”; of two last days joined by "and", none is taken."""
    span = clause.meaning(scene if not prior.unit else replace(scene, prior=prior, inside=True))
    if span.latest < prior.latest:
        span = clause.meaning(replace(scene, prior=prior))
    apart = (separator == AND and span.latest != prior.latest) or (
        separator in ALTERNATIVES and _far(prior, span, scene)
    )
    apart = apart or span.latest - prior.latest > days(WIDEST_REPRIEVE)
    if span.latest < prior.latest or apart:
        raise _two_timelines(span)
    return UPPER, span


def _settled(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“by the end of next week, probably Thursday”."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if span.latest == prior.latest:
        return UPPER, prior
    if separator == AND:
        raise _two_timelines(prior)
    if prior.earliest <= span.earliest and span.latest <= prior.latest:
        return PLAIN, span
    if separator in ALTERNATIVES and span.latest > prior.latest and not _far(prior, span, scene):
        return UPPER, replace(span, earliest=prior.earliest)
    raise _two_timelines(span)


def _short_of(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“a month at most, likely two weeks” is the same as “two weeks, a month at most” (C11)."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if separator == AND or span.latest > prior.latest:
        return _settled(prior, clause, scene, separator)
    return PLAIN, replace(prior, earliest=max(prior.earliest, span.earliest))


def _hoped_for(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“by the 10th at the latest, most likely by Friday”: the limit stands."""
    hoped = clause.meaning(scene if not prior.unit else replace(scene, prior=prior, inside=True))
    return (
        (LIMIT, prior) if separator != AND and hoped.latest <= prior.latest else _later(prior, clause, scene, separator)
    )


def _tighter(prior: Span, clause: Clause, scene: Scene, separator: str) -> tuple[str, Span]:
    """“less than a week, at most five days”."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    tighter = separator != AND and prior.unit and span.unit and span.latest <= prior.latest
    return (LIMIT, span) if tighter else _later(prior, clause, scene, separator)


def _until(prior: Span, clause: Clause, scene: Scene, _: str) -> tuple[str, Span]:
    """“not before Monday but by Friday”."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if span.latest < prior.earliest:
        raise Unsafe("Those two leave no day between them: type the first and the last day.")
    return PLAIN, replace(span, earliest=prior.earliest)


def _from(prior: Span, clause: Clause, scene: Scene, _: str) -> tuple[str, Span]:
    """“next week, not before Wednesday”."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if not prior.earliest <= span.earliest <= prior.latest or (prior.unit and not span.unit):
        raise _two_timelines(span)
    return PLAIN, replace(prior, earliest=span.earliest)


def _after(prior: Span, clause: Clause, scene: Scene, _: str) -> tuple[str, Span]:
    """“not before Monday, probably Tuesday”."""
    span = clause.meaning(replace(scene, prior=prior, inside=True))
    if span.earliest < prior.earliest or span.unit:  # “starting Monday, two weeks” is counted from there
        raise _two_timelines(span)
    return PLAIN, span


def _starts(prior: Span, clause: Clause, scene: Scene, _: str) -> tuple[str, Span]:
    span = clause.meaning(scene)
    return START, span if span.earliest > prior.earliest else prior


def _two_timelines(span: Span) -> Unsafe:
    return Unsafe(f'Those are two different timelines: type the one that counts, such as "by {spelt(span.latest)}".')


_JOINS: dict[tuple[str, str], Callable[[Span, Clause, Scene, str], tuple[str, Span]]] = {
    (PLAIN, PLAIN): _narrower,
    (PLAIN, UPPER): _up_to,
    (PLAIN, LIMIT): _up_to,
    (PLAIN, START): _from,
    (UPPER, PLAIN): _settled,
    (UPPER, UPPER): _later,
    (UPPER, LIMIT): _later,
    (UPPER, START): _from,
    (LIMIT, PLAIN): _short_of,
    (LIMIT, UPPER): _hoped_for,
    (LIMIT, LIMIT): _tighter,
    (LIMIT, START): _from,
    (START, PLAIN): _after,
    (START, UPPER): _until,
    (START, LIMIT): _until,
    (START, START): _starts,
}
