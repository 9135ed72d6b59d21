"""What the screens tell the app."""

from __future__ import annotations

from textual.message import Message


class Opened(Message):
    """The user wants to see a card's page."""

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self.card_id = card_id
        """The card's id."""


class LetterWanted(Message):
    """The user wants to write a letter."""

    def __init__(self, card_id: str) -> None:
        super().__init__()
        self.card_id = card_id
        """The id of the card that it is about."""


class ArchiveWanted(Message):
    """The user wants to see the archive."""
