"""What is shown for confirmation where a text holds words that no table knows: the part of it that does say when.

“We use Python and Kubernetes, so expect a call on Monday” is refused, and “expect a call on Monday” offered instead.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from day12_data.promise.content import speaks_of_a_day
from day12_data.promise.reading import Reading, Window
from day12_data.promise.small_words import listed
from day12_data.promise.tokens import Token

_STOPS = listed(", ; so but")
_JOINING = listed("and or - of than")
# What could turn the part round from where it stands in the text.
_TURNING = listed(
    "not no without unless if except until before after since least minimum more than another once each longer "
    "later rarely seldom every refuse fail upwards subject provided"
)


def offered(words: Sequence[Token], said: str, read: Callable[[Sequence[Token]], Reading]) -> str:
    """The one part of the typed text that says when, as it was typed; nothing where there is none, or not one only.

    Args:
        words: The text's tokens, as they are meant.
        said: The text.
        read: Reads a part by itself.
    """
    parts = _parts(words)
    dated = [part for part in parts if speaks_of_a_day(part)]
    if len(dated) != 1 or not isinstance(read(dated[0]), Window):
        return ""
    if any(token.text in _TURNING and token not in dated[0] for token in words):
        return ""
    return said[dated[0][0].start : dated[0][-1].end].replace('"', "").strip()


def _parts(words: Sequence[Token]) -> list[Sequence[Token]]:
    """The runs of known words between stops and unknown ones."""
    parts: list[list[Token]] = [[]]
    for token in words:
        if token.text in _STOPS or token.kind == "unknown":
            parts.append([])
        else:
            parts[-1].append(token)
    return [_bare(part) for part in parts]


def _bare(part: Sequence[Token]) -> Sequence[Token]:
    """A part without the words at its ends that join it to another."""
    first, last = 0, len(part)
    while first < last and part[first].text in _JOINING:
        first += 1
    while first < last and part[last - 1].text in _JOINING:
        last -= 1
    return part[first:last]
