"""The figures of a board: each is a sum over its cards, and each of a past month stays what it was.

What happened counts in the month in which it happened, by the calendar where the interview was: an interview when it
was held, an answer when it came, a follow-up and a promise when they were settled. What is open is in no month, and in
no share.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum, unique
from itertools import chain
from typing import Any, TypeAlias, TypeVar

import msgspec

from day12_data.board import Board
from day12_data.card import Card
from day12_data.insights.follow_ups import Done, FollowUp, follow_ups_of
from day12_data.insights.past import past_of, took_place
from day12_data.insights.promises import Promised, Verdict, promises_of
from day12_data.kinds import Outcome, Stage
from day12_data.rules import DEFAULT_RULES, Rules
from day12_data.text import clean, fold

K = TypeVar("K")

FEWEST = 5
"""No share and no spread is told of fewer: one more card would turn it round."""

# A month as it sorts: its year, and its number in it.
Month: TypeAlias = tuple[int, int]


@unique
class Held(Enum):
    """What an interview has come to, beside its answer and its outcome."""

    HELD = "held"
    WAITING = "waiting"
    """Held, no answer yet, and the card is still on the board."""
    UNANSWERED = "unanswered"
    """Held, and ended without an answer: they stayed silent, or you withdrew."""
    TO_COME = "to_come"
    """Still to come, or its time isn't known yet."""
    CALLED_OFF = "called_off"

    __hash__ = object.__hash__


class Answered(msgspec.Struct, frozen=True, gc=False):
    """They answered, so many local days after the interview."""

    days: int


# What a card can tell.
Counted: TypeAlias = Held | Answered | FollowUp | Promised | Stage | Outcome


class Tally(msgspec.Struct, frozen=True):
    """How often what was told: on a whole board, by one company, or in one month."""

    interviews: Mapping[Held, int]
    answers: tuple[int, ...]
    """The days from an interview to the first answer, of each that has one, the shortest first."""
    follow_ups: Mapping[tuple[Stage, Done], int]
    promises: Mapping[Verdict, int]
    late_by: tuple[int, ...]
    """The days by which each late answer to a promise was late, the fewest first."""
    stages: Mapping[Stage, int]
    """How many cards stand in each column."""
    outcomes: Mapping[Outcome, int]


class Company(msgspec.Struct, frozen=True):
    """What is told of one company: its cards, the newest interview first, and its promises, the oldest first."""

    name: str
    cards: tuple[Card, ...]
    promises: tuple[Promised, ...]
    answers: tuple[int, ...]
    """The days from each interview to its first answer."""


class Insights(msgspec.Struct, frozen=True):
    """What a board tells at a moment. Of the companies, the one with the newest interview comes first."""

    total: Tally
    months: Mapping[Month, Tally]
    """From the first month in which something happened to the last, those between them too."""
    companies: tuple[Company, ...]


class Spread(msgspec.Struct, frozen=True):
    """The middle of some numbers, and the quartiles where there are five or more."""

    median: float
    quartiles: tuple[float, float] | None


def spread(numbers: Iterable[int]) -> Spread | None:
    """The middle and the quartiles of the numbers; None where there are none."""
    found = sorted(numbers)
    if not found:
        return None
    quartiles = (_quantile(found, 0.25), _quantile(found, 0.75)) if len(found) >= FEWEST else None
    return Spread(_quantile(found, 0.5), quartiles)


def _quantile(found: Sequence[int], part: float) -> float:
    """The number below which such a part of them lies, between its two neighbours where it is none of them."""
    place = (len(found) - 1) * part
    low = found[int(place)]
    return low + (found[min(int(place) + 1, len(found) - 1)] - low) * (place - int(place))


def share(part: int, whole: int) -> float | None:
    """What part of the whole it is; None of fewer than five."""
    return part / whole if whole >= FEWEST else None


