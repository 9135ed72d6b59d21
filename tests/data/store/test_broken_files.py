"""Every broken file we could think of: what the user sees, and that nothing in it is changed or lost."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

import changes as edits
from day12_data.store import Problem, StoreError, UnreadableBoard
from day12_data.store.raw_documents import SCHEMA
from kit import MakeCard, Open

GOOD = {
    "id": "0123456789abcdef",
    "company": "Northwind",
    "starts_at": "2026-03-05T14:30:00+01:00",
    "ends_at": "2026-03-05T15:30:00+01:00",
    "updated": "2026-03-05T15:00:00Z",
    "zone": "Europe/Berlin",
}
KEY = str(int("0123456789abcdef", 16))
META = {"1": {"schema": 1, "clock": 7}}


def board(cards: Any = None, **tables: Any) -> bytes:
    return json.dumps({"meta": META, "cards": {KEY: GOOD} if cards is None else cards, "changes": {}} | tables).encode()


def beside(other: Any) -> bytes:
    """A board with one good card and this one."""
    return board({KEY: GOOD, "5": other})


DEEP = 200_000
REFUSED: dict[str, tuple[bytes, str]] = {
    "cut off in the middle": (board()[:200], "it isn't JSON (it breaks off, or is garbled)"),
    "cut off at the start": (b"{", "it isn't JSON (it breaks off, or is garbled)"),
    "overwritten by zero bytes": (b"\0" * 4096, "it holds nothing but zero bytes"),
    "a tail of zero bytes": (board() + b"\0" * 512, "it isn't JSON (at byte"),
    "a longer file under a shorter one": (board() + board()[-30:], "it isn't JSON (at byte"),
    "two boards in a row": (board() + board(), "it isn't JSON (at byte"),
    "a merge tool's marks": (b"<<<<<<< ours\n" + board(), "it isn't JSON (line 1)"),
    "plain text": (b"Dear Ann,\nthank you for", "it isn't JSON (line 1)"),
    "a comma too many on line 3": (b'{"meta": {},\n"cards":\n{,}}', "it isn't JSON (line 3)"),
    "invalid UTF-8": (board().replace(b"Northwind", b"North\xff\xfe"), "it isn't UTF-8 text (byte "),
    "UTF-16": (board().decode().encode("utf-16"), "it isn't UTF-8 text (byte 0)"),
    "NaN": (board({KEY: GOOD | {"notes": float("nan")}}), "it isn't JSON (at byte"),
    "null": (b"null", "it is JSON of another shape (expected `object`, got `null`)"),
    "a number": (b"5", "it is JSON of another shape (expected `object`, got `int`)"),
    "a list of cards": (json.dumps([GOOD]).encode(), "it is JSON of another shape (expected `object`, got `array`)"),
    "some other program's JSON": (
        b'{"name": "left-pad", "version": "1.0"}',
        "it is JSON of another kind, with no cards",
    ),
    "cards in a list": (board([GOOD]), "it is JSON of another shape (expected `object`, got `array`)"),
    "no table of cards but a word": (board("none"), "it is JSON of another shape (expected `object`, got `str`)"),
    "a history in a list": (board(changes=[]), "it is JSON of another shape (expected `object`, got `array`)"),
    "a version in words": (board(meta={"1": {"schema": "one"}}), "it is JSON of another shape (expected `int`, got"),
    "nested too deep": (b'{"cards":' * DEEP + b"1" + b"}" * DEEP, "its values are nested too deep"),
    "a list nested too deep in a card": (beside({"x": 0})[:-3] + b"[" * DEEP, "it"),
    "a document twice": (
        board().replace(b'"cards": {', b'"cards": {"%s": {"id": "x"}, ' % KEY.encode()),
        f"“{KEY}” is in it twice",
    ),
    "a table twice": (board()[:-1] + b', "cards": {}}', "“cards” is in it twice"),
}
SHOWN: dict[str, tuple[bytes, Problem | None]] = {
    "an empty file": (b"", None),
    "blanks": (b" \n\n ", None),
    "an empty object": (b"{}", None),
    "a byte-order mark": (b"\xef\xbb\xbf" + board(), None),
    "written by a person, with indents": (json.dumps(json.loads(board()), indent=4).encode(), None),
    "unknown fields and tables": (
        board({KEY: GOOD | {"mood": [1e400 and 1, 2**80]}}, plans={"1": {"a": 1}}, more=7),
        None,
    ),
    "a wrong type in one field": (
        beside(GOOD | {"id": "b", "role": 7}),
        Problem("b", "role", "Expected `str`, got `int`."),
    ),
    "a wrong type deep in one card": (
        beside(GOOD | {"id": "b", "people": [{"name": "Ann"}, {"name": None}]}),
        Problem("b", "people[1].name", "Expected `str`, got `null`."),
    ),
    "a field missing": (
        beside({key: value for key, value in GOOD.items() if key != "company"} | {"id": "b"}),
        Problem("b", "", "Object missing required field `company`."),
    ),
    "a stage nobody knows": (
        beside(GOOD | {"id": "b", "marks": [{"stage": "phoned", "at": "2026-03-05T15:30:00Z"}]}),
        Problem("b", "marks[0].stage", "Invalid enum value 'phoned'."),
    ),
    "a date that doesn't exist": (
        beside(GOOD | {"id": "b", "starts_at": "2026-02-30T10:00:00Z"}),
        Problem("b", "starts_at", "Invalid RFC3339 encoded datetime."),
    ),
    "a moment without its offset": (
        beside(GOOD | {"id": "b", "updated": "2026-03-05T15:00:00"}),
        Problem("b", "updated", "Expected `datetime` with a timezone component."),
    ),
    "a date beyond reckoning": (
        beside(GOOD | {"id": "b", "ends_at": "9999-12-31T23:59:59-12:00"}),
        Problem("b", "", "One of its dates is too far off to reckon with."),
    ),
    "a zone that doesn't exist": (
        beside(GOOD | {"id": "b", "zone": "Mars/Olympus"}),
        Problem("b", "zone", "I don't know the time zone “Mars/Olympus”: write it like America/New_York or +02:00."),
    ),
    "an id that is a number": (beside(GOOD | {"id": 5}), Problem("5", "id", "Expected `str`, got `int`.")),
    "an empty id": (beside(GOOD | {"id": ""}), Problem("", "id", "It has no id.")),
    "no card but a word": (beside("lost"), Problem("", "", "Expected `object`, got `str`.")),
    "an empty object for a card": (beside({}), Problem("", "", "Object missing required field `id`.")),
    "an id twice": (
        beside(GOOD | {"company": "Acme"}),
        Problem(GOOD["id"], "id", "Acme is in the file twice under one id; the other one is shown."),
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_read_whole_is_refused_in_one_sentence_and_left_alone(
    name: str, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    data, sentence = REFUSED[name]
    path.write_bytes(data)
    store = open_store()
    for attempt in (store.load, lambda: store.record(edits.add(card(), now)), store.undo, store.refresh):
        with pytest.raises(UnreadableBoard) as refused:
            attempt()
        assert str(refused.value).startswith(f"board.json is not a day12 board: {sentence}")
        assert str(refused.value).count("\n") == 0
        assert len(str(refused.value)) < 300
        assert path.read_bytes() == data
        path.touch()  # or else it needn't be read again
    assert [each.name for each in path.parent.iterdir()] == ["board.json"]


@pytest.mark.parametrize("name", SHOWN)
def test_what_can_be_proved_good_is_opened_and_the_rest_is_kept_verbatim(
    name: str, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    data, problem = SHOWN[name]
    path.write_bytes(data)
    store = open_store()
    opened = store.load()
    assert store.problems == ([problem] if problem else [])
    assert path.read_bytes() == data
    added = edits.add(card("Acme"), now)
    assert store.record(added).cards == {**opened.cards, added.after.id: added.after}
    before, after = json.loads(data.decode("utf-8-sig").strip() or "{}"), json.loads(path.read_bytes())
    assert after["cards"].pop(str(int(added.after.id, 16)))
    assert after["cards"] == before.get("cards", {})
    assert {name: after[name] for name in before if name not in ("meta", "changes", "cards")} == {
        name: before[name] for name in before if name not in ("meta", "changes", "cards")
    }


def test_an_edit_keeps_every_field_that_this_version_does_not_know(
    open_store: Open, path: Path, now: dt.datetime
) -> None:
    people = [{"name": "Ann", "pronouns": "she"}, {"name": "Bob", "badge": 2**80, "sent": []}]
    path.write_bytes(
        board(
            {
                KEY: GOOD
                | {"people": people, "mood": 1.10, "promise": {"said": "x", "given_at": GOOD["updated"], "z": 1}}
            }
        )
    )
    store = open_store()
    northwind = store.load().cards[GOOD["id"]]
    ann, bob = northwind.people
    edited = edits.edit(northwind, now, people=(bob, msgspec.structs.replace(ann, title="CTO")), notes="n")
    after = store.record(edited).cards[northwind.id]
    assert after == edited.after
    assert after.promise
    store.record(edits.edit(after, now, promise=msgspec.structs.replace(after.promise, said="a week")))
    kept = json.loads(path.read_bytes())["cards"][KEY]
    assert kept["people"][0] == people[1]
    assert (kept["people"][1]["pronouns"], kept["people"][1]["title"]) == ("she", "CTO")
    assert kept["mood"] == 1.10
    assert (kept["promise"]["z"], kept["promise"]["said"]) == (1, "a week")
    store.undo()
    store.undo()
    assert json.loads(path.read_bytes())["cards"][KEY]["people"] == people


def test_a_schema_below_the_first_is_taken_for_the_first(open_store: Open, path: Path) -> None:
    path.write_bytes(board(meta={"1": {"schema": -7}}))
    assert len(open_store().load().cards) == 1


def test_a_newer_schema_is_refused_and_left_alone(open_store: Open, path: Path) -> None:
    path.write_bytes(data := board(meta={"1": {"schema": SCHEMA + 1, "clock": 1}}))
    with pytest.raises(StoreError, match=r"written by a newer day12 \(schema 3\): update day12"):
        open_store().load()
    assert path.read_bytes() == data


def test_a_hundred_megabytes_are_read_and_refused_or_opened(open_store: Open, path: Path) -> None:
    path.write_bytes(b'{"cards":{' + b" " * 100_000_000)
    with pytest.raises(UnreadableBoard):
        open_store().load()
    with path.open("wb") as file:
        file.truncate(600 << 20)
    with pytest.raises(StoreError, match=r"is too big \(600 MB\)"):
        open_store().load()


def test_an_empty_file_whose_board_had_cards_is_not_taken_for_a_new_board(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    for company in ("Northwind", "Acme"):
        store.record(edits.add(card(company), now))
    path.write_bytes(b"")
    with pytest.raises(UnreadableBoard, match="it is empty, though it had cards") as refused:
        open_store().load()
    assert refused.value.backup
    assert refused.value.backup.cards == 2


def test_a_bad_file_is_set_aside_and_the_newest_good_backup_restored(
    open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    store = open_store()
    store.record(edits.add(card(), now))
    both = store.record(edits.add(card("Acme"), now))
    with pytest.raises(StoreError, match="nothing to set aside"):
        store.set_aside()
    path.write_bytes(b"oops")
    again = open_store()
    with pytest.raises(UnreadableBoard) as refused:
        again.load()
    aside = again.set_aside()
    assert aside == path.with_name("board.unreadable-2026-03-17.json")
    assert aside.read_bytes() == b"oops"
    assert refused.value.backup
    assert again.restore(refused.value.backup.name) == both
    path.write_bytes(b"oops again")
    assert again.set_aside().name == "board.unreadable-2026-03-17-2.json"
    assert not again.load().cards


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.mkdir(), "is a folder: name the board's file"),
        (os.mkfifo, "is not a plain file: name the board's file"),
        (lambda path: path.symlink_to("/dev/zero"), "is not a plain file: name the board's file"),
        (lambda path: path.symlink_to(path), "its links go round in a circle"),
    ],
    ids=["a folder", "a pipe", "a device", "a link to itself"],
)
def test_what_is_no_plain_file_is_refused(
    make: Callable[[Path], None], sentence: str, open_store: Open, path: Path, card: MakeCard, now: dt.datetime
) -> None:
    make(path)
    for attempt in (open_store().load, lambda: open_store().record(edits.add(card(), now))):
        with pytest.raises(StoreError, match=sentence):
            attempt()


def test_a_name_that_no_file_can_have_is_refused(open_store: Open, path: Path) -> None:
    path.write_bytes(b"")
    for odd in (path / "board.json", path.with_name("b" * 300), Path("a\0b")):
        with pytest.raises(StoreError):
            open_store(odd).load()


@pytest.mark.parametrize("table", ["company", "notes", "unknown"])
def test_half_a_letter_costs_no_card_and_the_whole_letters_stay(open_store: Open, path: Path, table: str) -> None:
    path.write_bytes(board({KEY: GOOD | {table: "A\ud800 😀 \\ud800 B\udc00"}, "9": GOOD | {"id": "other"}}))
    store = open_store()
    cards = store.load().cards
    assert (set(cards), store.problems) == ({GOOD["id"], "other"}, [])
    store.record(edits.edit(cards["other"], cards["other"].updated, role="SRE"))
    kept = json.loads(path.read_bytes())["cards"][KEY][table]
    assert kept == "A\ufffd 😀 \\ud800 B\ufffd"
