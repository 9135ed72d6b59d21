"""The dialogs that ask by which way a letter goes, and, after that, whether it went out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from day12.edit.screen import EditingScreen
from day12.letters.compose import Chosen, Words, change_for, draft_of
from day12.letters.delivery import QUESTIONS, WAYS, Delivered, Delivery, deliver
from day12.navigation import ask
from day12_data.card import Person
from day12_data.kinds import Via
from day12_data.recipients import still_to_write
from day12_data.text import clean

# Called once the user says that it went out; with True when that was everybody who should have one.
WentOut = Callable[[bool], None]


def ask_way(screen: EditingScreen, chosen: Chosen, words: Words, went_out: WentOut) -> None:
    """Ask by which way it goes, take that way, and ask whether it went out."""

    def answered(key: str) -> None:
        screen.run_worker(_take(screen, key, chosen, words, went_out), exclusive=True)

    via = chosen.letter.via
    question = "What will you do?" if via is Via.PHONE else "How will you send it?"
    ask(screen.day12, question, {way.key: way.words for way in WAYS[via]}, answered)


async def _take(screen: EditingScreen, key: str, chosen: Chosen, words: Words, went_out: WentOut) -> None:
    app, session = screen.app, screen.session

    def to_clipboard(text: str) -> None:
        app.call_from_thread(app.copy_to_clipboard, text)

    delivery = Delivery(
        draft_of(chosen, words),
        chosen.card,
        chosen.person or Person(name=""),
        session.settings,
        session.outbox,
        session.env,
        to_clipboard,
    )
    # Other programs may take seconds to refuse, and the screen has to stay alive meanwhile.
    left = await asyncio.to_thread(deliver, key, delivery)
    if left.gone:
        _ask_whether(screen, left, chosen, words, went_out)
    else:
        screen.notify(left.sentence, severity="warning", markup=False, timeout=12)


def _ask_whether(screen: EditingScreen, left: Delivered, chosen: Chosen, words: Words, went_out: WentOut) -> None:
    """Ask the one thing, with what became of the letter above it."""

    def answered(key: str) -> None:
        if key in ("y", "d"):
            went_out(key == "d")

    change = change_for(chosen.card, chosen, words, screen.session.clock())
    others = still_to_write(change.after, chosen.occasion)
    answers = {"y": "yes"}
    if others:
        names = ", ".join(clean(person.name) for person in others)
        answers = {"y": f"yes; next: {names}", "d": "yes, and that was everybody"}
    answers["n"] = "not yet: keep my words"
    draft = draft_of(chosen, words)
    head = (draft.to and f"To {draft.to}", draft.subject and f"Subject: {draft.subject}")
    by_email = " · ".join(filter(None, head)) if chosen.letter.via is Via.EMAIL else ""
    note = "\n".join(filter(None, (left.sentence, by_email)))
    ask(screen.day12, QUESTIONS[chosen.letter.via], answers, answered, note=note)
