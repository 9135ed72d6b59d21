"""Every edit of a card, finding a card, and what makes no sense."""

from __future__ import annotations

import datetime as dt
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from day12_data.board import Board, EditError, change, matches
from day12_data.card import Anchor, Card, Person, Promise, replace, stamp
from day12_data.edits import add, archive, bring_back, check_in, edit, move, remove, reply, skip
from day12_data.kinds import Outcome, ReplyKind, Stage
from kit import DAY_12, INTERVIEW, SEVEN_TO_TEN, at, board, card, done, later
from strategies import Edit, any_edit, around, cards, edited, lived

ASKED, EMAILED, MAILED, CONNECTED, CHECKED_IN = Stage
NEW = card()
ASKED_THEM = card(promise=SEVEN_TO_TEN)


def behind(made: Card) -> str:
    """The stages behind a card in a line: "asked -emailed mailed", a dash before each that was skipped."""
    return " ".join(("-" if mark.skipped else "") + mark.stage.value for mark in made.marks)


def walked(made: Card, *path: Stage) -> Card:
    for minutes, stage in enumerate(path):
        made = move(made, stage, later(DAY_12, minutes=minutes))
    return made


@pytest.mark.parametrize(
    ("made", "path", "marks"),
    [
        (NEW, [], ""),
        (ASKED_THEM, [], "asked"),
        (NEW, [ASKED], "asked"),
        (NEW, [EMAILED], "-asked emailed"),
        (ASKED_THEM, [EMAILED], "asked emailed"),
        (ASKED_THEM, [MAILED], "asked -emailed mailed"),
        (ASKED_THEM, [CHECKED_IN], "asked -emailed -mailed -connected checked_in"),
        (ASKED_THEM, [EMAILED, CONNECTED], "asked emailed -mailed connected"),
        (ASKED_THEM, [EMAILED, CONNECTED, MAILED], "asked emailed mailed"),
        (ASKED_THEM, [EMAILED, CONNECTED, EMAILED], "asked emailed"),
        (ASKED_THEM, [CHECKED_IN, ASKED], "asked"),
        (NEW, [CHECKED_IN, ASKED], ""),
        (NEW, [CHECKED_IN, CONNECTED], "-asked -emailed -mailed connected"),
    ],
)
def test_moving_right_marks_what_was_jumped_over_as_skipped_and_moving_left_takes_back_what_lay_to_the_right(
    made: Card, path: list[Stage], marks: str
) -> None:
    after = walked(made, *path)
    assert behind(after) == marks
    assert after.stage is (path[-1] if path else ASKED)


def test_a_step_is_done_when_the_card_is_moved() -> None:
    mark = move(ASKED_THEM, MAILED, DAY_12).mark(MAILED)
    assert mark
    assert mark.at == DAY_12


def test_a_skipped_step_that_is_done_after_all_counts_as_done() -> None:
    assert behind(move(skip(ASKED_THEM, EMAILED, DAY_12), EMAILED, DAY_12)) == "asked emailed"


@pytest.mark.parametrize("stage", Stage)
def test_a_card_that_stands_in_a_column_is_not_moved_there_again(stage: Stage) -> None:
    there = move(NEW, stage, DAY_12)
    with pytest.raises(EditError, match=f"Northwind already stands in {stage.title}"):
        move(there, stage, DAY_12)


def test_moving_to_the_last_column_is_a_check_in_and_moving_away_takes_it_back() -> None:
    there = move(ASKED_THEM, CHECKED_IN, DAY_12)
    assert [each.at for each in there.check_ins] == [DAY_12]
    assert move(there, CONNECTED, later(DAY_12, hours=1)).check_ins == ()


def test_moving_back_keeps_the_check_ins_that_they_have_answered() -> None:
    first = check_in(ASKED_THEM, DAY_12)
    answered = reply(first, ReplyKind.NO_NEWS, later(DAY_12, days=1))
    again = check_in(answered, later(DAY_12, days=8))
    assert [each.at for each in move(again, MAILED, later(DAY_12, days=9)).check_ins] == [DAY_12]


def test_checking_in_puts_the_card_in_the_last_column_once_and_counts_each_time() -> None:
    once = check_in(ASKED_THEM, DAY_12, "phone")
    twice = check_in(once, later(DAY_12, days=7), "email")
    assert once.stage is twice.stage is CHECKED_IN
    assert behind(twice) == "asked -emailed -mailed -connected checked_in"
    assert [(each.at, each.via) for each in twice.check_ins] == [
        (DAY_12, "phone"),
        (later(DAY_12, days=7), "email"),
    ]


