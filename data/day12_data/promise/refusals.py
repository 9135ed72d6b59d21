"""Why a text that speaks of a day was not read, in one sentence that says what to type instead."""

from __future__ import annotations

from collections.abc import Sequence

from day12_data.promise.reading import Refused
from day12_data.promise.tokens import Token

_KINDS = {
    "holiday": "“{}” is in no calendar that day12 keeps: type its date, such as “by 3 April”.",
    "season": "“{}” is too wide to wait for: type a month or a date, such as “by mid-April”.",
    "fiscal": "“{}” is the firm's own calendar: type the date that it means, such as “by 30 June”.",
    "too long": "“{}” is more than a year ahead: type a nearer day, such as “two weeks”.",
}
# In the sentences that end with them, an offer takes their place (offer.py).
EXAMPLES = "“by Friday” or “7-10 days”"
_PAST = {"ago", "yesterday", "last", "previous"}
_NUMBER = "{0} what? Type the unit too, such as “{0} day{1}” or “{0} business day{1}”."


def early_refusal(tokens: Sequence[Token]) -> Refused | None:
    """A refusal for what no table reads: unknown words, holidays, seasons, the firm's own calendar."""
    for token in tokens:
        if token.kind in _KINDS:
            return Refused(_KINDS[token.kind].format(token.text), (token.start, token.end))
    for token in tokens:
        if token.kind == "unknown":
            at = (token.start, token.end)
            if token.value and len(token.value) == 1:
                return Refused(f"“{token.text}” is not one word that I know: type “{token.value[0]}”.", at)
            if token.value:
                fits = " or ".join(f"“{word}”" for word in token.value[:3])
                return Refused(f"“{token.text}” could be {fits}: type the one that is meant.", at)
            return Refused(
                f"I don't know “{token.text[:40]}” here: type only when you will hear, such as {EXAMPLES}.",
                at,
            )
    return None


def not_understood(tokens: Sequence[Token], furthest: int) -> Refused:
    """A refusal for words that are known, and make no phrase that is."""
    for token in tokens:
        if token.text in _PAST:
            return Refused(
                f"“{token.text}” speaks of the past: type a day to come, such as “next Friday” or “in two weeks”.",
                (token.start, token.end),
            )
    numbers = [token for token in tokens if token.kind == "number"]
    if numbers and all(token.kind in ("number", "word", "mark") for token in tokens):
        first, last = numbers[0], numbers[-1]
        figures = f"{_figure(first)}-{_figure(last)}" if first is not last else _figure(first)
        return Refused(_NUMBER.format(figures, "" if figures == "1" else "s"), (first.start, last.end))
    for token in tokens:
        if token.text in ("not", "no", "without", "except", "unless", "rather", "instead"):
            return Refused(
                f"“{token.text}” turns the rest round, and I can't read how: type the last day, such as “by Friday”.",
                (token.start, token.end),
            )
    token = tokens[min(furthest, len(tokens) - 1)]
    return Refused(
        f"I can't read “{token.text[:40]}” there: type only when you will hear, such as {EXAMPLES}.",
        (token.start, token.end),
    )


def _figure(token: Token) -> str:
    return str(token.value) if token.value.denominator == 1 else str(float(token.value))
