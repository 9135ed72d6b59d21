"""Somebody in an address book."""

from __future__ import annotations

from dataclasses import dataclass

from day12_data.card import Person


@dataclass(frozen=True, slots=True)
class Contact:
    """What an address book knows of somebody."""

    name: str
    company: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""
    linkedin: str = ""
    address: str = ""

    @property
    def person(self) -> Person:
        """The same as a card keeps it."""
        return Person(
            name=self.name,
            title=self.title,
            email=self.email,
            phone=self.phone,
            linkedin=self.linkedin,
            address=self.address,
        )

    @property
    def told(self) -> str:
        """What tells the contact from others, on one line."""
        return ", ".join(filter(None, (self.name, self.title, self.company, self.email or self.phone)))
