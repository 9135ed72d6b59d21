"""The board while time passes, other programs write, and disks fail."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, Static

import changes
from day12.card.screen import CardScreen
from day12.commands.session import Session
from day12.edit.form import FormScreen
from day12.help import HelpScreen
from day12.reminders.on_board import start_telling
from day12_data.days_off import keep_calendar_days
from day12_data.edits import move
from day12_data.files import FileLock
from day12_data.kinds import Stage
from day12_data.settings import Calendar, Filter, Notify, Settings
from day12_data.store import Store
from day12_data.store.document_ids import document_id
from driver import NARROW, TINY, Driver, opened
from kit import ACME, DAY_12, NORTHWIND, SEVEN_TO_TEN, TOUGH_NAME, Clock, at, card, later, session


def _other_program(where: Session) -> Store:
    return Store(where.store.path, clock=lambda: DAY_12, state=where.state)


async def _look(user: Driver) -> None:
    await user.app.look()
    await user.settle()


async def test_a_card_turns_overdue_while_one_looks(tmp_path: Path) -> None:
    clock = Clock(at("2026-03-16 23:59"))
    where = session(tmp_path, NORTHWIND)._replace(clock=clock)
    async with opened(where) as user:
        assert "! check in" in user.text()
        clock.now = at("2026-03-17 00:00")
        user.app.tick()
        await user.settle()
        assert "‼ check in: today" in user.text()
        assert "Tue 17 Mar 00:00" in user.text()


async def test_what_another_program_does_appears_and_the_cursor_stays_on_its_card(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND, ACME)
    async with opened(where) as user:
        await user.press("home")
        selected = user.selected
        other = _other_program(where)
        new = card("Aaa first in every order", at("2026-03-01 10:00"), promise=SEVEN_TO_TEN)
        other.load()
        other.record(changes.add(new, DAY_12))
        await _look(user)
        assert "Aaa first" in user.text()
        assert user.selected == selected


async def test_days_off_that_another_program_imports_count_at_once_on_every_screen_and_in_the_calendar(
    tmp_path: Path,
) -> None:
    settings = Settings(calendar=Calendar(folder=str(tmp_path / "calendar")))
    where = session(tmp_path, NORTHWIND, settings=settings)
    async with opened(where, size=(170, 40)) as user:
        assert "check in: today" in user.text()
        await user.press("enter")
        kept = keep_calendar_days({dt.date(2026, 3, 17): "St Patrick"}, where.config)
        await _look(user)
        assert "Tue 17 Mar is St Patrick: a day off." in user.text()
        await user.press("escape")
        assert "check in: the window has passed" in user.text()
        assert any("20260318" in each.read_text() for each in (tmp_path / "calendar").glob("*.ics"))
        kept.write_text("{garbled")
        await _look(user)
        assert user.toasts == [f"{kept} can't be read: import the calendar of holidays again, or delete the file."]
        assert "check in: today" in user.text()
        kept.unlink()
        await _look(user)
        assert len(user.toasts) == 1


async def test_where_what_was_told_cannot_be_kept_the_open_board_says_so_once_and_tells_nothing_twice(
    tmp_path: Path,
) -> None:
    where = session(tmp_path, NORTHWIND, settings=Settings(notify=Notify(terminal="bell")))
    (where.state / "told").write_text("no folder")
    async with opened(where) as user:
        start_telling(user.app)
        await user.settle()
        [toast] = user.toasts
        assert toast.startswith("What was told can't be kept in ")
        user.app.now = later(DAY_12, minutes=1)
        await user.settle()
        assert user.toasts == [toast]


async def test_an_edit_of_a_card_that_was_changed_elsewhere_is_refused_with_both_facts(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        other = _other_program(where)
        theirs = next(other.load().active)
        other.record(changes.move(theirs, Stage.MAILED, DAY_12))
        await user.press("greater_than_sign")
        assert any("stands in Mailed note now" in toast and "moved to Emailed" in toast for toast in user.toasts)
        assert user.companies(Stage.MAILED) == ["Northwind"]
    assert next(where.load().active).stage is Stage.MAILED


async def test_undo_refuses_when_the_card_was_changed_elsewhere_since(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("greater_than_sign")
        other = _other_program(where)
        theirs = next(other.load().active)
        other.record(changes.edit(theirs, DAY_12, role="SRE"))
        await user.press("u")
        assert not any(toast.startswith("Undid") for toast in user.toasts)
        assert any("Yours was not saved: “moved to Emailed thanks” taken back." in toast for toast in user.toasts)
    kept = next(where.load().active)
    assert (kept.stage, kept.role) == (Stage.EMAILED, "SRE")


async def test_what_cannot_be_saved_stays_on_the_screen_and_is_saved_on_trying_again(tmp_path: Path) -> None:
    folder = tmp_path / "sync"
    folder.mkdir()
    where = session(folder, NORTHWIND, state=tmp_path / "state")
    async with opened(where) as user:
        shutil.rmtree(folder)
        await user.press("greater_than_sign")
        assert any(toast.startswith("Not saved") for toast in user.toasts)
        assert "1 not saved" in user.text()
        assert user.companies(Stage.EMAILED) == ["Northwind"]
        await user.press("q")
        assert not user.app._exit
        folder.mkdir()
        await user.press("ctrl+s")
        assert "not saved" not in user.text()
    assert next(where.load().active).stage is Stage.EMAILED


def _quickly(user: Driver, *keys: str) -> None:
    """Keys that are all there before the first is answered."""
    for key in keys:
        user.app.post_message(events.Key(key, None))


async def test_quick_keys_each_find_what_the_one_before_has_done(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        _quickly(user, *["greater_than_sign"] * 3)
        await user.settle()
        assert user.companies(Stage.CONNECTED) == ["Northwind"]
        _quickly(user, "less_than_sign", "u")
        await user.settle()
        assert user.companies(Stage.CONNECTED) == ["Northwind"]
        _quickly(user, "less_than_sign", "q")
        await user.settle()
    assert next(where.load().active).stage is Stage.MAILED


async def _edit_both_while_the_folder_is_away(user: Driver, where: Session) -> None:
    """Two edits that wait; meanwhile Acme, the first of them, is moved elsewhere, too."""
    kept, path = where.store.path.read_bytes(), where.store.path
    shutil.rmtree(path.parent)
    for card_id in (ACME.id, NORTHWIND.id):
        user.board.go_to(Stage.ASKED.value, card_id)
        await user.press("greater_than_sign")
    path.parent.mkdir()
    path.write_bytes(kept)
    other = _other_program(where)
    other.record(changes.move(other.load().cards[ACME.id], Stage.MAILED, DAY_12))


async def test_a_conflict_loses_no_edit_of_another_card(tmp_path: Path) -> None:
    folder = tmp_path / "sync"
    folder.mkdir()
    where = session(folder, NORTHWIND, ACME, state=tmp_path / "state")
    async with opened(where) as user:
        await _edit_both_while_the_folder_is_away(user, where)
        await user.press("ctrl+s")
        assert any("Acme was changed elsewhere" in toast for toast in user.toasts)
        assert user.companies(Stage.EMAILED) == ["Northwind"]
        assert not user.app.unsaved
    assert where.load().cards[NORTHWIND.id].stage is Stage.EMAILED
    assert where.load().cards[ACME.id].stage is Stage.MAILED


async def test_of_several_edits_that_fell_each_is_named(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND, ACME)
    async with opened(where) as user:
        with FileLock().held(where.store.path):
            user.board.go_to(Stage.ASKED.value, ACME.id)
            for key in ("greater_than_sign", "greater_than_sign", "1", "greater_than_sign"):
                await user.pilot.press(key)
                await user.pilot.pause()
            stored = json.loads(where.store.path.read_bytes())
            del stored["cards"][document_id(ACME.id)]
            where.store.path.write_text(json.dumps(stored))
        await user.settle()
        [told] = [toast for toast in user.toasts if "Acme" in toast and "not saved" in toast]
        assert "moved to Emailed thanks; moved to Mailed note" in told
        assert user.companies(Stage.EMAILED) == ["Northwind"]
    assert where.load().cards[NORTHWIND.id].stage is Stage.EMAILED


async def test_an_edit_of_a_card_that_is_gone_does_not_hold_up_the_others(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        where.store.path.write_text('{"cards": {}}')
        await user.press("greater_than_sign")
        assert any("Northwind was deleted elsewhere" in toast for toast in user.toasts)
        assert user.companies(Stage.EMAILED) == []
        assert not user.app.unsaved


@pytest.mark.parametrize("key", ["q", "ctrl+q"])
async def test_every_way_to_leave_says_each_time_that_something_is_not_saved(tmp_path: Path, key: str) -> None:
    folder = tmp_path / "sync"
    folder.mkdir()
    where = session(folder, NORTHWIND, state=tmp_path / "state")
    async with opened(where) as user:
        for _ in range(2):
            shutil.rmtree(folder)
            await user.press("greater_than_sign", key)
            assert not user.app._exit
            folder.mkdir()
            await user.press("ctrl+s")
        assert "not saved" not in user.text()


async def test_a_page_whose_card_goes_under_a_dialog_closes_after_it(
    tmp_path: Path,
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("enter", "e")
        form = user.app.screen
        other = _other_program(where)
        other.record(changes.remove(other.load().cards[NORTHWIND.id], DAY_12))
        await _look(user)
        assert user.app.screen is form
        form.query_one("#role", Input).value = "SRE"
        await user.press("ctrl+s")
        await user.settle()
        assert any("Northwind was deleted elsewhere" in str(each.message) for each in user.app._notifications)
        assert user.on_the_board


async def test_a_page_is_shown_while_the_file_cannot_be_read(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        where.store.path.write_text("not a board")
        await user.press("enter")
        assert "They said “7-10 days”" in user.text()
        assert "added" in user.text().partition("What happened")[2]


async def test_the_log_on_a_page_has_each_change_that_is_made_there(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("enter", "greater_than_sign")
        assert "moved to Emailed thanks" in _happened(user)
        await user.press("u")
        assert "moved to Emailed thanks (taken back)" in _happened(user)


def _happened(user: Driver) -> str:
    return user.page.partition("What happened")[2]


async def test_while_another_program_holds_the_board_every_key_works_and_nothing_is_called_done(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND, ACME)
    async with opened(where) as user:
        with FileLock().held(where.store.path):
            await user.pilot.press("greater_than_sign", "enter")
            await user.pilot.pause()
            assert isinstance(user.app.screen, CardScreen)
            assert "moved to Emailed thanks" in _happened(user)
            await user.pilot.press("escape")
            await user.pilot.pause()
            assert user.text().splitlines()[-1].startswith(" … Acme: moved to Emailed thanks")
            await user.pilot.press("1")
            await user.pilot.pause()
            assert user.selected == "Northwind"
            assert not user.app.unsaved
        await user.settle()
        assert user.text().splitlines()[-1].startswith(" ✓ Acme: moved to Emailed thanks · u takes it back")


async def test_undo_is_shown_at_once_while_another_program_holds_the_board_and_the_next_key_builds_on_it(
    tmp_path: Path,
) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("greater_than_sign")
        with FileLock().held(where.store.path):
            for keys in (["u"], ["U"], ["u", "greater_than_sign"], ["enter"]):
                await user.pilot.press(*keys)
                await user.pilot.pause()
            happened = _happened(user)
            assert "moved to Emailed thanks (taken back)" in happened
            assert happened.count("moved to Emailed thanks") == 2
            await user.pilot.press("escape")
            await user.pilot.pause()
            assert user.text().splitlines()[-1].startswith(" … Northwind: moved to Emailed thanks")
        await user.settle()
        assert not [toast for toast in user.toasts if "not saved" in toast]
    assert where.load().cards[NORTHWIND.id].stage is Stage.EMAILED


async def test_a_form_and_another_program_may_change_other_fields_of_one_card(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("e")
        user.app.screen.query_one("#role", Input).value = "SRE"
        other = _other_program(where)
        other.record(changes.edit(other.load().cards[NORTHWIND.id], DAY_12, where="Berlin"))
        await _look(user)
        await user.press("ctrl+s")
    assert (where.load().cards[NORTHWIND.id].role, where.load().cards[NORTHWIND.id].where) == ("SRE", "Berlin")


async def test_what_was_typed_into_a_form_outlives_a_conflict(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("e")
        user.app.screen.query_one("#role", Input).value = "SRE"
        other = _other_program(where)
        other.record(changes.edit(other.load().cards[NORTHWIND.id], DAY_12, role="Analyst"))
        await _look(user)
        await user.press("ctrl+s")
        assert any("Northwind was changed elsewhere" in toast for toast in user.toasts)
        assert where.load().cards[NORTHWIND.id].role == "Analyst"
        await user.press("e")
        assert user.app.screen.query_one("#role", Input).value == "SRE"


async def test_a_resize_under_another_screen_is_seen_on_coming_back(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        for size, narrow in ((NARROW, True), ((140, 40), False)):
            await user.press("enter")
            await user.pilot.resize_terminal(*size)
            await user.press("escape")
            assert (user.column(Stage.ASKED).region.width > size[0] // 2) is narrow


async def test_the_words_that_are_looked_for_are_seen_while_they_are_typed(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("slash")
        await user.type("north")
        assert "north" in user.text().splitlines()[-2]


async def test_a_hostile_name_is_added_shown_found_moved_and_loaded_again(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await user.press("a")
        assert isinstance(user.app.screen, FormScreen)
        user.app.screen.query_one("#company", Input).value = TOUGH_NAME
        await user.press("ctrl+s")
        assert "call [/Bob] back 日本語" in user.text()
        await user.press("slash")
        await user.type("[/bob] 日本語")
        await user.press("enter", "greater_than_sign", "enter")
        assert "[red]x[/]" in user.text()
        assert "\x1b" not in user.text()
    async with opened(session(tmp_path)) as user:
        assert "call [/Bob] back" in user.text()
        assert len(user.companies(Stage.EMAILED)) == 1


async def test_everything_is_reachable_in_a_small_terminal_and_back_in_a_large_one(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, ACME), size=NARROW) as user:
        assert "Northwind" in user.text()
        for size in (TINY, NARROW, (140, 40)):
            await user.pilot.resize_terminal(*size)
            await user.settle()
            assert "Northwind" in user.text()
            assert "Day 12 of 7" in user.text()


async def test_other_looks_are_shown_under_a_dialog_too_and_remembered(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND, ACME)
    async with opened(where) as user:
        dark = user.picture()
        await user.press("question_mark")
        user.app.theme = "day12-light"
        await user.settle()
        await user.press("escape")
        light = user.picture()
    async with opened(where) as user:
        assert user.app.theme == "day12-light"
        assert user.picture() == light != dark


async def test_other_keys_can_be_set(tmp_path: Path) -> None:
    settings = Settings(keys={"overdue": "b,f5"})
    async with opened(session(tmp_path, NORTHWIND, settings=settings)) as user:
        await user.press("b")
        assert user.board.overdue_only
        await user.press("f5")
        assert not user.board.overdue_only


async def test_the_filters_of_the_settings_are_in_the_palette(tmp_path: Path) -> None:
    filters = {"thanks [/]": Filter(find="north", stage=Stage.ASKED), "sent": Filter(stage=Stage.EMAILED)}
    other = move(card("Northern", promise=SEVEN_TO_TEN), Stage.EMAILED, DAY_12)
    where = session(tmp_path, NORTHWIND, card("Acme", promise=SEVEN_TO_TEN), other, settings=Settings(filters=filters))
    async with opened(where) as user:
        await user.press("ctrl+p")
        await user.type("filter")
        assert "Filter: thanks [/]" in user.text()
        assert "Show only what is in Asked next steps, found by “north”" in user.text()
        await user.press("enter")
        assert user.companies(Stage.ASKED) == ["Northwind"]
        assert user.companies(Stage.EMAILED) == []
        assert user.selected == "Northwind"
        assert " only Asked next steps    find: north " in user.text().splitlines()[0]
        await user.press("greater_than_sign")
        assert user.companies(Stage.EMAILED) == ["Northwind"]  # what was edited stays in sight
        await user.press("ctrl+p")
        await user.type("filter sent")
        await user.press("enter")
        assert user.companies(Stage.ASKED) == []
        assert set(user.companies(Stage.EMAILED)) == {"Northern", "Northwind"}
        await user.press("escape")
        assert user.companies(Stage.ASKED) == ["Acme"]


async def test_a_remapped_key_is_named_in_the_footer_the_help_a_toast_and_the_palette(tmp_path: Path) -> None:
    settings = Settings(keys={"add": "f5", "undo": "f6", "save": "f7"})
    async with opened(session(tmp_path, settings=settings), size=(140, 90)) as user:
        assert " f5 add " in user.text().splitlines()[-1]
        assert " f6 undo " in user.text().splitlines()[-1]
        await user.press("enter")
        assert user.toasts[-1] == "No card is selected: f5 adds one, esc shows all."
        await user.press("question_mark")
        assert any(line.split()[1:5] == ["f5", "Add", "an", "interview"] for line in user.text().splitlines())
        assert "f6 takes back what was done last" in str(user.app.screen.query_one("#about", Static).content)
        await user.press("escape", "ctrl+p")
        await user.type("add")
        assert "Add an interview · f5" in user.text()
        await user.press("escape", "f5", "X", "ctrl+s")
        assert user.toasts[-1] == "X: added · f6 takes it back"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"overdu": "v"}, "there is no action “overdu”: did you mean overdue?"),
        ({"overdue": "a"}, "the key “a” is on both add and overdue: overdue keeps its own keys."),
        ({"overdue": "meta+hyper"}, "is no key"),
        ({"overdue": ""}, "is no key"),
        ({"overdue": "v", "find": "v"}, "the key “v” is on both overdue and find: find keeps its own keys."),
    ],
)
async def test_keys_that_cannot_be_used_are_said_and_the_others_are(
    tmp_path: Path, keys: dict[str, str], says: str
) -> None:
    settings = Settings(keys={"help": "f4", **keys})
    async with opened(session(tmp_path, NORTHWIND, settings=settings)) as user:
        assert any(says in toast for toast in user.toasts)
        await user.press("f4")
        assert isinstance(user.app.screen, HelpScreen)


@pytest.mark.parametrize(
    ("env", "theme"),
    [
        ({"TERM": "linux"}, "ansi-dark"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "day12-dark"),
        ({"TERM": "xterm-256color"}, "day12-dark"),
    ],
)
async def test_a_terminal_of_16_colours_keeps_its_own(tmp_path: Path, env: dict[str, str], theme: str) -> None:
    async with opened(session(tmp_path, NORTHWIND)._replace(env=env)) as user:
        assert user.app.theme == theme


async def test_settings_that_cannot_be_used_are_said_on_the_board(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)._replace(problems=("In settings.toml, minutes can't be used.",))
    async with opened(where) as user:
        assert "In settings.toml, minutes can't be used." in user.toasts