def test_keeping_warm_leaves_the_card_where_it_ended() -> None:
    ended = archive(ASKED_THEM, Outcome.REJECTED, DAY_12)
    warm = check_in(ended, later(DAY_12, days=60))
    assert change(ended, warm, later(DAY_12, days=60)).sentence == "Northwind: kept warm"
    assert (warm.stage, warm.outcome, len(warm.check_ins)) == (ASKED, Outcome.REJECTED, 1)


def test_skipping_leaves_the_card_in_its_column_and_is_done_once() -> None:
    skipped = skip(ASKED_THEM, CONNECTED, DAY_12)
    assert (skipped.stage, behind(skipped)) == (ASKED, "asked -connected")
    for stage in (ASKED, CONNECTED):
        with pytest.raises(EditError, match="is no longer open"):
            skip(skipped, stage, DAY_12)


def test_recording_a_promise_shows_that_you_asked_and_clearing_it_that_you_did_not() -> None:
    recorded = edit(NEW, DAY_12, promise=SEVEN_TO_TEN)
    assert behind(recorded) == "asked"
    assert [mark.at for mark in recorded.marks] == [INTERVIEW], "when they gave it, not when it was written down"
    assert behind(edit(recorded, DAY_12, promise=None)) == ""
    jumped = move(NEW, EMAILED, DAY_12)
    assert behind(edit(jumped, DAY_12, promise=SEVEN_TO_TEN)) == "asked emailed"
    assert behind(edit(move(recorded, EMAILED, DAY_12), DAY_12, promise=None)) == "asked emailed"


def test_editing_something_else_leaves_the_steps_alone() -> None:
    asked = move(NEW, ASKED, DAY_12)
    assert behind(edit(asked, DAY_12, notes="call Dana")) == "asked"


@pytest.mark.parametrize(
    ("kind", "what", "outcome"),
    [
        (ReplyKind.PROMISE, "they replied with a new promise", None),
        (ReplyKind.NEXT_ROUND, "they replied: next round", None),
        (ReplyKind.NO_NEWS, "they replied, no news yet", None),
        (ReplyKind.OFFER, "they replied: an offer", None),
        (ReplyKind.NO, "they replied: a no", Outcome.REJECTED),
    ],
)
def test_a_reply_is_kept_in_their_words_and_a_no_ends_it(kind: ReplyKind, what: str, outcome: Outcome | None) -> None:
    after = reply(ASKED_THEM, kind, DAY_12, "their words")
    assert change(ASKED_THEM, after, DAY_12).what == what
    assert after.outcome is outcome
    assert after.last_reply == after.replies[-1]
    assert [(each.kind, each.said, each.at) for each in after.replies] == [(kind, "their words", DAY_12)]


def test_a_new_promise_takes_the_old_ones_place_and_shows_that_you_asked() -> None:
    promise = Promise(said="by Friday", given_at=stamp(DAY_12), latest=dt.date(2026, 3, 20))
    after = reply(NEW, ReplyKind.PROMISE, DAY_12, promise.said, promise)
    assert (after.promise, behind(after)) == (promise, "asked")


def test_a_card_goes_to_the_archive_and_comes_back_as_it_was() -> None:
    ended = archive(ASKED_THEM, Outcome.WITHDREW, DAY_12)
    library = board(ended, card("Acme"))
    assert [each.company for each in library.active] == ["Acme"]
    assert [each.company for each in library.archived] == ["Northwind"]
    back = bring_back(ended)
    assert replace(back, updated=ASKED_THEM.updated) == ASKED_THEM
    assert archive(ended, Outcome.ACCEPTED, DAY_12).outcome is Outcome.ACCEPTED
    with pytest.raises(EditError, match="already archived as withdrew"):
        archive(ended, Outcome.WITHDREW, DAY_12)
    with pytest.raises(EditError, match="on the board already"):
        bring_back(back)


