"""Hands a letter, by the way that was chosen, to a program, the clipboard or a file; day12 itself sends nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from day12.letters.desktop import copy_text, open_address
from day12_data.card import Card, Person
from day12_data.kinds import Via
from day12_data.letters.draft import Draft
from day12_data.letters.email_draft import mailto, save_eml
from day12_data.letters.linkedin import linkedin_url
from day12_data.letters.paper import print_html, print_text
from day12_data.letters.saving import SaveError, file_name, save_new
from day12_data.settings import Settings


class Way(NamedTuple):
    """One way out: its key in the dialog, and what it does in words."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """A draft with everything that a way out needs to know."""

    draft: Draft
    card: Card
    person: Person
    settings: Settings
    outbox: Path
    env: Mapping[str, str]
    clipboard: Callable[[str], None]
    """The terminal's own way of copying."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """What became of it: whether it is out of day12's hands now, and the sentence about it."""

    gone: bool
    sentence: str


_COPY = Way("c", "copy it to the clipboard")
WAYS: Mapping[Via, tuple[Way, ...]] = {
    Via.EMAIL: (Way("m", "open it in the mail program"), _COPY, Way("e", "save it as an .eml draft")),
    Via.PAPER: (Way("p", "print it: letter and envelope, in the browser"), Way("t", "save it as plain text"), _COPY),
    Via.LINKEDIN: (Way("l", "copy it and open the profile"), _COPY),
    Via.PHONE: (Way("d", "keep it in sight and dial"), _COPY),
}
# What is asked once it has left.
QUESTIONS = {
    Via.EMAIL: "Did it go out?",
    Via.PAPER: "Did it go into the mail?",
    Via.LINKEDIN: "Did the invitation go out?",
    Via.PHONE: "Did you call?",
}


def deliver(key: str, delivery: Delivery) -> Delivered:
    """Take one way out. It may wait for other programs for a few seconds, so call it in a thread."""
    try:
        return _WAYS[key](delivery)
    except (SaveError, ValueError) as error:
        return Delivered(gone=False, sentence=str(error))


def _copy(delivery: Delivery) -> Delivered:
    return Delivered(gone=True, sentence=_copied(delivery))


def _copied(delivery: Delivery) -> str:
    return copy_text(delivery.draft.body, delivery.clipboard, delivery.env, sys.platform)


def _mail(delivery: Delivery) -> Delivered:
    link = mailto(delivery.draft)
    opened = open_address(link.url, delivery.env, sys.platform)
    if not opened.opened:
        # The address is the whole letter, percent-encoded: nobody could use it from the screen.
        reason = opened.sentence.partition(" The address")[0]
        return Delivered(gone=False, sentence=f"{reason} Copy the letter instead, or save it as a draft.")
    said = [opened.sentence]
    if link.left_out:
        said += [link.left_out, _copied(delivery)]
    return Delivered(gone=True, sentence=" ".join(filter(None, said)))


def _eml(delivery: Delivery) -> Delivered:
    path = save_eml(delivery.outbox / _name(delivery, ".eml"), delivery.draft)
    return Delivered(gone=True, sentence=f"Saved as {path}")


def _print(delivery: Delivery) -> Delivered:
    page = print_html(delivery.draft, delivery.person, _sender(delivery), delivery.settings.paper)
    path = save_new(delivery.outbox / _name(delivery, ".html"), page.encode())
    opened = open_address(path.as_uri(), delivery.env, sys.platform)
    how = opened.sentence if opened.opened else opened.sentence.partition(" The address")[0]
    return Delivered(gone=True, sentence=f"{how} Saved as {path}")


def _text(delivery: Delivery) -> Delivered:
    text = print_text(delivery.draft, delivery.person, _sender(delivery))
    path = save_new(delivery.outbox / _name(delivery, ".txt"), text.encode())
    return Delivered(gone=True, sentence=f"Saved as {path}")


def _invite(delivery: Delivery) -> Delivered:
    copied = _copied(delivery)
    opened = open_address(linkedin_url(delivery.person, delivery.card.company), delivery.env, sys.platform)
    return Delivered(gone=True, sentence=f"{copied} {opened.sentence}")


def _dial(delivery: Delivery) -> Delivered:
    return Delivered(gone=True, sentence=delivery.draft.body)


_WAYS: Mapping[str, Callable[[Delivery], Delivered]] = {
    "c": _copy,
    "m": _mail,
    "e": _eml,
    "p": _print,
    "t": _text,
    "l": _invite,
    "d": _dial,
}


def _name(delivery: Delivery, suffix: str) -> str:
    return file_name(delivery.card.company, delivery.draft.name, delivery.draft.letter, suffix=suffix)


def _sender(delivery: Delivery) -> str:
    """The user's address for letter and envelope, the name first unless the address brings it."""
    name, address = delivery.settings.name, delivery.settings.address
    return address if not address.strip() or (name and address.strip().startswith(name)) else f"{name}\n{address}"
