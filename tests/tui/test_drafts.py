"""What is typed and not saved: it is on the disk soon, is there the next time, and is gone once it was saved."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import Input, TextArea

from day12.commands.session import Session
from day12.edit.drafts import FORM, REFERENCE, Drafts
from day12.edit.form import FormScreen
from day12.letters.screen import ComposeScreen
from day12_data.board import change
from day12_data.card import Person
from day12_data.edits import remove
from day12_data.store.draft_file import StoredDraft
from day12_data.typed.entry import Entry
from driver import Driver, opened
from kit import DAY_12, SEVEN_TO_TEN, card, session

NORTHWIND = card(promise=SEVEN_TO_TEN, people=(Person(name="Dana Reyes", email="dana@northwind.example"),))


def on_disk(where: Session) -> list[dict[str, Any]]:
    """What is in the file of the drafts."""
    [path] = (where.state / "drafts").glob("*.json")
    read: list[dict[str, Any]] = json.loads(path.read_bytes())
    return read


def has_left(user: Driver) -> bool:
    """Whether the program is ending."""
    return user.app._exit


async def kept(user: Driver) -> None:
    """Let the time pass after which drafts are kept."""
    await user.app._keeper.keep()


async def type_and_die(where: Session, *keys: str, text: str = "Contoso") -> None:
    """Type, and end without a chance to do anything about it."""
    async with opened(where) as user:
        await user.press(*keys)
        await user.type(text)
        await kept(user)


async def test_a_form_that_was_never_closed_is_there_the_next_time(tmp_path: Path) -> None:
    await type_and_die(session(tmp_path), "a")
    where = session(tmp_path)
    async with opened(where) as user:
        assert user.toasts == ["What you typed before is still here: a new interview with Contoso (a)."]
        await user.press("a")
        assert "your draft is back: esc keeps it, ctrl+t throws it away" in user.text()
        assert user.app.screen.query_one("#company", Input).value == "Contoso"
        await user.press("ctrl+s")
        assert user.selected == "Contoso"
        await kept(user)
    assert not list((where.state / "drafts").glob("*.json"))
    async with opened(session(tmp_path)) as user:
        assert user.toasts == []


async def test_changes_to_a_card_are_there_under_e(tmp_path: Path) -> None:
    await type_and_die(session(tmp_path, NORTHWIND), "e", text="SRE")
    async with opened(session(tmp_path)) as user:
        assert user.toasts == ["What you typed before is still here: changes to Northwind (e)."]
        await user.press("e")
        assert user.app.screen.query_one("#role", Input).value == "SRE"


async def test_a_letter_is_there_under_w(tmp_path: Path) -> None:
    async with opened(session(tmp_path, NORTHWIND)) as user:
        await user.press("w")
        user.app.screen.query_one("#body", TextArea).text = "Dear Dana, my own words"
        await user.settle()
        await kept(user)
    async with opened(session(tmp_path)) as user:
        assert user.toasts == ["What you typed before is still here: a letter to Northwind (w)."]
        await user.press("w")
        assert isinstance(user.app.screen, ComposeScreen)
        assert user.app.screen.query_one("#body", TextArea).text == "Dear Dana, my own words"


async def test_a_next_round_is_there_under_r(tmp_path: Path) -> None:
    await type_and_die(session(tmp_path, NORTHWIND), "r", "tab", "down", "down", "enter", text="SRE")
    async with opened(session(tmp_path)) as user:
        assert user.toasts == ["What you typed before is still here: the next round with Northwind (r)."]


async def test_the_timer_keeps_what_is_typed_without_being_asked(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        user.app._keeper._keep_soon()
        await user.settle()
        assert on_disk(where)[0]["typed"]["company"] == "Contoso"


async def test_a_draft_is_thrown_away_with_a_key_and_brought_back_with_it(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        await user.press("ctrl+t")
        assert user.app.screen.query_one("#company", Input).value == ""
        assert "Thrown away: ctrl+t brings it back." in user.toasts
        assert user.app.drafts.get(FORM, "new ") is None
        await user.press("ctrl+t")
        assert user.app.screen.query_one("#company", Input).value == "Contoso"
        await user.press("ctrl+t", "escape", "q")
        assert has_left(user)
    assert not list((where.state / "drafts").glob("*.json"))


async def test_leaving_with_something_unsaved_is_said_once(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        await user.press("escape", "q")
        assert not has_left(user)
        says = "Not saved, and kept for the next time: a new interview with Contoso (a). q once more leaves."
        assert says in user.toasts
        await user.press("q")
        assert has_left(user)
    assert on_disk(where)


async def test_a_draft_of_before_that_nobody_touched_lets_one_leave_at_once(tmp_path: Path) -> None:
    await type_and_die(session(tmp_path), "a")
    async with opened(session(tmp_path)) as user:
        await user.press("q")
        assert has_left(user)
    assert on_disk(session(tmp_path))


async def test_a_draft_for_a_card_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    await type_and_die(where, "e", text="SRE")
    [there] = where.load().active
    where.store.record(change(there, remove(there), DAY_12))
    async with opened(session(tmp_path)) as user:
        assert user.toasts == []


async def test_two_terminals_keep_their_drafts_apart(tmp_path: Path) -> None:
    async with opened(session(tmp_path)) as one, opened(session(tmp_path)) as other:
        for user, text in ((one, "Contoso"), (other, "Globex"), (one, " Ltd")):
            if not isinstance(user.app.screen, FormScreen):
                await user.press("a")
            await user.type(text)
            await kept(user)
    assert {each["typed"]["company"] for each in on_disk(session(tmp_path))} == {"Contoso Ltd", "Globex"}


async def test_of_two_drafts_for_the_same_form_the_second_comes_after_the_first_is_saved(tmp_path: Path) -> None:
    where = session(tmp_path)
    drafts = [StoredDraft("form", ("new ",), by, {"company": name}) for by, name in (("1", "Acme"), ("2", "Globex"))]
    where.store.drafts.write(drafts, "nobody", ())
    async with opened(where) as user:
        for name in ("Globex", "Acme"):
            await user.press("a")
            assert user.app.screen.query_one("#company", Input).value == name
            await user.press("ctrl+s")
    assert {each.company for each in where.load().active} == {"Globex", "Acme"}


async def test_an_exception_that_nobody_foresaw_keeps_what_was_typed(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        user.app.keep_what_is_typed()
        assert on_disk(where)[0]["typed"]["company"] == "Contoso"


async def test_the_system_ending_the_program_keeps_what_was_typed(tmp_path: Path) -> None:
    where = session(tmp_path)
    async with opened(where) as user:
        await user.press("a")
        await user.type("Contoso")
        await user.app.end()
    assert on_disk(where)[0]["typed"]["company"] == "Contoso"


async def test_drafts_that_cannot_be_read_are_moved_aside_and_said(tmp_path: Path) -> None:
    await type_and_die(session(tmp_path), "a")
    where = session(tmp_path)
    [path] = (where.state / "drafts").glob("*.json")
    path.write_text("{")
    async with opened(where) as user:
        assert "can't be read: the file is kept as" in user.toasts[0]
        await user.press("a")
        assert user.app.screen.query_one("#company", Input).value == ""


async def test_drafts_without_their_folder_are_said_at_the_start(tmp_path: Path) -> None:
    where = session(tmp_path, NORTHWIND)
    (where.state / "drafts").write_text("no folder")
    async with opened(where) as user:
        assert user.toasts[0].startswith("What you typed before can't be read (")


async def test_drafts_that_cannot_be_kept_are_said_once(tmp_path: Path) -> None:
    where = session(tmp_path)
    where.state.mkdir()
    (where.state / "drafts").write_text("in the way")
    async with opened(where) as user:
        await user.press("a")
        for text in ("C", "o"):
            await user.type(text)
            await kept(user)
        assert [toast for toast in user.toasts if "can't be kept" in toast] != []
        assert len([toast for toast in user.toasts if "can't be kept" in toast]) == 1


@pytest.mark.parametrize("typed", ["text", ["a", "b"], {"company": "Acme", "of another version": "x"}])
def test_a_draft_of_another_shape_is_none_or_what_of_it_is_known(typed: Any) -> None:
    drafts = Drafts([StoredDraft("form", ("new ",), "1", typed)])
    assert drafts.get(FORM, "new ") == (Entry(company="Acme") if isinstance(typed, dict) else None)


def test_an_empty_draft_is_none() -> None:
    drafts = Drafts()
    drafts.put(REFERENCE, "1", "Dana", draft="the lighthouse")
    drafts.put(REFERENCE, "1", "Dana", draft="")
    assert list(drafts.to_store()) == []