def test_a_removed_card_is_in_no_column_and_no_archive() -> None:
    gone = [remove(NEW), remove(archive(card("Acme"), Outcome.SILENT, DAY_12))]
    assert not list(board(*gone).active)
    assert not list(board(*gone).archived)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"company": "  "}, "A card needs a company"),
        ({"ends_at": NEW.starts_at}, "ends before it starts"),
        ({"ends_at": stamp(later(INTERVIEW, seconds=-1))}, "ends before it starts"),
        ({"zone": "Mars/Olympus"}, "I don't know the time zone “Mars/Olympus”"),
    ],
)
def test_what_is_no_interview_is_refused(fields: dict[str, Any], sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        change(NEW, edit(NEW, DAY_12, **fields), DAY_12)
    with pytest.raises(EditError, match=sentence):
        change(None, add(replace(NEW, **fields), DAY_12), DAY_12)


@given(cards(), any_edit, around(900))
def test_an_edit_changes_no_card_and_its_change_turned_round_is_the_way_back(
    made: Card, change_it: Edit, now: dt.datetime
) -> None:
    was = msgspec.json.encode(made)
    before = board(made, card("Acme"))
    try:
        done = change(made, change_it(made, now), now)
    except EditError:
        done = None
    assert msgspec.json.encode(made) == was
    if done:
        after = before.with_cards(done.after)
        assert (done.before, done.after.id) == (made, made.id)
        assert after != before
        assert before == board(made, card("Acme")) == after.with_cards(made)


@given(cards(), st.lists(st.tuples(any_edit, st.integers(-100_000, 100_000)), max_size=5))
def test_each_edit_is_later_than_the_one_before_even_when_the_clock_goes_back(
    made: Card, changes: list[tuple[Edit, int]]
) -> None:
    now = DAY_12
    for change_it, seconds in changes:
        now = later(now, seconds=seconds)
        after = edited(made, change_it, now)
        assert after is made or after.updated > made.updated
        made = after


@given(lived(), st.lists(st.sampled_from(Stage), min_size=2, max_size=2))
def test_right_and_left_again_leaves_nothing_to_the_right_and_the_card_where_it_was(
    past: tuple[Card, dt.datetime], path: list[Stage]
) -> None:
    made, now = past[0], max(past[1], past[0].starts_at)
    here, there = sorted(path, key=lambda stage: stage.position)
    made = edited(made, lambda card, now: move(card, here, now), now)
    if here is there or made.stage is not here:
        return
    back = move(move(made, there, now), here, now)
    assert back.stage is here
    assert not [mark for mark in back.marks if mark.stage.position > here.position]
    kept = [mark for mark in made.marks if mark.stage.position <= here.position]
    assert [mark for mark in back.marks if not mark.skipped] == [mark for mark in kept if not mark.skipped]


@given(cards(), any_edit, around(900))
def test_a_card_has_each_stage_behind_it_at_most_once_and_in_the_columns_order(
    made: Card, change_it: Edit, now: dt.datetime
) -> None:
    made = replace(made, marks=())
    stages = [mark.stage.position for mark in edited(made, change_it, now).marks]
    assert stages == sorted(set(stages))


FIRST = card("Northwind Traders", id="aa11")
SECOND = card("Northwind Traders", id="aa22")
ACME = card("Acmé", id="bb33")
ACE = card("Ace", id="cc44")
AND_CO = card("Acme & Co", id="dd55")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("bb33", ACME),
        ("BB33 ", ACME),
        ("bb", ACME),
        ("aa1", FIRST),
        ("acme", ACME),
        ("ACMÉ", ACME),
        ("& co", AND_CO),
        ("ace", ACE),
    ],
)
def test_a_card_is_named_by_its_id_the_start_of_one_or_its_company(text: str, found: Card) -> None:
    assert board(FIRST, SECOND, ACME, ACE, AND_CO).lookup(text) is found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "northwind",
            r"fits 2 cards: use an id, such as aa11 \(Northwind Traders, 5 Mar\), aa22 \(Northwind Traders, 5 Mar\)\.",
        ),
        ("Northwind Traders", "fits 2 cards"),
        ("aa", "fits 2 cards"),
        ("ac", "fits 3 cards"),
        ("globex", "No card fits “globex”"),
        ("a11", "No card fits"),
        ("  ", "Name a card"),
        ("\u0301", "Name a card"),
    ],
)
def test_a_name_that_fits_no_card_or_several_is_refused_with_what_to_type(text: str, sentence: str) -> None:
    with pytest.raises(EditError, match=sentence):
        board(FIRST, SECOND, ACME, ACE, AND_CO).lookup(text)


