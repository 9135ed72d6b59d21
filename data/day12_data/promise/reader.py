"""Reading a promise: what the text is, once the times in it are found (promises.md, "Find and show")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby, pairwise

from day12_data.promise.choices import (
    HEARING,
    OTHERS,
    WHICH,
    chosen,
    corrected,
    is_past,
    rank,
    ranked,
    speaks_of_others,
)
from day12_data.promise.find import Found, find, place
from day12_data.promise.frames import fits, here
from day12_data.promise.hedges import meant
from day12_data.promise.reading import Ask, Reading, Refused, Vague, Window
from day12_data.times.spans import Scene
from day12_data.times.spellings import listed
from day12_data.times.tokens import Token, tokens

LONGEST = 20_000  # characters
_MARKS = listed(", ; : ( ) - .. / + =")
# Elsewhere in the text, any of these could turn the promise round, or say that the day is the candidate's.
_TURNING = listed(
    "not no never nothing nobody without unless if except until before after since instead however another "
    "elsewhere previous last friend wife husband landlord otherwise actually wait correction unlikely rejected "
    "withdrew cancelled canceled postponed delayed supposed expired passed missed ghosted silence nada zip ago "
    "yesterday kidding joking jk doubt once when pending depends depending said says told thinks ref"
)
# And of these, where the clause itself doesn't say whose word it is.
_ANOTHER = listed("other different")
_FIRMS = listed("company firm employer offer job role place co team")
_DUTY = listed("need needs want wants must owe gotta deadline due references refs ref")
_WHOSE = listed("they we he she you hr it")
# A sentence that begins so is a greeting or a courtesy, and turns nothing.
_GREETING = listed(
    "thanks thank hi hello hey dear great good nice lovely pleasure best kind regards cheers sincerely warm all yours "
    "looking have enjoy please shout feel do any in speak talk take"
)
_SENTENCE_MARKS = listed(", ; : ( ) - .. so then anyway")
_NEAREST = 4  # clauses on each side of the time are tried as its sentence
_MOST_WORDS = 250  # in a longer text nothing is read without asking


def read_promise(
    text: str, on: datetime, *, day_first: bool = False, days_off: frozenset[date] = frozenset()
) -> Reading:
    """Read when word was promised.

    Args:
        text: The interviewer's words, a note or a pasted mail, as it was typed. No text makes this raise.
        on: When they were said: an aware moment in the interview's own zone; the days are local to it.
        day_first: Whether 3/4 is the 3rd of April, not the 4th of March.
        days_off: Days that count as no working days, beside Saturdays and Sundays.
    """
    if len(text) > LONGEST:
        return Refused("That is too long to read: paste only the part that says when you will hear.")
    scene = Scene(on, day_first, days_off)
    words = meant(tokens(text))
    found = find(words, scene)
    sure = _sure(words, found)
    if sure is not None and sure.span is not None:
        return Window(chosen(words, sure, sure.span, text))
    if sure is not None:
        return Refused(sure.why, place(words, sure))
    choices = ranked(words, found, text)
    slip, fixed = corrected(words, found)
    if slip:
        fixed = meant(fixed)
        others = ranked(fixed, find(fixed, scene), text)
        if others and others != choices:
            return Ask(others, slip)
    if choices:
        return Ask(choices, WHICH if len(choices) > 1 else "Is that when you will hear?")
    alone = len(found) == 1 and len(words) <= found[0].last - found[0].first + 2
    unread = next((time for time in found if time.why and (alone or not time.past)), None)
    return Refused(unread.why, place(words, unread)) if unread else _refusal(words, text) or Vague()


def _sure(words: Sequence[Token], found: Sequence[Found]) -> Found | None:
    """The time that is read without asking: the only one to come, or the only one that is about hearing.

    Where others stand beside it, they must be a meeting's or the job's, or stand in other sentences of a mail that
    promises it to “you”; it must say whose word it is, and it isn't counted from them.
    """
    live = [(time, rank(words, found, at)) for at, time in enumerate(found) if not is_past(words, time)]
    if len(live) == 1:
        only, _ = live[0]
        return only if _is_sure(words, only, alone=len(found) == 1) else None
    hearing = [time for time, rated in live if rated == HEARING]
    if len(hearing) != 1 or any(rated > OTHERS for _, rated in live):
        return None
    promised = hearing[0]
    if promised.span is None or promised.later or promised.follows:
        return None
    # “second interview Friday, then they decide within a week” may be counted from either.
    loose = [time for time, rated in live if rated != HEARING and (promised.span.unit or rated < OTHERS)]
    for other in loose:
        first, last = sorted((promised.first, other.first))
        if all(word.kind != "stop" for word in words[first:last]):
            return None
    return promised if _is_sure(words, promised, alone=False, only=False, to_you=bool(loose)) else None


def _is_sure(words: Sequence[Token], time: Found, *, alone: bool, only: bool = True, to_you: bool = False) -> bool:
    """Whether a known frame stands around the time, and the rest of the text can't turn it round.

    The frame is the whole text, or else a sentence or a clause that says by itself that it is about hearing.
    """
    left = [word for at, word in enumerate(words[: time.first]) if at != time.denied]
    line = [*left, here(time, words), *words[time.last :]]
    if len(line) > _MOST_WORDS:
        return False
    line = _without_remarks(line)
    middle = next(at for at, word in enumerate(line) if not word.text)
    begin = max((at + 1 for at in range(middle) if line[at].kind == "stop"), default=0)
    end = next((at for at in range(middle, len(line)) if line[at].kind == "stop"), len(line))
    around = [list(part) for stop, part in groupby([*line[:begin], *line[end:]], _is_stop) if not stop]
    others = [word for part in around if part[0].text not in _GREETING for word in part]
    if _turns(others):
        return False
    if alone and not others and fits("text", _bare(line[begin:end])):
        return True
    starts = [at for at in range(begin, middle) if at == begin or line[at - 1].text in _SENTENCE_MARKS]
    ends = [at for at in range(middle + 1, end + 1) if at == end or line[at].text in _SENTENCE_MARKS]
    for start in starts[:1] + starts[1:][-_NEAREST:]:
        for stop in ends[-1:] + ends[:-1][:_NEAREST]:
            outside, clause = [*line[:start], *line[stop:]], _bare(line[start:stop])
            owned = _has(clause, _WHOSE) or (only and not _has(outside, _DUTY))
            turned = _turns([*line[begin:start], *line[stop:end]])
            if owned and not turned and fits("promise" if to_you else "clause", clause):
                return True
    return any(
        fits("promise", _bare(line[at + 1 : end]))
        for at in range(begin, middle)
        if line[at].text in ("and", "but") and not _turns(line[begin:at])
    )


def _without_remarks(line: Sequence[Token]) -> list[Token]:
    """The words without a remark in brackets that neither holds the time nor can turn it: “hr (bob?) said”."""
    kept = list(line)
    for opened in reversed([at for at, word in enumerate(line) if word.text == "("]):
        closed = next((at for at in range(opened, len(kept)) if kept[at].text == ")"), opened)
        remark = kept[opened:closed]
        if remark and all(word.text for word in remark) and not _turns(remark) and not speaks_of_others(remark):
            del kept[opened : closed + 1]
    return kept


def _is_stop(word: Token) -> bool:
    return word.kind == "stop"


def _has(words: Sequence[Token], some: frozenset[str]) -> bool:
    return any(word.text in some for word in words)


def _turns(words: Sequence[Token]) -> bool:
    """Whether words around a promise could turn it round, or make it another firm's."""
    return any(word.text in _TURNING or word.kind in _KINDS for word in words) or any(
        word.text in _ANOTHER and after.text in _FIRMS for word, after in pairwise(words)
    )


