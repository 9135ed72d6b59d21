"""Whatever card is kept, whatever bytes a board is made of, and whatever is done to it: properties."""

from __future__ import annotations

import datetime as dt
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from msgspec.structs import replace

import changes as edits
from day12_data import card as values
from day12_data import kinds
from day12_data.board import Board, Change
from day12_data.card import Card
from day12_data.store import Conflict, Store, StoreError

NOW = dt.datetime(2026, 3, 17, 14, 2, tzinfo=dt.UTC)
START = dt.datetime(2026, 3, 5, 14, 30, tzinfo=dt.UTC)

offsets = st.integers(-14 * 60, 14 * 60).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))
moments = st.builds(
    lambda seconds, zone: (START + dt.timedelta(seconds=seconds)).astimezone(zone), st.floats(-4e9, 2e10), offsets
)
days = st.dates(dt.date(1850, 1, 1), dt.date(2950, 1, 1))
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


def several(kind: type, /, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.builds(kind, **fields), max_size=2).map(tuple)


cards = st.builds(
    Card,
    id=texts.filter(bool),
    company=texts,
    starts_at=moments,
    ends_at=moments,
    updated=moments,
    zone=st.sampled_from(["UTC", "Europe/Berlin", "+02:00"]),
    notes=texts,
    people=several(values.Person, name=texts, sent=several(values.Sent, letter=texts, at=moments)),
    anchors=several(values.Anchor, text=texts, used=st.lists(moments, max_size=2).map(tuple)),
    promise=st.none() | st.builds(values.Promise, said=texts, given_at=moments, earliest=st.none() | days, latest=days),
    marks=several(values.Mark, stage=st.sampled_from(kinds.Stage), at=moments),
    replies=several(values.Reply, at=moments, kind=st.sampled_from(kinds.ReplyKind)),
    ended=st.none() | st.builds(values.Ending, outcome=st.sampled_from(kinds.Outcome), at=moments),
    deleted=st.booleans(),
)


def new_store(folder: Path) -> Store:
    return Store(folder / "board.json", clock=lambda: NOW, state=folder / "state")


@given(cards)
def test_any_card_comes_back_as_it_was(card: Card) -> None:
    with tempfile.TemporaryDirectory() as place:
        new_store(Path(place)).record(Change(id=values.new_id(), at=NOW, what="added", before=None, after=card))
        store = new_store(Path(place))
        [back] = store.load().cards.values()
        assert repr(back) == repr(card)  # repr tells the offsets apart, == doesn't
        assert store.problems == []


