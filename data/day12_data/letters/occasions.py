"""What is to be written for a card: what its next step needs, and what may be written instead."""

from __future__ import annotations

from day12_data.card import Card, Person
from day12_data.kinds import Occasion, Outcome, Stage
from day12_data.letters.letter import occasion_for
from day12_data.recipients import ANSWERS, STAGES, WAYS, reachable, sent_for
from day12_data.step import Step

CHECK_INS = frozenset({Occasion.CHECKED_IN, Occasion.CHECK_IN_AGAIN})
ASKING = CHECK_INS | {Occasion.NEW_TIME, Occasion.ASK_FOR_TIME}
_ANSWER_TO_OFFER = {Outcome.ACCEPTED: Occasion.ACCEPT_OFFER, Outcome.DECLINED: Occasion.DECLINE_OFFER}


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


def other_ways(card: Card, person: Person, occasion: Occasion) -> tuple[Occasion, ...]:
    """By which other ways this person may be thanked: LinkedIn finds people by name, paper needs an address."""
    offered = [each for each in (Occasion.CONNECTED, Occasion.MAILED, Occasion.EMAILED) if each in occasions(card)]
    if occasion not in STAGES:
        return ()
    return tuple(
        each
        for each in offered
        if each is not occasion and (each is Occasion.CONNECTED or reachable(person, WAYS[each]))
    )
