"""What is asked: the times of a text as choices, the likeliest first, and those behind a slip of the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from day12_data.dates.lexicon import names
from day12_data.promise.find import Found, clause_after, clause_before, place
from day12_data.promise.reading import Choice
from day12_data.times.spans import Span
from day12_data.times.spellings import PLACES, SLIPPED, listed
from day12_data.times.tokens import Token, tokens

MOST = 9  # one for each digit
WHICH = "Which of these is when you will hear?"

# A clause with one of these speaks of hearing, calling, deciding, telling or offering.
_HEARING = listed(
    "hear hearing know call calls calling ring rings phone email emails text contact decide decides deciding "
    "decision decisions decided answer result results news feedback response reply respond update verdict outcome "
    "outcomes tell inform notify notified touch reach announce announced shortlist pick chase ping follow word "
    "verdicts pick choose chosen final offers offer back let conclusion confirm expect timeline turnaround eta "
    "gets nudge"
)
# And one of these speaks of a meeting, of the job or of what the candidate has to do.
_OTHERS = listed(
    "interview interviews interviewing round rounds stage meeting meetings meet meets contract notice start "
    "starts starting join joining references reference docs documents test task assignment assessment exercise "
    "case presentation deadline expires expire expiring runs link links other salary onsite visit holiday out "
    "away closed closes closing close applications travelling traveling resume keep submit complete finish "
    "finishing finalists candidates met sign owe must visa vacancy position hold reapply training trial lunch "
    "dinner tour session sessions shift due panel sits board seeing see landlord rent wedding birthday flight "
    "appointment off sick hols leave thank thanks send prepare quiz challenge portfolio exam homework hours "
    "minutes office site launch project probation bonus"
)
_TURNING = listed("not no never unless without before if ago until unlikely nobody nothing hardly doubt too except")
_PAST = listed("was were met spoke came coming did had interviewed talked sent emailed applied been thanks thank saw")
# “great speaking with you this afternoon”
_PLEASED = listed("great good nice lovely pleasure enjoyed loved")
_MEETING = listed("meeting meet speaking speak talking talk chatting chat seeing see having visit interview call")
_TOLD = listed("told promised said supposed going will would should hear")


def ranked(words: Sequence[Token], found: Sequence[Found], text: str) -> tuple[Choice, ...]:
    """The times that could be meant, the likeliest first.

    A time whose clause speaks of hearing comes first, then one that sets a last day, then the one said last; behind
    them what belongs to a meeting, the job or the candidate, and last what a turning word stands beside.
    """
    rated = sorted(
        (rank(words, found, at), not time.bound, -at)
        for at, time in enumerate(found)
        if time.span and not is_past(words, time)
    )
    choices: list[Choice] = []
    for rated_as, _, behind in rated:
        at = -behind
        follows = rated_as == HEARING and at > 0 and rank(words, found, at - 1) == OTHERS
        for span in (found[at].later if follows else None, found[at].span):  # behind a meeting, first the days after it
            choice = chosen(words, found[at], span, text) if span else None
            if choice and all((each.earliest, each.latest) != (choice.earliest, choice.latest) for each in choices):
                choices.append(choice)
    return tuple(choices[:MOST])


def chosen(words: Sequence[Token], time: Found, span: Span, text: str) -> Choice:
    """A time as a choice: the words that name it, as typed, without the blanks and marks around them."""
    start, end = place(words, time)
    named = " ".join(text[start:end].split())
    return Choice(named, ((start, end),), span.earliest, span.latest, span.working, span.until)


def rank(words: Sequence[Token], found: Sequence[Found], at: int) -> int:
    """How likely a time is meant, by its clause: 0 where that speaks of hearing, to 4 where a turning word is in it."""
    time = found[at]
    begin, end = clause_before(words, time.first), clause_after(words, time.last)
    ahead = words[max(begin, found[at - 1].last) if at else begin : time.first]
    before = {word.text for word in ahead}
    after = {word.text for word in words[time.last : min([end, *(each.first for each in found[at + 1 : at + 2])])]}
    clause = before | after
    hearing = bool(before & _HEARING) or (not before & _OTHERS and bool(after & _HEARING))
    other = bool(clause & _OTHERS)
    if (
        time.denied is None
        and clause & _TURNING
        and not ("if" in before and before & _HEARING and before & {"not", "no", "nothing"})
    ):
        return 2 if hearing else 4
    if hearing and not (other and _is_nearer(ahead)):
        return HEARING
    return OTHERS if other else 1


HEARING, OTHERS = 0, 3


def speaks_of_others(words: Sequence[Token]) -> bool:
    """Whether words speak of a meeting, of the job or of what the candidate has to do."""
    return any(word.text in _OTHERS for word in words)


def _is_nearer(before: Sequence[Token]) -> bool:
    """Whether what stands last before the time is of others."""
    nearest = next((word.text for word in reversed(before) if word.text in _HEARING or word.text in _OTHERS), "")
    return nearest in _OTHERS and nearest not in _HEARING


def is_past(words: Sequence[Token], time: Found) -> bool:
    """“Thanks for coming in on Tuesday”, “I was interviewed this afternoon”: no time to come."""
    if time.past:
        return True
    before = {word.text for word in words[clause_before(words, time.first) : time.first]}
    named = words[time.last - 1]
    single = time.span is not None and time.span.earliest == time.span.latest and not time.bound
    past = bool(before & _PAST) or bool(before & _PLEASED and before & _MEETING)
    return single and named.kind != "unit" and past and not before & _TOLD


_NEAR = 0.8  # of difflib's measure: one letter in five
_SHORTEST = 4  # letters, where one of them is a vowel
_NEARER = 0.05  # by so much the word must be nearer than any other
_SHORT = 60  # words: what is longer was pasted, not typed in haste


def corrected(words: Sequence[Token], found: Sequence[Found]) -> tuple[str, list[Token]]:
    """The question to ask, and the words with each slip put right; no question where there is none.

    A word is a slip only where a time could stand, beside those that were found where there are any, and only where
    one word of a time is nearer to it than any other.
    """
    fixed, slip = list(words), ""
    beside = [at for time in found for at in (time.first - 1, time.last, time.last + 1, time.last + 2)]
    for at in reversed(beside or range(len(words))) if len(words) <= _SHORT else ():
        if not 0 <= at < len(words):
            continue
        word, after = words[at], words[at + 1] if at + 1 < len(words) else None
        if len(word.text) < _SHORTEST and set(word.text) & set("aeiou"):  # “for” is no four; “nex week” is next week
            could = after is not None and after.kind in ("unit", "weekday")
        else:
            could = bool(beside) or _could_be_time(words, at)
        near = _near(word.text) if word.kind == "word" and could else ""
        if near:
            fixed[at : at + 1] = meant = [each._replace(start=word.start, end=word.end) for each in tokens(near)]
            slip = f"“{word.text}” could be “{_written(meant)}”: is that when you will hear?"
    return slip, fixed


def _could_be_time(words: Sequence[Token], at: int) -> bool:
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    return (
        before is None
        or before.text in PLACES
        or before.text in _HEARING
        or before.kind not in ("word", "mark", "stop")
        or (after is not None and (after.kind in ("unit", "weekday", "number", "month") or after.text in _BEHIND))
    )


_BEHIND = listed("latest pm am morning afternoon evening at")


@lru_cache(maxsize=512)
def _near(word: str) -> str:
    if len(word) < 3 or not word.isascii() or word in PLACES or word in SLIPPED:
        return ""
    close = [each for each in get_close_matches(word, _LEXICON, n=6, cutoff=_NEAR) if _is_slip(each, word)]
    if not close or word in close:
        return ""
    nearest = SequenceMatcher(None, close[0], word).ratio() - _NEARER
    near = [each for each in close if SequenceMatcher(None, each, word).ratio() > nearest]
    meant = {tuple(token.text.rstrip("s") for token in tokens(each)) for each in near}
    return close[0] if len(meant) == 1 else ""


def _is_slip(word: str, typed: str) -> bool:
    """Whether they begin alike and differ by a letter, or two in a longer word: “tight” is no “tonight”."""
    same = sum(block.size for block in SequenceMatcher(None, word, typed).get_matching_blocks())
    return word[0] == typed[0] and max(len(word), len(typed)) - same <= 1 + (len(typed) >= _LONG)


_LONG = 6  # letters
_LEXICON = sorted(word for word in names() | SLIPPED if len(word) > 3)


def _written(words: Sequence[Token]) -> str:
    written = " ".join(word.text for word in words)
    return written.capitalize() if words[0].kind in ("weekday", "month") else written
