"""The commands that only look: list, due and show. They load neither the promise reader nor the screens."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from types import SimpleNamespace

from day12.commands.output import card_json, show, show_json, show_rows
from day12.commands.prompts import say_to_person
from day12.commands.session import DONE, NO, CommandError, Session, stage_named
from day12.labels import label
from day12_data.agenda import Agenda, Row, for_today, in_order, row_for
from day12_data.board import Board, matches
from day12_data.settings import ALL, Filter
from day12_data.step import Urgency
from day12_data.text import clean, fold


def list_cards(parsed: SimpleNamespace, session: Session) -> int:
    """List cards, the most urgent first."""
    stage, named = stage_named(parsed.stage) if parsed.stage else None, _filter(parsed.filter, session)
    now, board = session.clock(), session.load(quiet=parsed.names)
    if parsed.archived:
        rows = in_order(row_for(card, now, session.settings.rules) for card in board.archived)
    else:
        rows = Agenda(session.settings.rules).rows(board, now)
    rows = [
        row
        for row in rows
        if (not (parsed.overdue or named.overdue) or row.urgency is Urgency.OVERDUE)
        and {stage, named.stage} <= {None, row.card.stage}
        and matches(row.card, f"{parsed.find} {named.find}")
    ]
    if parsed.names:
        _show_names(rows, board, now)
    else:
        show_rows(rows, now, session.env, as_json=parsed.json)
        if not rows and not parsed.json and board.cards:
            say_to_person("no card fits: `day12 list` shows those on the board, with --archived those that ended.")
    return DONE


def _filter(name: str | None, session: Session) -> Filter:
    """The filter of this name in the settings."""
    filters = session.settings.filters
    if name is None:
        return ALL
    if name not in filters:
        there = f"use {', '.join(filters)}" if filters else "write it below [filters] in settings.toml"
        raise CommandError(f"there is no filter “{clean(name)[:40]}”: {there}.")
    return filters[name]


def _show_names(rows: Sequence[Row], board: Board, now: dt.datetime) -> None:
    """What each card is called where a command asks for a CARD, a tab, and what tells it from others."""
    on_board = Counter(fold(card.company) for card in board.active)
    kept = Counter(fold(card.company) for card in board.cards.values() if not card.deleted)
    for row in rows:
        card, company = row.card, clean(row.card.company)
        only = (on_board if card.ended is None else kept)[fold(company)] == 1 and not company.startswith("-")
        name, *told = (company,) if only else (card.id[:6], company)
        told += [card.role, label(row, now)]
        show(f"{name}\t{' · '.join(clean(each) for each in told if each)}")


def list_due(parsed: SimpleNamespace, session: Session) -> int:
    """List what is due or overdue and today's interviews, or with `--within` what will be due by then, too."""
    now = session.clock()
    limit = _limit(parsed.within, now) if parsed.within else None
    board, rules = session.load(quiet=parsed.quiet), session.settings.rules
    rows = [row for row in Agenda(rules).rows(board, now) if for_today(row, now)]
    if limit:
        from day12_data.agenda_heads import due_within, listed

        today = {row.card.id for row in rows}
        rows += (row for row in due_within(board, now, limit, rules) if row.card.id not in today)
        rows = list(listed(rows, now).rows)
    if parsed.quiet:
        return DONE if rows else NO
    show_rows(rows, now, session.env, as_json=parsed.json)
    if not rows and not parsed.json and board.cards:
        say_to_person("nothing is due.")
    return DONE


def _limit(within: str, now: dt.datetime) -> dt.datetime:
    from day12_data.typed.within import end_of

    try:
        return end_of(within, now)
    except ValueError as error:
        raise CommandError(str(error)) from None


def show_card(parsed: SimpleNamespace, session: Session) -> int:
    """Show everything about a card."""
    now, board = session.clock(), session.load()
    card = board.lookup(parsed.card)
    if parsed.qr:
        from day12.commands.qr import show_codes

        return show_codes(parsed, card, session)
    if parsed.json:
        show_json(card_json(row_for(card, now, session.settings.rules), now))
        return DONE
    from day12.card.text import page

    wanted = {"edit": "e", "archive": "x"} | session.settings.keys
    keys = {name: wanted[name].partition(",")[0] for name in ("edit", "archive")}
    for line in page(card, board, now, session.settings.rules, session.store.log, keys):
        show(line.text)
    return DONE
