"""People and anchors as a person types them, a line each."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from day12_data.board import EditError
from day12_data.card import Person, Sent
from day12_data.typed.people import read_people, with_people, without_person
from day12_data.typed.person import person_line, person_text, read_person
from kit import INTERVIEW


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
        (", CTO", "Write a name first"),
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


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("jen wu - eng mgr, jen@stripe.example", Person(name="jen wu", title="eng mgr", email="jen@stripe.example")),
        (
            "c. ruiz (recruiter) c.ruiz@initech.example",
            Person(name="c. ruiz", title="recruiter", email="c.ruiz@initech.example"),
        ),
        ('"Reyes, Dana" <d@acme.example>', Person(name="Dana Reyes", email="d@acme.example")),
        ("Reyes, Dana <dana.reyes@acme.example>", Person(name="Dana Reyes", email="dana.reyes@acme.example")),
        ("Dana, Chef <d@acme.example>", Person(name="Dana", title="Chef", email="d@acme.example")),
        ("kim@acme.example", Person(name="Kim", email="kim@acme.example")),
        ("<dana.reyes@acme.example>", Person(name="Dana Reyes", email="dana.reyes@acme.example")),
        ("Tom Wu tom@acme.example", Person(name="Tom Wu", email="tom@acme.example")),
        ("mailto:dana@acme.example Dana Reyes", Person(name="Dana Reyes", email="dana@acme.example")),
        (
            "Priya Shah | Staff Eng | +1 (206) 555-0133",
            Person(name="Priya Shah", title="Staff Eng", phone="+1 (206) 555-0133"),
        ),
        ("Sam Okafor – recruiter – cell: 555-0133", Person(name="Sam Okafor", title="recruiter", phone="555-0133")),
        ("Kim, +44 20 7946 0018 ext. 7", Person(name="Kim", phone="+44 20 7946 0018 ext. 7")),
        ("Bo Li/CTO", Person(name="Bo Li", title="CTO")),
        ("Dana Reyes (she/her), Head of Data", Person(name="Dana Reyes", title="she/her, Head of Data")),
        ("Dana, Head of Data - EMEA", Person(name="Dana", title="Head of Data - EMEA")),
    ],
)
def test_a_hurried_line_is_read_as_a_person_would(line: str, person: Person) -> None:
    assert read_people(line) == (person,)


def test_two_names_with_and_between_them_are_two_people() -> None:
    assert read_people("Dana Reyes and Tom Wu") == (Person(name="Dana Reyes"), Person(name="Tom Wu"))
    assert read_people("Ann, Head of Research and Development") == (
        Person(name="Ann", title="Head of Research and Development"),
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Dana Reyes & Tom Wu <t@x.example>", "Whose is which"),
        ("Jo a@x.example b@x.example", "Whose is which"),
        ("Dana; Tom", "several people"),
        ("HM: Priya", "Which is the name"),
        ("kim@acme.example recruiter", "Which is the name"),
        ("Dana Reyes\nSeattle, WA 98101", "Is “Seattle, WA 98101” somebody, or part of Dana Reyes's address"),
        ("Dana\n12 Harbor Street\nTom Wu", "Is “Tom Wu” somebody, or part of Dana's address"),
        ("Dana\nAcme GmbH\nHauptstr. 5", "Is “Acme GmbH” somebody"),
        ("Dana\n    Tom Wu tom@x.example", "Whose is “tom@x.example”"),
        ("Dana <d@x.example>\ndana2@x.example", "Whose is “dana2@x.example”"),
    ],
)
def test_what_could_mean_two_things_is_asked_back(text: str, question: str) -> None:
    with pytest.raises(EditError, match=question):
        read_people(text)


def test_lines_below_a_person_are_theirs_where_that_is_sure() -> None:
    text = "Dana Reyes\ndana@x.example\n+1 206 555 0133\nlinkedin.com/in/dana"
    text += "\n12 Harbor Street\nSeattle, WA 98101-1234\n\nTom Wu"
    assert read_people(text) == (
        Person(
            name="Dana Reyes",
            email="dana@x.example",
            phone="+1 206 555 0133",
            linkedin="linkedin.com/in/dana",
            address="12 Harbor Street\nSeattle, WA 98101-1234",
        ),
        Person(name="Tom Wu"),
    )


def test_a_line_changes_the_person_whom_it_means_and_adds_anybody_else() -> None:
    dana = Person(name="Dana Reyes", title="CTO", email="d@x.example", address="12 Harbor Street")
    people = (dana, Person(name="Tom"))
    assert with_people(people, ["Dana, +1 206 555 0133"])[0] == replace(dana, phone="+1 206 555 0133")
    assert with_people(people, ["D. Reyes <d@x.example>"])[0] == dana
    assert with_people(people, ["Tom Wu <t@x.example>", "Eve"])[1:] == (
        Person(name="Tom Wu", email="t@x.example"),
        Person(name="Eve"),
    )
    with pytest.raises(EditError, match="fits Tom Wu, Tom Ito"):
        with_people((Person(name="Tom Wu"), Person(name="Tom Ito")), ["Tom, CTO"])


def test_somebody_is_taken_off_by_a_part_of_the_name_or_by_the_address() -> None:
    people = (Person(name="Dana Reyes"), Person(name="Tom Wu", email="t@x.example"))
    assert without_person(people, "dana") == people[1:]
    assert without_person(people, "T@x.example") == people[:1]
    with pytest.raises(EditError, match="Nobody on the card is called “Eve”: there is Dana Reyes, Tom Wu"):
        without_person(people, "Eve")


def test_what_was_sent_stays_with_somebody_whose_name_grew() -> None:
    sent = (Sent(letter="thank-you", at=INTERVIEW),)
    assert read_people("Dana Reyes", [Person(name="Dana", sent=sent)]) == (Person(name="Dana Reyes", sent=sent),)
    two = [Person(name="Dana", sent=sent), Person(name="Dana Ito")]
    assert read_people("Dana Ito\nDana", two) == (Person(name="Dana Ito"), Person(name="Dana", sent=sent))


def test_six_people_as_a_hurried_person_types_them_are_six_people() -> None:
    text = """jen wu - eng mgr, jen@stripe.example
