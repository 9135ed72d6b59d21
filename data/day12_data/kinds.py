"""The enumerations of the domain: stages, outcomes, kinds of reply and of anchor, the occasions and ways of letters."""

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

    @property
    def words(self) -> str:
        """The kind as it is shown: "no news"."""
        return self.value.replace("_", " ")


@unique
class AnchorKind(Enum):
    """What sort of thread connects you."""

    BOOK = "book"
    WEBSITE = "website"
    PERSON = "person"
    TOPIC = "topic"


@unique
class Via(Enum):
    """The way a letter is sent. One for the phone is what to say."""

    EMAIL = "email"
    PAPER = "paper"
    LINKEDIN = "linkedin"
    PHONE = "phone"


@unique
class Occasion(Enum):
    """What a letter is for. The first four are the stages that a letter can do."""

    EMAILED = "emailed"
    MAILED = "mailed"
    CONNECTED = "connected"
    CHECKED_IN = "checked_in"
    CHECK_IN_AGAIN = "check_in_again"
    NEW_TIME = "new_time"
    ACCEPT_OFFER = "accept_offer"
    ASK_FOR_TIME = "ask_for_time"
    DECLINE_OFFER = "decline_offer"
    AFTER_NO = "after_no"
    KEEP_WARM = "keep_warm"
