"""Which company an invitation is from: never a hiring system's, a calendar's or a free mail's domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from day12_data.card import Card
from day12_data.exchange.senders import company_of_domain, company_shown, domain_of, is_robot, tenant
from day12_data.exchange.subject import Subject
from day12_data.text import fold

_LEGAL = re.compile(
    r"[\s,]+(?:inc|incorporated|llc|ltd|limited|gmbh(?: & co\.? kg)?|ag|se|kg|plc|corp|corporation|co|company|s\.?a|"
    r"s\.?r\.?l|b\.?v|n\.?v|oy|ab|a/s|pty|k\.?k|group|holding)\.?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Company:
    """The company, or the names to choose from where it isn't sure."""

    name: str = ""
    choices: tuple[str, ...] = ()


def same_company(one: str, other: str) -> bool:
    """Whether two names are of one company: no case, no legal form, no blanks; one may be the other's first words."""
    short, long = _first_words(one), _first_words(other)
    if not short or not long:
        return bool(one) and fold(one) == fold(other)
    if len(short[-1]) > len(long[-1]):
        short, long = long, short
    return short[-1] == long[-1] or (len(short[-1]) > 2 and short[-1] in long)


class ByCompany:
    """Cards by their companies, found as `same_company` compares names, in their order, however many there are."""

    def __init__(self, cards: Iterable[Card]) -> None:
        self._cards: dict[str, Card] = {}
        self._places: dict[str, int] = {}
        self._whole: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        for card in cards:
            self.put(card)

    def put(self, card: Card) -> None:
        """Have a card be found, in the place of the one with its id; its company stays what it was."""
        new, self._cards[card.id] = card.id not in self._cards, card
        if new:
            self._places[card.id] = len(self._places)
            *begun, whole = _first_words(card.company) or (fold(card.company),)
            self._whole.setdefault(whole, []).append(card.id)
            for each in begun:
                self._begun.setdefault(each, []).append(card.id)

    def of(self, company: str) -> list[Card]:
        """The cards of a company."""
        words = _first_words(company) or (fold(company),)
        near = {*self._begun.get(words[-1], ()), *(found for each in words for found in self._whole.get(each, ()))}
        cards = (self._cards[found] for found in sorted(near, key=self._places.__getitem__))
        return [card for card in cards if same_company(card.company, company)]


def company_of(
    subject: Subject,
    senders: Iterable[tuple[str, str]],
    emails: Iterable[str],
    hosts: Iterable[str],
    known: Iterable[str],
) -> Company:
    """The company that an invitation is from.

    Args:
        subject: What its subject says.
        senders: The name and the address of who sent it, the organizer's and the mail's.
        emails: The addresses of those who take part, without the reader's own.
        hosts: The hosts of the links in it: a company's own name may stand before a meeting service's.
        known: The companies on the board; their spelling is kept.
    """
    senders, known = list(senders), list(known)
    shown = _once(company_shown(name, email) for name, email in senders)
    shown = shown or _once(tenant(email) for _, email in senders)
    domains = _once(company_of_domain(domain_of(email)) for email in emails if not is_robot(email))
    hosted = _once(_host_company(host) for host in hosts)
    found = _settled(shown, subject, domains, hosted)
    if found.name:
        inside = [name for name in subject.aside if _is_inside(name, found.name)]
        written = [*known, *shown, *subject.sure, *subject.likely, *(name for name, _ in senders)]
        found = Company(_spelled(inside[0] if inside else found.name, written))
    elif fits := [
        name for name in known if any(same_company(name, each) for each in (*subject.likely, *found.choices))
    ]:
        found = Company(fits[0]) if len(fits) == 1 else Company("", tuple(fits))
    return found


def _settled(shown: tuple[str, ...], subject: Subject, domains: tuple[str, ...], hosted: tuple[str, ...]) -> Company:
    """The company by the first source that names one; its rivals where another one names another."""
    sure = subject.sure
    if shown:
        rivals = [name for name in sure if not any(same_company(name, each) for each in shown)]
        agreed = [
            name for name in shown if any(same_company(name, each) for each in (*sure, *subject.likely, *domains))
        ]
        if len(shown) == 1 and (not rivals or agreed):
            return Company(shown[0])
        return Company(agreed[0]) if len(agreed) == 1 else Company("", _once([*shown, *rivals]))
    if sure:
        agreed = [name for name in sure if any(same_company(name, each) for each in (*domains, *hosted))]
        if len(agreed) == 1:
            return Company(agreed[0])
        if len(sure) == 1 and not ((domains or subject.likely) and _is_like_a_person(sure[0])):
            return Company(sure[0])
        return Company("", _once([*sure, *domains, *subject.likely]))
    if len(domains) == 1:
        return Company(domains[0])
    if len(hosted) == 1 and not domains:
        return Company(hosted[0])
    if subject.interview and len(subject.likely) == 1 and not domains and _is_like_a_company(subject.likely[0]):
        return Company(subject.likely[0])
    fits = [name for name in subject.likely if any(same_company(name, each) for each in domains)]
    return Company(fits[0]) if len(fits) == 1 else Company("", _once([*domains, *subject.likely]))


def _spelled(name: str, spellings: Iterable[str]) -> str:
    """The name as somebody has written it, rather than as it was made from an address."""
    return next((each for each in spellings if same_company(each, name)), name)


def _is_inside(name: str, made: str) -> bool:
    """Whether a name is a part of one that was made from an address: "Notion" for makenotion.com."""
    wanted = "".join(_words(name))
    return len(wanted) > 3 and " " not in made and wanted in "".join(_words(made))


def _is_like_a_company(name: str) -> bool:
    """Whether a name that stands alone in an interview's title is a company's: a legal form, or capitals inside."""
    return bool(_LEGAL.search(name)) or bool(re.fullmatch(r"[A-Z][A-Z0-9]*[a-z]*[A-Z][A-Za-z0-9]*", name))


def _is_like_a_person(name: str) -> bool:
    words = name.split()
    return len(words) == 2 and all(word[:1].isupper() and word[1:].islower() for word in words)


def _host_company(host: str) -> str:
    """The name before a meeting service's: hooli.zoom.us."""
    found = re.fullmatch(r"([a-z][a-z0-9-]{2,})\.(?:zoom\.us|zoomgov\.com|webex\.com|whereby\.com|goodtime\.io)", host)
    if not found or re.fullmatch(
        r"(?:us|eu|ca|au|in|jp)?\d*(?:web|wbx)?|www|applications|support|meet|signup", found[1]
    ):
        return ""
    return "" if re.fullmatch(r"us\d+web|web\d*", found[1]) else company_of_domain(f"{found[1]}.com")


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    folded = fold(name)
    while (cut := _LEGAL.sub("", folded)) != folded:
        folded = cut
    return tuple(re.findall(r"\w+", folded.removeprefix("the ")))


@lru_cache(maxsize=8192)
def _first_words(name: str) -> tuple[str, ...]:
    """The first word, the first two and so on up to all of them, without the blanks: of many rows each with each."""
    return tuple(accumulate(_words(name)))


def _once(names: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for name in filter(None, names):
        if not any(same_company(name, each) for each in kept):
            kept.append(name)
    return tuple(kept)
