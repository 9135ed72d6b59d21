"""The people of an invitation: without rooms, robots, departments, and the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from day12_data.card import Person
from day12_data.exchange.company import same_company
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.senders import (
    company_of_domain,
    company_of_label,
    domain_of,
    is_free_mail,
    is_office,
    is_robot,
    is_vendor,
    read_sender,
    tenant,
)
from day12_data.exchange.subject import GENERIC
from day12_data.settings import Settings
from day12_data.text import clean, fold


def bare_address(email: str) -> str:
    """An address as it is compared: small letters, without what follows a plus."""
    local, at, domain = email.strip().lower().rpartition("@")
    return f"{local.partition('+')[0]}{at}{domain}"


def own_addresses(event: Event, settings: Settings, mailbox: Iterable[str] = ()) -> frozenset[str]:
    """The reader's own addresses: those of the settings and of the mail, else the guest who can only be the reader."""
    own = frozenset(map(bare_address, (*settings.emails, *mailbox)))
    guests = [guest for guest in event.guests if guest.email and not guest.room]
    if any(bare_address(guest.email) in own for guest in guests):
        return own
    organizer = event.organizer.email.lower() if event.organizer else ""
    others = [guest for guest in guests if guest.email.lower() != organizer]
    named = [guest for guest in others if settings.name and fold(guest.name) == fold(settings.name)]
    free = [guest for guest in others if is_free_mail(domain_of(guest.email))]
    found = named or (free if len(free) == 1 else [])
    if not found and event.method == "REQUEST" and organizer:
        home = domain_of(organizer)
        outside = [guest for guest in others if domain_of(guest.email) != home]
        found = others if len(others) == 1 else outside if len(outside) == 1 else []
    return own | {bare_address(guest.email) for guest in found}


def people_of(event: Event, own: frozenset[str]) -> tuple[Person, ...]:
    """Those whom the invitation names, as its sender wrote them."""
    people: dict[str, Person] = {}
    for guest in (*([event.organizer] if event.organizer else []), *event.guests):
        person = person_of(guest)
        if person and bare_address(guest.email) not in own:
            people.setdefault(guest.email.lower() or fold(person.name), person)
    if not people:
        found = re.search(
            r"^(.{3,60}?) is inviting you to a scheduled \w+ (?:meeting|webinar)", event.description, re.MULTILINE
        )
        if found and (person := person_of(Guest(clean(found[1]), ""))):
            people[""] = person
    return tuple(people.values())


def person_of(guest: Guest) -> Person | None:
    """The guest as a person; None for a room, a robot, a department or a service."""
    sender = read_sender(guest.name)
    nobody = guest.room or is_vendor(guest.name) or (sender.company and not sender.person)
    robot = is_robot(guest.email)
    if nobody or _is_company(sender.person, guest.email) or (robot and (not sender.person or not sender.company)):
        return None
    if is_office(guest.email) and not _is_full_name(sender.person):
        return None
    name = sender.person if sender.company else guest.name
    if not name or "@" in name:
        local = guest.email.partition("@")[0]
        name = company_of_label(local) if re.fullmatch(r"[^\W\d]+(?:[._][^\W\d]+)+", local) else guest.email
    return Person(name=name, title=guest.title, email="" if robot else guest.email) if name else None


def _is_company(name: str, email: str) -> bool:
    """Whether the name is that of the company that the address belongs to."""
    return any(name and same_company(name, each) for each in (tenant(email), company_of_domain(domain_of(email))))


def is_named(people: Iterable[Person], names: Iterable[str], own: Iterable[str]) -> Callable[[str], bool]:
    """A test whether a text names one of the people, or the reader, by all of their name or a part of it."""
    known = [set(_words(name)) for name in (*(person.name for person in people), *names)]
    known += [set(_words(re.sub(r"[\d._-]+", " ", email.partition("@")[0]))) for email in own]

    def test(text: str) -> bool:
        words = [word for word in _words(text) if word not in GENERIC]
        return bool(words) and any(set(words) <= each for each in known)

    return test


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", fold(text))


def _is_full_name(name: str) -> bool:
    return len(name.split()) >= 2
