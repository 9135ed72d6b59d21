"""One card on two machines: nothing is lost that only one side changed, and what fell is said and brought back."""

from __future__ import annotations

import datetime as dt
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import changes as edits
from data.store import pairs
from day12_data.card import Card, CheckIn, Person
from day12_data.kinds import ReplyKind, Stage
from day12_data.store import Conflict
from day12_data.store.merge_boards import merge
from kit import MakeCard, Open

DAY = dt.timedelta(days=1)


class Two:
    """Two homes with one board, which both had when it held one card."""

    def __init__(self, folder: Path, card: Card, skew: dt.timedelta = dt.timedelta()) -> None:
        self.machines = [pairs.Machine(folder / "one", dt.timedelta()), pairs.Machine(folder / "two", skew)]
        self.card_id = card.id
        self.here, self.there = (machine.store for machine in self.machines)
        self.here.record(edits.add(card, pairs.NOW))
        shutil.copy(self.machines[0].path, self.machines[1].path)
        self.there.load()

    def change(self, side: int, **fields: Any) -> Card:
        machine = self.machines[side]
        machine.minutes += 1
        mine = machine.store.load().cards[self.card_id]
        return machine.store.record(edits.edit(mine, machine.clock(), **fields)).cards[self.card_id]

    def sync(self) -> Card:
        pairs.synced(self.machines[0], self.machines[1], random.Random(1))
        one, two = (machine.store.load() for machine in self.machines)
        assert one == two
        return one.cards[self.card_id]

    def notices(self) -> list[list[str]]:
        return [
            [each for each in machine.store.drain_notices() if "gave way" in each or "clock" in each]
            for machine in self.machines
        ]


def test_what_each_side_changed_is_on_the_card_of_both(tmp_path: Path, card: MakeCard) -> None:
    two = Two(tmp_path, card(people=(Person(name="Dana"),)), skew=DAY)
    two.change(0, role="SRE")
    two.change(0, people=(Person(name="Dana", email="dana@example.com"),), check_ins=(CheckIn(at=pairs.NOW),))
    two.change(1, notes="They were late")
    two.change(1, people=(Person(name="Dana", title="CTO"), Person(name="Tom")))
    two.change(1, check_ins=(CheckIn(at=pairs.NOW + DAY),))
    merged = two.sync()
    assert (merged.role, merged.notes) == ("SRE", "They were late")
    assert merged.people == (Person(name="Dana", title="CTO", email="dana@example.com"), Person(name="Tom"))
    assert [each.at for each in merged.check_ins] == [pairs.NOW, pairs.NOW + DAY]
    assert [told for told in two.notices() if any("gave way" in each for each in told)] == []


@pytest.mark.parametrize("skew", [-DAY, dt.timedelta(), DAY], ids=["a day slow", "right", "a day fast"])
def test_where_both_changed_a_field_one_wins_both_say_so_and_undo_brings_the_other_back(
    skew: dt.timedelta, tmp_path: Path, card: MakeCard
) -> None:
    two = Two(tmp_path, card(), skew)
    two.change(0, role="SRE")
    two.change(1, role="CTO")
    kept = two.sync().role
    fell = "SRE" if kept == "CTO" else "CTO"
    for machine, told in zip(two.machines, two.notices(), strict=True):
        sentence = f"role: “{fell}” gave way to “{kept}”, written on another machine at the same time"
        assert f"Northwind: {sentence}; undo (u) brings it back." in told
        assert machine.store.log(two.card_id)[-1].what == sentence
        [undone], board = machine.store.undo()
        assert undone.what == sentence
        assert board.cards[two.card_id].role == fell
        assert machine.store.redo()[1].cards[two.card_id].role == kept
        assert machine.store.drain_notices() == []
    assert two.sync().role == kept
    assert two.notices() == [[], []]


