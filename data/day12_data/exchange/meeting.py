"""From a calendar's event, and the mail it came in, to what a card would hold."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from day12_data.card import Invite, Person
from day12_data.dates.zones import time_zone
from day12_data.exchange.company import Company, company_of
from day12_data.exchange.event import Event, Guest
from day12_data.exchange.guests import bare_address, is_named, own_addresses, people_of, person_of
from day12_data.exchange.import_changes import moment
from day12_data.exchange.import_items import Context, digest
from day12_data.exchange.known_people import with_addresses
from day12_data.exchange.links import host_of, place, urls, way_in
from day12_data.exchange.senders import domain_of
from day12_data.exchange.subject import read_subject, role_in
from day12_data.text import clean

_ROLE_LINE = re.compile(
    r"^\W*(?:role|position|job(?: title)?|stelle|opening|job opening)\s*:\s*(.{2,100})$", re.IGNORECASE | re.MULTILINE
)
_INTERVIEWERS = re.compile(
    r"^\W*(?:interviewers?|interviewer\(s\)|who|with|meeting with)\s*:\s*(.{2,300})$", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Envelope:
    """What the mail that brought an invitation adds to it: its sender, its words, and whose mailbox it was."""

    senders: tuple[Guest, ...] = ()
    subject: str = ""
    mailbox: tuple[str, ...] = ()
    text: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One event as a card would hold it. `starts_at` is None while the zone or the hour isn't known."""

    key: str
    event: Event
    company: Company
    role: str
    people: tuple[Person, ...]
    where: str
    link: str
    starts_at: dt.datetime | None
    ends_at: dt.datetime | None
    zone: str

    @property
    def title(self) -> str:
        """What the invitation calls itself."""
        return self.event.summary or "a meeting without a title"

    def invite(self) -> Invite:
        """What the card remembers of it; only where the times are known."""
        if self.starts_at is None or self.ends_at is None:
            raise ValueError(self.key)
        return Invite(
            uid=self.key,
            starts_at=self.starts_at,
            ends_at=self.ends_at,
            sequence=self.event.sequence,
            stamp=self.event.stamp,
            cancelled=self.event.cancelled,
        )


def key_of(event: Event) -> str:
    """The event's UID; where it has none, a key made from its start and its summary."""
    return event.uid or f"day12-{digest(event.start.isoformat(), event.zone, event.summary)}"


def meeting_of(event: Event, context: Context, envelope: Envelope, known: Iterable[str]) -> Meeting:
    """The event as a card would hold it."""
    own = own_addresses(event, context.settings, envelope.mailbox)
    people = people_of(event, own)
    writers = tuple(
        person for each in envelope.senders if (person := person_of(each)) and bare_address(each.email) not in own
    )
    people = with_addresses(people, writers) or writers
    own_names = [guest.name for guest in event.guests if bare_address(guest.email) in own]
    is_person = is_named(people, [context.settings.name, *own_names], own)
    people = _with_interviewers(people, event.description, is_named((), [context.settings.name, *own_names], own))
    link = way_in(event.links, event.location, event.description)
    company, role = _company_and_role(event, envelope, own, is_person, known)
    starts_at, ends_at, zone = times(event, context, event.zone)
    return Meeting(
        key=key_of(event),
        event=event,
        company=company,
        role=role,
        people=people,
        where=place(event.location),
        link=link,
        starts_at=starts_at,
        ends_at=ends_at,
        zone=zone,
    )


def times(event: Event, context: Context, zone: str) -> tuple[dt.datetime | None, dt.datetime | None, str]:
    """The start and the end in a zone; no start where the zone or the hour isn't known."""
    if event.all_day or not zone:
        return None, None, zone
    tzinfo = time_zone(zone)
    starts = event.start.replace(tzinfo=tzinfo)
    ends = event.end.replace(tzinfo=tzinfo) if event.end else None
    if ends is None or ends <= starts:
        ends = starts.astimezone(dt.UTC) + dt.timedelta(minutes=context.settings.minutes)
    # A moment in UTC says nothing of the place: it is told in the reader's own time.
    told = _told_zone(zone, starts, context.zone)
    return moment(starts, told), moment(ends, told), told


def _told_zone(zone: str, starts: dt.datetime, local: str) -> str:
    if zone == "UTC":
        return local
    here = time_zone(local)
    same = all((starts + dt.timedelta(days=days)).astimezone(here).utcoffset() == starts.utcoffset() for days in (0, 7))
    return local if zone.startswith(("+", "-")) and same else zone


def _company_and_role(
    event: Event, envelope: Envelope, own: frozenset[str], is_person: Callable[[str], bool], known: Iterable[str]
) -> tuple[Company, str]:
    subject, mail = read_subject(event.summary, is_person), read_subject(envelope.subject, is_person)
    subject = subject if subject.sure or not mail.sure else mail
    home = {domain_of(email) for email in own}
    everybody = (*([event.organizer] if event.organizer else []), *event.guests, *envelope.senders)
    senders = [(each.name, each.email) for each in (*envelope.senders, *([event.organizer] if event.organizer else []))]
    emails = [each.email for each in everybody if each.email and not each.room and domain_of(each.email) not in home]
    hosts = [host_of(url) for url in (*event.links, *urls(event.location), *urls(event.description))]
    company = company_of(subject, senders, emails, hosts, known)
    role = subject.role or mail.role
    if not role and (found := _ROLE_LINE.search(event.description)):
        role = clean(found[1])
    return company, role_without(role, company.name)


def role_without(role: str, company: str) -> str:
    """The role without the company's name and without what every invitation says."""
    if company:
        role = re.sub(rf"(?:\b(?:at|bei|@)\s+)?\b{re.escape(company)}\b", " ", role, flags=re.IGNORECASE)
    return role_in(clean(role).strip(" ,-–|:"))[:200]


def _with_interviewers(people: tuple[Person, ...], text: str, is_own: Callable[[str], bool]) -> tuple[Person, ...]:
    """The people, with those whom a line “Interviewers: …” names besides."""
    found = _INTERVIEWERS.search(text)
    known = is_named(people, (), ())
    for part in re.split(r",\s*|;\s*|\s+(?:and|und|&)\s+", found[1]) if found else ():
        name, _, title = clean(part).partition(" (")
        words = name.split()
        if 2 <= len(words) <= 4 and all(word[:1].isupper() for word in words) and not known(name) and not is_own(name):
            people = (*people, Person(name=name, title=title.strip("() ")))
    return people
