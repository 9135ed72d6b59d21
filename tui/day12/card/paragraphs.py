"""Lines of text that wrap below where they begin, not at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

_BULLETS = ("✓ ", "○ ", "– ")


class Paragraphs(Widget):
    """Lines, the indented ones of which stay indented where they wrap."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines: Sequence[Content] = ()
        self._wrapped: tuple[int, Content] = (0, Content(""))

    @property
    def text(self) -> str:
        """The lines as they are, unwrapped."""
        return "\n".join(line.plain for line in self._lines)

    def show(self, lines: Sequence[Content]) -> None:
        """Show these lines; where there are none, take no room."""
        self._lines, self._wrapped = lines, (0, Content(""))
        self.display = bool(lines)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they take in this width."""
        return self._in(width).plain.count("\n") + 1

    def render(self) -> Content:
        """The lines, wrapped."""
        return self._in(self.content_size.width)

    def _in(self, width: int) -> Content:
        if self._wrapped[0] != width:
            self._wrapped = width, Content("\n").join(part for line in self._lines for part in wrapped(line, width))
        return self._wrapped[1]


def wrapped(line: Content, width: int) -> list[Content]:
    """A line in several, those after the first as far from the edge as its text begins."""
    text = line.plain.lstrip()
    indent = len(line.plain) - len(text) + 2 * text.startswith(_BULLETS)
    if line.cell_length <= width or width < max(1, 2 * indent):
        return [line]
    head, rest = line[:indent], line[indent:]
    first, *others = rest.wrap(width - indent)
    return [head + first, *(each.pad_left(indent) for each in others)]