def test_what_fell_is_said_on_the_other_machine_too_when_only_one_of_them_merged(
    tmp_path: Path, card: MakeCard
) -> None:
    two = Two(tmp_path, card())
    two.change(0, role="SRE")
    two.change(1, role="CTO")
    copy = two.machines[0].path.with_name(pairs.COPY)
    shutil.copy(two.machines[1].path, copy)
    two.here.load()
    shutil.copy(two.machines[0].path, two.machines[1].path)
    two.there.refresh()
    assert [len(told) for told in two.notices()] == [1, 1]


def test_a_removal_gives_way_to_what_was_changed_elsewhere_at_the_same_time(tmp_path: Path, card: MakeCard) -> None:
    two = Two(tmp_path, card())
    two.change(0, role="SRE")
    two.there.record(edits.remove(two.there.load().cards[two.card_id], pairs.NOW))
    merged = two.sync()
    assert (merged.role, merged.deleted) == ("SRE", False)
    [[told], _] = two.notices()
    assert "card: the removal gave way to what was changed on it" in told
    assert two.here.undo()[1].cards[two.card_id].deleted


def test_the_history_says_what_came_last_whatever_the_clocks_say(tmp_path: Path, card: MakeCard) -> None:
    two = Two(tmp_path, card(), skew=DAY)
    two.change(1, role="CTO")
    stale = two.machines[1].path.read_bytes()
    two.sync()
    two.notices()
    two.change(0, role="SRE")  # by a clock that is a day behind, but after having seen the other one
    two.machines[0].path.with_name(pairs.COPY).write_bytes(stale)
    assert two.here.load().cards[two.card_id].role == "SRE"
    assert [each for each in two.here.drain_notices() if "gave way" in each] == []


def test_a_change_from_the_future_is_said_once(tmp_path: Path, card: MakeCard) -> None:
    two = Two(tmp_path, card(), skew=DAY)
    two.change(1, role="CTO")
    two.sync()
    [told, fast] = two.notices()
    assert fast == []
    assert [each[:88] for each in told] == [
        "Northwind was changed on 2026-03-18 at 14:03 UTC, which is still to come: the clock of t"
    ]
    two.change(1, role="SRE")
    two.sync()
    assert two.notices()[0] == []


def test_a_change_to_other_fields_goes_on_top_of_what_another_program_changed(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    ours, theirs = open_store(), open_store()
    added = edits.add(card(people=(Person(name="Dana"),)), now)
    ours.record(added)
    known = ours.load().cards[added.after.id]
    theirs.record(edits.edit(known, now, role="SRE", people=(*known.people, Person(name="Tom"))))
    mine = edits.edit(known, now, notes="n", people=(*known.people, Person(name="Ann")))
    after = ours.record(mine).cards[known.id]
    assert (after.role, after.notes) == ("SRE", "n")
    assert {each.name for each in after.people} == {"Dana", "Tom", "Ann"}
    assert after.updated > known.updated
    undone = ours.undo()[1].cards[known.id]
    assert (undone.role, undone.notes) == ("SRE", "")
    assert {each.name for each in undone.people} == {"Dana", "Tom"}


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (lambda card, now: edits.edit(card, now, role="SRE"), lambda card, now: edits.edit(card, now, role="DBA")),
        (lambda card, now: edits.move(card, Stage.MAILED, now), lambda card, now: edits.skip(card, Stage.MAILED, now)),
        (edits.remove, lambda card, now: edits.edit(card, now, role="DBA")),
        (
            lambda card, now: edits.edit(card, now, people=()),
            lambda card, now: edits.edit(card, now, people=(Person(name="Dana", title="CTO"),)),
        ),
        (
            lambda card, now: edits.edit(card, now, people=(Person(name="Dana", title="CTO"),)),
            lambda card, now: edits.edit(card, now, people=()),
        ),
    ],
    ids=["a field", "a step", "a removal", "a person removed", "a person changed"],
)
def test_a_change_to_the_same_is_a_conflict(
    theirs: Callable[[Card, dt.datetime], edits.Change],
    mine: Callable[[Card, dt.datetime], edits.Change],
    open_store: Open,
    card: MakeCard,
    now: dt.datetime,
) -> None:
    added = edits.add(card(people=(Person(name="Dana"),)), now)
    open_store().record(added)
    there = open_store().record(theirs(added.after, now)).cards[added.after.id]
    with pytest.raises(Conflict):
        open_store().record(mine(added.after, now + dt.timedelta(minutes=1)))
    assert open_store().load().cards[added.after.id] == there


