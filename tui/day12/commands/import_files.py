"""`day12 import`: says what files hold and what it would do, asks what isn't sure, and does it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TextIO

from day12.commands.output import card_json, show, show_json, tell
from day12.commands.prompts import ask, find_terminal, number_in, numbered
from day12.commands.session import DONE, CommandError, Session
from day12.importing.items import all_told, card_line, details
from day12_data.agenda import row_for
from day12_data.board import Board
from day12_data.card import Person
from day12_data.days_off import keep_calendar_days, not_kept
from day12_data.exchange.files import File, read_file
from day12_data.exchange.import_items import Context, Does, Item, Question, after, answers_for_all, changes, days_off
from day12_data.exchange.importing import plan
from day12_data.exchange.own_export import is_board
from day12_data.exchange.sniff import LIMIT, Kind, kind_of
from day12_data.text import clean

_PIPED = "what was piped in"
_VERBS = {
    Does.ADD: ("Would add", "Added"),
    Does.UPDATE: ("Would change", "Changed"),
    Does.CANCEL: ("Would note", "Noted"),
    Does.REPLY: ("Would note", "Noted"),
    Does.PEOPLE: ("Would fill in", "Filled in"),
}


def import_files(parsed: SimpleNamespace, session: Session) -> int:
    """Import what the files hold, all of it or nothing."""
    files = [_read(name) for name in parsed.files]
    boards = [file for file in files if kind_of(file.data, file.name) is Kind.JSON and is_board(file.data)]
    others = [file for file in files if file not in boards]
    board = session.load(quiet=True)
    context = Context(session.clock(), session.zone, session.settings)
    terminal = None if parsed.dry_run or parsed.json else find_terminal(piped="-" in parsed.files)
    items, context = _planned(others, board, context, terminal)
    if not parsed.dry_run:
        _refuse_open(items)
        if made := changes(items):
            session.store.record(*made)
        _keep_days_off(items, session)
    items += [_merged(file, session, dry_run=parsed.dry_run) for file in boards]
    if parsed.json:
        show_json([_item_json(item, session) for item in items])
    else:
        for item in items:
            show("\n".join(_lines(item, session, dry_run=parsed.dry_run)))
    return DONE


def _read(name: str) -> File:
    if name == "-":
        return File(_PIPED, sys.stdin.buffer.read(LIMIT + 1))
    return read_file(Path(name), pipes=True)


def _planned(files: list[File], board: Board, context: Context, terminal: TextIO | None) -> tuple[list[Item], Context]:
    """What the files would do, one after the other; in a terminal with what isn't sure answered."""
    found: list[Item] = []
    for file in files:
        items = plan(file.data, file.name, board, context)
        asked: set[str] = set()
        while terminal and (questions := _still_open(items, asked)):
            answers = _ask(questions, terminal, again=questions[0].key in context.answers)
            asked |= {each.key for each in questions if each.optional and each.key in answers}
            context = replace(context, answers={**context.answers, **answers})
            items = plan(file.data, file.name, board, context)
        found += items
        board = after(board, items)
    return found, context


def _still_open(items: list[Item], asked: set[str]) -> list[Question]:
    questions = (item.question for item in items if item.question)
    return [question for question in questions if not question.optional or question.key not in asked]


def _ask(questions: list[Question], terminal: TextIO, *, again: bool) -> Mapping[str, str]:
    """The answer to the first question, by its number or in words, or by a sign to all that are like it."""
    question, for_all = questions[0], answers_for_all(questions)
    if again and not question.optional:
        tell("That can't be read.")

    def read(typed: str) -> Mapping[str, str] | None:
        number = number_in(typed, 1, len(question.choices))
        if number is not None:
            return {question.key: question.choices[number - 1]}
        if typed in for_all:
            return for_all[typed]
        if question.typed and typed:
            return {question.key: typed}
        return {question.key: question.choices[0]} if question.optional and not typed else None

    hint = "A number, or other words: " if question.typed else "A number: "
    signs = [f"  {sign}  {all_told(answers)}" for sign, answers in for_all.items()]
    return ask(terminal, question.text, [*numbered(question.choices), *signs], read, hint)


def _refuse_open(items: list[Item]) -> None:
    """Leave everything as it is while something isn't sure."""
    questions = [item.question for item in items if item.question and item.is_open]
    if questions:
        more = f" ({len(questions) - 1} more such)" if len(questions) > 1 else ""
        raise CommandError(f"{clean(questions[0].text)}{more} Run it in a terminal to answer; nothing was changed.")


def _keep_days_off(items: list[Item], session: Session) -> None:
    """Keep the days off that were found, beside the settings."""
    if days := days_off(items):
        try:
            path = keep_calendar_days(days, session.config)
        except OSError as error:
            cards = "the cards are imported, but " if changes(items) else ""
            raise CommandError(f"{cards}{not_kept(session.config, error)}") from None
        tell(f"The days off are kept in {path}: delete it, and they are working days again.")


def _merged(file: File, session: Session, *, dry_run: bool) -> Item:
    if file.path is None:
        raise CommandError("that is a board: save it as a file, and name the file.")
    merged = session.store.merge_file(file.path, dry_run=dry_run)
    does = Does.UPDATE if merged.added or merged.updated else Does.NOTHING
    return Item(
        does, f"A board, card by card: {merged.added} new, {merged.updated} newer, {merged.unchanged} as they are."
    )


def _item_json(item: Item, session: Session) -> dict[str, Any]:
    """An item as the command line's contract has it."""
    now, rules = session.clock(), session.settings.rules
    return {
        "does": item.does.value,
        "why": clean(item.why),
        "card": item.card and card_json(row_for(item.card, now, rules), now),
        "people": [_person_json(person) for person in item.people],
        "question": item.question and clean(item.question.text),
        "choices": [clean(choice) for choice in item.question.choices] if item.question else [],
    }


def _person_json(person: Person) -> dict[str, str]:
    return {name: getattr(person, name) for name in ("name", "title", "email", "phone", "linkedin", "address")}


def _lines(item: Item, session: Session, *, dry_run: bool) -> Iterator[str]:
    """What an item does, in a few lines."""
    if item.does in (Does.NOTHING, Does.ASK) or item.card is None:
        would, did = _VERBS[item.does] if item.days else ("", "")
        yield clean(f"{would if dry_run or item.is_open else did} {item.why}")
    else:
        would, did = _VERBS[item.does]
        yield f"{would if dry_run or item.is_open else did} {card_line(item.card, session.clock())}"
        yield from (f"  {line}" for line in details(item, session.settings.rules))
    if item.question and (dry_run or item.is_open):
        yield f"  {clean(item.question.text)}"
        yield from (f"    {number}  {clean(choice)}" for number, choice in enumerate(item.question.choices, 1))