def test_a_card_on_the_board_goes_before_its_like_in_the_archive_and_removed_ones_are_not_meant() -> None:
    archived = archive(FIRST, Outcome.SILENT, DAY_12)
    assert board(archived, SECOND).lookup("northwind") is SECOND
    assert board(archived).lookup("northwind") is archived
    assert board(remove(FIRST), SECOND).lookup("northwind") is SECOND
    with pytest.raises(EditError, match="No card fits"):
        board(remove(FIRST)).lookup("aa11")


FULL = card(
    "Crème & Söhne",
    id="ee66",
    role="Data Engineer",
    where="Café Zürich",
    notes="ask about\nthe on-call week",
    promise=SEVEN_TO_TEN,
    people=(Person(name="Zoë Núñez", title="CTO", email="zoe@creme.example"),),
    anchors=(Anchor(text="The Goal"),),
)


@pytest.mark.parametrize(
    "text",
    [
        "creme",
        "SOHNE",
        "söhne creme",
        "data eng",
        "cafe zurich",
        "on-call",
        "7-10",
        "zoe nunez",
        "cto",
        "zoe@",
        "goal",
        "ee6",
        "",
    ],
)
def test_a_card_is_found_by_any_of_its_words_accents_and_case_apart(text: str) -> None:
    assert matches(FULL, text)


@pytest.mark.parametrize("text", ["acme", "creme acme", "ee67", "dataengineer"])
def test_a_card_is_not_found_by_words_that_it_lacks(text: str) -> None:
    assert not matches(FULL, text)


def test_boards_with_the_same_cards_are_the_same_and_a_board_cannot_be_written_to() -> None:
    one = board(NEW)
    assert one == board(NEW) != board(done(NEW, EMAILED))
    assert one != Board()
    assert one != "a board"
    with pytest.raises(TypeError):
        one.cards["x"] = NEW  # type: ignore[index]
    with pytest.raises(AttributeError):
        NEW.company = "Acme"  # type: ignore[misc]


def test_a_board_keeps_nothing_of_the_mapping_that_it_was_made_of() -> None:
    cards_by_id = {NEW.id: NEW}
    made = Board(cards_by_id)
    cards_by_id.clear()
    assert list(made.active) == [NEW]


def test_an_interview_in_the_evening_is_on_its_own_local_day() -> None:
    late = card(starts=at("2026-03-05 23:30"))
    assert late.day(at("2026-03-06 00:00")) == 1
    assert late.day(at("2026-03-06T04:59:59+00:00")) == 0
    assert late.day(at("2026-03-03 12:00")) == -2


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        (None, NEW, "added"),
        (NEW, edit(NEW, DAY_12, role="SRE", notes="x"), "edited: role, notes"),
        (NEW, edit(NEW, DAY_12, promise=SEVEN_TO_TEN), "edited: promise"),
        (NEW, move(NEW, ASKED, DAY_12), "moved to Asked next steps"),
        (NEW, skip(NEW, ASKED, DAY_12), "skipped “Asked next steps”"),
        (ASKED_THEM, move(ASKED_THEM, MAILED, DAY_12), "moved to Mailed note"),
        (move(NEW, MAILED, DAY_12), move(move(NEW, MAILED, DAY_12), EMAILED, DAY_12), "moved back to Emailed thanks"),
        (skip(NEW, EMAILED, DAY_12), move(skip(NEW, EMAILED, DAY_12), EMAILED, DAY_12), "moved to Emailed thanks"),
        (ASKED_THEM, skip(ASKED_THEM, CONNECTED, DAY_12), "skipped “Connected on LinkedIn”"),
        (ASKED_THEM, move(ASKED_THEM, CHECKED_IN, DAY_12), "moved to Checked in"),
        (ASKED_THEM, check_in(ASKED_THEM, DAY_12, "phone"), "checked in"),
        (check_in(NEW, DAY_12), check_in(check_in(NEW, DAY_12), DAY_12), "checked in"),
        (NEW, archive(NEW, Outcome.SILENT, DAY_12), "archived as silent"),
        (archive(NEW, Outcome.SILENT, DAY_12), NEW, "brought back to the board"),
        (NEW, remove(NEW), "deleted"),
    ],
)
def test_a_change_says_what_was_done(before: Card | None, after: Card, what: str) -> None:
    assert change(before, after, DAY_12).what == what
