"""Typing errors: which known word a misspelt one stands for.

One edit counts (a letter left out, put in, changed, or two swapped), two in a known word of eight letters or more.
A word that is English itself is never taken for another: lookalikes.txt lists those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path

from day12_data.promise.words import UNIT_WORDS, Word, lexicon

_SHORTEST = 4
_SHORTEST_TALK = 7  # shorter ones only make a slip doubtful: “lill” may be “will” as well as “till”
_LONG = 8
_LONGEST = 16
_WRITTEN_OUT = 6  # “weds” and “mths” are too short to be recognised in a slip
_NEVER = frozenset({"much", "many"})  # too close to “March” and “may”
_ALSO = frozenset({"not", "end", "day", "two", "six", "ten"})
_TALK = ("talk", "hedge")


@lru_cache(maxsize=512)
def corrections(word: str) -> tuple[Word, ...]:
    """The known words that `word` is a slip for: none, one, or several that it fits equally well."""
    if not 3 <= len(word) <= _LONGEST or word in _english() or not word.isascii():
        return ()
    near: dict[int, dict[tuple[str, str], Word]] = {1: {}, 2: {}}
    targets = {target for shorter in _shortened(word, 2) for target in _index().get(shorter, ())}
    swapped = any(sorted(target) == sorted(word) and lexicon()[target].kind not in _TALK for target in targets)
    for target in sorted(targets, key=lambda target: (abs(len(target) - len(word)), target)):
        known = lexicon()[target]
        if swapped and known.kind in _TALK and not _trusted(target):
            continue
        distance = _distance(word, target)
        if distance == 1 or (distance == 2 and len(target) >= _LONG and known.kind not in _TALK):
            # Words that move nothing are all one to the reader.
            key = ("", "") if known.kind in _TALK else (known.kind, known.text.rstrip("s"))
            near[distance].setdefault(key, known)
    found = tuple((near[1] or near[2]).values())
    alone = len(found) == 1 and found[0].kind in _TALK
    return () if alone and not any(_trusted(target) and _distance(word, target) == 1 for target in targets) else found


def _trusted(target: str) -> bool:
    return len(target) >= _SHORTEST_TALK


@cache
def _english() -> frozenset[str]:
    """The words that are near a known one and are English themselves: never slips."""
    return frozenset(Path(__file__).with_name("lookalikes.txt").read_text("ascii").split())


def unit_like(word: str, units: Iterable[str] = UNIT_WORDS) -> str:
    """The unit that an English word may be a slip for, as “weaks” beside a number, or nothing."""
    if word not in _english():
        return ""
    near = (each for each in units if len(each) >= _SHORTEST - 1 and _distance(word, each) == 1)
    return next(near, "")


def apart(word: str) -> tuple[str, ...]:
    """“nextweek” as two or three known words, one of which names a day: it is asked back, not read."""
    day = lexicon().get(word.removesuffix("s"))
    if day and day.kind == "weekday" and day.text == word.removesuffix("s"):
        return (day.text,)
    if word in _english():
        return ()
    for parts in _splits(word, 3):
        if any(lexicon()[part].kind in _DAYS for part in parts):
            return (" ".join(parts),)
    return ()


def _splits(word: str, most: int) -> Iterator[tuple[str, ...]]:
    if _whole(word):
        yield (word,)
    if most > 1:
        for place in range(2, len(word) - 1):
            if _whole(word[:place]):
                yield from ((word[:place], *rest) for rest in _splits(word[place:], most - 1))


def _whole(word: str) -> bool:
    known = lexicon().get(word)
    return known is not None and (word == known.text or known.kind == "unit")


_DAYS = ("unit", "weekday", "month", "number", "nth")


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Each known word, filed under itself and under itself with up to two letters left out."""
    index: dict[str, set[str]] = {}
    for word, known in lexicon().items():
        if word not in _NEVER and (
            word in _ALSO or (len(word) >= _SHORTEST and (word == known.text or len(word) >= _WRITTEN_OUT))
        ):
            for shorter in _shortened(word, 2 if len(word) >= _LONG else 1):
                index.setdefault(shorter, set()).add(word)
    return {shorter: tuple(sorted(words)) for shorter, words in index.items()}


def _shortened(word: str, times: int) -> set[str]:
    found = {word}
    for _ in range(times):
        found |= {each[:place] + each[place + 1 :] for each in found for place in range(len(each))}
    return found


def _distance(one: str, other: str) -> int:
    """The number of edits between two words, a swap of neighbours counted as one; 3 stands for any more than 2."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row, oldest = row, [i], before
        for j, b in enumerate(other, 1):
            best = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, oldest[j - 2] + 1)
            row.append(best)
        before = above
    return min(row[-1], 3)