MOMENT = "2026-03-05T14:30:00Z"
EDITED: dict[str, Any] = {"before": {"notes": "a", "updated": MOMENT}, "after": {"notes": "b", "updated": MOMENT}}
GOOD = json.dumps(
    {
        "meta": {"1": {"schema": 1, "clock": 3}},
        "cards": {
            "7": {"id": "b", "company": "Acme", "starts_at": MOMENT, "ends_at": MOMENT, "updated": MOMENT, "notes": "b"}
        },
        "changes": {
            "9": {
                "id": "c",
                "card": "b",
                "at": MOMENT,
                "what": "edited",
                "seq": 1,
                "turn": 1,
                "stamp": MOMENT,
                **EDITED,
            }
        },
    },
    separators=(",", ":"),
).encode()
scraps = st.sampled_from(
    [b"", b"\0", b"{", b"}", b"[", b'"', b",", b"null", b"\xff", b"1e999", b"-0", b"\\ud800", b"9" * 5000, b"cards"]
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A good board with something cut out of it or put into it."""
    data = GOOD
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        data = data[:start] + draw(scraps) + data[end:]
    return data


@given(st.binary(max_size=60) | damaged())
def test_any_bytes_are_opened_or_refused_in_a_sentence_and_never_changed_by_looking(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "board.json"
        path.write_bytes(data)
        store = new_store(Path(place))
        opened = _sentence_or_result(store.load)
        assert path.read_bytes() == data
        acts: list[Callable[[], Any]] = [
            lambda: store.log("b"),
            store.undo,
            store.redo,
            lambda: store.record(_added("Globex")),
        ]
        for act in acts:
            result = _sentence_or_result(act)
            if isinstance(opened, str):
                assert isinstance(result, str)
                assert path.read_bytes() == data
        if isinstance(opened, Board):
            assert all(card.day(NOW) is not None for card in opened.cards.values())
            assert len(new_store(Path(place)).load().cards) == len(opened.cards) + 1


def _sentence_or_result(act: Callable[[], Any]) -> Any:
    try:
        return act()
    except StoreError as error:
        sentence = str(error)
        assert 10 < len(sentence) < 400
        return sentence


def _added(company: str, name: str = "new") -> Change:
    end = START + dt.timedelta(hours=1)
    return edits.add(Card(id=name, company=company, starts_at=START, ends_at=end, updated=START), NOW)


def _but_updated(change: Change) -> Change:
    before = change.before and values.replace(change.before, updated=START)
    return replace(change, before=before, after=values.replace(change.after, updated=START))


@dataclass
class Done:
    """One change, as the model knows it."""

    change: Change
    number: int
    turn: int
    mine: bool
    together: int
    undone: bool = False


class Sessions(RuleBasedStateMachine):
    """One open board, and other programs that come and go: store and model stay equal."""

    def __init__(self) -> None:
        super().__init__()
        self.place = tempfile.TemporaryDirectory()
        self.folder = Path(self.place.name)
        self.mine = new_store(self.folder)
        self.board: Board = self.mine.load()
        self.model: dict[str, str] = {}
        self.history: list[Done] = []
        self.touched: dict[str, bool] = {}
        self.clock = 0

    def teardown(self) -> None:
        self.place.cleanup()

    def _tick(self) -> int:
        self.clock += 1
        return self.clock

    def _record(self, store: Store, *changes: Change, mine: bool) -> None:
        board = store.record(*changes)
        self.board = board if mine else self.board
        together = self.clock
        for change in changes:
            number = self._tick()
            self.history.append(Done(change, number, number, mine, together))
            self.model[change.after.id] = change.after.notes
            self.touched[change.after.id] = mine

    @rule(mine=st.booleans())
    def add(self, mine: bool) -> None:
        store = self.mine if mine else new_store(self.folder)
        self._record(store, _added("Acme", f"card {len(self.model):03}"), mine=mine)

    @rule(data=st.data(), mine=st.booleans(), fresh=st.booleans())
    def edit(self, data: st.DataObject, mine: bool, fresh: bool) -> None:
        if fresh or not mine:
            self.board = self.mine.refresh() or self.board
        shown = sorted(card.id for card in self.board.cards.values() if not card.deleted)
        if not shown:
            return
        card = self.board.cards[data.draw(st.sampled_from(shown))]
        change = edits.edit(card, NOW, notes=data.draw(st.sampled_from("abc")), role=str(self.clock))
        there = self.now_on_disk.cards[card.id]
        stale = (there.notes, there.role, there.deleted) != (card.notes, card.role, card.deleted)
        if stale:
            with pytest.raises(Conflict):
                self.mine.record(change)
        else:
            self._record(self.mine if mine else new_store(self.folder), change, mine=mine)

    @rule(data=st.data(), mine=st.booleans())
    def edit_several_as_one(self, data: st.DataObject, mine: bool) -> None:
        self.board = self.mine.refresh() or self.board
        shown = sorted(card.id for card in self.board.cards.values() if not card.deleted)
        if not shown:
            return
        board, changes = self.board, list[Change]()
        for card_id in data.draw(st.lists(st.sampled_from(shown), min_size=2, max_size=3)):
            notes = data.draw(st.sampled_from("abc"))
            changes.append(edits.edit(board.cards[card_id], NOW, notes=notes, role=f"{self.clock} {len(changes)}"))
            board = board.with_cards(changes[-1].after)
        self._record(self.mine if mine else new_store(self.folder), *changes, mine=mine)

    def _refused(self, done: Done) -> bool:
        later = (each for each in self.history if each.change.after.id == done.change.after.id)
        others = any(not each.mine and not each.undone and each.number > done.number for each in later)
        return others or not self.touched[done.change.after.id]

    def _turn(
        self, act: Callable[[], tuple[tuple[Change, ...], Board]], found: Done | None, *, refusing: bool = True
    ) -> list[Done]:
        """Undo or redo this one, and what was made with it: all, or none where one of the cards stands against it."""
        turned = [each for each in self.history if found and each.together == found.together]
        if not turned or (refusing and any(map(self._refused, turned))):
            with pytest.raises(StoreError, match="changed elsewhere since" if turned else "Nothing to"):
                act()
            return []
        changes, board = act()
        # A change that was made on top of another one's has a later `updated` than the one that was handed in.
        assert list(map(_but_updated, changes)) == [_but_updated(each.change) for each in turned]
        for each in turned if turned[0].undone else reversed(turned):
            each.undone, each.turn = not each.undone, self._tick()
            before = each.change.before.notes if each.change.before else "removed"
            self.model[each.change.after.id] = before if each.undone else each.change.after.notes
        self.board = board if refusing else self.board
        return turned

    @rule()
    def undo(self) -> None:
        done = [each for each in self.history if each.mine and not each.undone]
        newest = max(done, key=lambda each: each.number, default=None)
        self._turn(self.mine.undo, newest)

    @rule()
    def redo(self) -> None:
        undone = [each for each in self.history if each.mine and each.undone]
        newest = max(undone, key=lambda each: each.turn, default=None)
        if newest and any(each.mine and each.number > newest.turn for each in self.history):
            newest = None
        self._turn(self.mine.redo, newest)

    @rule()
    def undo_at_the_command_line(self) -> None:
        done = [each for each in self.history if not each.undone]
        newest = max(done, key=lambda each: each.number, default=None)
        for each in self._turn(new_store(self.folder).undo, newest, refusing=False):
            self.touched[each.change.after.id] = each.mine

    @rule()
    def restart(self) -> None:
        self.mine = new_store(self.folder)
        self.board = self.mine.load()
        self.touched = dict.fromkeys(self.touched, True)
        for each in self.history:
            each.mine = True

    @rule()
    def refresh(self) -> None:
        self.board = self.mine.refresh() or self.board
        assert self.board == self.now_on_disk

    @property
    def now_on_disk(self) -> Board:
        return new_store(self.folder).load()

    @invariant()
    def store_and_model_are_equal(self) -> None:
        found = self.now_on_disk
        assert {card.id: "removed" if card.deleted else card.notes for card in found.cards.values()} == self.model
        for card_id, card in self.board.cards.items():
            assert found.cards[card_id].updated >= card.updated


TestSessions = Sessions.TestCase
TestSessions.settings = settings(stateful_step_count=25)
