"""Every key does what the help says, and what it does is on disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from textual.widgets import Static

from day12 import help_texts
from day12.board.archive import ArchiveScreen
from day12.card.screen import CardScreen
from day12.edit.form import FormScreen
from day12.help import HelpScreen, numbers
from day12.keys import (
    APP_KEYS,
    BOARD_KEYS,
    CARD_KEYS,
    COLUMN_KEYS,
    FORM_KEYS,
    SAID_KEYS,
    SHARED_KEYS,
    bindings_of,
    key_table,
    keys_now,
)
from day12_data.board import Board
from day12_data.card import Card, replace
from day12_data.edits import archive, move
from day12_data.kinds import Outcome, ReplyKind, Stage
from day12_data.rules import Rules
from day12_data.settings import Settings
from driver import keys_at_first, opened
from kit import DAY_12, INTERVIEW, NORTHWIND, SEVEN_TO_TEN, at, card, later, promise, session

EARLIER = card("Acme", later(INTERVIEW, days=-1), promise=SEVEN_TO_TEN)
MAILED = move(card("Globex", at("2026-03-16 10:00"), promise=SEVEN_TO_TEN), Stage.MAILED, at("2026-03-16 12:00"))


async def test_arrows_and_vim_keys_go_from_column_to_column_and_from_card_to_card(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, EARLIER, MAILED)) as user:
        first = user.selected
        for right, left in (("right", "left"), ("l", "h")):
            await user.press(right, right)
            assert user.selected == "Globex"
            await user.press(left, left)
            assert user.selected == first
            await user.press(left)
            assert user.selected == first
        for down, up in (("down", "up"), ("j", "k"), ("end", "home"), ("pagedown", "pageup")):
            await user.press(down)
            second = user.selected
            await user.press(up)
            assert {first, second} == {"Northwind", "Acme"}
            assert user.selected == first


@pytest.mark.parametrize("key", ["greater_than_sign", "shift+right", "L"])
async def test_moving_right_does_the_step_and_the_card_stays_selected(tmp_path: Path, key: str) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press(key)
        assert user.companies(Stage.EMAILED) == ["Northwind"]
        assert user.selected == "Northwind"
        assert user.stage is Stage.EMAILED
    assert [each.stage for each in where.load().active] == [Stage.EMAILED]


@pytest.mark.parametrize("key", ["less_than_sign", "shift+left", "H"])
async def test_moving_left_takes_the_step_back(tmp_path: Path, key: str) -> None:
    where = session(tmp_path, MAILED)
    async with opened(where) as user:
        await user.press(key)
        assert user.companies(Stage.EMAILED) == ["Globex"]
        assert user.selected == "Globex"
    assert next(where.load().active).mark(Stage.MAILED) is None


async def test_moving_past_the_last_column_says_what_to_press_instead(tmp_path: Path) -> None:
    done = move(NORTHWIND, Stage.CHECKED_IN, DAY_12)
    async with opened(session(tmp_path, done)) as user:
        await user.press("greater_than_sign")
        assert user.companies(Stage.CHECKED_IN) == ["Northwind"]
        assert "c logs one more check-in" in user.toasts[-1]


async def test_a_digit_goes_to_its_column(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        for number, stage in reversed([*enumerate(Stage, start=1)]):
            await user.press(str(number))
            assert user.stage is stage


async def test_enter_opens_the_cards_page_and_escape_goes_back(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("enter")
        assert isinstance(user.app.screen, CardScreen)
        assert "They said “7-10 days”" in user.text()
        await user.press("escape")
        assert user.on_the_board


async def test_a_adds_an_interview_with_its_promise_read_while_it_is_typed(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        await user.press("tab", "tab")
        await user.type("2026-03-05 14:30")
        await user.press("tab")
        await user.type("7-10 days")
        assert "Thu 12 – Sun 15 Mar · check in Tue 17 Mar (Day 12)" in user.text()
        await user.press("ctrl+s")
        assert user.selected == "Contoso"
        assert "Day 12 of 7–10" in user.text()
    [added] = where.load().active
    assert added.promise is not None
    assert added.promise.said == "7-10 days"


async def test_a_form_that_cannot_be_read_says_why_and_keeps_what_was_typed(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        await user.press("a")
        await user.press("tab")
        await user.type("SRE")
        await user.press("ctrl+s")
        assert "A card needs a company" in user.text()
        await user.press("escape", "a")
        assert isinstance(user.app.screen, FormScreen)
        assert "SRE" in user.text()


async def test_ctrl_y_keeps_the_likeliest_time_in_a_reply_too(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type("blame the kumquats. another week")
        assert "ctrl+y: 1" in user.text()
        await user.press("ctrl+y", "enter")
        assert "wait until 25 Mar" in user.text()
    [replied] = where.load().active
    assert replied.promise
    assert (replied.promise.said, replied.promise.words) == ("blame the kumquats. another week", "another week")


async def test_e_edits_the_card(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("e")
        await user.type("Data engineer")
        await user.press("ctrl+s")
        assert "Data engineer" in user.text()
    assert next(where.load().active).role == "Data engineer"


async def test_o_shows_only_the_overdue_cards_with_a_chip_and_escape_shows_all(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, MAILED)) as user:
        await user.press("o")
        assert user.companies(Stage.ASKED) == ["Northwind"]
        assert user.companies(Stage.MAILED) == []
        assert "overdue only" in user.text()
        await user.press("escape")
        assert user.companies(Stage.MAILED) == ["Globex"]
        assert "overdue only" not in user.text()


async def test_a_card_that_is_moved_under_a_filter_stays_in_sight(tmp_path: Path) -> None:
    fresh = card("Acme", at("2026-03-17 09:00"), promise=promise("2026-03-24", "2026-03-27"))
    async with opened(session(tmp_path, fresh)) as user:
        await user.press("o", "greater_than_sign")
        assert user.selected == "Acme"
        assert "0 of" not in user.text().splitlines()[1].split("Mailed")[0].split("Emailed")[1]


async def test_slash_finds_by_any_word_whatever_its_accents(tmp_path: Path) -> None:
    people = card("Müller & Söhne", INTERVIEW, notes="met Hans")
    async with opened(session(tmp_path, NORTHWIND, people)) as user:
        await user.press("slash")
        await user.type("hans muller")
        assert user.companies(Stage.ASKED) == ["Müller & Söhne"]
        await user.press("enter")
        assert user.selected == "Müller & Söhne"
        assert "find: hans muller" in user.text()
        await user.press("escape")
        assert len(user.companies(Stage.ASKED)) == 2


async def test_ctrl_c_says_which_key_leaves_in_plain_words(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("ctrl+c")
        assert user.toasts[-1] == "q leaves day12."
        await user.press("a", "ctrl+c")
        assert user.toasts[-1] == "ctrl+q leaves day12."


async def test_c_logs_a_check_in_and_the_second_makes_the_card_quiet(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("c", "enter")
        assert "again on 24 Mar" in user.text()
        await user.press("c", "m", "enter")
        assert "you did your part" in user.text()
        assert "The card stays quiet until they answer" in user.toasts[-2]
    assert [each.via for each in next(where.load().active).check_ins] == ["phone", "email"]


async def test_r_records_a_reply_with_a_new_promise(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r")
        await user.type("7-10 days")
        assert "Tue 24 – Fri 27 Mar · check in Mon 30 Mar (Day 25)" in user.text()
        await user.press("enter")
        assert "wait until 28 Mar" in user.text()
    [replied] = where.load().active
    assert [reply.kind for reply in replied.replies] == [ReplyKind.PROMISE]


async def test_r_records_a_no_and_the_card_goes_to_the_archive(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "tab", "n", "enter")
        assert user.companies(Stage.ASKED) == []
    [archived] = where.load().archived
    assert archived.outcome is Outcome.REJECTED


async def test_r_next_round_opens_a_form_for_the_same_company(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("r", "tab", "down", "down", "enter")
        assert "Next round with Northwind" in user.text()
        await user.press("ctrl+s")
    cards = list(where.load().active)
    assert [each.company for each in cards] == ["Northwind", "Northwind"]
    assert NORTHWIND.id in {each.round_of for each in cards}


async def test_s_skips_the_open_step(tmp_path: Path) -> None:
    fresh = card("Acme", at("2026-03-17 09:00"), promise=promise("2026-03-24", "2026-03-27"))
    where = session(tmp_path, fresh)
    async with opened(where) as user:
        assert "thanks" in user.text()
        await user.press("s")
        assert "note by 18 Mar" in user.text()
    mark = next(where.load().active).mark(Stage.EMAILED)
    assert mark is not None
    assert mark.skipped


async def test_x_archives_with_an_outcome(tmp_path: Path) -> None:
    outcomes = {
        "a": Outcome.ACCEPTED,
        "d": Outcome.DECLINED,
        "r": Outcome.REJECTED,
        "w": Outcome.WITHDREW,
        "s": Outcome.SILENT,
    }
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        for key, outcome in outcomes.items():
            await user.press("x", key)
            assert user.companies(Stage.ASKED) == []
            assert user.toasts[-1] == f"Northwind: archived as {outcome.value} · X shows it · u takes it back"
            assert [each.outcome for each in where.load().archived] == [outcome]
            await user.press("u")


async def test_capital_x_shows_the_archive_and_brings_a_card_back(tmp_path: Path) -> None:
    where = session(tmp_path, archive(NORTHWIND, Outcome.SILENT, DAY_12))
    async with opened(where) as user:
        await user.press("X")
        assert isinstance(user.app.screen, ArchiveScreen)
        assert "Northwind" in user.text()
        await user.press("x")
        await user.press("escape")
        assert user.companies(Stage.ASKED) == ["Northwind"]


async def test_u_takes_back_every_kind_of_edit_and_capital_u_does_it_again(tmp_path: Path) -> None:
    edits = {
        "move": ["greater_than_sign"],
        "check in": ["c", "p", "enter"],
        "archive": ["x", "w"],
        "edit": ["e", "X", "ctrl+s"],
        "add": ["a", "Z", "ctrl+s"],
        "reply": ["r", "tab", "down", "enter"],
    }
    async with opened(session(tmp_path, NORTHWIND)) as user:
        for name, keys in edits.items():
            before = user.board.board
            await user.press(*keys)
            after = user.board.board
            assert _alive(after) != _alive(before), name
            await user.press("u")
            assert user.toasts[-1].startswith("Undid: "), name
            assert _alive(user.board.board) == _alive(before), name
            await user.press("U")
            assert user.toasts[-1].startswith("Did again: "), name
            assert _alive(user.board.board) == _alive(after), name
            await user.press("u")
            assert user.selected == "Northwind", name


def _alive(shown: Board) -> dict[str, Card]:
    """The cards without what undo is free to change: when they were touched last."""
    cards = shown.cards.values()
    return {each.id: replace(each, updated=each.starts_at) for each in cards if not each.deleted}


async def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("greater_than_sign", "u")
    async with opened(session(tmp_path)) as user:
        assert user.companies(Stage.ASKED) == ["Northwind"]
        await user.press("U")
        assert user.companies(Stage.EMAILED) == ["Northwind"]


async def test_question_mark_shows_every_key(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(140, 80)) as user:
        await user.press("question_mark")
        thinking = "".join(str(part.content) for part in user.app.screen.query(Static))
        assert "by your own clock, America/New_York." in thinking
        shown = user.text()
        assert all(tooltip in shown for _, tooltip in key_table(keys_at_first(), bindings_of(user.board)))
        await user.press("question_mark")
        assert user.on_the_board


async def test_the_help_is_searched_for_words_in_the_keys_and_the_text(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND), size=(140, 80)) as user:
        await user.press("question_mark", "slash")
        await user.type("take back")
        assert "Take back the last change" in user.text()
        assert "Archive the card" not in user.text()
        await user.type(" nonsense[/]")
        assert "Nothing here about “take back nonsense[/]”: esc shows all again." in user.text()
        await user.press("escape")
        assert "Archive the card" in user.text()
        await user.press("escape")
        assert user.on_the_board


async def test_the_help_and_the_insights_tell_the_numbers_that_the_settings_have(tmp_path: Path) -> None:
    rules = Rules(grace_days=1, quiet_after_days=11, warm_every_days=45, warm_times_a_year=2)
    where = session(tmp_path, NORTHWIND, now=at("2026-04-16 10:00"), settings=Settings(rules=rules))
    async with opened(where, size=(140, 80)) as user:
        for key, about in (
            ("g", "1 day after it ends"),
            ("X", "every 45 days, at most 2 times a year"),
            ("i", "for 11 days"),
        ):
            await user.press(key, "f1")
            assert about in " ".join(user.text().replace("│", " ").split())
            await user.press("f1", "escape")
        await user.press("i")
        assert "no answer for 11 days" in user.text()


def test_each_gap_in_the_help_is_filled() -> None:
    texts = " ".join(text for name, text in vars(help_texts).items() if name.isupper())
    assert set(re.findall(r"{(\w+)}", texts)) - {"zone"} <= {*numbers(Rules()), *keys_at_first()}


async def test_each_screens_help_is_about_that_screen(tmp_path: Path) -> None:
    about = {
        "a": "not known yet",
        "enter": "whom to call",
        "X": "outcome",
        "r": "starts a new window",
        "I": "tab completes",
        "w": "Open the letter in your own editor",
        "x": "Close without a change",
    }
    async with opened(session(tmp_path, NORTHWIND), size=(140, 80)) as user:
        for key, words in about.items():
            await user.press(key)
            below = user.app.screen
            await user.press("f1")
            assert isinstance(user.app.screen, HelpScreen)
            assert words in "".join(str(part.content) for part in user.app.screen.query(Static)), key
            await user.press("f1")
            assert user.app.screen is below, key
            await user.press("escape")
            assert user.on_the_board, key


async def test_q_quits(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("q")
        assert user.app._exit


async def test_a_cards_page_takes_the_same_edits(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    async with opened(where) as user:
        await user.press("enter", "greater_than_sign")
        assert "✓ Emailed thanks" in user.text()
        await user.press("u")
        assert "○ Emailed thanks" in user.text()


async def test_the_palette_offers_what_the_keys_do(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND, MAILED)) as user:
        await user.press("ctrl+p")
        await user.type("overdue")
        await user.press("down", "enter")
        assert user.board.overdue_only


async def test_the_keys_that_the_readme_names_are_those_that_textual_knows(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as user:
        bound = keys_now(user.app.screen)
        assert {ident: bound[ident] for ident in keys_at_first()} == keys_at_first()


def test_each_key_is_declared_once_with_an_id_and_a_tooltip() -> None:
    keys = [*BOARD_KEYS, *COLUMN_KEYS, *SHARED_KEYS, *APP_KEYS]
    assert all(key.id and key.tooltip and key.description for key in [*keys, *CARD_KEYS, *FORM_KEYS, *SAID_KEYS])
    names = [name for key in keys for name in key.key.split(",")]
    assert len(names) == len(set(names))
