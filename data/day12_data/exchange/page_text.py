"""The text of a web page or an HTML mail: its words and where its links lead, nothing else."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LINES = frozenset({"br", "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "table", "ul", "ol", "blockquote", "hr"})
_HIDDEN = frozenset({"style", "script", "head", "title"})
_BLANKS = re.compile(r"[ \t\xa0]+")


class _Reader(HTMLParser):
    """Collects the words of a page; a link that isn't its own text stands behind it in < >."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _HIDDEN:
            self._hidden += 1
        elif tag in _LINES:
            self.parts.append("\n")
        elif tag == "a":
            self._link = next((value or "" for name, value in attrs if name == "href"), "")

    def handle_endtag(self, tag: str) -> None:
        if tag in _HIDDEN:
            self._hidden = max(0, self._hidden - 1)
        elif tag in _LINES:
            self.parts.append("\n")
        elif tag == "a" and self._link:
            if re.match(r"https?:", self._link):
                self.parts.append(f" <{self._link}> ")
            self._link = ""
        elif tag in ("td", "th"):
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def page_text(page: str) -> str:
    """The page's words, a line for each of its lines."""
    reader = _Reader()
    reader.feed(page)
    reader.close()
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(reader.parts).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
