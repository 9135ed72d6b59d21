"""What was typed and not saved, kept until it is saved or thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, cast

if TYPE_CHECKING:
    # Neither the form nor the letters are needed before the first paint.
    from day12.letters.compose import Words
    from day12_data.typed.entry import Entry

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """One kind of draft, and with it the type of what is kept."""

    name: str


FORM: Kind[Entry] = Kind("form")
"""The fields of a form, by the id of its card; "new" and the id of the earlier round for a card that is added."""
LETTER: Kind[Words] = Kind("letter")
"""The words that the user gave a letter, by card, person and letter."""
REPLACED_LETTER: Kind[Words] = Kind("replaced letter")
"""Such words after the letter was filled in again, or went out."""
REFERENCE: Kind[str] = Kind("reference")
"""What was typed as the reference from the meeting, by card and person."""


class Drafts:
    """Every draft, by its kind and by what it was typed for."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, ...], object] = {}

    def get(self, kind: Kind[T], *about: str) -> T | None:
        """The draft, or None where there is none."""
        return cast("T | None", self._kept.get((kind.name, *about)))

    def put(self, kind: Kind[T], *about: str, draft: T) -> None:
        """Keep the draft in place of the one before."""
        self._kept[(kind.name, *about)] = draft

    def discard(self, kind: Kind[T], *about: str) -> T | None:
        """Forget the draft, and return it; None where there is none."""
        return cast("T | None", self._kept.pop((kind.name, *about), None))