c. ruiz (recruiter) c.ruiz@initech.example
"Reyes, Dana" <dana@x.example>
kim@acme.example
Tom Wu tom@acme.example
Dana Reyes and Tom Wu"""
    assert [(each.name, each.title, each.email) for each in read_people(text)] == [
        ("jen wu", "eng mgr", "jen@stripe.example"),
        ("c. ruiz", "recruiter", "c.ruiz@initech.example"),
        ("Dana Reyes", "", "dana@x.example"),
        ("Kim", "", "kim@acme.example"),
        ("Tom Wu", "", "tom@acme.example"),
    ]


def test_how_somebody_was_read_is_said_in_one_line() -> None:
    [person] = read_people("Dana Reyes, CTO <d@x.example> +1 206 555 0133\n    12 Harbor Street")
    assert person_line(person) == "Dana Reyes · CTO · d@x.example · +1 206 555 0133 · 12 Harbor Street"


words = st.text(st.characters(categories=["L", "N", "Zs"], include_characters="’.-&[]/\\"), max_size=20).filter(
    lambda text: "linkedin.com" not in text.casefold()
)


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


@given(st.text(st.sampled_from("ab ,<>@.\n\t\u2028\x1b") | st.characters(exclude_categories=[]), max_size=40))
def test_any_text_is_people_with_names_or_refused(text: str) -> None:
    with suppress(EditError):
        assert all(person.name for person in read_people(text))


def test_two_people_on_one_line_are_asked_apart() -> None:
    with pytest.raises(EditError, match="a line of their own"):
        read_person("Anna Köhler, CTO <anna@koehler.example>, Bob")