def insights(board: Board, now: dt.datetime, rules: Rules = DEFAULT_RULES) -> Insights:
    """What the board tells at a moment; what is recorded for a later one isn't looked at."""
    instant = now.astimezone(dt.UTC)
    cards = [card for card in board.cards.values() if not card.deleted]
    cards.sort(key=lambda card: card.starts_at.timestamp(), reverse=True)
    months, still_open = defaultdict[Month, list[Counted]](list), list[Counted]()
    companies = defaultdict[str, tuple[list[Card], list[Promised], list[int]]](lambda: ([], [], []))
    for card in cards:
        of_company, promises, answers = companies[fold(card.company)]
        of_company.append(card)
        seen, month = None, still_open
        for at, what in _told(card, instant, rules):
            if at is not seen:  # several things often happen at one moment
                local = None if at is None else at.astimezone(card.tzinfo)
                seen, month = at, months[local.year, local.month] if local is not None else still_open
            month.append(what)
            if isinstance(what, Promised):
                promises.append(what)
            elif isinstance(what, Answered):
                answers.append(what.days)
    by_month = {month: _tally(months.get(month, ())) for month in _from_first_to_last(months)}
    return Insights(
        total=_sum([_tally(still_open), *by_month.values()]),
        months=by_month,
        companies=tuple(_company(*told) for told in companies.values()),
    )


def _told(card: Card, now: dt.datetime, rules: Rules) -> Iterator[tuple[dt.datetime | None, Counted]]:
    """All that a card tells by `now`, each with when it happened; None for what may still change."""
    past = past_of(card, now)
    if took_place(card, now):
        yield card.starts_at, Held.HELD
        if answer := past.first_answer(card.starts_at):
            yield answer, Answered((card.local(answer).date() - card.starts_at.date()).days)
        else:
            yield None, Held.UNANSWERED if past.ended else Held.WAITING
    else:
        yield None, Held.CALLED_OFF if card.missed_at else Held.TO_COME
    for follow_up in follow_ups_of(card, now, rules, past):
        yield follow_up.at, follow_up
    for promised in promises_of(card, now, rules, past):
        yield promised.at, promised
    if past.ended:
        yield past.ended.at, past.ended.outcome
    else:
        yield None, card.stage


def _tally(told: Iterable[Counted]) -> Tally:
    of = defaultdict[type, list[Any]](list)
    for each in told:
        of[type(each)].append(each)
    done = Counter((each.stage, each.done) for each in of[FollowUp])
    verdicts = Counter(each.verdict for each in of[Promised])
    held, stages, outcomes = Counter(of[Held]), Counter(of[Stage]), Counter(of[Outcome])
    return Tally(
        interviews={each: held[each] for each in Held},
        answers=tuple(sorted(each.days for each in of[Answered])),
        follow_ups={(stage, each): done[stage, each] for stage in Stage for each in Done},
        promises={each: verdicts[each] for each in Verdict},
        late_by=tuple(sorted(each.days for each in of[Promised] if each.verdict is Verdict.LATE)),
        stages={each: stages[each] for each in Stage},
        outcomes={each: outcomes[each] for each in Outcome},
    )


def _sum(tallies: Sequence[Tally]) -> Tally:
    return Tally(
        interviews=_added(each.interviews for each in tallies),
        answers=tuple(sorted(chain.from_iterable(each.answers for each in tallies))),
        follow_ups=_added(each.follow_ups for each in tallies),
        promises=_added(each.promises for each in tallies),
        late_by=tuple(sorted(chain.from_iterable(each.late_by for each in tallies))),
        stages=_added(each.stages for each in tallies),
        outcomes=_added(each.outcomes for each in tallies),
    )


def _added(counts: Iterable[Mapping[K, int]]) -> Mapping[K, int]:
    added = Counter[K]()
    for each in counts:
        added.update(each)
    return added


def _company(cards: Sequence[Card], promises: Sequence[Promised], answers: Sequence[int]) -> Company:
    oldest_first = sorted(promises, key=lambda each: each.promise.given_at)
    return Company(clean(cards[0].company), tuple(cards), tuple(oldest_first), tuple(answers))


def _from_first_to_last(months: Iterable[Month]) -> Iterator[Month]:
    found = sorted(months)
    if found:
        (year, month), last = found[0], found[-1]
        while (year, month) <= last:
            yield year, month
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
