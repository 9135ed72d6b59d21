"""Changes that are recorded together: they are undone and done again as one."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import changes as edits
from day12_data.board import told
from day12_data.card import Card
from day12_data.kinds import Outcome, Stage
from day12_data.store import Edit, Store, Turn, TurnRefused
from day12_data.store.entries import KEPT_IN_FULL
from kit import MakeCard, Open, work


@pytest.fixture
def three(open_store: Open, card: MakeCard, now: dt.datetime) -> tuple[Edit, Edit]:
    """Three cards, one of them on its own first, then all three archived as one."""
    added = tuple(edits.add(card(company), now) for company in ("Acme", "Globex", "Initech"))
    open_store().record(added[0])
    open_store().record(*added[1:])
    return Edit(added[1:]), Edit(tuple(edits.archive(each.after, Outcome.REJECTED, now) for each in added))


def _state(store: Store) -> dict[str, str]:
    cards = store.load().cards.values()
    return {card.company: "gone" if card.deleted else "archived" if card.ended else "there" for card in cards}


def test_they_are_undone_and_done_again_as_one_after_a_restart_too(
    open_store: Open, three: tuple[Edit, Edit], now: dt.datetime
) -> None:
    added, archived = three
    open_store().record(*archived.changes)
    assert open_store().undo()[0] == archived.changes
    assert _state(open_store()) == dict.fromkeys(("Acme", "Globex", "Initech"), "there")
    assert open_store().undo()[0] == added.changes
    assert _state(open_store()) == {"Acme": "there", "Globex": "gone", "Initech": "gone"}
    assert open_store().redo()[0] == added.changes
    redone, board = open_store().redo()
    assert redone == archived.changes
    assert _state(open_store()) == dict.fromkeys(("Acme", "Globex", "Initech"), "archived")
    log = [(each.what, each.undone) for each in open_store().log(archived.cards[1].id)]
    assert log == [("added", False), ("archived as rejected", False)]
    twice = edits.edit(board.cards[archived.cards[0].id], now, role="SRE")
    again = edits.edit(twice.after, now, role="CTO")
    open_store().record(twice, again)
    assert [each.after.role for each in open_store().undo()[0]] == ["SRE", "CTO"]
    assert open_store().load().cards[twice.after.id].role == ""
    assert open_store().redo()[1].cards[twice.after.id].role == "CTO"


def test_where_one_card_was_changed_elsewhere_none_is_undone_and_it_is_named(
    open_store: Open, path: Path, three: tuple[Edit, Edit], now: dt.datetime
) -> None:
    ours = open_store()
    ours.record(*three[1].changes)
    open_store().record(edits.edit(three[1].cards[1], now, role="SRE"))
    before = path.read_bytes()
    with pytest.raises(TurnRefused) as refused:
        ours.undo()
    assert str(refused.value) == (
        "I can't undo “Globex: archived as rejected” and the 2 made with it: "
        "that card was changed elsewhere since; edit it instead."
    )
    assert refused.value.card_id == three[1].cards[1].id
    assert path.read_bytes() == before


def test_steps_ahead_of_the_disk_turn_several_changes_and_leave_nothing_of_those_that_will_be_refused(
    open_store: Open, card: MakeCard, three: tuple[Edit, Edit], now: dt.datetime
) -> None:
    store, archived = open_store(), three[1]
    turn = store.ahead([archived]).turn(now, redo=False)
    assert turn.changes == archived.changes
    assert [(card.company, card.ended) for card in turn.cards] == [("Acme", None), ("Globex", None), ("Initech", None)]
    assert store.ahead([archived, turn]).turn(now, redo=True).changes == archived.changes
    unknown = edits.edit(card("Elsewhere"), now, role="SRE")
    refused = Edit((edits.edit(three[0].cards[0], now, role="SRE"), unknown))
    assert store.ahead([refused]).turn(now, redo=False).changes == three[0].changes
    store.record(*archived.changes)
    assert not any(card.ended for card in store.turn(turn).cards.values())
    assert not any(card.ended for card in store.turn(turn).cards.values())  # done already


def test_what_a_day12_without_groups_left_of_them_is_turned_as_one(
    open_store: Open, three: tuple[Edit, Edit], now: dt.datetime
) -> None:
    archived = three[1].changes
    open_store().record(*archived)
    open_store().turn(Turn(archived[2:], three[1].cards[2:], now, redo=False))  # as that one undoes: the newest only
    assert open_store().undo()[0] == archived[:2]
    assert _state(open_store()) == dict.fromkeys(("Acme", "Globex", "Initech"), "there")
    assert open_store().redo()[0] == archived


def test_more_than_the_history_keeps_in_full_are_still_undone_as_one(
    open_store: Open, card: MakeCard, now: dt.datetime
) -> None:
    store, ours = open_store(), open_store()
    ours.record(edits.add(card("One before"), now))
    store.record(*(edits.add(card(str(number)), now) for number in range(KEPT_IN_FULL + 120)))
    store.record(edits.add(card("One more"), now))
    assert ours.undo()[0][0].after.company == "One before"  # an import elsewhere doesn't take that away
    with pytest.raises(TurnRefused, match="Nothing to undo here: the history takes back what was done elsewhere"):
        ours.undo()
    store.undo()
    assert len(store.undo()[0]) == KEPT_IN_FULL + 120
    assert all(each.deleted for each in store.load().cards.values())


def test_another_machine_that_takes_them_in_undoes_them_as_one(
    open_store: Open, path: Path, three: tuple[Edit, Edit], tmp_path: Path, now: dt.datetime
) -> None:
    there = tmp_path / "there" / "board.json"
    there.parent.mkdir()
    shutil.copy(path, there)
    open_store(there).record(*three[1].changes)
    open_store().record(edits.edit(three[0].cards[0], now, notes="n"))
    open_store().merge_file(there)
    undone, board = open_store().undo()
    assert [each.id for each in undone] == [each.id for each in three[1].changes]
    assert [(each.notes, each.ended) for each in board.cards.values()] == [("", None), ("n", None), ("", None)]
    assert [each.what for each in open_store().undo()[0]] == ["edited: notes"]


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda card, now, _: edits.archive(card, Outcome.SILENT, now), "archived 3 cards as silent"),
        (lambda card, now, _: edits.move(card, Stage.MAILED, now), "moved 3 cards to Mailed note"),
        (lambda card, now, number: edits.move(card, list(Stage)[number + 1], now), "moved 3 cards"),
        (lambda card, now, _: edits.skip(card, Stage.MAILED, now), "skipped a step of 3 cards"),
        (lambda card, now, _: edits.remove(card, now), "deleted 3 cards"),
        (lambda card, now, _: edits.edit(card, now, role="SRE"), "changed 3 cards"),
        (
            lambda card, now, number: edits.remove(card, now) if number else edits.add(card, now),
            "added 1 card and deleted 2 cards",
        ),
    ],
)
def test_what_they_did_is_told_in_one_sentence(
    make: Callable[[Card, dt.datetime, int], edits.Change], sentence: str, card: MakeCard, now: dt.datetime
) -> None:
    assert told([make(card(str(number)), now, number) for number in range(3)]) == sentence


def test_the_work_for_many_new_cards_and_for_taking_them_back_grows_with_their_number_and_no_faster(
    open_store: Open, card: MakeCard, tmp_path: Path, now: dt.datetime
) -> None:
    def lines(count: int) -> tuple[int, int, int]:
        store = open_store(tmp_path / f"{count}.json")
        added = [edits.add(card(f"Company {number}"), now) for number in range(count)]
        recorded = work(lambda: store.record(*added))
        ahead = work(lambda: store.ahead(()).turn_of(added[0].id, now))
        return recorded, ahead, work(store.undo)

    lines(1)  # what is loaded and made once
    grown = [many / few for few, many in zip(lines(40), lines(320), strict=True)]
    assert max(grown) < 8.4, grown
