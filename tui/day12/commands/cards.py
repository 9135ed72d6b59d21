"""The commands that change something: each makes one change, keeps it, and says what is next."""

from __future__ import annotations

import argparse
from dataclasses import replace

from msgspec.structs import asdict

from day12.commands.output import card_json, show, show_json, tell
from day12.commands.session import DONE, CommandError, Session, stage_named
from day12.labels import echo, label
from day12_data.agenda import row_for
from day12_data.board import Change, change
from day12_data.card import Card, Outcome, ReplyKind, Stage
from day12_data.dates.days import moment_text, time_text
from day12_data.edits import add, archive, edit, move, reply
from day12_data.letters.linkedin import facebook_advice
from day12_data.text import clean
from day12_data.typed.entry import Entry, entry_of, promise_given, read_entry
from day12_data.typed.people import read_people, with_people, without_person
from day12_data.typed.person import person_line, person_text


def add_card(parsed: argparse.Namespace, session: Session) -> int:
    """Add an interview."""
    entry = _typed(Entry(company=parsed.company), parsed)
    now = session.clock()
    card = add(read_entry(entry, now, session.zone, session.settings), now)
    return _record(session, parsed, change(None, card, now))


def edit_card(parsed: argparse.Namespace, session: Session) -> int:
    """Change what is given."""
    now, card = session.clock(), session.load().lookup(parsed.card)
    entry = _typed(entry_of(card, session.zone), parsed)
    if parsed.company is not None:
        entry = replace(entry, company=parsed.company)
    after = read_entry(entry, now, session.zone, session.settings, card)
    if after == card:
        raise CommandError("that changes nothing: give another value, such as --role or --promised.")
    return _record(session, parsed, change(card, edit(card, now, **asdict(after)), now))


def move_card(parsed: argparse.Namespace, session: Session) -> int:
    """Move a card to another column."""
    card = session.load().lookup(parsed.card)
    by = {"next": 1, "back": -1}.get(parsed.stage)
    if by is None:
        stage = stage_named(parsed.stage)
    else:
        position = card.stage.position + by
        if not 0 <= position < len(Stage):
            raise CommandError(f"{card.company} stands in {card.stage.title}: there is no column further on that side.")
        stage = list(Stage)[position]
    now = session.clock()
    return _record(session, parsed, change(card, move(card, stage, now), now))


def reply_to_card(parsed: argparse.Namespace, session: Session) -> int:
    """Record a new promise; words without a day are no news, and leave the promise as it was."""
    now, card = session.clock(), session.load().lookup(parsed.card)
    promise = promise_given(parsed.said, card.local(now), session.settings)
    if promise is None:
        raise CommandError("what did they say? Give their words, such as “another week”.")
    if promise.latest is None:
        after = reply(card, ReplyKind.NO_NEWS, now, promise.said)
    else:
        after = reply(card, ReplyKind.PROMISE, now, promise.said, promise)
    return _record(session, parsed, change(card, after, now))


def archive_card(parsed: argparse.Namespace, session: Session) -> int:
    """Take a card off the board."""
    outcome = next((each for each in Outcome if each.value == parsed.outcome), None)
    if outcome is None:
        raise CommandError(f"“{parsed.outcome}” is no outcome: use {', '.join(each.value for each in Outcome)}.")
    now, card = session.clock(), session.load().lookup(parsed.card)
    return _record(session, parsed, change(card, archive(card, outcome, now), now))


def undo(parsed: argparse.Namespace, session: Session) -> int:
    """Take back the last change."""
    undone, board = session.store.undo()
    return _say(session, parsed, f"Undid: {undone.sentence}", board.cards.get(undone.after.id))


def redo(parsed: argparse.Namespace, session: Session) -> int:
    """Do again what was taken back."""
    redone, board = session.store.redo()
    return _say(session, parsed, f"Did again: {redone.sentence}", board.cards.get(redone.after.id))


def _typed(entry: Entry, parsed: argparse.Namespace) -> Entry:
    """The entry with what was given on the command line in its fields."""
    given = {"role": parsed.role, "when": parsed.when, "where": parsed.where, "promised": parsed.promised}
    given |= {"notes": parsed.note, "length": parsed.minutes and f"{parsed.minutes} min"}
    lines, gone = parsed.person or [], getattr(parsed, "remove_person", None) or []
    if lines or gone:
        people = read_people(entry.people)
        for name in gone:
            people = without_person(people, name)
        given["people"] = "\n".join(map(person_text, with_people(people, lines)))
        if advice := facebook_advice("\n".join(lines)):
            tell(advice)
    if parsed.anchor:
        given["anchors"] = "\n".join(dict.fromkeys([*entry.anchors.splitlines(), *parsed.anchor]))
    return replace(entry, **{name: text for name, text in given.items() if text is not None})


def _record(session: Session, parsed: argparse.Namespace, made: Change) -> int:
    """Keep the change, and say what is next for the card now."""
    board = session.store.record(made)
    card = board.cards[made.after.id]
    if not parsed.json:
        for person in card.people:
            if made.before is None or person not in made.before.people:
                tell(clean(person_line(person)))
    if made.before is None and not parsed.json:
        show(card.id)
        tell(_echo(session, card))
        return DONE
    if made.before and made.before.promise != card.promise and not parsed.json:
        tell(_echo(session, card))
    return _say(session, parsed, made.sentence, card)


def _say(session: Session, parsed: argparse.Namespace, sentence: str, card: Card | None) -> int:
    now = session.clock()
    if parsed.json:
        show_json(card and card_json(row_for(card, now, session.settings.rules), now))
    else:
        state = "" if card is None or card.deleted else f"  {label(row_for(card, now, session.settings.rules), now)}"
        kept = f"  (in the archive: {card.outcome.value})" if card and card.outcome and card.ended else ""
        show(f"{clean(sentence)}{state}{kept}")
    return DONE


def _echo(session: Session, card: Card) -> str:
    """How the time and the promise were understood."""
    when = (
        f"{moment_text(card.local(card.starts_at), session.clock())}–{time_text(card.local(card.ends_at))} {card.zone}"
    )
    return f"{when} · {echo(card.promise, card.starts_at.date(), session.settings.rules)}" if card.promise else when
