"""The commands, each a function from the parsed arguments and the board at hand to an exit code."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from msgspec.structs import asdict

from day12.output import card_json, json_text, print_rows
from day12.wording import label, moment_text
from day12_data.agenda import Agenda, in_order, row_for
from day12_data.board import Board, Change, EditError, add, archive, edit, matches, move, reply
from day12_data.card import Card, Outcome, ReplyKind, Stage
from day12_data.clock import Clock, clock_from, local_zone
from day12_data.entry import Entry, echo, entry_of, promise_given, read_entry
from day12_data.letters.linkedin import facebook_advice
from day12_data.paths import board_path, config_dir, state_dir
from day12_data.people import with_people
from day12_data.schedule import Urgency
from day12_data.settings import Settings, SettingsError, read_settings
from day12_data.store import Store, StoreError
from day12_data.text import clean

DONE, NO, WRONG = 0, 1, 2


class Wrong(Exception):  # noqa: N818 - wrong use or wrong data
    """Wrong use or wrong data: its text is the sentence that the user gets."""


@dataclass(frozen=True, slots=True)
class Desk:
    """The board at hand: its store, the clock and the settings."""

    store: Store
    clock: Clock
    settings: Settings
    state: Path
    env: Mapping[str, str]

    @property
    def zone(self) -> str:
        """The local zone's name."""
        return local_zone(self.env)

    def load(self) -> Board:
        """The board as it is on disk, with a word to the user about what couldn't be read."""
        board = self.store.load()
        for notice in self.store.drain_notices():
            print(f"day12: {notice}", file=sys.stderr)
        return board


def board_at_hand(parsed: argparse.Namespace, env: Mapping[str, str]) -> Desk:
    """The store on the board that the arguments or the environment name."""
    try:
        clock, settings = clock_from(env), read_settings(config_dir(env))
    except (ValueError, SettingsError) as error:
        raise Wrong(str(error)) from None
    state = state_dir(env)
    path = getattr(parsed, "board", None) or board_path(env)
    desk = Desk(Store(path, clock=clock, state=state), clock, settings, state, env)
    if getattr(parsed, "demo", False):
        from day12.demo import demo_desk

        return demo_desk(desk, getattr(parsed, "board", None))
    return desk


def perform(parsed: argparse.Namespace, desk: Desk) -> int:
    """Do the command; every foreseen trouble comes out as `Wrong`."""
    try:
        return _COMMANDS[parsed.command](parsed, desk)
    except (EditError, StoreError) as error:
        raise Wrong(str(error)) from None


def open_board(parsed: argparse.Namespace, desk: Desk) -> int:
    """Open the board in the terminal."""
    board = desk.load()
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise Wrong("the board needs a terminal: in a script, use `day12 list` or `day12 due`.")
    from day12.start import start

    return start(desk, board)


def add_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Add an interview."""
    entry = _typed(Entry(company=parsed.company), parsed)
    now = desk.clock()
    return _record(desk, parsed, add(read_entry(entry, now, desk.zone, desk.settings), now))


def list_cards(parsed: argparse.Namespace, desk: Desk) -> int:
    """List cards, the most urgent first."""
    stage = _stage(parsed.stage) if parsed.stage else None
    now, board = desk.clock(), desk.load()
    if parsed.archived:
        rows = in_order(row_for(card, now, desk.settings.rules) for card in board.archived)
    else:
        rows = Agenda(desk.settings.rules).rows(board, now)
    rows = [
        row
        for row in rows
        if (not parsed.overdue or row.urgency is Urgency.OVERDUE)
        and (stage is None or row.card.stage is stage)
        and matches(row.card, parsed.find)
    ]
    print_rows(rows, now, as_json=parsed.json)
    return DONE


def list_due(parsed: argparse.Namespace, desk: Desk) -> int:
    """List what is due or overdue."""
    now = desk.clock()
    rows = Agenda(desk.settings.rules).rows(desk.load(), now)
    rows = [row for row in rows if row.urgency in (Urgency.OVERDUE, Urgency.DUE)]
    if parsed.quiet:
        return DONE if rows else NO
    print_rows(rows, now, as_json=parsed.json)
    return DONE


def show_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Show everything about a card."""
    now, board = desk.clock(), desk.load()
    card = board.lookup(parsed.card)
    if parsed.json:
        print(json_text(card_json(row_for(card, now, desk.settings.rules), now)))
        return DONE
    from day12.page import page

    for line in page(card, board, now, desk.settings.rules, desk.store.log):
        print(line.text)
    return DONE


