"""Two timelines for two things: “feedback on Tuesday and an offer by the end of the month”."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.parted import STOPS, is_date
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

# What a day can be the day of. Two clauses that name none of the same line each have their own timeline.
_THINGS = (
    listed(
        "hear know tell decide decides decided decision decisions verdict result results outcome answer response reply "
        "respond calls emails rings phones writes contact touch ring phone write "
        "news word update inform notify finalise finalize conclusion"
    ),
    listed("feedback notes debrief impressions"),
    listed("offer offers"),
    listed("contract contracts paperwork letter paper form forms package sign signs signed"),
    listed("interview interviews round rounds stage meeting meets meet panel screening onsite visit trial"),
    listed("test task assignment exercise assessment presentation"),
    listed("references reference check checks"),
    listed("onboarding induction training start"),
    listed("shortlist longlist"),
)
_CALLS = listed("call email chat mail text")
_SAYING = listed("a an the first phone short quick , and")


def parted_at(tokens: Sequence[Token]) -> frozenset[int]:
    """The places of the stops between two clauses that each date a thing of their own."""
    places: set[int] = set()
    before: frozenset[int] = frozenset()
    stop: Token | None = None
    part: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and token.text not in STOPS:
            part.append(token)
            continue
        if any(is_date(each) for each in part):
            things = _things(part)
            if stop is not None and before and things and not before & things:
                places.add(stop.start)
            before = things
        if part or stop is None:
            stop = token
        part = []
    return frozenset(places)


def _things(part: Sequence[Token]) -> frozenset[int]:
    found = {line for line, things in enumerate(_THINGS) for token in part if token.text in things}
    for at, token in enumerate(part):
        if token.text in _CALLS and (at == 0 or part[at - 1].text in _SAYING or part[at - 1].kind == "nth"):
            found.add(len(_THINGS))
        elif token.text in _CALLS:
            found.add(0)
    return frozenset(found)
