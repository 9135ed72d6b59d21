"""One letter while it is being written: what was chosen, what it says then, and what to think of before it goes."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from day12.state_words import state
from day12_data.address import address_note
from day12_data.agenda import row_for
from day12_data.anchors import anchor_warning
from day12_data.board import Change
from day12_data.card import Anchor, Card, Person, Sent, stamp
from day12_data.dates.days import day_text
from day12_data.kinds import Occasion, Via
from day12_data.letters.draft import Draft, length_note, not_ready, preview, still_missing, too_long
from day12_data.letters.letter import Letter
from day12_data.letters.library import Library, best_letter, letters_for
from day12_data.letters.linkedin import profile_url
from day12_data.letters.occasions import CHECK_INS, other_ways
from day12_data.letters.office_hours import moment_note
from day12_data.letters.paper import paper_note
from day12_data.letters.placeholders import values_for
from day12_data.letters.sending import send
from day12_data.recipients import WAYS, sent_for, still_to_write, unreached
from day12_data.settings import Settings
from day12_data.step import Urgency
from day12_data.text import clean, clean_lines, fold

OCCASIONS = {
    Occasion.EMAILED: "thanks by email",
    Occasion.MAILED: "a note on paper",
    Occasion.CONNECTED: "an invitation on LinkedIn",
    Occasion.CHECKED_IN: "checking in",
    Occasion.CHECK_IN_AGAIN: "checking in again",
    Occasion.NEW_TIME: "asking for a new time",
    Occasion.ACCEPT_OFFER: "accepting their offer",
    Occasion.ASK_FOR_TIME: "asking for time to decide",
    Occasion.DECLINE_OFFER: "declining their offer",
    Occasion.AFTER_NO: "thanks after their no",
    Occasion.KEEP_WARM: "keeping warm",
}

_ADDRESSES = {Via.EMAIL: "email address", Via.PAPER: "postal address", Via.LINKEDIN: "LinkedIn address"}
_ENDS = {Occasion.ACCEPT_OFFER: "accepted", Occasion.DECLINE_OFFER: "declined"}


class Words(NamedTuple):
    """The words of a message, as they were filled in or as the user made them."""

    subject: str
    body: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen: for which occasion, to whom, which letter, which thread, or the words typed instead."""

    card: Card
    person: Person | None
    occasion: Occasion
    letter: Letter
    anchor: Anchor | None = None
    typed: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What the user's own words are kept under."""
        return self.card.id, self.person.name if self.person else "", self.letter.name

    @property
    def anchor_used(self) -> str:
        """The words of the anchor that the letter cites, empty where it cites none."""
        values = self._threads()
        cited = {values[name] for name in asked_for(self.letter)}
        return self.anchor.text if self.anchor and self.anchor.text in cited else ""

    def values(self, now: dt.datetime, me: str) -> dict[str, str]:
        """What each placeholder stands for."""
        return values_for(self.card, self.person, now=now, me=me, **self._threads())

    def _threads(self) -> dict[str, str]:
        """What was typed goes before the anchor where only one of the two is asked for."""
        anchor, typed = self.anchor.text if self.anchor else "", self.typed.strip()
        if asked_for(self.letter) == {"reference", "anchor"}:
            return {"reference": typed or anchor, "anchor": anchor or typed}
        return {"reference": typed or anchor, "anchor": typed or anchor}


def asked_for(letter: Letter) -> set[str]:
    """Which of `reference` and `anchor` the letter has a place for."""
    return _slot_names(letter) & {"reference", "anchor"}


def _slot_names(letter: Letter) -> set[str]:
    """The names that stand in the letter."""
    return {slot.name for slot in (*letter.subject.slots, *letter.body.slots)}


def needs_anchor(letter: Letter) -> bool:
    """Whether the letter can't go without an anchor."""
    slots = (*letter.subject.slots, *letter.body.slots)
    return any(slot.name == "anchor" and slot.fallback is None for slot in slots)


def letter_to_start_with(
    library: Library, card: Card, person: Person | None, occasion: Occasion, now: dt.datetime, me: str
) -> Letter | None:
    """The letter that lacks least for this card; None where no letter is for the occasion."""
    return best_letter(letters_for(library.letters, occasion), values_for(card, person, now=now, me=me))


def filled(chosen: Chosen, now: dt.datetime, me: str) -> Words:
    """The letter as far as it is filled in, its gaps shown as [[name]]."""
    draft, _ = preview(chosen.letter, chosen.values(now, me))
    return Words(draft.subject, draft.body)


def draft_of(chosen: Chosen, words: Words) -> Draft:
    """What is about to go out, in these words."""
    person = chosen.person or Person(name="")
    draft, _ = preview(chosen.letter, {"email": person.email, "name": person.name})
    return Draft(
        draft.to, clean(words.subject), clean_lines(words.body), draft.name, chosen.letter.name, chosen.letter.via
    )