def edit_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Change what is given."""
    now, card = desk.clock(), desk.load().lookup(parsed.card)
    entry = _typed(entry_of(card, desk.zone), parsed)
    if parsed.company is not None:
        entry = replace(entry, company=parsed.company)
    after = read_entry(entry, now, desk.zone, desk.settings, card)
    if after == card:
        raise Wrong("that changes nothing: give another value, such as --role or --promised.")
    return _record(desk, parsed, edit(card, now, **asdict(after)))


def move_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Move a card to another column."""
    card = desk.load().lookup(parsed.card)
    by = {"next": 1, "back": -1}.get(parsed.stage)
    if by is None:
        stage = _stage(parsed.stage)
    else:
        position = card.stage.position + by
        if not 0 <= position < len(Stage):
            raise Wrong(f"{card.company} stands in {card.stage.title}: there is no column further on that side.")
        stage = list(Stage)[position]
    return _record(desk, parsed, move(card, stage, desk.clock()))


def reply_to_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Record a new promise."""
    now, card = desk.clock(), desk.load().lookup(parsed.card)
    promise = promise_given(parsed.said, now.to(card.tzinfo), desk.settings)
    if promise is None:
        raise Wrong("what did they say? Give their words, such as “another week”.")
    return _record(desk, parsed, reply(card, ReplyKind.PROMISE, now, promise.said, promise))


def archive_card(parsed: argparse.Namespace, desk: Desk) -> int:
    """Take a card off the board."""
    outcome = next((each for each in Outcome if each.value == parsed.outcome), None)
    if outcome is None:
        raise Wrong(f"“{parsed.outcome}” is no outcome: use {', '.join(each.value for each in Outcome)}.")
    return _record(desk, parsed, archive(desk.load().lookup(parsed.card), outcome, desk.clock()))


def undo(parsed: argparse.Namespace, desk: Desk) -> int:
    """Take back the last change."""
    change, board = desk.store.undo()
    return _say(desk, parsed, f"Undid: {change.sentence}", board.cards.get(change.after.id))


def redo(parsed: argparse.Namespace, desk: Desk) -> int:
    """Do again what was taken back."""
    change, board = desk.store.redo()
    return _say(desk, parsed, f"Did again: {change.sentence}", board.cards.get(change.after.id))


def read_promises(parsed: argparse.Namespace, desk: Desk) -> int:
    """Show how promises are read."""
    from day12.promises import show_readings

    return show_readings(parsed, desk)


def _typed(entry: Entry, parsed: argparse.Namespace) -> Entry:
    """The entry with what was given on the command line in its fields."""
    given = {"role": parsed.role, "when": parsed.when, "where": parsed.where, "promised": parsed.promised}
    given |= {"notes": parsed.note, "length": parsed.minutes and f"{parsed.minutes} min"}
    if parsed.person:
        given["people"] = with_people(entry.people, parsed.person)
        if advice := facebook_advice("\n".join(parsed.person)):
            print(advice, file=sys.stderr)
    if parsed.anchor:
        given["anchors"] = "\n".join([entry.anchors, *parsed.anchor])
    return replace(entry, **{name: text for name, text in given.items() if text is not None})


def _stage(text: str) -> Stage:
    stage = next((each for each in Stage if text.casefold() in (each.value, each.title.casefold())), None)
    if stage is None:
        raise Wrong(f"“{text[:40]}” is no stage: use {', '.join(each.value for each in Stage)}.")
    return stage


def _record(desk: Desk, parsed: argparse.Namespace, change: Change) -> int:
    """Keep the change, and say what is next for the card now."""
    board = desk.store.record(change)
    card = board.cards[change.after.id]
    if change.before is None and not parsed.json:
        print(card.id)
        print(_echo(desk, card), file=sys.stderr)
        return DONE
    if change.before and change.before.promise != card.promise and not parsed.json:
        print(_echo(desk, card), file=sys.stderr)
    return _say(desk, parsed, change.sentence, card)


def _say(desk: Desk, parsed: argparse.Namespace, sentence: str, card: Card | None) -> int:
    now = desk.clock()
    if parsed.json:
        print(json_text(card and card_json(row_for(card, now, desk.settings.rules), now)))
    else:
        state = "" if card is None or card.deleted else f"  {label(row_for(card, now, desk.settings.rules), now)}"
        print(f"{clean(sentence)}{state}")
    return DONE


def _echo(desk: Desk, card: Card) -> str:
    """How the time and the promise were understood."""
    when = f"{moment_text(card.starts, desk.clock())}–{card.ends.format('HH:mm')} {card.zone}"
    return f"{when} · {echo(card.promise, card.starts.date(), desk.settings.rules)}" if card.promise else when


_COMMANDS: dict[str | None, Callable[[argparse.Namespace, Desk], int]] = {
    None: open_board,
    "add": add_card,
    "list": list_cards,
    "due": list_due,
    "show": show_card,
    "edit": edit_card,
    "move": move_card,
    "reply": reply_to_card,
    "archive": archive_card,
    "undo": undo,
    "redo": redo,
    "promise": read_promises,
}
