"""Why a text that speaks of a day was not read, in one sentence that says what to type instead."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.reading import Refused
from day12_data.promise.senses import MONTH_OR_NAME
from day12_data.promise.tokens import Token
from day12_data.promise.words import lexicon

_KINDS = {
    "holiday": "“{}” is in no calendar that day12 keeps: type its date, such as “by 3 April”.",
    "season": "“{}” is too wide to wait for: type a month or a date, such as “by mid-April”.",
    "fiscal": "“{}” is the firm's own calendar: type the date that it means, such as “by 30 June”.",
    "too long": "“{}” is more than a year ahead: type a nearer day, such as “two weeks”.",
}
# In the sentences that end with EXAMPLES, an offer takes their place (offer.py).
EXAMPLES = "“by Friday” or “7-10 days”"
ALWAYS = "“by Friday” or “two weeks”"
_PAST = {"ago", "yesterday", "last", "previous"}
_TURNING = {"not", "no", "without", "except", "unless", "rather", "instead"}
_OF_PAST = "“{}” speaks of the past: type a day to come, such as “next Friday” or “in two weeks”."
_OF_TURNING = "“{}” turns the rest round, and I can't read how: type the last day, such as “by Friday”."
_OF_PLACE = f"I can't read “{{}}” there: type only when you will hear, such as {EXAMPLES}."
_NUMBER = "{0} what? Type the unit too, such as “{0} day{1}” or “{0} business day{1}”."


def early_refusal(tokens: Sequence[Token], said: str) -> Refused | None:
    """A refusal for what no table reads: unknown words, holidays, seasons, the firm's own calendar."""
    for token in tokens:
        if token.kind in _KINDS:
            return _refused(_KINDS[token.kind], token, said)
    for token in tokens:
        if token.kind == "unknown":
            return _refused(_of_unknown(token, said), token, said)
    return None


def _of_unknown(token: Token, said: str) -> str:
    if token.value == MONTH_OR_NAME:
        return f"“{{}}” could be a month or a name: type only when you will hear, such as {EXAMPLES}."
    if token.value:
        fits = " or ".join(f"“{word}”" for word in token.value[:3])
        return "“{}” could be " + fits + ": type " + ("that." if len(token.value) == 1 else "the one that is meant.")
    typed = _typed(token, said).lower()
    if " " in typed or typed in lexicon():
        return f"“{{}}” is not about when you will hear: type only that, such as {ALWAYS}."
    return f"I don't know “{{}}” here: type only when you will hear, such as {EXAMPLES}."


def not_understood(tokens: Sequence[Token], said: str, furthest: int) -> Refused:
    """A refusal for words that are known, and make no phrase that is."""
    for token in tokens:
        if token.text in _PAST:
            return _refused(_OF_PAST, token, said)
    numbers = [token for token in tokens if token.kind == "number"]
    if numbers and all(token.kind in ("number", "word", "mark") for token in tokens):
        first, last = numbers[0], numbers[-1]
        figures = f"{_figure(first)}-{_figure(last)}" if first is not last else _figure(first)
        return Refused(_NUMBER.format(figures, "" if figures == "1" else "s"), (first.start, last.end))
    for token in tokens:
        if token.text in _TURNING:
            return _refused(_OF_TURNING, token, said)
    return _refused(_OF_PLACE, tokens[min(furthest, len(tokens) - 1)], said)


def _refused(sentence: str, token: Token, said: str) -> Refused:
    return Refused(sentence.format(_typed(token, said)), (token.start, token.end))


def _typed(token: Token, said: str) -> str:
    """The word as it was typed."""
    return said[token.start : token.end][:40] or token.text


def _figure(token: Token) -> str:
    return str(token.value) if token.value.denominator == 1 else str(float(token.value))
