"""Contacts fill in the people on cards, and nobody else is kept."""

from __future__ import annotations

import pytest

from day12_data.board import Board
from day12_data.card import Person
from day12_data.exchange.import_items import Does, after
from day12_data.exchange.sniff import ImportRefusedError
from day12_data.exchange.vcard import read_vcards
from imports import found, northwind, only_card
from kit import board, card


def person(on: Board, name: str) -> Person:
    return next(each for each in only_card(on).people if each.name == name)


def vcard(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


@pytest.mark.parametrize(
    ("name", "who", "phone"),
    [
        ("contacts/google3.vcf", "Dana Reyes", "+1 206-555-0133"),
        ("contacts/google-contacts.csv", "Dana Reyes", "+1 206-555-0133"),
        ("contacts/outlook-contacts.csv", "Sam Okafor", "+1 206-555-0177"),
        ("contacts/android21.vcf", "Sam Okafor", "+12065550177"),
        ("contacts/four.vcf", "Sam Okafor", "+1-206-555-0177"),
        ("contacts/utf16.vcf", "Müller, Zoë", "+49 30 1234"),
    ],
)
def test_the_number_comes_from_any_address_book(name: str, who: str, phone: str) -> None:
    on = after(northwind(), found(name, northwind()))
    assert person(on, who).phone == phone


def test_what_is_known_stays_and_nobody_is_added() -> None:
    data = vcard("FN:Dana Reyes", "ORG:Northwind", "EMAIL:other@northwind.example", "TITLE:CTO")
    on = after(northwind(), found(data, northwind()))
    dana = person(on, "Dana Reyes")
    assert (dana.email, dana.title) == ("dana@northwind.example", "CTO")
    assert len(only_card(on).people) == 3


def test_two_contacts_of_one_name_are_asked_about() -> None:
    [item] = found("contacts/two-danas.csv", northwind())
    assert item.does is Does.ASK
    assert item.question
    answer = item.question.choices[1]
    on = after(northwind(), found("contacts/two-danas.csv", northwind(), answers={item.question.key: answer}))
    assert person(on, "Dana Reyes").linkedin == "https://www.linkedin.com/in/dana-b"


def test_the_same_name_at_another_company_is_asked_about() -> None:
    [item] = found(vcard("FN:Sam Okafor", "ORG:Elsewhere", "TEL:+1 555 0100"), northwind())
    assert item.does is Does.ASK


def test_a_short_name_at_the_same_company_is_asked_about() -> None:
    on = board(card("Umbrella", people=(Person(name="Ada L"),)))
    [item] = found(vcard("FN:Ada Lovelace", "ORG:Umbrella", "TEL:+1 555 0100"), on)
    assert item.does is Does.ASK


def test_a_name_in_another_order_and_with_titles_is_the_same_name() -> None:
    on = board(card("Globex", people=(Person(name="Müller, Hans"),)))
    [item] = found("contacts/outlook21.vcf", on)
    assert item.people[0].phone == "+49 30 1"
    on = board(card("Acme", people=(Person(name="Priya Natarajan"),)))
    [item] = found("contacts/apple3.vcf", on)
    assert item.people[0].email == "priya@acme.example"


def test_linkedins_connections_give_the_profile_and_the_position() -> None:
    on = board(card("Acme", people=(Person(name="Zoë O'Neil"),)))
    [item] = found("contacts/Connections.csv", on)
    assert item.people[0].title == "VP Engineering"
    assert item.people[0].linkedin.startswith("https://www.linkedin.com/in/zo")


def test_everybody_on_a_card_is_filled_in_by_one_change() -> None:
    data = vcard("FN:Dana Reyes", "TEL:+1 555 0100") + vcard("FN:Sam Okafor", "TEL:+1 555 0101")
    [item] = found(data, northwind())
    assert item.does is Does.PEOPLE
    assert [each.phone for each in item.people] == ["+1 555 0100", "+1 555 0101"]


def test_a_fax_is_no_number_to_call() -> None:
    [contact] = read_vcards(vcard("FN:Ann Lee", "TEL;TYPE=WORK,FAX:+1 1", "TEL;TYPE=WORK:+1 2"), "it")
    assert contact.phone == "+1 2"


def test_escapes_and_folds_in_a_contact_are_undone() -> None:
    data = vcard("FN:Ann\\, Lee", "ADR;TYPE=WORK:;;1 Elm\\nFloor 2;Bos", " ton;MA;02101;USA")
    [contact] = read_vcards(data, "it")
    assert contact.name == "Ann, Lee"
    assert contact.address == "1 Elm\nFloor 2\nBoston, MA 02101\nUSA"


def test_contacts_without_a_name_are_refused_with_a_sentence() -> None:
    with pytest.raises(ImportRefusedError, match="no contact with a name"):
        found(vcard("TEL:+1 555"))
