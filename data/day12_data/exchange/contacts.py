"""What contacts do to the board: they fill in the people on cards. Nobody who is on no card is kept."""

from __future__ import annotations

from collections.abc import Iterable

from day12_data.board import Board
from day12_data.card import Card, Person, replace
from day12_data.exchange.company import same_company
from day12_data.exchange.contact import Contact
from day12_data.exchange.import_changes import changed
from day12_data.exchange.import_items import LEAVE, Context, Does, Item, Question
from day12_data.exchange.known_people import completed, like_name, name_words, same_name
from day12_data.text import fold


def plan_contacts(contacts: Iterable[Contact], board: Board, context: Context) -> list[Item]:
    """What the contacts would do to the people on the board's cards, an item for a card."""
    contacts = list(dict.fromkeys(contacts))
    by_word = _by_word(contacts)
    items: list[Item] = []
    for card in board.cards.values():
        if not card.deleted:
            items += _of_card(card, by_word, context)
    if not items:
        count = "The one contact" if len(contacts) == 1 else f"None of the {len(contacts):,} contacts"
        tail = (
            "is nobody on a card, or says nothing new"
            if len(contacts) == 1
            else "says anything new of somebody on a card"
        )
        return [Item(Does.NOTHING, f"{count} {tail}: nobody else is kept.")]
    return items


def _by_word(contacts: list[Contact]) -> dict[str, list[Contact]]:
    """The contacts by each word of their names, and by their address."""
    found: dict[str, list[Contact]] = {}
    for contact in contacts:
        for word in {
            *name_words(contact.name),
            *(word[:1] for word in name_words(contact.name)),
            contact.email.lower(),
        }:
            found.setdefault(word, []).append(contact)
    return found


def _of_card(card: Card, by_word: dict[str, list[Contact]], context: Context) -> list[Item]:
    items: list[Item] = []
    people: list[Person] = []
    filled: list[Person] = []
    for person in card.people:
        found = _contact_of(person, card, by_word, context)
        if isinstance(found, Item):
            items.append(found)
        after = completed(person, found.person) if isinstance(found, Contact) else person
        people.append(after)
        if after != person:
            filled.append(after)
    if filled:
        names = ", ".join(person.name for person in filled)
        change = changed(card, replace(card, people=tuple(people)), context.now, f"filled in {names}")
        items.insert(0, Item(Does.PEOPLE, f"{change.sentence}.", change.after, tuple(filled), change=change))
    return items


def _contact_of(
    person: Person, card: Card, by_word: dict[str, list[Contact]], context: Context
) -> Contact | Item | None:
    """The contact of somebody on a card; a question where two fit, or where one may."""
    words = [*name_words(person.name), person.email.lower()]
    near = list(dict.fromkeys(contact for word in words if word for contact in by_word.get(word, ())))
    sure = [contact for contact in near if _is_sure(person, card, contact)]
    likely = sure or [contact for contact in near if _is_likely(person, card, contact)]
    likely = [contact for contact in likely if completed(person, contact.person) != person]
    told = {contact.told: contact for contact in likely[:9]}
    if not told:
        return None
    if len(told) == 1 and sure:
        return likely[0]
    text = f"Who is {person.name} at {card.company} in these contacts?"
    question = Question(f"{card.id}:{fold(person.name)}:contact", text, (*told, LEAVE))
    answer = context.answer(question)
    if answer in told:
        return told[answer]
    if answer == LEAVE:
        return None
    return Item(Does.ASK, f"{person.name} at {card.company}.", card, (person,), question)


def _is_sure(person: Person, card: Card, contact: Contact) -> bool:
    if person.email and person.email.lower() == contact.email.lower():
        return True
    if not same_name(person.name, contact.name):
        return False
    return not contact.company or same_company(contact.company, card.company)


def _is_likely(person: Person, card: Card, contact: Contact) -> bool:
    if same_name(person.name, contact.name):
        return True
    return same_company(contact.company, card.company) and like_name(person.name, contact.name)
