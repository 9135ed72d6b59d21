"""A letter as it is kept: a plain-text file whose front matter says what it is for, and whose text has gaps."""

from __future__ import annotations

from dataclasses import dataclass

from day12_data.card import Card
from day12_data.edits import window_opened
from day12_data.kinds import Occasion, Outcome, Stage, Via
from day12_data.letters.front_matter import FrontMatter
from day12_data.letters.placeholders import PLACEHOLDERS
from day12_data.letters.template import Template, TemplateError, parse
from day12_data.text import clean

# LinkedIn cuts what you write with an invitation here.
INVITATION_CHARACTERS = 300

_FENCE = "---"


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `name` is its file's, without the ending: the user's file of the same name takes its place.

    `words` is its usual length, least and most; `characters` the most that may be sent, or None.
    """

    name: str
    title: str
    occasions: tuple[Occasion, ...]
    via: Via
    subject: Template
    body: Template
    words: tuple[int, int] | None = None
    characters: int | None = None
    own: bool = False


def occasion_for(card: Card, stage: Stage) -> Occasion | None:
    """What a letter for this stage of the card is about, or None: the first stage is asked in person.

    A card that ended with a no is thanked for once and kept warm after that; one that ended in silence is kept warm.
    Once you have checked in since their last word, the next time is again. An offer is answered; where it came without
    a day, the letter asks for time. An interview that didn't take place needs a new time.
    """
    if card.ended and card.ended.outcome in (Outcome.ACCEPTED, Outcome.DECLINED, Outcome.WITHDREW):
        return None
    if card.ended:
        since = card.ended.at
        thanked = any(sent.at >= since for person in card.people for sent in person.sent)
        warmed = any(each.at >= since for each in card.check_ins)
        said_no = card.ended.outcome is Outcome.REJECTED
        return Occasion.AFTER_NO if said_no and not thanked and not warmed else Occasion.KEEP_WARM
    if card.missed_at:
        return Occasion.NEW_TIME
    if card.offer:
        return Occasion.ACCEPT_OFFER if card.offer.answer_by else Occasion.ASK_FOR_TIME
    if stage is Stage.ASKED:
        return None
    if stage is Stage.CHECKED_IN and any(each.at >= window_opened(card) for each in card.check_ins):
        return Occasion.CHECK_IN_AGAIN
    return Occasion(stage.value)


def parse_letter(text: str, name: str, file: str = "", *, own: bool = False) -> Letter:
    """The letter that a file holds; `file` is what its errors call it.

    Raises:
        TemplateError: it can't be used, with the place and what to write instead.
    """
    file = file or f"{name}.txt"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not text.strip():
        raise TemplateError(file, 1, 1, "the file is empty: start from a copy of a letter that works.")
    if lines[0].rstrip() != _FENCE or _FENCE not in [line.rstrip() for line in lines[1:]]:
        what = "a letter begins with its front matter: a line of ---, for: and via: on lines of their own, --- again."
        raise TemplateError(file, 1, 1, what)
    end = [line.rstrip() for line in lines].index(_FENCE, 1)
    front = FrontMatter(file, lines[1:end])
    occasions = tuple(front.choice("for", part, Occasion) for part in front.required("for").split(","))
    via = front.choice("via", front.required("via"), Via)
    if via is Via.EMAIL:
        front.required("subject")
    first = next((number for number, line in enumerate(lines) if number > end and line.strip()), None)
    if first is None:
        raise TemplateError(file, end + 1, 1, "the letter has no text: write it below the second ---.")
    return Letter(
        name=name,
        title=clean(front.get("title")) or name.replace("-", " ").replace("_", " ").capitalize(),
        occasions=tuple(dict.fromkeys(occasions)),
        via=via,
        subject=parse(front.get("subject"), PLACEHOLDERS, file, *front.place("subject")),
        body=parse("\n".join(lines[first:]).rstrip(), PLACEHOLDERS, file, first + 1),
        words=front.words(),
        characters=front.characters(most=INVITATION_CHARACTERS if via is Via.LINKEDIN else None),
        own=own,
    )
