"""Words of two senses, told apart by what stands next to them: “may” the verb, June the person, the “final” week."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from day12_data.promise.names import NAME
from day12_data.promise.parted import BOUND_DAY, DATES, PARTIES, is_date
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

_PAUSES = listed(", ; and but or so")
_SUBJECTS = listed("i we you they who he she")
_AUXILIARIES = listed(
    "will would should shall can could might must does did has had wants calls rings gets says tells said sends"
)
_OF_MONTHS = listed("be work works do suit")  # “June would be good” is the month
_BEFORE_MAY = listed("in by of early late mid until before this next")
_SAYS = listed("our your their its my be is are say says think reckon guess expect target aim make")  # “I'd say May”
_ABSENT = listed("back out off away closed")
_ABSENTEES = listed(
    "i we he she they is are am was be im were theyre hes shes boss manager recruiter director team hr office"
)
_ABSENT_UNTIL = listed("on until for from in through by next this after all over before")
_OF_CLOSE = listed("of to -")
_BEFORE_FIRST = listed("the on by until before after since to or and - , of from in")
_COUNTED = listed("a another few several couple")
_SOURCES = listed("email mail letter policy their the my our him her them")
_PAST = listed("met sent emailed called got decided spoke enjoyed talked interviewed heard made hired")
_MET = listed("met spoke talked interviewed enjoyed")
_NOW = listed("today this")
_DATED = listed("weekday nth figures month")
_WISHED = listed("let love like expect call email be hope aim say want need get")
_GREETED = listed("dear hi hello hey thanks thank regards contact email call ask")
_OF_HR = listed("people folks interview interviews call calls step steps round rounds said says thinks team")
_THAN = listed("more less longer later sooner earlier fewer")
_FINISHERS = listed("i we id ill wed well")
_HEARD = listed("hear know call that with what it expect")

MONTH_OR_NAME = ("a month", "a name")
Sense = Callable[[Token, Token | None, Sequence[Token]], Token | None]


def sense(tokens: Sequence[Token], at: int) -> Token:
    """The token as it is meant."""
    before = tokens[at - 1] if at else None
    rest = tokens[at + 1 : at + 7]
    for told in _SENSES.get(tokens[at].text) or (_SENSES["month"] if tokens[at].kind == "month" else ()):
        found = told(tokens[at], before, rest)
        if found is not None:
            return found
    return tokens[at]


def _person(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“June will call you”: a name, unless it stands where only a month can."""
    dated = bool(rest) and rest[0].kind in ("number", "nth", "year")  # “we'll call March 20”
    if before is not None and before.text in _GREETED and not dated:
        return token._replace(kind="unknown", value=MONTH_OR_NAME)
    if rest and rest[0].kind == "possessive" and len(rest) > 1 and rest[1].kind == "talk":
        return token._replace(kind="unknown", value=MONTH_OR_NAME)
    begins = before is None or before.text in _PAUSES
    if not begins or not rest or rest[0].text not in _AUXILIARIES or (len(rest) > 1 and rest[1].text in _OF_MONTHS):
        return None
    return token._replace(kind="unknown", value=MONTH_OR_NAME)


