"""The commands that look after the file: backups, restore, merge, doctor."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

from day12.commands.output import show, show_json
from day12.commands.session import DONE, NO, Session
from day12_data.dates.days import day_text
from day12_data.store import Backup, UnreadableBoard
from day12_data.text import clean, counted


def list_backups(parsed: SimpleNamespace, session: Session) -> int:
    """List the backups, the newest first."""
    backups = session.store.backups()
    if parsed.json:
        show_json(backups)
        return DONE
    if not backups:
        show("No backups yet: one is made before the first change of each day.")
    for each in backups:
        show(_backup_line(each))
    return DONE


def _backup_line(backup: Backup) -> str:
    """A backup in one line: its name, its day, how many cards, how large."""
    cards = "can't be read" if backup.cards is None else counted(backup.cards, "card")
    return f"{clean(backup.name)}  {day_text(backup.date)} {backup.date.year}  {cards}  {backup.size / 1024:,.1f} KiB"


def restore(parsed: SimpleNamespace, session: Session) -> int:
    """Put a backup in the board's place; the present board becomes a backup itself."""
    names = {each.name for each in session.store.backups()}
    cards = sum(1 for _ in session.store.restore(parsed.name).active)
    show(f"Restored {clean(parsed.name)}: {cards} on the board.")
    for each in session.store.backups():
        if each.name not in names:
            show(f"What was there before is {clean(each.name)}: `day12 restore {clean(each.name)}` brings it back.")
    return DONE


def merge(parsed: SimpleNamespace, session: Session) -> int:
    """Take in another board's file: of each card, what either side changed."""
    path = Path(os.path.expanduser(parsed.file))  # noqa: PTH111 - Path's own fails where there is no such user
    merged = session.store.merge_file(path, dry_run=parsed.dry_run)
    if parsed.json:
        show_json(merged)
    else:
        would = "Would add" if parsed.dry_run else "Added"
        show(f"{would} {merged.added}, change {merged.updated}, leave {merged.unchanged} as they are.")
    return DONE


def doctor(parsed: SimpleNamespace, session: Session) -> int:
    """Say what is wrong with the file, if anything is; it changes nothing."""
    found: list[dict[str, str]] = []
    try:
        board = session.store.load()
    except UnreadableBoard as trouble:
        found.append({"card": "", "field": "", "sentence": str(trouble)})
        summary = f"{session.store.path}: can't be read as a board."
    else:
        cards = [card for card in board.cards.values() if not card.deleted]
        summary = (
            f"{session.store.path}: {counted(len(cards), 'card')} can be read, {len(session.store.problems)} can't."
        )
        found += [
            {"card": problem.card_id, "field": problem.field, "sentence": problem.sentence}
            for problem in session.store.problems
        ]
        found += [{"card": "", "field": "", "sentence": notice} for notice in session.store.drain_notices()]
    if parsed.json:
        show_json(found)
    else:
        show(clean(summary))
        for each in found:
            show(clean(f"  {each['card']} {each['field']} {each['sentence']}"))
    return NO if found else DONE
