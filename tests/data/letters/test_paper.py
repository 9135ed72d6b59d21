from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.card import Person
from day12_data.kinds import Via
from day12_data.letters.draft import Draft
from day12_data.letters.paper import address_lines, paper_note, print_html, print_text
from day12_data.text import clean

JORG = Person(name="Jörg Müller", address="Nordwind GmbH\nZürcher Straße 12\n\n80339 München")
NOTE = Draft("", "", "6 March 2026\n\nDear Jörg,\n\nthank you.\n\n\n\nSam\nRivera", via=Via.PAPER)
MINE = "Sam Rivera\r\n12 Elm Street"


class Page(HTMLParser):
    """What a browser would find: the tags, and the text in the addresses and paragraphs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.texts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1] in ("div", "p") and data.strip():
            self.texts.append(data.strip())


@pytest.mark.parametrize(
    ("paper", "sheet", "envelope"),
    [("a4", "210mm 297mm", "220mm 110mm"), ("letter", "8.5in 11in", "9.5in 4.125in")],
)
def test_the_letter_and_the_envelope_have_pages_of_their_own_sizes(paper: str, sheet: str, envelope: str) -> None:
    html = print_html(NOTE, JORG, MINE, paper)
    assert f"@page sheet {{ size: {sheet};" in html
    assert f"@page envelope {{ size: {envelope};" in html
    page = Page(html)
    assert page.tags.count("section") == 2
    to = ["Jörg Müller", "Nordwind GmbH", "Zürcher Straße 12", "80339 München"]
    sender = ["Sam Rivera", "12 Elm Street"]
    words = ["6 March 2026", "Dear Jörg,", "thank you.", "Sam\nRivera"]
    assert [text for text in page.texts if text != "\xa0"] == [*sender, *to, *words, *sender, *to]


def test_a_printed_file_loads_nothing() -> None:
    html = print_html(NOTE, JORG, MINE)
    assert "default-src 'none'" in html
    assert not any(word in html for word in ("http:", "https:", "url(", "src=", "@import", "<script", "<link"))


@given(st.text(max_size=80) | st.text(alphabet="<>&\"'$\\{}/b!-\n", max_size=40))
def test_no_text_becomes_markup(text: str) -> None:
    plain = Page(print_html(Draft("", "", "x"), Person(name="x", address="x"), "x"))
    person = Person(name=text, address=f"x\n{text}")
    page = Page(print_html(Draft("", "", text), person, text))
    assert set(page.tags) <= set(plain.tags)
    assert {name for name, _ in page.attributes} == {name for name, _ in plain.attributes}
    assert all(clean(line) in page.texts for line in address_lines(person))


def test_without_an_address_there_is_no_envelope_and_the_note_says_so() -> None:
    nowhere = Person(name="Jane Doe")
    assert Page(print_html(NOTE, nowhere, "")).tags.count("section") == 1
    assert paper_note(nowhere) == "No postal address is known for Jane Doe, so only the letter page is printed."
    assert paper_note(JORG) == ""


def test_a_long_address_is_set_smaller_to_stay_on_the_envelope() -> None:
    assert '<address class="to long">' not in print_html(NOTE, JORG, MINE)
    for address in ("line\n" * 8, "a word " * 60):
        assert '<address class="to long">' in print_html(NOTE, Person(name="x", address=address), MINE)


def test_a_name_that_the_address_brings_is_not_written_twice() -> None:
    assert address_lines(Person(name="Jane Doe", address="Ms Jane Doe\nAcme")) == ("Ms Jane Doe", "Acme")
    assert address_lines(Person(name="山田 太郎", address="〒100-0005 東京都")) == ("山田 太郎", "〒100-0005 東京都")


def test_the_note_as_plain_text_has_the_same_words() -> None:
    assert print_text(NOTE, JORG, MINE) == (
        "Sam Rivera\n12 Elm Street\n\nJörg Müller\nNordwind GmbH\nZürcher Straße 12\n80339 München\n\n"
        "6 March 2026\n\nDear Jörg,\n\nthank you.\n\n\n\nSam\nRivera\n"
    )
    assert print_text(NOTE, Person(name="x"), "") == NOTE.body + "\n"


def test_an_unknown_paper_is_refused_with_the_names_that_there_are() -> None:
    assert "8.5in 11in" in print_html(NOTE, JORG, MINE, " Letter ")
    with pytest.raises(ValueError, match="write a4 or letter"):
        print_html(NOTE, JORG, MINE, "b5")