def missing(chosen: Chosen, words: Words) -> tuple[str, ...]:
    """The names that the words still wait for."""
    return still_missing(draft_of(chosen, words))


def obstacle(chosen: Chosen, words: Words) -> str:
    """Why these words can't go out yet, in a sentence; empty when they can."""
    draft = draft_of(chosen, words)
    if names := still_missing(draft):
        return not_ready(names)
    if not draft.body:
        return "There is nothing in this letter: ctrl+r fills it in again."
    if too_long(chosen.letter, draft.body):
        return f"This letter is too long: {length_note(chosen.letter, draft.body)}."
    return ""


def thoughts(chosen: Chosen, words: Words, now: dt.datetime, settings: Settings, way_key: str) -> list[str]:
    """What to think of before it goes, none of it an obstacle. `way_key` is the key that goes on to another way."""
    card, letter = chosen.card, chosen.letter
    found = []
    row = row_for(card, now, settings.rules)
    if row.step and row.urgency is Urgency.WAITING and chosen.occasion in {*CHECK_INS, Occasion.KEEP_WARM}:
        found.append(f"It is early: {state(row, now).text}, leave them alone until then.")
    if chosen.anchor and chosen.anchor_used and (warning := anchor_warning(chosen.anchor, card.local(now))):
        found.append(warning)
    if note := _address_note(chosen, way_key):
        found.append(note)
    if twin := _told_the_same(chosen):
        found.append(f"{clean(twin)} has had these very words: they may talk to each other.")
    if not settings.name and "my_name" in _slot_names(letter):
        found.append("Your name isn't in the settings, so nobody signs this: add it at the end.")
    before = chosen.person and sent_for(chosen.person, card, chosen.occasion)
    if before:
        found.append(f"They had “{clean(before.letter)}” on {day_text(before.at.astimezone(card.tzinfo).date())}.")
    names = {each.day: clean(each.name) for each in settings.rules.holidays}
    if letter.via is not Via.PAPER and (note := moment_note(card.local(now), settings.rules.days_off, names)):
        found.append(note)
    return found


def what_is_left(card: Card, occasion: Occasion, write_key: str, archive_key: str) -> list[str]:
    """What to say once a letter went out: whom its way doesn't reach, and what ends a card whose offer is answered."""
    said = []
    left = unreached(card, occasion)
    if left and len(left) < len(card.people) and not still_to_write(card, occasion):
        names = ", ".join(clean(person.name) for person in left)
        said.append(f"No {_ADDRESSES[WAYS[occasion]]} of {names} is known: {write_key} offers other ways.")
    if occasion in _ENDS and card.ended is None:
        said.append(f"{archive_key} archives the card as {_ENDS[occasion]}.")
    return said


def change_for(card: Card, chosen: Chosen, words: Words, now: dt.datetime, *, everybody: bool = False) -> Change:
    """The card once these words went out; with `everybody` the stage is done, whoever has had nothing."""
    name = chosen.person.name if chosen.person else ""
    sent = sent_now(chosen, words, now)
    return send(card, name, sent, chosen.occasion, now, anchor=chosen.anchor_used, done=everybody)


def sent_now(chosen: Chosen, words: Words, now: dt.datetime) -> Sent:
    """The message as it is remembered."""
    draft = draft_of(chosen, words)
    text = f"{draft.subject}\n\n{draft.body}" if draft.subject else draft.body
    return Sent(letter=chosen.letter.name, at=stamp(now), via=chosen.letter.via.value, text=text)


def _address_note(chosen: Chosen, way_key: str) -> str:
    """What address is lacking for this way, if any, and by which others the person can be reached."""
    person = chosen.person or Person(name="")
    match chosen.letter.via:
        case Via.EMAIL:
            note = address_note(person.email)
        case Via.PAPER:
            note = paper_note(person)
        case Via.LINKEDIN if not profile_url(person.linkedin):
            return "No LinkedIn address is known: a search among people opens instead."
        case _:
            return ""
    if not note:
        return ""
    ways = [f"{way_key} goes on to {_way_words(chosen)}"] if _way_words(chosen) else []
    ways += [f"call {clean(person.phone)}"] if person.phone else []
    what = note.partition(":")[0].partition(",")[0]
    return f"{what}: {', or '.join(ways)}." if ways else note


def _way_words(chosen: Chosen) -> str:
    if chosen.person is None:
        return ""
    return " or ".join(OCCASIONS[each] for each in other_ways(chosen.card, chosen.person, chosen.occasion))


def _told_the_same(chosen: Chosen) -> str:
    """Who else at this company has had the same reference in the same sort of letter."""
    reference = fold(chosen.typed or chosen.anchor_used)
    others = (person for person in chosen.card.people if chosen.person and person.name != chosen.person.name)
    for other in others:
        sent = sent_for(other, chosen.card, chosen.occasion)
        if reference and sent and reference in fold(sent.text):
            return other.name
    return ""
