"""Typing errors: which known word a misspelt one stands for.

One edit counts (a letter left out, put in, changed, or two swapped), two in a known word of eight letters or more.
A word that is English itself is never taken for another: lookalikes.txt lists those.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib import resources

from day12_data.promise.words import Word, lexicon

_SHORTEST = 4
_SHORTEST_TALK = 7
_LONG = 8
_LONGEST = 16
_ALSO = frozenset({"not", "day", "two", "six", "ten"})
_TALK = ("talk", "hedge")


@lru_cache(maxsize=512)
def corrections(word: str) -> tuple[Word, ...]:
    """The known words that `word` is a slip for: none, one, or several that it fits equally well."""
    if not 3 <= len(word) <= _LONGEST or word in _english() or not word.isascii():
        return ()
    near: dict[int, dict[tuple[str, str], Word]] = {1: {}, 2: {}}
    for shorter in _shortened(word, 2):
        for target in _index().get(shorter, ()):
            distance = _distance(word, target)
            known = lexicon()[target]
            if distance == 1 or (distance == 2 and len(target) >= _LONG and known.kind not in _TALK):
                # Words that move nothing are all one to the reader.
                key = ("", "") if known.kind in _TALK else (known.kind, known.text.rstrip("s"))
                near[distance].setdefault(key, known)
    return tuple((near[1] or near[2]).values())


@cache
def _english() -> frozenset[str]:
    """The words that are near a known one and are English themselves: never slips."""
    return frozenset(resources.files("day12_data.promise").joinpath("lookalikes.txt").read_text("ascii").split())


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Each known word, filed under itself and under itself with up to two letters left out."""
    index: dict[str, set[str]] = {}
    for word, known in lexicon().items():
        if len(word) >= (_SHORTEST_TALK if known.kind in _TALK else _SHORTEST) or word in _ALSO:
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