def test_two_programs_that_log_a_reply_and_a_check_in_at_once_keep_both(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    added = edits.add(card(), now)
    open_store().record(added)
    open_store().record(edits.reply(added.after, ReplyKind.NO_NEWS, now, "soon"))
    after = open_store().record(edits.check_in(added.after, now, "phone")).cards[added.after.id]
    assert [each.said for each in after.replies] == ["soon"]
    assert after.stage is Stage.CHECKED_IN


def test_a_board_of_the_schema_before_that_two_machines_migrate_is_merged_field_by_field(tmp_path: Path) -> None:
    machines = [pairs.Machine(tmp_path / name, dt.timedelta()) for name in ("one", "two")]
    for machine, field in zip(machines, ("notes", "where"), strict=True):
        shutil.copy(Path(__file__).parent / "boards" / "schema-1.json", machine.path)
        acme = machine.store.load().cards["acme"]
        machine.store.record(edits.edit(acme, pairs.NOW + DAY, **{field: "new"}))
    pairs.synced(machines[0], machines[1], random.Random(1))
    one, two = (machine.store.load() for machine in machines)
    assert one == two
    assert (one.cards["acme"].notes, one.cards["acme"].where, one.cards["acme"].role) == ("new", "new", "SRE")
    assert not [each for machine in machines for each in machine.store.drain_notices() if "gave way" in each]


def _tables(machine: pairs.Machine) -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(machine.path.read_bytes())
    return tables


@given(seed=st.integers(0, 10**6))
def test_three_machines_merge_alike_in_whatever_order(seed: int, tmp_path_factory: Any) -> None:
    chance, folder = random.Random(seed), tmp_path_factory.mktemp("three")
    machines = [pairs.Machine(folder / name, DAY * chance.choice([-1, 0, 1])) for name in ("a", "b", "c")]
    machines[0].store.record(edits.add(pairs.shared_card(), pairs.START))
    for machine in machines[1:]:
        shutil.copy(machines[0].path, machine.path)
    for _ in range(chance.randrange(3, 9)):
        machine, other = chance.sample(machines, 2)
        if chance.random() < 0.35:
            machine.store.merge_file(other.path)
        else:
            machine.edit(chance)
    one, two, three = map(_tables, machines)
    both = merge(one, two)
    assert both == merge(two, one)
    assert merge(both, three) == merge(one, merge(two, three)) == merge(merge(three, one), two)
    assert merge(both, both) == merge(both, one) == merge(two, both) == both


@given(seed=st.integers(0, 10**6))
def test_a_random_pair_of_edits_loses_nothing_that_only_one_side_changed(seed: int, tmp_path_factory: Any) -> None:
    figures = pairs.pair(tmp_path_factory.mktemp("pair"), seed)
    assert {name: figures[name] for name in ("unequal", "lost", "neither", "unnamed")} == dict.fromkeys(
        ("unequal", "lost", "neither", "unnamed"), 0
    )


@pytest.mark.trial
def test_five_hundred_pairs_of_edits_lose_nothing_and_name_on_both_sides_what_fell() -> None:
    figures = pairs.pairs(500)
    assert figures.pop("clashes") > 50
    assert figures == {"pairs": 500, "unequal": 0, "lost": 0, "neither": 0, "unnamed": 0}


def test_the_versions_of_a_card_that_is_edited_for_years_stay_small(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    mine = store.record(edits.add(card(), now)).cards
    [there] = mine.values()
    for number in range(300):
        there = store.record(edits.edit(there, now, notes=str(number))).cards[there.id]
    [document] = json.loads(path.read_bytes())["cards"].values()
    assert len(msgspec.json.encode(document["versions"])) < 8000
