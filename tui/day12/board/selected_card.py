"""The selected card in more words, for the rows that a column in a narrow terminal has left."""

from __future__ import annotations

import datetime as dt
from textwrap import wrap

from day12.labels import interview_text, next_words, numbers_to_call
from day12_data.agenda import Row
from day12_data.text import clean


def selected_card_lines(row: Row, now: dt.datetime, archive_key: str, width: int) -> list[str]:
    """When it was, why the next step is next, what they said, whom to call, who is on the card, and the notes."""
    card = row.card
    texts = [f"{interview_text(card, now)} · {card.where}" if card.where else interview_text(card, now)]
    texts += (why := next_words(row, now, archive_key))
    if card.promise and not any(clean(card.promise.said) in each for each in why):
        texts.append(f"They said “{card.promise.said}”")
    calls = numbers_to_call(row)
    texts += [f"Call {name}: {phone}" for name, phone in calls]
    called = {name for name, _ in calls}
    for person in card.people:
        known = (person.email, "" if clean(person.name) in called else person.phone)
        texts.append(" · ".join(filter(None, (person.name, person.title, *known))))
    texts += [f"{anchor.kind.value}: {anchor.text}" for anchor in card.anchors]
    texts += [card.notes] if card.notes else []
    return [line for text in texts for line in wrap(clean(text), max(width, 1))]
