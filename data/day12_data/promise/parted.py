"""Dates that belong to something else: to an event that they bound, or to one of two parties with its own timeline.

Talk is left out, so without this "before the panel meets, two weeks" would be read as "before two weeks".
"""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.names import NAME
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

DATES = listed("number nth weekday month figures year quarter half clock unit")
_COUNTED_FROM = {
    "unit": listed("of from after before following since"), "weekday": listed("after before following since"),
}  # fmt: skip
_NEAR = listed("today tomorrow tonight week weekend next this end eod cob eow eom eoq eoy noon midnight")
_BOUNDS = listed("by until before after since within past beyond than under inside following through except unless")
BOUND_DAY = listed("at in during by before after on until from since for")
_DETERMINED = listed("the a this next of in on for")
# Talk that may stand between a bound and its date: “within our usual two weeks”, “by our target date of Friday”.
_FITTING = listed(
    "our their its my your his her usual normal standard typical average overall total that timeline timeframe frame "
    "range window period target deadline estimate turnaround"
)
PARTIES = listed(
    "hr team recruiter recruiters manager managers boss ceo cto cfo director directors committee panel board "
    "department headhunter agency agent coordinator office company supervisor lead head president vp founder "
    "owner principal chair chairman dean leadership management legal finance client clients partner partners "
    "interviewer interviewers colleague colleagues"
)
_PERSONS = listed("us me them him her")
_AWAY = listed("out off away closed busy slow swamped backlogged")
_BEING = listed("is are am be were was i we he she they were im theyre hes shes super very really so too")
STOPS = listed(", and but so ;")


def is_date(token: Token) -> bool:
    """Whether a token names a day or counts one."""
    return token.kind in DATES or token.text in _NEAR


def marked(tokens: Sequence[Token], parted: frozenset[int] = frozenset()) -> list[Token]:
    """The tokens, with a “;” between two timelines, and the talk that a bound is about made unknown."""
    return _parties(_steps(_absences(_events(tokens))), parted)


def _is_party(rest: Sequence[Token]) -> bool:
    """“next week from HR”, “two weeks from the recruiter”: who tells."""
    who = next((each for each in rest if each.text not in _DETERMINED and each.text != "our"), None)
    return who is not None and (who.text in PARTIES or who.text in _PERSONS or who.value == NAME)


def _absences(tokens: Sequence[Token]) -> list[Token]:
    """“Friday is out”, “we're busy this week”: a clause with a date that is about being away."""
    left = list(tokens)
    for at, token in enumerate(tokens):
        if token.text not in _AWAY or not at or tokens[at - 1].text not in _BEING:
            continue
        begin = max((place + 1 for place in range(at) if tokens[place].text in STOPS), default=0)
        end = next((place for place in range(at, len(tokens)) if tokens[place].text in STOPS), len(tokens))
        clause = tokens[begin:end]
        over = clause[0].text == "before"  # “before the week is out”
        if not over and any(is_date(each) for each in clause):
            left[at] = token._replace(kind="unknown", value=None)
    return left


def _steps(tokens: Sequence[Token]) -> list[Token]:
    """“decide by Friday, then call within two days”: of two steps, none is the promise."""
    dates = [at for at, token in enumerate(tokens) if is_date(token)]
    return [
        token._replace(kind="unknown")
        if token.text == "then" and dates and (not at or dates[0] < at) and at < dates[-1]
        else token
        for at, token in enumerate(tokens)
    ]


def _events(tokens: Sequence[Token]) -> list[Token]:
    left = list(tokens)
    for at, token in enumerate(tokens):
        counted = at > 0 and token.text in _COUNTED_FROM.get(tokens[at - 1].kind, ())
        counted = counted and not (token.text == "from" and _is_party(tokens[at + 1 : at + 3]))
        counted = counted or (token.kind == "unit" and at > 0 and tokens[at - 1].text == "same")
        idiom = [each.text for each in tokens[at : at + 2]] == ["after", "next"]  # “the week after next”
        if idiom or not (counted or token.text in _BOUNDS) or token.kind == "talk":
            continue
        after = at + 1
        while after < len(tokens) and (tokens[after].text in _DETERMINED or tokens[after].text in _FITTING):
            after += 1
        dated = counted or any(is_date(each) for each in tokens[after:])
        if dated and after < len(tokens) and tokens[after].kind == "talk":
            left[after] = tokens[after]._replace(kind="unknown", value=None)
    return left


def _parties(tokens: Sequence[Token], parted: frozenset[int]) -> list[Token]:
    left: list[Token] = []
    for at, token in enumerate(tokens):
        if token.text not in STOPS:
            left.append(token)
        elif token.start in parted or _between_parties(tokens[:at], tokens[at + 1 :]):
            if not left or left[-1].text != ";":
                left.append(Token(";", "mark", None, token.start, token.end))
            if token.text != ",":
                left.append(token)
        else:
            left.append(token)
    return left


def _between_parties(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a stop stands between two dates, and somebody's name between it and one of them."""
    sides = (_run(before[::-1]), _run(after))
    from_one = len(before) > 1 and before[-2].text == "from" and before[-1].kind == "talk"  # “by Tuesday from me”
    return None not in sides and (
        from_one or any(token.text in PARTIES or token.value == NAME for side in sides if side for token in side)
    )


def _run(tokens: Sequence[Token]) -> list[Token] | None:
    """The tokens up to the first date, or None where another stop comes first."""
    run: list[Token] = []
    for token in tokens:
        if is_date(token):
            return run
        if token.text in STOPS and run:
            return None
        if token.text not in STOPS:
            run.append(token)
    return None
