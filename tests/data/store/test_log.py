"""What was done to a card: told from memory, whatever the disk and the locks are doing."""

from __future__ import annotations

import datetime as dt
import threading
from pathlib import Path

import changes as edits
from day12_data.kinds import Stage
from kit import MakeCard, Open


def test_a_card_s_log_is_told_without_the_disk_and_while_another_thread_writes(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    added = edits.add(card(), now)
    store.record(added)
    moved = edits.move(added.after, Stage.MAILED, now)
    told: list[str] = []

    def slow_clock() -> dt.datetime:
        thread = threading.Thread(target=lambda: told.extend(str(each.undone) for each in store.log(added.after.id)))
        thread.start()
        thread.join(timeout=5)
        return now

    store.record(moved)
    store._clock = slow_clock
    store.undo()
    assert told[:2] == ["False", "False"]  # the write under way isn't told before it is done
    path.rename(path.with_name("elsewhere"))
    assert [(each.what, each.undone) for each in store.log(added.after.id)] == [
        ("added", False),
        ("moved to Mailed note", True),
    ]


def test_a_log_follows_what_others_wrote_once_it_was_looked_at(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    ours = open_store()
    added = edits.add(card(), now)
    ours.record(added)
    open_store().record(edits.edit(added.after, now, role="SRE"))
    assert len(ours.log(added.after.id)) == 1
    ours.refresh()
    assert len(ours.log(added.after.id)) == 2


def test_each_change_is_told_with_the_card_as_it_was_then(open_store: Open, card: MakeCard, now: dt.datetime) -> None:
    store = open_store()
    added = edits.add(card(), now)
    longer = edits.edit(added.after, now, ends_at=added.after.ends_at + dt.timedelta(minutes=15))
    times = {name: getattr(longer.after, name) + dt.timedelta(days=6) for name in ("starts_at", "ends_at")}
    moved = edits.edit(longer.after, now, **times)
    for each in (added, longer, moved):
        store.record(each)
    first, second = (entry for entry in store.log(added.after.id) if entry.before and entry.after)
    cards = (first.before, first.after, second.before, second.after)
    told = [(each.starts_at, each.ends_at) for each in cards if each]
    assert told == [(each.starts_at, each.ends_at) for each in (added.after, longer.after, longer.after, moved.after)]
