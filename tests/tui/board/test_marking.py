"""Marked cards: what moves, skips, archives and deletes acts on all of them, as one change."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from textual.geometry import Offset

import changes
from day12.board.archive import ArchiveScreen
from day12.board.footer import Footer
from day12.save_queue import Dropped, SaveQueue, Written
from day12_data.edits import archive, move
from day12_data.kinds import Outcome, Stage
from day12_data.store import Edit, Store
from driver import NARROW, Driver, opened
from kit import ACME, DAY_12, INTERVIEW, SEVEN_TO_TEN, card, later, promise, session

NORTHWIND = card("Northwind", later(INTERVIEW, minutes=1), promise=SEVEN_TO_TEN)
GLOBEX = move(card("Globex", later(INTERVIEW, days=1), promise=SEVEN_TO_TEN), Stage.EMAILED, later(INTERVIEW, days=2))
TO_COME = card("Proseware", later(DAY_12, days=2))


def _marked(user: Driver) -> set[str]:
    """The companies with the mark before their name."""
    words = user.text().translate({ord("│"): " ", ord("┃"): " ", ord("■"): " ■ "}).split()
    return {after for before, after in pairwise(words) if before == "■"}


def _bottom(user: Driver) -> str:
    return user.text().splitlines()[-1]


async def test_v_marks_cards_of_several_columns_and_they_are_moved_and_taken_back_as_one(tmp_path: Path) -> None:
    where = session(tmp_path, ACME, NORTHWIND, GLOBEX)
    async with opened(where) as user:
        await user.press("1", "home", "v")
        assert user.selected == "Northwind"
        await user.press("up", "v", "v")  # the first one no longer, and the second
        assert _marked(user) == {"Northwind"}
        assert _bottom(user).startswith(
            " 1 marked  < > move  s skip  x archive  D delete  V mark all  u undo  esc unmark"
        )
        await user.press("2", "v", "greater_than_sign")
        assert user.companies(Stage.EMAILED) == ["Northwind"]
        assert user.companies(Stage.MAILED) == ["Globex"]
        assert _marked(user) == {"Northwind", "Globex"}
        assert _bottom(user).startswith(" 2 marked  ✓ Moved 2 cards · u takes it back")
        await user.press("g")
        assert _marked(user) == {"Northwind", "Globex"}
        await user.press("home", "v", "g", "u")
        assert "Undid: moved 2 cards · U does it again" in user.toasts
        assert user.companies(Stage.EMAILED) == ["Globex"]
        await user.press("U", "less_than_sign", "escape")
        assert "marked" not in _bottom(user)
        assert _marked(user) == set()
    [entry] = [each for each in where.store.log(GLOBEX.id) if each.what == "moved to Mailed note"]
    assert not entry.undone


async def test_those_that_can_be_moved_are_and_one_sentence_says_why_the_others_are_not(tmp_path: Path) -> None:
    done = move(card("Initech", promise=SEVEN_TO_TEN), Stage.CHECKED_IN, DAY_12)
    fresh = card("Acme", later(DAY_12, days=-1), promise=promise("2026-03-20", "2026-03-25"))
    async with opened(session(tmp_path, fresh, TO_COME, done), size=NARROW) as user:
        await user.press("V")
        assert _bottom(user).startswith(" 3 marked ")
        await user.press("greater_than_sign")
        assert user.companies(Stage.EMAILED) == ["Acme"]
        assert (
            "2 of 3 stay as they are: Proseware: the interview is on Thu 19 Mar 14:02; "
            "Initech stands in the last column: c logs one more check-in." in user.toasts
        )
        await user.press("u")
        assert user.companies(Stage.EMAILED) == []
        assert set(user.companies(Stage.ASKED)) == {"Acme", "Proseware"}
        await user.press("s")
        assert "1 of 3 stays as it is: Initech has nothing that can be skipped: x archives the card." in user.toasts
        assert "Skipped a step of 2 cards · u takes it back" in user.toasts


async def test_a_card_to_be_kept_warm_stays_marked_and_keeps_its_outcome(tmp_path: Path) -> None:
    warm = archive(card("Initech"), Outcome.REJECTED, later(DAY_12, days=-62))
    async with opened(session(tmp_path, ACME, warm)) as user:
        await user.press("V", "greater_than_sign", "u")
        assert _marked(user) == {"Acme", "Initech"}
        await user.press("x")
        assert "How did it end with Acme?" in user.text()
        await user.press("w")
        assert "Acme: archived as withdrew · X shows it · u takes it back" in user.toasts
        assert _marked(user) == {"Initech"}
        await user.press("x")
        assert user.companies(Stage.ASKED) == ["Initech"]
        assert "Initech: brought back to the board · u takes it back" in user.toasts


async def test_what_is_archived_or_deleted_is_no_longer_marked_and_comes_back_as_one(tmp_path: Path) -> None:
    where = session(tmp_path, ACME, NORTHWIND, GLOBEX)
    async with opened(where) as user:
        await user.press("slash", *"northwind", "enter", "V", "escape", "1", "home")
        assert user.board.wanted == "northwind"  # escape unmarked, and the cards that aren't found stay hidden
        await user.press("V", "slash", *["backspace"] * 9, *"acme", "enter", "V")
        assert _bottom(user).startswith(" 2 marked, 1 not shown ")
        await user.press("V", "V", "escape")
        assert _marked(user) == set()
        await user.press("escape", "1", "home", "v", "v", "x")
        assert "How did it end with these 2?" in user.text()
        await user.press("r")
        assert [each.company for each in where.load().active] == ["Globex"]
        assert "Archived 2 cards as rejected · X shows them · u takes it back" in user.toasts
        await user.press("X", "V", "x")
        assert "Brought 2 cards back to the board · u takes it back" in user.toasts
        assert isinstance(user.app.screen, ArchiveScreen)
        await user.press("u", "V", "escape", "escape", "u", "D")
        assert user.on_the_board
        assert len([*where.load().active]) == 2  # nothing was marked any more: only the card under the cursor went
        await user.press("V", "D")
        assert [*where.load().active] == []
        await user.press("u")
        assert len([*where.load().active]) == 2


async def test_ctrl_and_a_click_marks_and_what_is_marked_is_dragged_together(tmp_path: Path) -> None:
    async with opened(session(tmp_path, ACME, NORTHWIND, GLOBEX)) as user:
        places = [user.column(stage).region.offset + Offset(5, 3) for stage in (Stage.ASKED, Stage.EMAILED)]
        for place in places:
            await user.pilot.click(offset=place, control=True)
            await user.pilot.click(offset=place + Offset(0, 1), control=True)
            await user.pilot.click(offset=place, control=True)
            await user.settle()
        assert user.on_the_board
        assert _marked(user) == {user.selected, user.companies(Stage.ASKED)[0]} == {"Globex", "Acme"}
        target = user.column(Stage.CONNECTED).region.offset + Offset(5, 9)
        await user.pilot.mouse_down(offset=places[0])
        await user.pilot.hover(offset=target)
        await user.pilot.mouse_up(offset=target)
        await user.settle()
        assert set(user.companies(Stage.CONNECTED)) == {"Acme", "Globex"}
        await user.press("escape", "v")
        await user.pilot.click(Footer, offset=(_bottom(user).index("unmark"), 0))
        await user.settle()
        assert _marked(user) == set()


async def test_where_another_program_changed_one_of_them_none_is_written_nor_what_hung_on_them(tmp_path: Path) -> None:
    where = session(tmp_path, ACME, NORTHWIND, GLOBEX)
    board, queue = where.store.load(), SaveQueue(where.store)
    acme, northwind, globex = (board.cards[each.id] for each in (ACME, NORTHWIND, GLOBEX))
    other = Store(where.store.path, clock=lambda: DAY_12, state=where.state)
    other.record(changes.move(northwind, Stage.CONNECTED, DAY_12))
    both = Edit((changes.move(acme, Stage.EMAILED, DAY_12), changes.move(northwind, Stage.EMAILED, DAY_12)))
    hangs_on_it = Edit((changes.move(both.cards[0], Stage.MAILED, DAY_12), changes.remove(globex, DAY_12)))
    for step in (both, hangs_on_it, Edit((changes.move(globex, Stage.MAILED, DAY_12),))):
        queue.put(step)
    queue.put(Edit((changes.add(TO_COME, DAY_12),)))
    dropped = await queue.write_next()
    assert isinstance(dropped, Dropped)
    assert dropped.sentence == (
        "Northwind was changed elsewhere meanwhile: it stands in Connected on LinkedIn now. Yours was not saved: "
        "moved 2 cards to Emailed thanks; changed 2 cards; moved to Mailed note."
    )
    assert queue.on_top_of(dropped.board).cards[ACME.id] == acme
    assert isinstance(await queue.write_next(), Written)
    turn = queue.turn(DAY_12, redo=False)
    other.record(changes.edit(other.load().cards[TO_COME.id], DAY_12, role="SRE"))
    assert isinstance(dropped := await queue.write_next(), Dropped)
    assert dropped.steps == [turn]
    assert dropped.sentence.startswith("Proseware was changed elsewhere meanwhile: it stands in Asked next steps now. ")


async def test_the_archive_marks_what_is_in_it(tmp_path: Path) -> None:
    ended = [archive(each, Outcome.REJECTED, DAY_12) for each in (ACME, NORTHWIND)]
    async with opened(session(tmp_path, *ended, GLOBEX)) as user:
        await user.press("X", "v", "v")
        assert _bottom(user).startswith(" 2 marked  x bring back  D delete  V mark all  u undo  esc unmark")
        await user.press("x")
        assert len(user.companies(Stage.ASKED)) == 2
        assert "marked" not in _bottom(user)
