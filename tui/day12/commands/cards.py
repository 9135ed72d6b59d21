"""The commands that change something: each makes one change, keeps it, and says what is next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from msgspec.structs import asdict

from day12.commands.output import card_json, show, show_json, tell
from day12.commands.said import kind_meant, promise_said
from day12.commands.session import DONE, CommandError, Session, stage_named
from day12.labels import echo, interview_text, label
from day12_data.agenda import row_for
from day12_data.answers import AnswerKind, answer, next_round
from day12_data.board import Board, Change, change, told
from day12_data.card import Card, new_id
from day12_data.card import replace as with_fields
from day12_data.edits import add, archive, edit, move, remove
from day12_data.kinds import Outcome, Stage
from day12_data.letters.linkedin import facebook_advice
from day12_data.text import clean, clean_lines
from day12_data.typed.entry import Entry, entry_of, read_entry
from day12_data.typed.people import read_people, with_people, without_person
from day12_data.typed.person import person_line, person_text
from day12_data.typed.when import read_past

KINDS = [kind.value for kind in AnswerKind]


def add_card(parsed: SimpleNamespace, session: Session) -> int:
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


def edit_card(parsed: SimpleNamespace, session: Session) -> int:
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


def move_card(parsed: SimpleNamespace, session: Session) -> int:
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


def reply_to_card(parsed: SimpleNamespace, session: Session) -> int:
    """Record what they answered, or that they didn't do as they had said."""
    at, card = _moment(session, parsed), session.load().lookup(parsed.card)
    if parsed.kind not in (None, *KINDS):
        raise CommandError(f"“{parsed.kind[:40]}” is no kind of answer: use {', '.join(KINDS)}.")
    kind, said = AnswerKind(parsed.kind or "promise"), clean_lines(parsed.said)
    asks = kind in (AnswerKind.PROMISE, AnswerKind.OFFER)
    promise = promise_said(said, card.local(at), parsed, session) if asks else None
    if parsed.kind is None and promise and promise.latest is None:
        kind = kind_meant(card, parsed)
    made = answer(card, kind, at, session.clock(), said, promise)
    return _record_round(session, parsed, made) if kind is AnswerKind.NEXT_ROUND else _record(session, parsed, made)


def archive_card(parsed: SimpleNamespace, session: Session) -> int:
    """Take a card off the board."""
    outcome = next((each for each in Outcome if each.value == parsed.outcome), None)
    if outcome is None:
        raise CommandError(f"“{parsed.outcome}” is no outcome: use {', '.join(each.value for each in Outcome)}.")
    card, at = session.load().lookup(parsed.card), _moment(session, parsed)
    return _record(session, parsed, change(card, archive(card, outcome, at), session.clock()))


def delete_card(parsed: SimpleNamespace, session: Session) -> int:
    """Delete a card; `day12 undo` brings it back."""
    card = session.load().lookup(parsed.card)
    return _record(session, parsed, change(card, remove(card), session.clock()))


def undo(parsed: SimpleNamespace, session: Session) -> int:
    """Take back the last change."""
    undone, board = session.store.undo()
    return _say_turned(session, parsed, "Undid", undone, board)


def redo(parsed: SimpleNamespace, session: Session) -> int:
    """Do again what was taken back."""
    redone, board = session.store.redo()
    return _say_turned(session, parsed, "Did again", redone, board)


def _moment(session: Session, parsed: SimpleNamespace) -> dt.datetime:
    """When it really was: now, or the moment given with `--on`, in the local zone where it names none."""
    try:
        return read_past(parsed.on or "", session.clock(), session.zone, day_first=session.settings.day_first)
    except ValueError as error:
        raise CommandError(str(error)) from None


def _typed(entry: Entry, parsed: SimpleNamespace) -> Entry:
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


def _record(session: Session, parsed: SimpleNamespace, made: Change) -> int:
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


def _record_round(session: Session, parsed: SimpleNamespace, made: Change) -> int:
    """Keep their answer with the card of the next round, and say how that one gets its time."""
    now = session.clock()
    new = change(None, add(next_round(made.after, new_id(), now), now), now)
    board = session.store.record(made, new)
    if not parsed.json:
        tell(f"The next round has a card of its own: `day12 edit {new.after.id} --when WHEN` says when it is.")
    return _say(session, parsed, made.sentence, board.cards[made.after.id])


def _say(session: Session, parsed: SimpleNamespace, sentence: str, card: Card | None) -> int:
    if parsed.json:
        show_json(_json(session, card))
    else:
        show(f"{clean(sentence)}{_state(session, card)}")
    return DONE


def _say_turned(session: Session, parsed: SimpleNamespace, done: str, changes: Sequence[Change], board: Board) -> int:
    """Say what was undone or done again; of several changes that are one, card by card what is next."""
    cards = [board.cards.get(card_id) for card_id in dict.fromkeys(change.after.id for change in changes)]
    if len(cards) == 1:
        return _say(session, parsed, f"{done}: {told(changes)}", cards[0])
    if parsed.json:
        show_json([_json(session, card) for card in cards])
        return DONE
    show(f"{done}: {told(changes)}")
    for card in cards:
        if card and not card.deleted:
            show(f"  {clean(card.company)}{_state(session, card)}")
    return DONE


def _json(session: Session, card: Card | None) -> dict[str, Any] | None:
    now = session.clock()
    return card_json(row_for(card, now, session.settings.rules), now) if card else None


def _state(session: Session, card: Card | None) -> str:
    """What is next for the card, and whether it is in the archive; of a deleted one nothing."""
    if card is None or card.deleted:
        return ""
    now = session.clock()
    state = f"  {label(row_for(card, now, session.settings.rules), now)}"
    if not (card.outcome and card.ended):
        return state
    outcome = card.outcome.value
    return f"{state}  (in the archive{'' if state.endswith(f' {outcome}') else f': {outcome}'})"


def _echo(session: Session, card: Card) -> str:
    """How the time and the promise were understood."""
    when = interview_text(card, session.clock())
    return f"{when} · {echo(card.promise, card.starts_at.date(), session.settings.rules)}" if card.promise else when
