"""What a card can be: its stage, its outcome, and the kinds of reply and of anchor."""

from __future__ import annotations

from enum import Enum, unique


class Ordered(Enum):
    """An enumeration whose members stand in an order."""

    position: int
    """0 for the first. Asked for by every card that is sorted, so it is an attribute and not looked up."""

    __hash__ = object.__hash__  # Enum's own hashes the name each time: counting thousands by it takes twice as long

    def __init__(self, *_: object) -> None:
        self.position = len(type(self).__members__)


@unique
class Stage(Ordered):
    """The five follow-ups, in the order in which a well-mannered candidate makes them."""

    ASKED = "asked"
    EMAILED = "emailed"
    MAILED = "mailed"
    CONNECTED = "connected"
    CHECKED_IN = "checked_in"

    @property
    def title(self) -> str:
        """The column's title, as the screen and the command line show it."""
        return _TITLES[self]


_TITLES = {
    Stage.ASKED: "Asked next steps",
    Stage.EMAILED: "Emailed thanks",
    Stage.MAILED: "Mailed note",
    Stage.CONNECTED: "Connected on LinkedIn",
    Stage.CHECKED_IN: "Checked in",
}


@unique
class Outcome(Enum):
    """How an interview ended."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REJECTED = "rejected"
    WITHDREW = "withdrew"
    SILENT = "silent"


@unique
class ReplyKind(Enum):
    """What they answered."""

    PROMISE = "promise"
    NEXT_ROUND = "next_round"
    OFFER = "offer"
    NO = "no"
    NO_NEWS = "no_news"


@unique
class AnchorKind(Enum):
    """What sort of thread connects you."""

    BOOK = "book"
    WEBSITE = "website"
    PERSON = "person"
    TOPIC = "topic"
