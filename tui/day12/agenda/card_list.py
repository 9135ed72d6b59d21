"""The agenda's list: the cards of the whole board under their heads."""

from __future__ import annotations

from collections.abc import Sequence

from day12.agenda.lines import AS_AGENDA, AgendaLines, Drawing
from day12.board.card_list import CardList
from day12_data.agenda_heads import Head, Section


class AgendaList(CardList):
    """All cards that are shown, under heads."""

    def __init__(
        self,
        *,
        hint: str,
        filtered: str,
        id: str,  # noqa: A002 - Textual's own name
        drawing: Drawing = AS_AGENDA,
    ) -> None:
        self._agenda_lines = AgendaLines((hint, filtered), self.part_styles, drawing)
        super().__init__(self._agenda_lines, id=id)

    @property
    def sections(self) -> Sequence[Section[Head]] | Sequence[Section[str]]:
        """The parts that the cards stand in, to be set before the cards are shown."""
        return self._agenda_lines.sections

    @sections.setter
    def sections(self, sections: Sequence[Section[Head]] | Sequence[Section[str]]) -> None:
        self._agenda_lines.sections = sections