def _bare(words: Sequence[Token]) -> list[Token]:
    return [word for word in words if word.text not in _MARKS]


_KINDS = {
    "holiday": "“{}” has no day that day12 knows: type its date, such as “by 3 April”.",
    "season": "“{}” is too wide to wait for: type a month or a date, such as “by mid-April”.",
    "fiscal": "“{}” is the firm's own calendar: type the date that it means, such as “by 30 June”.",
}
_BEFORE_SEASON = listed("the this next in by early late until before after mid of end over")
_NUMBER = "{0} what? Type the unit too, such as “{0} day{1}” or “{0} business day{1}”."
_QUOTED = 20  # characters of what was typed are enough to know it by
_BARE = listed("to - or and in within by . , maybe")


def _refusal(words: Sequence[Token], text: str) -> Refused | None:
    """A refusal for holidays, seasons, the firm's own calendar, and numbers without a unit."""
    for at, word in enumerate(words):
        if word.kind in _KINDS and (word.kind != "season" or (at and words[at - 1].text in _BEFORE_SEASON)):
            return Refused(_KINDS[word.kind].format(text[word.start : word.end]), (word.start, word.end))
    numbers = [word for word in words if word.kind == "number"]
    if numbers and all(word.kind == "number" or word.text in _BARE for word in words):
        first, last = numbers[0], numbers[-1]
        typed = " ".join(text[first.start : last.end].split())[:_QUOTED]
        return Refused(_NUMBER.format(typed, "" if typed == "1" else "s"), (first.start, last.end))
    return None
