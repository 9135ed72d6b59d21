"""People and anchors as a person types them, a line each."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.board import EditError
from day12_data.card import Anchor, AnchorKind, Person, Sent
from day12_data.typed.people import person_text, read_anchors, read_people, read_person, with_people
from kit import INTERVIEW
from wild import PROPERTY


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Dana Reyes", Person(name="Dana Reyes")),
        ("  Dana   Reyes ", Person(name="Dana Reyes")),
        ("Dana Reyes <dana@acme.com>", Person(name="Dana Reyes", email="dana@acme.com")),
        ("Dana Reyes, Head of Data, EMEA", Person(name="Dana Reyes", title="Head of Data, EMEA")),
        ("<dana@acme.com> Dana Reyes", Person(name="Dana Reyes", email="dana@acme.com")),
        ("Dana linkedin.com/in/dana", Person(name="Dana", linkedin="linkedin.com/in/dana")),
        ("Dana https://www.LinkedIn.com/in/d", Person(name="Dana", linkedin="https://www.LinkedIn.com/in/d")),
        (
            "Dana Reyes, CTO <dana@acme.com> de.linkedin.com/in/dana",
            Person(name="Dana Reyes", title="CTO", email="dana@acme.com", linkedin="de.linkedin.com/in/dana"),
        ),
        ("María-José O’Neill, CTO", Person(name="María-José O’Neill", title="CTO")),
        ("[red]Dana[/]\x1b[31m\u202e", Person(name="[red]Dana[/][31m")),
    ],
)
def test_a_line_is_read_as_a_person(line: str, person: Person) -> None:
    assert read_person(line) == person


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("<dana@acme.com>", "Who is “<dana@acme.com>”"),
        (", CTO", "Write a name first"),
        ("linkedin.com/in/dana", "Write a name first"),
        ("Dana <dana>", "“dana” is no email address"),
        ("Dana <>", "“” is no email address"),
        ("Dana <a b@c>", "is no email address"),
        ("Dana <a@b@c>", "is no email address"),
        ("Dana <dana@acme.com", "half an address"),
    ],
)
def test_a_line_without_a_name_or_with_half_an_address_is_refused_with_an_example(line: str, sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        read_person(line)
    with pytest.raises(EditError, match=sentence):
        read_people(f"Tom\n{line}")


def test_indented_lines_are_the_postal_address_of_the_person_above() -> None:
    text = "Dana Reyes, CTO\n    Acme\n\t12 Harbor Street\n\n  Seattle, WA 98101\r\nTom"
    assert read_people(text) == (
        Person(name="Dana Reyes", title="CTO", address="Acme\n12 Harbor Street\nSeattle, WA 98101"),
        Person(name="Tom"),
    )


def test_an_address_without_anybody_above_it_is_refused() -> None:
    with pytest.raises(EditError, match="put the person's name above it"):
        read_people("   12 Harbor Street\nDana")


def test_what_was_sent_to_somebody_stays_theirs_when_the_lines_are_edited() -> None:
    sent = (Sent(letter="thank-you", at=INTERVIEW),)
    known = (Person(name="Dana", sent=sent), Person(name="Tom"))
    assert read_people("Dana, CTO <d@x>\nTom\nEve", known) == (
        Person(name="Dana", title="CTO", email="d@x", sent=sent),
        Person(name="Tom"),
        Person(name="Eve"),
    )


def test_people_are_added_and_one_of_the_same_name_is_changed_where_they_stand() -> None:
    text = "Dana\n    12 Harbor Street\nTom"
    assert with_people(text, ["Dana, CTO <d@x>", "Eve"]) == "Dana, CTO <d@x>\n    12 Harbor Street\nTom\nEve"
    assert with_people("", ["Eve"]) == "Eve"


words = st.text(st.characters(categories=["L", "N", "Zs"], include_characters="’.-&[]/\\"), max_size=20).filter(
    lambda text: "linkedin.com" not in text.casefold()
)


@PROPERTY
@given(
    st.lists(
        st.builds(
            lambda name, title, email, linkedin, address: person_text(
                Person(name=f"N{name}", title=title, email=email, linkedin=linkedin, address=address)
            ),
            words,
            words,
            st.sampled_from(["", "dana@acme.com"]),
            st.sampled_from(["", "linkedin.com/in/dana"]),
            st.sampled_from(["", "12 Harbor Street\nSeattle"]),
        ),
        max_size=3,
    )
)
def test_people_written_and_read_are_the_same_people(typed: list[str]) -> None:
    people = read_people("\n".join(typed))
    assert read_people("\n".join(map(person_text, people))) == people


@PROPERTY
@given(st.text(st.sampled_from("ab ,<>@.\n\t\u2028\x1b") | st.characters(exclude_categories=[]), max_size=40))
def test_any_text_is_people_with_names_or_refused(text: str) -> None:
    with suppress(EditError):
        assert all(person.name for person in read_people(text))


@pytest.mark.parametrize(
    ("line", "anchor"),
    [
        ("book: The Goal", Anchor(text="The Goal", kind=AnchorKind.BOOK)),
        ("BOOK : The Goal", Anchor(text="The Goal", kind=AnchorKind.BOOK)),
        ("person: Priya: at the observatory", Anchor(text="Priya: at the observatory", kind=AnchorKind.PERSON)),
        ("hammocks", Anchor(text="hammocks", kind=AnchorKind.TOPIC)),
        ("sailing: the Baltic", Anchor(text="sailing: the Baltic", kind=AnchorKind.TOPIC)),
        ("https://acme.com/map", Anchor(text="https://acme.com/map", kind=AnchorKind.WEBSITE)),
        ("www.acme.com", Anchor(text="www.acme.com", kind=AnchorKind.WEBSITE)),
        ("book: https://acme.com/b", Anchor(text="https://acme.com/b", kind=AnchorKind.BOOK)),
    ],
)
def test_a_line_is_read_as_an_anchor(line: str, anchor: Anchor) -> None:
    assert read_anchors(f"\n  {line}\x1b \n\n") == (anchor,)


def test_when_an_anchor_was_used_is_kept_by_its_words() -> None:
    used = (INTERVIEW,)
    known = (Anchor(text="The Goal", used=used), Anchor(text="hammocks", used=used))
    assert read_anchors("book: The Goal\nboats", known) == (
        Anchor(text="The Goal", kind=AnchorKind.BOOK, used=used),
        Anchor(text="boats"),
    )


def test_two_people_on_one_line_are_asked_apart() -> None:
    with pytest.raises(EditError, match="a line of their own"):
        read_person("Anna Köhler, CTO <anna@koehler.example>, Bob")
