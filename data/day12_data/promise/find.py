"""Where in a text a time is named, which words name it, and which days they mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import cast

from day12_data.times.bounds import ONLY_A_START, Before, Clause, From, UpTo, sense_of, window
from day12_data.times.grammar import Reader
from day12_data.times.spans import Loose, Past, Scene, Span, Time, Unsafe
from day12_data.times.spellings import listed
from day12_data.times.tokens import Token
from day12_data.times.wordings import grammar

_MOST_CLAUSES = 4
_CLAUSE_END = listed(". , ; ( ) and but so because which though although while or as")
NEGATIONS = listed("not no nothing never nobody none without")


@dataclass(frozen=True, slots=True)
class Found:
    """A time that the text names: the tokens that name it, and the days they mean, or why they mean none.

    `bound` says that it is the last day that counts, as in “by Friday”; `denied` is the place of the “not” that belongs
    to it: “we won't know until Friday”.
    """

    first: int
    last: int
    span: Span | None = None
    why: str = ""
    past: bool = False
    bound: bool = False
    denied: int | None = None
    later: Span | None = None  # the same words, taken to follow the time before them: “the 17th, decision on Wednesday”
    follows: bool = False  # whether it is counted from that: “hear by the end of that week”


def find(words: Sequence[Token], scene: Scene) -> list[Found]:
    """Every time that the words name, in order, the longest at each place; each may be counted from the one before."""
    reader, begins, known = Reader(grammar(), words), grammar().begins("clause"), grammar().words
    found: list[Found] = []
    at = tried = 0
    for named, word in enumerate(words):
        if word.kind not in _NAMING and word.text not in _NAMES:
            continue
        first = named
        while first > max(at, named - _MOST_BEFORE) and (
            words[first - 1].text in known or words[first - 1].kind in _NAMING
        ):
            first -= 1
        at = max(at, first)
        while at <= named:
            begin, at = at, at + 1
            if words[begin].text not in begins and words[begin].kind not in begins:
                continue
            tried += 1
            if tried > _MOST_TRIED:
                return found
            time = _longest(reader, begin, scene)
            if time is not None:
                found.append(time)
                at = time.last
                if time.span is not None:
                    scene = replace(scene, before=time.span, named=_named(words, time))
    return found


# Every time has one of these: only near them is one looked for.
_NAMING = listed("number nth unit weekday month figures quarter halfyear year clock")
_NAMES = listed(
    "today tomorrow tonight yesterday eod cob eow eom eoq eoy noon midnight lunch weekend midweek morning afternoon "
    "evening night quarter next day few several couple half business play close am pm"
)
_MOST_TRIED = 800  # places: a mail has a few dozen, a heap of numbers thousands
_MOST_BEFORE = 9  # words that stand before the one that names it: “in no more than the next couple of working days”


def place(words: Sequence[Token], time: Found) -> tuple[int, int]:
    """Where a time stands in the typed text."""
    return words[time.first].start, words[time.last - 1].end


def clause_before(words: Sequence[Token], at: int) -> int:
    """Where the clause begins that ends at a token."""
    begin = at
    while begin and words[begin - 1].text not in _CLAUSE_END:
        begin -= 1
    return begin


def clause_after(words: Sequence[Token], at: int) -> int:
    """Where the clause ends that goes on from a token."""
    while at < len(words) and words[at].text not in _CLAUSE_END:
        at += 1
    return at


def _named(words: Sequence[Token], time: Found) -> frozenset[str]:
    around = words[clause_before(words, time.first) : clause_after(words, time.last)]
    return frozenset(word.text.rstrip("s") for word in around if word.kind == "word")


def _longest(reader: Reader, start: int, scene: Scene) -> Found | None:
    words = reader.tokens
    for end, clauses in sorted(_clauses(reader, start), key=lambda each: -each[0]):
        if not _is_time(words, start, end):
            continue
        while words[end - 1].text in (",", "(", "-"):
            end -= 1
        denied, meant = _undenied(words, start, clauses)
        first = start - (denied is not None and words[start - 1].text == "for")
        bound = len(meant) == 1 and sense_of(meant[0][1]) == "upper"
        try:
            span = window(meant, scene)
        except Loose:
            continue
        except Unsafe as unsafe:
            if len(clauses) > 1 and str(unsafe) != ONLY_A_START:
                continue
            return Found(first, end, why=str(unsafe), past=isinstance(unsafe, Past), denied=denied)
        except (OverflowError, ValueError):
            return Found(first, end, why="That is too far away: type a nearer day, such as “two weeks”.")
        time, before = Found(first, end, span, bound=bound, denied=denied), scene.before
        if before is None:
            return time
        later = None
        if not before.unit and not span.unit and span.latest <= before.latest:
            later = _window(meant, replace(scene, prior=before))
        return replace(
            time,
            later=later if later and later.latest > span.latest else None,
            follows=_window(meant, replace(scene, before=None)) != span,
        )
    return None


def _window(clauses: Sequence[Clause], scene: Scene) -> Span | None:
    try:
        return window(clauses, scene)
    except Unsafe:
        return None


def _undenied(words: Sequence[Token], start: int, clauses: list[Clause]) -> tuple[int | None, list[Clause]]:
    """A “not” earlier in the clause turns “until” into “on”, “before” into a start, “more than” into “at most”."""
    begin = clause_before(words, start)
    denied = next((at for at in range(start - 1, begin - 1, -1) if words[at].text in NEGATIONS), None)
    if denied is None:
        return None, clauses
    (_, time), *rest = clauses
    match time, words[start].text:
        case UpTo(inner), "until":
            time = inner
        case Before(inner), "before":
            time = From(inner)
        case From(inner), "more" | "longer" | "later" | "over" | "past" | "beyond":
            time = UpTo(inner)
        case _ if sense_of(time) != "plain" or words[start - 1].text != "for":
            return None, clauses
    return denied, [("", time), *rest]


def _clauses(reader: Reader, start: int) -> Iterator[tuple[int, list[Clause]]]:
    """Every way in which clauses, joined by separators, read on from `start`."""
    seen: set[int] = set()
    queue: list[tuple[int, str, list[Clause]]] = [(start, "", [])]
    while queue:
        at, separator, before = queue.pop(0)
        for end, time in reader.read("clause", at):
            clauses = [*before, (separator, cast("Time", time))]
            if end in seen:
                continue
            seen.add(end)
            yield end, clauses
            if len(clauses) < _MOST_CLAUSES:
                queue += ((after, str(mark), clauses) for after, mark in reader.read("separator", end))


_SUBJECTS = listed("i we you they he she")
# Behind a low ordinal they make it no date: “2nd interview”, “the 3rd round”.
_AFTER_DATE = listed(
    "at by for from if in is it of on or the to via with and but so we they you he she i latest max next this then"
)
_OF_PERSONS = listed("from said says told thinks called emailed wants will would")  # “April from HR”
_MONTHLY = listed("in by of early late mid until before this next from for after about or end since")


def _is_time(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words are no others that only look like a time: “second”, “may”, “sat”, “2nd interview”."""
    first, last = words[start], words[end - 1]
    before = words[start - 1] if start else _NOTHING
    after = words[end] if end < len(words) else _NOTHING
    if after.text == "'s" or (last.kind == "month" and after.kind in ("number", "nth")):  # “start apr 6”
        return False
    if last.kind == "nth":
        return _is_day_of_month(first, last, after, alone=end - start == 1)
    if end - start > 1:  # “a 6 month contract” is no time
        counted = words[end - 2]
        adjective = last.kind == "unit" and last.text == last.value and counted.kind == "number" and counted.value != 1
        return not adjective or after.kind != "word" or after.text in _AFTER_DATE or after.text in grammar().words
    if first.text in ("may", "march") and len(words) > 1 and first.end - first.start in (3, 5):
        return before.text in _MONTHLY
    if first.kind == "month" and (before.text in ("mr", "mrs", "ms", "dr") or after.text in _OF_PERSONS):
        return False
    if first.text in ("saturday", "sunday") and first.end - first.start == 3:
        return before.text not in _SUBJECTS
    return first.text not in _NEVER_ALONE and not (first.kind == "unit" and after.kind == "word")


def _is_day_of_month(first: Token, last: Token, after: Token, *, alone: bool) -> bool:
    """“the 15th”, not “second” nor “2nd interview”."""
    if last.text.isalpha() and (alone or (isinstance(last.value, int) and last.value < 5)):
        return not alone and first.text in ("by", "on", "until", "before") and after.kind != "word"
    if isinstance(last.value, int) and last.value < 6 and after.kind in ("word", "unit"):
        return after.text in _AFTER_DATE
    return True


_NOTHING = Token("", "", None, 0, 0)
_NEVER_ALONE = listed("weekday night lunch morning afternoon evening")