def _may(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“they may”, “may take”: the verb."""
    followed = bool(rest) and (rest[0].kind in ("talk", "hedge") or rest[0].text in ("not", "take"))
    dated = bool(rest) and rest[0].kind in ("number", "nth", "year")
    verb = (followed and not (before and before.text in _BEFORE_MAY)) or (
        before is not None and before.kind == "talk" and before.text not in _SAYS and not dated
    )
    return token._replace(kind="talk") if verb else None


def _sat(token: Token, before: Token | None, _: Sequence[Token]) -> Token | None:
    """“we sat with six people”."""
    short = token.end - token.start == len("sat")
    return token._replace(text="sat", kind="talk") if short and before and before.text in _SUBJECTS else None


def _around_the_clock(token: Token, before: Token | None, _: Sequence[Token]) -> Token | None:
    if before is None:
        return token._replace(kind="unknown", value=("24 July", "at all hours"))
    return None if before.text in BOUND_DAY else token._replace(kind="talk")


def _within(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    """“with in two weeks”."""
    apart = len(rest) > 1 and rest[0].text == "in" and (rest[1].kind in DATES or rest[1].kind == "word")
    return token._replace(text="within", kind="word") if apart else None


def _absent(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“I'm back on Monday”, “she's out next week”: no promise."""
    away = before is not None and (before.text in _ABSENTEES or before.value == NAME)
    away = away and (token.text, before and before.text) != ("out", "be")  # “the results will be out on Monday”
    if not away or not rest or not (is_date(rest[0]) or rest[0].text in _ABSENT_UNTIL):
        return None
    if rest[0].text == "in" and len(rest) > 1 and rest[1].text == "touch":
        return None
    return token._replace(text=f"be {token.text}", kind="unknown", value=None)


def _been(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    """“we've been interviewing for two weeks” looks back."""
    back = any(each.text in ("for", "since") for each in rest) or (rest and is_date(rest[0]))
    return token._replace(kind="unknown", value=None) if back else None


def _having(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“you'll have a week to decide” is their time, not the firm's."""
    dates = rest[1:2] if rest and rest[0].text in ("a", "until", "till", "another") else rest[:1]
    yours = before is not None and before.text in ("you", "youll", "youd", "will", "would")
    return token._replace(kind="unknown", value=None) if yours and dates and is_date(dates[0]) else None


def _closing(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“applications close on Friday”: no promise."""
    finish = token.text == "end" and token.end - token.start == len("finish")
    if finish and before is not None and before.text in _FINISHERS:
        return token._replace(kind="talk")
    if before is None or before.kind != "talk" or before.text in _HEARD or (rest and rest[0].text in _OF_CLOSE):
        return None
    return token._replace(kind="unknown", value=None)


def _then(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“then” and “than” are one word to the reader; “four more people, then two weeks” is counted from those four."""
    if (
        before is not None
        and before.text in _PAUSES
        and rest
        and (rest[0].kind == "number" or rest[0].text in _COUNTED)
    ):
        return token._replace(text="then", kind="unknown", value=None)
    ends = not rest or [each.text for each in rest] == [","]  # “Friday then.”
    return token._replace(text="then", kind="talk") if ends or before is None or before.text in _PAUSES else None


def _whole(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    return token._replace(kind="talk") if rest and rest[0].kind == "talk" else None


def _final(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    last = rest and rest[0].text in ("week", "weeks", "day", "days", "few", "couple")
    return token._replace(text="last", kind="word") if last else None


def _or(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“we call or email by Friday” names no second day."""
    told = rest and (rest[0].kind == "talk" or (rest[0].text == "a" and len(rest) > 1 and rest[1].kind == "talk"))
    return token._replace(kind="talk") if told and before is not None and before.kind == "talk" else None


def _at_first(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“we meet the others first”: the order of things, no day."""
    named = before is None or before.text in _BEFORE_FIRST or before.kind == "month"
    return None if named or (rest and rest[0].text not in _PAUSES) else token._replace(kind="talk")


def _per(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    """“two weeks, per HR” says who said it; “a week per round” counts."""
    source = rest and (rest[0].text in PARTIES or rest[0].text in _SOURCES or rest[0].value == NAME)
    return token._replace(kind="talk") if source else None


def _before_noon(token: Token, before: Token | None, _: Sequence[Token]) -> Token | None:
    """“in the AM”."""
    return token._replace(text="morning", kind="word") if before is not None and before.text == "the" else None


def _past(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“the team met on Monday”, “I emailed HR on Monday”: no promise."""
    begins = before is None or before.text in _PAUSES  # “decided by Friday” is passive, “met them on Friday” is not
    told = token.text in _MET if begins else before is not None and before.text in _SUBJECTS | PARTIES
    day = next((each for each in rest if each.kind in _DATED or each.text in _PAUSES or each.text in _NOW), None)
    past = told and day is not None and day.text not in _PAUSES
    return token._replace(kind="unknown", value=None) if past else None


def _was(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“your interview was on Thursday”."""
    day = next((each for each in rest if each.text != "on"), None)
    return token._replace(kind="unknown", value=None) if before and day is not None and day.kind in _DATED else None


def _wed(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    """“wed let you know”: we would."""
    would = token.end - token.start == len("wed") and rest and rest[0].text in _WISHED
    return token._replace(kind="talk") if would else None


def _took(token: Token, _: Token | None, rest: Sequence[Token]) -> Token | None:
    """“it took us two weeks”, “the process has taken two months”."""
    return token._replace(kind="unknown", value=None) if any(each.kind == "unit" for each in rest) else None


def _of_department(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“two HR people”: no hours."""
    short = token.end - token.start == len("hr") and token.kind == "unit"
    return token._replace(kind="talk", text="hr") if short and before and rest and rest[0].text in _OF_HR else None


def _that(token: Token, before: Token | None, rest: Sequence[Token]) -> Token | None:
    """“more that two weeks” is a slip."""
    than = before is not None and before.text in _THAN and rest and (rest[0].kind == "number" or rest[0].text == "a")
    return token._replace(kind="unknown", value=("than",)) if than else None


_SENSES: dict[str, tuple[Sense, ...]] = {
    "month": (_person,),
    "may": (_person, _may),
    "saturday": (_sat,),
    "24/7": (_around_the_clock,),
    "with": (_within,),
    **dict.fromkeys(_ABSENT, (_absent,)),
    **dict.fromkeys(("close", "end", "start"), (_closing,)),
    "been": (_been,),
    "have": (_having,),
    "or": (_or,),
    "than": (_then,),
    "first": (_at_first,),
    "per": (_per,),
    "hr": (_of_department,),
    "that": (_that,),
    **dict.fromkeys(("took", "taken"), (_took,)),
    "wednesday": (_wed,),
    **dict.fromkeys(("was", "were"), (_was,)),
    **dict.fromkeys(_PAST, (_past,)),
    "am": (_before_noon,),
    "whole": (_whole,),
    "final": (_final,),
}
