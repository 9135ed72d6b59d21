"""The commands that change something: each makes one change, keeps it, and says what is next."""

from __future__ import annotations

import argparse
import datetime as dt
from dataclasses import replace

from msgspec.structs import asdict

from day12.commands.output import card_json, show, show_json, tell
from day12.commands.said import promise_said
from day12.commands.session import DONE, CommandError, Session, stage_named
from day12.labels import echo, interview_text, label
from day12_data.agenda import row_for
from day12_data.board import Change, change
from day12_data.card import Card, Outcome, ReplyKind, Stage
from day12_data.card import replace as with_fields
from day12_data.dates.days import local_text
from day12_data.edits import add, archive, break_promise, edit, miss, move, remove, reply
from day12_data.letters.linkedin import facebook_advice
from day12_data.text import clean, clean_lines
from day12_data.typed.entry import Entry, entry_of, read_entry
from day12_data.typed.people import read_people, with_people, without_person
from day12_data.typed.person import person_line, person_text
from day12_data.typed.when import read_when

KINDS = ("promise", "offer", "no", "no_news", "not_kept", "missed")


def add_card(parsed: argparse.Namespace, session: Session) -> int:
    """Add an interview."""
    if parsed.new_board:
        session.store.start_new()
    entry = _typed(Entry(company=parsed.company), parsed)
    now = session.clock()
    card = read_entry(entry, now, session.zone, session.settings)
    if parsed.promised is not None:
        said = promise_said(parsed.promised, card.local(card.starts_at), parsed, session)
        card = with_fields(card, promise=said)
    return _record(session, parsed, change(None, add(card, now), now))


def edit_card(parsed: argparse.Namespace, session: Session) -> int:
    """Change what is given."""
    now, card = session.clock(), session.load().lookup(parsed.card)
    before = card if parsed.promised is None else with_fields(card, promise=None)  # which is asked about below
    entry = _typed(entry_of(before, session.zone), parsed)
    if parsed.company is not None:
        entry = replace(entry, company=parsed.company)
    after = read_entry(entry, now, session.zone, session.settings, before)
    if parsed.promised is not None:
        given = card.promise.given_at if card.promise else card.starts_at
        on = after.local(after.starts_at if given == card.starts_at else given)
        after = with_fields(after, promise=promise_said(parsed.promised, on, parsed, session))
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
    return _record(session, parsed, change(card, move(card, stage, _moment(session, parsed)), session.clock()))


def reply_to_card(parsed: argparse.Namespace, session: Session) -> int:
    """Record what they answered, or that they didn't do as they had said."""
    at, card = _moment(session, parsed), session.load().lookup(parsed.card)
    return _record(session, parsed, change(card, _replied(session, card, parsed, at), session.clock()))


def _replied(session: Session, card: Card, parsed: argparse.Namespace, at: dt.datetime) -> Card:
    """The card once they answered; words without a day are no news, and leave the promise as it was."""
    kind, said = parsed.kind, clean_lines(parsed.said)
    if kind not in KINDS:
        raise CommandError(f"“{kind[:40]}” is no kind of answer: use {', '.join(KINDS)}.")
    if kind == "not_kept":
        return break_promise(card, at)
    if kind == "missed":
        return miss(card, at)
    if kind in ("no", "no_news"):
        return reply(card, ReplyKind(kind), at, said)
    promise = promise_said(said, card.local(at), parsed, session)
    if kind == "offer":
        by, words = (promise.latest, promise.words) if promise else (None, "")
        return reply(card, ReplyKind.OFFER, at, said, answer_by=by, words=words)
    if promise is None:
        raise CommandError("what did they say? Give their words, such as “another week”.")
    if promise.latest is None:
        return reply(card, ReplyKind.NO_NEWS, at, said)
    return reply(card, ReplyKind.PROMISE, at, said, promise)


def archive_card(parsed: argparse.Namespace, session: Session) -> int:
    """Take a card off the board."""
    outcome = next((each for each in Outcome if each.value == parsed.outcome), None)
    if outcome is None:
        raise CommandError(f"“{parsed.outcome}” is no outcome: use {', '.join(each.value for each in Outcome)}.")
    card, at = session.load().lookup(parsed.card), _moment(session, parsed)
    return _record(session, parsed, change(card, archive(card, outcome, at), session.clock()))


def delete_card(parsed: argparse.Namespace, session: Session) -> int:
    """Delete a card; `day12 undo` brings it back."""
    card = session.load().lookup(parsed.card)
    return _record(session, parsed, change(card, remove(card), session.clock()))


def undo(parsed: argparse.Namespace, session: Session) -> int:
    """Take back the last change."""
    undone, board = session.store.undo()
    return _say(session, parsed, f"Undid: {undone.sentence}", board.cards.get(undone.after.id))


def redo(parsed: argparse.Namespace, session: Session) -> int:
    """Do again what was taken back."""
    redone, board = session.store.redo()
    return _say(session, parsed, f"Did again: {redone.sentence}", board.cards.get(redone.after.id))


def _moment(session: Session, parsed: argparse.Namespace) -> dt.datetime:
    """When it really was: now, or the moment given with `--on`, in the local zone where it names none."""
    now = session.clock()
    if parsed.on is None:
        return now
    try:
        at = read_when(parsed.on, now, session.zone, day_first=session.settings.day_first).moment
    except ValueError as error:
        raise CommandError(str(error)) from None
    if at.astimezone(dt.UTC) > now:
        raise CommandError(f"{local_text(at, session.zone, now)} is still to come: --on says when it really was.")
    return at


def _typed(entry: Entry, parsed: argparse.Namespace) -> Entry:
    """The entry with what was given on the command line in its fields."""
    given = {"role": parsed.role, "when": parsed.when, "where": parsed.where}
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
        if twin := board.twin(card):
            tell(f"There is another card for this interview: {twin.id}. `day12 undo` takes this one back.")
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
    when = interview_text(card, session.clock())
    return f"{when} · {echo(card.promise, card.starts_at.date(), session.settings.rules)}" if card.promise else when
