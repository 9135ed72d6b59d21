"""To whom a letter goes: who had one for its occasion, who still waits for one, and who is next."""

from __future__ import annotations

from day12_data.address import email_address
from day12_data.card import Card, Person, Sent
from day12_data.kinds import Occasion, Stage, Via

# A thank-you travels by one way and no other; the rest go as their letter does.
STAGES = {Occasion.EMAILED: Stage.EMAILED, Occasion.MAILED: Stage.MAILED, Occasion.CONNECTED: Stage.CONNECTED}
WAYS = {Occasion.EMAILED: Via.EMAIL, Occasion.MAILED: Via.PAPER, Occasion.CONNECTED: Via.LINKEDIN}
ANSWERS = (Occasion.ACCEPT_OFFER, Occasion.ASK_FOR_TIME, Occasion.DECLINE_OFFER)


def sent_for(person: Person, card: Card, occasion: Occasion) -> Sent | None:
    """The last message to this person for this occasion, since the last news where it is one that comes again."""
    since = card.ended.at if card.ended and occasion not in STAGES and occasion not in ANSWERS else None
    sent = (each for each in person.sent if each.occasion == occasion.value and (since is None or each.at >= since))
    return max(sent, key=lambda each: each.at, default=None)


def reachable(person: Person, via: Via) -> bool:
    """Whether an address for this way is known."""
    match via:
        case Via.EMAIL:
            return bool(email_address(person.email))
        case Via.PAPER:
            return bool(person.address.strip())
        case Via.LINKEDIN:
            return bool(person.linkedin.strip())
        case Via.PHONE:
            return False


def still_to_write(card: Card, occasion: Occasion) -> tuple[Person, ...]:
    """Who should have had a message for this stage and has not: everybody whose address for its way is known.

    Where nobody's is, one message is enough. Other occasions need one message, to whom you like.
    """
    via = WAYS.get(occasion)
    if via is None:
        return ()
    waiting = tuple(person for person in card.people if not sent_for(person, card, occasion))
    if len(waiting) < len(card.people) or any(reachable(person, via) for person in card.people):
        return tuple(person for person in waiting if reachable(person, via))
    return waiting


def messages(card: Card, occasion: Occasion) -> tuple[int, int]:
    """How many messages this stage has had, and how many it takes."""
    done = sum(sent_for(person, card, occasion) is not None for person in card.people)
    waiting = still_to_write(card, occasion)
    known = any(reachable(person, WAYS[occasion]) for person in waiting)
    return done, done + len(waiting if known else waiting[:1])


def unreached(card: Card, occasion: Occasion) -> tuple[Person, ...]:
    """Who had nothing for this stage, and can't be reached by its way."""
    via = WAYS.get(occasion)
    if via is None:
        return ()
    return tuple(each for each in card.people if not sent_for(each, card, occasion) and not reachable(each, via))


def next_person(card: Card, occasion: Occasion) -> Person | None:
    """To whom first: the next one who still waits, else whoever has had the least, in the card's order."""
    if waiting := still_to_write(card, occasion):
        return waiting[0]
    via = WAYS.get(occasion, Via.EMAIL)

    def rank(person: Person) -> tuple[bool, bool]:
        return (sent_for(person, card, occasion) is not None and occasion in STAGES, not reachable(person, via))

    return min(card.people, key=rank, default=None)
