"""Which letter is next for a card, and to whom: everything the compose screen starts with, and may be changed to."""

from __future__ import annotations

from day12_data.card import Card, Person, Sent
from day12_data.kinds import Outcome, Stage
from day12_data.letters.address import email_address
from day12_data.letters.letter import Occasion, Via, occasion_for
from day12_data.step import Step

# A thank-you travels by one way and no other; the rest go as their letter does.
STAGES = {Occasion.EMAILED: Stage.EMAILED, Occasion.MAILED: Stage.MAILED, Occasion.CONNECTED: Stage.CONNECTED}
CHECK_INS = frozenset({Occasion.CHECKED_IN, Occasion.CHECK_IN_AGAIN})
ASKING = CHECK_INS | {Occasion.NEW_TIME, Occasion.ASK_FOR_TIME}
_ANSWER_TO_OFFER = {Outcome.ACCEPTED: Occasion.ACCEPT_OFFER, Outcome.DECLINED: Occasion.DECLINE_OFFER}
ANSWERS = (Occasion.ACCEPT_OFFER, Occasion.ASK_FOR_TIME, Occasion.DECLINE_OFFER)


def occasions(card: Card) -> tuple[Occasion, ...]:
    """What may be written for the card now, in the order of the columns."""
    if card.ended and card.offer:
        return (*ANSWERS, Occasion.EMAILED, Occasion.CONNECTED, Occasion.KEEP_WARM)
    if card.ended is None and card.offer:
        return (*ANSWERS, *STAGES)
    if card.ended is None and card.missed_at:
        return (Occasion.NEW_TIME, *STAGES)
    if card.ended is None:
        again = occasion_for(card, Stage.CHECKED_IN)
        return (*STAGES, again or Occasion.CHECKED_IN)
    if card.ended.outcome is Outcome.REJECTED:
        return (Occasion.AFTER_NO, Occasion.KEEP_WARM, Occasion.CONNECTED)
    return (Occasion.EMAILED, Occasion.CONNECTED, Occasion.KEEP_WARM)


def next_occasion(card: Card, step: Step | None) -> Occasion:
    """What the card's next step needs written. Asking what happens next is done in person: then it is the thanks."""
    if card.ended:
        answer = _ANSWER_TO_OFFER.get(card.ended.outcome) if card.offer else None
        if answer and not any(sent_for(person, card, answer) for person in card.people):
            return answer
        return occasion_for(card, card.stage) or Occasion.EMAILED
    if step is None or step.stage is not Stage.ASKED or card.missed_at:
        return occasion_for(card, step.stage if step else Stage.CHECKED_IN) or Occasion.CHECKED_IN
    return next((occasion for occasion, stage in STAGES.items() if not card.mark(stage)), occasions(card)[-1])


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
    via = _WAYS.get(occasion)
    if via is None:
        return ()
    waiting = tuple(person for person in card.people if not sent_for(person, card, occasion))
    if len(waiting) < len(card.people) or any(reachable(person, via) for person in card.people):
        return tuple(person for person in waiting if reachable(person, via))
    return waiting


def other_ways(card: Card, person: Person, occasion: Occasion) -> tuple[Occasion, ...]:
    """By which other ways this person may be thanked: LinkedIn finds people by name, paper needs an address."""
    offered = [each for each in (Occasion.CONNECTED, Occasion.MAILED, Occasion.EMAILED) if each in occasions(card)]
    if occasion not in STAGES:
        return ()
    return tuple(
        each
        for each in offered
        if each is not occasion and (each is Occasion.CONNECTED or reachable(person, _WAYS[each]))
    )


def unreached(card: Card, occasion: Occasion) -> tuple[Person, ...]:
    """Who had nothing for this stage, and can't be reached by its way."""
    via = _WAYS.get(occasion)
    if via is None:
        return ()
    return tuple(each for each in card.people if not sent_for(each, card, occasion) and not reachable(each, via))


def next_person(card: Card, occasion: Occasion) -> Person | None:
    """To whom first: the next one who still waits, else whoever has had the least, in the card's order."""
    if waiting := still_to_write(card, occasion):
        return waiting[0]
    via = _WAYS.get(occasion, Via.EMAIL)

    def rank(person: Person) -> tuple[bool, bool]:
        return (sent_for(person, card, occasion) is not None and occasion in STAGES, not reachable(person, via))

    return min(card.people, key=rank, default=None)


_WAYS = {Occasion.EMAILED: Via.EMAIL, Occasion.MAILED: Via.PAPER, Occasion.CONNECTED: Via.LINKEDIN}
